//! A service for each test, and requests to it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, Sender, channel, sync_channel},
    thread,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
};
use dateline::{App, config::Limits, http::router, model::Model};
use http_body_util::BodyExt;
use serde_json::Value;
use tokio::sync::oneshot;
use tower::ServiceExt;

/// An article in which every layer has something to find.
pub(crate) const ARTICLE: &str = include_str!("../fixtures/articles/harbour-accord.txt");

/// The longest wait for a line of a service's log.
const LINE_MAX: Duration = Duration::from_secs(300);

/// A service and its router.
pub(crate) struct Service {
    pub(crate) app: App,
    pub(crate) router: Router,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The problem's code, after checking that the answer is a whole problem.
    pub(crate) fn code(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.text());
        let problem = self.json();
        let code = problem["code"].as_str().unwrap().to_owned();
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(problem["type"], format!("urn:dateline:problem:{code}"));
        assert_eq!(problem["instance"], format!("urn:dateline:request:{}", self.header("x-request-id").unwrap()));
        assert!(["title", "detail"].iter().all(|member| !problem[member].as_str().unwrap().is_empty()));
        let needs_retry = [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS].contains(&self.status);
        assert_eq!(self.headers.contains_key(header::RETRY_AFTER), needs_retry);
        code
    }
}

impl Service {
    pub(crate) fn new() -> Self {
        Self::with(Limits::default())
    }

    pub(crate) fn with(limits: Limits) -> Self {
        let app = App::new(limits, Model::embedded());
        let router = router::router(&app, &[]);
        Self { app, router }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        send(self.router.clone(), request).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn extract(&self, body: &Value) -> Reply {
        self.extract_bytes(serde_json::to_vec(body).unwrap()).await
    }

    /// With an `Accept`.
    pub(crate) async fn extract_as(&self, accept: &str, body: &Value) -> Reply {
        let mut request = post("application/json", body.to_string());
        request.headers_mut().insert(header::ACCEPT, accept.parse().unwrap());
        self.send(request).await
    }

    pub(crate) async fn extract_bytes(&self, body: impl Into<Body>) -> Reply {
        self.send(post("application/json", body)).await
    }
}

pub(crate) async fn send(router: Router, mut request: Request<Body>) -> Reply {
    request.headers_mut().entry(header::HOST).or_insert(HeaderValue::from_static("localhost"));
    let (head, body) = router.oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes().to_vec();
    Reply { status: head.status, headers: head.headers, bytes }
}

pub(crate) fn post(content_type: &str, body: impl Into<Body>) -> Request<Body> {
    post_to("/v1/extract", content_type, body)
}

pub(crate) fn post_to(path: &str, content_type: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, content_type)
        .body(body.into())
        .unwrap()
}

/// Occupies the only worker until the sender is dropped.
pub(crate) async fn occupy(service: &Service) -> Sender<()> {
    let (release, released) = channel();
    let (begin, begun) = oneshot::channel();
    let pool = service.app.pool.clone();
    tokio::spawn(async move {
        let job = move || {
            begin.send(()).unwrap();
            released.recv()
        };
        pool.run(job).await.map(|_| ())
    });
    begun.await.unwrap();
    release
}

/// A running `dateline serve` on a free port; it is killed when dropped.
pub(crate) struct Process {
    child: Child,
    lines: Receiver<String>,
    /// Its address.
    pub(crate) address: String,
    /// The log lines read so far.
    pub(crate) log: Vec<String>,
}

impl Process {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_with(&[&["--bind", "127.0.0.1:0"], arguments].concat(), &[])
    }

    /// With these variables too, and wherever the arguments say.
    pub(crate) fn start_with(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .arg("serve")
            .env("DATELINE_LINGER_MS", "100")
            .envs(variables.iter().copied())
            .args(arguments)
            .stderr(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let log = BufReader::new(child.stderr.take().unwrap()).lines();
        let (sender, lines) = sync_channel(0); // one line ahead: a log that nobody reads fills its pipe
        thread::spawn(move || log.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut process = Self { child, lines, address: String::new(), log: Vec::new() };
        let listening = process.wait_for("\"message\":\"listening\"");
        process.address = serde_json::from_str::<Value>(&listening).unwrap()["address"].as_str().unwrap().to_owned();
        process.wait_for("\"message\":\"ready\"");
        process
    }

    /// Reads log lines up to one that has `mark`.
    pub(crate) fn wait_for(&mut self, mark: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(LINE_MAX).unwrap_or_else(|_| panic!("no {mark} in {:?}", self.log));
            self.log.push(line.clone());
            if line.contains(mark) {
                return line;
            }
        }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks the process to end, as a container's runtime does.
    pub(crate) fn terminate(&self) {
        self.signal("TERM");
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// The log to its end, standard output, and whether the process ended well.
    pub(crate) fn finish(mut self) -> (Vec<String>, String, bool) {
        let rest: Vec<String> = self.lines.iter().collect();
        let log = [std::mem::take(&mut self.log), rest].concat();
        let mut stdout = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut stdout).unwrap();
        let ended_well = self.child.wait().unwrap().success();
        (log, stdout, ended_well)
    }

    /// Sends one request over a connection of its own, and reads the whole answer.
    pub(crate) fn exchange(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    pub(crate) fn get(&self, path: &str) -> String {
        self.exchange(format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A request to extract, as it goes over the wire.
pub(crate) fn wire(content_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST /v1/extract HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
