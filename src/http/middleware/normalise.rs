//! Requests as other software writes them: a slash at the end of a path.

use axum::{extract::Request, http::Uri};

/// Where the slash at the end belongs to the path: the pages below name their parts relative to it.
const WITH_SLASH: &str = "/docs";

/// The same request as this service names things. Runs before a route is chosen.
pub fn normalise(mut request: Request) -> Request {
    if let Some(uri) = without_slash(request.uri()) {
        *request.uri_mut() = uri;
    }
    request
}

/// The same path without slashes at its end, if it has any.
fn without_slash(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    let trimmed = path.trim_end_matches('/');
    if trimmed.len() == path.len() || trimmed.is_empty() || path.starts_with(WITH_SLASH) {
        return None;
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(format!("{trimmed}{query}").parse().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[test]
    fn a_slash_at_the_end_is_dropped() {
        for (sent, expected) in [
            ("/v1/extract/", "/v1/extract"),
            ("/v1/extract//?language=en", "/v1/extract?language=en"),
            ("/v1/extract", "/v1/extract"),
            ("/livez/", "/livez"),
            ("/", "/"),
            ("//", "//"),
            ("/docs/", "/docs/"),
            ("http://x/v1/info/", "http://x/v1/info"),
        ] {
            let request = normalise(Request::get(sent).body(Body::empty()).unwrap());
            assert_eq!(request.uri(), expected, "{sent}");
        }
    }
}
