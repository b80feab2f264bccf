//! What is known of each piece by itself: the sum of table rows, normalised.

use rten_simd::SimdOp;

use super::{
    Piece,
    norm::{Norm, Normalise},
    scratch::{Scratch, first},
    weights::{WIDTH_STEP, Weights},
};
use crate::{
    LoadError, MEMBERSHIP_BITS,
    features::{QUOTES, SHAPES},
    window::PIECES_MAX,
};

/// The tables.
pub(super) struct Embeddings {
    /// Word pieces: a number is `scale * byte`.
    words: &'static [u8],
    scales: Vec<f32>,
    positions: Vec<f32>,
    shapes: Vec<f32>,
    quotes: Vec<f32>,
    membership: Vec<f32>,
    /// Empty where the network does not read the lexicon's bits.
    lexicon: Vec<f32>,
    norm: Norm,
}

impl Embeddings {
    pub(super) fn load(weights: &Weights) -> Result<Self, LoadError> {
        let (words, [pieces, width]) = weights.bytes("words.weight")?;
        if !width.is_multiple_of(WIDTH_STEP) {
            return Err(LoadError::Network(format!("the width {width} is not a multiple of {WIDTH_STEP}")));
        }
        let table = |name: &str, rows: usize| match weights.floats(name, width)? {
            table if table.len() >= rows * width => Ok(table),
            _ => Err(LoadError::Network(format!("`{name}` has fewer than {rows} rows"))),
        };
        Ok(Self {
            words,
            scales: weights.floats("words.scale", pieces)?,
            positions: table("positions.weight", PIECES_MAX)?,
            shapes: table("shapes.weight", SHAPES)?,
            quotes: table("quotes.weight", QUOTES)?,
            membership: table("membership.weight", MEMBERSHIP_BITS)?,
            lexicon: if weights.has("lexicon.weight") { table("lexicon.weight", 1)? } else { Vec::new() },
            norm: weights.norm("norm", width)?,
        })
    }

    /// Numbers per piece.
    pub(super) fn width(&self) -> usize {
        self.norm.bias.len()
    }

    /// Word pieces that have a row.
    pub(super) fn pieces(&self) -> usize {
        self.scales.len()
    }

    /// Whether there is a table of the lexicon's bits.
    pub(super) fn reads_lexicon(&self) -> bool {
        !self.lexicon.is_empty()
    }

    /// Writes the rows of all pieces.
    pub(super) fn look_up(&self, pieces: &[Piece], scratch: &mut Scratch) {
        let width = self.width();
        let hidden = first(&mut scratch.hidden, pieces.len() * width);
        for (piece, row) in pieces.iter().zip(hidden.chunks_exact_mut(width)) {
            self.add_up(piece, row);
        }
        scratch.rows.resize(pieces.len(), width);
        Normalise { norm: &self.norm, hidden, into: &mut scratch.rows, start: 0 }.dispatch();
    }

    fn add_up(&self, piece: &Piece, row: &mut [f32]) {
        let id = piece.id as usize;
        let scale = self.scales[id];
        let word = &self.words[id * row.len()..][..row.len()];
        let position = nth(&self.positions, piece.position as usize, row.len());
        for ((sum, byte), position) in row.iter_mut().zip(word).zip(position) {
            *sum = f32::from(byte.cast_signed()) * scale + position;
        }
        add(row, &self.shapes, piece.shape as usize);
        add(row, &self.quotes, piece.quotation as usize);
        add_named(row, &self.membership, piece.membership);
        add_named(row, &self.lexicon, piece.lexicon);
    }
}

/// Adds the rows that a bit set names, of those that the table has.
fn add_named(sums: &mut [f32], table: &[f32], mut bits: u64) {
    let rows = table.len() / sums.len();
    while bits != 0 {
        let index = bits.trailing_zeros() as usize;
        if index < rows {
            add(sums, table, index);
        }
        bits &= bits - 1;
    }
}

/// Adds a table's row.
fn add(sums: &mut [f32], table: &[f32], index: usize) {
    let row = nth(table, index, sums.len());
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum += value;
    }
}

/// A row of a table.
fn nth(table: &[f32], index: usize, width: usize) -> &[f32] {
    &table[index * width..][..width]
}
