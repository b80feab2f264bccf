//! No word of an article in logs, problems or metrics.

use serde_json::json;

use crate::support::{Process, wire};

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
    let metrics = process.get("/metrics");
    assert!(metrics.contains("dateline_http_requests_total") && !metrics.contains(CANARY));
    process.terminate();
    let (log, stdout, _) = process.finish();
    assert!(log.iter().filter(|line| line.contains("\"message\":\"answered\"")).count() >= requests().len());
    assert!(log.iter().all(|line| !line.contains(CANARY)), "{log:?}");
    assert_eq!(stdout, "");
}
