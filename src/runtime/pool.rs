//! The bounded CPU pool: a fixed number of threads, a queue of fixed length, and a refusal at once when it is full.
//! Tokio's workers only move bytes.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, oneshot},
    time::timeout_at,
};

use crate::{config::Limits, observe::metrics::PoolGauges};

/// Why a job gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComputeError {
    /// The queue is full.
    #[error("the queue is full")]
    QueueFull,
    /// No worker became free in the longest time that a job may wait.
    #[error("no worker became free in time")]
    QueueTimeout,
    /// The job ran beyond the deadline.
    #[error("the deadline passed")]
    Deadline,
    /// The job panicked.
    #[error("the job panicked")]
    Panicked,
}

/// A job's result, and how long it took to get it.
#[derive(Clone, Copy, Debug)]
pub struct Computed<T> {
    /// What the job returned.
    pub value: T,
    /// Time spent waiting for a worker.
    pub queued: Duration,
    /// Time spent on the worker.
    pub ran: Duration,
}

type Job = Box<dyn FnOnce() + Send>;

/// A pool of threads. The threads end when the last handle is gone and the queue is empty.
#[derive(Clone)]
pub struct Pool {
    queue: SyncSender<Job>,
    /// A permit for each job that may wait.
    places: Arc<Semaphore>,
    /// A permit for each job that takes its turn: fewer than `places`, so that such jobs never keep others out.
    lanes: Arc<Semaphore>,
    queue_wait_max: Duration,
    turn_wait_max: Duration,
    deadline: Duration,
    gauges: PoolGauges,
}

/// What a job holds while it waits and while it runs, and until when it may.
struct Admitted {
    place: OwnedSemaphorePermit,
    lane: Option<OwnedSemaphorePermit>,
    since: Instant,
    begins_by: Instant,
    ends_by: Instant,
}

impl Pool {
    /// Starts the workers.
    ///
    /// # Panics
    /// If the system refuses to start a thread.
    #[must_use]
    pub fn start(limits: &Limits, gauges: PoolGauges) -> Self {
        let (queue, jobs) = sync_channel(limits.queue_max());
        let jobs = Arc::new(Mutex::new(jobs));
        for i in 0..limits.workers {
            let jobs = Arc::clone(&jobs);
            thread::Builder::new()
                .name(format!("compute-{i}"))
                .spawn(move || work(&jobs))
                .expect("a service that cannot start its workers cannot start");
        }
        Self {
            queue,
            places: Arc::new(Semaphore::new(limits.queue_max())),
            lanes: Arc::new(Semaphore::new(limits.workers)),
            queue_wait_max: limits.queue_wait_max(),
            turn_wait_max: limits.batch_queue_wait_max(),
            deadline: limits.deadline(),
            gauges,
        }
    }

    /// Runs `job` on a worker. Dropping the returned future abandons the job: a worker that has not begun it skips it.
    ///
    /// # Errors
    /// [`ComputeError`]; [`ComputeError::QueueFull`] comes back without waiting.
    pub async fn run<T, F>(&self, job: F) -> Result<Computed<T>, ComputeError>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| ComputeError::QueueFull)?;
        let since = Instant::now();
        let begins_by = since + self.queue_wait_max.min(self.deadline);
        let admitted = Admitted { place, lane: None, since, begins_by, ends_by: since + self.deadline };
        self.enqueue(job, admitted).await
    }

    /// Runs `job` on a worker when its turn comes: in place of a refusal it waits, for longer, and behind others of its
    /// kind. The future must be polled while it waits, or it keeps those others waiting.
    ///
    /// # Errors
    /// [`ComputeError`], except [`ComputeError::QueueFull`].
    pub async fn run_in_turn<T, F>(&self, job: F) -> Result<Computed<T>, ComputeError>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let since = Instant::now();
        let begins_by = since + self.turn_wait_max;
        let admitted = async {
            let lane = Arc::clone(&self.lanes).acquire_owned().await.ok();
            Some((Arc::clone(&self.places).acquire_owned().await.ok()?, lane))
        };
        let Ok(Some((place, lane))) = timeout_at(begins_by.into(), admitted).await else {
            return Err(ComputeError::QueueTimeout);
        };
        self.enqueue(job, Admitted { place, lane, since, begins_by, ends_by: begins_by + self.deadline }).await
    }

    async fn enqueue<T, F>(&self, job: F, admitted: Admitted) -> Result<Computed<T>, ComputeError>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let Admitted { place, lane, since, begins_by, ends_by } = admitted;
        let (begin, begun) = oneshot::channel();
        let (finish, finished) = oneshot::channel();
        let gauges = self.gauges.clone();
        let waiting = self.gauges.waiting();
        let job = move || {
            drop((waiting, place));
            if begin.send(since.elapsed()).is_ok() {
                let _running = gauges.running();
                let started = Instant::now();
                let outcome = catch_unwind(AssertUnwindSafe(job));
                // An abandoned job has nobody left to take its outcome.
                let _ = finish.send((outcome, started.elapsed()));
            }
            drop(lane);
        };
        self.queue.try_send(Box::new(job)).map_err(|refused| match refused {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => ComputeError::QueueFull,
        })?;
        let queued = match timeout_at(begins_by.into(), begun).await {
            Err(_) => return Err(ComputeError::QueueTimeout),
            Ok(begun) => begun.map_err(|_| ComputeError::Panicked)?,
        };
        let (outcome, ran) = match timeout_at(ends_by.into(), finished).await {
            Err(_) => return Err(ComputeError::Deadline),
            Ok(finished) => finished.map_err(|_| ComputeError::Panicked)?,
        };
        let value = outcome.map_err(|_: Box<dyn Any + Send>| ComputeError::Panicked)?;
        Ok(Computed { value, queued, ran })
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        // Jobs run outside the lock, so it is never poisoned by one.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match job {
            Ok(job) => job(),
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests;
