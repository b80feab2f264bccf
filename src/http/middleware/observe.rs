//! What is said about requests: headers, one log line each, and metrics. Never any text of theirs.

use std::time::{Duration, Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use dateline_wire::Code;

use super::{
    authenticate::Caller,
    request_id::{RequestId, TRACEPARENT, X_REQUEST_ID, traceparent},
};
#[cfg(feature = "opentelemetry")]
use crate::observe::{metrics::Arrival, traces};
use crate::{
    App,
    observe::{log::milliseconds, metrics::ExtractionStats},
};

/// How long the parts of an answer took.
pub const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

/// The route label of requests that match none.
const UNMATCHED: &str = "unmatched";

/// Names the request, times its answer, sets the headers that every answer has, and logs and counts it.
pub async fn observe(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = RequestId::of(&request);
    let trace = traceparent(&request);
    let route = request.extensions().get::<MatchedPath>().map_or(UNMATCHED, MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let request_bytes = content_length(request.headers().get(header::CONTENT_LENGTH));
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    let took = started.elapsed();
    let stats = response.extensions().get::<ExtractionStats>().copied();
    let caller = response.extensions().get::<Caller>().and_then(|caller| caller.name.clone());
    let code = response.extensions().get::<Code>().copied().map_or("", Code::as_str);
    app.metrics.answered(&route, response.status(), code, took);
    tracing::info!(
        request_id = id.0,
        key = caller.as_deref(),
        traceparent = trace.as_ref().and_then(|value| value.to_str().ok()),
        // Methods are the caller's words; only the known ones are repeated.
        method = known_method(method.as_str()),
        route,
        status = response.status().as_u16(),
        code,
        request_bytes,
        response_bytes = content_length(response.headers().get(header::CONTENT_LENGTH)),
        text_chars = stats.map(|stats| stats.text_chars),
        queue_ms = stats.map(|stats| milliseconds(stats.queued)),
        extract_ms = stats.map(|stats| milliseconds(stats.ran)),
        total_ms = milliseconds(took),
        "answered"
    );
    #[cfg(feature = "opentelemetry")]
    if let Some(traces) = &app.traces {
        traces.answered(&traces::Answered {
            parent: trace.as_ref(),
            request_id: &id.0,
            method: known_method(method.as_str()),
            route: &route,
            started,
            took,
            status: response.status(),
            code,
            article: response.extensions().get::<Arrival>().copied().zip(stats),
        });
    }
    finish(&mut response, &id, trace, stats, took);
    response
}

fn finish(
    response: &mut Response,
    id: &RequestId,
    trace: Option<HeaderValue>,
    stats: Option<ExtractionStats>,
    took: Duration,
) {
    let total = milliseconds(took);
    let timing = match stats {
        Some(ExtractionStats { queued, ran, .. }) => {
            format!("queue;dur={}, extract;dur={}, total;dur={total}", milliseconds(queued), milliseconds(ran))
        }
        None => format!("total;dur={total}"),
    };
    let ascii = |text: &str| HeaderValue::from_str(text).expect("the characters were checked");
    let headers = response.headers_mut();
    headers.insert(X_REQUEST_ID, ascii(&id.0));
    headers.insert(SERVER_TIMING, ascii(&timing));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(trace) = trace {
        headers.insert(TRACEPARENT, trace);
    }
    // The compressed bytes are not those that a strong tag names.
    if headers.contains_key(header::CONTENT_ENCODING)
        && let Some(tag) = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok())
        && tag.starts_with('"')
    {
        let weak = ascii(&format!("W/{tag}"));
        headers.insert(header::ETAG, weak);
    }
}

fn known_method(method: &str) -> &'static str {
    let known = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"];
    known.into_iter().find(|known| *known == method).unwrap_or("other")
}

fn content_length(value: Option<&HeaderValue>) -> Option<u64> {
    value?.to_str().ok()?.parse().ok()
}
