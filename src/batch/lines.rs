//! NDJSON: a document per line, and perhaps defaults for all of them in the first. Blank lines are skipped, up to a limit; a
//! line that is too long costs no memory.
//!
//! Compressed, a body of millions of lines is small and always ready to be read, so that a loop over it never waits by itself:
//! each step takes of the task's budget, and other tasks get their turn.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;
use dateline_wire::{Code, Defaults, Position, Problem, RequestLimits, json};
use futures_util::{Stream, StreamExt, stream};
use tokio::{task::consume_budget, time::timeout};
use tokio_util::{
    bytes::BytesMut,
    codec::{AnyDelimiterCodec, AnyDelimiterCodecError, Decoder},
};

use super::{Content, Document};
use crate::{config::Limits, http::body::too_large};

/// Where lines come from, and how long they may be and take.
struct Lines<S> {
    source: S,
    buffer: BytesMut,
    splitter: AnyDelimiterCodec,
    number: u64,
    /// Bytes of blank lines since the last document.
    blank: usize,
    /// The source has no more bytes.
    drained: bool,
    /// A fault ended the stream.
    over: bool,
    /// What the first line says of all documents; `None` until it was read.
    defaults: Option<Arc<Defaults>>,
    limits: RequestLimits,
    bytes_max: usize,
    time_max: Duration,
}

/// The documents of a stream of bytes. A fault of the stream itself is the last document; so is what `stop` says before
/// a line is awaited.
pub fn documents<S, E, F>(source: S, limits: &Limits, stop: F) -> impl Stream<Item = Document> + use<S, E, F>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
    F: Fn() -> Option<Problem>,
{
    let lines = Lines {
        source,
        buffer: BytesMut::new(),
        splitter: AnyDelimiterCodec::new_with_max_length(b"\n".to_vec(), Vec::new(), limits.body_bytes_max),
        number: 0,
        blank: 0,
        drained: false,
        over: false,
        defaults: None,
        limits: limits.of_requests(),
        bytes_max: limits.body_bytes_max,
        time_max: limits.body_time_max(),
    };
    stream::unfold((lines, stop), |(mut lines, stop)| async {
        if lines.over {
            return None;
        }
        let content = match stop() {
            Some(problem) => lines.end(problem),
            None => lines.next().await?,
        };
        let (position, defaults) = (Position::Line(lines.number), lines.defaults.clone().unwrap_or_default());
        Some((Document { position, defaults, content, ends_batch: lines.over }, (lines, stop)))
    })
}

impl<S, E> Lines<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    /// The next line that is not blank, or a problem.
    async fn next(&mut self) -> Option<Result<Content, Problem>> {
        let line = timeout(self.time_max, self.line()).await;
        line.unwrap_or_else(|_| {
            let limit = u64::try_from(self.time_max.as_millis()).unwrap_or(u64::MAX);
            let detail = format!("a line must arrive within {limit} ms; no more are read");
            Some(self.end(Problem::new(Code::BodyTimeout, detail).limit(limit)))
        })
    }

    /// Takes the first line for itself if it holds defaults. Without those that were asked for no document would be
    /// answered as it should be, so that a fault in them ends the stream.
    fn take_defaults(&mut self, line: &[u8]) -> Option<Result<(), Problem>> {
        if self.defaults.is_some() {
            return None;
        }
        let defaults = Defaults::from_line(line, &self.limits).transpose();
        let read = defaults.map(|defaults| {
            let found = defaults.is_some();
            self.defaults = Some(Arc::new(defaults.unwrap_or_default()));
            found
        });
        match read {
            Ok(true) => Some(Ok(())),
            Ok(false) => None,
            Err(problem) => Some(Err(problem)),
        }
    }

    async fn line(&mut self) -> Option<Result<Content, Problem>> {
        loop {
            consume_budget().await;
            let split = match self.drained {
                true => self.splitter.decode_eof(&mut self.buffer),
                false => self.splitter.decode(&mut self.buffer),
            };
            match split {
                Ok(Some(line)) => {
                    self.number += 1;
                    let text = if self.number == 1 { json::without_bom(&line) } else { &line };
                    if !text.trim_ascii().is_empty() {
                        self.blank = 0;
                        match self.take_defaults(text) {
                            None => return Some(Ok(Content::Line(line))),
                            Some(Ok(())) => continue,
                            Some(Err(problem)) => {
                                self.over = true;
                                return Some(Err(problem));
                            }
                        }
                    }
                    self.blank += line.len() + 1;
                    if self.blank > self.bytes_max {
                        return Some(self.end_of_blanks());
                    }
                }
                Ok(None) if self.drained => return None,
                Ok(None) => match self.source.next().await {
                    Some(Ok(bytes)) => self.buffer.extend_from_slice(&bytes),
                    Some(Err(_)) => {
                        let detail = "the body ended early, or does not match Content-Encoding; no more lines are read";
                        return Some(self.end(Problem::new(Code::BodyUnreadable, detail)));
                    }
                    None => self.drained = true,
                },
                Err(AnyDelimiterCodecError::MaxChunkLengthExceeded | AnyDelimiterCodecError::Io(_)) => {
                    self.number += 1;
                    return Some(Err(too_large(self.bytes_max)));
                }
            }
        }
    }

    /// Ends the stream at the blank line that is one too many.
    fn end_of_blanks(&mut self) -> Result<Content, Problem> {
        self.over = true;
        let limit = self.bytes_max;
        let detail = format!("blank lines in a row must have at most {limit} bytes; no more lines are read");
        Err(Problem::new(Code::BodyTooLarge, detail).limit(limit as u64))
    }

    /// Ends the stream with a problem in place of the line that would be next.
    fn end(&mut self, problem: Problem) -> Result<Content, Problem> {
        self.number += 1;
        self.over = true;
        Err(problem)
    }
}
