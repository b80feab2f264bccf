//! The seam between the pipeline and a neural encoder: an [`Encoder`] reads a document once, and every layer reads
//! its [`Encoding`]. Layers work by rule where no encoder is given.
//!
//! [`NeuralEncoder`] follows a token through the files of this crate: `pieces` and `features` turn it into numbers,
//! `window` puts sentences side by side, `network` runs the model, `encoding` keeps what layers read, and `bio` turns
//! scores into spans.

mod argument;
mod bio;
mod encoding;
mod features;
mod input;
mod labels;
mod lexicon;
mod link;
mod membership;
mod network;
mod neural;
mod pieces;
mod window;

use dateline_text::Document;

pub use bio::Tagged;
pub use encoding::{Encoding, Head};
pub use input::Input;
pub use lexicon::lexicon;
pub use link::Link;
pub use membership::MEMBERSHIP_BITS;
pub use neural::{ModelFiles, NeuralEncoder};
pub use pieces::Vocabulary;

/// Reads a document in one pass.
pub trait Encoder: Send + Sync {
    /// Scores and vectors for every token.
    ///
    /// # Errors
    /// [`EncodeError`] when the model cannot be run on this document.
    fn encode(&self, document: &Document<'_>) -> Result<Encoding, EncodeError>;
}

/// Why an encoder could not read a document.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The runtime refused the input.
    #[error("the model could not be run: {0}")]
    Runtime(String),
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The network's file is damaged, or lacks an input or output.
    #[error("the network cannot be loaded: {0}")]
    Network(String),
    /// The label file is damaged, or does not describe what this crate reads.
    #[error("the labels cannot be read: {0}")]
    Labels(String),
}
