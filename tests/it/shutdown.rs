//! A service that is told to end.

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::Duration,
};

use crate::support::{Process, wire};

#[test]
fn articles_are_accepted_until_load_balancers_have_noticed_and_what_runs_is_finished() {
    let mut process = Process::start(&["--linger-ms", "1500"]);
    assert!(process.get("/readyz").starts_with("HTTP/1.1 204 "));
    let request = wire("text/plain", "Rain fell on Tuesday.");
    let (first, rest) = request.split_at(request.len() - 5);
    let mut running = TcpStream::connect(&process.address).unwrap();
    running.write_all(first).unwrap();
    // The head must have reached its handler before the service is told to end.
    thread::sleep(Duration::from_millis(200));
    process.terminate();
    process.wait_for("\"message\":\"draining\"");
    let ready = process.get("/readyz");
    assert!(ready.starts_with("HTTP/1.1 503 ") && ready.contains(r#""code":"draining""#), "{ready}");
    assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
    let accepted = process.exchange(&request);
    assert!(accepted.starts_with("HTTP/1.1 200 "), "{accepted}");
    let batch = String::from_utf8(wire("application/x-ndjson", "{\"body\":\"Rain fell.\"}\n")).unwrap();
    let batch = process.exchange(batch.replace("/v1/extract", "/v1/batch").as_bytes());
    assert!(batch.starts_with("HTTP/1.1 200 ") && !batch.contains("draining"), "{batch}");
    running.write_all(rest).unwrap();
    let mut answer = String::new();
    running.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let (log, _, ended_well) = process.finish();
    assert!(
        ended_well && log.iter().any(|line| line.contains("\"drained\"") && line.contains("\"complete\":true")),
        "{log:?}"
    );
}

#[test]
fn what_comes_after_that_is_refused() {
    let mut process = Process::start(&["--linger-ms", "300"]);
    let request = String::from_utf8(wire("text/plain", "Rain fell on Tuesday.")).unwrap();
    let (first, rest) = request.split_at(40);
    let mut late = TcpStream::connect(&process.address).unwrap();
    late.write_all(first.as_bytes()).unwrap();
    process.terminate();
    process.wait_for("\"message\":\"draining\"");
    thread::sleep(Duration::from_millis(800));
    late.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    late.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("retry-after: 1"), "{answer}");
    assert!(answer.contains(r#""code":"draining""#), "{answer}");
}

#[test]
fn a_request_that_never_ends_does_not_keep_the_service_alive() {
    let process = Process::start(&["--drain-ms-max", "300", "--linger-ms", "50"]);
    let mut stuck = TcpStream::connect(&process.address).unwrap();
    stuck
        .write_all(b"POST /v1/extract HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\n")
        .unwrap();
    thread::sleep(Duration::from_millis(200));
    process.terminate();
    let (log, _, ended_well) = process.finish();
    assert!(ended_well && log.iter().any(|line| line.contains("\"complete\":false")), "{log:?}");
}

#[test]
fn a_connection_that_says_nothing_is_closed() {
    let process = Process::start(&["--head-ms-max", "200"]);
    let mut silent = TcpStream::connect(&process.address).unwrap();
    silent.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let mut answer = Vec::new();
    silent.read_to_end(&mut answer).unwrap();
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 408"), "{answer:?}");
}
