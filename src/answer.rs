//! From an article to the bytes of its answer.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::body::Bytes;
use dateline_extract::Linking;
use dateline_text::Article;
use dateline_wire::{AnswerLimits, Asked, Code, Problem, Provenance, hash, options::LinkDetail, respond, to_json};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::model::Model;

/// Hexadecimal digits of the hash that an `ETag` carries: 128 bits.
const ETAG_DIGITS: usize = 32;

/// What a worker makes of an article.
pub struct Answer {
    /// The answer's JSON.
    pub body: Vec<u8>,
    /// Its strong tag.
    pub etag: String,
    /// Characters of the article's text.
    pub text_chars: u64,
    /// Time spent in the pipeline.
    pub extracted: Duration,
    /// Entities, quotes, events and times found.
    pub found: [usize; 4],
}

/// Reads an article. Runs on a worker.
///
/// # Errors
/// [`Code::Internal`] when the encoder fails, [`Code::AnswerTooLarge`] when the answer is too large.
pub fn answer(model: &Model, article: &Article, asked: Asked, limits: AnswerLimits) -> Result<Answer, Problem> {
    let begun = Instant::now();
    let linking = match (asked.options.link, asked.known_entities.base()) {
        (LinkDetail::Off, _) => Linking::Off,
        (_, Some(known)) => Linking::KnownFirst(known),
        (_, None) => Linking::Bases,
    };
    // The encoder's own message may repeat what it read.
    let found = model
        .pipeline
        .extract_linking(article, linking)
        .map_err(|_| Problem::new(Code::Internal, "internal error, not caused by the request"))?;
    let extracted = begun.elapsed();
    let provenance = Provenance { warnings_max: limits.warnings_max, ..model.provenance() };
    let body = to_json(&respond(article, &found, asked, provenance), limits.answer_bytes_max)?;
    let etag = format!("\"{}\"", &hash::sha256_hex(&body)[..ETAG_DIGITS]);
    let text_chars =
        article.fields().iter().map(|(_, place)| article.text()[place.range()].chars().count() as u64).sum();
    let found = [found.entities.len(), found.quotes.len(), found.events.len(), found.times.len()];
    Ok(Answer { body, etag, text_chars, extracted, found })
}

/// Bytes of an answer, with the permit to keep them in memory.
pub struct HeldAnswer {
    bytes: Vec<u8>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl HeldAnswer {
    /// Bytes that nobody counts, because there are few.
    #[must_use]
    pub fn uncounted(bytes: Vec<u8>) -> Self {
        Self { bytes, _permit: None }
    }

    /// Takes a permit for each byte, where there are as many left.
    ///
    /// # Errors
    /// [`Code::Overloaded`].
    pub fn hold(bytes: Vec<u8>, permits: &Arc<Semaphore>) -> Result<Self, Problem> {
        let permit = Arc::clone(permits).try_acquire_many_owned(count(&bytes)).map_err(|_| crowded())?;
        Ok(Self { bytes, _permit: Some(permit) })
    }

    /// Waits until there is a permit for each byte.
    ///
    /// # Errors
    /// [`Code::Overloaded`] when that takes too long.
    pub async fn wait(bytes: Vec<u8>, permits: &Arc<Semaphore>, longest: Duration) -> Result<Self, Problem> {
        let permits = Arc::clone(permits).acquire_many_owned(count(&bytes));
        match tokio::time::timeout(longest, permits).await {
            Ok(Ok(permit)) => Ok(Self { bytes, _permit: Some(permit) }),
            _ => Err(crowded()),
        }
    }

    /// The bytes, to be changed by a few.
    pub fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

impl AsRef<[u8]> for HeldAnswer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl From<HeldAnswer> for Bytes {
    fn from(answer: HeldAnswer) -> Self {
        Self::from_owner(answer)
    }
}

fn count(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn crowded() -> Problem {
    Problem::new(Code::Overloaded, "too many answers are waiting for slow clients; retry later")
}
