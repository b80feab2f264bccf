//! Every problem that the service can answer with.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{Method, Request, header},
};
use dateline::config::Limits;
use dateline_wire::Code;
use futures_util::stream;
use http_body_util::StreamBody;
use hyper::body::Frame;
use serde_json::{Value, json};

use crate::support::{Reply, Service, post};

async fn expect(service: &Service, request: Request<Body>, code: Code) -> Reply {
    let reply = service.send(request).await;
    assert_eq!(reply.code(), code.as_str(), "{}", reply.text());
    assert_eq!(reply.status, code.status());
    reply
}

fn json_request(body: &Value) -> Request<Body> {
    post("application/json", body.to_string())
}

/// Requests without a body of their own or with a fault before it is read.
fn requests_with_a_fault_in_the_head() -> Vec<(Code, Request<Body>)> {
    let with = |name, value: &str| {
        let mut request = json_request(&json!({"body": "Rain fell."}));
        request.headers_mut().insert(name, value.parse().unwrap());
        request
    };
    let method = |method, path| Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    vec![
        (Code::NotFound, method(Method::GET, "/none")),
        (Code::NotFound, method(Method::GET, "/v1/extracts")),
        (Code::NotFound, method(Method::POST, "/v2/extract")),
        (Code::MethodNotAllowed, method(Method::GET, "/v1/extract")),
        (Code::MethodNotAllowed, method(Method::PUT, "/v1/extract")),
        (Code::MethodNotAllowed, method(Method::DELETE, "/v1/info")),
        (Code::MethodNotAllowed, method(Method::POST, "/metrics")),
        (Code::NotAcceptable, with(header::ACCEPT, "text/html")),
        (Code::NotAcceptable, Request::get("/v1/info").header(header::ACCEPT, "text/*").body(Body::empty()).unwrap()),
        (Code::BodyTooLarge, with(header::CONTENT_LENGTH, "4194305")),
        (Code::MediaTypeUnsupported, with(header::CONTENT_TYPE, "application/json5")),
        (Code::MediaTypeUnsupported, with(header::CONTENT_TYPE, "application/xml")),
        (Code::MediaTypeUnsupported, with(header::CONTENT_TYPE, "")),
        (Code::MediaTypeUnsupported, Request::post("/v1/extract").body("Rain fell.".into()).unwrap()),
        (Code::EncodingUnsupported, with(header::CONTENT_ENCODING, "br")),
        (Code::EncodingUnsupported, with(header::CONTENT_ENCODING, "rot13")),
        (Code::CharsetInvalid, with(header::CONTENT_TYPE, "application/json; charset=latin1")),
        (Code::CharsetInvalid, with(header::CONTENT_TYPE, "text/plain; charset=utf-16")),
        (Code::BodyUnreadable, with(header::CONTENT_ENCODING, "gzip")),
        (Code::ParameterUnknown, crate::support::post_to("/v1/extract?offset_unit=utf16", "application/json", "{}")),
        (Code::ParameterUnknown, crate::support::post_to("/v1/extract?title=Rain", "text/plain", "Rain fell.")),
        (Code::RequestMalformed, {
            let mut request = with(header::HOST, "a");
            request.headers_mut().append(header::HOST, "b".parse().unwrap());
            request
        }),
    ]
}

#[tokio::test]
async fn a_fault_in_the_head_is_a_problem() {
    let service = Service::new();
    for (code, request) in requests_with_a_fault_in_the_head() {
        let what = format!("{request:?}");
        let reply = service.send(request).await;
        assert_eq!(reply.code(), code.as_str(), "{what}");
        assert_eq!(reply.status, code.status(), "{what}");
    }
}

#[tokio::test]
async fn json_that_is_malformed_says_where() {
    let service = Service::new();
    let deep = format!("{{\"body\":{}1{}}}", "[".repeat(5_000), "]".repeat(5_000));
    for body in [
        "",
        " ",
        "{",
        "{\"body\":",
        "{\"body\":\"x\"",
        "{\"body\":\"x\"}}",
        "{\"body\":\"x\"} x",
        "{'body':'x'}",
        "nul",
        "{\"body\":\"x\",}",
        "[1,]",
        r#"{"body":"\ud800"}"#,
        r#"{"body":"\udc00 x"}"#,
        r#"{"body":"\ud800A"}"#,
        r#"{"body":"\x"}"#,
        "{\"body\":\"a\nb\"}",
        "{\"body\":\"a\0b\"}",
        "{\"body\":1e999}",
        "{\"body\":01}",
        "NaN",
        r#"{"body":"x","body":"y"}"#,
        r#"{"body":"x","options":{"evidence":true,"evidence":false}}"#,
        &deep,
    ] {
        let reply = expect(&service, post("application/json", body.to_owned()), Code::JsonMalformed).await;
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.starts_with("invalid JSON: ") && detail.contains(" at line "), "{detail}");
    }
    for body in [&b"{\"body\":\"\xff\"}"[..], b"\xfe\xff\0{", b"{\"body\":\"\xed\xa0\x80\"}"] {
        expect(&service, post("application/json", body), Code::CharsetInvalid).await;
        expect(&service, post("text/plain", body), Code::CharsetInvalid).await;
    }
}

