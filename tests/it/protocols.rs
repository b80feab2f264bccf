//! TLS, HTTP/2 and HTTP/1, and what is neither.

use std::{
    convert::Infallible,
    env, fs,
    io::{ErrorKind, Read, Write},
    net::TcpStream as StdTcpStream,
    process,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    body::Body,
    http::{Request, StatusCode, Version},
};
use futures_util::{StreamExt, stream};
use http_body_util::BodyExt;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::{net::TcpStream, time::sleep};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use crate::{
    cli::{dateline, text},
    support::{Process, wire},
};

fn request() -> Request<Body> {
    Request::post("https://localhost/v1/extract")
        .header("content-type", "text/plain")
        .body("Rain fell on Tuesday.".into())
        .unwrap()
}

/// A certificate of its own for one test, with its files.
struct Certificate {
    made: CertifiedKey<rcgen::KeyPair>,
    chain: String,
    key: String,
}

impl Certificate {
    fn new(test: &str) -> Self {
        let made = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let path = |what| env::temp_dir().join(format!("dateline-{test}-{}-{what}.pem", process::id()));
        let (chain, key) = (path("chain"), path("key"));
        fs::write(&chain, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        Self { made, chain: chain.display().to_string(), key: key.display().to_string() }
    }

    async fn connect(&self, address: &str, protocol: &[u8]) -> TlsStream<TcpStream> {
        let mut roots = RootCertStore::empty();
        roots.add(self.made.cert.der().clone()).unwrap();
        let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![protocol.to_vec()];
        let name = ServerName::try_from("localhost").unwrap();
        let stream = TcpStream::connect(address).await.unwrap();
        TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap()
    }
}

impl Drop for Certificate {
    fn drop(&mut self) {
        // Files that stay behind harm no other test.
        let _ = (fs::remove_file(&self.chain), fs::remove_file(&self.key));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tls_carries_http_2_and_http_1() {
    let certificate = Certificate::new("tls");
    let process = Process::start(&["--tls-certificate", &certificate.chain, "--tls-key", &certificate.key]);
    let stream = certificate.connect(&process.address, b"h2").await;
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let (first, second) = tokio::join!(sender.clone().send_request(request()), sender.send_request(request()));
    for reply in [first.unwrap(), second.unwrap()] {
        assert_eq!((reply.status(), reply.version()), (StatusCode::OK, Version::HTTP_2));
        assert!(reply.headers().contains_key("etag"));
        let body = reply.into_body().collect().await.unwrap().to_bytes();
        assert!(body.starts_with(b"{\"id\":null") && body.ends_with(b"}"));
    }
    let stream = certificate.connect(&process.address, b"http/1.1").await;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let mut hosted = request();
    hosted.headers_mut().insert("host", "localhost".parse().unwrap());
    assert_eq!(sender.send_request(hosted).await.unwrap().status(), StatusCode::OK);
    let answer = process.exchange(&wire("text/plain", "Rain fell."));
    assert!(!answer.contains("200 OK"), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn http_2_needs_no_tls() {
    let process = Process::start(&[]);
    let stream = TcpStream::connect(&process.address).await.unwrap();
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let reply = sender.send_request(request()).await.unwrap();
    assert_eq!((reply.status(), reply.version()), (StatusCode::OK, Version::HTTP_2));
    let length: u64 = reply.headers()["content-length"].to_str().unwrap().parse().unwrap();
    assert_eq!(reply.into_body().collect().await.unwrap().to_bytes().len() as u64, length);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_early_answer_over_http_2_waits_for_the_rest_of_the_body() {
    const PIECES: usize = 60;
    let process = Process::start(&["--body-bytes-max", "100000"]);
    let stream = TcpStream::connect(&process.address).await.unwrap();
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    for (media_type, length, status) in [
        ("application/xml", None, StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("text/plain", Some("983040"), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let sent = Arc::new(AtomicUsize::new(0));
        let pieces = stream::iter(0..PIECES).then({
            let sent = Arc::clone(&sent);
            move |_| {
                sent.fetch_add(1, Ordering::Relaxed);
                async {
                    sleep(Duration::from_millis(2)).await;
                    Ok::<_, Infallible>(vec![b'a'; 16 << 10])
                }
            }
        });
        let mut rejected = request();
        rejected.headers_mut().insert("content-type", media_type.parse().unwrap());
        *rejected.body_mut() = Body::from_stream(pieces);
        if let Some(length) = length {
            rejected.headers_mut().insert("content-length", length.parse().unwrap());
        }
        let reply = sender.send_request(rejected).await.unwrap();
        assert_eq!(reply.status(), status);
        let problem = reply.into_body().collect().await.unwrap().to_bytes();
        assert!(problem.starts_with(b"{\"type\":"));
        assert_eq!(sent.load(Ordering::Relaxed), PIECES, "{media_type}: the stream was reset");
    }
}

#[test]
fn requests_that_are_sent_ahead_are_answered_in_their_order() {
    let process = Process::start(&[]);
    let one = String::from_utf8(wire("text/plain", "Rain fell.")).unwrap();
    let keep = one.replace("connection: close", "x-request-id: first");
    let answers = process.exchange(format!("{keep}GET /none HTTP/1.1\r\nhost: x\r\n\r\n{one}").as_bytes());
    let places =
        ["HTTP/1.1 200 OK", "x-request-id: first", "HTTP/1.1 404 ", "HTTP/1.1 200 OK"].map(|mark| answers.find(mark));
    assert!(places[0] < places[1] && places[1] < places[2], "{answers}");
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2);
}

#[test]
fn half_a_preface_and_a_head_that_is_too_long_are_refused() {
    let process = Process::start(&["--head-ms-max", "200"]);
    for begin in ["P", "PR", "PRI * HTT", "POST /v1/ex"] {
        let mut silent = StdTcpStream::connect(&process.address).unwrap();
        silent.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        silent.write_all(begin.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let end = silent.read_to_end(&mut answer).map_err(|error| error.kind());
        // What was sent and never read makes the system reset the connection.
        assert!(end.is_ok() || end == Err(ErrorKind::ConnectionReset), "{begin}: {end:?}");
        assert!(!answer.starts_with(b"HTTP/1.1 200"), "{begin}");
    }
    // These two end in hyper, before there is anything to make a problem of.
    let long = format!("GET /livez HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "x".repeat(20_000));
    assert!(process.exchange(long.as_bytes()).starts_with("HTTP/1.1 431 "));
    assert!(process.exchange(b"GET\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

#[test]
fn a_certificate_that_cannot_be_used_is_said_to_be_none() {
    let certificate = Certificate::new("wrong");
    let serve = |chain: &str, key: &str| {
        let output = dateline(&["serve", "--bind", "127.0.0.1:0", "--tls-certificate", chain, "--tls-key", key], b"");
        assert_eq!(output.status.code(), Some(1));
        text(&output.stderr)
    };
    assert!(serve("/none", &certificate.key).contains("DATELINE_TLS_CERTIFICATE names cannot be read"));
    assert!(serve(&certificate.key, &certificate.key).contains("holds no certificate"));
    assert!(serve(&certificate.chain, &certificate.chain).contains("DATELINE_TLS_KEY names cannot be read"));
    let other = Certificate::new("other");
    assert!(serve(&certificate.chain, &other.key).contains("the certificate cannot be used"));
    let alone = dateline(&["serve", "--tls-key", &certificate.key], b"");
    assert_eq!(alone.status.code(), Some(2));
}
