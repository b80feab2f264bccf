//! Bodies as they were before the caller compressed them with gzip, the one content coding that is read.

use std::io;

use async_compression::tokio::bufread::GzipDecoder;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, Problem};
use futures_util::TryStreamExt;
use tokio_util::io::{ReaderStream, StreamReader};

use crate::http::problem::Rejection;

/// What was done to a body.
#[derive(Debug, PartialEq, Eq)]
enum Coding {
    Identity,
    Gzip,
    Unsupported,
}

/// Decompresses a body piece by piece, as it is read; refuses other codings than gzip.
pub async fn decompress(mut request: Request, next: Next) -> Response {
    match coding(request.headers()) {
        Coding::Identity => next.run(request).await,
        Coding::Gzip => {
            let headers = request.headers_mut();
            headers.remove(header::CONTENT_ENCODING);
            headers.remove(header::CONTENT_LENGTH);
            next.run(request.map(gunzip)).await
        }
        Coding::Unsupported => {
            let problem = Problem::new(Code::EncodingUnsupported, "Content-Encoding must be gzip, or absent");
            let mut response = Rejection(problem).into_response();
            response.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
            response
        }
    }
}

/// The codings of all headers as one list, in which case does not matter, `x-gzip` is `gzip`, and `identity` says nothing
/// (RFC 9110, 8.4).
fn coding(headers: &HeaderMap) -> Coding {
    let mut found = Coding::Identity;
    for value in headers.get_all(header::CONTENT_ENCODING) {
        let Ok(value) = value.to_str() else { return Coding::Unsupported };
        for name in value.split(',').map(|name| name.trim().to_ascii_lowercase()) {
            found = match (name.as_str(), found) {
                ("" | "identity", found) => found,
                ("gzip" | "x-gzip", Coding::Identity) => Coding::Gzip,
                _ => return Coding::Unsupported,
            };
        }
    }
    found
}

/// The body of all members of a gzip file (RFC 1952, 2.2): archives are joined by joining files.
fn gunzip(body: Body) -> Body {
    let mut decoder = GzipDecoder::new(StreamReader::new(body.into_data_stream().map_err(io::Error::other)));
    decoder.multiple_members(true);
    Body::from_stream(ReaderStream::new(decoder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_are_one_list() {
        for (values, expected) in [
            (&[][..], Coding::Identity),
            (&[""], Coding::Identity),
            (&["Identity"], Coding::Identity),
            (&["GZIP"], Coding::Gzip),
            (&["x-gzip"], Coding::Gzip),
            (&[" X-GZip ,"], Coding::Gzip),
            (&["identity, gzip"], Coding::Gzip),
            (&["identity", "gzip"], Coding::Gzip),
            (&["gzip, gzip"], Coding::Unsupported),
            (&["gzip", "gzip"], Coding::Unsupported),
            (&["gzip;q=1"], Coding::Unsupported),
            (&["br"], Coding::Unsupported),
            (&["deflate, gzip"], Coding::Unsupported),
        ] {
            let headers: HeaderMap =
                values.iter().map(|value| (header::CONTENT_ENCODING, HeaderValue::from_static(value))).collect();
            assert_eq!(coding(&headers), expected, "{values:?}");
        }
    }
}
