//! Attention (Vaswani et al. 2017): every piece of a window looks at every other, head by head.
//!
//! The pieces that look stand in the lanes of vectors: their scores over all keys are normalised lane by lane, and
//! queries beyond the window's end cost no more than lanes that are thrown away.

use rten_simd::{
    Isa, SimdOp, SimdUnaryOp,
    ops::{BitOps, FloatOps, NumOps},
};
use rten_vecmath::Exp;

use super::scratch::first;

/// Keys, or columns of values, that are worked on together.
const TOGETHER: usize = 8;

/// Sizes of heads are multiples of this.
pub(super) const HEAD_STEP: usize = TOGETHER;

/// Attention of all heads in one window.
pub(super) struct AttentionOp<'a> {
    /// Queries, keys and values of the window's pieces, `pieces x 3 width`.
    pub(super) qkv: &'a [f32],
    /// What is mixed for each piece, `pieces x width`.
    pub(super) mixed: &'a mut [f32],
    pub(super) heads: usize,
    pub(super) width: usize,
    pub(super) room: &'a mut AttentionScratch,
}

/// Scratch buffers of one block of queries, lanes last.
#[derive(Default)]
pub(super) struct AttentionScratch {
    queries: Vec<f32>,
    scores: Vec<f32>,
    out: Vec<f32>,
}

impl SimdOp for AttentionOp<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(mut self, isa: I) {
        let (pieces, lanes) = (self.mixed.len() / self.width, isa.f32().len());
        for column in (0..self.width).step_by(self.width / self.heads) {
            let mut start = 0;
            while start < pieces {
                if pieces - start > lanes {
                    self.block::<I, 2>(isa, column, start);
                    start += 2 * lanes;
                } else {
                    self.block::<I, 1>(isa, column, start);
                    start += lanes;
                }
            }
        }
    }
}

impl AttentionOp<'_> {
    /// One head's attention of the queries from `start` on, as many as `VECTORS` have lanes.
    #[inline(always)]
    fn block<I: Isa, const VECTORS: usize>(&mut self, isa: I, column: usize, start: usize) {
        let (size, lanes) = (self.width / self.heads, VECTORS * isa.f32().len());
        let (pieces, stride) = (self.mixed.len() / self.width, 3 * self.width);
        let queries = first(&mut self.room.queries, size * lanes);
        for (lane, row) in self.qkv.chunks_exact(stride).skip(start).take(lanes).enumerate() {
            for (lanes, &query) in queries.chunks_exact_mut(lanes).zip(&row[column..column + size]) {
                lanes[lane] = query;
            }
        }
        let scores = first(&mut self.room.scores, pieces.next_multiple_of(TOGETHER) * lanes);
        let keys = &self.qkv[self.width + column..];
        let highest = score::<I, VECTORS>(isa, (keys, stride, pieces), queries, scores);
        let scores = &mut scores[..pieces * lanes];
        let shares = normalise::<I, VECTORS>(isa, highest, scores);
        let out = first(&mut self.room.out, size * lanes);
        for (offset, out) in (0..size).step_by(TOGETHER).zip(out.chunks_exact_mut(TOGETHER * lanes)) {
            let values = &self.qkv[2 * self.width + column + offset..];
            mix::<I, VECTORS>(isa, (values, stride), (scores, shares), out);
        }
        for (lane, row) in self.mixed.chunks_exact_mut(self.width).skip(start).take(lanes).enumerate() {
            for (value, lanes) in row[column..column + size].iter_mut().zip(out.chunks_exact(lanes)) {
                *value = lanes[lane];
            }
        }
    }
}

/// Writes the products of all keys with the queries; gives each query's highest.
#[inline(always)]
fn score<I: Isa, const VECTORS: usize>(
    isa: I,
    (keys, stride, pieces): (&[f32], usize, usize),
    queries: &[f32],
    scores: &mut [f32],
) -> [I::F32; VECTORS] {
    let ops = isa.f32();
    let lanes = VECTORS * ops.len();
    let size = queries.len() / lanes;
    let mut highest = [ops.splat(f32::NEG_INFINITY); VECTORS];
    for (group, scores) in scores.chunks_exact_mut(TOGETHER * lanes).enumerate() {
        let mut rows = [&keys[..size]; TOGETHER];
        for (index, row) in rows.iter_mut().enumerate() {
            // Keys beyond the last are the last once more: they change no highest score, and nobody reads theirs.
            *row = &keys[(group * TOGETHER + index).min(pieces - 1) * stride..][..size];
        }
        let mut sums = [[ops.zero(); VECTORS]; TOGETHER];
        for (dimension, queries) in queries.chunks_exact(lanes).enumerate() {
            let queries = ops.load_many::<VECTORS>(queries);
            for index in 0..TOGETHER {
                let key = ops.splat(rows[index][dimension]);
                for vector in 0..VECTORS {
                    sums[index][vector] = ops.mul_add(key, queries[vector], sums[index][vector]);
                }
            }
        }
        for (sums, scores) in sums.iter().zip(scores.chunks_exact_mut(lanes)) {
            for vector in 0..VECTORS {
                highest[vector] = ops.max(highest[vector], sums[vector]);
                ops.store(sums[vector], &mut scores[vector * ops.len()..]);
            }
        }
    }
    highest
}

/// Replaces scores by their exponentials; gives the inverse of each query's sum.
#[inline(always)]
fn normalise<I: Isa, const VECTORS: usize>(
    isa: I,
    highest: [I::F32; VECTORS],
    scores: &mut [f32],
) -> [I::F32; VECTORS] {
    let ops = isa.f32();
    let mut sums = [ops.zero(); VECTORS];
    for scores in scores.chunks_exact_mut(VECTORS * ops.len()) {
        for vector in 0..VECTORS {
            let place = &mut scores[vector * ops.len()..];
            let power = Exp {}.eval(isa, ops.sub(ops.load(place), highest[vector]));
            sums[vector] = ops.add(sums[vector], power);
            ops.store(power, place);
        }
    }
    for sum in &mut sums {
        *sum = ops.reciprocal(*sum);
    }
    sums
}

/// Writes the first columns of the values' mixture.
#[inline(always)]
fn mix<I: Isa, const VECTORS: usize>(
    isa: I,
    (values, stride): (&[f32], usize),
    (scores, shares): (&[f32], [I::F32; VECTORS]),
    out: &mut [f32],
) {
    let ops = isa.f32();
    let lanes = VECTORS * ops.len();
    let mut sums = [[ops.zero(); VECTORS]; TOGETHER];
    for (scores, values) in scores.chunks_exact(lanes).zip(values.chunks(stride)) {
        let scores = ops.load_many::<VECTORS>(scores);
        for (sums, &value) in sums.iter_mut().zip(&values[..TOGETHER]) {
            for vector in 0..VECTORS {
                sums[vector] = ops.mul_add(ops.splat(value), scores[vector], sums[vector]);
            }
        }
    }
    for (sums, out) in sums.iter().zip(out.chunks_exact_mut(lanes)) {
        for vector in 0..VECTORS {
            ops.store(ops.mul(sums[vector], shares[vector]), &mut out[vector * ops.len()..]);
        }
    }
}
