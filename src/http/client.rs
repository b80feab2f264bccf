//! The only requests that this program makes: to the service that `dateline health` asks about, and to the collector of
//! traces, where there is one. One connection each.

mod any_certificate;

use std::io;

use axum::http::{Request, Response, Uri, header};
use hyper::{
    body::{Body, Incoming},
    client::conn::http1::{self, SendRequest},
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

const HTTP_PORT: u16 = 80;
const HTTPS_PORT: u16 = 443;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ClientError {
    #[error("{0}")]
    Connect(#[from] io::Error),
    #[error("{0}")]
    Http(#[from] hyper::Error),
    #[error("it took more than {0} s")]
    Timeout(u64),
}

/// Sends a request to the host that its URL names, which the configuration checked. Needs a runtime.
pub(crate) async fn send<B>(mut request: Request<B>) -> Result<Response<Incoming>, ClientError>
where
    B: Body<Data: Send, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
{
    let uri = request.uri().clone();
    let authority = uri.authority().expect("the argument parser checked it");
    let mut sender = connect(&uri).await?;
    let host = authority.as_str().parse().expect("an authority is a valid header");
    request.headers_mut().insert(header::HOST, host);
    let target = uri.path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = target.parse().expect("it is a part of a valid URL");
    Ok(sender.send_request(request).await?)
}

/// A connection to the host of a URL, over TLS where it says so.
async fn connect<B>(uri: &Uri) -> Result<SendRequest<B>, ClientError>
where
    B: Body<Data: Send, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
{
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let is_secure = uri.scheme_str() == Some("https");
    let port = uri.port_u16().unwrap_or(if is_secure { HTTPS_PORT } else { HTTP_PORT });
    let stream = TcpStream::connect((host, port)).await?;
    if is_secure {
        let stream = any_certificate::connect(stream, host).await?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(sender)
    } else {
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(sender)
    }
}
