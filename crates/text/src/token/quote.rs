//! Quotation marks: which marks they are, which side of a quotation they stand on, and which single marks are
//! apostrophes. Decided by the characters on both sides; marks that those leave open take the side that the marks
//! before them in the paragraph call for.

use super::{
    Token, TokenKind,
    class::{Class, is_blank, is_close_bracket, is_dash, is_open_bracket},
};
use crate::span::{Byte, Span};

/// What a token is as a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteMark {
    /// How it is drawn.
    pub style: QuoteStyle,
    /// On which side of a quotation it stands.
    pub side: QuoteSide,
}

/// How a quotation mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteStyle {
    /// `"`, and the doubled marks of typewritten text.
    Straight,
    /// `“` and `”`.
    Curly,
    /// `'` as a quotation mark.
    SingleStraight,
    /// `‘` and `’` as quotation marks.
    SingleCurly,
    /// `«`, `»`, `‹` and `›`.
    Guillemet,
    /// `„` and `‚`, which open, and the marks that close them.
    LowHigh,
    /// `「`, `」`, `『` and `』`.
    Corner,
}

impl QuoteStyle {
    /// Whether the mark is a single one, which mostly stands inside double ones.
    #[must_use]
    pub fn is_single(self) -> bool {
        matches!(self, Self::SingleStraight | Self::SingleCurly)
    }
}

/// On which side of a quotation a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteSide {
    /// Before it.
    Open,
    /// After it.
    Close,
    /// The marks around do not tell.
    Unknown,
}

/// Sets [`Token::quote`] on the quotation marks among the tokens of one paragraph, `text[within]`.
pub(super) fn mark(text: &str, within: Span<Byte>, tokens: &mut [Token]) {
    let mut open = Open::default();
    let paragraph = &text[within.range()];
    let mut firm_closes = None;
    for i in 0..tokens.len() {
        let span = tokens[i].span;
        let (start, end) = (span.start() as usize, span.end() as usize);
        if tokens[i].kind != TokenKind::Punctuation {
            continue;
        }
        let Some(style) = style_of(&text[start..end]) else { continue };
        let sides = Sides::of(paragraph, start - within.start() as usize, end - within.start() as usize);
        let glyph = &text[start..end];
        if style.is_single() {
            let closes = firm_closes.get_or_insert_with(|| firm_single_closes(text, within, tokens));
            while closes.last().is_some_and(|&at| at <= start) {
                closes.pop();
            }
            match sides.single(glyph, &open, !closes.is_empty()) {
                Some(side) => tokens[i].quote = Some(open.note(style, side)),
                None => tokens[i].kind = TokenKind::Word,
            }
        } else {
            let side = sides.double(glyph, style, &open);
            let style =
                if glyph == "“" && side == QuoteSide::Close && open.low { QuoteStyle::LowHigh } else { style };
            tokens[i].quote = Some(open.note(style, side));
        }
    }
}

/// Whether a character is a quotation mark, or can be one: a single mark can be an apostrophe too.
#[must_use]
pub fn is_quotation_mark(c: char) -> bool {
    style_of(c.encode_utf8(&mut [0; 4])).is_some()
}

fn style_of(mark: &str) -> Option<QuoteStyle> {
    Some(match mark {
        "\"" | "＂" | "``" | "''" | "‘‘" | "’’" => QuoteStyle::Straight,
        "“" | "”" | "‟" | "〝" | "〞" => QuoteStyle::Curly,
        "'" | "＇" | "`" => QuoteStyle::SingleStraight,
        "‘" | "’" | "‛" => QuoteStyle::SingleCurly,
        "«" | "»" | "‹" | "›" => QuoteStyle::Guillemet,
        "„" | "‚" | "〟" => QuoteStyle::LowHigh,
        "「" | "」" | "『" | "』" => QuoteStyle::Corner,
        _ => return None,
    })
}

/// Offsets, last first, of the single marks that can be nothing but closing ones.
fn firm_single_closes(text: &str, within: Span<Byte>, tokens: &[Token]) -> Vec<usize> {
    let base = within.start() as usize;
    let single = |token: &&Token| {
        token.kind == TokenKind::Punctuation && style_of(&text[token.span.range()]).is_some_and(QuoteStyle::is_single)
    };
    let firm = |token: &&Token| {
        let range = token.span.range();
        Sides::of(&text[within.range()], range.start - base, range.end - base).closes_firmly()
    };
    tokens.iter().filter(single).filter(firm).map(|token| token.span.start() as usize).rev().collect()
}

/// Which quotations are open at a place of the paragraph.
#[derive(Default)]
struct Open {
    double: bool,
    single: bool,
    low: bool,
}

impl Open {
    fn note(&mut self, style: QuoteStyle, side: QuoteSide) -> QuoteMark {
        let opens = side == QuoteSide::Open;
        if style.is_single() {
            self.single = opens;
        } else if side != QuoteSide::Unknown {
            self.double = opens;
            self.low = opens && style == QuoteStyle::LowHigh;
            // A single quotation inside a double one ends with it at the latest.
            self.single = false;
        }
        QuoteMark { style, side }
    }
}

/// The characters on both sides of a mark; none at the paragraph's edges.
struct Sides {
    before: Option<char>,
    after: Option<char>,
}

