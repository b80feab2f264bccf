//! Connections: what is heard at their end, how long they may rest, and how many bodies come over them.

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use dateline_wire::hash;

use crate::support::{Process, wire};

fn connect(process: &Process) -> TcpStream {
    let stream = TcpStream::connect(&process.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// The head and the body of one answer, on a connection that may stay open.
fn answer(stream: &mut TcpStream) -> String {
    let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&answer).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return text;
            }
        }
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "the connection ended after {text:?}");
        answer.extend(&piece[..read]);
    }
}

/// Sends all of it before it reads a byte, as many clients do.
fn send_all_then_read(process: &Process, head: &str, length: usize) -> String {
    let mut stream = connect(process);
    stream.write_all(head.as_bytes()).unwrap();
    let piece = vec![b'a'; 1 << 16];
    let mut left = length;
    while left > 0 {
        let now = left.min(piece.len());
        stream.write_all(&piece[..now]).unwrap_or_else(|error| panic!("{left} bytes before the end: {error}"));
        left -= now;
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn an_early_answer_reaches_a_client_who_first_sends_everything() {
    let key = format!("desk={}", hash::sha256_hex(b"one"));
    let process = Process::start(&["--body-bytes-max", "1000000", "--api-keys", &key]);
    let head = |path: &str, key: &str, length: usize| {
        format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nx-api-key: {key}\r\ncontent-type: text/plain\r\ncontent-length: {length}\r\n\r\n"
        )
    };
    for (path, key, length, status) in [
        ("/v1/extract", "one", 1_000_001, "413"),
        ("/v1/extract", "one", 2_000_000, "413"),
        ("/v1/extract", "one", 20_000_000, "413"),
        ("/v1/extract", "two", 900_000, "401"),
        ("/v1/extract", "two", 20_000_000, "401"),
        ("/v1/none", "one", 900_000, "404"),
        ("/v1/info", "one", 900_000, "405"),
        ("/v1/batch", "one", 900_000, "415"),
    ] {
        for _ in 0..3 {
            let answer = send_all_then_read(&process, &head(path, key, length), length);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path} {key} {length}: {answer}");
        }
    }
}

