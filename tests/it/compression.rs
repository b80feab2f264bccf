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
    // An empty body decompresses to an empty body, which is no JSON.
    assert_eq!(send_gzip(&service, Vec::new()).await.code(), "json_malformed");
}
