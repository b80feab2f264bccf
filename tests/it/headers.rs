//! The headers of requests and answers.

use axum::{
    Router,
    body::Body,
    http::{HeaderValue, Request, Version, header},
};
use dateline::{App, config::Limits, http::router, model::Model};
use serde_json::json;

use crate::support::{Reply, Service, post, post_to, send};

const TRACEPARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

async fn with_header(service: &Service, name: &'static str, value: &str) -> Reply {
    let mut request = post("application/json", json!({"body": "Rain fell."}).to_string());
    request.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
    service.send(request).await
}

#[tokio::test]
async fn a_request_id_comes_back_if_it_is_a_short_word_and_is_replaced_otherwise() {
    let service = Service::new();
    let longest = "x".repeat(128);
    for id in ["a", "4711", "urn:x~1.2_3-4", &longest] {
        assert_eq!(with_header(&service, "x-request-id", id).await.header("x-request-id"), Some(id));
    }
    let too_long = "x".repeat(129);
    for id in ["", " ", "a b", "a\tb", "<script>", "a/b", "a\"b", &too_long] {
        let reply = with_header(&service, "x-request-id", id).await;
        let new = reply.header("x-request-id").unwrap();
        assert!(new != id && new.len() == 36, "{id:?} became {new:?}");
    }
}

#[tokio::test]
async fn every_answer_has_the_headers_that_all_have() {
    let service = Service::new();
    for reply in [
        service.extract(&json!({"body": "Rain fell."})).await,
        service.extract(&json!({})).await,
        service.get("/v1/info").await,
        service.get("/none").await,
        service.get("/livez").await,
    ] {
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert!(reply.header("x-request-id").is_some());
        assert!(reply.header("server-timing").unwrap().contains("total;dur="));
        assert_eq!(reply.header("traceparent"), None);
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
}

#[tokio::test]
async fn an_extraction_tells_its_timings_and_the_tag_of_its_bytes() {
    let service = Service::new();
    let (one, same) = (json!({"body": "Rain fell."}), json!({"options": {}, "body": "Rain fell."}));
    let reply = service.extract(&one).await;
    let parts: Vec<&str> = reply.header("server-timing").unwrap().split(", ").collect();
    let names: Vec<&str> = parts.iter().map(|part| part.split_once(";dur=").unwrap().0).collect();
    assert_eq!(names, ["queue", "extract", "total"]);
    assert!(parts.iter().all(|part| part.split_once(";dur=").unwrap().1.parse::<f64>().unwrap() >= 0.0));
    let tag = reply.header("etag").unwrap();
    assert_eq!(tag, format!("\"{}\"", &dateline_wire::hash::sha256_hex(&reply.bytes)[..32]));
    assert_eq!(service.extract(&same).await.header("etag"), Some(tag));
    assert_ne!(service.extract(&json!({"body": "Snow fell."})).await.header("etag"), Some(tag));
}

#[tokio::test]
async fn what_is_harmless_is_read() {
    let service = Service::new();
    for (name, value) in [("accept", ""), ("accept", "*/*"), ("content-encoding", "identity")] {
        assert_eq!(with_header(&service, name, value).await.status, 200, "{name}: {value}");
    }
    let body = json!({"body": "Rain fell."}).to_string();
    let slash = post_to("/v1/extract/", "Application/JSON; Charset=UTF-8", body.clone());
    assert_eq!(service.send(slash).await.text(), with_header(&service, "accept", "*/*").await.text());
    assert_eq!(service.get("/v1/info/").await.status, 200);
    for coding in ["GZIP", "x-gzip", "X-GZIP"] {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, body.as_bytes()).unwrap();
        let mut request = post("application/json", encoder.finish().unwrap());
        request.headers_mut().insert("content-encoding", HeaderValue::from_static(coding));
        assert_eq!(service.send(request).await.status, 200, "{coding}");
    }
}

#[tokio::test]
async fn answers_say_that_they_depend_on_accept() {
    let service = Service::new();
    for reply in [
        service.extract(&json!({"body": "Rain fell."})).await,
        service.extract(&json!({})).await,
        service.get("/v1/info").await,
    ] {
        let varies: Vec<_> = reply.headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect();
        assert!(varies.contains(&"accept"), "{varies:?}");
        assert!(reply.header("deprecation").is_none());
    }
}

#[tokio::test]
async fn a_request_names_its_host_once() {
    let service = Service::new();
    for (version, hosts, status) in [
        (Version::HTTP_11, 0, 400),
        (Version::HTTP_11, 1, 204),
        (Version::HTTP_11, 2, 400),
        (Version::HTTP_10, 0, 204),
        (Version::HTTP_10, 2, 400),
        (Version::HTTP_2, 0, 204),
    ] {
        let mut request = Request::get("/livez").version(version).body(Body::empty()).unwrap();
        for host in ["a.example", "b.example"].iter().take(hosts) {
            request.headers_mut().append("host", HeaderValue::from_static(host));
        }
        let response = tower::ServiceExt::oneshot(service.router.clone(), request).await.unwrap();
        assert_eq!(response.status(), status, "{version:?} with {hosts} hosts");
    }
}

#[tokio::test]
async fn a_trace_context_is_kept_if_it_is_valid() {
    let service = Service::new();
    assert_eq!(with_header(&service, "traceparent", TRACEPARENT).await.header("traceparent"), Some(TRACEPARENT));
    for invalid in [
        "",
        "00",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
    ] {
        assert_eq!(with_header(&service, "traceparent", invalid).await.header("traceparent"), None, "{invalid}");
    }
}

#[tokio::test]
async fn pages_of_configured_origins_and_no_others_may_call() {
    let app = App::new(Limits::default(), Model::embedded());
    let router: Router = router::router(&app, &[HeaderValue::from_static("https://news.example")]);
    for (origin, allowed) in [("https://news.example", Some("https://news.example")), ("https://evil.example", None)] {
        let preflight = Request::options("/v1/extract")
            .header(header::ORIGIN, origin)
            .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
            .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type")
            .body(Body::empty())
            .unwrap();
        let reply = send(router.clone(), preflight).await;
        assert_eq!(reply.header("access-control-allow-origin"), allowed);
    }
}
