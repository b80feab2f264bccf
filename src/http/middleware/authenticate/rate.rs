//! How many documents a key may send in a minute, and the headers that say so.
//!
//! The headers are those of `draft-ietf-httpapi-ratelimit-headers-10`; the counting is GCRA, by governor.

use std::{num::NonZeroU32, time::Duration};

use axum::http::{HeaderName, HeaderValue, header};
use dateline_wire::{Code, Problem};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
    state::{InMemoryState, NotKeyed},
};
use tokio::time::sleep;

/// What remains of the rate.
pub const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// The rate itself.
pub const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

const MINUTE: Duration = Duration::from_secs(60);

/// The rate of one key: a minute's worth at once, and then as it comes back.
#[derive(Debug)]
pub(super) struct Rate {
    limiter: RateLimiter<NotKeyed, InMemoryState, DefaultClock, StateInformationMiddleware>,
    per_minute: NonZeroU32,
}

/// Headers to add to an answer.
pub(super) type Headers = Vec<(HeaderName, HeaderValue)>;

impl Rate {
    /// The rate of so many documents; `None` of none.
    pub(super) fn per_minute(documents: u32) -> Option<Self> {
        let per_minute = NonZeroU32::new(documents)?;
        let quota = Quota::per_minute(per_minute);
        Some(Self { limiter: RateLimiter::direct(quota).with_middleware(), per_minute })
    }

    /// Counts one request: the headers of its answer, and why it is refused, if it is.
    pub(super) fn check(&self) -> (Headers, Option<Problem>) {
        let (left, wait) = match self.limiter.check() {
            Ok(snapshot) => (snapshot.remaining_burst_capacity(), None),
            Err(not_until) => (0, Some(not_until.wait_time_from(DefaultClock::default().now()))),
        };
        let quota = self.per_minute.get();
        let whole_again = MINUTE.mul_f64(f64::from(quota.saturating_sub(left)) / f64::from(quota));
        let limit = format!("\"key\";r={left};t={}", seconds(whole_again));
        let policy = format!("\"key\";q={quota};w={}", MINUTE.as_secs());
        let mut headers = vec![(RATE_LIMIT, value(&limit)), (RATE_LIMIT_POLICY, value(&policy))];
        let problem = wait.map(|wait| {
            headers.push((header::RETRY_AFTER, HeaderValue::from(seconds(wait))));
            let detail = format!("the key may send {quota} documents a minute; try again in {} s", seconds(wait));
            Problem::new(Code::RateExceeded, detail).limit(u64::from(quota))
        });
        (headers, problem)
    }

    /// Counts one document as soon as the rate allows it.
    pub(super) async fn paced(&self) {
        while let Err(not_until) = self.limiter.check() {
            sleep(not_until.wait_time_from(DefaultClock::default().now())).await;
        }
    }
}

/// Whole seconds, at least one: what is over in less is not over yet.
fn seconds(duration: Duration) -> u64 {
    duration.as_millis().div_ceil(1000).max(1).try_into().unwrap_or(u64::MAX)
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("numbers and ASCII are a valid header")
}
