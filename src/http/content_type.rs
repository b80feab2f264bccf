//! What callers send and accept. Answers under `/v1/` are JSON and, to batches in NDJSON, NDJSON.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use dateline_wire::{Code, Problem, Representation};

use super::{BATCH_PATH, EXTRACT_PATH, problem::Rejection};
use crate::{batch::framing::Framing, config::Limits};

/// The media type of answers.
pub const JSON: &str = "application/json";

/// The media type of NDJSON.
pub const NDJSON: &str = "application/x-ndjson";

/// The media type of JSON-LD.
const JSON_LD: &str = Representation::JsonLd.media_type();

/// How batches are sent.
const BATCH_FORMATS: &[(&str, Framing)] = &[
    (JSON, Framing::Json),
    (NDJSON, Framing::Ndjson),
    ("application/ndjson", Framing::Ndjson),
    ("application/jsonl", Framing::Ndjson),
    ("application/x-jsonlines", Framing::Ndjson),
];

/// Refuses requests under `/v1/` whose `Accept` leaves out JSON; a batch may have NDJSON in its place, and an article every
/// [`Representation`].
///
/// # Errors
/// [`Code::NotAcceptable`].
pub async fn require_json(request: Request, next: Next) -> Result<Response, Rejection> {
    let (path, headers) = (request.uri().path(), request.headers());
    let acceptable = match path {
        BATCH_PATH => accepts(headers, JSON) || accepts(headers, NDJSON),
        EXTRACT_PATH => representation(headers).is_some(),
        _ => accepts(headers, JSON),
    };
    if path.starts_with("/v1/") && !acceptable {
        let answer = match path {
            BATCH_PATH => "application/json, or application/x-ndjson to a batch in NDJSON".to_owned(),
            EXTRACT_PATH => Representation::ALL.map(Representation::media_type).join(", or "),
            _ => JSON.to_owned(),
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

/// The form of an answer that `Accept` prefers, the first one where several are as welcome; `None` where it allows none.
pub fn representation(headers: &HeaderMap) -> Option<Representation> {
    let weighted = Representation::ALL.map(|form| (weight(headers, form.media_type()), form));
    let best = weighted.iter().rev().max_by_key(|(weight, _)| *weight)?;
    (best.0 > 0).then_some(best.1)
}

/// Whether `Accept` allows a media type.
pub fn accepts(headers: &HeaderMap, media_type: &str) -> bool {
    weight(headers, media_type) > 0
}

/// The weight in thousandths that the most specific media range gives which covers a type of application (RFC 9110,
/// 12.5.1); no `Accept`, or an empty one, allows everything. A range with a profile covers a type with this profile; other
/// parameters say nothing here.
fn weight(headers: &HeaderMap, media_type: &str) -> u16 {
    let values: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    if values.iter().all(|value| value.split(',').all(|range| range.trim().is_empty())) {
        return 1000;
    }
    let (offered, profile) = (essence(media_type), profile(media_type));
    let ranges = values.iter().flat_map(|value| value.split(','));
    let covering = ranges.filter_map(|range| {
        let specificity = match (essence(range).to_ascii_lowercase().as_str(), self::profile(range)) {
            (exact, asked @ Some(_)) if exact == offered => (asked == profile).then_some(3)?,
            (exact, None) if exact == offered => 2,
            ("application/*", _) => 1,
            ("*/*", _) => 0,
            _ => return None,
        };
        let weight = parameter(range, "q").map_or(Ok(1.0), str::parse::<f32>);
        let weight = weight.ok().filter(|weight| (0.0..=1.0).contains(weight)).unwrap_or_default();
        Some((specificity, (weight * 1000.0) as u16))
    });
    covering.max().map_or(0, |(_, weight)| weight)
}

/// The type and subtype of a media type or range.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// The profile of JSON-LD that a media type or range names, but for compacted, which all of ours is.
fn profile(media_type: &str) -> Option<&str> {
    let profile = parameter(media_type, "profile").filter(|_| essence(media_type).eq_ignore_ascii_case(JSON_LD))?;
    Some(profile).filter(|profile| *profile != "http://www.w3.org/ns/json-ld#compacted")
}

/// A parameter of a media type or range.
fn parameter<'m>(media_type: &'m str, name: &str) -> Option<&'m str> {
    let parameters = media_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut named = parameters.filter(|(of, _)| of.trim().eq_ignore_ascii_case(name));
    named.next().map(|(_, value)| value.trim().trim_matches('"'))
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
            assert_eq!(accepts(&accepting(accept), JSON), expected, "{accept:?}");
        }
    }

    fn accepting(accept: Option<&'static str>) -> HeaderMap {
        accept.map(|value| (header::ACCEPT, HeaderValue::from_static(value))).into_iter().collect()
    }

    #[test]
    fn the_form_is_the_one_with_the_greatest_weight() {
        use Representation::{Annotations, Json, JsonLd};
        for (accept, expected) in [
            (None, Some(Json)),
            (Some("*/*"), Some(Json)),
            (Some("application/*"), Some(Json)),
            (Some("application/ld+json"), Some(JsonLd)),
            (Some("Application/LD+JSON; charset=utf-8"), Some(JsonLd)),
            (Some("application/json, application/ld+json"), Some(Json)),
            (Some("application/json;q=0.5, application/ld+json;q=0.9"), Some(JsonLd)),
            (Some("application/json;q=0.5, */*;q=0.1"), Some(Json)),
            (Some("application/ld+json, application/json;q=0.9"), Some(JsonLd)),
            (Some("application/json;q=0, */*"), Some(JsonLd)),
            (Some("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\""), Some(Annotations)),
            (Some("application/ld+json; Profile=http://www.w3.org/ns/anno.jsonld"), Some(Annotations)),
            (
                Some("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\";q=0, application/ld+json"),
                Some(JsonLd),
            ),
            (
                Some("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\", application/ld+json;q=0.5"),
                Some(Annotations),
            ),
            (Some("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\""), Some(JsonLd)),
            (Some("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#expanded\""), None),
            (Some("text/turtle"), None),
            (Some("application/ld+json;q=0"), None),
        ] {
            assert_eq!(representation(&accepting(accept)), expected, "{accept:?}");
        }
    }
}
