//! Activations as bytes: each row with its own scale and zero, as ONNX's DynamicQuantizeLinear has them per tensor.

use rten_simd::{
    Isa, Simd, SimdOp,
    ops::{BitOps, FloatOps, NarrowSaturate, NumOps},
};

use super::scratch::first;

/// Rows of bytes; a value is `scale * (byte - zero)`.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) bytes: Vec<u8>,
    pub(super) scales: Vec<f32>,
    pub(super) zeros: Vec<f32>,
    pub(super) width: usize,
}

impl Rows {
    /// Makes room for that many rows.
    pub(super) fn resize(&mut self, rows: usize, width: usize) {
        self.width = width;
        first(&mut self.bytes, rows * width);
        first(&mut self.scales, rows);
        first(&mut self.zeros, rows);
    }

    /// Takes over some rows of others.
    pub(super) fn gather(&mut self, from: &Self, places: &[usize]) {
        self.resize(places.len(), from.width);
        for (row, &place) in places.iter().enumerate() {
            let bytes = &from.bytes[place * from.width..][..from.width];
            self.bytes[row * from.width..][..from.width].copy_from_slice(bytes);
            self.scales[row] = from.scales[place];
            self.zeros[row] = from.zeros[place];
        }
    }

    /// Writes one row. `values` has a multiple of [`WIDTH_STEP`](super::weights::WIDTH_STEP) numbers between `low` and
    /// `high`.
    #[inline(always)]
    pub(super) fn write<I: Isa>(&mut self, isa: I, row: usize, values: &[f32], [low, high]: [f32; 2]) {
        let (low, high, top) = (low.min(0.0), high.max(0.0), f32::from(u8::MAX));
        let scale = ((high - low) / top).max(f32::MIN_POSITIVE);
        let zero = (-low / scale).round_ties_even().clamp(0.0, top);
        self.scales[row] = scale;
        self.zeros[row] = zero;
        let (floats, integers, shorts) = (isa.f32(), isa.i32(), isa.i16());
        let (inverse, shift) = (floats.splat(scale.recip()), integers.splat(zero as i32));
        let bytes = &mut self.bytes[row * self.width..][..self.width];
        let step = 4 * floats.len();
        for (values, bytes) in values.chunks_exact(step).zip(bytes.chunks_exact_mut(step)) {
            let [a, b, c, d] = floats.load_many::<4>(values).map(
                #[inline(always)]
                |x| integers.add(floats.to_int_round(floats.mul(x, inverse)), shift),
            );
            let (front, back) = (integers.narrow_saturate(a, b), integers.narrow_saturate(c, d));
            isa.u8().store(shorts.narrow_saturate(front, back), bytes);
        }
    }
}

/// Lowest and highest value of a row, gathered while the row is written.
pub(super) struct Extremes<I: Isa> {
    low: I::F32,
    high: I::F32,
}

impl<I: Isa> Extremes<I> {
    #[inline(always)]
    pub(super) fn new(isa: I) -> Self {
        Self { low: isa.f32().zero(), high: isa.f32().zero() }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, isa: I, values: I::F32) {
        self.low = isa.f32().min(self.low, values);
        self.high = isa.f32().max(self.high, values);
    }

    #[inline(always)]
    pub(super) fn bounds(self) -> [f32; 2] {
        let low = self.low.to_array().into_iter().fold(0.0, f32::min);
        let high = self.high.to_array().into_iter().fold(0.0, f32::max);
        [low, high]
    }
}

/// Writes rows of numbers as rows of bytes.
pub(super) struct Quantise<'a> {
    pub(super) values: &'a [f32],
    pub(super) into: &'a mut Rows,
}

impl SimdOp for Quantise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let ops = isa.f32();
        for (row, values) in self.values.chunks_exact(self.into.width).enumerate() {
            let mut extremes = Extremes::new(isa);
            for values in values.chunks_exact(ops.len()) {
                extremes.add(isa, ops.load(values));
            }
            self.into.write(isa, row, values, extremes.bounds());
        }
    }
}
