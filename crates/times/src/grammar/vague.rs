//! References to present, past and future that name no period: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.

use super::{Phrase, Reader};
use crate::{TimexKind, lexicon::Lex, meaning::Step};

const PRESENT: &str = "PRESENT_REF";
const PAST: &str = "PAST_REF";
const FUTURE: &str = "FUTURE_REF";

/// Fixed phrases, their value, and how many of their last words are required to be followed by no noun.
const PHRASES: &[(&[&str], &str)] = &[
    (&["the", "present"], PRESENT),
    (&["at", "present"], PRESENT),
    (&["the", "present", "time"], PRESENT),
    (&["the", "moment"], PRESENT),
    (&["this", "moment"], PRESENT),
    (&["this", "time"], PRESENT),
    (&["these", "days"], PRESENT),
    (&["the", "past"], PAST),
    (&["the", "recent", "past"], PAST),
    (&["the", "near", "future"], FUTURE),
    (&["the", "future"], FUTURE),
    (&["the", "foreseeable", "future"], FUTURE),
    (&["the", "not", "too", "distant", "future"], FUTURE),
    (&["not", "long", "ago"], PAST),
    (&["long", "ago"], PAST),
    (&["a", "long", "time", "ago"], PAST),
    (&["a", "while", "ago"], PAST),
    (&["some", "time", "ago"], PAST),
];

/// "now", "currently", "the past", "the near future", "recently", "soon".
pub(super) fn reference(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if reader.is(at, &["current"]) && reader.word(at + 1).starts_with(char::is_lowercase) {
        return Some(Phrase::literal(at, at + 1, TimexKind::Date, PRESENT));
    }
    // "the recent talks".
    let recent = reader.is(at, &["recent"]) && !reader.after_one_of(at, &["more", "most", "too"]);
    if recent && matches!(reader.lex(at + 1), Lex::Other) && reader.word(at + 1).starts_with(char::is_lowercase) {
        return Some(Phrase::literal(at, at + 1, TimexKind::Date, PAST));
    }
    if let Lex::Reference(value) = reader.lex(at) {
        return single(reader, at, value);
    }
    let spelled = |words: &[&str]| words.iter().enumerate().all(|(i, word)| reader.is(at + i, &[word]));
    let &(words, value) = PHRASES.iter().filter(|(words, _)| spelled(words)).max_by_key(|(words, _)| words.len())?;
    let end = at + words.len();
    let dated = match words {
        [_, "moment" | "time"] => reader.after_one_of(at, &["at", "for"]),
        [_, "past" | "present" | "future"] => !adjective(reader, end),
        _ => true,
    };
    dated.then(|| Phrase::literal(at, end, TimexKind::Date, value))
}

/// Whether a word before a noun is its adjective: "the past chairman", "the future king".
fn adjective(reader: Reader<'_>, end: usize) -> bool {
    let word = reader.word(end);
    let closes = matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::The | Lex::Step(Step::That))
        || reader.is(
            end,
            &[
                "of", "and", "to", "in", "for", "is", "was", "has", "with", "as", "but", "when", "or", "by", "at",
                "that", "he", "she", "they", "it", "we", "i", "will", "on", "\"", "”", "''", ")", ";", "'s", "’s",
                "from", "because", "?", "!",
            ],
        );
    !(word.is_empty() || closes)
}

/// One adverb, with the word that strengthens it: "just recently", "until now", "more recently".
fn single(reader: Reader<'_>, at: usize, value: &'static str) -> Option<Phrase> {
    // "now that he is gone" is a conjunction; "Now," opens speech; "as soon as" compares.
    let soon = reader.is(at, &["soon"]);
    if soon && !reader.after_one_of(at, &["will", "'ll", "would", "could", "may", "might", "can", "be", "very"]) {
        return None;
    }
    let conjunction = reader.is(at, &["now"]) && reader.is(at + 1, &["that"]);
    if conjunction || soon && (reader.is(at + 1, &["as", "after"]) || reader.after_one_of(at, &["as", "too", "how"])) {
        return None;
    }
    let start = if reader.after_one_of(at, &["more", "most", "right", "until", "just"])
        && !reader.after_one_of(at, &["until", "just"])
    {
        at - 1
    } else {
        at
    };
    Some(Phrase::literal(start, at + 1, TimexKind::Date, value))
}
