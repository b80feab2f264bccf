//! Tokens: the words, numbers and marks of the text.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::{Byte, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, or letters with digits: "Kyiv", "G7", "'s", "U.S.".
    Word,
    /// A number, with its inner marks: "1,000", "3.5", "10:30".
    Number,
    /// A punctuation mark.
    Punctuation,
    /// Anything else that is visible: currency, mathematics, emoji.
    Symbol,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No upper-case letter: "war".
    Lower,
    /// One upper-case letter, first: "Kyiv", "A".
    Initial,
    /// Two or more letters, all upper case: "NATO", "U.S.".
    Upper,
    /// Upper case elsewhere: "McDonald", "iPhone".
    Mixed,
    /// No cased letter at all.
    Uncased,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span<Byte>,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
}

/// The tokens of `text[within]`, in order, disjoint.
pub(crate) fn tokenise(text: &str, within: Span<Byte>) -> Vec<Token> {
    text[within.range()]
        .split_word_bound_indices()
        .filter(|(_, piece)| !piece.chars().all(char::is_whitespace))
        .map(|(offset, piece)| {
            let start = within.start() as usize + offset;
            Token { span: Span::from(start..start + piece.len()), kind: kind_of(piece), shape: shape_of(piece) }
        })
        .collect()
}

fn kind_of(piece: &str) -> TokenKind {
    if piece.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else {
        TokenKind::Punctuation
    }
}

fn shape_of(piece: &str) -> Shape {
    let letters = piece.chars().filter(|c| c.is_uppercase() || c.is_lowercase()).count();
    let capitals = piece.chars().filter(|c| c.is_uppercase()).count();
    match (letters, capitals) {
        (0, _) => Shape::Uncased,
        (_, 0) => Shape::Lower,
        (_, 1) if piece.starts_with(char::is_uppercase) => Shape::Initial,
        (n, m) if n == m => Shape::Upper,
        _ => Shape::Mixed,
    }
}
