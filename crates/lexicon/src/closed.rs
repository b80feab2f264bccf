//! The one closed class as which a word is read, where it can be but one.

use std::{collections::HashMap, sync::LazyLock};

use crate::class::{Class, FUNCTION_WORDS, named, rows};

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

static BY_WORD: LazyLock<HashMap<&'static str, ClosedClass>> = LazyLock::new(|| {
    let first = |names: &'static str| names.split(' ').filter_map(named).find_map(closed);
    rows(FUNCTION_WORDS).filter_map(|(word, names)| Some((word, first(names)?))).collect()
});

fn closed(class: Class) -> Option<ClosedClass> {
    Some(match class {
        Class::Article | Class::Determiner => ClosedClass::Determiner,
        Class::Possessive => ClosedClass::Possessive,
        Class::Pronoun => ClosedClass::Pronoun,
        Class::Relative => ClosedClass::Relative,
        Class::Be => ClosedClass::Be,
        Class::Have => ClosedClass::Have,
        Class::Do => ClosedClass::Do,
        Class::Modal => ClosedClass::Modal,
        Class::Negation => ClosedClass::Negation,
        Class::To => ClosedClass::To,
        Class::Preposition | Class::ConjunctivePreposition => ClosedClass::Preposition,
        Class::Coordinator => ClosedClass::Coordinator,
        Class::Subordinator => ClosedClass::Subordinator,
        Class::Adverb => ClosedClass::Adverb,
        _ => return None,
    })
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
    fn a_word_of_several_classes_is_read_as_the_first() {
        for (word, expected) in [
            ("the", Some(ClosedClass::Determiner)),
            ("after", Some(ClosedClass::Preposition)),
            ("that", Some(ClosedClass::Subordinator)),
            ("himself", Some(ClosedClass::Pronoun)),
            ("nor", Some(ClosedClass::Negation)),
            ("so", Some(ClosedClass::Adverb)),
            ("three", None),
            ("table", None),
        ] {
            assert_eq!(closed_class(word), expected, "{word}");
        }
    }
}
