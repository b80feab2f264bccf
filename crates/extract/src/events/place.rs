//! Places: where an event happened.

use std::ops::Range;

use dateline_lexicon::in_trigger_class;
use dateline_text::{Byte, Span};

use super::{
    Place, Source,
    arguments::{Filler, encoded_place},
    dating::boundaries_between,
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};
use crate::names::EntityKind;

/// Probability that a place after a preposition that depends on the trigger is the event's, as `training/floors.py`
/// measured it (docs/confidence.md).
const DEPENDENT: f32 = 0.88;
/// The same of the nearest place of the clause or the sentence.
const NEARBY: f32 = 0.4;
/// The same of a place that only the encoder reads.
const ENCODED: f32 = 0.87;

/// Chunks on either side of a trigger in which a place phrase can stand.
const REACH_CHUNKS: usize = 16;

/// The place of a trigger: a place after "in", "at", "on" or "near" that depends on it, else the nearest one of its
/// clause, else of its sentence, else the one that the encoder reads; unless that fills a role.
pub(super) fn of(reading: &Reading, trigger: &Trigger, taken: &[Span<Byte>], fillers: &[Filler]) -> Option<Place> {
    let direct = trigger.dependents.prepositions.iter().filter(|(preposition, _)| is_local(reading, *preposition));
    let mut direct =
        direct.map(|(_, complement)| complement.units.clone()).filter(|units| names_place(reading, units.clone()));
    let free = |units: &Range<usize>| {
        let span = reading.bytes(units.clone());
        !taken.iter().any(|taken| taken.overlaps(span))
    };
    let (units, confidence) = match direct.find(free) {
        Some(units) => (units, DEPENDENT),
        None => match nearby(reading, trigger, free) {
            Some(units) => (units, NEARBY),
            None => (encoded_place(reading, fillers, taken)?, ENCODED),
        },
    };
    let entity = units.clone().rev().find_map(|at| is_named_place(reading, at).then_some(reading.units()[at].entity));
    Some(Place { span: reading.bytes(units), entity: entity.flatten(), source: Source::Sentence, confidence })
}

fn is_local(reading: &Reading, preposition: usize) -> bool {
    matches!(
        reading.units()[preposition].lower.as_str(),
        "in" | "at" | "on" | "near" | "off" | "outside" | "inside" | "across" | "throughout" | "around" | "along"
    )
}

fn is_named_place(reading: &Reading, at: usize) -> bool {
    let unit = &reading.units()[at];
    unit.named && matches!(unit.entity_kind, Some(EntityKind::Location | EntityKind::Facility))
}

/// Whether a phrase names a place, or its head is a common noun for one: "a crowded prison", but not "in prison".
fn names_place(reading: &Reading, units: Range<usize>) -> bool {
    let head = units.end - 1;
    (units.len() > 1 && in_trigger_class(&reading.units()[head].lower, "location"))
        || units.into_iter().any(|at| is_named_place(reading, at))
}

/// The nearest place phrase of the sentence that is `free`, counted in clauses first and in chunks then.
fn nearby(reading: &Reading, trigger: &Trigger, free: impl Fn(&Range<usize>) -> bool) -> Option<Range<usize>> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.end - 1);
    let trigger_span = reading.bytes(trigger.units.clone());
    let reach = sentence.start.max(own.saturating_sub(REACH_CHUNKS))..sentence.end.min(own + REACH_CHUNKS);
    let phrases = reach.filter_map(|at| {
        let (preposition, phrase) = (&reading.chunks()[at], reading.chunks().get(at + 1)?);
        let local = preposition.kind == ChunkKind::Preposition && is_local(reading, preposition.head);
        let found = local && at + 1 < sentence.end && names_place(reading, phrase.units.clone());
        (found && free(&phrase.units)).then(|| (at.abs_diff(own), phrase.units.clone()))
    });
    let nearest = phrases.min_by_key(|(distance, units)| {
        (boundaries_between(reading, trigger_span, reading.bytes(units.clone())), *distance)
    });
    nearest.map(|(_, units)| units)
}
