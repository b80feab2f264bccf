use std::sync::{
    atomic::{AtomicUsize, Ordering},
    mpsc::{Receiver, Sender, channel},
};

use super::*;

/// A pool with one worker.
fn pool(limits: &Limits) -> Pool {
    Pool::start(&Limits { workers: 1, ..limits.clone() }, PoolGauges::default())
}

/// A job that occupies a worker until the sender is dropped.
fn block() -> (Sender<()>, impl FnOnce() + Send + 'static) {
    let (release, released): (Sender<()>, Receiver<()>) = channel();
    (release, move || {
        let _ = released.recv();
    })
}

/// Occupies the pool's only worker.
async fn occupy(pool: &Pool) -> Sender<()> {
    let (release, job) = block();
    let (begin, begun) = oneshot::channel();
    let pool = pool.clone();
    tokio::spawn(async move {
        pool.run(move || {
            begin.send(()).unwrap();
            job();
        })
        .await
    });
    begun.await.unwrap();
    release
}

#[tokio::test]
async fn a_panicking_job_is_an_error_and_the_pool_survives_it() {
    let pool = pool(&Limits::default());
    for _ in 0..3 {
        assert_eq!(pool.run(|| panic!("on purpose")).await.map(|c| c.value), Err::<(), _>(ComputeError::Panicked));
        assert_eq!(pool.run(|| 7).await.unwrap().value, 7);
    }
}

#[tokio::test]
async fn a_full_queue_refuses_at_once() {
    let pool = pool(&Limits { queue_per_worker: 2, ..Limits::default() });
    let release = occupy(&pool).await;
    let waiting: Vec<_> = (0..2)
        .map(|i| {
            tokio::spawn({
                let pool = pool.clone();
                async move { pool.run(move || i).await }
            })
        })
        .collect();
    tokio::task::yield_now().await;
    let asked = Instant::now();
    assert_eq!(pool.run(|| ()).await.unwrap_err(), ComputeError::QueueFull);
    assert!(asked.elapsed() < Duration::from_millis(200));
    drop(release);
    for (i, job) in waiting.into_iter().enumerate() {
        assert_eq!(job.await.unwrap().unwrap().value, i);
    }
}

#[tokio::test]
async fn a_job_that_waited_too_long_is_never_begun() {
    let pool = pool(&Limits { queue_ms_max: 20, ..Limits::default() });
    let release = occupy(&pool).await;
    let ran = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&ran);
    let job = move || count.fetch_add(1, Ordering::Relaxed);
    assert_eq!(pool.run(job).await.unwrap_err(), ComputeError::QueueTimeout);
    drop(release);
    pool.run(|| ()).await.unwrap();
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn an_abandoned_job_is_skipped() {
    let pool = pool(&Limits::default());
    let release = occupy(&pool).await;
    let ran = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&ran);
    let abandoned =
        tokio::time::timeout(Duration::from_millis(10), pool.run(move || count.fetch_add(1, Ordering::Relaxed))).await;
    assert!(abandoned.is_err());
    drop(release);
    pool.run(|| ()).await.unwrap();
    assert_eq!(ran.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_job_that_runs_beyond_the_deadline_is_given_up() {
    let pool = pool(&Limits { deadline_ms_max: 50, ..Limits::default() });
    let (release, job) = block();
    assert_eq!(pool.run(job).await.unwrap_err(), ComputeError::Deadline);
    drop(release);
    assert_eq!(pool.run(|| 7).await.unwrap().value, 7);
}
