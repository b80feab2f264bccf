//! Noun phrases that begin at a position.

use dateline_lexicon::cue_form;

use super::{
    super::{
        clause::{self, Clause},
        words,
    },
    PHRASE_MAX, adjuncts, stops_phrase,
};

/// Most items of what is set off behind a noun phrase.
const APPOSITION_MAX: usize = 30;

/// The item behind the noun phrase that begins at `start`, with its apposition; `start` itself where there is none.
pub(in super::super) fn rightwards(clause: Clause<'_, '_>, start: usize) -> usize {
    let end = core(clause, start);
    if end == start { start } else { with_apposition(clause, end) }
}

/// The item behind the noun phrase that begins at `start`, without apposition.
pub(in super::super) fn core(clause: Clause<'_, '_>, start: usize) -> usize {
    let first = clause.word(start);
    if words::is_subject_pronoun(first) && !words::is_determiner(first) || matches!(first, "him" | "me" | "us" | "them")
    {
        return start + 1;
    }
    let limit = clause.len().min(start + PHRASE_MAX);
    let mut end = (start..limit).find(|&at| !joins_right(clause, at, at > start)).unwrap_or(limit.max(start));
    while end > start && (words::is_preposition(clause.word(end - 1)) || words::is_conjunction(clause.word(end - 1))) {
        end -= 1;
    }
    end
}

/// Whether the item at `at` belongs to the noun phrase on its left, which has `begun` or not.
fn joins_right(clause: Clause<'_, '_>, at: usize, begun: bool) -> bool {
    let (word, before) = (clause.word(at), clause.before(at));
    let between_capitals = begun && clause.is_capital(at - 1) && clause.is_capital(at + 1);
    if clause.is_quoted(at) || word == "." {
        return between_capitals;
    }
    if words::is_determiner(word) {
        let opened = words::is_preposition(before) || words::is_determiner(before) || words::is_conjunction(before);
        return !begun || opened;
    }
    if words::is_preposition(word) {
        let joins = words::joins_noun_phrase(word) && clause.begins_phrase(at + 1);
        return begun && joins && !adjuncts::is_adjunct(clause, at);
    }
    if words::is_conjunction(word) {
        let next = clause.word(at + 1);
        let alike = begun && clause.begins_phrase(at + 1) && clause.is_capital(at + 1) == clause.is_capital(at - 1);
        let clause_follows = words::is_subject_pronoun(next) || cue_form(next).is_some();
        return alike && matches!(word, "and" | "or" | "&") && !clause_follows;
    }
    matches!(word, "'s" | "'" | "-" | "/" | "#" | "@" | "$" | "%")
        || (clause.is_lexical(at) && (!stops_phrase(clause, at) || (!begun && words::is_time(word))))
}

/// Extends a phrase by what is set off behind it: a relative clause, an age, an apposition.
fn with_apposition(clause: Clause<'_, '_>, mut end: usize) -> usize {
    if clause.word(end) == "who" {
        return until_break(clause, end);
    }
    for _ in 0..2 {
        let to = until_break(clause, end + 1);
        if clause.word(end) != "," || to - end > APPOSITION_MAX || !apposes(clause, end + 1, to) {
            break;
        }
        end = to;
    }
    end
}

/// Whether the items `from..to` behind a comma say who the one before the comma is.
fn apposes(clause: Clause<'_, '_>, from: usize, to: usize) -> bool {
    let next = clause.word(from);
    if matches!(next, "who" | "whose") {
        return true;
    }
    let described = words::is_possessive(next)
        || matches!(next, "a" | "an" | "the" | "one" | "of")
        || next.parse::<u8>().is_ok()
        || (clause.is_capital(from) && !words::is_time(next) && !words::is_subject_pronoun(next));
    let bare = clause.is_word(from)
        && !clause::is_function_word(next)
        && !words::is_time(next)
        && !next.ends_with("ing")
        && !next.ends_with("ed");
    let subject =
        |word: &str| words::is_subject_pronoun(word) && !matches!(word, "who" | "which" | "that" | "one" | "all");
    let own_clause = (from..to).any(|at| words::is_be(clause.word(at)) || subject(clause.word(at)));
    (described || bare) && !own_clause
}

/// The next quotation, or mark that ends an apposition.
fn until_break(clause: Clause<'_, '_>, from: usize) -> usize {
    let breaks = |at: usize| {
        let word = clause.word(at);
        clause.is_quoted(at)
            || (clause.is_mark(at) && !matches!(word, "'" | "-" | "." | "/"))
            || (word == "." && clause.ends(at))
    };
    (from..clause.len()).find(|&at| breaks(at)).unwrap_or(clause.len().max(from))
}
