//! The encoder of the service, with the model of the repository.

use std::{fs, io, path::Path};

use dateline_encoder::NeuralEncoder;
use dateline_evaluation::{EvaluationError, load_encoder};
use sha2::{Digest, Sha256};

/// Loads it; its weights stay in memory for good.
pub(crate) fn load() -> Result<NeuralEncoder, EvaluationError> {
    load_encoder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/en-news"))
}

/// What tells a model from all others: the hash of its weights, in hexadecimal.
pub(crate) fn sha256(folder: &Path) -> io::Result<String> {
    let weights = fs::read(folder.join("model.safetensors"))?;
    Ok(Sha256::digest(&weights).iter().map(|byte| format!("{byte:02x}")).collect())
}
