//! Words that say whether what they govern happened, in the manner of implicative signatures (Karttunen 1971; Nairn,
//! Condoravdi and Karttunen 2006).
//!
//! `data/factuality.tsv` has a row per word and relation: the word (a verb in its dictionary form), the relation, and
//! what it says.

use std::{collections::HashMap, sync::LazyLock};

use crate::inflection::verb_forms;

/// What a word says of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It happened: "began to", "managed to".
    Actual,
    /// It is planned: "plans to".
    Planned,
    /// It may happen: "wants to".
    Hypothetical,
    /// It did not happen: "failed to".
    Negated,
}

/// How a word governs the word of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `over-verb`: a verb over a verb: "refused to attend".
    OverVerb,
    /// `over-noun`: a verb over a noun: "prevented an attack".
    OverNoun,
    /// `before`: a noun or adjective before "to", "of" or "for": "unable to attend".
    Before,
    /// `modifier`: an adjective before a noun: "a possible attack".
    Modifier,
    /// `existence`: a verb that says of a noun only that it is, so that its auxiliaries hold of the noun: "was held".
    Existence,
    /// `condition`: a verb that makes one event the condition of another: "hinges on".
    Condition,
}

type Table = HashMap<Relation, HashMap<String, Effect>>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    for (word, relation, effect) in include_str!("../data/factuality.tsv").lines().filter_map(parse) {
        let forms = table.entry(relation).or_default();
        match relation {
            Relation::Before | Relation::Modifier => {
                forms.insert(word.to_owned(), effect);
            }
            _ => forms.extend(verb_forms(word).into_iter().map(|(form, _)| (form, effect))),
        }
    }
    table
});

fn parse(row: &'static str) -> Option<(&'static str, Relation, Effect)> {
    let mut cells = row.split('\t');
    let word = cells.next()?;
    let relation = match cells.next()? {
        "over-verb" => Relation::OverVerb,
        "over-noun" => Relation::OverNoun,
        "before" => Relation::Before,
        "modifier" => Relation::Modifier,
        "existence" => Relation::Existence,
        "condition" => Relation::Condition,
        _ => return None,
    };
    let effect = match cells.next()? {
        "actual" => Effect::Actual,
        "planned" => Effect::Planned,
        "hypothetical" => Effect::Hypothetical,
        "negated" => Effect::Negated,
        _ => return None,
    };
    Some((word, relation, effect))
}

/// What a word in lower case says of an event that it governs.
#[must_use]
pub fn effect(word: &str, relation: Relation) -> Option<Effect> {
    TABLE.get(&relation)?.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_written() {
        for row in include_str!("../data/factuality.tsv").lines() {
            assert!(parse(row).is_some(), "{row}");
        }
    }

    #[test]
    fn no_form_has_two_effects() {
        let mut seen = HashMap::new();
        for (word, relation, effect) in include_str!("../data/factuality.tsv").lines().filter_map(parse) {
            for (form, _) in verb_forms(word) {
                let before = seen.insert((relation, form.clone()), effect);
                assert!(before.is_none_or(|before| before == effect), "{form}");
            }
        }
    }

    #[test]
    fn verbs_are_found_by_each_form_and_other_words_as_written() {
        for (word, relation, expected) in [
            ("refused", Relation::OverVerb, Some(Effect::Negated)),
            ("plans", Relation::OverVerb, Some(Effect::Planned)),
            ("unable", Relation::Before, Some(Effect::Negated)),
            ("possible", Relation::Modifier, Some(Effect::Hypothetical)),
            ("table", Relation::Modifier, None),
        ] {
            assert_eq!(effect(word, relation), expected, "{word}");
        }
    }
}
