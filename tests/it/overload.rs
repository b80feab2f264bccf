//! More articles than can be read.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use dateline::config::Limits;
use serde_json::json;

use crate::support::{Service, occupy};

#[tokio::test]
async fn a_full_queue_sheds_at_once_and_serves_again_when_it_empties() {
    let service = Service::with(Limits { workers: 1, queue_per_worker: 1, queue_ms_max: 9_000, ..Limits::default() });
    let release = occupy(&service).await;
    let pool = service.app.pool.clone();
    let waiting = tokio::spawn(async move { pool.run(|| ()).await.is_ok() });
    tokio::task::yield_now().await;
    let body = json!({"body": "Rain fell."});
    let asked = Instant::now();
    let reply = service.extract(&body).await;
    assert!(asked.elapsed() < Duration::from_millis(500), "a refusal took {:?}", asked.elapsed());
    assert_eq!(reply.code(), "overloaded");
    assert_eq!(reply.header("retry-after"), Some("1"));
    drop(release);
    assert!(waiting.await.unwrap());
    assert_eq!(service.extract(&body).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_article_that_waits_too_long_is_shed() {
    let service = Service::with(Limits { workers: 1, queue_ms_max: 30, ..Limits::default() });
    let release = occupy(&service).await;
    let reply = service.extract(&json!({"body": "Rain fell."})).await;
    assert_eq!(reply.code(), "overloaded");
    drop(release);
}

#[tokio::test]
async fn the_gauges_show_what_waits_and_runs() {
    let service = Service::with(Limits { workers: 1, ..Limits::default() });
    let release = occupy(&service).await;
    let busy = service.get("/metrics").await.text();
    assert!(busy.contains("dateline_jobs_running 1\n"), "{busy}");
    drop(release);
    service.app.pool.run(|| ()).await.unwrap();
    let idle = service.get("/metrics").await.text();
    assert!(idle.contains("dateline_jobs_waiting 0\n"), "{idle}");
}
