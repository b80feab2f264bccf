//! The command line.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::support::{ARTICLE, Process};

pub(crate) fn dateline(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn extract_writes_the_answer_of_the_service() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/articles/harbour-accord.txt");
    let from_file = dateline(&["extract", file, "--published-at", "2025-03-05", "--title", "News"], b"");
    let from_stdin = dateline(&["extract", "-", "--published-at", "2025-03-05", "--title", "News"], ARTICLE.as_bytes());
    assert!(from_file.status.success() && from_file.stderr.is_empty());
    assert_eq!(from_file.stdout, from_stdin.stdout);
    let answer: Value = serde_json::from_slice(&from_file.stdout).unwrap();
    let hash = dateline_wire::hash::sha256_hex(format!("News\n\n{ARTICLE}").as_bytes());
    assert_eq!(answer["meta"]["text_sha256"], hash);
    assert!(answer["entities"].is_array() && answer["times"].is_array());
}

#[test]
fn pretty_shows_the_article_without_escapes_when_piped() {
    let shown = dateline(&["extract", "-", "--pretty"], format!("{ARTICLE}\nComments\n").as_bytes());
    assert!(shown.status.success());
    let shown = text(&shown.stdout);
    assert!(shown.contains("> The European Commission welcomed the signing."), "{shown}");
    assert!(shown.contains("! page furniture"), "{shown}");
    assert!(!shown.contains('\u{1b}'));
}

#[test]
fn rules_can_read_alone() {
    let read = dateline(&["extract", "-", "--rules-alone"], ARTICLE.as_bytes());
    assert!(read.status.success(), "{}", text(&read.stderr));
    let answer: Value = serde_json::from_slice(&read.stdout).unwrap();
    assert_eq!(answer["meta"]["model"], concat!("rules-alone/", env!("CARGO_PKG_VERSION")));
    assert!(!answer["entities"].as_array().unwrap().is_empty() && !answer["quotes"].as_array().unwrap().is_empty());
    let both = dateline(&["extract", "-", "--rules-alone", "--model", "models/en-news"], b"");
    assert!(!both.status.success() && text(&both.stderr).contains("cannot be used with"), "{}", text(&both.stderr));
}

#[test]
fn openapi_is_the_committed_description() {
    let written = dateline(&["openapi"], b"");
    assert!(text(&written.stdout) == include_str!("../../openapi/openapi.json"));
}

#[test]
fn health_tells_by_its_exit_code() {
    let process = Process::start(&[]);
    let url = |path: &str| format!("http://{}{path}", process.address);
    assert_eq!(dateline(&["health", "--url", &url("/readyz")], b"").status.code(), Some(0));
    let unhealthy = dateline(&["health", "--url", &url("/none")], b"");
    assert_eq!(unhealthy.status.code(), Some(1));
    assert!(text(&unhealthy.stderr).contains("answers with status 404"));
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let unreachable = dateline(&["health", "--url", &format!("http://{closed}/readyz")], b"");
    assert_eq!(unreachable.status.code(), Some(1));
    assert!(text(&unreachable.stderr).contains("does not answer"));
}

#[test]
fn what_is_wrong_with_the_arguments_is_said() {
    let busy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = busy.local_addr().unwrap().to_string();
    for (arguments, input, code, said) in [
        (&["extract", "-", "--published-at", "Sunday"][..], &b"Rain"[..], 2, "must be a date"),
        (&["extract"], b"", 1, "must hold more than white space"),
        (&["extract", "no-a", "no-b"], b"", 3, "cannot read no-b"),
        (&["extract", "-", "--format", "csv"], b"Rain", 1, "name a folder"),
        (&["extract", "-", "--format", "csv", "--pretty"], b"Rain", 2, "cannot be used with"),
        (&["extract", "-", "--include", "verbs"], b"Rain", 1, "must be one of entities"),
        (&["extract", "-", "--min-confidence", "much"], b"Rain", 2, "from 0 to 1"),
        (&["extract", "-", "--encoding", "klingon"], b"Rain", 2, "is not an encoding"),
        (&["extract", "-", "--ndjson", "--title", "x"], b"", 2, "cannot be used with"),
        (&["extract", "-", "--ndjson", "--resume"], b"", 2, "--output"),
        (&["extract", "-", "--ndjson", "--pretty"], b"", 2, "cannot be used with"),
        (&["extract", "no-such-file"], b"", 1, "cannot read no-such-file"),
        (&["extract", "-"], b" \n", 1, "more than white space"),
        (&["extract", "-"], b"\xff\xfe", 1, "--encoding utf-16le"),
        (&["extract", "-"], b"{\"body\": \"Rain\"}", 1, "--ndjson reads requests"),
        (&["extract", "-"], &[b'a'; (4 << 20) + 1], 1, "more than 4194304 bytes"),
        (&["serve", "--workers", "0"], b"", 2, "must be at least 1"),
        (&["serve", "--bind", "nowhere"], b"", 2, "must be HOST:PORT"),
        (&["serve", "--bind", &taken], b"", 1, "cannot listen on"),
        (&["serve", "--cors-origins", "*"], b"", 2, "must be a scheme, a host"),
        (&["serve", "--cors-origins", "https://a.example,https://b.example/"], b"", 2, "must be a scheme, a host"),
        (&["serve", "--cors-origins", "news.example"], b"", 2, "must be a scheme, a host"),
        (&["serve", "--cors-origins", ""], b"", 2, "must be a scheme, a host"),
        (&["serve", "--bind", "127.0.0.1:0", "--log", "a=b=c"], b"", 1, "log filter"),
        (&["health", "--url", "ftp://x/"], b"", 2, "must start with http:// or https://"),
        (&["health", "--url", "http://x?y"], b"", 2, "with a path before any query"),
        (&["health", "--url", "http://me:word@x/"], b"", 2, "without a user"),
        (&["tell"], b"", 2, "unrecognized subcommand"),
        (&[], b"", 2, "Usage"),
    ] {
        let output = dateline(arguments, input);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(said), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn settings_come_from_the_environment_too() {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["serve", "--bind", "127.0.0.1:0"])
        .env("DATELINE_WORKERS", "none")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("invalid value 'none' for '--workers <COUNT>'"));
}
