//! Whose turn it is on a connection: the service's, while it owes an answer or a piece of one, or the caller's.
//!
//! In HTTP/2 a caller can stop an answer by its flow control while the socket stays quiet, so that no timeout on the
//! socket sees it. What is seen is that nobody asks for the next piece of the body.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::Request,
    middleware::Next,
    response::Response,
};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::sleep;

/// Largest piece of a body that is handed over at once, so that a slow caller's progress can be seen.
const PIECE_BYTES_MAX: usize = 1 << 16;

/// The turns on one connection.
#[derive(Debug)]
pub(crate) struct Activity {
    begun: Instant,
    /// Requests whose answer has not ended.
    open: AtomicUsize,
    /// Answers and pieces that the service owes.
    owed: AtomicUsize,
    /// Milliseconds from `begun` to the last thing that happened.
    last_ms: AtomicU64,
}

impl Activity {
    pub(crate) fn begin() -> Arc<Self> {
        let (open, owed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { begun: Instant::now(), open, owed, last_ms: AtomicU64::new(0) })
    }

    fn touch(&self) {
        let now = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last_ms.store(now, Ordering::Relaxed);
    }

    /// How long it has been the caller's turn.
    fn rests_for(&self) -> Duration {
        if self.owed.load(Ordering::Relaxed) > 0 {
            return Duration::ZERO;
        }
        self.begun.elapsed().saturating_sub(Duration::from_millis(self.last_ms.load(Ordering::Relaxed)))
    }

    /// Resolves when the caller has let its turn pass for too long: within an answer, or between requests.
    pub(crate) async fn rested(&self, stall_max: Duration, idle_max: Duration) {
        loop {
            let longest = if self.open.load(Ordering::Relaxed) > 0 { stall_max } else { idle_max };
            let left = longest.saturating_sub(self.rests_for());
            if left.is_zero() {
                return;
            }
            // The turn may be another's, with less time, before that is over.
            sleep(left.min(stall_max)).await;
        }
    }
}

/// Follows a request, of a connection that has an [`Activity`], to the end of its answer.
pub(crate) async fn follow(mut request: Request, next: Next) -> Response {
    let Some(activity) = request.extensions_mut().remove::<Arc<Activity>>() else { return next.run(request).await };
    let turn = Turn::begin(activity);
    next.run(request).await.map(|body| Body::new(Followed { body, rest: Bytes::new(), turn }))
}

/// Whose turn it is in one request.
struct Turn {
    activity: Arc<Activity>,
    owing: bool,
}

impl Turn {
    fn begin(activity: Arc<Activity>) -> Self {
        activity.open.fetch_add(1, Ordering::Relaxed);
        let mut turn = Self { activity, owing: false };
        turn.owes(true);
        turn
    }

    fn owes(&mut self, owing: bool) {
        self.activity.touch();
        match (self.owing, owing) {
            (false, true) => self.activity.owed.fetch_add(1, Ordering::Relaxed),
            (true, false) => self.activity.owed.fetch_sub(1, Ordering::Relaxed),
            _ => 0,
        };
        self.owing = owing;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.owes(false);
        self.activity.open.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A body that tells, piece by piece, whose turn it is.
struct Followed {
    body: Body,
    /// What of the last piece was too much at once.
    rest: Bytes,
    turn: Turn,
}

impl HttpBody for Followed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.rest.is_empty() {
            self.turn.owes(true);
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => self.rest = data,
                    Err(frame) => return Poll::Ready(Some(Ok(frame))),
                },
                end => return Poll::Ready(end),
            }
        }
        let length = self.rest.len().min(PIECE_BYTES_MAX);
        let piece = self.rest.split_to(length);
        self.turn.owes(false);
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (rest, inner) = (self.rest.len() as u64, self.body.size_hint());
        let mut hint = SizeHint::new();
        hint.set_lower(inner.lower() + rest);
        if let Some(upper) = inner.upper() {
            hint.set_upper(upper + rest);
        }
        hint
    }
}
