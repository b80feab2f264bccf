//! What the trigger's own noun phrase says, and the verb of which it is the subject.

use dateline_lexicon::Part;

use super::{Factuality, FactualityValue, cue, cues, verb_group};
use crate::events::{
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};

/// Chunks between a noun and the verb of which it is the subject.
const REACH_CHUNKS: usize = 6;

/// Words inside the noun phrase before the trigger: "planned talks", "no arrests", "no injuries or deaths".
pub(super) fn modifiers(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    if trigger.row.part != Part::Noun {
        return None;
    }
    let own = reading.chunk_of(trigger.units.start);
    let start = reading.chunks()[own].units.start;
    let said = (start..trigger.units.start)
        .rev()
        .find_map(|at| cues::of_adjective(&reading.units()[at].lower).map(|value| cue(reading, value, at)));
    said.or_else(|| {
        let joint = own >= 2 && reading.chunks()[own - 1].kind == ChunkKind::Coordinator;
        let first = reading.chunks().get(own.checked_sub(2)?)?;
        let same_sentence = reading.sentence_of(first.units.start) == reading.sentence_of(trigger.units.start);
        let no = reading.units()[first.units.start].lower == "no";
        (joint && same_sentence && no).then(|| cue(reading, FactualityValue::Negated, first.units.start))
    })
}

/// The subject of a verb: "no one was arrested", "not a single ship sank".
pub(super) fn subject(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    if trigger.row.part == Part::Noun {
        return None;
    }
    let dependents = &trigger.dependents;
    dependents.subject.iter().chain(&dependents.object).find_map(|phrase| {
        let first = phrase.units.start;
        let word = reading.units()[first].lower.as_str();
        let none = matches!(word, "no" | "nobody" | "none" | "neither" | "nothing") || word == "no-one";
        let not = first > 0 && reading.units()[first - 1].lower == "not";
        (none || not).then(|| cue(reading, FactualityValue::Negated, if not { first - 1 } else { first }))
    })
}

/// "the summit was cancelled", "the strike was averted"
pub(super) fn called_off(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let verb = &reading.chunks()[carrier_of(reading, trigger)?];
    let word = reading.units()[verb.head].lower.as_str();
    let off = word == "called" && reading.units().get(verb.head + 1).is_some_and(|unit| unit.lower == "off");
    let passive = matches!(verb.kind, ChunkKind::Verbs { passive: true, .. });
    let negated =
        cues::over_noun(word) == Some(FactualityValue::Negated) && !trigger.kind.id().starts_with("statement.");
    (passive && (negated || off)).then(|| cue(reading, FactualityValue::Negated, verb.head))
}

/// What the verb says whose subject the trigger's noun is: "the vote will be held", "talks did not take place", "the
/// first meeting set to take place in May".
pub(super) fn carrier(reading: &Reading, trigger: &Trigger) -> Option<Factuality> {
    let at = carrier_of(reading, trigger)?;
    let chunk = &reading.chunks()[at];
    let word = reading.units()[chunk.head].lower.as_str();
    let next = reading.chunks().get(at + 1).map(|next| next.kind);
    let infinitive = matches!(next, Some(ChunkKind::Verbs { infinitive: true, .. }));
    let announced = matches!(word, "set" | "scheduled" | "planned" | "expected" | "due" | "slated");
    let to_be = infinitive && matches!(word, "is" | "are" | "was" | "were");
    // "the truce will likely hinge on the release"
    let on = reading.units().get(chunk.head + 1).is_some_and(|next| matches!(next.lower.as_str(), "on" | "upon"));
    if on && cues::is_condition(word) {
        return Some(cue(reading, FactualityValue::Hypothetical, chunk.head));
    }
    if announced || to_be {
        return Some(cue(reading, FactualityValue::Planned, chunk.head));
    }
    cues::is_existence(word).then(|| verb_group(reading, chunk.units.start..chunk.head))?
}

/// The verb group whose subject is the phrase that the trigger heads.
fn carrier_of(reading: &Reading, trigger: &Trigger) -> Option<usize> {
    if trigger.row.part != Part::Noun {
        return None;
    }
    let sentence = &reading.sentences()[reading.sentence_of(trigger.units.start)].chunks;
    let own = reading.chunk_of(trigger.units.end - 1);
    for at in own + 1..sentence.end.min(own + REACH_CHUNKS) {
        match reading.chunks()[at].kind {
            ChunkKind::Verbs { infinitive: false, .. } => return Some(at),
            ChunkKind::Preposition | ChunkKind::Phrase | ChunkKind::Coordinator => {}
            _ => return None,
        }
    }
    None
}
