//! Many articles in one request.

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    body::{Body, BodyDataStream, Bytes},
    http::{Request, StatusCode, header},
};
use dateline::config::Limits;
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{ARTICLE, Reply, Service, occupy, post_to};

const NDJSON: &str = "application/x-ndjson";

async fn batch(service: &Service, content_type: &str, body: impl Into<Body>) -> Reply {
    service.send(post_to("/v1/batch", content_type, body)).await
}

async fn lines(service: &Service, body: impl Into<Body>) -> Vec<Value> {
    let reply = batch(service, NDJSON, body).await;
    assert_eq!((reply.status, reply.header("content-type")), (StatusCode::OK, Some(NDJSON)), "{}", reply.text());
    let text = reply.text();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The problem's code, or "found".
fn outcome(result: &Value) -> &str {
    assert_eq!(result.get("status").is_some(), result.get("code").is_some());
    result["code"].as_str().unwrap_or("found")
}

/// A body of `count` lines that counts how many of them were taken.
fn counted(line: &'static str, count: usize) -> (Body, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count_taken = Arc::clone(&taken);
    let lines = stream::iter(0..count).map(move |_| {
        count_taken.fetch_add(1, Ordering::Relaxed);
        Ok::<_, Infallible>(Bytes::from_static(line.as_bytes()))
    });
    (Body::from_stream(lines), taken)
}

async fn start(service: &Service, body: Body) -> BodyDataStream {
    let response = service.router.clone().oneshot(post_to("/v1/batch", NDJSON, body)).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().into_data_stream()
}

#[tokio::test]
async fn a_list_of_documents_gets_a_list_of_what_each_gets_by_itself() {
    let service = Service::new();
    let documents = [
        json!({"id": "a", "body": ARTICLE, "options": {"offset_unit": "all"}}),
        json!({"id": "empty", "body": ""}),
        json!({"id": "b", "body": "Rain fell on Tuesday.", "published_at": "2025-03-05"}),
        json!(7),
    ];
    let reply = batch(&service, "application/json", json!({"documents": documents}).to_string()).await;
    assert_eq!((reply.status, reply.header("content-type")), (StatusCode::OK, Some("application/json")));
    let mut alone = Vec::new();
    for (number, document) in (1..).zip(&documents) {
        let mut result = service.extract(document).await;
        if result.status != StatusCode::OK {
            let mut problem = result.json();
            problem["instance"] =
                json!(format!("urn:dateline:request:{}#{number}", reply.header("x-request-id").unwrap()));
            problem["index"] = json!(number - 1);
            if let Some(id) = document.get("id") {
                problem["id"] = id.clone();
            }
            assert_eq!(reply.json()["results"][number - 1], problem);
            continue;
        }
        alone.append(&mut result.bytes);
        assert!(reply.text().contains(&String::from_utf8(std::mem::take(&mut alone)).unwrap()));
    }
    assert_eq!(
        reply.json()["results"].as_array().unwrap().iter().map(outcome).collect::<Vec<_>>(),
        ["found", "text_empty", "found", "field_invalid"]
    );
}

#[tokio::test]
async fn a_batch_without_documents_has_no_results() {
    let service = Service::new();
    assert_eq!(batch(&service, "application/json", r#"{"documents":[]}"#).await.text(), r#"{"results":[]}"#);
    for body in ["", "\n", "\r\n \n\t\n"] {
        assert_eq!(lines(&service, body).await, [] as [Value; 0], "{body:?}");
    }
}

#[tokio::test]
async fn each_line_gets_a_line_and_a_bad_one_harms_no_other() {
    let service = Service::with(Limits { body_bytes_max: 2_000, ..Limits::default() });
    let (good, long) = (r#"{"id":"x","body":"Rain fell."}"#, format!("{{\"body\":\"{}\"}}", "x".repeat(9_000)));
    let parts: [(&[u8], &str); 12] = [
        (good.as_bytes(), "found"),
        (b"{\"body\":", "json_malformed"),
        (b"   ", ""),
        (b"{\"body\":\"\xff\"}", "charset_invalid"),
        (b"", ""),
        (long.as_bytes(), "body_too_large"),
        (b"[]", "field_invalid"),
        (b"{\"body\":\"x\",\"y\":1}", "field_unknown"),
        (b"{\"body\":\"x\",\"published_at\":\"soon\"}\r", "date_invalid"),
        (b"{\"body\":\"x\"} {\"body\":\"y\"}", "json_malformed"),
        (long.as_bytes(), "body_too_large"),
        (good.as_bytes(), "found"),
    ];
    let body = parts.map(|(line, _)| line).join(&b'\n');
    let expected: Vec<_> = (1..).zip(parts).filter(|(_, (_, outcome))| !outcome.is_empty()).collect();
    for pieces in [1, 7, 4_096, body.len()] {
        let chunks: Vec<_> = body.chunks(pieces).map(|piece| Ok::<_, Infallible>(piece.to_vec())).collect();
        let results = lines(&service, Body::from_stream(stream::iter(chunks))).await;
        assert_eq!(results.len(), expected.len());
        for (result, (number, (_, expected))) in results.iter().zip(&expected) {
            assert_eq!(outcome(result), *expected, "line {number} in pieces of {pieces}");
            let instance = result["instance"].as_str().unwrap_or("#12");
            assert!(*expected == "found" || instance.ends_with(&format!("#{number}")), "{instance}");
            assert!(*expected == "found" || result["line"] == *number, "{result}");
        }
    }
    let metrics = service.get("/metrics").await.text();
    assert!(metrics.contains("dateline_batch_documents_total{code=\"\"} 8\n"), "{metrics}");
    assert!(metrics.contains("dateline_batch_documents_total{code=\"field_unknown\"} 4\n"), "{metrics}");
}

#[tokio::test]
async fn documents_have_the_defaults_of_their_batch() {
    let service = Service::new();
    let defaults = json!({"published_at": "2025-03-05", "language": "en_GB", "options": {"offset_unit": "utf16", "include": ["times"]}});
    let documents = [
        json!({"id": "a", "body": "🚢 Rain fell on Tuesday."}),
        json!({"id": "b", "body": "Rain fell on Tuesday.", "published_at": "2025-04-05", "options": {"offset_unit": "utf8"}}),
        json!({"id": "c", "body": " "}),
    ];
    let mut alone = Vec::new();
    for document in [
        json!({"id": "a", "body": "🚢 Rain fell on Tuesday.", "published_at": "2025-03-05", "options": defaults["options"]}),
        json!({"id": "b", "body": "Rain fell on Tuesday.", "published_at": "2025-04-05", "options": {"offset_unit": "utf8", "include": ["times"]}}),
    ] {
        alone.push(service.extract(&document).await.json());
    }
    let list =
        batch(&service, "application/json", json!({"defaults": defaults, "documents": documents}).to_string()).await;
    let list = list.json()["results"].clone();
    for media_type in [NDJSON, "application/ndjson", "application/jsonl", "application/x-jsonlines"] {
        let body = format!(
            "\u{feff}\n{}\n{}\n\n{}\n{}\n",
            json!({"defaults": defaults}),
            documents[0],
            documents[1],
            documents[2]
        );
        let reply = batch(&service, media_type, body).await;
        assert_eq!(reply.header("content-type"), Some(NDJSON));
        let results: Vec<Value> = reply.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(results[..2], alone, "{media_type}");
        assert_eq!((&results[2]["id"], &results[2]["line"]), (&json!("c"), &json!(6)));
    }
    assert_eq!(list.as_array().unwrap()[..2], alone);
    assert_eq!((&list[2]["id"], &list[2]["index"]), (&json!("c"), &json!(2)));
}

#[tokio::test]
async fn defaults_that_are_not_valid_end_the_batch() {
    let service = Service::new();
    let good = r#"{"body":"Rain fell."}"#;
    let results = lines(&service, format!("{{\"defaults\":{{\"options\":{{\"unit\":1}}}}}}\n{good}\n")).await;
    assert_eq!(results.iter().map(outcome).collect::<Vec<_>>(), ["field_unknown"]);
    assert_eq!(results[0]["errors"][0]["pointer"], "/defaults/options/unit");
    let later = lines(&service, format!("{good}\n{{\"defaults\":{{}}}}\n{good}\n")).await;
    assert_eq!(later.iter().map(outcome).collect::<Vec<_>>(), ["found", "field_unknown", "found"]);
}

#[tokio::test]
async fn a_document_that_was_not_read_in_time_is_named_too() {
    let service = Service::with(Limits { workers: 1, batch_queue_ms_max: 50, ..Limits::default() });
    let release = occupy(&service).await;
    let results = lines(&service, "{\"body\":\"Rain fell.\",\"id\":\"x\"}\n").await;
    assert_eq!((&results[0]["id"], outcome(&results[0])), (&json!("x"), "overloaded"));
    drop(release);
}

#[tokio::test]
async fn a_hundred_thousand_lines_are_never_in_memory_together() {
    let service = Service::new();
    let (body, taken) = counted("{\"body\":7}\n", 100_000);
    let mut answers = start(&service, body).await;
    let (mut read, mut ahead_max) = (0, 0);
    while let Some(answer) = answers.next().await {
        assert!(answer.unwrap().ends_with(b"\n"));
        read += 1;
        ahead_max = ahead_max.max(taken.load(Ordering::Relaxed) - read);
    }
    assert_eq!((read, taken.load(Ordering::Relaxed)), (100_000, 100_000));
    assert!(ahead_max <= 2 * service.app.limits.workers, "{ahead_max} lines were ahead");
}

#[tokio::test]
async fn a_caller_who_stops_reading_stops_the_work_and_holds_up_nobody() {
    let service = Service::with(Limits { batches_max: 2, workers: 2, ..Limits::default() });
    let (body, taken) = counted("{\"body\":\"Rain fell on Tuesday.\"}\n", 100_000);
    let mut stalled = start(&service, body).await;
    stalled.next().await.unwrap().unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let ahead = taken.load(Ordering::Relaxed);
    assert!(ahead <= 1 + 2 * 2, "{ahead} lines were taken for one answer");
    let others = lines(&service, "{\"body\":\"Rain fell.\"}\n".repeat(20)).await;
    assert!(others.iter().all(|result| outcome(result) == "found") && others.len() == 20);
    drop(stalled);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(taken.load(Ordering::Relaxed), ahead);
    assert_eq!(service.app.batches.available_permits(), 2);
    assert!(service.get("/metrics").await.text().contains("dateline_jobs_running 0\n"));
}

#[tokio::test]
async fn a_batch_waits_where_an_article_is_turned_away_and_leaves_room_for_articles() {
    let limits = Limits { workers: 1, queue_per_worker: 2, queue_ms_max: 9_000, ..Limits::default() };
    let service = Service::with(limits);
    let release = occupy(&service).await;
    let router = service.router.clone();
    let body = "{\"body\":\"Rain fell.\"}\n".repeat(10);
    let request = post_to("/v1/batch", NDJSON, body);
    let waiting = tokio::spawn(crate::support::send(router, request));
    tokio::time::sleep(Duration::from_millis(100)).await;
    let pool = service.app.pool.clone();
    let article = tokio::spawn(async move { pool.run(|| ()).await.is_ok() });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(service.extract(&json!({"body": "Rain fell."})).await.code(), "overloaded");
    drop(release);
    assert!(article.await.unwrap());
    let reply = waiting.await.unwrap();
    assert_eq!(reply.text().lines().filter(|line| line.contains("\"meta\"")).count(), 10, "{}", reply.text());
}

#[tokio::test]
async fn a_document_that_waits_too_long_says_so_in_its_place() {
    let service = Service::with(Limits { workers: 1, batch_queue_ms_max: 50, ..Limits::default() });
    let release = occupy(&service).await;
    let results = lines(&service, "{\"body\":\"Rain fell.\"}\n{\"body\":\"Snow fell.\"}\n").await;
    assert_eq!(results.iter().map(outcome).collect::<Vec<_>>(), ["overloaded", "overloaded"]);
    drop(release);
}

#[tokio::test]
async fn what_ends_the_stream_is_its_last_line() {
    let first = || stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"{\"body\":\"Rain fell.\"}\n{\"bo"))]);
    let service = Service::with(Limits { body_ms_max: 100, ..Limits::default() });
    let slow = Body::from_stream(first().chain(stream::pending()));
    let results = lines(&service, slow).await;
    assert_eq!(results.iter().map(outcome).collect::<Vec<_>>(), ["found", "body_timeout"]);
    let broken = first().map(|bytes| bytes.map_err(|error| match error {}));
    let broken = Body::from_stream(broken.chain(stream::iter([Err(std::io::Error::other("gone"))])));
    let results = lines(&service, broken).await;
    assert_eq!(results.iter().map(outcome).collect::<Vec<_>>(), ["found", "body_unreadable"]);
    assert!(results[1]["instance"].as_str().unwrap().ends_with("#2"));
    let (body, _) = counted("{\"body\":7}\n", 100_000);
    let mut answers = start(&service, body).await;
    answers.next().await.unwrap().unwrap();
    service.app.readiness.drain();
    let rest: Vec<Bytes> = answers.map(Result::unwrap).collect().await;
    assert!(rest.len() < 100 && String::from_utf8_lossy(rest.last().unwrap()).contains("\"draining\""));
    assert_eq!(batch(&service, NDJSON, "").await.code(), "draining");
}

