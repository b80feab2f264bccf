//! From a request to the bytes of its answer, with the model and the knowledge base in the binary or others. The HTTP
//! service, the command line and the Python package all call these functions, so they give the same bytes.
//!
//! ```
//! use dateline_answer::{answer_request, model::Model};
//! use dateline_wire::{AnswerLimits, ExtractRequest, RequestLimits};
//!
//! let limits = RequestLimits::default();
//! let request = ExtractRequest::from_json(br#"{"body": "It rained, said Ana Prado."}"#, &limits)?;
//! let model = Model::rules_alone(&[]).expect("the base in the binary is whole");
//! let answer = answer_request(&model, request, &limits, AnswerLimits::default())?;
//! assert!(answer.body.starts_with(b"{"));
//! # Ok::<(), dateline_wire::Problem>(())
//! ```

pub mod knowledge;
pub mod model;

use std::time::{Duration, Instant};

use dateline_extract::Linking;
use dateline_text::Article;
use dateline_wire::{
    AnswerLimits, Asked, Code, ExtractRequest, ExtractResponse, Problem, Provenance, Representation, RequestLimits,
    hash,
    ninjs::Item,
    options::{LinkDetail, OffsetUnit},
    respond, to_json,
};

use crate::model::Model;

/// Hexadecimal digits of the hash that an `ETag` carries: 128 bits.
const ETAG_DIGITS: usize = 32;

/// What is made of an article.
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

/// Reads the article of a request.
///
/// # Errors
/// What [`ExtractRequest::into_article`] and [`answer`] refuse.
pub fn answer_request(
    model: &Model,
    request: ExtractRequest,
    limits: &RequestLimits,
    answer_limits: AnswerLimits,
) -> Result<Answer, Problem> {
    let (article, asked) = request.into_article(limits)?;
    answer(model, &article, asked, answer_limits)
}

/// Reads the article of a request, and answers in a form of the caller's choice.
///
/// # Errors
/// As [`answer_request`].
pub fn answer_represented(
    model: &Model,
    request: ExtractRequest,
    form: Representation,
    limits: &RequestLimits,
    answer_limits: AnswerLimits,
) -> Result<Answer, Problem> {
    let (article, mut asked) = request.into_article(limits)?;
    if form == Representation::Annotations {
        asked.options.offset_unit = OffsetUnit::CodePoint;
    }
    answer_with(model, &article, asked, answer_limits, |response| {
        form.write(response, &article, answer_limits.answer_bytes_max)
    })
}

/// Reads an article.
///
/// # Errors
/// [`Code::Internal`] when the encoder fails, [`Code::AnswerTooLarge`] when the answer is too large.
pub fn answer(model: &Model, article: &Article, asked: Asked, limits: AnswerLimits) -> Result<Answer, Problem> {
    answer_with(model, article, asked, limits, |response| to_json(response, limits.answer_bytes_max))
}

/// Reads the article of a ninjs item, and answers with the item enriched.
///
/// # Errors
/// As [`answer_request`].
pub fn answer_ninjs(
    model: &Model,
    item: &Item,
    request: ExtractRequest,
    limits: &RequestLimits,
    answer_limits: AnswerLimits,
) -> Result<Answer, Problem> {
    let (article, asked) = request.into_article(limits).map_err(|problem| match problem.code() {
        // The item's body has another name than that of a request.
        Code::TextEmpty => Problem::new(Code::TextEmpty, "the body of the item must hold more than white space"),
        _ => problem,
    })?;
    answer_with(model, &article, asked, answer_limits, |found| item.enriched(found, answer_limits.answer_bytes_max))
}

/// Reads an article; `write` gives the bytes of the answer.
fn answer_with(
    model: &Model,
    article: &Article,
    asked: Asked,
    limits: AnswerLimits,
    write: impl FnOnce(&ExtractResponse<'_>) -> Result<Vec<u8>, Problem>,
) -> Result<Answer, Problem> {
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
    let body = write(&respond(article, &found, asked, provenance))?;
    let etag = format!("\"{}\"", &hash::sha256_hex(&body)[..ETAG_DIGITS]);
    let text_chars =
        article.fields().iter().map(|(_, place)| article.text()[place.range()].chars().count() as u64).sum();
    let found = [found.entities.len(), found.quotes.len(), found.events.len(), found.times.len()];
    Ok(Answer { body, etag, text_chars, extracted, found })
}
