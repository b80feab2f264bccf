//! Who stands where: the subject, object, agent and prepositional phrases of a verb; the possessor, modifiers and
//! prepositional phrases of a noun.

use std::{collections::HashSet, sync::LazyLock};

use dateline_lexicon::{VerbForm, verb_forms};

use super::{
    Reading,
    chunk::{Chunk, ChunkKind},
    tag::Tag,
};

/// Chunks that a search looks at on either side.
pub(super) const REACH_CHUNKS: usize = 14;
/// Conjuncts of one coordination that are followed.
pub(super) const CONJUNCTS_MAX: usize = 6;

/// A noun phrase that depends on a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) struct Complement {
    /// Its units, up to its head.
    pub(in crate::events) units: std::ops::Range<usize>,
    /// Its head.
    pub(in crate::events) head: usize,
}

/// What depends on a trigger. For a verb in the passive, `subject` is the agent and `object` the grammatical subject.
#[derive(Clone, Debug, Default)]
pub(in crate::events) struct Dependents {
    /// Who does it.
    pub(in crate::events) subject: Vec<Complement>,
    /// To whom it is done.
    pub(in crate::events) object: Vec<Complement>,
    /// The possessor before a noun: "his", "Russia's".
    pub(in crate::events) possessor: Vec<Complement>,
    /// Nouns and names before a noun, inside its phrase.
    pub(in crate::events) modifiers: Vec<Complement>,
    /// Phrases after a preposition, with the preposition's unit.
    pub(in crate::events) prepositions: Vec<(usize, Complement)>,
    /// Whether a verb stands alone in the past without an object, so that it may be the participle of a reduced clause:
    /// "the data released on Friday".
    pub(in crate::events) bare_past: bool,
    /// The first unit of an infinitive that follows.
    pub(in crate::events) infinitive: Option<usize>,
}

impl Dependents {
    /// The same, with the verb read as a passive participle.
    pub(in crate::events) fn as_passive(&self, reading: &Reading) -> Self {
        let by = |at: usize| reading.units[at].lower == "by";
        let agents = self.prepositions.iter().filter(|(preposition, _)| by(*preposition));
        Self {
            subject: agents.map(|(_, phrase)| phrase.clone()).collect(),
            object: self.subject.clone(),
            bare_past: false,
            ..self.clone()
        }
    }
}

impl Reading {
    pub(super) fn kind(&self, chunk: usize) -> ChunkKind {
        self.chunks[chunk].kind
    }

    pub(super) fn complement(&self, chunk: usize) -> Complement {
        Complement { units: self.chunks[chunk].units.clone(), head: self.chunks[chunk].head }
    }

    pub(super) fn lower(&self, chunk: usize) -> &str {
        &self.units[self.chunks[chunk].head].lower
    }

    /// What depends on the verb at unit `head`, whose trigger ends before unit `end`.
    pub(in crate::events) fn around_verb(&self, head: usize, end: usize) -> Dependents {
        let sentence = self.sentences[self.sentence_of(head)].chunks.clone();
        let chunk = self.chunk_of(head);
        let mut found = Dependents::default();
        let before = self.subject_of(chunk, sentence.start, 0);
        let mut after = self.chunk_of(end.max(head + 1) - 1) + 1;
        if after < sentence.end && self.kind(after) == ChunkKind::Phrase && self.is_time(after) {
            after += 1;
        }
        let inside =
            (chunk + 1..after).find(|&at| self.kind(at) == ChunkKind::Phrase && self.chunks[at].units.end < end);
        let object =
            (after < sentence.end && self.kind(after) == ChunkKind::Phrase && !self.opens_clause(after, sentence.end))
                .then_some(after);
        let ChunkKind::Verbs { passive, .. } = self.kind(chunk) else {
            return self.around_participle(chunk, found);
        };
        let next = match object {
            // "found him guilty": the object stands inside the trigger.
            _ if inside.is_some() => {
                found.object.extend(inside.map(|at| self.complement(at)));
                after
            }
            Some(object) => {
                let (conjuncts, next) = self.conjuncts(object, sentence.end, false);
                found.object = conjuncts;
                next
            }
            None => after,
        };
        self.read_right(next, sentence.end, &mut found);
        if found.object.is_empty() {
            found.object = self.shared_object(chunk, sentence.end);
        }
        // A bare participle with an object is an active past ("and arrested five"); without one it is passive.
        let passive = passive || self.is_reduced_passive(chunk, sentence.start);
        let auxiliary = self.chunks[chunk].units.len() > 1;
        if passive && (auxiliary || found.object.is_empty()) {
            let agent = found.prepositions.iter().filter(|(by, _)| self.units[*by].lower == "by");
            let agent: Vec<Complement> = agent.map(|(_, phrase)| phrase.clone()).collect();
            found.object = before;
            found.subject = agent;
        } else {
            found.bare_past = found.object.is_empty() && !auxiliary && self.is_past_form(chunk);
            found.subject = before;
        }
        found
    }

