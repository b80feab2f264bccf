//! A linear layer: int8 weights, symmetric, one scale per output.

use std::ops::Range;

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::{
    Isa,
    ops::{BitOps, NumOps, ToFloat},
};
use rten_tensor::Matrix;

use super::{quantise::Rows, scratch::first};

/// Weights as the matrix library wants them.
pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
    /// Sum of each output's weights: what a row's zero is multiplied by. The matrix library could take the zeros, but
    /// its version 0.27 gives all rows those of the first eight.
    totals: Vec<f32>,
}

/// Integer products of some rows with a layer's weights.
pub(super) struct Products<'a> {
    linear: &'a Linear,
    sums: &'a [i32],
    scales: &'a [f32],
    zeros: &'a [f32],
}

impl Linear {
    /// `values` stands output by output; `scales` and `biases` have one number per output.
    pub(super) fn new(values: &[i8], inputs: usize, scales: Vec<f32>, biases: Vec<f32>) -> Self {
        let matrix = Matrix::from_data([scales.len(), inputs], values);
        let weights = GemmExecutor::<u8, i8, i32>::new().prepack_b(matrix.transposed());
        let total = |row: &[i8]| row.iter().copied().map(i32::from).sum::<i32>() as f32;
        let totals = values.chunks_exact(inputs).map(total).collect();
        Self { weights, scales, biases, totals }
    }

    pub(super) fn outputs(&self) -> usize {
        self.scales.len()
    }

    /// Multiplies some rows.
    pub(super) fn multiply<'a>(
        &'a self,
        gemm: &GemmExecutor<u8, i8, i32>,
        rows: &'a Rows,
        range: Range<usize>,
        sums: &'a mut Vec<i32>,
    ) -> Products<'a> {
        let sums = first(sums, range.len() * self.outputs());
        let bytes = &rows.bytes[range.start * rows.width..range.end * rows.width];
        let bytes = GemmInputA::Unpacked(Matrix::from_data([range.len(), rows.width], bytes));
        gemm.gemm(sums, bytes, GemmInputB::Packed(&self.weights), GemmOptions::default())
            .expect("the weights are packed by the same kernel, and their shapes are checked when they are loaded");
        Products { linear: self, sums, scales: &rows.scales[range.clone()], zeros: &rows.zeros[range] }
    }
}

impl Products<'_> {
    pub(super) fn width(&self) -> usize {
        self.linear.outputs()
    }

    pub(super) fn rows(&self) -> Range<usize> {
        0..self.scales.len()
    }

    /// The outputs of one row, vector by vector.
    #[inline(always)]
    pub(super) fn read<I: Isa>(&self, isa: I, row: usize, mut each: impl FnMut(usize, I::F32)) {
        let (ops, integers, linear) = (isa.f32(), isa.i32(), self.linear);
        let (step, zero, scale) = (ops.len(), ops.splat(-self.zeros[row]), ops.splat(self.scales[row]));
        let sums = self.sums[row * self.width()..][..self.width()].chunks_exact(step);
        let columns = linear.scales.chunks_exact(step).zip(linear.biases.chunks_exact(step));
        let columns = columns.zip(linear.totals.chunks_exact(step));
        for (index, (sums, ((scales, biases), totals))) in sums.zip(columns).enumerate() {
            let sum = ops.mul_add(ops.load(totals), zero, integers.to_float(integers.load(sums)));
            let scale = ops.mul(ops.load(scales), scale);
            each(index * step, ops.mul_add(sum, scale, ops.load(biases)));
        }
    }
}
