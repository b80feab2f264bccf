//! Anchors: the time that dates an event and the place where it happened.

use dateline_text::{Byte, Published, Span};

use super::{
    Place,
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};
use crate::{
    names::EntityKind,
    times::{TimeId, Timex, TimexKind},
};

/// Units on either side of a trigger in which a time or place can stand.
const REACH_UNITS: usize = 40;

/// The time of a trigger: a date in its own clause, else in its sentence; of several, the nearest, and one after the
/// trigger before one ahead of it.
pub(super) fn time(reading: &Reading, trigger: &Trigger, times: &[Timex]) -> Option<TimeId> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].units;
    let reach = reading.bytes(
        sentence.start.max(trigger.units.start.saturating_sub(REACH_UNITS))
            ..sentence.end.min(trigger.units.end + REACH_UNITS),
    );
    let own = reading.bytes(trigger.units.clone());
    let from = times.partition_point(|time| time.span.end() <= reach.start());
    let inside = times[from..].iter().enumerate().take_while(|(_, time)| time.span.start() < reach.end());
    let dated = inside.filter(|(_, time)| matches!(time.kind, TimexKind::Date | TimexKind::Time) && is_calendar(time));
    let best = dated.min_by_key(|(_, time)| {
        let boundaries = boundaries_between(reading, own, time.span);
        let before = time.span.start() < own.start();
        let distance = if before { own.start() - time.span.start() } else { time.span.start() - own.start() };
        (boundaries, distance)
    });
    best.map(|(index, _)| TimeId(u32::try_from(from + index).expect("times are fewer than bytes")))
}

/// Whether a value is a point of the calendar, not "PRESENT_REF" or a duration.
fn is_calendar(time: &Timex) -> bool {
    time.value.as_ref().is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()))
}

/// Verb groups and conjunctions that stand between a trigger and a time: how many clauses apart they are.
fn boundaries_between(reading: &Reading, trigger: Span<Byte>, time: Span<Byte>) -> usize {
    let (left, right) = if time.start() < trigger.start() { (time, trigger) } else { (trigger, time) };
    let units = reading.units();
    let from = units.partition_point(|unit| unit.span.start() < left.end());
    let to = units.partition_point(|unit| unit.span.end() <= right.start());
    if from >= to {
        return 0;
    }
    let chunks = reading.chunk_of(from)..=reading.chunk_of(to - 1);
    let verbs = chunks.filter(|&at| match reading.chunks()[at].kind {
        ChunkKind::Verbs { finite, .. } => finite,
        ChunkKind::Subordinator | ChunkKind::Relative => true,
        _ => false,
    });
    verbs.count()
}

/// Whether a time lies after the day of publication; only a date of a month or finer can tell.
pub(super) fn is_future(time: &Timex, published: Option<Published>) -> bool {
    let (Some(value), Some(published)) = (time.value.as_deref(), published) else { return false };
    let today = published.date().to_string();
    let known = value.len().min(today.len());
    let is_date = value.len() >= 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit()) && !value.contains('W');
    is_date && value.is_char_boundary(known) && value[..known] > today[..known]
}

/// The place of a trigger: a location or facility after "in", "at", "on" or "near" that depends on it, else one in the
/// same clause, unless it fills a role.
pub(super) fn place(reading: &Reading, trigger: &Trigger, taken: &[Span<Byte>]) -> Option<Place> {
    let direct = trigger.dependents.prepositions.iter().filter(|(preposition, _)| is_local(reading, *preposition));
    let direct =
        direct.map(|(_, complement)| complement.units.clone()).find(|units| names_place(reading, units.clone()));
    let units = direct.or_else(|| in_clause(reading, trigger))?;
    let head = units.end - 1;
    let span = reading.bytes(units);
    let filled = taken.iter().any(|taken| taken.overlaps(span));
    (!filled).then(|| Place { span, entity: reading.units()[head].entity })
}

fn is_local(reading: &Reading, preposition: usize) -> bool {
    matches!(
        reading.units()[preposition].lower.as_str(),
        "in" | "at"
            | "on"
            | "near"
            | "off"
            | "outside"
            | "inside"
            | "across"
            | "throughout"
            | "over"
            | "around"
            | "along"
    )
}

fn names_place(reading: &Reading, mut units: std::ops::Range<usize>) -> bool {
    units.any(|at| {
        matches!(reading.units()[at].entity_kind, Some(EntityKind::Location | EntityKind::Facility))
            && reading.units()[at].named
    })
}

/// The nearest place phrase of the trigger's own clause.
fn in_clause(reading: &Reading, trigger: &Trigger) -> Option<std::ops::Range<usize>> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.end - 1);
    let place = |at: usize| {
        let (preposition, phrase) = (&reading.chunks()[at], reading.chunks().get(at + 1)?);
        let local = preposition.kind == ChunkKind::Preposition && is_local(reading, preposition.head);
        (local && at + 1 < sentence.end && names_place(reading, phrase.units.clone())).then(|| phrase.units.clone())
    };
    let right = (own + 1..sentence.end.min(own + 12))
        .take_while(|&at| {
            !matches!(reading.chunks()[at].kind, ChunkKind::Verbs { finite: true, .. } | ChunkKind::Relative)
        })
        .find_map(place);
    let left = || {
        (sentence.start.max(own.saturating_sub(12))..own)
            .rev()
            .take_while(|&at| !matches!(reading.chunks()[at].kind, ChunkKind::Subordinator | ChunkKind::Relative))
            .find_map(place)
    };
    right.or_else(left)
}
