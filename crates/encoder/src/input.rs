//! A document as numbers.

use dateline_text::{Document, Span, Word};

use crate::{
    features,
    membership::membership,
    network::Row,
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
        Self { pieces, begin, shapes, quotation: features::quotation(document), membership: membership(document) }
    }

    /// Pieces of a window, the two special ones included.
    pub(crate) fn length(&self, window: Span<Word>) -> usize {
        (self.begin[window.end() as usize] - self.begin[window.start() as usize]) as usize + 2
    }

    /// Place of a token's first piece in its window.
    pub(crate) fn first_piece(&self, window: Span<Word>, word: u32) -> usize {
        (self.begin[word as usize] - self.begin[window.start() as usize]) as usize + 1
    }

    /// Writes a window into one row of a batch; what is left of the row stays padding.
    pub(crate) fn fill(&self, window: Span<Word>, row: Row<'_>) {
        let Row { ids, shapes, quotation, membership, mask } = row;
        let length = self.length(window);
        ids[0] = CLASSIFIER;
        ids[length - 1] = SEPARATOR;
        mask[..length].fill(1);
        for word in window.range() {
            let (from, to) = (self.begin[word] as usize, self.begin[word + 1] as usize);
            let at = self.first_piece(window, u32::try_from(word).expect("token indices are u32"));
            let places = at..at + to - from;
            ids[places.clone()].copy_from_slice(&self.pieces[from..to]);
            shapes[places.clone()].fill(self.shapes[word]);
            quotation[places.clone()].fill(self.quotation[word]);
            membership[places].fill(self.membership[word]);
        }
    }
}
