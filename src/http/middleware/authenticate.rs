//! Who may call, and how often: keys by name, known by their hashes. Without keys, everybody may.

mod rate;

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, Problem};
use sha2::{Digest, Sha256};
use subtle::{ConditionallySelectable, ConstantTimeEq};

use crate::{App, config::ApiKey, http::problem::Rejection};

pub use rate::{RATE_LIMIT, RATE_LIMIT_POLICY};

use rate::Rate;

/// Carries a key where `Authorization` is somebody else's.
pub const X_API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// The keys of a service.
#[derive(Debug, Default)]
pub struct Keys(Vec<Holder>);

/// Who holds a key.
#[derive(Debug)]
struct Holder {
    name: Arc<str>,
    sha256: [u8; 32],
    rate: Option<Arc<Rate>>,
}

/// Who sent a request.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The name of the key; none where there are no keys.
    pub name: Option<Arc<str>>,
    rate: Option<Arc<Rate>>,
}

impl Caller {
    /// Waits until the key's rate allows one document more.
    pub async fn paced(&self) {
        if let Some(rate) = &self.rate {
            rate.paced().await;
        }
    }
}

impl Keys {
    /// Keys, each with its own rate, or with `per_minute` where it has none.
    #[must_use]
    pub fn new(keys: &[ApiKey], per_minute: Option<u32>) -> Self {
        let holder = |key: &ApiKey| Holder {
            name: Arc::from(key.name.as_str()),
            sha256: key.sha256,
            rate: key.per_minute.or(per_minute).and_then(Rate::per_minute).map(Arc::new),
        };
        Self(keys.iter().map(holder).collect())
    }

    /// Whoever holds the key that these headers carry. Every hash is compared, and in full, whatever the others gave.
    fn caller(&self, headers: &HeaderMap) -> Result<Caller, Problem> {
        if self.0.is_empty() {
            return Ok(Caller::default());
        }
        let key = presented(headers)
            .ok_or_else(|| Problem::new(Code::KeyMissing, "send a key as Authorization: Bearer, or as X-API-Key"))?;
        let sha256: [u8; 32] = Sha256::digest(key).into();
        let mut found = u32::MAX;
        for (place, holder) in (0..).zip(&self.0) {
            found.conditional_assign(&place, holder.sha256.ct_eq(&sha256));
        }
        let holder = usize::try_from(found).ok().and_then(|found| self.0.get(found));
        let Some(Holder { name, rate, .. }) = holder else {
            return Err(Problem::new(Code::KeyUnknown, "the key is none that this service knows"));
        };
        Ok(Caller { name: Some(Arc::clone(name)), rate: rate.clone() })
    }
}

/// The key of `Authorization: Bearer`, or else of `X-API-Key`.
fn presented(headers: &HeaderMap) -> Option<&[u8]> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| {
        let (scheme, key) = value.as_bytes().split_at_checked("Bearer ".len())?;
        scheme.eq_ignore_ascii_case(b"Bearer ").then(|| key.trim_ascii())
    });
    bearer.or_else(|| headers.get(X_API_KEY).map(|value| value.as_bytes().trim_ascii()))
}

/// Lets through who holds a key and keeps to its rate. Health and the description are everybody's.
pub async fn admit(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !path.starts_with("/v1/") && path != "/metrics" {
        return next.run(request).await;
    }
    let caller = match app.keys.caller(request.headers()) {
        Ok(caller) => caller,
        Err(problem) => return refused(problem),
    };
    let checked = caller.rate.as_ref().filter(|_| path.starts_with("/v1/")).map(|rate| rate.check());
    let (mut response, headers) = match checked {
        None => (forward(&mut request, &caller, next).await, None),
        Some((headers, None)) => (forward(&mut request, &caller, next).await, Some(headers)),
        Some((headers, Some(problem))) => (Rejection(problem).into_response(), Some(headers)),
    };
    response.headers_mut().extend(headers.into_iter().flatten());
    response.extensions_mut().insert(caller);
    response
}

async fn forward(request: &mut Request, caller: &Caller, next: Next) -> Response {
    let mut request = std::mem::take(request);
    request.extensions_mut().insert(caller.clone());
    next.run(request).await
}

fn refused(problem: Problem) -> Response {
    let challenge = match problem.code() {
        Code::KeyUnknown => "Bearer realm=\"dateline\", error=\"invalid_token\"",
        _ => "Bearer realm=\"dateline\"",
    };
    let mut response = Rejection(problem).into_response();
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        let key = |name: &str, key: &str| ApiKey {
            name: name.to_owned(),
            sha256: Sha256::digest(key).into(),
            per_minute: None,
        };
        Keys::new(&[key("desk", "one"), key("wire", "two")], None)
    }

    #[test]
    fn a_key_is_found_in_either_header_and_by_nothing_but_its_whole_text() {
        for (name, value, expected) in [
            ("authorization", "Bearer one", Ok("desk")),
            ("authorization", "bearer  two ", Ok("wire")),
            ("x-api-key", "two", Ok("wire")),
            ("authorization", "Bearer tw", Err(Code::KeyUnknown)),
            ("authorization", "Bearer ", Err(Code::KeyUnknown)),
            ("authorization", "Basic one", Err(Code::KeyMissing)),
            ("authorization", "Bearer", Err(Code::KeyMissing)),
            ("x-api-key", "", Err(Code::KeyUnknown)),
            ("x-api-key", "One", Err(Code::KeyUnknown)),
            ("cookie", "one", Err(Code::KeyMissing)),
        ] {
            let headers: HeaderMap = [(HeaderName::from_static(name), value.parse().unwrap())].into_iter().collect();
            let caller = keys().caller(&headers);
            let found = caller.as_ref().map(|caller| caller.name.as_deref().unwrap()).map_err(Problem::code);
            assert_eq!(found, expected, "{name}: {value}");
        }
        assert!(Keys::default().caller(&HeaderMap::new()).unwrap().name.is_none());
    }
}
