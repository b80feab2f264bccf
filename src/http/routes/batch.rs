//! `POST /v1/batch`.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Extension,
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use dateline_wire::{BatchRequest, BatchResponse, Code, Position, Problem, query};
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::OwnedSemaphorePermit;

use crate::{
    App,
    batch::{self, Answered, Content, Document, Progress, framing::Framing, lines},
    http::{
        BATCH_PATH, body,
        content_type::{self, JSON, NDJSON},
        middleware::{
            authenticate::Caller,
            request_id::{RequestId, TraceHeaders},
        },
        openapi::BatchProblems,
        problem::Rejection,
    },
};

/// Asks a proxy in between to pass lines on as they come.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// Entities, quotes, events and times of many articles
///
/// Send a list of documents as JSON and get a list of results in the same order. A document that is not valid gets a
/// problem in its place, with its `id` and `index`, and the others are unaffected: check each result, not only the
/// status. Each result has the bytes that `/v1/extract` would return. `defaults` holds fields for documents that do not
/// have their own.
///
/// For batches of any size send NDJSON (`Content-Type: application/x-ndjson`): one document per line. The answer is
/// NDJSON too and is streamed: one line for each document, in the same order, while you are still uploading. The first line
/// may be `{"defaults": {…}}`, which gets no line of its own; a problem carries the number of its `line`. Read while you
/// send: the service stops reading when you do. `curl -T articles.ndjson -X POST -H 'Content-Type: application/x-ndjson'
/// …/v1/batch` does both.
#[utoipa::path(
    post,
    path = BATCH_PATH,
    tag = "articles",
    request_body = BatchRequest,
    params(TraceHeaders),
    responses(
        (
            status = OK,
            description = "A result for each document: what was found, or a problem",
            body = BatchResponse
        ),
        BatchProblems,
    )
)]
pub async fn batch(
    State(app): State<App>,
    Extension(RequestId(id)): Extension<RequestId>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Result<Response, Rejection> {
    app.readiness.check_open()?;
    query::reject(request.uri().query(), app.limits.errors_max)?;
    let (head, sent) = request.into_parts();
    let framing = content_type::framing(&head.headers)?;
    let media_type = media_type(framing);
    if !content_type::accepts(&head.headers, media_type) {
        let detail = format!("a batch sent as {media_type} is answered as {media_type}, which Accept does not allow");
        return Err(Problem::new(Code::NotAcceptable, detail).into());
    }
    let permit = Arc::clone(&app.batches).try_acquire_owned().map_err(|_| {
        Problem::new(Code::Overloaded, "too many batches at the same time; retry after the interval in Retry-After")
    })?;
    match framing {
        Framing::Json => {
            // From here on the number of batches is the limit.
            let bytes = body::read(sent, app.limits.batch_bytes_max, &app).await?.bytes;
            let BatchRequest { defaults, documents } = BatchRequest::from_json(&bytes, &app.limits.of_requests())?;
            let defaults = Arc::new(defaults);
            let documents = documents.into_iter().zip(0..).map(move |(item, index)| Document {
                ends_batch: false,
                position: Position::Index(index),
                defaults: Arc::clone(&defaults),
                content: Ok(Content::Item(item)),
            });
            Ok(respond(&app, &id, framing, permit, paced(stream::iter(documents), caller)))
        }
        Framing::Ndjson => {
            let readiness = Arc::clone(&app.readiness);
            let stop = move || readiness.check_open().err();
            let documents = lines::documents(sent.into_data_stream(), &app.limits, stop);
            Ok(respond(&app, &id, framing, permit, paced(documents, caller)))
        }
    }
}

/// The documents as the caller's rate allows them; the first was counted with the request.
fn paced<S: Stream<Item = Document>>(documents: S, caller: Caller) -> impl Stream<Item = Document> + use<S> {
    documents.enumerate().then(move |(i, document)| {
        let caller = caller.clone();
        async move {
            if i > 0 {
                caller.paced().await;
            }
            document
        }
    })
}

fn respond<S>(app: &App, id: &str, framing: Framing, permit: OwnedSemaphorePermit, documents: S) -> Response
where
    S: Stream<Item = Document> + Send + 'static,
{
    let mut progress = Some((Progress::new(id), permit));
    let answers = batch::answers(app, id, documents).map(Some).chain(stream::once(async { None }));
    let metrics = Arc::clone(&app.metrics);
    let counted = answers.filter_map(move |answer: Option<Answered>| {
        match (&answer, &mut progress) {
            (Some(answer), Some((progress, _))) => {
                progress.answered(answer);
                metrics.batch_answered(answer.code.map_or("", Code::as_str));
            }
            (None, Some((progress, _))) => progress.complete(),
            (_, None) => {}
        }
        if answer.is_none() {
            progress = None;
        }
        async { answer }
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type(framing))),
        (X_ACCEL_BUFFERING, HeaderValue::from_static("no")),
    ];
    (headers, Body::from_stream(framing.body(counted).map(Ok::<_, Infallible>))).into_response()
}

fn media_type(framing: Framing) -> &'static str {
    match framing {
        Framing::Json => JSON,
        Framing::Ndjson => NDJSON,
    }
}
