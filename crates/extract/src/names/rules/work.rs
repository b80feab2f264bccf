//! Titles of works: short stretches in quotation marks that are capitalised like titles.

use std::collections::HashSet;

use dateline_text::{Span, Word};

use super::{
    Typed, heads,
    weights::{self, Rule},
};
use crate::names::{EntityKind, words::Words};

/// Longest title, in tokens.
const TITLE_TOKENS_MAX: u32 = 9;

/// Adds quoted titles and drops the names inside them.
pub(super) fn add_quoted(words: &Words<'_>, typed: &mut Vec<Typed>) {
    let named: HashSet<Span<Word>> = typed.iter().map(|name| name.span).collect();
    let mut titles = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match words.is_opening_quote(at).then(|| quoted(words, at)).flatten() {
            Some(span) => {
                at = span.end() + 1;
                titles.extend(rule_for(words, span, &named).map(|rule| Typed { span, kind: EntityKind::Work, rule }));
            }
            None => at += 1,
        }
    }
    let inside = |span: Span<Word>| {
        let next = titles.partition_point(|title: &Typed| title.span.end() <= span.start());
        titles.get(next).is_some_and(|title| title.span.overlaps(span))
    };
    typed.retain(|name| !inside(name.span));
    typed.extend(titles);
}

/// The rule by which quoted words are a title, if they are: beside a word for works, or for being several capitalised
/// words that are no other name.
fn rule_for(words: &Words<'_>, span: Span<Word>, named: &HashSet<Span<Word>>) -> Option<&'static Rule> {
    if !is_title(words, span) {
        return None;
    }
    if is_named_as_work(words, span) {
        return Some(&weights::QUOTED_WORK);
    }
    let capitals = (span.start()..span.end()).filter(|&at| words.is_capital(at)).count();
    (capitals > 1 && !named.contains(&span)).then_some(&weights::QUOTED_TITLE)
}

/// The tokens between the opening mark at `open` and the next closing one, without a final comma.
fn quoted(words: &Words<'_>, open: u32) -> Option<Span<Word>> {
    let limit = words.sentence(open).end().min(open + TITLE_TOKENS_MAX + 2);
    let close = (open + 1..limit).find(|&at| words.is_closing_quote(at))?;
    let end = if words.text(close - 1) == "," { close - 1 } else { close };
    (end > open + 1).then(|| Span::new(open + 1, end))
}

fn is_title(words: &Words<'_>, span: Span<Word>) -> bool {
    words.is_capital(span.start())
        && words.is_word(span.end() - 1)
        && (span.start()..span.end()).all(|at| {
            !words.is_word(at)
                || words.is_capital(at)
                || words.is_possessive(at)
                || heads::is_function_word(words.lower(at))
        })
        && (span.start()..span.end()).any(|at| !heads::is_function_word(words.lower(at)))
}

fn is_named_as_work(words: &Words<'_>, span: Span<Word>) -> bool {
    let open = span.start() - 1;
    (1..=3).any(|back| heads::is_work_noun(words.before(open, back)))
        || heads::is_work_noun(words.lower(span.end() + 1))
}
