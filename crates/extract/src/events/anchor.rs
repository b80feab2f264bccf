//! Anchors: the time that dates an event and the place where it happened.

use std::ops::Range;

use dateline_text::{Byte, Document, Published, Span};

use super::{
    Place,
    grammar::{ChunkKind, Reading},
    lexicon::{TriggerForm, in_class},
    triggers::Trigger,
};
use crate::{
    names::EntityKind,
    times::{TimeId, Timex, TimexKind},
    words::VerbForm,
};

/// Units on either side of a trigger in which a time or place can stand.
const REACH_UNITS: usize = 40;

/// Times of the sentence before that are looked at.
const TIMES_MAX: usize = 8;
/// Chunks on either side of a trigger in which a place phrase can stand.
const REACH_CHUNKS: usize = 16;

/// The time of a trigger: a date in its own clause, else in its sentence (of several, the nearest); for a verb in the
/// past also the last day named in the sentence before, if that stands in the same paragraph: the narrative goes on.
pub(super) fn time(document: &Document<'_>, reading: &Reading, trigger: &Trigger, times: &[Timex]) -> Option<TimeId> {
    let sentence = reading.sentence_of(trigger.units.start);
    in_sentence(reading, trigger, times).or_else(|| {
        let past = matches!(trigger.form, TriggerForm::Verb(VerbForm::Past));
        past.then(|| carried_over(document, reading, sentence, times))?
    })
}

fn in_sentence(reading: &Reading, trigger: &Trigger, times: &[Timex]) -> Option<TimeId> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].units;
    let reach = reading.bytes(
        sentence.start.max(trigger.units.start.saturating_sub(REACH_UNITS))
            ..sentence.end.min(trigger.units.end + REACH_UNITS),
    );
    let own = reading.bytes(trigger.units.clone());
    let from = times.partition_point(|time| time.span.end() <= reach.start());
    let inside = times[from..].iter().enumerate().take_while(|(_, time)| time.span.start() < reach.end());
    let dated = inside.filter(|(_, time)| is_calendar(time));
    let best = dated.min_by_key(|(_, time)| {
        let before = time.span.start() < own.start();
        let distance = if before { own.start() - time.span.start() } else { time.span.start() - own.start() };
        (boundaries_between(reading, own, time.span), distance)
    });
    best.map(|(index, _)| id(from + index))
}

/// The last day that the sentence before names.
fn carried_over(document: &Document<'_>, reading: &Reading, sentence: usize, times: &[Timex]) -> Option<TimeId> {
    let before = sentence.checked_sub(1)?;
    let word = |sentence: usize| document.sentences()[sentence].start();
    if document.paragraph_at(word(before)) != document.paragraph_at(word(sentence)) {
        return None;
    }
    let units = &reading.sentences()[before].units;
    let span = reading.bytes(units.end.saturating_sub(REACH_UNITS).max(units.start)..units.end);
    let end = times.partition_point(|time| time.span.end() <= span.end());
    let last = (end.saturating_sub(TIMES_MAX)..end).rev().find(|&at| is_calendar(&times[at]))?;
    let is_day = times[last].value.as_ref().is_some_and(|value| value.len() >= "2025-03-12".len());
    (is_day && span.contains(times[last].span)).then(|| id(last))
}

fn id(index: usize) -> TimeId {
    TimeId(u32::try_from(index).expect("times are fewer than bytes"))
}

/// Whether a time is a point of the calendar, not "PRESENT_REF" or a duration.
fn is_calendar(time: &Timex) -> bool {
    matches!(time.kind, TimexKind::Date | TimexKind::Time)
        && time.value.as_ref().is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()))
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

/// The place of a trigger: a place after "in", "at", "on" or "near" that depends on it, else the nearest one of its
/// clause, else of its sentence; unless that fills a role.
pub(super) fn place(reading: &Reading, trigger: &Trigger, taken: &[Span<Byte>]) -> Option<Place> {
    let direct = trigger.dependents.prepositions.iter().filter(|(preposition, _)| is_local(reading, *preposition));
    let direct =
        direct.map(|(_, complement)| complement.units.clone()).filter(|units| names_place(reading, units.clone()));
    let free = |units: &Range<usize>| {
        let span = reading.bytes(units.clone());
        !taken.iter().any(|taken| taken.overlaps(span))
    };
    let units = direct.into_iter().find(free).or_else(|| nearby(reading, trigger, free))?;
    let entity = units.clone().rev().find_map(|at| is_named_place(reading, at).then_some(reading.units()[at].entity));
    Some(Place { span: reading.bytes(units), entity: entity.flatten() })
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
    (units.len() > 1 && in_class(&reading.units()[head].lower, "location"))
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
