//! What follows a linear layer's integer products, row by row.

use rten_simd::{Isa, SimdOp, SimdUnaryOp, ops::BitOps};

use super::{
    gelu::Gelu,
    linear::Products,
    quantise::{Extremes, Rows},
};

/// Products → numbers.
pub(super) struct Dequantise<'a> {
    pub(super) products: Products<'a>,
    pub(super) out: &'a mut [f32],
}

impl SimdOp for Dequantise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let width = self.products.width();
        for (row, out) in self.products.rows().zip(self.out.chunks_exact_mut(width)) {
            self.products.read(
                isa,
                row,
                #[inline(always)]
                |at, x| isa.f32().store(x, &mut out[at..]),
            );
        }
    }
}

/// Products → the Gaussian error linear unit → bytes.
pub(super) struct Activate<'a> {
    pub(super) products: Products<'a>,
    /// Room for one row.
    pub(super) row: &'a mut [f32],
    pub(super) into: &'a mut Rows,
}

impl SimdOp for Activate<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        for row in self.products.rows() {
            let mut extremes = Extremes::new(isa);
            self.products.read(
                isa,
                row,
                #[inline(always)]
                |at, x| {
                    let x = Gelu.eval(isa, x);
                    extremes.add(isa, x);
                    isa.f32().store(x, &mut self.row[at..]);
                },
            );
            self.into.write(isa, row, self.row, extremes.bounds());
        }
    }
}
