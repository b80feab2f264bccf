//! Tokens: the words, numbers and marks of the text.
//!
//! - A word is a maximal run of letters, digits and combining marks. Clitics come off as in the Penn Treebank
//!   ("Ukraine" + "'s", "do" + "n't", "workers" + "'"), other inner apostrophes do not ("O'Brien"), and hyphens are
//!   tokens of their own.
//! - Numbers keep their inner marks ("1,000", "3.5", "10:30").
//! - Abbreviations and initials keep their full stop, also where that stop ends the sentence: "in the U.S." has no
//!   stop token after "U.S.".
//! - Web addresses, e-mail addresses, handles and hashtags are whole.
//! - Marks are tokens of their own; an ellipsis ("...", "…", ". . .") and a run of dashes are one token each.
//! - White space, control and format characters are in no token, except format characters between two letters of
//!   one word (soft hyphens and joiners; rule WB4 of Unicode Standard Annex 29).

mod address;
pub(crate) mod class;
mod quote;
mod scan;
#[cfg(test)]
mod tests;
mod word;

pub use quote::{QuoteMark, QuoteSide, QuoteStyle, is_quotation_mark};
pub(crate) use scan::tokenise;

use crate::span::{Byte, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, or letters with digits: "Kyiv", "G7", "'s", "U.S."; also the lone apostrophe of a plural possessive,
    /// and addresses, handles and hashtags.
    Word,
    /// A number, with its inner marks: "1,000", "3.5", "10:30", and with a unit or an ending: "5m", "15th".
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

impl Shape {
    fn of(piece: &str) -> Self {
        let (mut letters, mut capitals) = (0_usize, 0_usize);
        for c in piece.chars() {
            let capital = c.is_uppercase();
            capitals += usize::from(capital);
            letters += usize::from(capital || c.is_lowercase());
        }
        match (letters, capitals) {
            (0, _) => Self::Uncased,
            (_, 0) => Self::Lower,
            (_, 1) if piece.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) => Self::Initial,
            (n, m) if n == m => Self::Upper,
            _ => Self::Mixed,
        }
    }
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its span in the article's text.
    pub span: Span<Byte>,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
    /// What it is as a quotation mark; none for any other token, apostrophes among them.
    pub quote: Option<QuoteMark>,
}
