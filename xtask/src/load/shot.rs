//! One request, over a connection that is used again.

use std::sync::{Mutex, PoisonError};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
    header,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What is sent, and where to.
pub(super) struct Range {
    address: String,
    requests: Vec<Request<Full<Bytes>>>,
    rested: Mutex<Vec<SendRequest<Full<Bytes>>>>,
}

impl Range {
    /// A request for each article, as plain text.
    pub(super) fn new(address: &str, key: Option<&str>, articles: Vec<String>) -> Self {
        let request = |article: String| {
            let mut request =
                Request::post("/v1/extract").header(header::HOST, address).header(header::CONTENT_TYPE, "text/plain");
            if let Some(key) = key {
                request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
            }
            request.body(Full::new(Bytes::from(article))).expect("the address and the key are valid headers")
        };
        let requests = articles.into_iter().map(request).collect();
        Self { address: address.to_owned(), requests, rested: Mutex::default() }
    }

    /// Sends the next article; its status, or 0 where there was none.
    pub(super) async fn shoot(&self, turn: usize) -> u16 {
        self.answered(turn).await.unwrap_or(0)
    }

    async fn answered(&self, turn: usize) -> Option<u16> {
        let rested =
            self.rested.lock().unwrap_or_else(PoisonError::into_inner).pop().filter(|sender| !sender.is_closed());
        let mut sender = match rested {
            Some(sender) => sender,
            None => self.connect().await?,
        };
        let request = self.requests[turn % self.requests.len()].clone();
        sender.ready().await.ok()?;
        let response = sender.send_request(request).await.ok()?;
        let status = response.status().as_u16();
        response.into_body().collect().await.ok()?;
        self.rested.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        Some(status)
    }

    async fn connect(&self) -> Option<SendRequest<Full<Bytes>>> {
        let stream = TcpStream::connect(&self.address).await.ok()?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        Some(sender)
    }
}
