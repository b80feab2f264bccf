//! The service in process: a request of the contract in, its answer out, without HTTP.

use std::{
    fs,
    panic::resume_unwind,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use dateline_encoder::{ModelFiles, NeuralEncoder};
use dateline_extract::{Comparison, Pipeline, times, times::Timex};
use dateline_text::Document;
use dateline_wire::{AnswerLimits, ExtractRequest, Problem, Provenance, RequestLimits, respond};
use serde_json::{Value, json};

use crate::{Answer, EvaluationError};

/// Threads that read a corpus.
const THREADS: usize = 2;

/// A pipeline with its model, and the limits of a request.
pub struct Service {
    pipeline: Pipeline,
    model: String,
    limits: RequestLimits,
}

/// The encoder of a model's folder; its weights stay in memory for good.
///
/// # Errors
/// [`EvaluationError`] when the folder holds no model.
pub fn load_encoder(folder: &Path) -> Result<NeuralEncoder, EvaluationError> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|source| EvaluationError::Read { path, source })
    };
    let (network, labels, vocabulary) = (read("model.safetensors")?.leak(), read("labels.json")?, read("vocab.txt")?);
    let vocabulary = String::from_utf8_lossy(&vocabulary);
    NeuralEncoder::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels })
        .map_err(|error| EvaluationError::Model { folder: folder.to_owned(), problem: error.to_string() })
}

impl Service {
    /// With the model in a folder.
    ///
    /// # Errors
    /// [`EvaluationError`] when the folder holds no model.
    pub fn load(folder: &Path) -> Result<Self, EvaluationError> {
        let encoder = load_encoder(folder)?;
        let model = encoder.id().to_owned();
        Ok(Self { pipeline: Pipeline::with_encoder(Box::new(encoder)), model, limits: RequestLimits::default() })
    }

    /// The answer to a request, as JSON.
    ///
    /// # Errors
    /// What the service says of a request that it refuses.
    pub fn answer(&self, request: &Value) -> Result<Value, String> {
        let refused = |problem: Problem| format!("{problem:?}");
        let request = ExtractRequest::from_json(request.to_string().as_bytes(), &self.limits).map_err(refused)?;
        let (article, asked) = request.into_article(&self.limits).map_err(refused)?;
        let found = self.pipeline.extract(&article).map_err(|error| error.to_string())?;
        let warnings_max = AnswerLimits::default().warnings_max;
        let provenance = Provenance { model: &self.model, knowledge_bases: &[], warnings_max };
        let answer = respond(&article, &found, asked, provenance);
        serde_json::to_value(answer).map_err(|error| error.to_string())
    }

    /// What the pipeline compares in an article, and its times.
    ///
    /// # Errors
    /// What the service says of an article that it refuses.
    pub(crate) fn comparisons(
        &self,
        text: &str,
        published: Option<&str>,
    ) -> Result<(Vec<Comparison>, Vec<Timex>), String> {
        let mut request = json!({ "body": text });
        if let Some(published) = published {
            request["published_at"] = json!(published);
        }
        let refused = |problem: Problem| format!("{problem:?}");
        let request = ExtractRequest::from_json(request.to_string().as_bytes(), &self.limits).map_err(refused)?;
        let (article, _) = request.into_article(&self.limits).map_err(refused)?;
        if article.text() != text {
            return Err("the service reads another text".into());
        }
        let compared = self.pipeline.comparisons(&article).map_err(|error| error.to_string())?;
        Ok((compared, times::normalise(&Document::new(&article), article.published())))
    }

    /// The answers to many requests, in their order, by two threads: for each the answer, or why there is none.
    #[must_use]
    pub fn answers(&self, requests: &[Value]) -> Vec<Result<Answer, String>> {
        in_parallel(requests.len(), |at| {
            let answer = self.answer(&requests[at])?;
            serde_json::from_value(answer).map_err(|error| error.to_string())
        })
    }
}

/// `work` of every number below `count`, in order, by [`THREADS`] threads.
pub(crate) fn in_parallel<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed)).take_while(|&at| at < count);
        numbers.map(|at| (at, work(at))).collect::<Vec<_>>()
    };
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..THREADS).map(|_| scope.spawn(worker)).collect();
        let joined = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    });
    done.sort_by_key(|&(at, _)| at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order() {
        assert_eq!(in_parallel(100, |at| 2 * at), (0..200).step_by(2).collect::<Vec<_>>());
    }
}
