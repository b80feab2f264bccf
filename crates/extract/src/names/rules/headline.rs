//! Names in headlines: what the running text names, and what the gazetteer knows without doubt.

use std::collections::HashMap;

use dateline_gazetteer::{self as gazetteer, Kind};
use dateline_text::{Span, Word};

use super::{Typed, heads, key, lexical, weights};
use crate::names::{EntityKind, words::Words};

/// Longest name of the running text, in tokens, that is looked for in headlines.
const NAME_TOKENS_MAX: u32 = 8;

/// The names of the running text, by spelling in lower case.
pub(super) struct Lexicon {
    kinds: HashMap<String, EntityKind>,
}

impl Lexicon {
    /// Collects the names found so far; each spelling has one kind.
    pub(super) fn new(words: &Words<'_>, typed: &[Typed]) -> Self {
        let kinds = typed
            .iter()
            .filter(|name| name.span.len() > 1 || !heads::is_function_word(words.lower(name.span.start())))
            .map(|name| (key(words, name.span), name.kind))
            .collect();
        Self { kinds }
    }

    /// The names of one headline.
    pub(super) fn find(&self, words: &Words<'_>, sentence: Span<Word>) -> Vec<Typed> {
        let mut found = Vec::new();
        let mut at = sentence.start();
        while at < sentence.end() {
            let limit = sentence.end().min(at + NAME_TOKENS_MAX);
            match self.longest(words, at, limit).or_else(|| known(words, at, limit)) {
                Some(name) => {
                    at = name.span.end();
                    found.push(name);
                }
                None => at += 1,
            }
        }
        found
    }

    fn longest(&self, words: &Words<'_>, start: u32, limit: u32) -> Option<Typed> {
        if !words.is_capital(start) {
            return None;
        }
        (start + 1..=limit).rev().map(|end| Span::new(start, end)).find_map(|span| {
            let kind = *self.kinds.get(&key(words, span))?;
            Some(Typed { span, kind, rule: &weights::HEADLINE })
        })
    }
}

/// The longest gazetteer name at `start`, or a first name with a surname.
fn known(words: &Words<'_>, start: u32, limit: u32) -> Option<Typed> {
    if !words.is_capital(start)
        || heads::is_function_word(words.lower(start))
        || heads::is_calendar_word(words.lower(start))
    {
        return None;
    }
    let title = |word: u32| {
        let lower = words.lower(word);
        let mut chars = lower.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    let written: Vec<String> = (start..limit).map(title).collect();
    let (len, entry) = gazetteer::longest((start..limit).map(|word| words.text(word)))
        .or_else(|| gazetteer::longest(written.iter().map(String::as_str)))?;
    let span = Span::new(start, start + u32::try_from(len).ok()?);
    let sure = !entry.is_ambiguous() && (span.len() > 1 || !gazetteer::is_common_word(words.lower(start)));
    let named = [
        Kind::Country,
        Kind::City,
        Kind::Region,
        Kind::Group,
        Kind::Organization,
        Kind::Company,
        Kind::Person,
        Kind::Facility,
        Kind::Event,
    ];
    if sure && named.into_iter().any(|kind| entry.is(kind)) {
        let (kind, rule) = lexical::votes_of_entry(entry, span.len()).winner()?;
        return Some(Typed { span, kind, rule });
    }
    let surname = |word: u32| gazetteer::lookup(&title(word)).is_some_and(|entry| entry.is(Kind::Surname));
    let both = entry.is(Kind::FirstName) && start + 1 < limit && words.is_capital(start + 1) && surname(start + 1);
    both.then(|| Typed { span: Span::new(start, start + 2), kind: EntityKind::Person, rule: &weights::FIRST_NAME })
}
