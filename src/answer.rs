//! From an article to the bytes of its answer.

use std::time::{Duration, Instant};

use dateline_text::Article;
use dateline_wire::{Asked, Code, Problem, hash, respond, to_json};

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
/// [`Code::Internal`] when the encoder fails.
pub fn answer(model: &Model, article: &Article, asked: Asked) -> Result<Answer, Problem> {
    let begun = Instant::now();
    // The encoder's own message may repeat what it read.
    let found = model
        .pipeline
        .extract(article)
        .map_err(|_| Problem::new(Code::Internal, "the article could not be read; the fault is the service's"))?;
    let extracted = begun.elapsed();
    let response = respond(article, &found, asked, &model.id);
    let body = to_json(&response);
    let etag = format!("\"{}\"", &hash::sha256_hex(&body)[..ETAG_DIGITS]);
    let text_chars =
        article.fields().iter().map(|(_, place)| article.text()[place.range()].chars().count() as u64).sum();
    let found = [found.entities.len(), found.quotes.len(), found.events.len(), found.times.len()];
    Ok(Answer { body, etag, text_chars, extracted, found })
}
