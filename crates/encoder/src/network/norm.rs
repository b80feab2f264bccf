//! Layer normalisation (Ba et al. 2016).

use rten_simd::{
    Isa, SimdOp,
    ops::{BitOps, NumOps},
};

use super::{
    linear::Products,
    quantise::{Extremes, Rows},
};

const EPSILON: f32 = 1e-12;

/// Its weights.
pub(super) struct Norm {
    pub(super) weight: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

impl Norm {
    /// Normalises one row in place. Gives its lowest and highest value.
    #[inline(always)]
    fn apply<I: Isa>(&self, isa: I, row: &mut [f32]) -> [f32; 2] {
        let (ops, width) = (isa.f32(), row.len() as f32);
        let (step, mut sum, mut squares) = (ops.len(), ops.zero(), ops.zero());
        for values in row.chunks_exact(step) {
            sum = ops.add(sum, ops.load(values));
        }
        let mean = ops.splat(ops.sum(sum) / width);
        for values in row.chunks_exact(step) {
            let off = ops.sub(ops.load(values), mean);
            squares = ops.mul_add(off, off, squares);
        }
        let factor = ops.splat((ops.sum(squares) / width + EPSILON).sqrt().recip());
        let mut extremes = Extremes::new(isa);
        let weights = self.weight.chunks_exact(step).zip(self.bias.chunks_exact(step));
        for (values, (weight, bias)) in row.chunks_exact_mut(step).zip(weights) {
            let off = ops.mul(ops.sub(ops.load(values), mean), factor);
            let out = ops.mul_add(off, ops.load(weight), ops.load(bias));
            extremes.add(isa, out);
            ops.store(out, values);
        }
        extremes.bounds()
    }
}

/// Normalises rows in place, and writes them as bytes too.
pub(super) struct Normalise<'a> {
    pub(super) norm: &'a Norm,
    pub(super) hidden: &'a mut [f32],
    pub(super) into: &'a mut Rows,
    /// The first row of `into`.
    pub(super) start: usize,
}

impl SimdOp for Normalise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        for (index, row) in self.hidden.chunks_exact_mut(self.into.width).enumerate() {
            let bounds = self.norm.apply(isa, row);
            self.into.write(isa, self.start + index, row, bounds);
        }
    }
}

/// A linear layer's products are added to the rows that stand there (He et al. 2016), and the sums normalised.
pub(super) struct AddNormalise<'a> {
    pub(super) products: Products<'a>,
    pub(super) then: Normalise<'a>,
}

impl SimdOp for AddNormalise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (ops, Normalise { norm, hidden, into, start }) = (isa.f32(), self.then);
        for (index, row) in self.products.rows().zip(hidden.chunks_exact_mut(into.width)) {
            self.products.read(
                isa,
                index,
                #[inline(always)]
                |at, x| {
                    let place = &mut row[at..];
                    ops.store(ops.add(x, ops.load(place)), place);
                },
            );
            let bounds = norm.apply(isa, row);
            into.write(isa, start + index, row, bounds);
        }
    }
}
