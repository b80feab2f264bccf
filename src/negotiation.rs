//! What callers accept. Answers under `/v1/` are JSON and nothing else.

use axum::{
    extract::Request,
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};

use crate::error::{Code, Problem};

/// Refuses requests under `/v1/` whose `Accept` leaves out JSON.
///
/// # Errors
/// [`Code::NotAcceptable`].
pub async fn require_json(request: Request, next: Next) -> Result<Response, Problem> {
    if request.uri().path().starts_with("/v1/") && !accepts_json(request.headers()) {
        return Err(Problem::new(Code::NotAcceptable, "Accept must allow application/json"));
    }
    Ok(next.run(request).await)
}

/// Whether the most specific media range that covers JSON (RFC 9110, 12.5.1) allows it; no `Accept` allows everything.
fn accepts_json(headers: &HeaderMap) -> bool {
    let values: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    if values.is_empty() {
        return true;
    }
    let ranges = values.iter().flat_map(|value| value.split(','));
    let covering = ranges.filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let specificity = match parts.next()?.to_ascii_lowercase().as_str() {
            "application/json" => 2,
            "application/*" => 1,
            "*/*" => 0,
            _ => return None,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((specificity, weight.is_none_or(|weight| weight.trim().parse::<f32>().is_ok_and(|weight| weight > 0.0))))
    });
    covering.max().is_some_and(|(_, allowed)| allowed)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn json_is_acceptable_when_the_most_specific_range_says_so() {
        for (accept, expected) in [
            (None, true),
            (Some("*/*"), true),
            (Some("application/json"), true),
            (Some("Application/JSON; charset=utf-8"), true),
            (Some("text/html, application/*;q=0.1"), true),
            (Some("text/html;q=0.9, */*;q=0.8"), true),
            (Some("application/json;q=0, */*"), false),
            (Some("application/json;q=0.0"), false),
            (Some("application/json;q=much"), false),
            (Some("text/html"), false),
            (Some("application/xml, text/*"), false),
            (Some(""), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accept.map(|value| (header::ACCEPT, HeaderValue::from_static(value))));
            assert_eq!(accepts_json(&headers), expected, "{accept:?}");
        }
    }
}
