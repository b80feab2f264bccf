//! No word of an article in logs, problems, metrics, or images of the memory.

use std::{
    env, fs,
    process::{Command, Stdio},
    time::Duration,
};

use axum::{body::Body, http::Request};
use dateline::{
    config::{Limits, LogFormat},
    observe::log,
};
use dateline_wire::Problem;
use serde_json::json;

use crate::support::{Process, Service, post, post_to, wire};

/// A word that no message of ours has.
const CANARY: &str = "Xyloquatz";

/// Requests with the word in every place that a caller can fill with text.
fn requests() -> Vec<Vec<u8>> {
    let with = |mut body: serde_json::Value, field: &str| {
        body[field] = json!(CANARY);
        wire("application/json", &body.to_string())
    };
    let body = json!({"body": "Rain fell."});
    let mut requests: Vec<Vec<u8>> =
        ["id", "title", "abstract", "body", "body_type", "byline", "dateline", "published_at", "language", "options"]
            .into_iter()
            .map(|field| with(body.clone(), field))
            .collect();
    for option in ["include", "offset_unit", "attributions", "min_confidence", "evidence"] {
        requests.push(wire("application/json", &json!({"body": CANARY, "options": {option: CANARY}}).to_string()));
        requests.push(wire("application/json", &json!({"body": CANARY, "options": {option: [CANARY]}}).to_string()));
    }
    for text in [
        CANARY.to_owned(),
        format!("“{CANARY} said {CANARY}"),
        format!("{CANARY}\0\u{1b}[31m"),
        format!("{CANARY} ").repeat(30_000),
    ] {
        requests.push(wire("text/plain", &text));
        requests.push(wire("application/json", &text));
        requests.push(wire("application/json", &format!("{{\"body\":\"{text}\"")));
        requests.push(wire(&format!("text/{CANARY}"), &text));
        requests.push(wire(&format!("text/plain; charset={CANARY}"), &text));
    }
    let html = format!(
        "<p title='{CANARY}'>“{CANARY} &{CANARY};,” said <a href='/{CANARY}'>{CANARY}</a>.<!-- {CANARY} --><{CANARY}>[{CANARY} a='b']"
    );
    requests.push(wire("text/html", &html));
    requests.push(wire("text/html", &format!("<script>{CANARY}</script>")));
    requests.push(wire(&format!("text/html; charset={CANARY}"), &html));
    requests.push(wire("text/plain", &html));
    requests.push(wire("application/json", &json!({"body_type": "html", "title": html, "body": html}).to_string()));
    requests.push(wire("text/plain", &format!("Der Außenminister {CANARY} sagte am Montag, es sei gescheitert.")));
    for path in [
        format!("/{CANARY}"),
        format!("/docs/{CANARY}"),
        format!("/v1/info?{CANARY}={CANARY}"),
        format!("/v1/extract?{CANARY}"),
    ] {
        requests.push(format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").into_bytes());
        requests.push(format!("{CANARY} {path} HTTP/1.1\r\nhost: {CANARY}\r\nconnection: close\r\n\r\n").into_bytes());
    }
    for header in ["x-request-id", "traceparent", "accept", "content-encoding", "user-agent", "origin"] {
        let head =
            format!("GET /v1/info HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{header}: {CANARY} {CANARY}\r\n\r\n");
        requests.push(head.into_bytes());
    }
    requests
}

#[test]
fn a_word_of_the_article_stays_with_the_caller() {
    let process = Process::start(&["--log", "trace"]);
    for request in requests() {
        let answer = process.exchange(&request);
        let is_answer = answer.starts_with("HTTP/1.1 200 ");
        assert!(is_answer || !answer.contains(CANARY), "{} got {answer}", String::from_utf8_lossy(&request));
        assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
    }
    let lines = format!("{{\"body\":\"{CANARY} said: {CANARY}\"}}\n{{\"{CANARY}\":1,\"body\":\"\"}}\n{CANARY}\n");
    for body in [lines.clone(), format!("{{\"documents\":[{{\"body\":\"{CANARY}\"}}]}}")] {
        let kind = if body.contains("documents") { "application/json" } else { "application/x-ndjson" };
        let request = String::from_utf8(wire(kind, &body)).unwrap().replace("/v1/extract", "/v1/batch");
        let answer = process.exchange(request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
    let metrics = process.get("/metrics");
    assert!(metrics.contains("dateline_http_requests_total") && !metrics.contains(CANARY));
    process.terminate();
    let (log, stdout, _) = process.finish();
    assert!(log.iter().filter(|line| line.contains("\"message\":\"answered\"")).count() >= requests().len());
    assert!(log.iter().all(|line| !line.contains(CANARY)), "{log:?}");
    assert_eq!(stdout, "");
}

/// Set for a copy of this test that runs as a process of its own, whose log the other can read.
const ALONE: &str = "DATELINE_TEST_ALONE";

/// Answers that are no success, metrics and panics, by a service that logs everything.
async fn misfortunes() -> String {
    let service = Service::with(Limits { deadline_ms_max: 20, queue_ms_max: 10_000, ..Limits::default() });
    let mut said = String::new();
    let text = format!("{CANARY} said on Tuesday: “{CANARY}!” ").repeat(4_000);
    for _ in 0..50 {
        let reply = service.send(post("text/plain", text.clone())).await;
        // It is rare, and another try, that a worker does not even begin in time.
        if reply.status == 504 {
            said += &reply.text();
            break;
        }
    }
    // What is sent in place of an article that makes the pipeline panic.
    let panicked = service.app.pool.run(move || assert!(text.is_empty(), "{text}")).await;
    let problem = Problem::from(panicked.unwrap_err());
    said += &serde_json::to_string(&problem.details("1")).unwrap();
    let batch = format!("{{\"body\":\"{CANARY}\",\"published_at\":\"{CANARY}\"}}\n");
    said += &service.send(post_to("/v1/batch", "application/x-ndjson", batch)).await.text();
    let gone = Request::post("/v1/extract").header("content-type", "text/plain");
    let never = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
    let gone = service.send(gone.body(Body::from_stream(never)).unwrap());
    assert!(tokio::time::timeout(Duration::from_millis(50), gone).await.is_err());
    // As libraries write what they were sent.
    tracing::warn!(target: "h2::server", "malformed path: {CANARY}");
    said += &service.get("/metrics").await.text();
    said
}

#[test]
fn a_word_of_the_article_stays_with_the_caller_when_things_go_wrong() {
    if env::var_os(ALONE).is_some() {
        let log = log::init(LogFormat::Json, "trace", 10_000).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        println!("{}", runtime.block_on(misfortunes()));
        drop(log);
        return;
    }
    let output = Command::new(env::current_exe().unwrap())
        .args(["privacy::a_word_of_the_article_stays_with_the_caller_when_things_go_wrong", "--exact", "--nocapture"])
        .env(ALONE, "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (said, log) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}\n{log}");
    for mark in ["\"deadline_exceeded\"", "\"internal\"", "\"date_invalid\"", "dateline_stage_duration_seconds"] {
        assert!(said.contains(mark), "{mark} is not in {said}");
    }
    assert!(log.contains("\"panicked\"") && log.contains("\"answered\""), "{log}");
    assert!(!said.contains(CANARY), "{said}");
    assert!(!log.contains(CANARY), "{log}");
}

#[test]
#[cfg(target_os = "linux")]
fn no_image_of_the_memory_can_be_written() {
    let process = Process::start(&[]);
    let limits = fs::read_to_string(format!("/proc/{}/limits", process.id())).unwrap();
    let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(cores.split_whitespace().collect::<Vec<_>>()[4..6], ["0", "0"], "{cores}");
}
