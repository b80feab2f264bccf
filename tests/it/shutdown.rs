//! A service that is told to end.

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::Duration,
};

use crate::support::{Process, wire};

#[test]
fn what_runs_is_finished_and_nothing_new_is_taken() {
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
    let refused = process.exchange(&request);
    assert!(refused.starts_with("HTTP/1.1 503 ") && refused.contains("retry-after: 1"), "{refused}");
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
