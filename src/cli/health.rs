//! `dateline health`: for containers that have no shell and no curl.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request},
};
use tokio::{runtime, time};

use super::CliError;
use crate::{
    config::HealthCheck,
    http::client::{self, ClientError},
};

/// Longest time that a healthy service takes to say so.
const TIMEOUT: Duration = Duration::from_secs(3);

/// Asks once.
pub(super) fn run(args: &HealthCheck) -> Result<(), CliError> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(CliError::Runtime)?;
    let url = args.url();
    let request = Request::builder()
        .method(Method::GET)
        .uri(url.clone())
        .body(Body::empty())
        .expect("the parts come from a valid URL");
    let asked = runtime.block_on(async { time::timeout(TIMEOUT, client::send(request)).await });
    let answer = asked.unwrap_or(Err(ClientError::Timeout(TIMEOUT.as_secs())));
    let answer = answer.map_err(|error| CliError::Unreachable(url.to_string(), error))?;
    match answer.status() {
        status if status.is_success() => Ok(()),
        status => Err(CliError::Unhealthy(url.to_string(), status.as_u16())),
    }
}
