//! The seam between the pipeline and a neural encoder: an [`Encoder`] reads a document once, and every layer reads
//! its [`Encoding`]. Layers work by rule where no encoder is given.

use dateline_text::Document;

/// Reads a document in one pass.
pub trait Encoder: Send + Sync {
    /// One row of features per token.
    ///
    /// # Errors
    /// [`EncodeError`] when the model cannot be run on this document.
    fn encode(&self, document: &Document<'_>) -> Result<Encoding, EncodeError>;
}

/// What an encoder read: a matrix of `tokens x width`, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoding {
    width: usize,
    rows: Vec<f32>,
}

impl Encoding {
    /// Wraps rows of `width` values each, one row per token of the document.
    #[must_use]
    pub fn new(width: usize, rows: Vec<f32>) -> Self {
        Self { width, rows }
    }

    /// The row of one token.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn row(&self, word: u32) -> &[f32] {
        &self.rows[word as usize * self.width..][..self.width]
    }
}

/// Why an encoder could not read a document.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The runtime refused the input.
    #[error("the model could not be run: {0}")]
    Runtime(String),
}
