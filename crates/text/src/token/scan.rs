//! The scanner: from left to right, the first rule that matches takes the next token.

use std::{iter::Peekable, ops::Range, vec};

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Shape, Token, TokenKind, address,
    class::{Class, is_blank, is_dash},
    quote, word,
};
use crate::span::{Byte, Span};

/// Appends the tokens of `text[within]` to `tokens`: in order, disjoint, none empty, and every visible character in
/// one of them. Linear in the length of the text.
pub(crate) fn tokenise(text: &str, within: Span<Byte>, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    let mut scanner = Scanner { text: &text[within.range()], base: within.start() as usize, previous: 0..0, tokens };
    scanner.scan();
    quote::mark(text, within, &mut tokens[first..]);
}

struct Scanner<'t> {
    text: &'t str,
    /// Where `text` starts in the article.
    base: usize,
    /// Where the last token stands in `text`; empty before the first.
    previous: Range<usize>,
    tokens: &'t mut Vec<Token>,
}

impl Scanner<'_> {
    fn scan(&mut self) {
        let mut addresses = address::find(self.text).into_iter().peekable();
        let mut at = 0;
        while let Some(first) = self.text[at..].chars().next() {
            if is_blank(first) {
                at += first.len_utf8();
                continue;
            }
            let (end, kind) = self.next_token(at, first, &mut addresses);
            let span = Span::from(self.base + at..self.base + end);
            self.tokens.push(Token { span, kind, shape: Shape::of(&self.text[at..end]), quote: None });
            self.previous = at..end;
            at = end;
        }
    }

    fn next_token(
        &self,
        at: usize,
        first: char,
        addresses: &mut Peekable<vec::IntoIter<Range<usize>>>,
    ) -> (usize, TokenKind) {
        while addresses.next_if(|address| address.start < at).is_some() {}
        if let Some(address) = addresses.next_if(|address| address.start == at) {
            return (address.end, TokenKind::Word);
        }
        if let Some(end) = word::clitic_end(self.text, at).or_else(|| word::elision_end(self.text, at)) {
            let number = self.text[at..end].chars().any(|c| c.is_ascii_digit());
            return (end, if number { TokenKind::Number } else { TokenKind::Word });
        }
        match Class::of(first) {
            Class::Letter => (word::word_end(self.text, at, &self.text[self.previous.clone()]), TokenKind::Word),
            Class::Digit => (word::number_end(self.text, at), TokenKind::Number),
            Class::Punctuation if self.starts_decimal(at) => (word::number_end(self.text, at), TokenKind::Number),
            Class::Punctuation => (mark_end(self.text, at, first), TokenKind::Punctuation),
            Class::Symbol if first == '`' => (mark_end(self.text, at, first), TokenKind::Punctuation),
            Class::Ideograph => (self.cluster_end(at), TokenKind::Word),
            _ => (mark_end(self.text, at, first).max(self.cluster_end(at)), TokenKind::Symbol),
        }
    }

    /// Whether a number without digits before its point starts here: ".223".
    fn starts_decimal(&self, at: usize) -> bool {
        self.text[at..].starts_with('.')
            && self.text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            && self.text[..at].chars().next_back().is_none_or(is_blank)
    }

    /// The end of the grapheme cluster that starts here, so that emoji sequences and flags stay whole.
    fn cluster_end(&self, at: usize) -> usize {
        at + self.text[at..].graphemes(true).next().map_or(0, str::len)
    }
}

/// The end of the mark that starts at `at` with `first`.
fn mark_end(text: &str, at: usize, first: char) -> usize {
    let rest = &text[at..];
    let run = |is: fn(char) -> bool| at + rest.find(|c| !is(c)).unwrap_or(rest.len());
    let same = || at + rest.find(|c| c != first).unwrap_or(rest.len());
    match first {
        '.' | '…' => ellipsis_end(text, at),
        c if is_dash(c) => run(is_dash),
        '*' | '=' | '_' | '~' => same(),
        // The end of a single quotation inside one that typewritten doubled marks enclose.
        '\'' if rest.starts_with("'''") && closes(text, at) => at + 1,
        '`' | '\'' | '‘' | '’' if rest[first.len_utf8()..].starts_with(first) => at + 2 * first.len_utf8(),
        _ => at + first.len_utf8(),
    }
}

/// Whether something visible stands right before a mark, so that the mark closes.
fn closes(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| !is_blank(c))
}

/// The end of a full stop or of the ellipsis that starts with it.
fn ellipsis_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let together = rest.find(|c| c != '.' && c != '…').unwrap_or(rest.len());
    if together != 1 || !rest.starts_with('.') {
        return at + together;
    }
    let (mut spaced, mut stops) = (1, 1);
    while let Some(space) = rest[spaced..].chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{2009}')) {
        if !rest[spaced + space.len_utf8()..].starts_with('.') {
            break;
        }
        spaced += space.len_utf8() + 1;
        stops += 1;
    }
    at + if stops >= 3 { spaced } else { 1 }
}
