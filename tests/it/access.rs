//! Who may call, and how often.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use dateline::{
    App,
    config::{ApiKey, Limits},
    http::router,
    model::Model,
};
use dateline_wire::hash;
use serde_json::{Value, json};

use crate::{
    cli::{dateline, text},
    support::{Process, Reply, Service, post, post_to, wire},
};

fn key(name: &str, key: &str, per_minute: Option<u32>) -> ApiKey {
    let rate = per_minute.map_or_else(String::new, |rate| format!("@{rate}"));
    format!("{name}={}{rate}", hash::sha256_hex(key.as_bytes())).parse().unwrap()
}

fn service(keys: &[ApiKey], limits: Limits) -> Service {
    let app = App::new(limits, Model::embedded()).with_api_keys(keys);
    let router = router::router(&app, &[]);
    Service { app, router }
}

async fn send_with(service: &Service, mut request: Request<Body>, key: &str) -> Reply {
    request.headers_mut().insert(header::AUTHORIZATION, format!("Bearer {key}").parse().unwrap());
    service.send(request).await
}

async fn extract(service: &Service, key: &str) -> Reply {
    send_with(service, post("text/plain", "Rain fell."), key).await
}

#[tokio::test]
async fn who_holds_a_key_may_call_and_nobody_else() {
    let service = service(&[key("desk", "one", None), key("wire", "two", None)], Limits::default());
    for held in ["one", "two"] {
        let reply = extract(&service, held).await;
        assert_eq!((reply.status, reply.header("ratelimit")), (StatusCode::OK, None));
    }
    let mut request = post("text/plain", "Rain fell.");
    request.headers_mut().insert("x-api-key", "two".parse().unwrap());
    assert_eq!(service.send(request).await.status, StatusCode::OK);
    let unknown = extract(&service, "three").await;
    assert_eq!((unknown.code().as_str(), unknown.status), ("key_unknown", StatusCode::UNAUTHORIZED));
    assert!(unknown.header("www-authenticate").unwrap().starts_with("Bearer realm=\"dateline\", error="));
    for path in ["/v1/info", "/v1/none", "/metrics"] {
        let missing = service.get(path).await;
        assert_eq!(
            (missing.code().as_str(), missing.header("www-authenticate")),
            ("key_missing", Some("Bearer realm=\"dateline\""))
        );
    }
    assert_eq!(service.send(post_to("/v1/batch", "application/x-ndjson", "")).await.code(), "key_missing");
}

#[tokio::test]
async fn health_and_the_description_need_no_key() {
    let service = service(&[key("desk", "one", None)], Limits::default());
    dateline::runtime::server::warm_up(&service.app).await.unwrap();
    for (path, status) in [("/livez", 204), ("/readyz", 204), ("/openapi.json", 200), ("/docs/", 200), ("/none", 404)] {
        assert_eq!(service.get(path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_key_has_a_rate_and_is_told_of_it() {
    let limits = Limits { rate_per_minute: Some(2), ..Limits::default() };
    let service = service(&[key("desk", "one", None), key("wire", "two", Some(3))], limits);
    let first = extract(&service, "one").await;
    assert_eq!(first.header("ratelimit"), Some("\"key\";r=1;t=30"));
    assert_eq!(first.header("ratelimit-policy"), Some("\"key\";q=2;w=60"));
    assert_eq!(extract(&service, "one").await.header("ratelimit"), Some("\"key\";r=0;t=60"));
    let refused = extract(&service, "one").await;
    assert_eq!((refused.code().as_str(), refused.status), ("rate_exceeded", StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(refused.json()["limit"], 2);
    let seconds: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=30).contains(&seconds), "{seconds}");
    assert_eq!(refused.header("ratelimit"), Some("\"key\";r=0;t=60"));
    assert_eq!(extract(&service, "two").await.header("ratelimit-policy"), Some("\"key\";q=3;w=60"));
    assert_eq!(send_with(&service, Request::get("/metrics").body(Body::empty()).unwrap(), "one").await.status, 200);
}

#[tokio::test]
async fn a_batch_keeps_to_the_rate_by_going_slower() {
    let service = service(&[key("desk", "one", Some(1_200))], Limits::default());
    let begun = std::time::Instant::now();
    let body = "{\"body\":7}\n".repeat(1_210);
    let reply = send_with(&service, post_to("/v1/batch", "application/x-ndjson", body), "one").await;
    assert_eq!(reply.text().lines().count(), 1_210);
    // Ten documents beyond the minute's worth come back at twenty a second.
    assert!(begun.elapsed().as_millis() >= 450, "{:?}", begun.elapsed());
    let left = extract(&service, "one").await.header("ratelimit").unwrap_or_default().to_owned();
    // None but those that came back while the last answers were taken.
    let left: u64 = left.strip_prefix("\"key\";r=").and_then(|rest| rest.split(';').next()?.parse().ok()).unwrap();
    assert!(left <= 20 * (begun.elapsed().as_secs() + 1), "{left}");
}

#[test]
fn a_key_that_is_made_opens_the_service_and_its_name_is_in_the_log() {
    let made = text(&dateline(&["key", "desk"], b"").stdout);
    let after = |label: &str| made.lines().find_map(|line| line.strip_prefix(label)).unwrap().trim().to_owned();
    let (key, configured) = (after("secret, for the client only:"), after("for the service:"));
    assert!(!configured.contains(&key));
    let process = Process::start(&["--api-keys", &configured]);
    let request = String::from_utf8(wire("text/plain", "Rain fell.")).unwrap();
    assert!(process.exchange(request.as_bytes()).starts_with("HTTP/1.1 401 "));
    let request = request.replace("host: x\r\n", &format!("host: x\r\nx-api-key: {key}\r\n"));
    assert!(process.exchange(request.as_bytes()).starts_with("HTTP/1.1 200 "));
    process.terminate();
    let (log, ..) = process.finish();
    assert!(log.iter().any(|line| line.contains("\"key\":\"desk\"") && line.contains("\"status\":200")), "{log:?}");
    assert!(log.iter().all(|line| !line.contains(&key)));
}

#[test]
fn operators_have_an_address_of_their_own() {
    let hash = hash::sha256_hex(b"one");
    let mut process = Process::start(&[
        "--operators-bind",
        "127.0.0.1:0",
        "--api-keys",
        &format!("desk={hash}"),
        "--linger-ms",
        "700",
    ]);
    let line = process.log.iter().find(|line| line.contains("\"operators\"")).unwrap();
    let operators = serde_json::from_str::<Value>(line).unwrap()["address"].as_str().unwrap().to_owned();
    let callers = std::mem::replace(&mut process.address, operators);
    assert!(process.get("/metrics").contains("dateline_build_info"));
    assert!(process.get("/readyz").starts_with("HTTP/1.1 204 "));
    assert!(process.get("/v1/info").starts_with("HTTP/1.1 404 "));
    let operators = std::mem::replace(&mut process.address, callers);
    assert!(process.get("/metrics").starts_with("HTTP/1.1 401 "));
    assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
    process.terminate();
    process.wait_for("\"message\":\"draining\"");
    process.address = operators;
    assert!(process.get("/readyz").starts_with("HTTP/1.1 503 "));
    let (_, _, ended_well) = process.finish();
    assert!(ended_well);
}

#[test]
fn keys_that_cannot_be_read_are_said_to_be_none() {
    for keys in ["desk", "desk=abc", &format!("desk={}@0", json!("x"))] {
        let output = dateline(&["serve", "--api-keys", keys], b"");
        assert_eq!(output.status.code(), Some(2), "{keys}");
    }
}
