//! What is said about requests: headers, one log line each, and metrics. Never any text of theirs.

use std::{
    panic,
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::Metadata;
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::{EnvFilter, filter::filter_fn, fmt, layer::SubscriberExt, util::SubscriberInitExt};
use utoipa::IntoParams;
use uuid::Uuid;

use crate::{App, access::Caller, config::LogFormat, error::Code, metrics::ExtractionStats};
#[cfg(feature = "opentelemetry")]
use crate::{metrics::Arrival, traces};

/// Names a request, in and out.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// How long the parts of an answer took.
pub const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The headers by which callers follow a request.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes headers that the middleware reads")]
pub struct TraceHeaders {
    /// Names the request in the answer and in the log: at most 128 letters, digits and `-_.~:`. Others are replaced.
    #[param(rename = "X-Request-Id", required = false)]
    request_id: String,
    /// W3C trace context; comes back and stands in the log.
    #[param(required = false)]
    traceparent: String,
}

/// Most characters of a caller's request id; a longer one is replaced.
const REQUEST_ID_CHARS_MAX: usize = 128;

/// The route label of requests that match none.
const UNMATCHED: &str = "unmatched";

/// The name of a request: the caller's, where it is a short word, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

impl RequestId {
    fn of(request: &Request) -> Self {
        let valid = |id: &&str| {
            (1..=REQUEST_ID_CHARS_MAX).contains(&id.len())
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~:".contains(&byte))
        };
        let given = request.headers().get(X_REQUEST_ID).and_then(|value| value.to_str().ok()).filter(valid);
        Self(given.map_or_else(|| Uuid::new_v4().to_string(), str::to_owned))
    }
}

/// The caller's trace context (W3C), where it is one that this version of the standard knows.
fn traceparent(request: &Request) -> Option<HeaderValue> {
    let value = request.headers().get(TRACEPARENT)?;
    let parts: Vec<&str> = value.to_str().ok()?.split('-').collect();
    let is_hex = |part: &str| part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let is_zero = |part: &str| part.bytes().all(|b| b == b'0');
    let [version @ "00", trace, parent, flags] = parts[..] else { return None };
    let lengths = [version.len(), trace.len(), parent.len(), flags.len()] == [2, 32, 16, 2];
    let valid = lengths && [trace, parent, flags].into_iter().all(is_hex) && !is_zero(trace) && !is_zero(parent);
    valid.then(|| value.clone())
}

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

/// Milliseconds with two decimals.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 100_000.0).round() / 100.0
}

/// Whether a line comes from a crate of this repository.
fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target().starts_with("dateline")
}

/// The log of a process. Dropping it writes what still waits.
pub struct Log {
    /// Counts lines that were dropped because too many waited.
    pub dropped: ErrorCounter,
    _writer: WorkerGuard,
}

/// Writes log lines to standard error, and panics as log lines that say where and not what: their messages can hold
/// slices of the text. Lines are written by a thread of their own, and nobody waits for it: beyond `lines_max` that
/// wait, they are dropped.
///
/// Libraries' lines are left out at any level: some repeat what callers wrote, as that of HTTP/2 does with malformed heads.
///
/// # Errors
/// When `filter` is not a filter directive.
pub fn init(format: LogFormat, filter: &str, lines_max: usize) -> Result<Log, tracing_subscriber::filter::ParseError> {
    let filter = EnvFilter::try_new(filter)?;
    let (writer, guard) = NonBlockingBuilder::default()
        .lossy(true)
        .buffered_lines_limit(lines_max)
        .thread_name("log")
        .finish(std::io::stderr());
    let dropped = writer.error_counter();
    let lines = tracing_subscriber::registry().with(filter).with(filter_fn(is_ours));
    match format {
        LogFormat::Json => {
            lines.with(fmt::layer().json().flatten_event(true).with_current_span(false).with_writer(writer)).init();
        }
        LogFormat::Pretty => lines.with(fmt::layer().with_writer(writer)).init(),
    }
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    Ok(Log { dropped, _writer: guard })
}
