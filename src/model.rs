//! The model that reads articles: the one in the binary, one from a folder, or none, where rules decide alone.

mod scores;

use std::{
    fs, io,
    path::Path,
    sync::{Arc, LazyLock},
};

use dateline_encoder::{LoadError, ModelFiles, NeuralEncoder};
use dateline_extract::Pipeline;
use dateline_wire::{AnswerLimits, Provenance, hash};

pub use self::scores::{Score, Unit};
use crate::config::ModelChoice;

/// A loaded model and the pipeline that reads with it.
pub struct Model {
    /// Name and version, as answers give them.
    pub id: String,
    /// SHA-256 of its network, in hexadecimal, where it has one.
    pub sha256: Option<String>,
    /// What it was measured to do.
    pub scores: Vec<Score>,
    /// The pipeline.
    pub pipeline: Pipeline,
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file of the folder cannot be read.
    #[error("{0}: {1}")]
    Read(String, io::Error),
    /// The scores are not what the scorer writes.
    #[error("scores.json: {0}")]
    Scores(#[from] serde_json::Error),
    /// A file is not what it should be.
    #[error(transparent)]
    Load(#[from] LoadError),
}

impl Model {
    /// The model in the binary, loaded once.
    ///
    /// # Panics
    /// Never: its tests load it.
    #[must_use]
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Model>> = LazyLock::new(|| {
            let files = ModelFiles {
                network: include_bytes!("../models/en-news/model.safetensors"),
                vocabulary: include_str!("../models/en-news/vocab.txt"),
                labels: include_bytes!("../models/en-news/labels.json"),
            };
            let scores = include_bytes!("../models/en-news/scores.json");
            Arc::new(Model::load(files, Some(scores)).expect("the embedded model is whole"))
        });
        Arc::clone(&EMBEDDED)
    }

    /// No model, rules only; they have the version of the service.
    ///
    /// # Panics
    /// Never: its tests read the scores.
    #[must_use]
    pub fn rules_alone() -> Self {
        let scores = scores::read(include_bytes!("../models/rules-alone/scores.json"));
        Self {
            id: concat!("rules-alone/", env!("CARGO_PKG_VERSION")).to_owned(),
            sha256: None,
            scores: scores.expect("the scorer wrote them"),
            pipeline: Pipeline::by_rule(),
        }
    }

    /// What answers name as their origin, with the default limit on warnings.
    #[must_use]
    pub fn provenance(&self) -> Provenance<'_> {
        let warnings_max = AnswerLimits::default().warnings_max;
        Provenance { model: &self.id, knowledge_bases: &[], warnings_max }
    }

    /// The model that was chosen.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn choose(choice: &ModelChoice) -> Result<Arc<Self>, ModelError> {
        match &choice.model {
            Some(folder) => Self::from_folder(folder).map(Arc::new),
            None if choice.rules_alone => Ok(Arc::new(Self::rules_alone())),
            None => Ok(Self::embedded()),
        }
    }

    /// The model in a folder, which stays in memory for good, with the files that `models/en-news` has. It may lack
    /// scores.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn from_folder(folder: &Path) -> Result<Self, ModelError> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| ModelError::Read(path.display().to_string(), error))
        };
        let vocabulary = read("vocab.txt")?;
        let vocabulary = String::from_utf8_lossy(&vocabulary);
        let (network, labels) = (read("model.safetensors")?.leak(), read("labels.json")?);
        let scores = read("scores.json").ok();
        Self::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels }, scores.as_deref())
    }

    fn load(files: ModelFiles<'_>, scores: Option<&[u8]>) -> Result<Self, ModelError> {
        let encoder = NeuralEncoder::load(files)?;
        Ok(Self {
            id: encoder.id().to_owned(),
            sha256: Some(hash::sha256_hex(files.network)),
            scores: scores.map(scores::read).transpose()?.unwrap_or_default(),
            pipeline: Pipeline::with_encoder(Box::new(encoder)),
        })
    }
}
