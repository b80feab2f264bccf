//! Whether the service accepts articles.

use std::sync::atomic::{AtomicU8, Ordering};

use dateline_wire::{Code, Problem};

/// The stages of a service's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The warm-up article was not answered yet.
    Starting,
    /// Articles are accepted.
    Ready,
    /// The service is about to end: `/readyz` fails, so that no load balancer sends more, and what they still send is accepted.
    Lingering,
    /// Requests that run are finished; no more are accepted.
    Draining,
}

/// The stage, shared by all requests.
#[derive(Debug, Default)]
pub struct Readiness(AtomicU8);

impl Readiness {
    /// The stage now.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self.0.load(Ordering::Acquire) {
            0 => Stage::Starting,
            1 => Stage::Ready,
            2 => Stage::Lingering,
            _ => Stage::Draining,
        }
    }

    /// The warm-up article was answered; a service that is about to end stays so.
    pub fn ready(&self) {
        self.0.fetch_max(1, Ordering::AcqRel);
    }

    /// The service is about to end.
    pub fn linger(&self) {
        self.0.fetch_max(2, Ordering::AcqRel);
    }

    /// The service ends.
    pub fn drain(&self) {
        self.0.fetch_max(3, Ordering::AcqRel);
    }

    /// Fails unless more articles may be sent here.
    ///
    /// # Errors
    /// The problem that says why not.
    pub fn check_ready(&self) -> Result<(), Problem> {
        match self.stage() {
            Stage::Starting => Err(Problem::new(Code::Starting, "the service has not read its warm-up article yet")),
            Stage::Ready => Ok(()),
            Stage::Lingering | Stage::Draining => Err(draining()),
        }
    }

    /// Fails when the service ends. An article that comes before the service is ready is read all the same.
    ///
    /// # Errors
    /// The problem that says so.
    pub fn check_open(&self) -> Result<(), Problem> {
        match self.stage() {
            Stage::Starting | Stage::Ready | Stage::Lingering => Ok(()),
            Stage::Draining => Err(draining()),
        }
    }
}

fn draining() -> Problem {
    Problem::new(Code::Draining, "the service is shutting down; send the request again, to another instance")
}
