//! Noun phrases beside a cue, found from closed word classes: the subject on its left ([`subject`]), a phrase that
//! begins at a position ([`rightwards`]), and the adjuncts between a cue and its content ([`skip_adjuncts`]).

mod adjuncts;
mod right;

use dateline_lexicon::{VerbForm, cue_form, is_noun_form};

use super::{
    clause::{self, Clause},
    words,
};

pub(super) use adjuncts::{addressee, is_adjunct, skip_adjuncts};
pub(super) use right::{core, rightwards};

/// Most items of a noun phrase.
const PHRASE_MAX: usize = 40;

/// Most items of a relative clause inside a subject.
const RELATIVE_MAX: usize = 15;

/// The noun phrase that ends before `end`, the start of a verb group, with its apposition or relative clause:
/// its first item and the item behind its last.
pub(super) fn subject(clause: Clause<'_, '_>, end: usize) -> Option<(usize, usize)> {
    let end = before_time(clause, end);
    let last = end.checked_sub(1)?;
    match clause.word(last) {
        "," | ")" | "—" | "–" | "--" => set_off(clause, last),
        "who" | "which" | "that" => {
            let antecedent = if clause.before(last) == "," { last - 1 } else { last };
            leftwards(clause, antecedent).map(|start| (start, antecedent))
        }
        // These can also end a longer phrase: "the only one", "they all".
        "one" | "all" | "both" | "many" | "some" | "most" | "few" | "others" => {
            leftwards(clause, end).map(|start| (start, end))
        }
        word if words::is_subject_pronoun(word) => Some((last, end)),
        _ if relative(clause, end).is_some() => relative(clause, end),
        _ => leftwards(clause, end).map(|start| (start, end)),
    }
}

/// A subject with a relative clause that no comma sets off: "a man who asked not to be named said".
fn relative(clause: Clause<'_, '_>, end: usize) -> Option<(usize, usize)> {
    let open = |&at: &usize| !clause.is_quoted(at) && !matches!(clause.word(at), "," | ";" | ":" | "." | "that");
    let limit = end.saturating_sub(RELATIVE_MAX);
    let who = (limit..end).rev().take_while(open).find(|&at| clause.word(at) == "who")?;
    let verb = (who + 1..end).any(|at| words::is_plain_verb(clause.word(at)) || cue_form(clause.word(at)).is_some());
    leftwards(clause, who).filter(|_| verb && end - who > 2).map(|start| (start, end))
}

/// The item where a time adjunct begins that ends before `end`: "Prado on Monday said".
fn before_time(clause: Clause<'_, '_>, end: usize) -> usize {
    let figure = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let mut start = end;
    while start > 1 && (words::is_time(clause.before(start)) || figure(clause.before(start))) {
        start -= 1;
    }
    if start < end && matches!(clause.before(start), "on" | "last" | "this" | "late" | "early" | "in") {
        start -= 1;
    }
    if start == 0 { end } else { start }
}

/// A subject with something set off behind it: "Roe, the mayor, said", "Roe (D-Ohio) said", "Roe — who … — said".
fn set_off(clause: Clause<'_, '_>, last: usize) -> Option<(usize, usize)> {
    let comma = clause.word(last) == ",";
    let opening = match clause.word(last) {
        ")" => "(",
        same => same,
    };
    let first = (last.saturating_sub(PHRASE_MAX)..last).rev().find(|&at| clause.word(at) == opening)?;
    if (first + 1 >= last && comma) || clause.is_quoted(first + 1) {
        return None;
    }
    let start = leftwards(clause, first)?;
    // Two appositions in a row: "Roe, 45, a teacher, said".
    let age = comma && start + 1 == first && !clause.is_capital(start) && clause.before(start) == ",";
    if let Some(outer) = if age { leftwards(clause, start - 1) } else { None } {
        return Some((outer, last));
    }
    Some((start, if comma { last } else { last + 1 }))
}

/// First item of the noun phrase that ends before `end`.
fn leftwards(clause: Clause<'_, '_>, end: usize) -> Option<usize> {
    let mut start = end;
    while start > 0 && end - start < PHRASE_MAX {
        let at = start - 1;
        if words::is_determiner(clause.word(at)) && clause.word(at) != "that" {
            start = at;
            if !continues_left(clause, at) {
                break;
            }
            // The preposition in front belongs to the phrase too.
            start -= 1;
        } else if joins_left(clause, at, start < end) {
            start = at;
        } else {
            break;
        }
    }
    let loose = |at: usize| {
        let word = clause.word(at);
        clause.is_mark(at) || (clause::is_function_word(word) && !matches!(word, "all" | "both" | "since" | "like"))
    };
    (start..end).find(|&at| !loose(at))
}

/// Whether the item at `at` belongs to the noun phrase on its right, which has `begun` or not.
fn joins_left(clause: Clause<'_, '_>, at: usize, begun: bool) -> bool {
    let word = clause.word(at);
    let between_capitals = begun && at > 0 && clause.is_capital(at - 1) && clause.is_capital(at + 1);
    if clause.is_quoted(at) || word == "." {
        // A nickname or an initial inside a name.
        return between_capitals;
    }
    if words::is_preposition(word) {
        return begun && words::joins_noun_phrase(word) && is_noun_like(clause, at.checked_sub(1));
    }
    if words::is_conjunction(word) {
        return between_capitals && word != "but";
    }
    matches!(word, "'s" | "'" | "&" | "-" | "/" | "#" | "@" | "$" | "%")
        || (clause.is_lexical(at) && !stops_phrase(clause, at))
}

/// Whether a phrase that begins at a determiner goes on to its left: "a spokesman for the ministry".
fn continues_left(clause: Clause<'_, '_>, at: usize) -> bool {
    at >= 2 && words::joins_noun_phrase(clause.word(at - 1)) && is_noun_like(clause, at.checked_sub(2))
}

fn is_noun_like(clause: Clause<'_, '_>, at: Option<usize>) -> bool {
    at.is_some_and(|at| {
        let word = clause.word(at);
        clause.is_lexical(at) && !clause::is_function_word(word) && !words::is_time(word) && !stops_phrase(clause, at)
    })
}

/// Whether a word shows that no noun phrase goes through it.
fn stops_phrase(clause: Clause<'_, '_>, at: usize) -> bool {
    let word = clause.word(at);
    let pronoun = words::is_subject_pronoun(word) && !words::is_determiner(word);
    let verb = !clause.is_capital(at)
        && cue_form(word).is_some_and(|form| match form.tense {
            VerbForm::Past => form.cue.frames.that,
            VerbForm::Third => form.cue.particle.is_none() && !is_noun_form(word),
            _ => false,
        });
    pronoun
        || verb
        || words::is_plain_verb(word)
        || words::is_subordinator(word)
        || words::is_adverb(word)
        || words::is_time(word) && !clause.is_capital(at + 1) && !matches!(clause.word(at + 1), "'s" | "'")
        || matches!(word, "him" | "me" | "us" | "them" | "there")
}
