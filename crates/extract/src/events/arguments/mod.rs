//! Arguments: what stands where around a trigger, named by the frame of its lexicon row.

mod clausal;
mod encoded;
mod span;

use dateline_lexicon::{Part, in_trigger_class};
use dateline_text::{Byte, Span};

use super::{
    Argument,
    grammar::{Complement, Reading, Tag},
    triggers::Trigger,
};
use crate::{
    coref::EntityId,
    names::EntityKind,
    times::{Timex, TimexKind},
};

pub(super) use encoded::{Filler, fillers, join};
pub(super) use span::full_phrase;

/// Precision of arguments by the place in which they stand, over correctly typed events of the training split of the
/// newsroom articles; the last row is that of any other preposition.
const CONFIDENCE: &[(&str, f32)] = &[
    ("subj", 0.76),
    ("obj", 0.76),
    ("poss", 0.76),
    ("mod", 0.50),
    ("by", 0.58),
    ("clause", 0.80),
    ("preposition", 0.63),
];

/// The arguments of a trigger, in text order; each stretch of text fills at most one role.
pub(super) fn find(reading: &Reading, trigger: &Trigger, times: &[Timex]) -> Vec<Argument> {
    let mut arguments: Vec<Argument> = Vec::new();
    for (place, complement) in places(reading, trigger) {
        let Some(&(_, role)) = trigger.row.frame.iter().find(|(name, _)| *name == place) else { continue };
        // "accused Roe of fraud": where "of" introduces a role, it does not belong to the phrase before it.
        let of_is_role = trigger.row.frame.iter().any(|(name, _)| *name == "of");
        let units = if of_is_role { complement.units.clone() } else { full_phrase(reading, &complement) };
        let span = reading.bytes(units);
        // A sentence of five years is an argument; a date is not.
        let is_time = is_date(times, reading.units()[complement.head].span);
        let taken = arguments.iter().any(|argument| argument.span.overlaps(span) && argument.role == role);
        // A gerund is the head of a clause, which is read whole below.
        let is_clause = matches!(reading.units()[complement.head].tag, Tag::Verb(_));
        if is_time || taken || is_clause || !can_fill(reading, &complement) {
            continue;
        }
        arguments.push(Argument { role, span, entity: entity_of(reading, &complement), confidence: confidence(place) });
    }
    if let Some((role, units)) = clausal::clause(reading, trigger) {
        let span = reading.bytes(units);
        if !arguments.iter().any(|argument| argument.role == role || argument.span.overlaps(span)) {
            arguments.push(Argument { role, span, entity: None, confidence: confidence("clause") });
        }
    }
    arguments.sort_by_key(|argument| (argument.span.start(), argument.span.end()));
    arguments
}

/// Whether a time that is no duration covers a span.
fn is_date(times: &[Timex], span: Span<Byte>) -> bool {
    let at = times.partition_point(|time| time.span.end() < span.end());
    times.get(at).is_some_and(|time| time.kind != TimexKind::Duration && time.span.contains(span))
}

/// The entity of a phrase, when its head mentions one.
fn entity_of(reading: &Reading, complement: &Complement) -> Option<EntityId> {
    reading.units()[complement.head].entity
}

/// Each dependent with the name of its place in a frame.
fn places<'a>(reading: &'a Reading, trigger: &'a Trigger) -> Vec<(&'a str, Complement)> {
    let dependents = &trigger.dependents;
    let mut places = Vec::new();
    let mut add = |name: &'a str, complements: &[Complement]| {
        places.extend(complements.iter().map(|complement| (name, complement.clone())));
    };
    if trigger.row.part == Part::Noun {
        add("poss", &dependents.possessor);
        // "launched an attack": the subject of the verb that carries the noun is its possessor.
        add("poss", &dependents.subject);
        let named: Vec<Complement> =
            dependents.modifiers.iter().filter(|m| is_participant(reading, m)).cloned().collect();
        add("mod", &named);
    } else {
        add("subj", &dependents.subject);
        add("obj", &dependents.object);
        add("poss", &dependents.possessor);
    }
    for (preposition, complement) in &dependents.prepositions {
        let word = reading.units()[*preposition].lower.as_str();
        // In the passive the agent stands as subject already.
        let agent = word == "by" && dependents.subject.contains(complement);
        if !agent {
            places.push((word, complement.clone()));
        }
    }
    places
}

/// Whether a modifier of a noun names who takes part: "the Israeli strike", but not "the five-day strike".
fn is_participant(reading: &Reading, modifier: &Complement) -> bool {
    reading.entity_kind_in(modifier).is_some_and(|kind| {
        matches!(
            kind,
            EntityKind::Person
                | EntityKind::Organization
                | EntityKind::Location
                | EntityKind::Group
                | EntityKind::Product
        )
    }) || in_trigger_class(&reading.units()[modifier.head].lower, "indicator")
}

/// Whether a phrase refers to anything: "it" and "there" seldom do, nor do the nouns of "for the first time" or "in
/// response to".
fn can_fill(reading: &Reading, complement: &Complement) -> bool {
    let head = &reading.units()[complement.head];
    let empty = matches!(
        head.lower.as_str(),
        "it" | "there"
            | "that"
            | "this"
            | "which"
            | "time"
            | "times"
            | "order"
            | "part"
            | "addition"
            | "response"
            | "result"
            | "behalf"
            | "fact"
            | "case"
            | "favor"
            | "favour"
            | "terms"
    );
    !(empty && head.entity.is_none()) && head.tag != Tag::Other
}

fn confidence(place: &str) -> f32 {
    let known = CONFIDENCE.iter().find(|(name, _)| *name == place).or(CONFIDENCE.last());
    known.map_or(0.0, |(_, confidence)| *confidence)
}