#[tokio::test]
async fn what_is_wrong_with_a_batch_as_a_whole_is_a_problem() {
    let service = Service::with(Limits { batch_documents_max: 2, batch_bytes_max: 200, ..Limits::default() });
    let json = "application/json";
    let (padding, three) = (" ".repeat(201), r#"{"documents":[{"body":"a"},{"body":"b"},{"body":"c"}]}"#);
    for (content_type, body, code) in [
        (json, "", "json_malformed"),
        (json, "{\"documents\":[1,1],\"documents\":[]}", "json_malformed"),
        (json, "[]", "field_invalid"),
        (json, "{}", "field_missing"),
        (json, "{\"documents\":{}}", "field_invalid"),
        (json, "{\"documents\":[],\"options\":{}}", "field_unknown"),
        (json, "{\"documents\":[],\"defaults\":7}", "field_invalid"),
        (json, "{\"documents\":[],\"defaults\":{\"body\":\"x\"}}", "field_unknown"),
        (json, three, "batch_too_long"),
        (json, &padding, "body_too_large"),
        ("text/plain", "Rain fell.", "media_type_unsupported"),
        ("application/x-ndjson; charset=latin1", "", "charset_invalid"),
    ] {
        assert_eq!(batch(&service, content_type, body.to_owned()).await.code(), code, "{body}");
    }
    let long = batch(&service, json, three).await.json();
    assert_eq!((&long["limit"], &long["actual"]), (&json!(2), &json!(3)));
    let query = service.send(post_to("/v1/batch?order=none", NDJSON, "")).await;
    assert_eq!(query.code(), "parameter_unknown");
    assert_eq!(service.get("/v1/batch").await.code(), "method_not_allowed");
}

#[tokio::test]
async fn the_answer_has_the_form_of_the_request_which_must_accept_it() {
    let service = Service::new();
    let send = |content_type, accept: &'static str| {
        let body = if content_type == NDJSON { "{\"body\":\"x\"}" } else { "{\"documents\":[]}" };
        let mut request: Request<Body> = post_to("/v1/batch", content_type, body);
        request.headers_mut().insert(header::ACCEPT, accept.parse().unwrap());
        service.send(request)
    };
    for (content_type, accept, status) in [
        (NDJSON, "application/x-ndjson", 200),
        (NDJSON, "application/*", 200),
        (NDJSON, "application/json", 406),
        ("application/json", "application/json", 200),
        ("application/json", "application/x-ndjson", 406),
        ("application/json", "text/html", 406),
    ] {
        assert_eq!(send(content_type, accept).await.status, status, "{content_type} for {accept}");
    }
}

#[tokio::test]
async fn as_many_batches_as_may_are_read_and_the_next_is_turned_away() {
    let service = Service::with(Limits { batches_max: 1, ..Limits::default() });
    let first = start(&service, Body::from_stream(stream::pending::<Result<Bytes, Infallible>>())).await;
    assert_eq!(batch(&service, NDJSON, "").await.code(), "overloaded");
    drop(first);
    assert_eq!(batch(&service, NDJSON, "").await.status, StatusCode::OK);
}
