//! Bodies that are small on the wire and long to read: other callers get their turn.

use std::{
    io::Write,
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use flate2::{Compression, write::GzEncoder};

use crate::support::{Process, Service, post_to};

/// Bytes that the bodies decompress to.
const BYTES: usize = 150 << 20;

fn gzipped(unit: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let piece = unit.repeat((1 << 20) / unit.len());
    for _ in 0..BYTES / piece.len() {
        encoder.write_all(&piece).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn compressed_batches_of_nothing_leave_others_their_turn() {
    let process = Process::start(&[]);
    let callers = 2 * thread::available_parallelism().unwrap().get();
    for (what, unit) in
        [("blank lines", &b"\n"[..]), ("spaces", b" "), ("one long line", b"a"), ("lines of a byte", b"7\n")]
    {
        let body = gzipped(unit);
        let head = format!(
            "POST /v1/batch HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/x-ndjson\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let streams: Vec<TcpStream> = (0..callers)
            .map(|_| {
                let mut stream = TcpStream::connect(&process.address).unwrap();
                stream.write_all(head.as_bytes()).unwrap();
                stream.write_all(&body).unwrap();
                stream
            })
            .collect();
        let mut worst = Duration::ZERO;
        for _ in 0..10 {
            let asked = Instant::now();
            assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
            worst = worst.max(asked.elapsed());
            thread::sleep(Duration::from_millis(50));
        }
        assert!(worst < Duration::from_millis(2_500), "{what}: {worst:?}");
        drop(streams);
    }
}

#[tokio::test]
async fn blank_lines_end_a_batch_when_they_are_too_many() {
    let limits = dateline::config::Limits { body_bytes_max: 1_000, ..Default::default() };
    let service = Service::with(limits);
    for blanks in ["\n".repeat(1_200), " \n".repeat(600), "\r\n".repeat(600)] {
        let body = format!("{{\"body\":\"Rain fell.\"}}\n{blanks}{{\"body\":\"Snow fell.\"}}\n");
        let text = service.send(post_to("/v1/batch", "application/x-ndjson", body)).await.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[1].contains("\"body_too_large\"") && lines[1].contains("blank lines"), "{}", lines[1]);
    }
    let few = "{\"body\":\"Rain fell.\"}\n".to_owned() + &"\n".repeat(900);
    let text = service.send(post_to("/v1/batch", "application/x-ndjson", few.repeat(3))).await.text();
    assert_eq!(text.matches("\"entities\":").count(), 3, "{text}");
}

#[test]
fn a_caller_who_takes_a_compressed_answer_at_once_leaves_others_their_turn() {
    let process = Process::start(&[]);
    let body = "7\n".repeat(100_000);
    let request = format!(
        "POST /v1/batch HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-encoding: gzip\r\ncontent-type: application/x-ndjson\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(&process.address).unwrap();
    let mut reader = stream.try_clone().unwrap();
    let taking = thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()).unwrap());
    let sending = thread::spawn(move || stream.write_all(request.as_bytes()));
    for _ in 0..10 {
        let asked = Instant::now();
        assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
        assert!(asked.elapsed() < Duration::from_millis(2_500), "{:?}", asked.elapsed());
    }
    sending.join().unwrap().unwrap();
    assert!(taking.join().unwrap() > 1_000_000);
}
