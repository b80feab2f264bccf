//! What a capital letter says: nothing at the start of a sentence or in a headline, unless the rest of the article
//! bears it out.

use std::collections::HashMap;

use dateline_gazetteer::is_common_word;
use dateline_text::{Shape, Span, Word};

use super::heads;
use crate::names::words::Words;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Names only.
    Running,
    /// Every word that matters, as in headlines.
    Title,
    /// All letters.
    Upper,
}

/// How often a word is written each way inside running sentences.
#[derive(Clone, Copy, Default)]
struct Seen {
    lower: u32,
    capital: u32,
}

/// The article's use of capitals.
pub(super) struct Casing {
    cases: Vec<Case>,
    seen: HashMap<String, Seen>,
}

impl Casing {
    /// Reads the whole article.
    pub(super) fn new(words: &Words<'_>) -> Self {
        let sentences = words.document().sentences();
        let cases: Vec<Case> = sentences.iter().map(|&sentence| case_of(words, sentence)).collect();
        let mut seen: HashMap<String, Seen> = HashMap::new();
        for (&sentence, _) in sentences.iter().zip(&cases).filter(|(_, case)| **case == Case::Running) {
            for word in sentence.start()..sentence.end() {
                if words.is_capital(word) && !is_initial(words, word) {
                    seen.entry(words.lower(word).to_owned()).or_default().capital += 1;
                } else if words.is_word(word) && words.shape(word) == Shape::Lower {
                    seen.entry(words.lower(word).to_owned()).or_default().lower += 1;
                }
            }
        }
        Self { cases, seen }
    }

    /// How the sentence with this index uses capitals.
    pub(super) fn case(&self, sentence: usize) -> Case {
        self.cases.get(sentence).copied().unwrap_or(Case::Running)
    }

    /// Whether the capital of this word in a running sentence marks a name.
    pub(super) fn is_trusted(&self, words: &Words<'_>, word: u32) -> bool {
        if !is_initial(words, word) || words.shape(word) == Shape::Mixed {
            return true;
        }
        let lower = words.lower(word);
        if heads::is_function_word(lower) {
            return words.shape(word) == Shape::Upper && words.text(word).len() > 1;
        }
        let seen = self.seen.get(lower).copied().unwrap_or_default();
        match words.shape(word) {
            Shape::Upper if words.text(word).len() > 1 => true,
            _ if seen.lower > 0 => seen.capital > seen.lower,
            _ => seen.capital > 0 || !is_common_word(lower),
        }
    }
}

/// Whether a word stands where any word takes a capital: first in a sentence, after a colon or an opening quotation
/// mark.
pub(super) fn is_initial(words: &Words<'_>, word: u32) -> bool {
    let start = words.sentence(word).start();
    let mut at = word;
    while at > start && !words.is_word(at - 1) && !words.is_number(at - 1) {
        at -= 1;
        if words.is_opening_quote(at) || matches!(words.text(at), ":" | "\u{2022}" | "\u{2014}" | "*" | "...") {
            return true;
        }
        if matches!(words.text(at), "," | ")" | "/" | "-" | "&") {
            return false;
        }
    }
    at == start
}

fn case_of(words: &Words<'_>, sentence: Span<Word>) -> Case {
    let (mut capital, mut upper, mut lower, mut plain) = (0, 0, 0, 0);
    for word in sentence.start()..sentence.end() {
        let text = words.lower(word);
        if !words.is_word(word) || heads::is_function_word(text) || words.is_possessive(word) {
            continue;
        }
        match words.shape(word) {
            Shape::Lower => lower += 1,
            Shape::Upper => upper += 1,
            Shape::Initial | Shape::Mixed => {
                capital += 1;
                plain += u32::from(word > sentence.start() && is_common_word(text));
            }
            Shape::Uncased => {}
        }
    }
    let ends = words.text(sentence.end().saturating_sub(1));
    if upper >= 3 && upper > 4 * (capital + lower) {
        Case::Upper
    } else if capital + upper >= 4 && lower == 0 && plain >= 1 && ends != "." {
        Case::Title
    } else {
        Case::Running
    }
}