#[test]
fn a_client_who_never_stops_sending_is_cut_off() {
    let process = Process::start(&["--body-bytes-max", "1000"]);
    let mut stream = connect(&process);
    let head = "POST /v1/extract HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9000000000\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let begun = Instant::now();
    while stream.write_all(&[b'a'; 1000]).is_ok() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it is still read");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_connection_may_rest_for_longer_than_a_head_may_take() {
    let process = Process::start(&["--head-ms-max", "300", "--idle-ms-max", "1500"]);
    let mut stream = connect(&process);
    for pause in [0, 900, 900] {
        thread::sleep(Duration::from_millis(pause));
        stream.write_all(b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
        let answer = answer(&mut stream);
        assert!(answer.starts_with("HTTP/1.1 204 ") && answer.contains("keep-alive: timeout=1\r\n"), "{answer}");
    }
    let begun = Instant::now();
    assert_eq!(stream.read(&mut [0; 1]).unwrap(), 0);
    assert!((1_000..5_000).contains(&begun.elapsed().as_millis()), "{:?}", begun.elapsed());
    // A second head that stops in the middle has the time of a head.
    let mut stream = connect(&process);
    stream.write_all(b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    answer(&mut stream);
    stream.write_all(b"GET /li").unwrap();
    let begun = Instant::now();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(begun.elapsed() < Duration::from_millis(1_400), "{:?}", begun.elapsed());
}

#[test]
fn connections_rest_for_longer_than_those_of_gateways_by_default() {
    assert!(dateline::config::Limits::default().idle_ms_max > 60_000);
}

#[test]
fn a_client_who_leaves_before_the_answer_is_logged_and_counted() {
    let key = format!("desk={}", hash::sha256_hex(b"one"));
    let mut process = Process::start(&["--api-keys", &key]);
    let head =
        "POST /v1/extract HTTP/1.1\r\nhost: x\r\nx-api-key: one\r\nx-request-id: gone\r\ncontent-type: text/plain\r\n";
    // In the middle of the body, and while the article is read.
    for (length, body) in [(9, "Rain".to_owned()), (60_000, "Anna Berg said no. ".repeat(4_000)[..60_000].to_owned())] {
        let mut stream = connect(&process);
        stream.write_all(format!("{head}content-length: {length}\r\n\r\n{body}").as_bytes()).unwrap();
        thread::sleep(Duration::from_millis(300));
        drop(stream);
        let line = process.wait_for("\"code\":\"client_closed\"");
        for part in ["\"request_id\":\"gone\"", "\"key\":\"desk\"", "\"route\":\"/v1/extract\"", "\"status\":499"] {
            assert!(line.contains(part), "{line}");
        }
    }
    let metrics = process.exchange(b"GET /metrics HTTP/1.1\r\nhost: x\r\nx-api-key: one\r\nconnection: close\r\n\r\n");
    let counted = r#"dateline_http_requests_total{route="/v1/extract",status="499",code="client_closed"} 2"#;
    assert!(metrics.contains(counted), "{metrics}");
}

#[test]
fn a_client_who_leaves_during_the_answer_is_logged_and_counted() {
    let mut process = Process::start(&["--stall-ms-max", "500"]);
    let body = "7\n".repeat(200_000);
    let request = format!(
        "POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = connect(&process);
    stream.write_all(request.as_bytes()).unwrap();
    let _ = stream.write_all(&body.as_bytes()[..20_000]);
    let mut piece = [0; 1000];
    stream.read_exact(&mut piece).unwrap();
    drop(stream);
    process.wait_for("\"the client closed the connection during the answer\"");
    assert!(process.get("/metrics").contains(r#"dateline_http_answers_cut_total{route="/v1/batch"} 1"#));
}

#[test]
fn more_headers_than_are_read_are_a_problem() {
    let process = Process::start(&[]);
    let get = |count: usize| {
        let headers: String = (0..count).map(|i| format!("x-{i}: 1\r\n")).collect();
        process.exchange(format!("GET /v1/info HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n").as_bytes())
    };
    assert!(get(98).starts_with("HTTP/1.1 200 "));
    for count in [99, 150, 1_000] {
        let answer = get(count);
        assert!(answer.starts_with("HTTP/1.1 431 "), "{count}: {answer}");
        assert!(answer.contains(r#""code":"headers_too_many""#) && answer.contains(r#""limit":100"#), "{answer}");
    }
}

/// Begins to send a body.
fn begin(process: &Process, key: &str) -> TcpStream {
    let mut stream = connect(process);
    let request = format!(
        "POST /v1/extract HTTP/1.1\r\nhost: x\r\nx-api-key: {key}\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 10\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    thread::sleep(Duration::from_millis(100));
    stream
}

fn finish(mut stream: TcpStream) -> String {
    stream.write_all(b"Rain fell.").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_key_sends_few_bodies_at_the_same_time_and_others_are_not_kept_out() {
    let keys = format!("desk={},wire={}", hash::sha256_hex(b"one"), hash::sha256_hex(b"two"));
    let process = Process::start(&["--api-keys", &keys, "--bodies-per-key-max", "2"]);
    let slow = [begin(&process, "one"), begin(&process, "one")];
    let refused = finish(begin(&process, "one"));
    assert!(refused.starts_with("HTTP/1.1 429 ") && refused.contains(r#""code":"bodies_exceeded""#), "{refused}");
    assert!(refused.contains("retry-after: 1\r\n"), "{refused}");
    assert!(finish(begin(&process, "two")).starts_with("HTTP/1.1 200 "));
    for slow in slow {
        assert!(finish(slow).starts_with("HTTP/1.1 200 "));
    }
    assert!(finish(begin(&process, "one")).starts_with("HTTP/1.1 200 "));
}

#[test]
fn an_address_sends_few_bodies_at_the_same_time_where_the_operator_says_so() {
    let process = Process::start(&["--bodies-per-address-max", "1"]);
    let slow = begin(&process, "");
    let refused = process.exchange(&wire("text/plain", "Rain fell."));
    assert!(refused.starts_with("HTTP/1.1 429 ") && refused.contains("the address is sending"), "{refused}");
    assert!(finish(slow).starts_with("HTTP/1.1 200 "));
    assert!(process.exchange(&wire("text/plain", "Rain fell.")).starts_with("HTTP/1.1 200 "));
    let open = Process::start(&[]);
    let _slow: Vec<TcpStream> = (0..20).map(|_| begin(&open, "")).collect();
    assert!(open.exchange(&wire("text/plain", "Rain fell.")).starts_with("HTTP/1.1 200 "));
}
