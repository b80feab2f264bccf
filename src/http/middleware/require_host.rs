//! A request names its host once (RFC 9112, 3.2), so that two parties cannot understand two different ones.

use axum::{
    extract::Request,
    http::{Version, header},
    middleware::Next,
    response::Response,
};
use dateline_wire::{Code, Problem};

use crate::http::problem::Rejection;

/// Rejects a request of HTTP/1.1 without a `Host`, and any with several.
///
/// # Errors
/// [`Code::RequestMalformed`].
pub async fn require_host(request: Request, next: Next) -> Result<Response, Rejection> {
    let hosts = request.headers().get_all(header::HOST).iter().count();
    match (request.version(), hosts) {
        (Version::HTTP_11, 0) => {
            Err(Problem::new(Code::RequestMalformed, "an HTTP/1.1 request needs a Host header").into())
        }
        (_, 0 | 1) => Ok(next.run(request).await),
        _ => Err(Problem::new(Code::RequestMalformed, "a request can have only one Host header").into()),
    }
}
