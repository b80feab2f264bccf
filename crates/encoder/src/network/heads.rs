//! Groups of heads: one hidden layer per group, and the outputs that read it.

use rten_simd::SimdOp;

use super::{
    epilogue::{Activate, Dequantise},
    linear::Linear,
    scratch::{Scratch, first},
    weights::Weights,
};
use crate::{LoadError, encoding::Head, labels::Labels};

/// All groups.
pub(super) struct Heads {
    groups: Vec<Group>,
    places: Vec<Place>,
}

struct Group {
    hidden: Linear,
    /// The outputs of the group's heads, side by side.
    out: Linear,
}

/// Where a head's outputs stand.
#[derive(Clone, Copy)]
struct Place {
    group: usize,
    column: usize,
    width: usize,
}

/// The outputs of all heads at some places.
pub(crate) struct Outputs {
    /// Per group, row by row, the row's length and the numbers.
    groups: Vec<(usize, Vec<f32>)>,
    places: Vec<Place>,
}

impl Outputs {
    /// The outputs of a head at the `row`-th place that the batch asked for.
    pub(crate) fn row(&self, head: Head, row: usize) -> &[f32] {
        let Place { group, column, width } = self.places[head as usize];
        let (length, numbers) = &self.groups[group];
        &numbers[row * length + column..][..width]
    }
}

impl Heads {
    pub(super) fn load(weights: &Weights, width: usize, labels: &Labels) -> Result<Self, LoadError> {
        let (mut groups, mut places) = (Vec::new(), vec![None; Head::ALL.len()]);
        for name in weights.groups() {
            let (mut column, mut names) = (0, Vec::new());
            for head in Head::ALL {
                let output = format!("heads.{name}.{}", head.name());
                if let Some(width) = weights.outputs(&output) {
                    if width != labels.width(head) {
                        return Err(LoadError::Network(format!("`{output}` is not as wide as the labels say")));
                    }
                    places[head as usize] = Some(Place { group: groups.len(), column, width });
                    column += width;
                    names.push(output);
                }
            }
            if names.is_empty() {
                continue;
            }
            let hidden = weights.linear(&format!("heads.{name}.hidden"), width)?;
            let out = weights.stacked(&names, hidden.outputs())?;
            groups.push(Group { hidden, out });
        }
        let place = |(head, place): (Head, Option<Place>)| match place {
            None if labels.width(head) == 0 => Ok(Place { group: 0, column: 0, width: 0 }),
            place => place.ok_or_else(|| LoadError::Network(format!("the head `{}` is missing", head.name()))),
        };
        let places = Head::ALL.into_iter().zip(places).map(place).collect::<Result<_, _>>()?;
        Ok(Self { groups, places })
    }

    /// Reads `scratch.rows` at the given places.
    pub(super) fn run(&self, read: &[usize], scratch: &mut Scratch) -> Outputs {
        scratch.read.gather(&scratch.rows, read);
        let groups = self.groups.iter().map(|group| (group.out.outputs(), group.run(read.len(), scratch))).collect();
        Outputs { groups, places: self.places.clone() }
    }
}

impl Group {
    fn run(&self, count: usize, scratch: &mut Scratch) -> Vec<f32> {
        let Scratch { integers, read, sums, wide, wide_rows, .. } = scratch;
        let products = self.hidden.multiply(integers, read, 0..count, sums);
        wide_rows.resize(count, self.hidden.outputs());
        Activate { products, row: first(wide, self.hidden.outputs()), into: wide_rows }.dispatch();

        let products = self.out.multiply(integers, wide_rows, 0..count, sums);
        let mut out = vec![0.0; count * self.out.outputs()];
        Dequantise { products, out: &mut out }.dispatch();
        out
    }
}
