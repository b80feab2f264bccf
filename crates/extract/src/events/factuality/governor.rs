//! Governors: the verbs, nouns and adjectives that say what became of the event that they take as complement.

use std::{collections::HashMap, sync::LazyLock};

use super::{Factuality, FactualityValue, cue, verb_group};
use crate::{
    events::{
        grammar::{ChunkKind, Reading},
        lexicon::Part,
        triggers::Trigger,
    },
    words::verb_forms,
};

/// Verbs by what an infinitive, gerund or noun under them did, in the manner of implicative signatures (Karttunen
/// 1971; Nairn, Condoravdi and Karttunen 2006).
const VERBS: &[(FactualityValue, &str)] = &[
    (
        FactualityValue::Planned,
        "plan intend agree vow pledge promise prepare expect schedule decide set order arrange commit aim announce-to \
         opt choose propose threaten-to resolve prepare convene",
    ),
    (
        FactualityValue::Hypothetical,
        "want seek hope wish urge ask demand call request threaten consider attempt try fear warn propose need require \
         allow authorize encourage offer recommend suggest advise push press consider contemplate mull discuss debate \
         risk invite instruct tell command persuade convince pressure beg lobby petition tempt like prefer avoid-to \
         struggle strive fight-to",
    ),
    (
        FactualityValue::Negated,
        "refuse fail decline prevent avoid avert cancel deny reject forget neglect stop foil thwart block forbid \
         prohibit ban refrain abort call-off rule-out abandon scrap shelve",
    ),
    (
        FactualityValue::Actual,
        "begin start continue manage help force lead cause resume go come stop-to see proceed use",
    ),
];

/// Nouns and adjectives before "to", "of" or "for" with the same effect.
const NOUNS: &[(FactualityValue, &[&str])] = &[
    (
        FactualityValue::Planned,
        &[
            "plan",
            "plans",
            "decision",
            "set",
            "due",
            "scheduled",
            "expected",
            "ready",
            "preparations",
            "intention",
            "slated",
            "poised",
            "about",
            "pledge",
            "promise",
            "going",
        ],
    ),
    (
        FactualityValue::Hypothetical,
        &[
            "possibility",
            "threat",
            "risk",
            "prospect",
            "chance",
            "hope",
            "hopes",
            "fear",
            "fears",
            "call",
            "calls",
            "demand",
            "demands",
            "request",
            "bid",
            "effort",
            "efforts",
            "attempt",
            "attempts",
            "option",
            "proposal",
            "likelihood",
            "idea",
            "willing",
            "able",
            "likely",
            "unlikely",
            "right",
            "need",
            "desire",
            "appeal",
            "ability",
            "opportunity",
            "order",
            "danger",
            "prepared",
            "eager",
            "keen",
            "pressure",
            "permission",
            "power",
            "want",
            "wanting",
        ],
    ),
    (FactualityValue::Negated, &["refusal", "failure", "lack", "absence", "unable", "without", "instead", "inability"]),
];

static VERB_VALUES: LazyLock<HashMap<String, FactualityValue>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (value, lemmas) in VERBS {
        for (form, _) in lemmas.split_whitespace().flat_map(verb_forms) {
            table.entry(form).or_insert(*value);
        }
    }
    table
});

/// What the word that governs the trigger says, if it says anything.
pub(super) fn of(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.start);
    match reading.chunks()[own].kind {
        ChunkKind::Verbs { infinitive: true, .. } => Some(infinitive(reading, own, sentence.start)),
        ChunkKind::Verbs { finite: false, .. } if trigger.row.part != Part::Noun => {
            before(reading, own, sentence.start)
        }
        ChunkKind::Verbs { .. } => None,
        _ => before(reading, own, sentence.start),
    }
}

/// An infinitive: under a governor that says nothing it is a purpose, so not known to have happened.
fn infinitive(reading: &Reading, own: usize, start: usize) -> Factuality {
    let to = reading.chunks()[own].units.start;
    let floor = start.max(own.saturating_sub(4));
    for at in (floor..own).rev() {
        let chunk = &reading.chunks()[at];
        let word = reading.units()[chunk.head].lower.as_str();
        if let Some(value) = noun_value(word) {
            return cue(reading, value, chunk.head);
        }
        match chunk.kind {
            ChunkKind::Verbs { .. } => {
                let Some(&value) = VERB_VALUES.get(word) else { break };
                let own = verb_group(reading, chunk.units.start..chunk.head);
                return combine(reading, value, chunk.head, own);
            }
            ChunkKind::Phrase | ChunkKind::Preposition | ChunkKind::Other => {}
            _ => break,
        }
    }
    cue(reading, FactualityValue::Planned, to)
}

/// The verb of which the trigger is the object, or the noun or preposition before it.
fn before(reading: &Reading, own: usize, start: usize) -> Option<Factuality> {
    let mut at = own;
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|&at| at >= start)?;
        let chunk = &reading.chunks()[at];
        let word = reading.units()[chunk.head].lower.as_str();
        match chunk.kind {
            ChunkKind::Preposition if word == "without" => {
                return Some(cue(reading, FactualityValue::Negated, chunk.head));
            }
            ChunkKind::Preposition
                if matches!(word, "of" | "for" | "to" | "from" | "out" | "against" | "on" | "off") => {}
            ChunkKind::Phrase if at + 1 < own => return noun_value(word).map(|value| cue(reading, value, chunk.head)),
            ChunkKind::Verbs { .. } => {
                let value = value_of_phrasal(reading, chunk.head).or_else(|| VERB_VALUES.get(word).copied())?;
                let own = verb_group(reading, chunk.units.start..chunk.head);
                return (value != FactualityValue::Actual || own.is_some())
                    .then(|| combine(reading, value, chunk.head, own));
            }
            _ => return None,
        }
    }
    None
}

/// "ruled out", "called off", "called for"
fn value_of_phrasal(reading: &Reading, verb: usize) -> Option<FactualityValue> {
    let next = reading.units().get(verb + 1)?.lower.as_str();
    match (reading.units()[verb].lower.as_str(), next) {
        ("rule" | "rules" | "ruled" | "ruling", "out") | ("call" | "calls" | "called" | "calling", "off") => {
            Some(FactualityValue::Negated)
        }
        ("call" | "calls" | "called" | "calling", "for") => Some(FactualityValue::Hypothetical),
        _ => None,
    }
}

fn noun_value(word: &str) -> Option<FactualityValue> {
    NOUNS.iter().find(|(_, words)| words.contains(&word)).map(|(value, _)| *value)
}

/// A governor's value, seen through the negation or modal of its own verb group: "did not refuse to meet" leaves it
/// open, "did not plan to" denies it.
fn combine(reading: &Reading, value: FactualityValue, governor: usize, own: Option<Factuality>) -> Factuality {
    use FactualityValue::{Actual, Hypothetical, Negated};
    let Some(own) = own else { return cue(reading, value, governor) };
    let combined = match (value, own.value) {
        (Negated, Negated) => Hypothetical,
        (_, Negated) => Negated,
        (Actual, other) => other,
        (value, _) => value,
    };
    let mut cues = own.cues;
    cues.push(reading.units()[governor].span);
    Factuality { value: combined, cues }
}
