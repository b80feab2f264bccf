//! How answers are joined in a body.

use axum::body::Bytes;
use futures_util::{Stream, StreamExt, stream};

use super::Answered;

/// How a batch is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// One JSON object with a list.
    Json,
    /// A line for each document.
    Ndjson,
}

impl Framing {
    /// The body that holds these answers, a piece for each.
    pub fn body<S: Stream<Item = Answered>>(self, answers: S) -> impl Stream<Item = Bytes> + use<S> {
        let (head, tail): (&'static [u8], &'static [u8]) = match self {
            Self::Json => (br#"{"results":["#, b"]}"),
            Self::Ndjson => (b"", b""),
        };
        let pieces = answers.enumerate().map(move |(i, Answered { mut json, .. })| {
            match self {
                Self::Ndjson => json.bytes_mut().push(b'\n'),
                Self::Json if i > 0 => json.bytes_mut().insert(0, b','),
                Self::Json => {}
            }
            Bytes::from(json)
        });
        let ends = |end: &'static [u8]| stream::iter((!end.is_empty()).then(|| Bytes::from_static(end)));
        ends(head).chain(pieces).chain(ends(tail))
    }
}
