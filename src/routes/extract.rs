//! `POST /v1/extract`.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use dateline_text::Article;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::{
    App,
    api::{
        convert,
        request::{Asked, ExtractRequest, PlainText},
        response::ExtractResponse,
    },
    config::Limits,
    description::ExtractProblems,
    error::{Code, Problem},
    hash,
    metrics::{Arrival, ExtractionStats, Stage},
    model::Model,
    negotiation,
    telemetry::TraceHeaders,
};

/// Hexadecimal digits of the hash that an `ETag` carries: 128 bits.
const ETAG_DIGITS: usize = 32;

/// Entities, quotes, events and times of one article
///
/// Send JSON, or the article alone as plain text; UTF-8, as it is or with `Content-Encoding: gzip`. The answer is a pure
/// function of the request and the model. An article in which nothing is found has empty lists.
#[utoipa::path(
    post,
    path = "/v1/extract",
    tag = "articles",
    request_body(content((ExtractRequest = "application/json"), (PlainText = "text/plain"))),
    params(TraceHeaders),
    responses(
        (
            status = OK,
            description = "What was found",
            body = ExtractResponse,
            headers(("ETag" = String, description = "Strong tag of the body; weak where the answer is compressed"))
        ),
        ExtractProblems,
    )
)]
pub async fn extract(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    app.readiness.check_open()?;
    refuse_parameters(&request)?;
    let (head, body) = request.into_parts();
    let format = negotiation::media_type(&head.headers, FORMATS, "application/json or text/plain")?;
    let begun = Instant::now();
    let bytes = read(body, app.limits.body_bytes_max, &app.limits).await?;
    let received = begun.elapsed();
    app.metrics.stage(Stage::Receive, received);
    let request = match format {
        Format::Json => ExtractRequest::from_json(&bytes, &app.limits)?,
        Format::Plain => ExtractRequest::plain(plain(bytes)?),
    };
    let (article, asked) = request.into_article(&app.limits)?;
    let parsed = begun.elapsed() - received;
    app.metrics.stage(Stage::Parse, parsed);
    let model = app.model.clone();
    let computed = app.pool.run(move || answer(&model, &article, asked)).await?;
    let Answer { body, etag, text_chars, extracted, found } = computed.value?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::ETAG, HeaderValue::try_from(etag).expect("hexadecimal digits are a valid header")),
    ];
    let mut response = (headers, body).into_response();
    let stats = ExtractionStats { text_chars, queued: computed.queued, ran: computed.ran, extracted, found };
    app.metrics.extracted(&stats);
    response.extensions_mut().insert(stats);
    response.extensions_mut().insert(Arrival { begun, received, parsed });
    Ok(response)
}

/// What a worker makes of an article.
pub(crate) struct Answer {
    /// The answer's JSON.
    pub(crate) body: Vec<u8>,
    /// Its strong tag.
    pub(crate) etag: String,
    /// Characters of the article's text.
    pub(crate) text_chars: u64,
    /// Time spent in the pipeline.
    pub(crate) extracted: Duration,
    /// Entities, quotes, events and times found.
    pub(crate) found: [usize; 4],
}

/// Reads an article. Runs on a worker.
pub(crate) fn answer(model: &Model, article: &Article, asked: Asked) -> Result<Answer, Problem> {
    let begun = Instant::now();
    // The encoder's own message may repeat what it read.
    let found = model
        .pipeline
        .extract(article)
        .map_err(|_| Problem::new(Code::Internal, "the article could not be read; the fault is the service's"))?;
    let extracted = begun.elapsed();
    let response = convert::respond(article, &found, asked, &model.id);
    let body = serde_json::to_vec(&response).expect("answers have string keys and finite numbers");
    let etag = format!("\"{}\"", &hash::sha256_hex(&body)[..ETAG_DIGITS]);
    let text_chars =
        article.fields().iter().map(|(_, place)| article.text()[place.range()].chars().count() as u64).sum();
    let found = [found.entities.len(), found.quotes.len(), found.events.len(), found.times.len()];
    Ok(Answer { body, etag, text_chars, extracted, found })
}

/// The media types that are read.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Plain,
}

const FORMATS: &[(&str, Format)] = &[("application/json", Format::Json), ("text/plain", Format::Plain)];

/// Refuses query parameters: one would be ignored silently.
pub(crate) fn refuse_parameters(request: &Request) -> Result<(), Problem> {
    match request.uri().query() {
        None | Some("") => Ok(()),
        Some(_) => Err(Problem::new(Code::ParameterUnknown, "this operation has no query parameters")),
    }
}

fn plain(bytes: Bytes) -> Result<String, Problem> {
    String::from_utf8(bytes.into()).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        Problem::new(Code::CharsetInvalid, format!("the body is not UTF-8 from byte {valid} on"))
    })
}

/// The whole body, which the router has decompressed.
pub(crate) async fn read(body: Body, bytes_max: usize, limits: &Limits) -> Result<Bytes, Problem> {
    let collected = timeout(limits.body_time_max(), Limited::new(body, bytes_max).collect()).await;
    match collected {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if exceeds_limit(error.as_ref()) => Err(too_large(bytes_max)),
        Ok(Err(_)) => {
            Err(Problem::new(Code::BodyUnreadable, "the body broke off, or is not what Content-Encoding says"))
        }
        Err(_) => {
            let detail = format!("the body must arrive within {} ms", limits.body_ms_max);
            Err(Problem::new(Code::BodyTimeout, detail).limit(limits.body_ms_max))
        }
    }
}

/// Whether a body's error comes from the limit on what was sent or on what it decompresses to.
fn exceeds_limit(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(<dyn Error>::is::<LengthLimitError>)
}

/// The problem of a body with more bytes than `limit`.
pub(crate) fn too_large(limit: usize) -> Problem {
    let detail = format!("the body must have at most {limit} bytes, as sent and after decompression");
    Problem::new(Code::BodyTooLarge, detail).limit(limit as u64)
}
