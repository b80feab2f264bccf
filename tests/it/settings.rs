//! Settings: what is read from where, and that none of them is repeated where it may be a secret.

use std::{
    env, fs,
    net::TcpListener,
    path::PathBuf,
    process::{self, Command, Output, Stdio},
};

use dateline_wire::hash;

use crate::{
    cli::{dateline, text},
    support::{Process, wire},
};

/// A file with this text, in the folder of temporary files.
pub(crate) fn file(name: &str, content: &str) -> PathBuf {
    let path = env::temp_dir().join(format!("dateline-{}-{name}", process::id()));
    fs::write(&path, content).unwrap();
    path
}

fn serve_with(variables: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["serve", "--bind", "127.0.0.1:0"])
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_secret_in_a_wrong_place_is_not_repeated() {
    let secret = "dateline_1a37c0ffee1a37c0ffee1a37c0ffee1a37c0ffee1a37c0ffee1a37c0ffee1a37";
    let pem = "-----BEGIN PRIVATE KEY-----\nswordfish\n-----END PRIVATE KEY-----";
    let keys = file("secret-keys", &format!("desk={secret}\n"));
    let (keys, named) = (keys.to_str().unwrap(), format!("desk={secret}"));
    for (variables, said) in [
        (&[("DATELINE_API_KEYS", named.as_str())][..], "this is the key itself"),
        (&[("DATELINE_API_KEYS", secret)], "this is the key itself"),
        (&[("DATELINE_API_KEYS", "desk=swordfish")], "the hash must be 64 hexadecimal digits"),
        (&[("DATELINE_API_KEYS", "swordfish")], "must be NAME=SHA256"),
        (&[("DATELINE_API_KEYS", "")], "holds no key"),
        (&[("DATELINE_API_KEYS_FILE", keys)], "this is the key itself"),
        (&[("DATELINE_API_KEYS_FILE", secret)], "DATELINE_API_KEYS_FILE"),
        (&[("DATELINE_TLS_CERTIFICATE", pem), ("DATELINE_TLS_KEY", pem)], "DATELINE_TLS_CERTIFICATE"),
    ] {
        let output = serve_with(variables);
        let (stderr, stdout) = (text(&output.stderr), text(&output.stdout));
        assert!(!output.status.success() && stderr.contains(said), "{variables:?}: {stderr}");
        for word in [secret, "swordfish", "1a37c0ffee"] {
            assert!(!stderr.contains(word) && !stdout.contains(word), "{stderr}");
        }
    }
    let asked = dateline(&["health", "--url", "http://me:swordfish@x/"], b"");
    assert!(!asked.status.success() && !text(&asked.stderr).contains("swordfish"), "{}", text(&asked.stderr));
}

#[test]
fn keys_come_from_a_file() {
    let hash = |key: &str| hash::sha256_hex(key.as_bytes());
    let content = format!("# who may call\n\ndesk={} # the desk\nwire={}@600\n", hash("one"), hash("two"));
    let path = file("keys", &content);
    let process =
        Process::start(&["--api-keys-file", path.to_str().unwrap(), "--api-keys", &format!("web={}", hash("three"))]);
    assert!(
        process.log.iter().any(|line| line.contains("\"listening\"") && line.contains("\"keys\":3")),
        "{:?}",
        process.log
    );
    for (key, status) in [("one", "200"), ("two", "200"), ("three", "200"), ("four", "401")] {
        let request = String::from_utf8(wire("text/plain", "Rain fell.")).unwrap();
        let request = request.replace("host: x\r\n", &format!("host: x\r\nx-api-key: {key}\r\n"));
        let answer = process.exchange(request.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{key}: {answer}");
    }
    for (name, content) in [("no-keys", ""), ("comments", "# none\n\n")] {
        let output = serve_with(&[("DATELINE_API_KEYS_FILE", file(name, content).to_str().unwrap())]);
        assert!(!output.status.success() && text(&output.stderr).contains("holds no key"), "{}", text(&output.stderr));
    }
}

#[test]
fn a_line_end_after_keys_in_a_variable_is_no_fault() {
    let keys = format!("desk={}\n", hash::sha256_hex(b"one"));
    let process = Process::start_with(&["--bind", "127.0.0.1:0"], &[("DATELINE_API_KEYS", &keys)]);
    assert!(process.get("/v1/info").starts_with("HTTP/1.1 401 "));
}

#[test]
fn a_variable_that_is_no_setting_is_warned_of() {
    let process = Process::start_with(
        &["--bind", "127.0.0.1:0"],
        &[("DATELINE_APIKEYS", "swordfish"), ("DATELINE_COLOUR", "red"), ("DATELINE_SERVICE_HOST", "10.0.0.1")],
    );
    let warned =
        |variable: &str| process.log.iter().find(|line| line.contains(&format!("\"variable\":\"{variable}\"")));
    assert!(
        warned("DATELINE_APIKEYS").is_some_and(|line| line.contains("\"did_you_mean\":\"DATELINE_API_KEYS\"")),
        "{:?}",
        process.log
    );
    assert!(warned("DATELINE_COLOUR").is_some_and(|line| line.contains("\"WARN\"") && !line.contains("did_you_mean")));
    assert!(warned("DATELINE_SERVICE_HOST").is_none() && warned("DATELINE_LINGER_MS").is_none());
    assert!(process.log.iter().all(|line| !line.contains("swordfish")));
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn health_with(variables: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("health").envs(variables.iter().copied()).output().unwrap()
}

#[test]
fn health_asks_the_service_that_has_the_same_settings() {
    let (port, operators) = (free_port(), free_port());
    let bind = format!("localhost:{port}");
    let variables = [("DATELINE_BIND", bind.as_str())];
    assert_eq!(health_with(&variables).status.code(), Some(1));
    let first = Process::start_with(&["--bind", &bind], &[]);
    assert_eq!(health_with(&variables).status.code(), Some(0), "{}", text(&health_with(&variables).stderr));
    drop(first);
    let operators = format!("0.0.0.0:{operators}");
    let variables = [("DATELINE_BIND", bind.as_str()), ("DATELINE_OPERATORS_BIND", &operators)];
    let _second = Process::start_with(&["--bind", &bind, "--operators-bind", &operators], &[]);
    assert_eq!(health_with(&variables).status.code(), Some(0), "{}", text(&health_with(&variables).stderr));
}

#[test]
fn a_name_can_be_listened_on() {
    let process = Process::start_with(&["--bind", "localhost:0"], &[]);
    assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
}

#[test]
fn licences_of_everything_are_in_the_binary() {
    let output = dateline(&["licenses"], b"");
    let printed = text(&output.stdout);
    assert!(output.status.success());
    for part in
        ["Apache License", "mledoze/countries", "GeoNames", "en-news", "tokio-rustls", "Permission is hereby granted"]
    {
        assert!(printed.contains(part), "{part}");
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = ["", "gazetteers", "models/en-news", "crates/gazetteer", "crates/lexicon", "crates/kb", "kb"];
    for notice in folders.map(|folder| root.join(folder).join("NOTICE")) {
        let Ok(notice) = fs::read_to_string(&notice) else { continue };
        assert!(printed.contains(notice.trim()), "dateline licenses does not print one of the NOTICE files: {notice}");
    }
}
