//! The service from outside: over its router where that is enough, over sockets and processes where it is not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod articles;
mod batch;
mod cli;
mod compression;
mod contract;
mod determinism;
mod fitted;
mod headers;
mod hostile;
mod metrics;
mod ndjson;
mod openapi;
mod overload;
mod patience;
mod privacy;
mod problems;
mod protocols;
mod shutdown;
mod spans;
mod support;
#[cfg(feature = "opentelemetry")]
mod traces;
