//! Governors: the verbs, nouns and adjectives that say what became of the event that they take as complement.

use dateline_lexicon::Part;

use super::{Factuality, FactualityValue, cue, cues, verb_group};
use crate::events::{
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};

/// Chunks between a governor and its complement.
const REACH_CHUNKS: usize = 4;

/// What the word that governs the trigger says, if it says anything.
pub(super) fn of(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let start = reading.sentences()[reading.sentence_of(trigger.units.start)].chunks.start;
    let own = reading.chunk_of(trigger.units.start);
    match reading.chunks()[own].kind {
        ChunkKind::Verbs { infinitive: true, .. } => Some(infinitive(reading, own, start)),
        ChunkKind::Verbs { finite: false, .. } if trigger.row.part != Part::Noun => before_gerund(reading, own, start),
        ChunkKind::Verbs { .. } => None,
        _ => before_noun(reading, trigger, own, start),
    }
}

/// An infinitive: under a governor that says nothing it is a purpose, so not known to have happened.
fn infinitive(reading: &Reading, own: usize, start: usize) -> Factuality {
    let to = reading.chunks()[own].units.start;
    for at in (start.max(own.saturating_sub(REACH_CHUNKS))..own).rev() {
        let chunk = &reading.chunks()[at];
        let word = reading.units()[chunk.head].lower.as_str();
        // "were able to regain control": an ability of the past was used.
        let able =
            word == "able" && at > start && matches!(reading.units()[chunk.head - 1].lower.as_str(), "was" | "were");
        if able {
            return Factuality { value: FactualityValue::Actual, cues: Vec::new() };
        }
        if let Some(value) = cues::of_noun(word) {
            return cue(reading, value, chunk.head);
        }
        match chunk.kind {
            // "had to flee", but "has to resign".
            ChunkKind::Verbs { .. } if matches!(word, "had" | "having") && at + 1 == own => {
                let own = verb_group(reading, chunk.units.start..chunk.head);
                return own.unwrap_or(Factuality { value: FactualityValue::Actual, cues: Vec::new() });
            }
            ChunkKind::Verbs { .. } if matches!(word, "have" | "has") && at + 1 == own => {
                return cue(reading, FactualityValue::Hypothetical, chunk.head);
            }
            ChunkKind::Verbs { .. } => {
                let Some(value) = cues::over_verb(word) else { break };
                return combine(reading, value, at);
            }
            ChunkKind::Phrase | ChunkKind::Preposition | ChunkKind::Other => {}
            _ => break,
        }
    }
    cue(reading, FactualityValue::Planned, to)
}

/// A gerund after a verb ("avoided meeting"), or after a preposition and what governs that ("plans for meeting").
fn before_gerund(reading: &Reading, own: usize, start: usize) -> Option<Factuality> {
    for at in (start.max(own.saturating_sub(REACH_CHUNKS))..own).rev() {
        let chunk = &reading.chunks()[at];
        let word = reading.units()[chunk.head].lower.as_str();
        match chunk.kind {
            ChunkKind::Preposition if word == "without" => {
                return Some(cue(reading, FactualityValue::Negated, chunk.head));
            }
            ChunkKind::Preposition => {}
            ChunkKind::Phrase if at + 1 < own => {
                return cues::of_noun(word).map(|value| cue(reading, value, chunk.head));
            }
            ChunkKind::Verbs { .. } => {
                let value = phrasal(reading, chunk.head).or_else(|| cues::over_verb(word))?;
                return Some(combine(reading, value, at));
            }
            _ => return None,
        }
    }
    None
}

/// The verb of which the trigger's noun is the object, or the noun or preposition before it.
fn before_noun(reading: &Reading, trigger: &Trigger, own: usize, start: usize) -> Option<Factuality> {
    for at in (start.max(own.saturating_sub(REACH_CHUNKS))..own).rev() {
        let chunk = &reading.chunks()[at];
        let word = reading.units()[chunk.head].lower.as_str();
        match chunk.kind {
            ChunkKind::Preposition if word == "without" => {
                return Some(cue(reading, FactualityValue::Negated, chunk.head));
            }
            // "hinges on the release of the hostages"
            ChunkKind::Preposition if matches!(word, "on" | "upon") => {
                let verb = at.checked_sub(1).filter(|&verb| verb >= start).map(|verb| reading.chunks()[verb].head)?;
                let condition = cues::is_condition(&reading.units()[verb].lower);
                return condition.then(|| cue(reading, FactualityValue::Hypothetical, verb));
            }
            ChunkKind::Preposition if matches!(word, "of" | "for" | "to" | "from" | "out" | "against" | "off") => {}
            ChunkKind::Phrase if at + 1 < own => {
                return cues::of_noun(word).map(|value| cue(reading, value, chunk.head));
            }
            ChunkKind::Verbs { infinitive: is_infinitive, .. } => {
                let value = phrasal(reading, chunk.head).or_else(|| cues::over_noun(word));
                return match value {
                    // A denied allegation has been made.
                    Some(FactualityValue::Negated) if trigger.kind.id().starts_with("statement.") => None,
                    Some(value) => Some(combine(reading, value, at)),
                    // "intends to hold two votes": the noun shares the governor of the infinitive.
                    None if is_infinitive && at + 1 == own => Some(infinitive(reading, at, start)),
                    None if at + 1 == own => verb_group(reading, chunk.units.start..chunk.head),
                    None => None,
                };
            }
            _ => return None,
        }
    }
    None
}

/// "ruled out", "called off", "called for"
fn phrasal(reading: &Reading, verb: usize) -> Option<FactualityValue> {
    let next = reading.units().get(verb + 1)?.lower.as_str();
    match (reading.units()[verb].lower.as_str(), next) {
        ("rule" | "rules" | "ruled" | "ruling", "out") | ("call" | "calls" | "called" | "calling", "off") => {
            Some(FactualityValue::Negated)
        }
        ("call" | "calls" | "called" | "calling", "for") => Some(FactualityValue::Hypothetical),
        _ => None,
    }
}

/// A governor's value, seen through the negation or modal of its own verb group: "did not refuse to meet" leaves it
/// open, "did not plan to" denies it.
fn combine(reading: &Reading, value: FactualityValue, governor: usize) -> Factuality {
    use FactualityValue::{Actual, Hypothetical, Negated};
    let chunk = &reading.chunks()[governor];
    let Some(own) = verb_group(reading, chunk.units.start..chunk.head) else { return cue(reading, value, chunk.head) };
    let combined = match (value, own.value) {
        (Negated, Negated) => Hypothetical,
        (_, Negated) => Negated,
        (Actual, other) => other,
        (value, _) => value,
    };
    let mut cues = own.cues;
    cues.push(reading.units()[chunk.head].span);
    Factuality { value: combined, cues }
}
