//! Factuality: whether an event happened, from the words around its trigger.
//!
//! The degrees follow FactBank's and UDS's distinctions, cut to five. Each rule looks at one place: the trigger's own
//! verb group, the verb or noun that governs it, the words of its noun phrase, the conjunction that opens its clause,
//! and its time.

mod governor;

use dateline_text::{Byte, Span};

use super::{
    Factuality, FactualityValue,
    grammar::{ChunkKind, Reading, Tag},
    lexicon::{Part, TriggerForm},
    triggers::Trigger,
};
use crate::words::VerbForm;

/// Chunks to the left in which a conjunction can open the trigger's clause.
const CLAUSE_CHUNKS_MAX: usize = 10;

/// Judges one trigger. `future` is the span of its time, where that lies after publication.
pub(super) fn judge(reading: &Reading, trigger: &Trigger, future: Option<Span<Byte>>) -> Factuality {
    let judged = own_verbs(reading, trigger)
        .or_else(|| called_off(reading, trigger))
        .or_else(|| governor::of(reading, trigger))
        .or_else(|| modifiers(reading, trigger))
        .or_else(|| carrier(reading, trigger));
    let condition = conjunction(reading, trigger);
    let found = match (judged, condition) {
        (Some(found), Some(condition))
            if found.value == FactualityValue::Actual || found.value == FactualityValue::Planned =>
        {
            Some(condition)
        }
        (Some(found), _) => Some(found),
        (None, condition) => condition,
    };
    match (found, future) {
        (None, Some(time)) if !is_past(trigger) => Factuality { value: FactualityValue::Planned, cues: vec![time] },
        (None, _) => generic(reading, trigger),
        (Some(found), _) => found,
    }
}

fn is_past(trigger: &Trigger) -> bool {
    matches!(trigger.form, TriggerForm::Verb(VerbForm::Past))
}

fn cue(reading: &Reading, value: FactualityValue, unit: usize) -> Factuality {
    Factuality { value, cues: vec![reading.units()[unit].span] }
}

/// Negation and modals in the trigger's own verb group.
fn own_verbs(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    if trigger.row.part == Part::Noun {
        return None;
    }
    let chunk = &reading.chunks()[reading.chunk_of(trigger.units.start)];
    matches!(chunk.kind, ChunkKind::Verbs { .. }).then(|| verb_group(reading, chunk.units.start..trigger.head))?
}

/// What the auxiliaries of a verb group say.
fn verb_group(reading: &Reading, units: std::ops::Range<usize>) -> Option<Factuality> {
    let words = &reading.units()[units.clone()];
    let at = |found: usize| units.start + found;
    let negation = words.iter().position(|unit| unit.tag == Tag::Negation || unit.lower.ends_with("n't"));
    let modal = words.iter().position(|unit| unit.tag == Tag::Modal);
    let going = words.iter().position(|unit| unit.lower == "going");
    match (negation, modal) {
        (Some(negation), Some(modal)) if is_weak(&words[modal].lower) => {
            let mut found = cue(reading, FactualityValue::Hypothetical, at(modal));
            found.cues.push(words[negation].span);
            Some(found)
        }
        (Some(negation), _) => Some(cue(reading, FactualityValue::Negated, at(negation))),
        (None, Some(modal)) => {
            let perfect = words[modal..].iter().any(|unit| unit.tag == Tag::Have);
            let value = if is_future(&words[modal].lower) || (words[modal].lower == "would" && !perfect) {
                FactualityValue::Planned
            } else {
                FactualityValue::Hypothetical
            };
            Some(cue(reading, value, at(modal)))
        }
        (None, None) => going.map(|going| cue(reading, FactualityValue::Planned, at(going))),
    }
}

fn is_weak(modal: &str) -> bool {
    matches!(modal, "may" | "might" | "could" | "should")
}

fn is_future(modal: &str) -> bool {
    matches!(modal, "will" | "'ll" | "shall" | "won't")
}

