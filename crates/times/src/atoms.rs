//! Atoms: the document's tokens, cut where digits meet letters or marks, each with its class in the lexicon.
//!
//! "15th", "10:30", "1990s" and "2025-08-24" may be one token or several; the grammar sees the same atoms either way.

use dateline_text::{Byte, Document, Span, TokenKind};

use super::{
    lexicon::{self, Lex},
    telephone,
};

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) span: Span<Byte>,
    pub(super) lex: Lex,
    /// What stands between this atom and the one before it.
    pub(super) gap: Gap,
    /// The token that the atom is (part of).
    pub(super) word: u32,
}

/// What stands between two atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// The edge of a paragraph, which no expression crosses.
    Break,
}

/// The atoms of a document, in text order.
pub(super) fn atoms(document: &Document<'_>) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(document.tokens().len() + 8);
    for paragraph in document.paragraphs() {
        let mut previous = None;
        for word in paragraph.start()..paragraph.end() {
            let token = document.tokens()[word as usize];
            let gap = match previous {
                None => Gap::Break,
                Some(end) if end == token.span.start() => Gap::None,
                Some(_) => Gap::Space,
            };
            previous = Some(token.span.end());
            let text = document.slice(token.span);
            if is_address(text) {
                atoms.push(Atom { span: token.span, lex: Lex::Other, gap, word });
            } else if token.kind == TokenKind::Word && !text.bytes().any(|b| b.is_ascii_digit()) {
                atoms.push(Atom { span: token.span, lex: lexicon::lookup(text), gap, word });
            } else {
                cut(text, Atom { span: token.span, lex: Lex::Other, gap, word }, &mut atoms);
            }
        }
    }
    telephone::blank(document.article().text(), &mut atoms);
    atoms
}

/// Whether a token is an address, a handle or a hashtag, whose figures are no times: "www.harbour.example/2024".
fn is_address(text: &str) -> bool {
    let host = || text.split_once('/').and_then(|(host, _)| host.rsplit_once('.'));
    let ends = |domain: &str| domain.len() > 1 && domain.bytes().all(|b| b.is_ascii_alphabetic());
    text.starts_with("www.")
        || text.contains(['@', '#'])
        || text.contains("://")
        || host().is_some_and(|(_, d)| ends(d))
}

/// Cuts a token into runs of digits, runs of letters, and single marks.
fn cut(text: &str, token: Atom, atoms: &mut Vec<Atom>) {
    let bytes = text.as_bytes();
    let (mut at, mut gap) = (0, token.gap);
    while at < bytes.len() {
        let start = at;
        let lex = if bytes[at].is_ascii_digit() {
            let (end, lex) = number(bytes, at);
            at = end;
            lex
        } else {
            let letter = |c: char| c.is_alphabetic();
            let first = text[at..].chars().next().map_or(1, char::len_utf8);
            let run = text[at..].find(|c| !letter(c)).unwrap_or(text.len() - at);
            // Dots belong to "a.m." and "p.m." when a digit stands before them in the same token.
            let dotted = ["a.m.", "p.m.", "a.m", "p.m"]
                .iter()
                .find(|m| bytes[at..].get(..m.len()).is_some_and(|head| head.eq_ignore_ascii_case(m.as_bytes())));
            at += dotted.map_or(run.max(first), |m| m.len());
            lexicon::lookup(&text[start..at])
        };
        let span = Span::new(token.span.start() + start as u32, token.span.start() + at as u32);
        atoms.push(Atom { span, lex, gap, word: token.word });
        gap = Gap::None;
    }
}

/// Reads a number with its suffix: "15", "15th", "1990s", "1,000".
fn number(bytes: &[u8], start: usize) -> (usize, Lex) {
    let mut end = digits(bytes, start);
    let (length, mut value) = (end - start, value(&bytes[start..end]));
    let mut grouped = false;
    while length <= 3 && bytes.get(end) == Some(&b',') && digits(bytes, end + 1) == end + 4 {
        value = value.saturating_mul(1000).saturating_add(self::value(&bytes[end + 1..end + 4]));
        end += 4;
        grouped = true;
    }
    if grouped {
        return (end, Lex::Grouped(value));
    }
    let letters = bytes[end..].iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
    let suffix = &bytes[end..end + letters];
    let is = |s: &[u8]| suffix.eq_ignore_ascii_case(s);
    if length <= 4 && [&b"st"[..], b"nd", b"rd", b"th"].iter().any(|s| is(s)) {
        return (end + 2, Lex::Ordinal(value));
    }
    if is(b"s") && matches!(length, 2 | 4) && value.is_multiple_of(10) {
        return (end + 1, Lex::Decade(value));
    }
    (end, Lex::Digits(value, u8::try_from(length).unwrap_or(u8::MAX)))
}

fn digits(bytes: &[u8], start: usize) -> usize {
    start + bytes[start.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count()
}

/// The number that digits write, as large as it fits.
fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n: u32, d| n.saturating_mul(10).saturating_add(u32::from(d - b'0')))
}
