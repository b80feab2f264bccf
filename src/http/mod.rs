//! HTTP: what is served where, and what every request passes.

pub mod body;
pub(crate) mod client;
pub mod content_type;
pub mod middleware;
pub mod openapi;
mod playground;
pub mod problem;
pub mod router;
pub mod routes;

/// Where an article is read.
pub const EXTRACT_PATH: &str = "/v1/extract";

/// Where batches are taken: the one path whose bodies may be longer than an article.
pub const BATCH_PATH: &str = "/v1/batch";

/// Where ninjs items are enriched.
pub const NINJS_PATH: &str = "/v1/ninjs";
