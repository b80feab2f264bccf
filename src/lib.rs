//! The HTTP service: it takes an article, runs it through the pipeline, stores nothing, and answers with entities,
//! quotes, events and times.
//!
//! ```
//! use dateline::{App, config::Limits, model::Model};
//!
//! let app = App::new(Limits::default(), Model::embedded());
//! let router = dateline::router::router(&app, &[]);
//! # let _: axum::Router = router;
//! ```

pub mod api;
pub mod cli;
pub mod compute;
pub mod config;
pub mod description;
pub mod error;
pub mod hash;
pub mod metrics;
pub mod model;
pub mod negotiation;
pub mod readiness;
pub mod router;
pub mod routes;
pub mod server;
pub mod telemetry;

use std::sync::Arc;

use crate::{compute::Pool, config::Limits, metrics::Metrics, model::Model, readiness::Readiness};

/// The service and its version, as answers name it.
pub const SERVICE: &str = concat!("dateline/", env!("CARGO_PKG_VERSION"));

/// What all requests share.
#[derive(Clone)]
pub struct App {
    /// The limits in force.
    pub limits: Arc<Limits>,
    /// The model and the pipeline that reads with it.
    pub model: Arc<Model>,
    /// The CPU pool.
    pub pool: Pool,
    /// The metrics.
    pub metrics: Arc<Metrics>,
    /// Whether articles are taken.
    pub readiness: Arc<Readiness>,
}

impl App {
    /// Starts the workers of a service that is not ready yet.
    #[must_use]
    pub fn new(limits: Limits, model: Arc<Model>) -> Self {
        let metrics = Metrics::new(&model.id);
        let pool = Pool::start(&limits, metrics.pool());
        Self { limits: Arc::new(limits), model, pool, metrics, readiness: Arc::default() }
    }
}
