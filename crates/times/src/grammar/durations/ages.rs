//! Whose age an amount with "old" tells.

use dateline_lexicon::{Class, classes, is, person};

use crate::{grammar::Reader, lexicon::Lex, tense};

/// Most words between "old" and the noun that has the age: "a 44-year-old former bank clerk".
const WORDS_MAX: usize = 4;

/// Classes of words that no noun phrase goes on over.
const CLOSING: [Class; 12] = [
    Class::Article,
    Class::Possessive,
    Class::Relative,
    Class::Coordinator,
    Class::Subordinator,
    Class::Preposition,
    Class::ConjunctivePreposition,
    Class::To,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
];

/// Most words from a pronoun to its age: "she was only just".
const SUBJECT_WORDS_MAX: usize = 4;

const PRONOUNS: &[&str] = &["he", "she", "i", "you", "we", "they", "who"];

/// Whether the age that ends at `end` is a person's: "a 44-year-old teacher", "the 6-year-old", "Mr Roe, 52 years old,".
///
/// A person's age dates nothing, and TimeBank leaves it without annotation; the age of a thing tells when it began: "a
/// two-year-old dispute".
pub(super) fn of_person(reader: Reader<'_>, start: usize, end: usize) -> bool {
    let first = reader.word(end);
    let letter = |word: &str| word.starts_with(char::is_alphabetic);
    // An apposition to a name.
    if reader.lex(end) == Lex::Comma && reader.lex_before(start) == Lex::Comma {
        return start > 1 && reader.capital(start - 2);
    }
    let joined = reader.is(end.saturating_sub(2), &["-", "–", "‐", "‑"]);
    // "when she was four years old".
    if !joined && (start.saturating_sub(SUBJECT_WORDS_MAX)..start).any(|at| reader.is(at, PRONOUNS)) {
        return true;
    }
    let closes = |at: usize| !letter(reader.word(at)) || closing(reader, at);
    // "the 43-year-old asked in court".
    if closes(end) || tense::is_past(first) && closes(end + 1) {
        return joined;
    }
    let mut named = false;
    for at in end..end + WORDS_MAX {
        let word = reader.word(at);
        let verb = at > end && word.ends_with("ing") || named && tense::is_past(word);
        if !letter(word) && reader.lex(at) != Lex::Dash || closing(reader, at) || verb {
            break;
        }
        let lower = word.to_lowercase();
        if is_person(&lower) || is_person(lower.strip_suffix('s').unwrap_or(&lower)) {
            return true;
        }
        if reader.lex(at) != Lex::Dash {
            named = reader.capital(at);
        }
    }
    // A name closes the phrase: "6-year-old Ana Ruiz".
    named
}

fn closing(reader: Reader<'_>, at: usize) -> bool {
    classes(&reader.word(at).to_lowercase()).any(&CLOSING)
}

fn is_person(lower: &str) -> bool {
    person::is_kin(lower)
        || person::is_person_noun(lower)
        || person::gender_of(lower).is_some()
        || is(lower, Class::Human)
}
