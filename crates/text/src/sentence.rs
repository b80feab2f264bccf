//! Sentences.

use crate::{
    span::{Span, Word},
    token::Token,
};

/// Splits the tokens of one paragraph, `within`, into sentences.
pub(crate) fn split(text: &str, tokens: &[Token], within: Span<Word>) -> Vec<Span<Word>> {
    let mut sentences = Vec::new();
    let mut start = within.start();
    for word in within.start()..within.end() {
        let mark = &text[tokens[word as usize].span.range()];
        if matches!(mark, "." | "!" | "?") {
            sentences.push(Span::new(start, word + 1));
            start = word + 1;
        }
    }
    if start < within.end() {
        sentences.push(Span::new(start, within.end()));
    }
    sentences
}
