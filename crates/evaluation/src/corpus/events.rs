//! Event triggers of other corpora, and how their types map to ours: `events/event_types.json`.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

use super::Text;
use crate::{EvaluationError, answer::Range};

#[derive(Deserialize)]
pub(crate) struct EventDocument {
    text: String,
    date: Option<String>,
    pub(crate) events: Vec<CorpusEvent>,
}

#[derive(Deserialize)]
pub(crate) struct CorpusEvent {
    pub(crate) trigger: Range,
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

impl Text for EventDocument {
    fn text(&self) -> &str {
        &self.text
    }

    fn published(&self) -> Option<&str> {
        self.date.as_deref().filter(|date| !date.is_empty())
    }
}

/// Types of a corpus and what they are here; null where they are none of ours.
pub(crate) struct TypeMap(BTreeMap<String, Option<String>>);

#[derive(Deserialize)]
struct Types {
    maps: BTreeMap<String, BTreeMap<String, Option<String>>>,
}

/// The map of a corpus.
pub(crate) fn type_map(data: &Path, corpus: &'static str) -> Result<TypeMap, EvaluationError> {
    let path = data.join("events/event_types.json");
    let text = fs::read_to_string(&path).map_err(|source| EvaluationError::Read { path: path.clone(), source })?;
    let format = |problem| EvaluationError::Format { path: path.clone(), problem };
    let mut types: Types = serde_json::from_str(&text).map_err(|_| format("it holds no maps of types"))?;
    types.maps.remove(corpus).map(TypeMap).ok_or_else(|| format("it has no map for this corpus"))
}

impl TypeMap {
    /// Our type for the corpus' type, or for the nearest type above it that the map has.
    pub(crate) fn get(&self, kind: &str) -> Option<&str> {
        let mut name = kind;
        loop {
            if let Some(ours) = self.0.get(name) {
                return ours.as_deref();
            }
            name = name.rsplit_once('.').or_else(|| name.rsplit_once(':'))?.0;
        }
    }
}
