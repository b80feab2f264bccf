//! The encoder of the service, with the model of the repository.

use std::path::Path;

use dateline_encoder::NeuralEncoder;
use dateline_evaluation::{EvaluationError, load_encoder};

/// Loads it; its weights stay in memory for good.
pub(crate) fn load() -> Result<NeuralEncoder, EvaluationError> {
    load_encoder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/en-news"))
}
