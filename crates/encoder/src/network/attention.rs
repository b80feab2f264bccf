//! Attention (Vaswani et al. 2017): every piece of a window looks at every other, head by head.

use std::ops::Range;

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_simd::SimdOp;
use rten_tensor::Matrix;
use rten_vecmath::Softmax;

use super::scratch::{Scratch, first};

/// Writes the rows of one window in `scratch.mixed`, from those in `scratch.qkv`.
pub(super) fn attend(window: Range<usize>, heads: usize, width: usize, scratch: &mut Scratch) {
    let Scratch { floats, qkv, mixed, scores, head, .. } = scratch;
    let (length, size) = (window.len(), width / heads);
    let qkv = &qkv[window.start * 3 * width..window.end * 3 * width];
    let mixed = &mut first(mixed, window.end * width)[window.start * width..];
    let (scores, out) = (first(scores, length * length), first(head, length * size));
    for column in (0..width).step_by(size) {
        let rows = |part: usize| &qkv[part * width + column..];
        let queries = view(rows(0), [length, size], [3 * width, 1]);
        let keys = view(rows(1), [size, length], [1, 3 * width]);
        let values = view(rows(2), [length, size], [3 * width, 1]);
        multiply(floats, queries, keys, scores);
        for row in scores.chunks_exact_mut(length) {
            Softmax::new_mut(row).dispatch();
        }
        multiply(floats, view(scores, [length, length], [length, 1]), values, out);
        for (row, out) in mixed.chunks_exact_mut(width).zip(out.chunks_exact(size)) {
            row[column..column + size].copy_from_slice(out);
        }
    }
}

fn view(data: &[f32], shape: [usize; 2], strides: [usize; 2]) -> Matrix<'_, f32> {
    Matrix::from_slice_with_strides(shape, data, strides).expect("the matrix lies inside the scratch")
}

fn multiply(gemm: &GemmExecutor, left: Matrix<'_, f32>, right: Matrix<'_, f32>, out: &mut [f32]) {
    gemm.gemm(out, GemmInputA::Unpacked(left), GemmInputB::Unpacked(right), GemmOptions::default())
        .expect("the shapes of queries, keys and values fit");
}
