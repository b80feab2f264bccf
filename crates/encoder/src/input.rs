//! A document as numbers.

use dateline_text::{Document, Span, Word};

use crate::{
    features,
    membership::membership,
    network::{Batch, Piece},
    pieces::{CLASSIFIER, SEPARATOR, Vocabulary},
};

/// A document as numbers: pieces of all tokens in a row, and features per token.
pub struct Input {
    /// Piece ids of all tokens.
    pub pieces: Vec<i32>,
    /// Offset of each token's first piece, and the number of pieces.
    pub begin: Vec<u32>,
    /// How each token is written: a row of the model's shape table.
    pub shapes: Vec<i32>,
    /// Outside quotation marks (0), inside (1), or a mark (2), per token.
    pub quotation: Vec<i32>,
    /// What the name tables know of each token: [`MEMBERSHIP_BITS`](crate::MEMBERSHIP_BITS) bits.
    pub membership: Vec<u64>,
    /// What the lexicon knows of each token, where the model reads it; else empty.
    pub(crate) lexicon: Vec<u64>,
}

impl Input {
    /// Reads a document. Linear in its text.
    #[must_use]
    pub fn read(document: &Document<'_>, vocabulary: &Vocabulary) -> Self {
        let count = document.tokens().len();
        let (mut pieces, mut begin) = (Vec::with_capacity(count * 3 / 2), Vec::with_capacity(count + 1));
        let mut shapes = Vec::with_capacity(count);
        let offset = |pieces: &Vec<i32>| u32::try_from(pieces.len()).expect("a token has few pieces");
        for token in document.tokens() {
            let word = document.slice(token.span);
            begin.push(offset(&pieces));
            vocabulary.cut(word, &mut pieces);
            shapes.push(features::shape(word));
        }
        begin.push(offset(&pieces));
        Self {
            pieces,
            begin,
            shapes,
            quotation: features::quotation(document),
            membership: membership(document),
            lexicon: Vec::new(),
        }
    }

    /// Adds a window to a batch: its pieces, and as places to be read its first piece, for "nothing", and the first
    /// piece of each token.
    pub(crate) fn append(&self, window: Span<Word>, batch: &mut Batch) {
        let start = batch.pieces.len();
        let special = |id, position| Piece { id, position, shape: 0, quotation: 0, membership: 0, lexicon: 0 };
        batch.read.push(start);
        batch.pieces.push(special(CLASSIFIER, 0));
        let mut position = 1;
        for word in window.range() {
            batch.read.push(batch.pieces.len());
            for &id in &self.pieces[self.begin[word] as usize..self.begin[word + 1] as usize] {
                batch.pieces.push(Piece {
                    id,
                    position,
                    shape: self.shapes[word],
                    quotation: self.quotation[word],
                    membership: self.membership[word],
                    lexicon: self.lexicon.get(word).copied().unwrap_or(0),
                });
                position += 1;
            }
        }
        batch.pieces.push(special(SEPARATOR, position));
        batch.windows.push(start..batch.pieces.len());
    }
}
