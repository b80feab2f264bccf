//! The service from outside: over its router where that is enough, over sockets and processes where it is not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod articles;
mod batch;
mod cli;
mod compression;
mod connections;
mod contract;
mod deployment;
mod determinism;
mod extract_files;
mod fitted;
mod front_page;
mod headers;
mod hostile;
mod html;
mod linked_data;
mod linking;
mod memory;
mod metrics;
mod ndjson;
mod ninjs;
mod openapi;
mod overload;
mod pages;
mod patience;
mod privacy;
mod problems;
mod protocols;
mod reload;
mod settings;
mod shutdown;
mod spans;
mod starvation;
mod support;
#[cfg(feature = "opentelemetry")]
mod traces;
