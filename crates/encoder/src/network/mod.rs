//! The network (BERT, Devlin et al. 2019, in MiniLM's size): pieces → embeddings → layers → heads.
//!
//! Linear layers multiply int8 by int8; all else is f32. Each row of activations has a scale of its own, so that what is
//! read of a window does not depend on the windows beside it. Windows stand one after the other without padding.

mod attention;
mod embeddings;
mod epilogue;
mod gelu;
mod heads;
mod layer;
mod linear;
mod norm;
mod quantise;
mod scratch;
mod weights;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::{LoadError, labels::Labels};
use embeddings::Embeddings;
use heads::Heads;
pub(crate) use heads::Outputs;
use layer::Layer;
use scratch::Scratch;
use weights::Weights;

/// A loaded network.
pub(crate) struct Network {
    embeddings: Embeddings,
    layers: Vec<Layer>,
    heads: Heads,
}

/// What the network reads at one place.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    /// Row of the word piece table.
    pub(crate) id: i32,
    /// Place in its window.
    pub(crate) position: u32,
    /// Row of the shape table.
    pub(crate) shape: i32,
    /// Row of the quotation table.
    pub(crate) quotation: i32,
    /// Rows of the membership table, as bits.
    pub(crate) membership: u64,
    /// Rows of the lexicon table, as bits; a network without such a table takes no notice of them.
    pub(crate) lexicon: u64,
}

/// Windows one after the other.
#[derive(Default)]
pub(crate) struct Batch {
    /// Pieces of all windows.
    pub(crate) pieces: Vec<Piece>,
    /// Places of each window's pieces, in order, without gaps.
    pub(crate) windows: Vec<Range<usize>>,
    /// Places at which the heads are read.
    pub(crate) read: Vec<usize>,
}

impl Network {
    /// Reads `model.safetensors`; its word table is read in place ever after.
    pub(crate) fn load(file: &'static [u8], labels: &Labels) -> Result<Self, LoadError> {
        let weights = Weights::parse(file)?;
        let embeddings = Embeddings::load(&weights)?;
        let layer = |index| Layer::load(&weights, index, embeddings.width());
        let layers = (0..weights.layers()).map(layer).collect::<Result<_, _>>()?;
        let heads = Heads::load(&weights, embeddings.width(), labels)?;
        Ok(Self { embeddings, layers, heads })
    }

    /// Word pieces that have a row in the table.
    pub(crate) fn pieces(&self) -> usize {
        self.embeddings.pieces()
    }

    /// Whether the lexicon's bits are an input.
    pub(crate) fn reads_lexicon(&self) -> bool {
        self.embeddings.reads_lexicon()
    }

    /// The outputs at the places that the batch asks for. Runs on the calling thread.
    pub(crate) fn run(&self, batch: &Batch) -> Outputs {
        Scratch::with(|scratch| {
            self.embeddings.look_up(&batch.pieces, scratch);
            for layer in &self.layers {
                layer.run(&batch.windows, scratch);
            }
            self.heads.run(&batch.read, scratch)
        })
    }
}
