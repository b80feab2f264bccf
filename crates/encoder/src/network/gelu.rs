//! The Gaussian error linear unit (Hendrycks and Gimpel 2016): a number times the normal distribution function of it.

use rten_simd::{
    Isa, SimdUnaryOp,
    ops::{BitOps, NumOps},
};

/// Where the distribution function is taken to be 0 or 1.
const EDGE: f32 = 4.4;

/// Coefficients of the odd powers of x, from the first: the distribution function less one half, fitted on `-EDGE..EDGE`
/// so that the unit is 4e-5 off at most. The bytes that its outputs become are hundreds of times coarser, and the exact
/// function needs a division and an exponential.
const ODD: [f32; 9] = [
    0.398_761_6,
    -0.066_076_42,
    0.009_643_02,
    -0.001_054_990_1,
    8.429_262_4e-5,
    -4.724_831_3e-6,
    1.740_827_6e-7,
    -3.753_992_2e-9,
    3.569_361_8e-11,
];

/// The unit.
pub(super) struct Gelu;

impl SimdUnaryOp<f32> for Gelu {
    #[inline(always)]
    fn eval<I: Isa>(&self, isa: I, x: I::F32) -> I::F32 {
        let ops = isa.f32();
        let near = ops.clamp(x, ops.splat(-EDGE), ops.splat(EDGE));
        let (square, mut sum) = (ops.mul(near, near), ops.splat(ODD[8]));
        for &coefficient in ODD[..8].iter().rev() {
            sum = ops.mul_add(sum, square, ops.splat(coefficient));
        }
        ops.mul(x, ops.mul_add(sum, near, ops.splat(0.5)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_close_to_the_exact_unit() {
        let points = (-10_000..10_000).map(|step| step as f32 / 1000.0);
        let (mut ours, mut exact): (Vec<f32>, Vec<f32>) = points.map(|x| (x, x)).unzip();
        Gelu.map_mut(&mut ours);
        rten_vecmath::Gelu {}.map_mut(&mut exact);
        for (ours, exact) in ours.iter().zip(&exact) {
            assert!((ours - exact).abs() < 5e-5, "{ours} for {exact}");
        }
    }
}
