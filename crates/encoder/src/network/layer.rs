//! One encoder layer (Vaswani et al. 2017): attention, then a feed-forward network, each added to what it reads.

use std::ops::Range;

use rten_simd::SimdOp;

use super::{
    attention::{AttentionOp, HEAD_STEP},
    epilogue::{Activate, Dequantise},
    linear::Linear,
    norm::{AddNormalise, Norm, Normalise},
    quantise::Quantise,
    scratch::{Scratch, first},
    weights::Weights,
};
use crate::LoadError;

/// Rows that go through all steps together: their products stay in the cache, and the weights are read seldom.
const BLOCK_ROWS: usize = 128;

/// A layer's weights.
pub(super) struct Layer {
    width: usize,
    heads: usize,
    /// Queries (already divided by the square root of a head's size), keys and values, side by side.
    qkv: Linear,
    out: Linear,
    attention_norm: Norm,
    up: Linear,
    down: Linear,
    norm: Norm,
}

impl Layer {
    pub(super) fn load(weights: &Weights, index: usize, width: usize) -> Result<Self, LoadError> {
        let part = |name: &str| format!("layer{index}.{name}");
        let up = weights.linear(&part("up"), width)?;
        let layer = Self {
            width,
            heads: weights.attention_heads(),
            qkv: weights.linear(&part("qkv"), width)?,
            out: weights.linear(&part("out"), width)?,
            attention_norm: weights.norm(&part("norm1"), width)?,
            down: weights.linear(&part("down"), up.outputs())?,
            up,
            norm: weights.norm(&part("norm2"), width)?,
        };
        let fits = layer.qkv.outputs() == 3 * width && layer.out.outputs() == width && layer.down.outputs() == width;
        if fits && layer.heads > 0 && width.is_multiple_of(layer.heads * HEAD_STEP) {
            Ok(layer)
        } else {
            Err(LoadError::Network(format!("the shapes of layer {index} do not fit")))
        }
    }

    /// Reads and writes `scratch.hidden` and `scratch.rows`.
    pub(super) fn run(&self, windows: &[Range<usize>], scratch: &mut Scratch) {
        let pieces = windows.last().map_or(0, |window| window.end);
        let blocks = || (0..pieces).step_by(BLOCK_ROWS).map(|start| start..pieces.min(start + BLOCK_ROWS));
        for block in blocks() {
            self.project(block, scratch);
        }
        let Scratch { qkv, mixed, room, .. } = scratch;
        for window in windows {
            let qkv = &qkv[window.start * 3 * self.width..window.end * 3 * self.width];
            let mixed = &mut first(mixed, pieces * self.width)[window.start * self.width..window.end * self.width];
            AttentionOp { qkv, mixed, heads: self.heads, width: self.width, room }.dispatch();
        }
        for block in blocks() {
            self.feed(block, scratch);
        }
    }

    /// Rows → queries, keys and values.
    fn project(&self, block: Range<usize>, scratch: &mut Scratch) {
        let Scratch { integers, rows, sums, qkv, .. } = scratch;
        let width = self.qkv.outputs();
        let out = &mut first(qkv, block.end * width)[block.start * width..];
        Dequantise { products: self.qkv.multiply(integers, rows, block, sums), out }.dispatch();
    }

    /// What attention mixed → rows.
    fn feed(&self, block: Range<usize>, scratch: &mut Scratch) {
        let Scratch { integers, hidden, rows, mixed, sums, wide, wide_rows, .. } = scratch;
        let places = block.start * self.width..block.end * self.width;
        let (hidden, start, count) = (&mut hidden[places.clone()], block.start, block.len());

        wide_rows.resize(count, self.width);
        Quantise { values: &mixed[places], into: wide_rows }.dispatch();
        let products = self.out.multiply(integers, wide_rows, 0..count, sums);
        let then = Normalise { norm: &self.attention_norm, hidden, into: rows, start };
        AddNormalise { products, then }.dispatch();

        let products = self.up.multiply(integers, rows, block, sums);
        wide_rows.resize(count, self.up.outputs());
        Activate { products, row: first(wide, self.up.outputs()), into: wide_rows }.dispatch();

        let products = self.down.multiply(integers, wide_rows, 0..count, sums);
        let then = Normalise { norm: &self.norm, hidden, into: rows, start };
        AddNormalise { products, then }.dispatch();
    }
}
