//! What a collector of traces is told, and what not.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    sync::mpsc::{Receiver, channel},
    thread,
};

use crate::support::{Process, wire};

/// A word that no message of ours has.
const CANARY: &str = "Xyloquatz";

/// A caller's trace and span, as it sends them and as they go to the collector.
const TRACEPARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const TRACE: [u8; 16] =
    [0x0a, 0xf7, 0x65, 0x19, 0x16, 0xcd, 0x43, 0xdd, 0x84, 0x48, 0xeb, 0x21, 0x1c, 0x80, 0x31, 0x9c];
const SPAN: [u8; 8] = [0xb7, 0xad, 0x6b, 0x71, 0x69, 0x20, 0x33, 0x31];

/// A collector that answers every request with `status`, and hands on the request's first line and body.
fn collector(status: &'static str) -> (String, Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (take, taken) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut head = Vec::new();
            let mut length = 0;
            loop {
                let mut line = String::new();
                stream.read_line(&mut line).unwrap();
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                if line.trim().is_empty() {
                    break;
                }
                head.push(line);
            }
            let mut body = vec![0; length];
            stream.read_exact(&mut body).unwrap();
            write!(stream.get_mut(), "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
            if take.send((head[0].trim().to_owned(), body)).is_err() {
                return;
            }
        }
    });
    (url, taken)
}

fn has(bytes: &[u8], part: impl AsRef<[u8]>) -> bool {
    bytes.windows(part.as_ref().len()).any(|window| window == part.as_ref())
}

#[test]
fn a_collector_is_told_of_every_stage_and_of_no_text() {
    let (url, taken) = collector("200 OK");
    let process = Process::start(&["--traces-to", &url]);
    let article = format!("{{\"body\":\"{CANARY} said on Monday: “{CANARY}.”\"}}");
    let traced = format!("host: x\r\nx-request-id: news-1\r\ntraceparent: {TRACEPARENT}");
    let request = String::from_utf8(wire("application/json", &article)).unwrap().replace("host: x", &traced);
    assert!(process.exchange(request.as_bytes()).starts_with("HTTP/1.1 200 "));
    assert!(process.exchange(&wire("application/json", CANARY)).starts_with("HTTP/1.1 400 "));
    assert!(process.get(&format!("/{CANARY}")).starts_with("HTTP/1.1 404 "));
    process.terminate();
    let (log, _, ended_well) = process.finish();
    assert!(ended_well, "{log:?}");
    let (lines, bodies): (Vec<_>, Vec<_>) = taken.try_iter().unzip();
    assert!(!lines.is_empty() && lines.iter().all(|line| line == "POST /v1/traces HTTP/1.1"), "{lines:?}");
    let told = bodies.concat();
    for part in [
        "POST /v1/extract",
        "receive",
        "parse",
        "queue",
        "extract",
        "serialise",
        "news-1",
        "json_malformed",
        "unmatched",
    ] {
        assert!(has(&told, part), "{part} in {}", String::from_utf8_lossy(&told));
    }
    assert!(has(&told, TRACE) && has(&told, SPAN), "the request belongs to its caller's trace");
    assert!(!has(&told, CANARY), "{}", String::from_utf8_lossy(&told));
}

#[test]
fn a_collector_that_takes_nothing_costs_one_line_in_the_log() {
    let (url, taken) = collector("503 Service Unavailable");
    let process = Process::start(&["--traces-to", &url]);
    assert!(process.get("/v1/info").starts_with("HTTP/1.1 200 "));
    process.terminate();
    let (log, _, ended_well) = process.finish();
    assert!(ended_well && taken.try_iter().count() > 0, "{log:?}");
    let complaints = log.iter().filter(|line| line.contains("does not accept traces")).count();
    assert_eq!(complaints, 1, "{log:?}");
}
