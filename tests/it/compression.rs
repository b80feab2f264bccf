//! Compressed requests and answers, and bombs.

use std::io::{Read, Write};

use axum::http::{HeaderValue, StatusCode, header};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde_json::json;

use crate::support::{ARTICLE, Reply, Service, post};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn send_gzip(service: &Service, body: Vec<u8>) -> Reply {
    let mut request = post("application/json", body);
    request.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    service.send(request).await
}

#[tokio::test]
async fn a_compressed_request_gets_the_same_answer() {
    let service = Service::new();
    let body = json!({"body": ARTICLE}).to_string();
    let compressed = send_gzip(&service, gzip(body.as_bytes())).await;
    assert_eq!(compressed.status, StatusCode::OK);
    assert_eq!(compressed.bytes, service.extract_bytes(body).await.bytes);
}

#[tokio::test]
async fn an_answer_is_compressed_on_request_and_its_tag_is_weak() {
    let service = Service::new();
    let body = json!({"body": ARTICLE}).to_string();
    let mut request = post("application/json", body.clone());
    request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    let compressed = service.send(request).await;
    assert_eq!(compressed.header("content-encoding"), Some("gzip"));
    let plain = service.extract_bytes(body).await;
    let mut bytes = Vec::new();
    GzDecoder::new(&compressed.bytes[..]).read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, plain.bytes);
    assert_eq!(compressed.header("etag").unwrap(), format!("W/{}", plain.header("etag").unwrap()));
}

#[tokio::test]
async fn a_bomb_is_cut_off_at_the_limit() {
    let service = Service::new();
    let bomb = gzip(&vec![b' '; 200 << 20]);
    assert!(bomb.len() < 1 << 20, "it must pass the limit on what is sent");
    let reply = send_gzip(&service, bomb).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"));
}

#[tokio::test]
async fn an_endless_stream_that_decompresses_to_nothing_is_cut_off_too() {
    let service = Service::new();
    // A gzip head, then stored blocks of length zero.
    let mut stream = gzip(b"")[..10].to_vec();
    stream.extend([0, 0, 0, 0xff, 0xff].repeat(1_000_000));
    let reply = send_gzip(&service, stream).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"));
}

#[tokio::test]
async fn what_is_no_gzip_is_a_problem() {
    let service = Service::new();
    let whole = gzip(json!({"body": ARTICLE}).to_string().as_bytes());
    let mut corrupt = whole.clone();
    corrupt[20] ^= 0xff;
    for body in [b"Rain".to_vec(), whole[..whole.len() / 2].to_vec(), corrupt] {
        assert_eq!(send_gzip(&service, body).await.code(), "body_unreadable");
    }
    assert_eq!(send_gzip(&service, Vec::new()).await.code(), "body_unreadable");
}

#[tokio::test]
async fn members_are_read_to_the_last_one_and_nothing_else_after_it() {
    let service = Service::new();
    let body = json!({"body": ARTICLE}).to_string();
    let (begin, end) = body.as_bytes().split_at(body.len() / 2);
    let members = [gzip(begin), gzip(b""), gzip(end)].concat();
    assert_eq!(send_gzip(&service, members.clone()).await.bytes, service.extract_bytes(body).await.bytes);
    let with_rest = [members, b"rest".to_vec()].concat();
    assert_eq!(send_gzip(&service, with_rest).await.code(), "body_unreadable");
}

#[tokio::test]
async fn lines_of_several_members_are_all_answered() {
    let service = Service::new();
    let line = |text: &str| format!("{}\n", json!({"body": text}));
    let members = [gzip(line("Rain fell.").as_bytes()), gzip(line("Snow fell.").as_bytes())].concat();
    let mut request = post("application/x-ndjson", members);
    request.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    *request.uri_mut() = "/v1/batch".parse().unwrap();
    let reply = service.send(request).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.bytes.iter().filter(|&&byte| byte == b'\n').count(), 2);
}

#[tokio::test]
async fn codings_are_named_as_http_names_them() {
    let service = Service::new();
    let body = json!({"body": ARTICLE}).to_string();
    let once = gzip(body.as_bytes());
    for (values, sent, expected) in [
        (vec!["GZIP"], once.clone(), StatusCode::OK),
        (vec!["x-gzip"], once.clone(), StatusCode::OK),
        (vec!["identity", "gzip"], once.clone(), StatusCode::OK),
        (vec![""], body.clone().into_bytes(), StatusCode::OK),
        (vec!["gzip, gzip"], gzip(&once), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (vec!["gzip", "gzip"], gzip(&once), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (vec!["br"], once.clone(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ] {
        let mut request = post("application/json", sent);
        for value in &values {
            request.headers_mut().append(header::CONTENT_ENCODING, HeaderValue::from_static(value));
        }
        let reply = service.send(request).await;
        assert_eq!(reply.status, expected, "{values:?}");
        if expected != StatusCode::OK {
            assert_eq!(
                (reply.code().as_str(), reply.header("accept-encoding")),
                ("encoding_unsupported", Some("gzip"))
            );
        }
    }
}