    fn is_past_form(&self, chunk: usize) -> bool {
        matches!(self.units[self.chunks[chunk].head].tag, Tag::Verb(VerbForm::Past | VerbForm::Participle))
    }

    /// The object that a verb shares with one coordinated to it: "arrested and questioned the student".
    fn shared_object(&self, chunk: usize, end: usize) -> Vec<Complement> {
        let joint = chunk + 3 < end
            && self.kind(chunk + 1) == ChunkKind::Coordinator
            && matches!(self.kind(chunk + 2), ChunkKind::Verbs { passive: false, .. })
            && self.kind(chunk + 3) == ChunkKind::Phrase;
        if joint { self.conjuncts(chunk + 3, end, false).0 } else { Vec::new() }
    }

    /// A past form that shares the auxiliary of a passive before it: "were beaten or killed".
    fn is_reduced_passive(&self, chunk: usize, start: usize) -> bool {
        let bare = self.chunks[chunk].units.len() == 1
            && matches!(self.units[self.chunks[chunk].head].tag, Tag::Verb(VerbForm::Past | VerbForm::Participle));
        bare && chunk >= start + 2
            && self.kind(chunk - 1) == ChunkKind::Coordinator
            && matches!(self.kind(chunk - 2), ChunkKind::Verbs { passive: true, .. })
    }

    /// A participle inside a noun phrase: "the detained men".
    fn around_participle(&self, chunk: usize, mut found: Dependents) -> Dependents {
        if self.kind(chunk) == ChunkKind::Phrase {
            found.object.push(self.complement(chunk));
        }
        found
    }