impl Sides {
    fn of(paragraph: &str, start: usize, end: usize) -> Self {
        Self { before: paragraph[..start].chars().next_back(), after: paragraph[end..].chars().next() }
    }

    /// Whether what stands before leaves no word or stop for a closing mark to end.
    fn free_before(&self) -> bool {
        self.before.is_none_or(|c| is_blank(c) || is_open_bracket(c) || is_opening_glyph(c) || matches!(c, '/' | '='))
    }

    /// Whether what stands after leaves nothing for an opening mark to begin.
    fn free_after(&self) -> bool {
        self.after.is_none_or(|c| {
            is_blank(c)
                || is_close_bracket(c)
                || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '”' | '»' | '›' | '」' | '』' | '/')
        })
    }

    fn word_before(&self) -> bool {
        self.before.is_some_and(|c| Class::of(c).is_word())
    }

    fn word_after(&self) -> bool {
        self.after.is_some_and(|c| Class::of(c).is_word())
    }

    /// Whether a word or a stop stands before.
    fn ends_before(&self) -> bool {
        self.word_before() || self.before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…'))
    }

    /// Whether a single mark here closes for sure: after a stop, or before one.
    fn closes_firmly(&self) -> bool {
        let after_stop = self.before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…'));
        let before_stop = self.after.is_none_or(|c| !is_blank(c)) && self.free_after();
        (after_stop && !self.word_after()) || (self.word_before() && before_stop)
    }

    /// The side that the surroundings alone show.
    fn shown(&self) -> QuoteSide {
        let dash_before = self.before.is_some_and(is_dash);
        let dash_after = self.after.is_some_and(is_dash);
        match (self.free_before() || (dash_before && self.word_after()), self.free_after() || dash_after) {
            (true, false) => QuoteSide::Open,
            (false, true) => QuoteSide::Close,
            // Another mark closes right after.
            (false, false) if self.after.is_some_and(|c| matches!(c, '"' | '\'' | '’')) && self.ends_before() => {
                QuoteSide::Close
            }
            _ => QuoteSide::Unknown,
        }
    }

    fn double(&self, glyph: &str, style: QuoteStyle, open: &Open) -> QuoteSide {
        let shown = self.shown();
        match glyph {
            "“" if open.low && shown != QuoteSide::Open => QuoteSide::Close,
            "「" | "『" | "„" | "‚" | "``" | "‘‘" | "〝" => QuoteSide::Open,
            "」" | "』" | "’’" | "〞" => QuoteSide::Close,
            "“" | "«" | "‹" | "‟" => drawn(QuoteSide::Open, shown, open.double),
            "”" | "»" | "›" => drawn(QuoteSide::Close, shown, open.double),
            _ if shown != QuoteSide::Unknown => self.inch_or(shown, style, open),
            _ if open.double => QuoteSide::Close,
            // Marks set apart from the words that they enclose open and close in turn.
            _ if self.word_after() || self.free_before() => QuoteSide::Open,
            _ => QuoteSide::Unknown,
        }
    }

    /// A mark after a digit that closes nothing may be an inch mark.
    fn inch_or(&self, shown: QuoteSide, style: QuoteStyle, open: &Open) -> QuoteSide {
        let after_digit = self.before.is_some_and(|c| c.is_ascii_digit());
        let inch = style == QuoteStyle::Straight && shown == QuoteSide::Close && after_digit && !open.double;
        if inch { QuoteSide::Unknown } else { shown }
    }

    /// The side of a single mark; none for an apostrophe. `close_follows` tells whether a sure closing mark stands
    /// later in the paragraph.
    fn single(&self, glyph: &str, open: &Open, close_follows: bool) -> Option<QuoteSide> {
        if glyph == "‘" || glyph == "‛" {
            return Some(QuoteSide::Open);
        }
        let curly = glyph == "’";
        match self.shown() {
            // The apostrophe of a year: class of '98.
            QuoteSide::Open if self.after.is_some_and(|c| c.is_ascii_digit()) && !close_follows => None,
            QuoteSide::Open if !curly => Some(QuoteSide::Open),
            // A curly closing mark before a word is the apostrophe of a word that lost its beginning.
            QuoteSide::Open => None,
            QuoteSide::Close => {
                let plural = self.before.is_some_and(|c| matches!(c, 's' | 'S' | 'x' | 'z'));
                let possessive = plural && self.after.is_some_and(is_blank) && close_follows;
                (open.single && !possessive || !self.word_before()).then_some(QuoteSide::Close)
            }
            QuoteSide::Unknown if self.word_before() && self.word_after() => None,
            QuoteSide::Unknown if open.single => Some(QuoteSide::Close),
            QuoteSide::Unknown => Some(QuoteSide::Unknown),
        }
    }
}

/// The side of a mark whose drawing says `drawn` where its surroundings say `shown`: a mark is set the wrong way
/// round only if the surroundings are clear and agree with what is open.
fn drawn(drawn: QuoteSide, shown: QuoteSide, open: bool) -> QuoteSide {
    match (drawn, shown) {
        (QuoteSide::Open, QuoteSide::Close) if open => QuoteSide::Close,
        (QuoteSide::Close, QuoteSide::Open) if !open => QuoteSide::Open,
        _ => drawn,
    }
}

fn is_opening_glyph(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '「' | '『')
}
