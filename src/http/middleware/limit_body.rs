//! A bound on the bytes of a request's body.

use axum::{
    body::Body,
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};
use http_body_util::Limited;

use crate::{
    App,
    http::{BATCH_PATH, body::too_large, content_type, problem::Rejection},
};

/// Refuses a body that says it is too large before a byte of it is read, and cuts off one that is.
///
/// # Errors
/// [`Code::BodyTooLarge`](dateline_wire::Code::BodyTooLarge).
pub async fn limit_body(State(app): State<App>, request: Request, next: Next) -> Result<Response, Rejection> {
    let limit = match request.uri().path() {
        BATCH_PATH => content_type::batch_bytes_max(request.headers(), &app.limits),
        _ => Some(app.limits.body_bytes_max),
    };
    let Some(limit) = limit else { return Ok(next.run(request).await) };
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    match announced {
        Some(actual) if actual > limit as u64 => Err(too_large(limit).actual(actual).into()),
        _ => Ok(next.run(request.map(|body| Body::new(Limited::new(body, limit)))).await),
    }
}
