//! The bytes of an answer, while they wait for their caller.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;
use dateline_wire::{Code, Problem};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bytes of an answer, with the permit to keep them in memory.
pub struct HeldAnswer {
    bytes: Vec<u8>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl HeldAnswer {
    /// Bytes that nobody counts, because there are few.
    #[must_use]
    pub fn uncounted(bytes: Vec<u8>) -> Self {
        Self { bytes, _permit: None }
    }

    /// Takes a permit for each byte, where there are as many left.
    ///
    /// # Errors
    /// [`Code::Overloaded`].
    pub fn hold(bytes: Vec<u8>, permits: &Arc<Semaphore>) -> Result<Self, Problem> {
        let permit = Arc::clone(permits).try_acquire_many_owned(count(&bytes)).map_err(|_| crowded())?;
        Ok(Self { bytes, _permit: Some(permit) })
    }

    /// Waits until there is a permit for each byte.
    ///
    /// # Errors
    /// [`Code::Overloaded`] when that takes too long.
    pub async fn wait(bytes: Vec<u8>, permits: &Arc<Semaphore>, longest: Duration) -> Result<Self, Problem> {
        let permits = Arc::clone(permits).acquire_many_owned(count(&bytes));
        match tokio::time::timeout(longest, permits).await {
            Ok(Ok(permit)) => Ok(Self { bytes, _permit: Some(permit) }),
            _ => Err(crowded()),
        }
    }

    /// The bytes, to be changed by a few.
    pub fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

impl AsRef<[u8]> for HeldAnswer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl From<HeldAnswer> for Bytes {
    fn from(answer: HeldAnswer) -> Self {
        Self::from_owner(answer)
    }
}

fn count(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn crowded() -> Problem {
    Problem::new(Code::Overloaded, "too many answers are waiting for slow clients; retry later")
}
