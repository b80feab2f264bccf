//! What callers send and accept. Answers under `/v1/` are JSON and, to batches in NDJSON, NDJSON.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use dateline_wire::{Code, Problem};

use super::{BATCH_PATH, problem::Rejection};
use crate::{batch::framing::Framing, config::Limits};

/// The media type of answers.
pub const JSON: &str = "application/json";

/// The media type of NDJSON.
pub const NDJSON: &str = "application/x-ndjson";

/// How batches are sent.
const BATCH_FORMATS: &[(&str, Framing)] = &[
    (JSON, Framing::Json),
    (NDJSON, Framing::Ndjson),
    ("application/ndjson", Framing::Ndjson),
    ("application/jsonl", Framing::Ndjson),
    ("application/x-jsonlines", Framing::Ndjson),
];

/// Refuses requests under `/v1/` whose `Accept` leaves out JSON; a batch may have NDJSON in its place.
///
/// # Errors
/// [`Code::NotAcceptable`].
pub async fn require_json(request: Request, next: Next) -> Result<Response, Rejection> {
    let (path, headers) = (request.uri().path(), request.headers());
    let acceptable = accepts(headers, JSON) || (path == BATCH_PATH && accepts(headers, NDJSON));
    if path.starts_with("/v1/") && !acceptable {
        let answer = match path {
            BATCH_PATH => "application/json, or application/x-ndjson to a batch in NDJSON",
            _ => JSON,
        };
        let detail = format!("the answer is {answer}, which Accept does not allow");
        return Err(Problem::new(Code::NotAcceptable, detail).into());
    }
    Ok(next.run(request).await)
}

/// Tells caches that what is under `/v1/` depends on `Accept`.
pub async fn vary(request: Request, next: Next) -> Response {
    let negotiated = request.uri().path().starts_with("/v1/");
    let mut response = next.run(request).await;
    if negotiated {
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    }
    response
}

/// Which of the media types that are read the request has, in UTF-8; `expected` names them.
///
/// # Errors
/// [`Code::MediaTypeUnsupported`] or [`Code::CharsetInvalid`].
pub fn media_type<T: Copy>(headers: &HeaderMap, known: &[(&str, T)], expected: &str) -> Result<T, Problem> {
    let unsupported = || Problem::new(Code::MediaTypeUnsupported, format!("Content-Type must be {expected}"));
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).ok_or_else(unsupported)?;
    let mut parts = value.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let read = known.iter().find(|(name, _)| essence.eq_ignore_ascii_case(name)).ok_or_else(unsupported)?;
    for (name, value) in parts.filter_map(|parameter| parameter.split_once('=')) {
        let charset = value.trim().trim_matches('"');
        let is_utf8 = ["utf-8", "utf8", "us-ascii"].iter().any(|known| charset.eq_ignore_ascii_case(known));
        if name.trim().eq_ignore_ascii_case("charset") && !is_utf8 {
            return Err(Problem::new(
                Code::CharsetInvalid,
                "the charset of Content-Type must be UTF-8; send the body in UTF-8",
            ));
        }
    }
    Ok(read.1)
}

/// Whether the most specific media range that covers a type of application (RFC 9110, 12.5.1) allows it; no `Accept`, or
/// an empty one, allows everything.
pub fn accepts(headers: &HeaderMap, media_type: &str) -> bool {
    let values: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    if values.iter().all(|value| value.split(',').all(|range| range.trim().is_empty())) {
        return true;
    }
    let ranges = values.iter().flat_map(|value| value.split(','));
    let covering = ranges.filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let specificity = match parts.next()?.to_ascii_lowercase().as_str() {
            exact if exact == media_type => 2,
            "application/*" => 1,
            "*/*" => 0,
            _ => return None,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((specificity, weight.is_none_or(|weight| weight.trim().parse::<f32>().is_ok_and(|weight| weight > 0.0))))
    });
    covering.max().is_some_and(|(_, allowed)| allowed)
}

/// How a batch was sent.
///
/// # Errors
/// As [`media_type`].
pub fn framing(headers: &HeaderMap) -> Result<Framing, Problem> {
    media_type(headers, BATCH_FORMATS, "application/json or application/x-ndjson")
}

/// Most bytes of a batch as sent; `None` where only its lines have a limit.
pub(super) fn batch_bytes_max(headers: &HeaderMap, limits: &Limits) -> Option<usize> {
    (framing(headers) != Ok(Framing::Ndjson)).then_some(limits.batch_bytes_max)
}

#[cfg(test)]
mod tests {
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
            (Some(""), true),
            (Some(" "), true),
            (Some(" , ,"), true),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accept.map(|value| (header::ACCEPT, HeaderValue::from_static(value))));
            assert_eq!(accepts(&headers, JSON), expected, "{accept:?}");
        }
    }
}
