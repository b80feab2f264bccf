//! `POST /v1/extract`.

use std::time::Instant;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, ExtractRequest, ExtractResponse, Problem, request::PlainText};

use crate::{
    App,
    answer::{Answer, HeldAnswer, answer},
    http::{
        EXTRACT_PATH, body, content_type, middleware::request_id::TraceHeaders, openapi::ExtractProblems,
        problem::Rejection,
    },
    observe::metrics::{Arrival, ExtractionStats, Stage},
};

/// Entities, quotes, events and times of one article
///
/// Send JSON, or the article alone as plain text; UTF-8, as it is or with `Content-Encoding: gzip`. The answer is a pure
/// function of the request and the model. An article in which nothing is found has empty lists.
#[utoipa::path(
    post,
    path = EXTRACT_PATH,
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
pub async fn extract(State(app): State<App>, request: Request) -> Result<Response, Rejection> {
    app.readiness.check_open()?;
    content_type::refuse_parameters(&request)?;
    let (head, sent) = request.into_parts();
    let format = content_type::media_type(&head.headers, FORMATS, "application/json or text/plain")?;
    let begun = Instant::now();
    let bytes = body::read(sent, app.limits.body_bytes_max, &app.limits).await?;
    let received = begun.elapsed();
    app.metrics.stage(Stage::Receive, received);
    let limits = app.limits.of_requests();
    let request = match format {
        Format::Json => ExtractRequest::from_json(&bytes, &limits)?,
        Format::Plain => ExtractRequest::plain(plain(bytes)?),
    };
    let (article, asked) = request.into_article(&limits)?;
    let parsed = begun.elapsed() - received;
    app.metrics.stage(Stage::Parse, parsed);
    let (model, bytes_max) = (app.model.clone(), app.limits.answer_bytes_max);
    let computed = app.pool.run(move || answer(&model, &article, asked, bytes_max)).await?;
    let Answer { body, etag, text_chars, extracted, found } = computed.value?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::ETAG, HeaderValue::try_from(etag).expect("hexadecimal digits are a valid header")),
    ];
    let body = Bytes::from(HeldAnswer::hold(body, &app.answer_bytes)?);
    let mut response = (headers, body).into_response();
    let stats = ExtractionStats { text_chars, queued: computed.queued, ran: computed.ran, extracted, found };
    app.metrics.extracted(&stats);
    response.extensions_mut().insert(stats);
    response.extensions_mut().insert(Arrival { begun, received, parsed });
    Ok(response)
}

/// The media types that are read.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Plain,
}

const FORMATS: &[(&str, Format)] = &[("application/json", Format::Json), ("text/plain", Format::Plain)];

fn plain(bytes: Bytes) -> Result<String, Problem> {
    String::from_utf8(bytes.into()).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        Problem::new(Code::CharsetInvalid, format!("the body is not UTF-8 from byte {valid} on"))
    })
}
