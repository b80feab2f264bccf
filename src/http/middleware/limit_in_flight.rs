//! A bound on the articles and answers that are in memory: what comes beyond it is refused before its body is read.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use dateline_wire::{Code, Problem};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

use crate::{App, http::problem::Rejection, observe::metrics::Counted};

/// Held from a request's head to the last byte of its answer.
#[derive(Clone)]
struct Place {
    _held: Arc<(OwnedSemaphorePermit, Counted)>,
}

/// Gives a request its place, or refuses it at once.
///
/// # Errors
/// [`Code::Overloaded`].
pub async fn limit_in_flight(State(app): State<App>, request: Request, next: Next) -> Result<Response, Rejection> {
    if request.method() != Method::POST {
        return Ok(next.run(request).await);
    }
    let Ok(permit) = Arc::clone(&app.requests).try_acquire_owned() else {
        let detail = "too many requests at the same time; retry after the interval in Retry-After";
        return Err(Problem::new(Code::Overloaded, detail).into());
    };
    let place = Place { _held: Arc::new((permit, app.metrics.held())) };
    let mut response = next.run(request).await;
    response.extensions_mut().insert(place);
    Ok(response)
}

/// Ties the place to the bytes of the answer, in whatever buffer they wait for the caller to take them.
pub async fn hold(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Place>() {
        Some(place) => response.map(|body| Body::new(Held { body, place })),
        None => response,
    }
}

/// A body whose bytes hold a place.
struct Held {
    body: Body,
    place: Place,
}

/// Bytes that hold a place.
struct HeldBytes {
    bytes: Bytes,
    _place: Place,
}

impl AsRef<[u8]> for HeldBytes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        let hold = |bytes| Bytes::from_owner(HeldBytes { bytes, _place: self.place.clone() });
        Poll::Ready(frame.map(|frame| frame.map(|frame| frame.map_data(hold))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
