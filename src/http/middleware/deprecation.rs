//! How callers learn that a part of the contract will be removed: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), as
//! `docs/versions.md` promises. Nothing is deprecated in this release.

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use jiff::{Timestamp, fmt::rfc2822::DateTimePrinter};

/// Since when something is deprecated.
pub const DEPRECATION: HeaderName = HeaderName::from_static("deprecation");

/// When it will be removed.
pub const SUNSET: HeaderName = HeaderName::from_static("sunset");

/// A part of the contract that a later release removes. A handler that meets one in a request adds it to the extensions
/// of its response.
#[derive(Clone, Copy, Debug)]
pub struct Deprecation {
    /// When the release appeared in which it became deprecated.
    pub since: Timestamp,
    /// The earliest time of the release that removes it.
    pub sunset: Timestamp,
    /// A page that says what to use instead.
    pub link: &'static str,
}

/// Operations that are deprecated, by the template of their path.
const OPERATIONS: &[(&str, Deprecation)] = &[];

/// Tells callers of what is deprecated.
pub async fn announce(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    let operation = OPERATIONS.iter().find(|(path, _)| route.as_ref().is_some_and(|route| route.as_str() == *path));
    let deprecation = operation.map(|(_, deprecation)| *deprecation);
    if let Some(deprecation) = deprecation.or_else(|| response.extensions().get().copied()) {
        deprecation.add_to(response.headers_mut());
    }
    response
}

impl Deprecation {
    fn add_to(self, headers: &mut HeaderMap) {
        let value = |text: String| HeaderValue::try_from(text).ok();
        let sunset = DateTimePrinter::new().timestamp_to_rfc9110_string(&self.sunset).ok();
        for (name, text) in [
            (DEPRECATION, Some(format!("@{}", self.since.as_second()))),
            (SUNSET, sunset),
            (header::LINK, Some(format!("<{}>; rel=\"deprecation\"", self.link))),
        ] {
            if let Some(value) = text.and_then(value) {
                headers.insert(name, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware, response::IntoResponse, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn old() -> Response {
        let deprecation = Deprecation {
            since: "2026-12-01T00:00:00Z".parse().unwrap(),
            sunset: "2027-06-30T23:59:59Z".parse().unwrap(),
            link: "https://example.org/versions",
        };
        (axum::Extension(deprecation), "old").into_response()
    }

    #[tokio::test]
    async fn what_is_deprecated_says_since_when_until_when_and_what_to_use() {
        let router = Router::new()
            .route("/old", get(old))
            .route("/new", get(async || "new"))
            .layer(middleware::from_fn(announce));
        let request = |path| Request::get(path).body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request("/old")).await.unwrap();
        assert_eq!(answer.headers()["deprecation"], "@1796083200");
        assert_eq!(answer.headers()["sunset"], "Wed, 30 Jun 2027 23:59:59 GMT");
        assert_eq!(answer.headers()["link"], "<https://example.org/versions>; rel=\"deprecation\"");
        let answer = router.oneshot(request("/new")).await.unwrap();
        assert!(["deprecation", "sunset", "link"].iter().all(|name| !answer.headers().contains_key(*name)));
    }
}
