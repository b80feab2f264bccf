//! Tensors of `model.safetensors`, by name, with the shapes that the network expects.

use safetensors::{Dtype, SafeTensors};

use super::{linear::Linear, norm::Norm};
use crate::LoadError;

/// Widths are multiples of this, so that no vector instruction meets a rest.
pub(super) const WIDTH_STEP: usize = 64;
/// The largest weight of a linear layer: two products of it with a byte fit 16 bits, in which processors without VNNI add
/// them, so that all compute the same.
const WEIGHT_MAX: u8 = 63;

/// A parsed file.
pub(super) struct Weights {
    tensors: SafeTensors<'static>,
    attention_heads: usize,
}

impl Weights {
    pub(super) fn parse(file: &'static [u8]) -> Result<Self, LoadError> {
        let refused = |error: safetensors::SafeTensorError| LoadError::Network(error.to_string());
        let (_, header) = SafeTensors::read_metadata(file).map_err(refused)?;
        let attention_heads = header.metadata().as_ref().and_then(|pairs| pairs.get("attention_heads")?.parse().ok());
        let attention_heads = attention_heads.ok_or(LoadError::Network("`attention_heads` is missing".into()))?;
        Ok(Self { tensors: SafeTensors::deserialize(file).map_err(refused)?, attention_heads })
    }

    pub(super) fn attention_heads(&self) -> usize {
        self.attention_heads
    }

    /// Number of layers.
    pub(super) fn layers(&self) -> usize {
        (0..).take_while(|index| self.tensors.tensor(&format!("layer{index}.qkv.weight")).is_ok()).count()
    }

    /// Groups of heads, in alphabetical order.
    pub(super) fn groups(&self) -> Vec<String> {
        let group = |name: &str| Some(name.strip_prefix("heads.")?.strip_suffix(".hidden.weight")?.to_owned());
        let mut groups: Vec<String> = self.tensors.names().into_iter().filter_map(group).collect();
        groups.sort_unstable();
        groups
    }

    /// Whether there is a tensor of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.tensors.tensor(name).is_ok()
    }

    /// The outputs of the layer of that name, if there is one.
    pub(super) fn outputs(&self, name: &str) -> Option<usize> {
        self.tensors.tensor(&format!("{name}.weight")).ok()?.shape().first().copied()
    }

    /// A matrix of bytes, row by row, and its numbers of rows and columns.
    pub(super) fn bytes(&self, name: &str) -> Result<(&'static [u8], [usize; 2]), LoadError> {
        let view = self.tensors.tensor(name).map_err(|error| LoadError::Network(error.to_string()))?;
        match *view.shape() {
            [rows, columns] if view.dtype() == Dtype::I8 && rows > 0 && columns > 0 => {
                Ok((view.data(), [rows, columns]))
            }
            _ => Err(LoadError::Network(format!("`{name}` is not a matrix of int8"))),
        }
    }

    /// Numbers of a vector, or of a matrix row by row, whose rows have `width` numbers.
    pub(super) fn floats(&self, name: &str, width: usize) -> Result<Vec<f32>, LoadError> {
        let view = self.tensors.tensor(name).map_err(|error| LoadError::Network(error.to_string()))?;
        if view.dtype() != Dtype::F32 || view.shape().last() != Some(&width) {
            return Err(LoadError::Network(format!("`{name}` has no rows of {width} float32")));
        }
        let (numbers, _) = view.data().as_chunks();
        Ok(numbers.iter().copied().map(f32::from_le_bytes).collect())
    }

    /// The layer of that name.
    pub(super) fn linear(&self, name: &str, inputs: usize) -> Result<Linear, LoadError> {
        self.stacked(&[name.to_owned()], inputs)
    }

    /// Layers that read the same inputs, as one whose outputs stand side by side, with zeros up to a multiple of
    /// [`WIDTH_STEP`].
    pub(super) fn stacked(&self, names: &[String], inputs: usize) -> Result<Linear, LoadError> {
        let (mut values, mut scales, mut biases) = (Vec::new(), Vec::new(), Vec::new());
        for name in names {
            let (bytes, [outputs, columns]) = self.bytes(&format!("{name}.weight"))?;
            if columns != inputs || !inputs.is_multiple_of(WIDTH_STEP) {
                return Err(LoadError::Network(format!("`{name}` reads {columns} values, not {inputs}")));
            }
            values.extend(bytes.iter().map(|byte| byte.cast_signed()));
            if values.iter().any(|value| value.unsigned_abs() > WEIGHT_MAX) {
                return Err(LoadError::Network(format!("`{name}` has weights beyond {WEIGHT_MAX}")));
            }
            scales.extend(self.floats(&format!("{name}.scale"), outputs)?);
            biases.extend(self.floats(&format!("{name}.bias"), outputs)?);
        }
        let outputs = scales.len().next_multiple_of(WIDTH_STEP);
        values.resize(outputs * inputs, 0);
        scales.resize(outputs, 0.0);
        biases.resize(outputs, 0.0);
        Ok(Linear::new(&values, inputs, scales, biases))
    }

    /// The layer normalisation of that name.
    pub(super) fn norm(&self, name: &str, width: usize) -> Result<Norm, LoadError> {
        let part = |part: &str| self.floats(&format!("{name}.{part}"), width);
        Ok(Norm { weight: part("weight")?, bias: part("bias")? })
    }
}
