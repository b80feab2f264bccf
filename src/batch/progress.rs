//! What is said of a batch when it is over, however that came.

use std::time::Instant;

use super::Answered;
use crate::observe::log::milliseconds;

/// Counts a batch's answers, and logs the counts when it is dropped: at the batch's end, or when its caller has gone.
pub struct Progress {
    request_id: String,
    started: Instant,
    documents: u64,
    problems: u64,
    complete: bool,
}

impl Progress {
    /// Of a batch that begins now.
    #[must_use]
    pub fn new(request_id: &str) -> Self {
        let request_id = request_id.to_owned();
        Self { request_id, started: Instant::now(), documents: 0, problems: 0, complete: false }
    }

    /// Counts one answer.
    pub fn answered(&mut self, answered: &Answered) {
        self.documents += 1;
        self.problems += u64::from(answered.code.is_some());
    }

    /// The last answer was given.
    pub fn complete(&mut self) {
        self.complete = true;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        tracing::info!(
            request_id = self.request_id,
            documents = self.documents,
            problems = self.problems,
            complete = self.complete,
            total_ms = milliseconds(self.started.elapsed()),
            "batch over"
        );
    }
}
