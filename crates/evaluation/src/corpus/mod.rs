//! Readers of the corpora: JSON Lines, one document a line, offsets in code points. One file per format.

mod articles;
mod attributions;
mod chains;
mod events;
mod linking;
mod names;
mod pronouns;

use std::{fs, path::Path};

pub(crate) use self::{
    articles::{Article, GoldArgument, GoldEntity, GoldEvent, GoldQuote},
    attributions::{Attribution, AttributionDocument},
    chains::ChainDocument,
    events::{EventDocument, TypeMap, type_map},
    linking::{LinkedName, LinkingDocument},
    names::{NameDocument, NameSpan},
    pronouns::PronounDocument,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::{Answer, EvaluationError, Service, measured::Measured};

/// What a measurement needs: the corpora, what reads them, and where it counts what that took.
pub struct Run<'a> {
    /// The folder of the corpora.
    pub data: &'a Path,
    /// What reads them.
    pub service: &'a Service,
    /// What that took.
    pub measured: Measured,
}

/// Reads a file of one JSON object per line.
pub(crate) fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvaluationError> {
    let text = fs::read_to_string(path).map_err(|source| EvaluationError::Read { path: path.to_owned(), source })?;
    let parse = |(at, line)| {
        let malformed = |problem| EvaluationError::Line { path: path.to_owned(), line: at + 1, problem };
        serde_json::from_str(line).map_err(malformed)
    };
    text.lines().enumerate().map(parse).collect()
}

/// The documents of `data/FOLDER/PART.jsonl`; none where there is no such file: a corpus may be absent.
pub(crate) fn part<T: DeserializeOwned>(data: &Path, name: &str) -> Result<Option<Vec<T>>, EvaluationError> {
    let path = data.join(format!("{name}.jsonl"));
    path.exists().then(|| read_lines(&path)).transpose()
}

/// A document that the service can be asked about.
pub(crate) trait Text {
    /// The text.
    fn text(&self) -> &str;

    /// When it was published, where the corpus says so.
    fn published(&self) -> Option<&str> {
        None
    }
}

/// Asks the service about every document, with these options, and counts what it took.
pub(crate) fn ask(run: &mut Run<'_>, documents: &[impl Text], options: &Value) -> Vec<Answer> {
    let requests: Vec<Value> = documents.iter().map(|document| request(document, options)).collect();
    let texts: Vec<&str> = documents.iter().map(Text::text).collect();
    run.measured.answers(run.service, &requests, &texts)
}

fn request(document: &impl Text, options: &Value) -> Value {
    let mut all = Map::from_iter([("offset_unit".to_owned(), json!("code_point"))]);
    all.extend(options.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    let mut request = json!({ "body": document.text(), "options": all });
    if let Some(published) = document.published() {
        request["published_at"] = json!(published);
    }
    request
}
