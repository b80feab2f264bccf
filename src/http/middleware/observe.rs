//! What is said about requests: headers, one log line each, and metrics. Never any text of theirs.

use std::{
    error::Error,
    iter,
    pin::Pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use dateline_wire::Code;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::task::coop::poll_proceed;

use super::request_id::{RequestId, TRACEPARENT, X_REQUEST_ID, traceparent};
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

/// The status, in logs and metrics only, of requests whose client disconnected; the one that nginx made usual.
const CLIENT_CLOSED_STATUS: u16 = 499;

/// The code of such requests.
pub const CLIENT_CLOSED: &str = "client_closed";

/// Names the request, times its answer, sets the headers that every answer has, and logs and counts it.
pub async fn observe(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let known = Known::default();
    request.extensions_mut().insert(asked.id.clone());
    request.extensions_mut().insert(known.clone());
    let gone = Arc::new(AtomicBool::new(false));
    let request = request.map(|body| Body::new(Sent { body, gone: Arc::clone(&gone) }));
    let mut unanswered = Unanswered { app: &app, asked: &asked, known: &known, is_over: false };
    let mut response = next.run(request).await;
    // An answer to a body that broke off reaches nobody.
    unanswered.is_over = !gone.load(Ordering::Relaxed);
    if !unanswered.is_over {
        return response;
    }
    let took = asked.started.elapsed();
    let stats = response.extensions().get::<ExtractionStats>().copied();
    let code = response.extensions().get::<Code>().copied().map_or("", Code::as_str);
    app.metrics.answered(&asked.route, response.status(), code, took);
    tracing::info!(
        request_id = asked.id.0,
        key = known.name(),
        traceparent = asked.traceparent(),
        method = asked.method,
        route = asked.route,
        status = response.status().as_u16(),
        code,
        request_bytes = asked.bytes,
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
            parent: asked.trace.as_ref(),
            request_id: &asked.id.0,
            method: asked.method,
            route: &asked.route,
            started: asked.started,
            took,
            status: response.status(),
            code,
            article: response.extensions().get::<Arrival>().copied().zip(stats),
        });
    }
    finish(&mut response, &asked.id, asked.trace.clone(), stats, took);
    let is_over = asked.is_head || response.body().is_end_stream();
    drop(unanswered);
    let taken = Taken { app, asked, is_over };
    response.map(|body| Body::new(Answer { body, taken }))
}

/// What is known of a request from its head.
struct Asked {
    started: Instant,
    id: RequestId,
    trace: Option<HeaderValue>,
    route: String,
    /// Methods are the caller's words; only the known ones are repeated.
    method: &'static str,
    is_head: bool,
    bytes: Option<u64>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            started: Instant::now(),
            id: RequestId::of(request),
            trace: traceparent(request),
            route: request.extensions().get::<MatchedPath>().map_or(UNMATCHED, MatchedPath::as_str).to_owned(),
            method: known_method(request.method().as_str()),
            is_head: request.method() == Method::HEAD,
            bytes: content_length(request.headers().get(header::CONTENT_LENGTH)),
        }
    }

    fn traceparent(&self) -> Option<&str> {
        self.trace.as_ref().and_then(|value| value.to_str().ok())
    }
}

/// The name of the key, as soon as it is known.
#[derive(Clone, Debug, Default)]
pub struct Known(Arc<OnceLock<Arc<str>>>);

impl Known {
    /// The request has the key of this name.
    pub fn by(&self, name: &Arc<str>) {
        // A request has one key.
        let _ = self.0.set(Arc::clone(name));
    }

    fn name(&self) -> Option<&str> {
        self.0.get().map(AsRef::as_ref)
    }
}

/// The body of a request, which notices when its sender disconnects.
struct Sent {
    body: Body,
    gone: Arc<AtomicBool>,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if let Some(Err(error)) = &frame {
            let is_gone = iter::successors(Some(error as &(dyn Error + 'static)), |&error| error.source())
                .filter_map(|error| error.downcast_ref::<hyper::Error>())
                .any(|error| !error.is_parse());
            self.gone.fetch_or(is_gone, Ordering::Relaxed);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A request that is answered, unless its client disconnects first.
struct Unanswered<'a> {
    app: &'a App,
    asked: &'a Asked,
    known: &'a Known,
    is_over: bool,
}

impl Drop for Unanswered<'_> {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        let (asked, took) = (self.asked, self.asked.started.elapsed());
        let status = StatusCode::from_u16(CLIENT_CLOSED_STATUS).unwrap_or(StatusCode::BAD_REQUEST);
        self.app.metrics.answered(&asked.route, status, CLIENT_CLOSED, took);
        tracing::info!(
            request_id = asked.id.0,
            key = self.known.name(),
            traceparent = asked.traceparent(),
            method = asked.method,
            route = asked.route,
            status = CLIENT_CLOSED_STATUS,
            code = CLIENT_CLOSED,
            request_bytes = asked.bytes,
            total_ms = milliseconds(took),
            "the client closed the connection before the answer"
        );
    }
}

/// An answer that its caller takes to the end, or not.
struct Taken {
    app: App,
    asked: Asked,
    is_over: bool,
}

impl Drop for Taken {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        self.app.metrics.answer_cut(&self.asked.route);
        tracing::info!(
            request_id = self.asked.id.0,
            route = self.asked.route,
            code = CLIENT_CLOSED,
            total_ms = milliseconds(self.asked.started.elapsed()),
            "the client closed the connection during the answer"
        );
    }
}

/// The body of an answer.
struct Answer {
    body: Body,
    taken: Taken,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        // A body that is compressed is always ready: it takes of the task's budget, or others would wait for its end.
        let budget = ready!(poll_proceed(context));
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        budget.made_progress();
        self.taken.is_over = !matches!(frame, Some(Ok(_))) || self.body.is_end_stream();
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
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
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
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
