//! How much of bodies and answers is in memory, and that it is given back.

use std::{convert::Infallible, time::Duration};

use axum::{body::Body, http::StatusCode};
use dateline::config::Limits;
use futures_util::{StreamExt, stream};
use http_body_util::BodyExt;
use serde_json::json;
use tower::ServiceExt;

use crate::support::{ARTICLE, Service, post, post_to};

fn everything(body: &str) -> String {
    json!({"body": body, "options": {"offset_unit": "all", "evidence": true}}).to_string()
}

#[tokio::test]
async fn an_answer_beyond_the_limit_is_a_problem_that_says_how_to_get_less() {
    let service = Service::with(Limits { answer_bytes_max: 4_000, ..Limits::default() });
    let reply = service.extract_bytes(everything(ARTICLE)).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "answer_too_large"));
    assert_eq!(reply.json()["limit"], 4_000);
    assert!(reply.json()["detail"].as_str().unwrap().contains("options.include"));
    assert_eq!(service.extract(&json!({"body": "Rain fell."})).await.status, StatusCode::OK);
    let lines = format!("{}\n{{\"body\":\"Rain fell.\"}}\n", everything(ARTICLE));
    let text = service.send(post_to("/v1/batch", "application/x-ndjson", lines)).await.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("answer_too_large") && lines[1].contains("\"meta\""), "{text}");
}

#[tokio::test]
async fn answers_that_are_not_taken_have_a_bound_in_bytes() {
    let service = Service::new();
    let length = service.extract_bytes(everything(ARTICLE)).await.bytes.len();
    let limits = Limits { held_answer_bytes_max: length * 5 / 2, batch_queue_ms_max: 300, ..Limits::default() };
    let service = Service::with(limits);
    let mut held = Vec::new();
    for _ in 0..2 {
        let response = service.router.clone().oneshot(post("application/json", everything(ARTICLE))).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        held.push(response.into_body());
    }
    let refused = service.extract_bytes(everything(ARTICLE)).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "overloaded"));
    let batch = service.send(post_to("/v1/batch", "application/x-ndjson", everything(ARTICLE))).await.text();
    assert!(batch.contains("\"overloaded\""), "{batch}");
    let mut body = held.pop().unwrap();
    let bytes = body.frame().await.unwrap().unwrap().into_data().unwrap();
    drop(body);
    assert_eq!(service.extract_bytes(everything(ARTICLE)).await.status, StatusCode::SERVICE_UNAVAILABLE);
    drop(bytes);
    assert_eq!(service.extract_bytes(everything(ARTICLE)).await.status, StatusCode::OK);
    drop(held);
    assert_eq!(service.app.answer_bytes.available_permits(), service.app.limits.held_answer_bytes_max);
}

#[tokio::test]
async fn bodies_that_are_held_have_a_bound_in_bytes() {
    let service = Service::with(Limits { held_body_bytes_max: 10_000, ..Limits::default() });
    let free = || service.app.body_bytes.available_permits();
    let begun = stream::iter([Ok::<_, Infallible>(vec![b'a'; 9_000])]).chain(stream::pending());
    let slow = tokio::spawn(service.router.clone().oneshot(post("text/plain", Body::from_stream(begun))));
    for _ in 0..500 {
        if free() == 1_000 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(free(), 1_000);
    let long = "Ann Roe left Ayr on Monday. ".repeat(50);
    let refused = service.send(post("text/plain", long.clone())).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "overloaded"));
    assert!(refused.header("retry-after").is_some());
    assert_eq!(service.send(post("text/plain", "Rain fell.")).await.status, StatusCode::OK);
    assert_eq!(free(), 1_000);
    slow.abort();
    assert!(slow.await.unwrap_err().is_cancelled());
    assert_eq!(service.send(post("text/plain", long)).await.status, StatusCode::OK);
    assert_eq!(free(), 10_000);
}

#[test]
fn the_default_limits_fit_into_the_memory_that_the_manifests_allow() {
    let limits = Limits::default();
    let heads = limits.connections_max * limits.head_bytes_max;
    assert!(limits.answer_bytes_max * 4 <= limits.held_answer_bytes_max);
    assert!(limits.held_answer_bytes_max <= 128 << 20, "see deploy/ and docs/operations.md");
    assert!(limits.held_body_bytes_max <= 128 << 20 && limits.held_body_bytes_max >= 32 * limits.body_bytes_max);
    assert!(limits.batches_max * limits.batch_bytes_max <= 64 << 20);
    assert!(heads <= 160 << 20);
}
