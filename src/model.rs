//! The model that reads articles: the one in the binary, or one from a folder.

use std::{
    fs, io,
    path::Path,
    sync::{Arc, LazyLock},
};

use dateline_encoder::{LoadError, ModelFiles, NeuralEncoder};
use dateline_extract::Pipeline;

use crate::hash;

/// A loaded model and the pipeline that reads with it.
pub struct Model {
    /// Name and version, as answers give them.
    pub id: String,
    /// SHA-256 of its network, in hexadecimal.
    pub sha256: String,
    /// The pipeline.
    pub pipeline: Pipeline,
}

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file of the folder cannot be read.
    #[error("{0}: {1}")]
    Read(String, io::Error),
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
            Arc::new(Model::load(files).expect("the embedded model is whole"))
        });
        Arc::clone(&EMBEDDED)
    }

    /// The model in a folder, or the embedded one when there is none.
    ///
    /// # Errors
    /// [`ModelError`] that names the file.
    pub fn choose(folder: Option<&Path>) -> Result<Arc<Self>, ModelError> {
        folder.map_or_else(|| Ok(Self::embedded()), |folder| Self::from_folder(folder).map(Arc::new))
    }

    /// The model in a folder, which stays in memory for good, with the three files that `models/en-news` has.
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
        Ok(Self::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels })?)
    }

    fn load(files: ModelFiles<'_>) -> Result<Self, LoadError> {
        let encoder = NeuralEncoder::load(files)?;
        Ok(Self {
            id: encoder.id().to_owned(),
            sha256: hash::sha256_hex(files.network),
            pipeline: Pipeline::with_encoder(Box::new(encoder)),
        })
    }
}
