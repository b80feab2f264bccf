//! The words that say whether an event happened, as the lexicon lists them.

use dateline_lexicon::{Effect, Relation, effect};

use super::FactualityValue;

fn value(word: &str, relation: Relation) -> Option<FactualityValue> {
    effect(word, relation).map(|effect| match effect {
        Effect::Actual => FactualityValue::Actual,
        Effect::Planned => FactualityValue::Planned,
        Effect::Hypothetical => FactualityValue::Hypothetical,
        Effect::Negated => FactualityValue::Negated,
    })
}

/// What a verb says of a verb under it.
pub(super) fn over_verb(word: &str) -> Option<FactualityValue> {
    value(word, Relation::OverVerb)
}

/// What a verb says of a noun under it.
pub(super) fn over_noun(word: &str) -> Option<FactualityValue> {
    value(word, Relation::OverNoun)
}

/// What a noun or adjective says of what follows it.
pub(super) fn of_noun(word: &str) -> Option<FactualityValue> {
    value(word, Relation::Before)
}

/// What an adjective says of its noun.
pub(super) fn of_adjective(word: &str) -> Option<FactualityValue> {
    value(word, Relation::Modifier)
}

/// Whether a verb makes one event the condition of another.
pub(super) fn is_condition(word: &str) -> bool {
    effect(word, Relation::Condition).is_some()
}

/// Whether a verb says of its subject or object only that it is.
pub(super) fn is_existence(word: &str) -> bool {
    effect(word, Relation::Existence).is_some() || matches!(word, "is" | "are" | "was" | "were" | "been")
}
