//! HTTP/2: what a caller still sends when the answer is complete.
//!
//! The service may reset a stream whose answer ended before its request did (RFC 9113, 8.1), but clients, curl among them,
//! then report a broken stream and lose the answer that says why their body was rejected. So the end of the answer waits
//! for a moment, in which what the caller still sends is read and dropped.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};

use axum::{body::Bytes, http::Request};
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep};

use super::lingering::{LINGER_BYTES_MAX, LINGER_TIME_MAX};

/// The body of a request, of which the answer keeps what nobody reads.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Option<Incoming>>>);

/// The request with a body that is also returned, for its answer.
pub(super) fn share(request: Request<Incoming>) -> (Request<Shared>, Shared) {
    let (head, body) = request.into_parts();
    let shared = Shared(Arc::new(Mutex::new(Some(body))));
    (Request::from_parts(head, shared.clone()), shared)
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Option<Incoming>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl HttpBody for Shared {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        match self.lock().as_mut() {
            Some(body) => Pin::new(body).poll_frame(context),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.lock().as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.lock().as_ref().map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}

/// The body of an answer, whose end waits for that of the request.
pub(super) struct UntilRead<B> {
    answer: Option<B>,
    request: Shared,
    until: Option<Pin<Box<Sleep>>>,
    bytes_left: usize,
}

impl<B> UntilRead<B> {
    pub(super) fn new(answer: B, request: Shared) -> Self {
        Self { answer: Some(answer), request, until: None, bytes_left: LINGER_BYTES_MAX }
    }

    /// Reads and drops until the request ends, or one of the limits is reached.
    fn poll_drop_rest(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut rest = self.request.lock();
        let Some(body) = rest.as_mut() else { return Poll::Ready(()) };
        let until = self.until.get_or_insert_with(|| Box::pin(sleep(LINGER_TIME_MAX)));
        while until.as_mut().poll(context).is_pending() {
            let frame = ready!(Pin::new(&mut *body).poll_frame(context));
            let Some(Ok(frame)) = frame else { break };
            let length = frame.data_ref().map_or(0, Bytes::len);
            if length >= self.bytes_left {
                break;
            }
            self.bytes_left -= length;
        }
        *rest = None;
        Poll::Ready(())
    }
}

impl<B: HttpBody + Unpin> HttpBody for UntilRead<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        if let Some(answer) = &mut self.answer {
            let frame = ready!(Pin::new(answer).poll_frame(context));
            if frame.is_some() {
                return Poll::Ready(frame);
            }
            // With it goes what read the request, and what was held in memory for it.
            self.answer = None;
        }
        ready!(self.poll_drop_rest(context));
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.answer.as_ref().is_none_or(HttpBody::is_end_stream) && self.request.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.answer.as_ref().map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}
