//! Whether the service takes articles.

use std::sync::atomic::{AtomicU8, Ordering};

use dateline_wire::{Code, Problem};

/// The stages of a service's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The warm-up article was not answered yet.
    Starting,
    /// Articles are taken.
    Ready,
    /// Requests that run are finished; no more are taken.
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
            _ => Stage::Draining,
        }
    }

    /// The warm-up article was answered; a service that is draining stays so.
    pub fn ready(&self) {
        let _ = self.0.compare_exchange(0, 1, Ordering::AcqRel, Ordering::Acquire);
    }

    /// The service is about to end.
    pub fn drain(&self) {
        self.0.store(2, Ordering::Release);
    }

    /// Fails unless the service takes articles.
    ///
    /// # Errors
    /// The problem that says why not.
    pub fn check_ready(&self) -> Result<(), Problem> {
        match self.stage() {
            Stage::Starting => Err(Problem::new(Code::Starting, "the service has not read its warm-up article yet")),
            Stage::Ready | Stage::Draining => self.check_open(),
        }
    }

    /// Fails when the service is about to end. An article that comes before the service is ready is read all the same.
    ///
    /// # Errors
    /// The problem that says so.
    pub fn check_open(&self) -> Result<(), Problem> {
        match self.stage() {
            Stage::Starting | Stage::Ready => Ok(()),
            Stage::Draining => Err(Problem::new(Code::Draining, "the service finishes what runs and takes no more")),
        }
    }
}
