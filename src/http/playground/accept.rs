//! Whether the caller is a browser.

use axum::http::{HeaderMap, header};

/// Whether `Accept` names HTML, as a browser's does. A range such as `*/*` names nothing.
pub(super) fn accepts_html(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let is_html = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("text/html"));
        let refused = |part: &str| {
            part.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("q=")) && part[2..].parse() == Ok(0.0)
        };
        is_html && !parts.any(refused)
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn html_is_accepted_only_by_name() {
        for (accept, expected) in [
            (None, false),
            (Some("*/*"), false),
            (Some("application/json"), false),
            (Some("text/*"), false),
            (Some("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), true),
            (Some("application/json, Text/HTML;charset=utf-8"), true),
            (Some("text/html;q=0.0, */*"), false),
            (Some("text/html;Q=0"), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accept.map(|value| (header::ACCEPT, HeaderValue::from_static(value))));
            assert_eq!(accepts_html(&headers), expected, "{accept:?}");
        }
    }
}
