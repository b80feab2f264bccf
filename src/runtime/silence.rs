//! How long a connection of HTTP/1 may say nothing: little within the head of a request, longer between requests.
//!
//! hyper has one timeout for both. A head that arrives slowly holds memory and is rare among friends; a connection that rests
//! between requests is what every client and gateway keeps, and closing it before they do makes requests fail.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::{Request, Response},
};
use hyper::{
    body::{Body as HttpBody, Frame, SizeHint},
    rt::{Read, ReadBufCursor, Write},
};
use tokio::{
    sync::Notify,
    time::{Instant, timeout_at},
};

/// What a connection is at.
#[derive(Clone, Copy, Debug)]
enum Stage {
    /// A head is awaited or arrives: at the beginning, and from the first byte after an answer.
    Head(Instant),
    /// A request is read or answered.
    Request,
    /// Nothing has come since the last answer.
    Rest(Instant),
}

/// The silence of one connection.
#[derive(Debug)]
pub(super) struct Silence {
    stage: Mutex<Stage>,
    changed: Notify,
}

impl Silence {
    pub(super) fn begin() -> Arc<Self> {
        Arc::new(Self { stage: Mutex::new(Stage::Head(Instant::now())), changed: Notify::new() })
    }

    fn stage(&self) -> Stage {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, stage: Stage) {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
        self.changed.notify_one();
    }

    fn bytes_arrived(&self) {
        if matches!(self.stage(), Stage::Rest(_)) {
            self.enter(Stage::Head(Instant::now()));
        }
    }

    /// A request begins.
    pub(super) fn request<B>(&self, request: Request<B>) -> Request<B> {
        self.enter(Stage::Request);
        request
    }

    /// An answer begins; the rest after it begins when its body is dropped.
    pub(super) fn response(self: &Arc<Self>, response: Response<Body>) -> Response<Body> {
        let until_dropped = UntilDropped(Arc::clone(self));
        response.map(|body| Body::new(Answer { body, _until_dropped: until_dropped }))
    }

    /// Resolves when the connection was silent for too long.
    pub(super) async fn is_over(&self, head_max: Duration, rest_max: Duration) {
        loop {
            let changed = self.changed.notified();
            let by = match self.stage() {
                Stage::Head(since) => since + head_max,
                Stage::Rest(since) => since + rest_max,
                Stage::Request => {
                    changed.await;
                    continue;
                }
            };
            if timeout_at(by, changed).await.is_err() {
                return;
            }
        }
    }
}

struct UntilDropped(Arc<Silence>);

impl Drop for UntilDropped {
    fn drop(&mut self) {
        self.0.enter(Stage::Rest(Instant::now()));
    }
}

/// The body of an answer.
struct Answer {
    body: Body,
    _until_dropped: UntilDropped,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that tells when bytes arrive.
pub(super) struct Heard<S> {
    pub(super) stream: S,
    pub(super) silence: Arc<Silence>,
}

impl<S: Read + Unpin> Read for Heard<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<std::io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        self.silence.bytes_arrived();
        Poll::Ready(Ok(()))
    }
}

impl<S: Write + Unpin> Write for Heard<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD_MAX: Duration = Duration::from_millis(50);
    const REST_MAX: Duration = Duration::from_millis(400);

    async fn silent_for(silence: &Silence) -> Duration {
        let begun = Instant::now();
        silence.is_over(HEAD_MAX, REST_MAX).await;
        begun.elapsed()
    }

    #[tokio::test]
    async fn a_head_may_take_less_time_than_a_rest() {
        let silence = Silence::begin();
        assert!((HEAD_MAX..REST_MAX).contains(&silent_for(&silence).await));
        let request = silence.request(Request::new(()));
        let answered = silence.response(Response::new(Body::empty()));
        let over = tokio::time::timeout(2 * REST_MAX, silence.is_over(HEAD_MAX, REST_MAX)).await;
        assert!(over.is_err(), "a request may take as long as its own limits say");
        drop((request, answered));
        assert!(silent_for(&silence).await > REST_MAX - HEAD_MAX);
        silence.bytes_arrived();
        assert!(silent_for(&silence).await < REST_MAX);
    }
}
