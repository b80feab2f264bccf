//! Arguments as the encoder reads them, beside those that the frames give.

use std::ops::Range;

use dateline_encoder::Encoding;
use dateline_text::{Byte, Document, Span};

use crate::events::{
    Argument,
    grammar::{Reading, Tag},
    triggers::Trigger,
};

/// Units on either side of a trigger that are read.
const REACH_UNITS: usize = 60;
/// Units of one argument, at most.
const UNITS_MAX: usize = 24;
/// The slot that fills no role but the event's place.
const PLACE: &str = "place";

/// Precision, over correctly typed events of the development articles, of what frame and encoder agree on, of what only
/// the encoder reads, and of what only the frame gives.
const AGREED: f32 = 0.95;
const ENCODED: f32 = 0.72;
const FRAMED: f32 = 0.56;
/// Least precision of a place in the frame whose fillers stand without the encoder.
const ALONE_MIN: f32 = 0.7;

/// A stretch that fills one slot of a trigger.
pub(in crate::events) struct Filler {
    /// The role; none for the place.
    pub(in crate::events) role: Option<&'static str>,
    /// The units.
    pub(in crate::events) units: Range<usize>,
    /// By how much the slot leads "none" at the unit where it leads most.
    pub(in crate::events) score: f32,
}

/// The slot that leads at one unit.
#[derive(Clone, Copy)]
struct Lead {
    slot: usize,
    score: f32,
}

/// What the encoder reads as fillers of a trigger's slots in its sentence, in text order; none where it sees no trigger.
pub(in crate::events) fn fillers(
    document: &Document<'_>,
    reading: &Reading,
    encoding: &Encoding,
    trigger: &Trigger,
) -> Option<Vec<Filler>> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].units;
    let reach = sentence.start.max(trigger.units.start.saturating_sub(REACH_UNITS))
        ..sentence.end.min(trigger.units.end + REACH_UNITS);
    let word = |unit: usize| document.words(reading.units()[unit].span).start();
    let from = word(trigger.units.start);
    encoding.slot_scores(from, from)?;
    let lead = |unit: usize| {
        let scores = encoding.slot_scores(from, word(unit)).filter(|_| !trigger.units.contains(&unit))?;
        let (slot, score) = scores.into_iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        (score > 0.0).then_some(Lead { slot, score })
    };
    let leads: Vec<Option<Lead>> = reach.clone().map(lead).collect();
    let mut fillers = Vec::new();
    let mut at = 0;
    while at < leads.len() {
        let Some(first) = leads[at] else {
            at += 1;
            continue;
        };
        let run = leads[at..].iter().take(UNITS_MAX).map_while(|lead| lead.filter(|lead| lead.slot == first.slot));
        let scores: Vec<f32> = run.map(|lead| lead.score).collect();
        let units = trim(reading, reach.start + at..reach.start + at + scores.len());
        let slot = &encoding.slots()[first.slot];
        let role = encoding.role(trigger.kind.id(), slot);
        let role = role.and_then(|role| trigger.kind.info().roles.iter().find(|known| **known == role).copied());
        if names_something(reading, units.clone()) && (role.is_some() || slot == PLACE) {
            let score = scores.iter().copied().fold(0.0, f32::max);
            fillers.push(Filler { role, units, score });
        }
        at += scores.len();
    }
    Some(fillers)
}

/// Whether a stretch holds more than an article or an adverb: the one of the trigger, which the encoder marks at times.
fn names_something(reading: &Reading, mut units: Range<usize>) -> bool {
    units.any(|at| {
        let tag = reading.units()[at].tag;
        tag.is_nominal() || matches!(tag, Tag::Pronoun | Tag::Possessive | Tag::Verb(_))
    })
}

/// A stretch without prepositions and marks at its ends.
fn trim(reading: &Reading, units: Range<usize>) -> Range<usize> {
    let idle = |at: &usize| {
        matches!(
            reading.units()[*at].tag,
            Tag::Preposition | Tag::Comma | Tag::Quote | Tag::Other | Tag::Genitive | Tag::Coordinator
        )
    };
    let start = units.clone().find(|at| !idle(at)).unwrap_or(units.end);
    let end = units.rev().find(|at| !idle(at)).map_or(start, |last| last + 1);
    start..end.max(start)
}

/// Joins what the encoder reads to the arguments that the frames give. Subjects, objects, possessors and clauses stand;
/// what follows a preposition or modifies a noun needs the encoder's agreement. Where the two name different roles, the
/// encoder's holds; a role that is open is filled by what only the encoder reads.
pub(in crate::events) fn join(reading: &Reading, fillers: &[Filler], arguments: &mut Vec<Argument>) {
    let spans: Vec<(Span<Byte>, &Filler)> =
        fillers.iter().map(|filler| (reading.bytes(filler.units.clone()), filler)).collect();
    for argument in arguments.iter_mut() {
        let over =
            || spans.iter().filter(|(span, _)| span.overlaps(argument.span)).filter_map(|(_, filler)| filler.role);
        let role = over().find(|role| *role == argument.role).or_else(|| over().next());
        argument.confidence = match role {
            Some(role) if role == argument.role => AGREED,
            None if argument.confidence < ALONE_MIN => 0.0,
            _ => FRAMED,
        };
        argument.role = role.unwrap_or(argument.role);
    }
    arguments.retain(|argument| argument.confidence > 0.0);
    for (span, filler) in spans {
        let Some(role) = filler.role else { continue };
        let known = arguments.iter().any(|argument| argument.role == role || argument.span.overlaps(span));
        if !known {
            let entity = filler.units.clone().rev().find_map(|at| reading.units()[at].entity);
            arguments.push(Argument { role, span, entity, confidence: ENCODED });
        }
    }
    arguments.sort_by_key(|argument| (argument.span.start(), argument.span.end()));
}
