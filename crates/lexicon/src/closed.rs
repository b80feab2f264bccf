//! The one closed class as which a word is read first.

use std::{collections::HashMap, sync::LazyLock};

/// The closed class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedClass {
    /// "the", "a", "this", "some"
    Determiner,
    /// "his", "their": a determiner that also refers.
    Possessive,
    /// "he", "they", "us"
    Pronoun,
    /// "who", "which", "whom", "what"
    Relative,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "could", "must"
    Modal,
    /// "not", "n't", "never"
    Negation,
    /// "to"
    To,
    /// "of", "in", "against"
    Preposition,
    /// "and", "or", "but"
    Coordinator,
    /// "that", "if", "because", "while"
    Subordinator,
    /// "also", "already", "still": adverbs that stand between a subject and its verb.
    Adverb,
}

static BY_WORD: LazyLock<HashMap<&'static str, ClosedClass>> =
    LazyLock::new(|| include_str!("../data/closed-classes.tsv").lines().filter_map(parse).collect());

fn parse(row: &'static str) -> Option<(&'static str, ClosedClass)> {
    let (word, class) = row.split_once('\t')?;
    let class = match class {
        "determiner" => ClosedClass::Determiner,
        "possessive" => ClosedClass::Possessive,
        "pronoun" => ClosedClass::Pronoun,
        "relative" => ClosedClass::Relative,
        "be" => ClosedClass::Be,
        "have" => ClosedClass::Have,
        "do" => ClosedClass::Do,
        "modal" => ClosedClass::Modal,
        "negation" => ClosedClass::Negation,
        "to" => ClosedClass::To,
        "preposition" => ClosedClass::Preposition,
        "coordinator" => ClosedClass::Coordinator,
        "subordinator" => ClosedClass::Subordinator,
        "adverb" => ClosedClass::Adverb,
        _ => return None,
    };
    Some((word, class))
}

/// The closed class of a lower-case word, if it has one.
#[must_use]
pub fn closed_class(word: &str) -> Option<ClosedClass> {
    BY_WORD.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_written_and_each_word_has_one() {
        let rows = include_str!("../data/closed-classes.tsv").lines();
        assert!(rows.clone().all(|row| parse(row).is_some()));
        assert_eq!(BY_WORD.len(), rows.count());
    }
}
