//! `dateline health`: for containers that have no shell and no curl.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, Uri, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, runtime, time};

use super::CliError;
use crate::config::HealthCheck;

/// Longest time that a healthy service takes to say so.
const TIMEOUT: Duration = Duration::from_secs(3);

const HTTP_PORT: u16 = 80;

/// Why a service gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreachable {
    #[error("{0}")]
    Connect(#[from] std::io::Error),
    #[error("{0}")]
    Http(#[from] hyper::Error),
    #[error("it took more than {} s", TIMEOUT.as_secs())]
    Timeout,
}

/// Asks once.
pub(super) fn run(args: &HealthCheck) -> Result<(), CliError> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(CliError::Runtime)?;
    let asked = runtime.block_on(async { time::timeout(TIMEOUT, ask(&args.url)).await });
    let status = asked.unwrap_or(Err(Unreachable::Timeout));
    match status.map_err(|error| CliError::Unreachable(args.url.to_string(), error))? {
        200..=299 => Ok(()),
        status => Err(CliError::Unhealthy(args.url.to_string(), status)),
    }
}

async fn ask(url: &Uri) -> Result<u16, Unreachable> {
    let host = url.host().expect("the argument parser checked it");
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((bare, url.port_u16().unwrap_or(HTTP_PORT))).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = Request::builder()
        .method(Method::GET)
        .uri(url.path_and_query().map_or("/", |path| path.as_str()))
        .header(header::HOST, url.authority().map_or(host, |authority| authority.as_str()))
        .body(Body::empty())
        .expect("the parts come from a valid URL");
    Ok(sender.send_request(request).await?.status().as_u16())
}
