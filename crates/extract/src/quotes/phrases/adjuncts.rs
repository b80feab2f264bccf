//! What may stand between a cue and its content: time, occasion, channel, and whom one speaks to.

use dateline_lexicon::{Class, is};

use super::super::{
    clause::{self, Clause},
    words,
};

/// Most adjuncts in a row, and most items of one.
const ADJUNCTS_MAX: usize = 4;
const ADJUNCT_ITEMS_MAX: usize = 16;

/// Nouns of the occasions and channels on which things are said, documents aside.
fn is_occasion(word: &str) -> bool {
    words::is_document(word) || words::is_setting(word)
}

/// Nouns for those addressed.
fn is_audience(word: &str) -> bool {
    matches!(
        word,
        "reporters" | "journalists" | "supporters" | "lawmakers" | "voters" | "investors" | "viewers" | "fans"
    ) || is(word, Class::ObjectPronoun)
}

/// Whether a preposition begins an adjunct of the reporting verb: of time, occasion, channel or audience.
pub(in super::super) fn is_adjunct(clause: Clause<'_, '_>, at: usize) -> bool {
    if !words::begins_adjunct(clause.word(at)) {
        return false;
    }
    let year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && word.chars().all(|c| c.is_ascii_digit());
    let telling = |word: &str| words::is_time(word) || is_occasion(word) || year(word);
    (at + 1..at + 7)
        .take_while(|&i| clause.is_lexical(i) && (i == at + 1 || !words::is_preposition(clause.word(i))))
        .any(|i| telling(clause.word(i)))
        || (clause.word(at) == "to" && is_audience(clause.word(at + 1)))
}

/// The item behind the adjuncts that begin at `at`.
pub(in super::super) fn skip_adjuncts(clause: Clause<'_, '_>, mut at: usize) -> usize {
    for _ in 0..ADJUNCTS_MAX {
        let next = one_adjunct(clause, at);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

fn one_adjunct(clause: Clause<'_, '_>, at: usize) -> usize {
    let (word, next) = (clause.word(at), clause.word(at + 1));
    // An adverb of degree belongs to the content: "said almost all of it".
    let degree = matches!(
        word,
        "only" | "just" | "both" | "all" | "even" | "almost" | "rather" | "perhaps" | "maybe" | "not" | "never"
    );
    let named_time = words::is_time(word)
        && (clause.is_capital(at)
            || matches!(word, "today" | "yesterday" | "earlier" | "later" | "recently" | "tonight"));
    if words::is_adverb(word) && !degree && !clause.is_capital(at) {
        at + 1
    } else if named_time || (matches!(word, "last" | "this") && words::is_time(next)) {
        time(clause, at)
    } else if matches!(word, "late" | "early") && (words::is_time(next) || next == "on") {
        at + 1
    } else if is_adjunct(clause, at) {
        prepositional(clause, at)
    } else {
        at
    }
}

fn time(clause: Clause<'_, '_>, at: usize) -> usize {
    let belongs = |at: usize| words::is_time(clause.word(at)) || clause.word(at).parse::<u16>().is_ok();
    (at + 1..clause.len()).find(|&at| !belongs(at)).unwrap_or(clause.len())
}

/// The item behind a prepositional phrase that begins at `at`.
fn prepositional(clause: Clause<'_, '_>, at: usize) -> usize {
    let mut nouns = 0;
    let limit = clause.len().min(at + ADJUNCT_ITEMS_MAX);
    for end in at + 1..limit {
        let word = clause.word(end);
        if ends_prepositional(clause, at, end, nouns > 0) {
            return if nouns == 0 { at } else { end };
        }
        let noun = clause.is_lexical(end) && !words::is_determiner(word) && !words::is_preposition(word);
        nouns += usize::from(noun);
        let next = clause.word(end + 1);
        let goes_on =
            words::is_time(next) || next.parse::<u16>().is_ok() || matches!(next, "in" | "at" | "on" | "after" | "of");
        if words::is_time(word) && !goes_on {
            return end + 1;
        }
    }
    if nouns == 0 { at } else { limit }
}

/// Whether the prepositional phrase that begins at `at` ends before `end`.
fn ends_prepositional(clause: Clause<'_, '_>, at: usize, end: usize, has_noun: bool) -> bool {
    let (word, before) = (clause.word(end), clause.before(end));
    if words::is_determiner(word) && word != "that" {
        return end != at + 1 && !words::is_preposition(before) && !words::is_determiner(before);
    }
    if words::is_preposition(word) && has_noun {
        return !matches!(word, "of" | "with" | "in" | "on" | "at" | "to" | "from");
    }
    if matches!(word, "'s" | "'" | "-" | "." | "&") {
        return word == "." && clause.ends(end);
    }
    words::is_subject_pronoun(word)
        || words::is_conjunction(word)
        || words::is_subordinator(word)
        || words::is_auxiliary(word)
        || !clause.is_lexical(end)
}

/// The item behind the person addressed, where one stands at `at`: "told reporters", "warned the council".
pub(in super::super) fn addressee(clause: Clause<'_, '_>, at: usize) -> usize {
    let (word, next) = (clause.word(at), clause.word(at + 1));
    if word == "that" || words::is_question(word) {
        return at;
    }
    let owner = word == "her" && clause.is_lexical(at + 1) && !clause::is_function_word(next) && next != "that";
    if (is(word, Class::ObjectPronoun) || matches!(word, "you" | "it")) && !owner {
        return at + 1;
    }
    if words::is_subject_pronoun(word) && !words::is_determiner(word) || words::subject_contraction(word) {
        return at;
    }
    super::core(clause, at)
}
