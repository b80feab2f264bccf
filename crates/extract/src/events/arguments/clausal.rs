//! Arguments that are clauses: what is demanded, claimed or refused.

use std::ops::Range;

use crate::events::{
    grammar::{ChunkKind, Reading, Tag},
    triggers::Trigger,
};

/// Units of one clause, at most.
const UNITS_MAX: usize = 30;
/// Chunks between a trigger and its clause, at most: "told her eight neighbours to leave".
const REACH_CHUNKS: usize = 4;

/// Roles that a clause can fill.
const ROLES: &[&str] = &["content", "topic", "finding", "crime", "cause", "reason"];

/// The clause that depends on a trigger, with the role that it fills: an infinitive, a gerund, or what "that" opens.
pub(super) fn clause(reading: &Reading, trigger: &Trigger) -> Option<(&'static str, Range<usize>)> {
    let role = trigger.row.frame.iter().map(|(_, role)| *role).find(|role| ROLES.contains(role))?;
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.end - 1);
    for at in own + 1..sentence.end.min(own + 1 + REACH_CHUNKS) {
        let chunk = &reading.chunks()[at];
        let start = chunk.units.start;
        match chunk.kind {
            ChunkKind::Verbs { infinitive: true, .. } => {
                return extent(reading, at, sentence.end).map(|units| (role, units));
            }
            ChunkKind::Verbs { finite: false, .. } if at == own + 1 || follows_preposition(reading, at) => {
                return extent(reading, at, sentence.end).map(|units| (role, units));
            }
            ChunkKind::Subordinator if reading.units()[start].lower == "that" => {
                return extent(reading, at + 1, sentence.end).map(|units| (role, units));
            }
            ChunkKind::Phrase | ChunkKind::Preposition => {}
            _ => return None,
        }
    }
    None
}

fn follows_preposition(reading: &Reading, at: usize) -> bool {
    reading.chunks()[at - 1].kind == ChunkKind::Preposition
}

/// From a chunk to the end of its clause: the next comma, quotation mark or conjunction.
fn extent(reading: &Reading, first: usize, end: usize) -> Option<Range<usize>> {
    let start = reading.chunks().get(first).filter(|_| first < end)?.units.start;
    let ends = |at: &usize| {
        let chunk = &reading.chunks()[*at];
        let mark = chunk.kind == ChunkKind::Other && reading.units()[chunk.head].tag == Tag::Other;
        let next = reading.chunks().get(at + 1).map(|next| next.kind);
        let new_clause =
            chunk.kind == ChunkKind::Coordinator && matches!(next, Some(ChunkKind::Verbs { finite: true, .. }));
        mark || new_clause
            || matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Quote | ChunkKind::Subordinator)
            || chunk.units.end - start > UNITS_MAX
    };
    let stop = (first..end).find(ends).unwrap_or(end);
    (stop > first).then(|| start..reading.chunks()[stop - 1].units.end)
}
