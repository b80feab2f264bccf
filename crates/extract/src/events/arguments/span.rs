//! The span of an argument: its noun phrase with what belongs to it.

use std::ops::Range;

use crate::events::grammar::{ChunkKind, Complement, Reading};

/// Phrases after "of" that are taken in.
const NESTED_MAX: usize = 2;

/// The units of a phrase with the "of" phrases right after it: "the president of Ghana".
pub(in crate::events) fn full_phrase(reading: &Reading, complement: &Complement) -> Range<usize> {
    let chunks = reading.chunks();
    let chunk = reading.chunk_of(complement.head);
    let mut units = complement.units.clone();
    if chunks[chunk].units.end != units.end || chunks[chunk].kind != ChunkKind::Phrase {
        return units;
    }
    let end = reading.sentences()[reading.sentence_of(units.start)].chunks.end;
    let chunks = &chunks[..end];
    let mut at = chunk + 1;
    for _ in 0..NESTED_MAX {
        let of = chunks
            .get(at)
            .is_some_and(|of| of.kind == ChunkKind::Preposition && reading.units()[of.head].lower == "of");
        match chunks.get(at + 1) {
            Some(next) if of && next.kind == ChunkKind::Phrase => units.end = next.units.end,
            _ => break,
        }
        at += 2;
    }
    units
}
