//! The headers by which a request is followed.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
};
use utoipa::IntoParams;
use uuid::Uuid;

/// Names a request, in and out.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The W3C's trace context.
pub(super) const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// The headers by which callers follow a request.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes headers that the middleware reads")]
pub struct TraceHeaders {
    /// Request id, echoed in the response and logged: at most 128 letters, digits and `-_.~:`. An invalid id is replaced by a generated one.
    #[param(rename = "X-Request-Id", required = false)]
    request_id: String,
    /// W3C trace context; echoed in the response and logged.
    #[param(required = false)]
    traceparent: String,
}

/// Most characters of a caller's request id; a longer one is replaced.
const REQUEST_ID_CHARS_MAX: usize = 128;

/// The name of a request: the caller's, where it is a short word, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

impl RequestId {
    pub(super) fn of(request: &Request) -> Self {
        let valid = |id: &&str| {
            (1..=REQUEST_ID_CHARS_MAX).contains(&id.len())
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~:".contains(&byte))
        };
        let given = request.headers().get(X_REQUEST_ID).and_then(|value| value.to_str().ok()).filter(valid);
        Self(given.map_or_else(|| Uuid::new_v4().to_string(), str::to_owned))
    }
}

/// The caller's trace context (W3C), where it is one that this version of the standard knows.
pub(super) fn traceparent(request: &Request) -> Option<HeaderValue> {
    let value = request.headers().get(TRACEPARENT)?;
    let parts: Vec<&str> = value.to_str().ok()?.split('-').collect();
    let is_hex = |part: &str| part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let is_zero = |part: &str| part.bytes().all(|b| b == b'0');
    let [version @ "00", trace, parent, flags] = parts[..] else { return None };
    let lengths = [version.len(), trace.len(), parent.len(), flags.len()] == [2, 32, 16, 2];
    let valid = lengths && [trace, parent, flags].into_iter().all(is_hex) && !is_zero(trace) && !is_zero(parent);
    valid.then(|| value.clone())
}
