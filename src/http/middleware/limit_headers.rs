//! A bound on the headers of a request.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use dateline_wire::{Code, Problem};

use crate::{App, http::problem::Rejection};

/// Refuses a request with too many headers.
///
/// # Errors
/// [`Code::HeadersTooMany`].
pub async fn limit_headers(State(app): State<App>, request: Request, next: Next) -> Result<Response, Rejection> {
    let (limit, actual) = (app.limits.headers_max, request.headers().len());
    if actual > limit {
        let detail = format!("the request must have at most {limit} headers");
        return Err(Problem::new(Code::HeadersTooMany, detail).limit(limit as u64).actual(actual as u64).into());
    }
    Ok(next.run(request).await)
}
