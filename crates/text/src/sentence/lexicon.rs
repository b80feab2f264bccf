//! Words that tell whether a sentence goes on.

use dateline_lexicon::{Class, is};

/// Whether a capitalised `word` is one that starts sentences rather than continues a name.
pub(super) fn is_starter(word: &str) -> bool {
    is(&word.to_lowercase(), Class::SentenceStarter)
}

/// Whether `word` is the verb of a reporting clause.
pub(super) fn is_reporting_verb(word: &str) -> bool {
    is(&word.to_lowercase(), Class::TagVerb)
}

/// Whether `name` may carry an exclamation mark as part of it.
pub(super) fn is_exclaimed_name(name: &str) -> bool {
    is(name, Class::ExclaimedName)
}

/// Whether `word` and a colon name the maker of a picture.
pub(super) fn is_credit(word: &str) -> bool {
    is(word, Class::CreditWord)
}
