//! Who may call, and how often: keys by name, known by their hashes. Without keys, there is no authentication.

mod rate;

use std::sync::{Arc, PoisonError, RwLock};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, Problem};
use sha2::{Digest, Sha256};
use subtle::{ConditionallySelectable, ConstantTimeEq};
use tokio::sync::Semaphore;

use super::observe::Known;
use crate::{
    App,
    config::{ApiKey, Limits},
    http::problem::Rejection,
};

pub use rate::{RATE_LIMIT, RATE_LIMIT_POLICY};

use rate::Rate;

/// Carries a key where `Authorization` is somebody else's.
pub const X_API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// The keys of a service, which can be replaced while it runs.
#[derive(Debug, Default)]
pub struct Keys {
    holders: RwLock<Arc<[Holder]>>,
    per_minute: Option<u32>,
    bodies_max: usize,
}

/// Who holds a key.
#[derive(Clone, Debug)]
struct Holder {
    name: Arc<str>,
    sha256: [u8; 32],
    per_minute: Option<u32>,
    rate: Option<Arc<Rate>>,
    /// A permit for each body that the holder may send at the same time.
    bodies: Arc<Semaphore>,
}

/// Who sent a request.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The name of the key; none where there are no keys.
    pub name: Option<Arc<str>>,
    /// A permit for each body that the key may send at the same time; none where there are no keys.
    pub bodies: Option<Arc<Semaphore>>,
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
    /// Keys, each with its own rate, or with that of `limits` where it has none.
    #[must_use]
    pub fn new(keys: &[ApiKey], limits: &Limits) -> Self {
        let empty =
            Self { per_minute: limits.rate_per_minute, bodies_max: limits.bodies_per_key_max, ..Self::default() };
        empty.replace(keys);
        empty
    }

    /// Puts these keys in the place of all others. A key that stays keeps what it has used of its rate.
    pub fn replace(&self, keys: &[ApiKey]) {
        let old = self.holders();
        let holder = |key: &ApiKey| {
            let per_minute = key.per_minute.or(self.per_minute);
            let is_same =
                |old: &&Holder| (&*old.name, old.sha256, old.per_minute) == (key.name.as_str(), key.sha256, per_minute);
            old.iter().find(is_same).cloned().unwrap_or_else(|| Holder {
                name: Arc::from(key.name.as_str()),
                sha256: key.sha256,
                per_minute,
                rate: per_minute.and_then(Rate::per_minute).map(Arc::new),
                bodies: Arc::new(Semaphore::new(self.bodies_max)),
            })
        };
        *self.holders.write().unwrap_or_else(PoisonError::into_inner) = keys.iter().map(holder).collect();
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.holders().len()
    }

    /// Whether no key is needed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.holders().is_empty()
    }

    fn holders(&self) -> Arc<[Holder]> {
        Arc::clone(&self.holders.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The client whose key these headers carry. Every hash is compared, and in full, whatever the others gave.
    fn caller(&self, headers: &HeaderMap) -> Result<Caller, Problem> {
        let holders = self.holders();
        if holders.is_empty() {
            return Ok(Caller::default());
        }
        let key = presented(headers)
            .ok_or_else(|| Problem::new(Code::KeyMissing, "send a key as Authorization: Bearer, or as X-API-Key"))?;
        let sha256: [u8; 32] = Sha256::digest(key).into();
        let mut found = u32::MAX;
        for (place, holder) in (0..).zip(holders.iter()) {
            found.conditional_assign(&place, holder.sha256.ct_eq(&sha256));
        }
        let holder = usize::try_from(found).ok().and_then(|found| holders.get(found));
        let Some(Holder { name, rate, bodies, .. }) = holder else {
            return Err(Problem::new(Code::KeyUnknown, "the API key is unknown"));
        };
        Ok(Caller { name: Some(Arc::clone(name)), bodies: Some(Arc::clone(bodies)), rate: rate.clone() })
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
pub async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !path.starts_with("/v1/") && path != "/metrics" {
        return next.run(request).await;
    }
    let caller = match app.keys.caller(request.headers()) {
        Ok(caller) => caller,
        Err(problem) => return refused(problem),
    };
    if let (Some(known), Some(name)) = (request.extensions().get::<Known>(), &caller.name) {
        known.by(name);
    }
    let checked = caller.rate.as_ref().filter(|_| path.starts_with("/v1/")).map(|rate| rate.check());
    let (mut response, headers) = match checked {
        None => (forward(&mut request, &caller, next).await, None),
        Some((headers, None)) => (forward(&mut request, &caller, next).await, Some(headers)),
        Some((headers, Some(problem))) => (Rejection(problem).into_response(), Some(headers)),
    };
    response.headers_mut().extend(headers.into_iter().flatten());
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
        Keys::new(&[key("desk", "one"), key("wire", "two")], &Limits::default())
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

    #[test]
    fn keys_that_stay_keep_their_rate_when_others_are_replaced() {
        let key =
            |name: &str, per_minute| ApiKey { name: name.to_owned(), sha256: Sha256::digest(name).into(), per_minute };
        let keys = Keys::new(&[key("desk", Some(9)), key("wire", Some(9))], &Limits::default());
        let rate = |name: &str| {
            let headers = [(X_API_KEY, HeaderValue::from_str(name).unwrap())].into_iter().collect();
            keys.caller(&headers).map(|caller| caller.rate.map(|rate| Arc::as_ptr(&rate)).unwrap()).ok()
        };
        let before = (rate("desk"), rate("wire"));
        keys.replace(&[key("desk", Some(9)), key("wire", Some(8)), key("web", Some(9))]);
        assert_eq!(rate("desk"), before.0);
        assert!(rate("wire").is_some() && rate("wire") != before.1 && rate("web").is_some());
        keys.replace(&[key("web", Some(9))]);
        assert!(rate("desk").is_none() && keys.len() == 1);
    }
}
