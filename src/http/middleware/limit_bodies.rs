//! A bound on the bodies that one caller may send at the same time, so that a few hundred sockets that send a byte a second do
//! not take every request's place. A caller is a key, where keys are configured, and an address, where the operator says so.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};

use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, Problem};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

use super::authenticate::Caller;
use crate::{App, config::RETRY_AFTER_S, http::problem::Rejection};

/// Bits of an IPv6 address that name a network; the rest its user chooses.
const NETWORK: u128 = !(u64::MAX as u128);

/// The bodies that each address sends at the moment.
#[derive(Debug, Default)]
pub struct Addresses(Mutex<HashMap<IpAddr, usize>>);

/// A body that an address sends; no longer when this is dropped.
struct Sending {
    addresses: Arc<Addresses>,
    address: IpAddr,
}

impl Addresses {
    fn counts(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(self: &Arc<Self>, address: IpAddr, max: usize) -> Option<Sending> {
        let address = network(address);
        let mut counts = self.counts();
        let count = counts.entry(address).or_default();
        if *count >= max {
            return None;
        }
        *count += 1;
        Some(Sending { addresses: Arc::clone(self), address })
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let mut counts = self.addresses.counts();
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

/// What stands for an address: itself, or its network where one user has many.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & NETWORK).into(),
        address => address,
    }
}

/// Held until a body has arrived.
struct Open {
    _key: Option<OwnedSemaphorePermit>,
    _address: Option<Sending>,
}

/// Refuses a body of a caller who is sending as many as one may.
pub async fn limit_bodies(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    match open(&app, &request) {
        Ok(open) => next.run(request.map(|body| Body::new(Arriving { body, open: Some(open) }))).await,
        Err(problem) => {
            let mut response = Rejection(problem).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
            response
        }
    }
}

fn open(app: &App, request: &Request) -> Result<Open, Problem> {
    let refused = |who, limit| {
        let detail = format!("the {who} is sending {limit} bodies, which is the limit; finish one before the next");
        Problem::new(Code::BodiesExceeded, detail).limit(limit as u64)
    };
    let key = request.extensions().get::<Caller>().and_then(|caller| caller.bodies.clone());
    let key = key.map(|bodies| bodies.try_acquire_owned().map_err(|_| refused("key", app.limits.bodies_per_key_max)));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let address = app
        .limits
        .bodies_per_address_max
        .zip(peer)
        .map(|(max, ConnectInfo(peer))| app.addresses.begin(peer.ip(), max).ok_or_else(|| refused("address", max)));
    Ok(Open { _key: key.transpose()?, _address: address.transpose()? })
}

/// A body that is open until its end, or until nobody reads it.
struct Arriving {
    body: Body,
    open: Option<Open>,
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if !matches!(frame, Some(Ok(_))) || self.body.is_end_stream() {
            self.open = None;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_forgotten_when_it_sends_nothing() {
        let addresses = Arc::new(Addresses::default());
        let begin = |address: &str| addresses.begin(address.parse().unwrap(), 2);
        let first = [begin("192.0.2.1").unwrap(), begin("::ffff:192.0.2.1").unwrap()];
        assert!(begin("192.0.2.1").is_none() && begin("192.0.2.2").is_some());
        let second = [begin("2001:db8::1").unwrap(), begin("2001:db8::2").unwrap()];
        assert!(begin("2001:db8::3").is_none() && begin("2001:db8:0:1::1").is_some());
        drop((first, second));
        assert!(addresses.counts().is_empty());
    }
}
