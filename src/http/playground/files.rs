//! The page's files, embedded in the binary.

use std::borrow::Cow;

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use dateline_wire::hash;
use rust_embed::{Embed, EmbeddedFile};

/// The page itself. A debug build reads the files from the source tree, so that a change shows without a build.
#[derive(Embed)]
#[folder = "src/http/playground/page/"]
struct Page;

/// Sample articles that the tests read too.
#[derive(Embed)]
#[folder = "tests/fixtures/articles/"]
#[prefix = "samples/"]
#[include = "harbour-accord.txt"]
#[include = "takeover-mill.txt"]
#[include = "quake-valley.txt"]
#[include = "ferry-verdict.txt"]
struct Samples;

/// What the page may load and do: its own files, calls to its own service, and nothing else. No script or style is inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Media types by extension.
const MEDIA_TYPES: &[(&str, &str)] = &[
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
];

/// One file, ready to be served.
pub(super) struct File {
    bytes: Cow<'static, [u8]>,
    media_type: &'static str,
    tag: String,
}

impl File {
    /// The file at this path, where there is one.
    pub(super) fn get(path: &str) -> Option<Self> {
        // A sample is shown as text, whatever is in it.
        let extension = if path.starts_with("samples/") { "txt" } else { path.rsplit_once('.')?.1 };
        let media_type = MEDIA_TYPES.iter().find(|(known, _)| *known == extension)?.1;
        let EmbeddedFile { data: bytes, .. } = Page::get(path).or_else(|| Samples::get(path))?;
        let tag = format!("\"{}\"", hash::sha256_hex(&bytes));
        Some(Self { bytes, media_type, tag })
    }

    /// The file, or 304 for a browser that has it already.
    pub(super) fn respond(self, request: &HeaderMap) -> Response {
        let known = request.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        // A browser repeats the tag as weak where the answer was compressed.
        let is_fresh =
            known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == self.tag));
        let mut response = if is_fresh { StatusCode::NOT_MODIFIED.into_response() } else { self.bytes.into_response() };
        let fixed: [(HeaderName, &'static str); 6] = [
            (header::CONTENT_TYPE, self.media_type),
            (header::CACHE_CONTROL, "no-cache"),
            (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::X_FRAME_OPTIONS, "DENY"),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        ];
        for (name, value) in fixed {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        if let Ok(tag) = HeaderValue::try_from(self.tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_media_type_and_every_sample_is_there() {
        let files: Vec<_> = Page::iter().chain(Samples::iter()).collect();
        assert!(files.len() > 20);
        for path in files {
            assert!(File::get(&path).is_some(), "{path}");
        }
        let samples = Page::get("js/samples.js").unwrap();
        let listed = String::from_utf8(samples.data.into_owned()).unwrap();
        let names: Vec<&str> = listed.split("file: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(names.len() >= 4);
        for name in names {
            assert!(File::get(&format!("samples/{name}")).is_some(), "{name}");
        }
    }

    #[test]
    fn nothing_outside_the_page_is_served() {
        for path in ["", "mod.rs", "../mod.rs", "/etc/passwd", "samples/interview-reactor.txt", "js/", "js/app.js/"] {
            assert!(File::get(path).is_none(), "{path}");
        }
    }
}
