//! The only requests that this program makes: to the service that `dateline health` asks about, and to the collector of
//! traces, where there is one. Plain HTTP, one connection each.

use std::io;

use axum::http::{Request, Response, header};
use hyper::{
    body::{Body, Incoming},
    client::conn::http1,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

const HTTP_PORT: u16 = 80;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unanswered {
    #[error("{0}")]
    Connect(#[from] io::Error),
    #[error("{0}")]
    Http(#[from] hyper::Error),
    #[error("it took more than {0} s")]
    Timeout(u64),
}

/// Sends a request to the host that its URL names, which the configuration checked. Needs a runtime.
pub(crate) async fn send<B>(mut request: Request<B>) -> Result<Response<Incoming>, Unanswered>
where
    B: Body<Data: Send, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
{
    let uri = request.uri().clone();
    let (host, authority) = uri.host().zip(uri.authority()).expect("the argument parser checked it");
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((bare, uri.port_u16().unwrap_or(HTTP_PORT))).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let host = authority.as_str().parse().expect("an authority is a valid header");
    request.headers_mut().insert(header::HOST, host);
    let target = uri.path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = target.parse().expect("it is a part of a valid URL");
    Ok(sender.send_request(request).await?)
}
