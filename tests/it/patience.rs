//! Callers who are slow, who stand still, and who go away.

use std::{
    convert::Infallible,
    future::{Future, pending},
    io::Write,
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode},
};
use dateline::{config::Limits, runtime::server};
use futures_util::stream;
use http_body_util::BodyExt;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde_json::json;
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::support::{Process, Service, occupy, post, wire};

/// Lines whose answers are far more than the buffers on their way hold.
const BAD_LINES: usize = 200_000;

/// The service on a port of its own, for as long as the runtime lives.
async fn listen(service: &Service) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (app, router) = (service.app.clone(), service.router.clone());
    tokio::spawn(async move { server::serve(&app, listener, router, pending()).await });
    address
}

/// Waits until `done`.
async fn until<F: Future<Output = bool>>(what: &str, done: impl Fn() -> F) {
    let begun = Instant::now();
    while !done().await {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what} never came");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn metrics_have(service: &Service, line: &str) -> bool {
    service.get("/metrics").await.text().lines().any(|found| found == line)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_takes_nothing_of_the_answer_is_cut_off() {
    let service = Service::with(Limits { stall_ms_max: 300, batches_max: 1, ..Limits::default() });
    let address = listen(&service).await;
    let sender = thread::spawn(move || {
        let mut stalled = TcpStream::connect(address).unwrap();
        let length = 2 * BAD_LINES;
        let head = format!(
            "POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ncontent-length: {length}\r\n\r\n"
        );
        stalled.write_all(head.as_bytes()).unwrap();
        // It fails when the service has had enough.
        let _ = stalled.write_all("7\n".repeat(BAD_LINES).as_bytes());
        stalled
    });
    until("the batch", || async { service.app.batches.available_permits() == 0 }).await;
    until("its end", || async { service.app.batches.available_permits() == 1 }).await;
    until("room", || metrics_have(&service, "dateline_requests_held 0")).await;
    until("the connection's end", || metrics_have(&service, "dateline_connections_open 0")).await;
    drop(sender.join().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_stops_an_answer_by_the_flow_control_of_http_2_is_cut_off() {
    let service = Service::with(Limits { stall_ms_max: 300, batches_max: 1, ..Limits::default() });
    let stream = tokio::net::TcpStream::connect(listen(&service).await).await.unwrap();
    let (mut sender, connection) = http2::Builder::new(TokioExecutor::new())
        .initial_stream_window_size(100_000)
        .handshake(TokioIo::new(stream))
        .await
        .unwrap();
    let connection = tokio::spawn(connection);
    let request = Request::post("http://x/v1/batch").header("content-type", "application/x-ndjson");
    let reply = sender.send_request(request.body(Body::from("7\n".repeat(5_000))).unwrap()).await.unwrap();
    assert_eq!(reply.status(), StatusCode::OK);
    until("the batch's end", || async { service.app.batches.available_permits() == 1 }).await;
    until("the connection's end", || metrics_have(&service, "dateline_connections_open 0")).await;
    assert!(reply.into_body().collect().await.is_err());
    let _ = connection.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_caller_who_goes_on_reading_gets_everything() {
    let service = Service::with(Limits { stall_ms_max: 400, ..Limits::default() });
    let stream = tokio::net::TcpStream::connect(listen(&service).await).await.unwrap();
    let (mut sender, connection) = http2::Builder::new(TokioExecutor::new())
        .initial_stream_window_size(65_535)
        .handshake(TokioIo::new(stream))
        .await
        .unwrap();
    tokio::spawn(connection);
    let request = Request::post("http://x/v1/batch").header("content-type", "application/x-ndjson");
    let reply = sender.send_request(request.body(Body::from("7\n".repeat(2_000))).unwrap()).await.unwrap();
    let (mut body, mut lines, begun) = (reply.into_body(), 0, Instant::now());
    while let Some(frame) = body.frame().await {
        let data = frame.unwrap().into_data().unwrap();
        if lines / 200 != (lines + 1) / 200 {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        lines += data.iter().filter(|&&byte| byte == b'\n').count();
    }
    assert_eq!(lines, 2_000);
    assert!(begun.elapsed() > Duration::from_millis(500), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_whose_caller_has_gone_is_not_read() {
    let service =
        Service::with(Limits { workers: 1, queue_ms_max: 60_000, deadline_ms_max: 60_000, ..Limits::default() });
    let address = listen(&service).await;
    let release = occupy(&service).await;
    let gone = thread::spawn(move || {
        let mut gone = TcpStream::connect(address).unwrap();
        gone.write_all(&wire("text/plain", "Rain fell.")).unwrap();
        gone
    });
    until("the article", || metrics_have(&service, "dateline_jobs_waiting 1")).await;
    drop(gone.join().unwrap());
    until("its end", || metrics_have(&service, "dateline_requests_held 0")).await;
    drop(release);
    until("room", || metrics_have(&service, "dateline_jobs_waiting 0")).await;
    assert!(!service.get("/metrics").await.text().contains("stage=\"extract\""));
}

#[tokio::test]
async fn a_request_beyond_those_that_are_held_is_refused_before_its_body_is_read() {
    let service = Service::with(Limits { requests_max: 1, ..Limits::default() });
    let never = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    let first = tokio::spawn(service.router.clone().oneshot(post("text/plain", never)));
    until("the first request", || async { service.app.requests.available_permits() == 0 }).await;
    let asked = Instant::now();
    let never = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    assert_eq!(service.send(post("text/plain", never)).await.code(), "overloaded");
    assert!(asked.elapsed() < Duration::from_millis(500));
    assert_eq!(service.get("/v1/info").await.status, StatusCode::OK);
    first.abort();
    until("room", || async { service.app.requests.available_permits() == 1 }).await;
    assert_eq!(service.extract(&json!({"body": "Rain fell."})).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_holds_its_place_for_as_long_as_its_bytes_are_in_memory() {
    let service = Service::with(Limits { requests_max: 1, ..Limits::default() });
    for encoding in ["identity", "gzip"] {
        let mut request = post("text/plain", "Rain fell. ".repeat(20));
        request.headers_mut().insert("accept-encoding", encoding.parse().unwrap());
        let mut body = service.router.clone().oneshot(request).await.unwrap().into_body();
        assert_eq!(service.app.requests.available_permits(), 0);
        let bytes = body.frame().await.unwrap().unwrap().into_data().unwrap();
        drop(body);
        assert_eq!(service.app.requests.available_permits(), 0, "{encoding}");
        drop(bytes);
        assert_eq!(service.app.requests.available_permits(), 1, "{encoding}");
    }
}

#[test]
fn a_log_that_nobody_reads_does_not_stop_the_service() {
    let process = Process::start(&["--log-lines-max", "10"]);
    let lines = 1_000;
    for _ in 0..lines {
        assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
    }
    let metrics = process.get("/metrics");
    let dropped = metrics.lines().find_map(|line| line.strip_prefix("dateline_log_lines_dropped_total ")).unwrap();
    assert!(dropped.parse::<u32>().unwrap() > 0, "{dropped}");
}
