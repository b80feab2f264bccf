//! What the lower-cased vocabulary loses, as two small inputs per token: how a word is written, and whether it stands in
//! quotation marks.

use dateline_text::{Document, Token};

/// Shape of a word; the numbers are rows of the model's shape table, of which row 0 belongs to special pieces.
pub(crate) fn shape(word: &str) -> i32 {
    let (mut letters, mut upper, mut numeric, mut first_upper) = (0_usize, 0_usize, false, false);
    for c in word.chars() {
        numeric |= c.is_numeric();
        if c.is_alphabetic() {
            first_upper |= letters == 0 && c.is_uppercase();
            letters += 1;
            upper += usize::from(c.is_uppercase());
        }
    }
    match (letters, upper) {
        (0, _) if numeric => NUMBER,
        (0, _) => PUNCTUATION,
        _ if numeric => ALPHANUMERIC,
        (_, 0) => LOWER,
        (1, _) => SINGLE,
        (l, u) if l == u => UPPER,
        (_, 1) if first_upper => INITIAL,
        _ => MIXED,
    }
}

/// Rows of the shape table.
pub(crate) const SHAPES: usize = 9;

const LOWER: i32 = 1;
const INITIAL: i32 = 2;
const UPPER: i32 = 3;
const SINGLE: i32 = 4;
const MIXED: i32 = 5;
const NUMBER: i32 = 6;
const ALPHANUMERIC: i32 = 7;
const PUNCTUATION: i32 = 8;

/// Rows of the quotation table.
pub(crate) const QUOTES: usize = 3;

const OUTSIDE: i32 = 0;
const INSIDE: i32 = 1;
const MARK: i32 = 2;

/// For every token: outside quotation marks, inside, or a mark itself.
pub(crate) fn quotation(document: &Document<'_>) -> Vec<i32> {
    let inside = document.quotations().outermost(document);
    let flag = |(token, number): (&Token, u32)| match (token.quote, number) {
        (Some(_), _) => MARK,
        (None, 0) => OUTSIDE,
        (None, _) => INSIDE,
    };
    document.tokens().iter().zip(inside).map(flag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (word, expected) in [
            ("war", LOWER),
            ("Kyiv", INITIAL),
            ("NATO", UPPER),
            ("U.S.", UPPER),
            ("A", SINGLE),
            ("McDonald", MIXED),
            ("iPhone", MIXED),
            ("1,000", NUMBER),
            ("G7", ALPHANUMERIC),
            ("—", PUNCTUATION),
            ("北京", LOWER),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }
}
