//! The document's tokens as the name rules read them: texts, lower-cased texts, and how they are written and joined.

use dateline_text::{Document, QuoteSide, Shape, Span, Token, TokenKind, Word};

/// Tokens by index. Reading past either end gives the empty word, so that rules can look around without bounds.
pub(crate) struct Words<'d> {
    document: &'d Document<'d>,
    lower: Vec<String>,
}

impl<'d> Words<'d> {
    /// Reads all tokens.
    pub(crate) fn new(document: &'d Document<'d>) -> Self {
        let lower = document.tokens().iter().map(|token| document.slice(token.span).to_lowercase()).collect();
        Self { document, lower }
    }

    /// The document that was read.
    pub(crate) fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> u32 {
        Span::<Word>::from(0..self.lower.len()).len()
    }

    fn token(&self, word: u32) -> Option<&Token> {
        self.document.tokens().get(word as usize)
    }

    /// The token as written.
    pub(crate) fn text(&self, word: u32) -> &'d str {
        if word < self.len() { self.document.word(word) } else { "" }
    }

    /// The token in lower case.
    pub(crate) fn lower(&self, word: u32) -> &str {
        self.lower.get(word as usize).map_or("", String::as_str)
    }

    /// The token `back` places before `word`, in lower case.
    pub(crate) fn before(&self, word: u32, back: u32) -> &str {
        word.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// How the token is written.
    pub(crate) fn shape(&self, word: u32) -> Shape {
        self.token(word).map_or(Shape::Uncased, |token| token.shape)
    }

    /// Whether the token holds letters.
    pub(crate) fn is_word(&self, word: u32) -> bool {
        self.token(word).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether the token is a number.
    pub(crate) fn is_number(&self, word: u32) -> bool {
        self.token(word).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether the token is a word with a capital letter, in front or, as in "iPhone", inside.
    pub(crate) fn is_capital(&self, word: u32) -> bool {
        self.is_word(word)
            && matches!(self.shape(word), Shape::Initial | Shape::Upper | Shape::Mixed)
            && self.text(word).starts_with(char::is_alphabetic)
    }

    /// Whether the token follows the one before it without a space.
    pub(crate) fn is_glued(&self, word: u32) -> bool {
        let before = word.checked_sub(1).and_then(|at| self.token(at));
        before.zip(self.token(word)).is_some_and(|(left, right)| left.span.end() == right.span.start())
    }

    /// Whether the token is a hyphen that joins the words on both sides.
    pub(crate) fn is_hyphen(&self, word: u32) -> bool {
        matches!(self.text(word), "-" | "\u{2010}" | "\u{2011}" | "\u{2013}")
            && self.is_glued(word)
            && self.is_glued(word + 1)
            && (self.is_word(word + 1) || self.is_number(word + 1))
    }

    /// Whether the token is the ending of a possessive.
    pub(crate) fn is_possessive(&self, word: u32) -> bool {
        self.is_word(word) && matches!(self.lower(word), "'s" | "\u{2019}s" | "'" | "\u{2019}")
    }

    /// Whether the token is a double quotation mark.
    pub(crate) fn is_quotation_mark(&self, word: u32) -> bool {
        self.token(word).and_then(|token| token.quote).is_some_and(|mark| !mark.style.is_single())
    }

    /// Whether the token opens a quotation, with a double or a single mark.
    pub(crate) fn is_opening_quote(&self, word: u32) -> bool {
        self.token(word).and_then(|token| token.quote).is_some_and(|mark| mark.side == QuoteSide::Open)
    }

    /// Whether the token closes a quotation, with a double or a single mark.
    pub(crate) fn is_closing_quote(&self, word: u32) -> bool {
        self.token(word).and_then(|token| token.quote).is_some_and(|mark| mark.side == QuoteSide::Close)
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence(&self, word: u32) -> Span<Word> {
        let sentences = self.document.sentences();
        sentences.get(self.document.sentence_at(word)).copied().unwrap_or(Span::new(word, word))
    }

    /// The tokens of a span as written.
    pub(crate) fn texts(&self, span: Span<Word>) -> impl Iterator<Item = &'d str> + '_ {
        (span.start()..span.end()).map(|word| self.text(word))
    }
}
