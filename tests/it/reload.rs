//! SIGHUP: keys and certificates are read again, and no connection is dropped.

use std::{
    env, fs,
    io::{Read, Write},
    net::TcpStream as StdTcpStream,
    path::PathBuf,
    process,
    sync::Arc,
    time::Duration,
};

use dateline_wire::hash;
use rcgen::generate_simple_self_signed;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName},
    },
};

use crate::{
    cli::{dateline, text},
    settings::file,
    support::{Process, wire},
};

fn key(name: &str) -> String {
    format!("{name}={}\n", hash::sha256_hex(name.as_bytes()))
}

fn status(process: &Process, key: &str) -> String {
    let request = String::from_utf8(wire("text/plain", "Rain fell.")).unwrap();
    let request = request.replace("host: x\r\n", &format!("host: x\r\nx-api-key: {key}\r\n"));
    process.exchange(request.as_bytes())[9..12].to_owned()
}

#[test]
fn keys_are_read_again_and_a_bad_file_leaves_them_as_they_are() {
    let path = file("reloaded-keys", &key("desk"));
    let mut process = Process::start(&["--api-keys-file", path.to_str().unwrap()]);
    assert_eq!((status(&process, "desk"), status(&process, "wire")), ("200".into(), "401".into()));
    // A request that is under way when its key goes is answered.
    let mut running = StdTcpStream::connect(&process.address).unwrap();
    running.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let head = "POST /v1/extract HTTP/1.1\r\nhost: x\r\nx-api-key: desk\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 10\r\n\r\n";
    running.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    fs::write(&path, key("wire")).unwrap();
    process.signal("HUP");
    assert!(process.wait_for("\"keys reloaded\"").contains("\"keys\":1"));
    assert_eq!((status(&process, "desk"), status(&process, "wire")), ("401".into(), "200".into()));
    running.write_all(b"Rain fell.").unwrap();
    let mut answer = String::new();
    running.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    for bad in ["", "# none\n", "desk=swordfish\n"] {
        fs::write(&path, bad).unwrap();
        process.signal("HUP");
        let line = process.wait_for("could not reload the keys");
        assert!(line.contains("\"ERROR\"") && !line.contains("swordfish"), "{line}");
        assert_eq!((status(&process, ""), status(&process, "wire")), ("401".into(), "200".into()));
    }
    fs::remove_file(&path).unwrap();
    process.signal("HUP");
    process.wait_for("could not reload the keys");
    assert_eq!(status(&process, "wire"), "200");
}

#[test]
fn a_service_without_files_lives_on() {
    let mut process = Process::start(&[]);
    process.signal("HUP");
    process.wait_for("nothing to reload");
    assert!(process.get("/livez").starts_with("HTTP/1.1 204 "));
}

/// A certificate in files, whose contents change.
struct Files {
    chain: PathBuf,
    key: PathBuf,
}

impl Files {
    /// Writes a new certificate, and returns it.
    fn renew(&self) -> CertificateDer<'static> {
        let made = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        fs::write(&self.chain, made.cert.pem()).unwrap();
        fs::write(&self.key, made.signing_key.serialize_pem()).unwrap();
        made.cert.der().clone()
    }
}

async fn connect(address: &str, trusted: &CertificateDer<'static>) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, TcpStream::connect(address).await?).await
}

async fn is_alive(stream: &mut TlsStream<TcpStream>) -> bool {
    stream.write_all(b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let mut answer = [0; 512];
    let length = stream.read(&mut answer).await.unwrap();
    answer[..length].starts_with(b"HTTP/1.1 204 ")
}

#[tokio::test(flavor = "multi_thread")]
async fn certificates_are_read_again_and_bad_ones_leave_the_old_in_force() {
    let path = |what: &str| env::temp_dir().join(format!("dateline-{}-reload-{what}.pem", process::id()));
    let files = Files { chain: path("chain"), key: path("key") };
    let first = files.renew();
    let (chain, key) = (files.chain.to_str().unwrap(), files.key.to_str().unwrap());
    let mut process = Process::start(&["--tls-certificate", chain, "--tls-key", key]);
    let mut open = connect(&process.address, &first).await.unwrap();
    assert!(is_alive(&mut open).await);
    let second = files.renew();
    process.signal("HUP");
    process.wait_for("\"certificate reloaded\"");
    assert!(is_alive(&mut open).await, "an open connection was dropped");
    assert!(connect(&process.address, &first).await.is_err());
    assert!(is_alive(&mut connect(&process.address, &second).await.unwrap()).await);
    for (bad_chain, bad_key) in
        [(None, Some("no key")), (Some(""), None), (Some("-----BEGIN CERTIFICATE-----\nx"), None)]
    {
        if let Some(bad) = bad_chain {
            fs::write(&files.chain, bad).unwrap();
        }
        if let Some(bad) = bad_key {
            fs::write(&files.key, bad).unwrap();
        }
        process.signal("HUP");
        assert!(process.wait_for("could not reload the certificate").contains("\"ERROR\""));
        assert!(is_alive(&mut connect(&process.address, &second).await.unwrap()).await);
    }
    assert!(is_alive(&mut open).await);
    // Health is asked over TLS where the service speaks it.
    let third = files.renew();
    process.signal("HUP");
    process.wait_for("\"certificate reloaded\"");
    assert!(connect(&process.address, &third).await.is_ok());
    let asked = dateline(&["health", "--bind", &process.address, "--tls-certificate", chain], b"");
    assert_eq!(asked.status.code(), Some(0), "{}", text(&asked.stderr));
    let _ = (fs::remove_file(&files.chain), fs::remove_file(&files.key));
}
