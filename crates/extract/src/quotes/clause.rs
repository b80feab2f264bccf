//! A unit with the questions that rules ask of its items. Positions are indices of items; a position outside is an
//! empty word, so that rules can look beyond both ends.

use dateline_text::{Byte, Quotation, Span, TokenKind};

use super::{
    units::{Item, Reading, Unit},
    words,
};

/// A unit to be read by rules.
#[derive(Clone, Copy)]
pub(super) struct Clause<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) unit: &'r Unit,
}

impl Clause<'_, '_> {
    /// Number of items.
    pub(super) fn len(&self) -> usize {
        self.unit.items.len()
    }

    /// The folded word at a position; empty for a quotation and outside the unit.
    pub(super) fn word(&self, at: usize) -> &str {
        match self.unit.items.get(at) {
            Some(&Item::Word(word)) => self.reading.folded(word),
            _ => "",
        }
    }

    /// The folded word before a position.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The quotation at a position.
    pub(super) fn quotation(&self, at: usize) -> Option<&Quotation> {
        match self.unit.items.get(at) {
            Some(&Item::Quoted(i)) => self.reading.quotations.found.get(i),
            _ => None,
        }
    }

    /// Whether a quotation stands at a position.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quotation(at).is_some()
    }

    /// Where the item stands, with its marks.
    pub(super) fn span(&self, at: usize) -> Span<Byte> {
        match self.unit.items[at] {
            Item::Word(word) => self.reading.document.tokens()[word as usize].span,
            Item::Quoted(i) => self.reading.quotations.found[i].outer,
        }
    }

    /// From the start of the item at `from` to the end of the item before `to`.
    pub(super) fn cover(&self, from: usize, to: usize) -> Span<Byte> {
        self.span(from).cover(self.span(to - 1))
    }

    /// Whether the word at a position is written with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        matches!(self.unit.items.get(at), Some(&Item::Word(word))
            if self.reading.document.word(word).starts_with(char::is_uppercase))
    }

    /// Whether a word of letters stands at a position.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether a word or number stands at a position.
    pub(super) fn is_lexical(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Number))
    }

    /// Whether a mark that is no quotation stands at a position, or nothing.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        !self.is_quoted(at) && !self.is_lexical(at) && !matches!(self.word(at), "$" | "€" | "£" | "#" | "@" | "%")
    }

    /// Whether the unit ends at a position, closing marks aside.
    pub(super) fn ends(&self, at: usize) -> bool {
        (at..self.len()).all(|at| self.is_mark(at) && !matches!(self.word(at), "," | ":" | "(" | "—" | "–" | "--"))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        match self.unit.items.get(at) {
            Some(&Item::Word(word)) => Some(self.reading.document.tokens()[word as usize].kind),
            _ => None,
        }
    }

    /// Whether a noun phrase can begin at a position.
    pub(super) fn begins_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        words::is_determiner(word)
            || words::is_subject_pronoun(word)
            || words::subject_contraction(word)
            || (self.is_lexical(at) && (self.is_capital(at) || !is_function_word(word)))
            || matches!(word, "$" | "€" | "£" | "there" | "here")
    }
}

/// Whether a word belongs to a closed class, so that no noun phrase begins with it.
pub(super) fn is_function_word(word: &str) -> bool {
    words::is_preposition(word)
        || words::is_conjunction(word)
        || words::is_subordinator(word)
        || words::is_auxiliary(word)
        || words::is_adverb(word)
        || matches!(word, "'s" | "'" | "to" | "him" | "me" | "us" | "them" | "himself" | "herself")
}
