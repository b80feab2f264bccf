//! The encoder of the service, with the model of the repository.

use std::{error::Error, fs, path::Path};

use dateline_encoder::{ModelFiles, NeuralEncoder};

/// Loads it; its weights stay in memory for good.
pub(crate) fn load() -> Result<NeuralEncoder, Box<dyn Error>> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/en-news");
    let (network, labels) = (fs::read(model.join("model.safetensors"))?.leak(), fs::read(model.join("labels.json"))?);
    let vocabulary = fs::read_to_string(model.join("vocab.txt"))?;
    Ok(NeuralEncoder::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels })?)
}
