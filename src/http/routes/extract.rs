//! `POST /v1/extract`.

use std::time::Instant;

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use dateline_answer::{Answer, answer_represented};
use dateline_wire::{
    ExtractRequest, ExtractResponse, Problem, Representation, json,
    options::BodyType,
    query,
    request::{HtmlText, PlainText},
};

use crate::{
    App,
    answer::HeldAnswer,
    http::{
        EXTRACT_PATH,
        body::{self, HeldBody},
        content_type,
        middleware::request_id::TraceHeaders,
        openapi::ExtractProblems,
        problem::Rejection,
    },
    observe::metrics::{Arrival, ExtractionStats, Stage},
    runtime::pool::Computed,
};

/// Entities, quotes, events and times of one article
///
/// Send JSON, or only the article as plain text or HTML, in UTF-8, with or without `Content-Encoding: gzip`. With these,
/// `published_at`, `language`, `offset_unit` and `include` (a list separated by commas) can be query parameters. The
/// answer is a pure function of the request, the model and the knowledge bases: the same request gets the same bytes.
/// An article in which nothing is found has empty lists.
///
/// `Accept` chooses the form: JSON, JSON-LD (the same in terms of schema.org), or a page of W3C Web Annotations, whose
/// selectors count code points of the text as sent, of HTML of its text content.
#[utoipa::path(
    post,
    path = EXTRACT_PATH,
    tag = "articles",
    request_body(content((ExtractRequest = "application/json"), (PlainText = "text/plain"), (HtmlText = "text/html"))),
    params(TraceHeaders),
    responses(
        (
            status = OK,
            description = "What was found",
            content(
                (ExtractResponse = "application/json"),
                (Object = "application/ld+json"),
                (Object = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"")
            ),
            headers(("ETag" = String, description = "Strong tag of the body; weak where the answer is compressed"))
        ),
        ExtractProblems,
    )
)]
pub async fn extract(State(app): State<App>, request: Request) -> Result<Response, Rejection> {
    app.readiness.check_open()?;
    let (head, sent) = request.into_parts();
    let format = content_type::media_type(&head.headers, FORMATS, "application/json, text/plain or text/html")?;
    let form = content_type::representation(&head.headers).unwrap_or_default();
    let limits = app.limits.of_requests();
    if matches!(format, Format::Json) {
        query::reject(head.uri.query(), limits.errors_max)?;
    }
    let begun = Instant::now();
    // The article takes the room of its body until it has been read.
    let HeldBody { bytes, room: _room } = body::read(sent, app.limits.body_bytes_max, &app).await?;
    let received = begun.elapsed();
    app.metrics.stage(Stage::Receive, received);
    let text =
        |body_type| ExtractRequest::from_text(json::utf8(&bytes)?.to_owned(), body_type, head.uri.query(), &limits);
    let request = match format {
        Format::Json => ExtractRequest::from_json(&bytes, &limits)?,
        Format::Plain => text(BodyType::Text)?,
        Format::Html => text(BodyType::Html)?,
    };
    drop(bytes);
    let parsed = begun.elapsed() - received;
    app.metrics.stage(Stage::Parse, parsed);
    let (model, of_answers) = (app.model.clone(), app.limits.of_answers());
    // HTML of megabytes takes too long to be read between other requests.
    let read = move || answer_represented(&model, request, form, &limits, of_answers);
    let computed = app.pool.run(read).await?;
    respond(&app, computed, form, Arrival { begun, received, parsed })
}

/// The response with an answer, which is counted.
pub(super) fn respond(
    app: &App,
    computed: Computed<Result<Answer, Problem>>,
    form: Representation,
    arrival: Arrival,
) -> Result<Response, Rejection> {
    let Answer { body, etag, text_chars, extracted, found } = computed.value?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(form.media_type())),
        (header::ETAG, HeaderValue::try_from(etag).expect("hexadecimal digits are a valid header")),
    ];
    let body = Bytes::from(HeldAnswer::hold(body, &app.answer_bytes)?);
    let mut response = (headers, body).into_response();
    let stats = ExtractionStats { text_chars, queued: computed.queued, ran: computed.ran, extracted, found };
    app.metrics.extracted(&stats);
    response.extensions_mut().insert(stats);
    response.extensions_mut().insert(arrival);
    Ok(response)
}

/// The media types that are read.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Plain,
    Html,
}

const FORMATS: &[(&str, Format)] =
    &[("application/json", Format::Json), ("text/plain", Format::Plain), ("text/html", Format::Html)];
