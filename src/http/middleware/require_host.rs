//! A request names its host once (RFC 9112, 3.2), so that two parties cannot understand two different ones.

use axum::{
    extract::Request,
    http::{HeaderValue, Version, header, uri::Authority},
    middleware::Next,
    response::Response,
};
use dateline_wire::{Code, Problem};

use crate::http::problem::Rejection;

/// Rejects a request of HTTP/1.1 without a `Host`, and any with several, or with one that names no host.
///
/// # Errors
/// [`Code::RequestMalformed`].
pub async fn require_host(request: Request, next: Next) -> Result<Response, Rejection> {
    let hosts = request.headers().get_all(header::HOST).iter().count();
    match (request.version(), hosts) {
        (Version::HTTP_11, 0) => {
            Err(Problem::new(Code::RequestMalformed, "an HTTP/1.1 request needs a Host header").into())
        }
        (_, 0 | 1) if request.headers().get(header::HOST).is_none_or(names_host) => Ok(next.run(request).await),
        (_, 0 | 1) => {
            Err(Problem::new(Code::RequestMalformed, "the Host header must be a host, perhaps with a port").into())
        }
        _ => Err(Problem::new(Code::RequestMalformed, "a request can have only one Host header").into()),
    }
}

/// Whether a value is empty, which says that the target has no host, or a host and perhaps a port.
fn names_host(value: &HeaderValue) -> bool {
    let host = value.as_bytes();
    host.is_empty() || !host.contains(&b'@') && Authority::try_from(host).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for (value, expected) in [
            ("", true),
            ("localhost", true),
            ("news.example:8080", true),
            ("10.0.0.1", true),
            ("[::1]:8080", true),
            ("under_score.example", true),
            ("a, b", false),
            ("a b", false),
            ("user@host", false),
            ("host/path", false),
            ("http://host", false),
        ] {
            assert_eq!(names_host(&HeaderValue::from_static(value)), expected, "{value}");
        }
    }
}
