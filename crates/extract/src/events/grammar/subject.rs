//! The subject of a verb: the search to its left.

use super::{
    Reading,
    chunk::ChunkKind,
    clause::{CONJUNCTS_MAX, Complement, REACH_CHUNKS},
};

/// Verbs through which a subject is handed on: "was asked to agree to leave".
const DEPTH_MAX: usize = 3;

impl Reading {
    /// The noun phrases that are subject of the verb group `chunk`.
    pub(super) fn subject_of(&self, chunk: usize, start: usize, depth: usize) -> Vec<Complement> {
        if depth > DEPTH_MAX || chunk <= start {
            return Vec::new();
        }
        let mut at = chunk - 1;
        let floor = start.max(chunk.saturating_sub(REACH_CHUNKS));
        loop {
            match self.kind(at) {
                ChunkKind::Phrase if self.is_time(at) => {}
                ChunkKind::Phrase if at > floor && self.kind(at - 1) == ChunkKind::Preposition => at -= 1,
                // "the man who attacked Roe fled": the object of a relative clause; its antecedent is the subject.
                ChunkKind::Phrase if self.in_relative(at, floor) => at -= 1,
                ChunkKind::Phrase => return self.leftward_conjuncts(at, start, chunk),
                ChunkKind::Relative => return self.antecedent(at, floor),
                // "that" after a noun is a relative; after a verb it opens a clause with a subject of its own.
                ChunkKind::Subordinator if at + 1 == chunk && self.lower(at) == "that" => {
                    return self.antecedent(at, floor);
                }
                ChunkKind::Subordinator => return Vec::new(),
                ChunkKind::Verbs { .. } => return self.shared_subject(at, chunk, start, depth),
                ChunkKind::Coordinator => {
                    let verb = (floor..at).rev().find(|&left| matches!(self.kind(left), ChunkKind::Verbs { .. }));
                    return verb.map_or_else(Vec::new, |verb| self.subject_of(verb, start, depth + 1));
                }
                // "breached the network, stealing data": a participle clause shares the subject of the main verb.
                ChunkKind::Comma
                    if at + 1 == chunk && matches!(self.kind(chunk), ChunkKind::Verbs { finite: false, .. }) =>
                {
                    let verb = (floor..at)
                        .rev()
                        .find(|&left| matches!(self.kind(left), ChunkKind::Verbs { finite: true, .. }));
                    return verb.map_or_else(Vec::new, |verb| self.subject_of(verb, start, depth + 1));
                }
                ChunkKind::Comma => {
                    if let Some(subject) = self.over_commas(at, floor, start, depth) {
                        return subject;
                    }
                }
                // "dismissed the idea of sending troops": the subject is that of the verb, not the noun between.
                ChunkKind::Preposition if at + 1 == chunk => {
                    let verb = (floor..at).rev().find(|&left| matches!(self.kind(left), ChunkKind::Verbs { .. }));
                    return verb.map_or_else(Vec::new, |verb| self.subject_of(verb, start, depth + 1));
                }
                ChunkKind::Preposition | ChunkKind::Quote | ChunkKind::Other => {}
            }
            if at == floor {
                return Vec::new();
            }
            at -= 1;
        }
    }

    /// Whether a phrase is the object of a relative clause.
    fn in_relative(&self, phrase: usize, floor: usize) -> bool {
        phrase >= floor + 2
            && matches!(self.kind(phrase - 1), ChunkKind::Verbs { finite: true, .. })
            && (self.kind(phrase - 2) == ChunkKind::Relative || self.lower(phrase - 2) == "that")
    }

    /// The subject of a verb group right after another verb group or its complements: a participle or an infinitive
    /// shares the subject of the verb that governs it, or takes that verb's object ("asked Iran to release").
    fn shared_subject(&self, governor: usize, chunk: usize, start: usize, depth: usize) -> Vec<Complement> {
        let between = governor + 1..chunk;
        let infinitive = matches!(self.kind(chunk), ChunkKind::Verbs { infinitive: true, .. });
        let object = between.clone().find(|&at| self.kind(at) == ChunkKind::Phrase && !self.is_time(at));
        match object {
            Some(object) if infinitive && self.is_addressed(object - 1) => vec![self.complement(object)],
            _ => self.subject_of(governor, start, depth + 1),
        }
    }

    /// Whether the chunk before a phrase lets it be the subject of an infinitive: a verb, or "on" as in "called on".
    fn is_addressed(&self, before: usize) -> bool {
        self.kind(before) != ChunkKind::Preposition || matches!(self.lower(before), "on" | "upon" | "for" | "with")
    }

    /// What stands before an apposition or a relative clause between commas: "Roe, the mayor of Ayr, resigned".
    fn over_commas(&self, comma: usize, floor: usize, start: usize, depth: usize) -> Option<Vec<Complement>> {
        let open = (floor..comma).rev().find(|&at| self.kind(at) == ChunkKind::Comma)?;
        if open == floor {
            return None;
        }
        let before = open - 1;
        match self.kind(before) {
            ChunkKind::Phrase => {
                let head = (floor..=before).rev().take(8).find(|&at| {
                    self.kind(at) == ChunkKind::Phrase && (at == start || self.kind(at - 1) != ChunkKind::Preposition)
                })?;
                Some(vec![self.complement(head)])
            }
            ChunkKind::Verbs { .. } => Some(self.subject_of(before, start, depth + 1)),
            _ => None,
        }
    }

    fn antecedent(&self, relative: usize, floor: usize) -> Vec<Complement> {
        let noun = (floor..relative).rev().take(3).find(|&at| self.kind(at) == ChunkKind::Phrase);
        noun.map(|at| vec![self.complement(at)]).unwrap_or_default()
    }

    /// The phrase at `last` with the phrases coordinated before it, unless they are the object of another verb.
    fn leftward_conjuncts(&self, last: usize, start: usize, chunk: usize) -> Vec<Complement> {
        let mut conjuncts = vec![self.complement(last)];
        let mut at = last;
        while conjuncts.len() < CONJUNCTS_MAX && at >= start + 2 && chunk - at < REACH_CHUNKS {
            let joint = self.kind(at - 1) == ChunkKind::Coordinator && self.kind(at - 2) == ChunkKind::Phrase;
            let comma =
                conjuncts.len() > 1 && self.kind(at - 1) == ChunkKind::Comma && self.kind(at - 2) == ChunkKind::Phrase;
            if !(joint || comma) {
                break;
            }
            at -= 2;
            conjuncts.push(self.complement(at));
        }
        conjuncts.reverse();
        conjuncts
    }
}
