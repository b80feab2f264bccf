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
use crate::knowledge::{self, KbFile, KnowledgeError};

/// Which model reads articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// The one in the binary.
    Embedded,
    /// The one in this folder.
    Folder(&'a Path),
    /// None: rules only.
    RulesAlone,
}

/// A loaded model and the pipeline that reads with it.
pub struct Model {
    /// Name and version, as answers give them.
    pub id: String,
    /// SHA-256 of its network, in hexadecimal, where it has one.
    pub sha256: Option<String>,
    /// What it was measured to do.
    pub scores: Vec<Score>,
    /// Name and date of each knowledge base, in the order of look-up.
    pub knowledge_bases: Vec<String>,
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
    /// A knowledge base cannot be used.
    #[error(transparent)]
    Knowledge(#[from] KnowledgeError),
}

impl Model {
    /// The model in the binary, loaded once.
    ///
    /// # Panics
    /// Never: its tests load it.
    #[must_use]
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Model>> = LazyLock::new(|| {
            let (files, scores) = embedded_files();
            Arc::new(Model::load(files, Some(scores), &[]).expect("the embedded model is whole"))
        });
        Arc::clone(&EMBEDDED)
    }

    /// No model, rules only; they have the version of the service.
    ///
    /// # Panics
    /// Never: its tests read the scores.
    ///
    /// # Errors
    /// [`ModelError`] that names a knowledge base's file.
    pub fn rules_alone(kb: &[KbFile]) -> Result<Self, ModelError> {
        let scores = scores::read(include_bytes!("../../../models/rules-alone/scores.json"));
        let (pipeline, knowledge_bases) = linked(Pipeline::by_rule(), kb)?;
        Ok(Self {
            id: concat!("rules-alone/", env!("CARGO_PKG_VERSION")).to_owned(),
            sha256: None,
            scores: scores.expect("the scorer wrote them"),
            knowledge_bases,
            pipeline,
        })
    }

    /// What answers name as their origin, with the default limit on warnings.
    #[must_use]
    pub fn provenance(&self) -> Provenance<'_> {
        let warnings_max = AnswerLimits::default().warnings_max;
        Provenance { model: &self.id, knowledge_bases: &self.knowledge_bases, warnings_max }
    }

    /// The model that was chosen, with these bases before the one in the binary.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn choose(choice: Choice<'_>, kb: &[KbFile]) -> Result<Arc<Self>, ModelError> {
        match choice {
            Choice::Folder(folder) => Self::from_folder(folder, kb).map(Arc::new),
            Choice::RulesAlone => Self::rules_alone(kb).map(Arc::new),
            Choice::Embedded if kb.is_empty() => Ok(Self::embedded()),
            Choice::Embedded => {
                let (files, scores) = embedded_files();
                Self::load(files, Some(scores), kb).map(Arc::new)
            }
        }
    }

    /// The model in a folder, which stays in memory for good, with the files that `models/en-news` has. It may lack
    /// scores.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn from_folder(folder: &Path, kb: &[KbFile]) -> Result<Self, ModelError> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| ModelError::Read(path.display().to_string(), error))
        };
        let vocabulary = read("vocab.txt")?;
        let vocabulary = String::from_utf8_lossy(&vocabulary);
        let (network, labels) = (read("model.safetensors")?.leak(), read("labels.json")?);
        let scores = read("scores.json").ok();
        Self::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels }, scores.as_deref(), kb)
    }

    fn load(files: ModelFiles<'_>, scores: Option<&[u8]>, kb: &[KbFile]) -> Result<Self, ModelError> {
        let encoder = NeuralEncoder::load(files)?;
        let id = encoder.id().to_owned();
        let (pipeline, knowledge_bases) = linked(Pipeline::with_encoder(Box::new(encoder)), kb)?;
        Ok(Self {
            id,
            sha256: Some(hash::sha256_hex(files.network)),
            scores: scores.map(scores::read).transpose()?.unwrap_or_default(),
            knowledge_bases,
            pipeline,
        })
    }
}

/// The files of the model in the binary, and its scores.
fn embedded_files() -> (ModelFiles<'static>, &'static [u8]) {
    let files = ModelFiles {
        network: include_bytes!("../../../models/en-news/model.safetensors"),
        vocabulary: include_str!("../../../models/en-news/vocab.txt"),
        labels: include_bytes!("../../../models/en-news/labels.json"),
    };
    (files, include_bytes!("../../../models/en-news/scores.json"))
}

/// The pipeline with its knowledge bases, and their names and dates.
fn linked(pipeline: Pipeline, kb: &[KbFile]) -> Result<(Pipeline, Vec<String>), KnowledgeError> {
    let linker = knowledge::linker(kb)?;
    let names = linker.bases().iter().map(|base| knowledge::version(base)).collect();
    Ok((pipeline.linked_by(linker), names))
}