    /// Whether a phrase is the subject of a clause that follows a verb: "said Iran attacked".
    fn opens_clause(&self, chunk: usize, end: usize) -> bool {
        chunk + 1 < end && matches!(self.kind(chunk + 1), ChunkKind::Verbs { finite: true, .. }) && {
            let tag = self.units[self.chunks[chunk + 1].units.start].tag;
            matches!(tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
        }
    }

    /// The conjuncts of the phrase at `first`, and the chunk after the last. A phrase before a finite verb is the
    /// subject of another clause, unless `paired` asks for two.
    fn conjuncts(&self, first: usize, end: usize, paired: bool) -> (Vec<Complement>, usize) {
        let mut conjuncts = vec![self.complement(first)];
        let mut at = first + 1;
        while conjuncts.len() < CONJUNCTS_MAX && at + 1 < end {
            let joint = matches!(self.kind(at), ChunkKind::Coordinator);
            let comma_and = self.kind(at) == ChunkKind::Comma
                && at + 2 < end
                && self.kind(at + 1) == ChunkKind::Coordinator
                && self.kind(at + 2) == ChunkKind::Phrase;
            let list = self.kind(at) == ChunkKind::Comma && self.list_goes_on(at, end);
            let next = if comma_and { at + 2 } else { at + 1 };
            let subject_of_next =
                !paired && next + 1 < end && matches!(self.kind(next + 1), ChunkKind::Verbs { finite: true, .. });
            if !(joint || comma_and || list) || self.kind(next) != ChunkKind::Phrase || subject_of_next {
                break;
            }
            conjuncts.push(self.complement(next));
            at = next + 1;
        }
        (conjuncts, at)
    }

    /// Whether the comma at `at` separates items of a list that ends in "and".
    fn list_goes_on(&self, at: usize, end: usize) -> bool {
        let mut next = at;
        for _ in 0..CONJUNCTS_MAX {
            if next + 2 >= end || self.kind(next + 1) != ChunkKind::Phrase {
                return false;
            }
            match self.kind(next + 2) {
                ChunkKind::Coordinator => return true,
                ChunkKind::Comma => next += 2,
                _ => return false,
            }
        }
        false
    }

    /// Reads prepositional phrases, and an infinitive after them, from chunk `at` on.
    fn read_right(&self, mut at: usize, end: usize, found: &mut Dependents) {
        let limit = end.min(at + REACH_CHUNKS);
        while at < limit {
            match self.kind(at) {
                ChunkKind::Preposition if at + 1 < end && self.kind(at + 1) == ChunkKind::Phrase => {
                    let preposition = self.chunks[at].head;
                    let (conjuncts, next) = self.conjuncts(at + 1, end, self.lower(at) == "between");
                    found.prepositions.extend(conjuncts.into_iter().map(|phrase| (preposition, phrase)));
                    at = next;
                }
                ChunkKind::Preposition => {
                    found.prepositions.extend(
                        (at + 1 < end)
                            .then(|| (self.chunks[at].head, self.complement(at + 1)))
                            .filter(|(_, c)| matches!(self.units[c.head].tag, Tag::Verb(_))),
                    );
                    return;
                }
                ChunkKind::Verbs { infinitive: true, .. } => {
                    found.infinitive.get_or_insert(self.chunks[at].units.start);
                    return;
                }
                ChunkKind::Phrase if self.is_time(at) => at += 1,
                ChunkKind::Other if self.units[self.chunks[at].head].tag == Tag::Adverb => at += 1,
                _ => return,
            }
        }
    }

    /// Whether a phrase is a bare time adverbial: "Monday", "last week".
    pub(super) fn is_time(&self, chunk: usize) -> bool {
        const TIMES: &[&str] = &[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "week",
            "month",
            "year",
            "morning",
            "afternoon",
            "evening",
            "night",
            "weekend",
            "today",
            "yesterday",
            "tomorrow",
        ];
        TIMES.contains(&self.lower(chunk))
    }

    /// What depends on the noun trigger that covers `units`.
    pub(in crate::events) fn around_noun(&self, units: std::ops::Range<usize>) -> Dependents {
        let chunk = self.chunk_of(units.start);
        let sentence = self.sentences[self.sentence_of(units.start)].chunks.clone();
        let mut found = Dependents::default();
        let first = self.chunks[chunk].units.start;
        let genitive = (first..units.start).rev().find(|&at| self.units[at].tag == Tag::Genitive);
        if let Some(genitive) = genitive {
            let nominal = (first..genitive).rev().take_while(|&at| self.units[at].tag.is_nominal()).last();
            found.possessor.extend(nominal.map(|at| Complement { units: at..genitive, head: genitive - 1 }));
        } else if self.units[first].tag == Tag::Possessive && first < units.start {
            found.possessor.push(Complement { units: first..first + 1, head: first });
        }
        let modifiers_from = genitive.map_or(first, |at| at + 1);
        found.modifiers = self.modifiers(modifiers_from..units.start);
        let last = self.chunk_of(units.end - 1);
        if self.chunks[last].units.end == units.end {
            self.read_right(last + 1, sentence.end, &mut found);
        }
        self.light_verb(chunk, &sentence, &mut found);
        found
    }

    /// What depends on the adjective trigger that covers `units`: it is said of the subject of a copula ("is dead"),
    /// of the object of another verb ("shot dead"), or of the noun that it stands before.
    pub(in crate::events) fn around_adjective(&self, units: std::ops::Range<usize>) -> Dependents {
        let chunk = self.chunk_of(units.start);
        let sentence = self.sentences[self.sentence_of(units.start)].chunks.clone();
        let mut found = Dependents::default();
        let alone = self.chunks[chunk].units.start == units.start;
        match chunk.checked_sub(1).filter(|&before| alone && before >= sentence.start) {
            Some(before) if matches!(self.kind(before), ChunkKind::Verbs { .. }) => {
                let head = self.chunks[before].head;
                if matches!(self.units[head].tag, Tag::Verb(_)) {
                    found.subject = self.around_verb(head, head + 1).object;
                } else {
                    found.subject = self.subject_of(before, sentence.start, 0);
                }
            }
            Some(before) if self.kind(before) == ChunkKind::Phrase => found.subject = vec![self.complement(before)],
            _ if self.chunks[chunk].head >= units.end => found.subject = vec![self.complement(chunk)],
            _ => {}
        }
        let last = self.chunk_of(units.end - 1);
        self.read_right(last + 1, sentence.end, &mut found);
        found
    }

    /// Nouns and names before the head, one complement per entity or common noun.
    fn modifiers(&self, units: std::ops::Range<usize>) -> Vec<Complement> {
        let mut modifiers: Vec<Complement> = Vec::new();
        for at in units {
            let unit = &self.units[at];
            if !matches!(unit.tag, Tag::Noun | Tag::Name) && unit.entity.is_none() {
                continue;
            }
            match modifiers.last_mut() {
                Some(last)
                    if last.units.end == at && unit.entity.is_some() && self.units[at - 1].entity == unit.entity =>
                {
                    *last = Complement { units: last.units.start..at + 1, head: at };
                }
                _ => modifiers.push(Complement { units: at..at + 1, head: at }),
            }
        }
        modifiers
    }

    /// The subject of a verb that only lends a noun its verb: "launched an attack", "held talks".
    fn light_verb(&self, noun: usize, sentence: &std::ops::Range<usize>, found: &mut Dependents) {
        const LIGHT: &[&str] = &[
            "launch",
            "carry",
            "conduct",
            "make",
            "hold",
            "stage",
            "mount",
            "take",
            "give",
            "sign",
            "reach",
            "issue",
            "commit",
            "wage",
            "undertake",
            "have",
            "pay",
            "announce",
            "impose",
            "file",
            "win",
            "suffer",
            "perform",
            "begin",
            "start",
            "open",
            "lead",
            "order",
            "express",
            "receive",
            "undergo",
            "attend",
        ];
        static FORMS: LazyLock<HashSet<String>> =
            LazyLock::new(|| LIGHT.iter().flat_map(|lemma| verb_forms(lemma)).map(|(form, _)| form).collect());
        let Some(verb) = noun.checked_sub(1).filter(|&verb| verb >= sentence.start) else { return };
        let is_verb = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verbs { .. });
        if is_verb(&self.chunks[verb]) && FORMS.contains(self.lower(verb)) {
            found.subject = self.subject_of(verb, sentence.start, 0);
        }
    }
}