/// Words inside the noun phrase before the trigger: "planned talks", "no arrests", "a possible strike".
fn modifiers(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    const PLANNED: &[&str] = &[
        "planned",
        "upcoming",
        "forthcoming",
        "scheduled",
        "next",
        "proposed",
        "future",
        "expected",
        "coming",
        "impending",
        "intended",
        "looming",
        "anticipated",
    ];
    const POSSIBLE: &[&str] = &[
        "possible",
        "potential",
        "any",
        "likely",
        "would-be",
        "hypothetical",
        "imminent",
        "feared",
        "threatened",
        "alleged-future",
        "further",
        "whether",
    ];
    if trigger.row.part != Part::Noun {
        return None;
    }
    let chunk = &reading.chunks()[reading.chunk_of(trigger.units.start)];
    (chunk.units.start..trigger.units.start).rev().find_map(|at| {
        let word = reading.units()[at].lower.as_str();
        let value = if PLANNED.contains(&word) {
            FactualityValue::Planned
        } else if matches!(word, "possible" | "potential" | "any" | "hypothetical" | "would-be" | "imminent" | "feared")
            && POSSIBLE.contains(&word)
        {
            FactualityValue::Hypothetical
        } else if matches!(word, "no" | "neither") {
            FactualityValue::Negated
        } else {
            return None;
        };
        Some(cue(reading, value, at))
    })
}

/// "the summit was cancelled"
fn called_off(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let verb = reading.chunks().get(carrier_of(reading, trigger)?)?;
    let cancelled = matches!(
        reading.units()[verb.head].lower.as_str(),
        "cancelled" | "canceled" | "averted" | "avoided" | "prevented"
    );
    let called = reading.units()[verb.head].lower == "called";
    let off = called && reading.units().get(verb.head + 1).is_some_and(|unit| unit.lower == "off");
    let passive = matches!(verb.kind, ChunkKind::Verbs { passive: true, .. });
    (passive && (cancelled || off)).then(|| cue(reading, FactualityValue::Negated, verb.head))
}

/// The verb whose subject the trigger's noun is: "the vote will be held", "talks did not take place".
fn carrier(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let chunk = &reading.chunks()[carrier_of(reading, trigger)?];
    verb_group(reading, chunk.units.start..chunk.head)
}

/// The verb group whose subject is the phrase that the trigger heads.
fn carrier_of(reading: &Reading, trigger: &Trigger) -> Option<usize> {
    if trigger.row.part != Part::Noun {
        return None;
    }
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let mut at = reading.chunk_of(trigger.units.end - 1) + 1;
    let limit = sentence.end.min(at + 6);
    while at < limit {
        let chunk = &reading.chunks()[at];
        match chunk.kind {
            ChunkKind::Verbs { finite: true, .. } => return Some(at),
            ChunkKind::Preposition | ChunkKind::Phrase => at += 1,
            _ => return None,
        }
    }
    None
}

/// A conjunction that opens the trigger's clause as a condition: "if a truce holds".
fn conjunction(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.start);
    let mut verbs = usize::from(trigger.row.part != Part::Noun);
    for at in (sentence.start.max(own.saturating_sub(CLAUSE_CHUNKS_MAX))..own).rev() {
        let chunk = &reading.chunks()[at];
        match chunk.kind {
            ChunkKind::Subordinator => {
                let word = reading.units()[chunk.head].lower.as_str();
                let value = matches!(word, "if" | "unless" | "whether").then_some(FactualityValue::Hypothetical);
                return value.map(|value| cue(reading, value, chunk.head));
            }
            ChunkKind::Verbs { infinitive: false, .. } => {
                verbs += 1;
                if verbs > 1 {
                    return None;
                }
            }
            ChunkKind::Comma | ChunkKind::Relative => return None,
            _ => {}
        }
    }
    None
}

/// Habit or generality, else a plain assertion.
fn generic(reading: &Reading, trigger: &Trigger) -> Factuality {
    const HABIT: &[&str] =
        &["often", "usually", "always", "frequently", "regularly", "typically", "generally", "routinely"];
    let chunk = &reading.chunks()[reading.chunk_of(trigger.units.start)];
    let habit = chunk.units.clone().find(|&at| HABIT.contains(&reading.units()[at].lower.as_str()));
    match habit {
        Some(habit) => cue(reading, FactualityValue::Generic, habit),
        None => Factuality { value: FactualityValue::Actual, cues: Vec::new() },
    }
}
