//! Factuality: whether an event happened, from the words around its trigger.
//!
//! The degrees follow FactBank's and UDS's distinctions, cut to five. Each rule looks at one place: the trigger's own
//! verb group, the verb or noun that governs it, the words of its noun phrase, the verb of which it is the subject,
//! the conjunction that opens its clause, and its time.

mod cues;
mod governor;
mod phrase;

use dateline_lexicon::{Part, TriggerForm, VerbForm};
use dateline_text::{Byte, Span};

use super::{
    Factuality, FactualityValue,
    grammar::{ChunkKind, Reading, Tag},
    triggers::Trigger,
};

/// Chunks to the left in which a conjunction can open the trigger's clause.
const CLAUSE_CHUNKS_MAX: usize = 10;
/// Units at the head of a sentence among which its "if" stands.
const OPENING_UNITS_MAX: usize = 3;
/// Units on either side in which a word of habit speaks of the trigger.
const HABIT_UNITS_MAX: usize = 8;

/// Judges one trigger. `future` is the span of its time, where that lies after publication.
pub(super) fn judge(reading: &Reading, trigger: &Trigger, future: Option<Span<Byte>>) -> Factuality {
    let judged = own_verbs(reading, trigger)
        .or_else(|| phrase::subject(reading, trigger))
        .or_else(|| phrase::called_off(reading, trigger))
        .or_else(|| governor::of(reading, trigger))
        .or_else(|| phrase::modifiers(reading, trigger))
        .or_else(|| phrase::carrier(reading, trigger));
    match (judged, conjunction(reading, trigger)) {
        // "if a truce holds, troops would leave": what follows from a condition is as open as that.
        (Some(judged), None) if judged.value == FactualityValue::Planned && !is_past(trigger) => {
            consequence(reading, trigger).unwrap_or(judged)
        }
        // "if a truce will be signed": a condition outweighs all but a denial.
        (Some(judged), Some(condition)) => match judged.value {
            FactualityValue::Actual | FactualityValue::Planned => condition,
            _ => judged,
        },
        (Some(found), None) | (None, Some(found)) => found,
        (None, None) => match future {
            Some(time) if !is_past(trigger) => Factuality { value: FactualityValue::Planned, cues: vec![time] },
            _ => habit(reading, trigger),
        },
    }
}

/// Whether words show what was judged: any cue but the "to" of an infinitive after a verb, which may be a purpose that was
/// met ("came to meet"); in a headline, "to" is the future.
pub(super) fn is_shown(reading: &Reading, trigger: &Trigger, judged: &Factuality) -> bool {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.start);
    let after_verb = || {
        let before = &reading.chunks()[sentence.start.max(own.saturating_sub(CLAUSE_CHUNKS_MAX))..own];
        before.iter().any(|chunk| matches!(chunk.kind, ChunkKind::Verbs { finite: true, .. }))
    };
    let is_to = |cue: &Span<Byte>| reading.unit_at(*cue).is_some_and(|unit| unit.lower == "to");
    judged.cues.iter().any(|cue| !is_to(cue)) || !judged.cues.is_empty() && !after_verb()
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
    let find = |is: &dyn Fn(&str, Tag) -> bool| {
        words.iter().position(|unit| is(&unit.lower, unit.tag)).map(|found| units.start + found)
    };
    let negation = find(&|word, tag| tag == Tag::Negation || word.ends_with("n't"));
    let modal = find(&|_, tag| tag == Tag::Modal);
    let going = find(&|word, _| word == "going");
    let word = |at: usize| reading.units()[at].lower.as_str();
    match (negation, modal) {
        (Some(negation), Some(modal)) if matches!(word(modal), "may" | "might" | "could" | "should") => {
            let mut found = cue(reading, FactualityValue::Hypothetical, modal);
            found.cues.push(reading.units()[negation].span);
            Some(found)
        }
        (Some(negation), _) => Some(cue(reading, FactualityValue::Negated, negation)),
        (None, Some(modal)) => {
            let perfect = words.iter().any(|unit| unit.tag == Tag::Have);
            let future = matches!(word(modal), "will" | "'ll" | "shall") || (word(modal) == "would" && !perfect);
            let value = if future { FactualityValue::Planned } else { FactualityValue::Hypothetical };
            Some(cue(reading, value, modal))
        }
        (None, None) => going.map(|going| cue(reading, FactualityValue::Planned, going)).or_else(|| {
            // "recommended that troops be deployed"
            let subjunctive = words.first().is_some_and(|first| first.lower == "be");
            subjunctive.then(|| cue(reading, FactualityValue::Hypothetical, units.start))
        }),
    }
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
            // "if the party wins and its leader resigns": a conjunct lies under the same condition.
            ChunkKind::Coordinator => verbs = 0,
            ChunkKind::Comma | ChunkKind::Relative => return None,
            _ => {}
        }
    }
    None
}

/// The "if" that opens the sentence in whose main clause a trigger stands: "if a truce holds, troops would leave".
fn consequence(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].units;
    let opens = (sentence.start..sentence.end.min(sentence.start + OPENING_UNITS_MAX))
        .find(|&at| matches!(reading.units()[at].tag, Tag::Subordinator | Tag::Noun | Tag::Name | Tag::Verb(_)))?;
    let is_if = matches!(reading.units()[opens].lower.as_str(), "if" | "unless");
    (is_if && opens < trigger.units.start).then(|| cue(reading, FactualityValue::Hypothetical, opens))
}

/// A habit, where words near the trigger say so, else a plain assertion.
fn habit(reading: &Reading, trigger: &Trigger) -> Factuality {
    const HABIT: &[&str] =
        &["often", "usually", "always", "frequently", "regularly", "typically", "generally", "routinely", "annually"];
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].units;
    let from = sentence.start.max(trigger.units.start.saturating_sub(HABIT_UNITS_MAX));
    let near = from..sentence.end.min(trigger.units.end + HABIT_UNITS_MAX);
    let word = |at: usize| reading.units()[at].lower.as_str();
    let habit = near.clone().find(|&at| {
        let every = matches!(word(at), "every" | "each") && at + 1 < near.end;
        HABIT.contains(&word(at))
            || (every && matches!(word(at + 1), "year" | "day" | "week" | "month" | "time" | "summer"))
    });
    match habit.filter(|_| !is_past(trigger)) {
        Some(habit) => cue(reading, FactualityValue::Generic, habit),
        None => Factuality { value: FactualityValue::Actual, cues: Vec::new() },
    }
}
