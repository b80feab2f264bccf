//! What can go wrong in a measurement.

use std::{io, path::PathBuf};

/// Why a measurement could not be made.
#[derive(Debug, thiserror::Error)]
pub enum EvaluationError {
    /// A file of a corpus could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file of a corpus is not in the expected format.
    #[error("{path} is not in the expected format: {problem}")]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: &'static str,
    },
    /// A line of a file is not in the expected format.
    #[error("{path}, line {line}: {problem}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        problem: serde_json::Error,
    },
    /// A model could not be loaded.
    #[error("cannot load the model in {folder}: {problem}")]
    Model {
        /// Its folder.
        folder: PathBuf,
        /// What is wrong.
        problem: String,
    },
}