#[tokio::test]
async fn a_fault_in_a_field_is_named_by_its_pointer() {
    let service = Service::new();
    let long = "x".repeat(1_001);
    for (code, pointer, body) in [
        (Code::FieldMissing, "/body", json!({})),
        (Code::FieldMissing, "/body", json!({"body": null})),
        (Code::FieldInvalid, "/body", json!({"body": 7})),
        (Code::FieldInvalid, "/body", json!({"body": ["Rain"]})),
        (Code::TextEmpty, "/body", json!({"body": ""})),
        (Code::TextEmpty, "/body", json!({"body": " \n\t\u{a0}\u{2003}"})),
        (Code::TextEmpty, "/body", json!({"title": "Rain", "body": "\n"})),
        (Code::LanguageUnsupported, "/language", json!({"body": "x", "language": "english please"})),
        (
            Code::FieldInvalid,
            "/options/min_confidence/events",
            json!({"body": "x", "options": {"min_confidence": {"events": 2}}}),
        ),
        (
            Code::FieldUnknown,
            "/options/min_confidence/event",
            json!({"body": "x", "options": {"min_confidence": {"event": 0.5}}}),
        ),
        (Code::FieldUnknown, "/text", json!({"body": "x", "text": "y"})),
        (Code::FieldUnknown, "/Body", json!({"body": "x", "Body": "y"})),
        (Code::FieldUnknown, "/a~1b~0c", json!({"body": "x", "a/b~c": 1})),
        (Code::FieldUnknown, "/options/unit", json!({"body": "x", "options": {"unit": "utf8"}})),
        (Code::FieldInvalid, "/title", json!({"body": "x", "title": 1})),
        (Code::FieldInvalid, "/abstract", json!({"body": "x", "abstract": {}})),
        (Code::FieldInvalid, "/id", json!({"body": "x", "id": long})),
        (Code::FieldInvalid, "/byline", json!({"body": "x", "byline": long})),
        (Code::FieldInvalid, "/dateline", json!({"body": "x", "dateline": false})),
        (Code::FieldInvalid, "/body_type", json!({"body": "x", "body_type": "markdown"})),
        (Code::DateInvalid, "/published_at", json!({"body": "x", "published_at": "Sunday"})),
        (Code::DateInvalid, "/published_at", json!({"body": "x", "published_at": "2025-02-30"})),
        (Code::FieldInvalid, "/published_at", json!({"body": "x", "published_at": 1_756_000_000})),
        (Code::LanguageUnsupported, "/language", json!({"body": "x", "language": "fr"})),
        (Code::FieldInvalid, "/options", json!({"body": "x", "options": []})),
        (Code::FieldInvalid, "/options/include", json!({"body": "x", "options": {"include": "quotes"}})),
        (Code::FieldInvalid, "/options/include/1", json!({"body": "x", "options": {"include": ["quotes", "people"]}})),
        (Code::FieldInvalid, "/options/offset_unit", json!({"body": "x", "options": {"offset_unit": "bytes"}})),
        (Code::FieldInvalid, "/options/attributions", json!({"body": "x", "options": {"attributions": true}})),
        (Code::FieldInvalid, "/options/min_confidence", json!({"body": "x", "options": {"min_confidence": 1.1}})),
        (Code::FieldInvalid, "/options/min_confidence", json!({"body": "x", "options": {"min_confidence": -0.1}})),
        (Code::FieldInvalid, "/options/min_confidence", json!({"body": "x", "options": {"min_confidence": "0.5"}})),
        (Code::FieldInvalid, "/options/evidence", json!({"body": "x", "options": {"evidence": 1}})),
    ] {
        let reply = expect(&service, json_request(&body), code).await;
        let errors = reply.json()["errors"].clone();
        assert_eq!(errors.as_array().map(Vec::len), Some(1), "{body}: {errors}");
        assert_eq!(errors[0]["pointer"], pointer, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_object_is_said_to_be_none() {
    let service = Service::new();
    for body in [json!([]), json!("Rain fell."), json!(null), json!(7)] {
        let reply = expect(&service, json_request(&body), Code::FieldInvalid).await;
        assert_eq!(reply.json()["errors"], json!([{"pointer": "", "detail": "must be an object"}]), "{body}");
        assert_eq!(reply.json()["detail"], "the request must be an object", "{body}");
    }
}

#[tokio::test]
async fn a_detail_names_the_first_error_and_how_to_fix_it() {
    let service = Service::new();
    for (body, expected) in [
        (
            json!({"text": "Rain fell."}),
            "unknown field \"text\"; did you mean \"body\"? Allowed: id, title, abstract, body, body_type, byline, dateline, \
             published_at, language, known_entities, options (and 1 more error)",
        ),
        (json!({}), "/body is required: the text of the article"),
        (
            json!({"body": "x", "offset_unit": "utf16"}),
            "unknown field \"offset_unit\"; did you mean \"options.offset_unit\"? Allowed: id, title, abstract, body, body_type, \
             byline, dateline, published_at, language, known_entities, options",
        ),
        (
            json!({"body": "x", "options": {"include": ["quote"]}}),
            "/options/include/0 must be one of entities, quotes, events, times; did you mean \"quotes\"?",
        ),
        (
            json!({"body": "x", "published_at": "Sunday"}),
            "/published_at must be a date (2025-08-24) or a date-time (2025-08-24T18:05:00+03:00)",
        ),
        (json!({"body": "x", "language": "de_DE"}), "/language is \"de-DE\", which is not supported; supported: en"),
    ] {
        let problem = service.extract(&body).await.json();
        assert_eq!(problem["detail"], expected, "{body}");
    }
    let german = service.extract(&json!({"body": "x", "language": "de_DE"})).await.json();
    assert_eq!((&german["language"], &german["code"]), (&json!("de-DE"), &json!("language_unsupported")));
    let long = service.extract(&json!({"body": "x", "y".repeat(300): 1})).await.json();
    assert_eq!(long["errors"][0]["pointer"].as_str().unwrap().len(), 41);
}

#[tokio::test]
async fn all_faults_are_listed_up_to_the_limit() {
    let service = Service::with(Limits { errors_max: 3, ..Limits::default() });
    let body = json!({"title": 1, "published_at": "soon", "x": 1, "options": {"include": ["a"], "y": 1}});
    let reply = expect(&service, json_request(&body), Code::FieldUnknown).await;
    assert_eq!(reply.json()["errors"].as_array().unwrap().len(), 3);
    assert!(reply.json()["detail"].as_str().unwrap().contains("5 more errors"), "{}", reply.text());
}

#[tokio::test]
async fn what_is_too_long_says_by_how_much() {
    let service = Service::new();
    let reply = expect(&service, post("text/plain", "é".repeat(200_001)), Code::TextTooLong).await;
    assert_eq!((&reply.json()["limit"], &reply.json()["actual"]), (&json!(200_000), &json!(200_001)));
    let mut announced = post("text/plain", "");
    announced.headers_mut().insert(header::CONTENT_LENGTH, "9999999".parse().unwrap());
    let reply = expect(&service, announced, Code::BodyTooLarge).await;
    assert_eq!((&reply.json()["limit"], &reply.json()["actual"]), (&json!(4_194_304), &json!(9_999_999)));
    let chunks = (0..500).map(|_| Ok::<_, Infallible>(Frame::data(Bytes::from(vec![b'x'; 10_000]))));
    let unannounced = Body::new(StreamBody::new(stream::iter(chunks)));
    let reply = expect(&service, post("text/plain", unannounced), Code::BodyTooLarge).await;
    assert_eq!(reply.json()["limit"], 4_194_304);
    let exactly = service.send(post("text/plain", "x".repeat(200_000))).await;
    assert_eq!(exactly.status, 200);
}

#[tokio::test]
async fn a_body_that_does_not_arrive_in_time_is_a_408() {
    let service = Service::with(Limits { body_ms_max: 50, ..Limits::default() });
    let never = Body::new(StreamBody::new(stream::pending::<Result<Frame<Bytes>, Infallible>>()));
    let reply = expect(&service, post("text/plain", never), Code::BodyTimeout).await;
    assert_eq!(reply.json()["limit"], 50);
}

#[tokio::test]
async fn an_article_that_is_not_read_in_time_is_a_504() {
    let service = Service::with(Limits { deadline_ms_max: 5, ..Limits::default() });
    let article = "Rain fell on Tuesday, said Ann Roe. ".repeat(5_000);
    // A machine under load may not even begin within 5 ms; that is an overload, and another try.
    for _ in 0..100 {
        let reply = service.send(post("text/plain", article.clone())).await;
        if reply.code() == Code::DeadlineExceeded.as_str() {
            assert_eq!(reply.status, 504);
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("200,000 characters were never caught by a deadline of 5 ms");
}

#[tokio::test]
async fn allow_lists_the_methods_of_a_path() {
    let reply = Service::new().get("/v1/extract").await;
    assert_eq!(reply.header("allow"), Some("POST"));
}

#[test]
fn every_code_is_shown_by_a_test() {
    let (above, _) = include_str!("problems.rs").split_once("fn every_code_is_shown_by_a_test").unwrap();
    let sources = [
        above,
        include_str!("access.rs"),
        include_str!("batch.rs"),
        include_str!("connections.rs"),
        include_str!("overload.rs"),
        include_str!("shutdown.rs"),
        include_str!("contract.rs"),
    ];
    let shown = |code: &&Code| {
        let names = [format!("Code::{code:?}"), format!("\"{}\"", code.as_str())];
        sources.iter().any(|source| names.iter().any(|name| source.contains(name.as_str())))
    };
    let hidden: Vec<_> = Code::ALL.iter().filter(|code| !shown(code)).collect();
    // Only a fault of the service's own is internal.
    assert_eq!(hidden, [&Code::Internal]);
}
