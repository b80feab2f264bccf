//! Sentences: a boundary stands after a full stop, question mark, exclamation mark or ellipsis, and the closing marks
//! that follow it, unless the words around say that the sentence goes on. Colons and semicolons end no sentence; the
//! end of a paragraph always does, and so does a caption before the credit of its picture ("Photo: …").

mod boundary;
mod lexicon;
#[cfg(test)]
mod tests;

use boundary::Context;

use crate::{
    span::{Span, Word},
    token::Token,
};

/// Splits the tokens of one paragraph, `within`, into sentences.
pub(crate) fn split(text: &str, tokens: &[Token], within: Span<Word>, sentences: &mut Vec<Span<Word>>) {
    let context = Context { text, tokens: &tokens[within.range()] };
    let (mut start, mut word) = (0, 0);
    let mut push = |start: usize, end: usize| {
        let base = within.start() as usize;
        sentences.push(Span::from(base + start..base + end));
    };
    while word < context.tokens.len() {
        if word > start && context.starts_credit(word) {
            push(start, word);
            start = word;
        }
        let Some(end) = context.stop_end(word) else {
            word += 1;
            continue;
        };
        if context.is_boundary(start, word, end) {
            push(start, end);
            start = end;
        }
        word = end;
    }
    if start < context.tokens.len() {
        push(start, context.tokens.len());
    }
}
