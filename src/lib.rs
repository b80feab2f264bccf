//! The HTTP service: it takes an article, runs it through the pipeline, stores nothing, and answers with entities,
//! quotes, events and times.
//!
//! ```
//! use dateline::{App, config::Limits, model::Model};
//!
//! let app = App::new(Limits::default(), Model::embedded());
//! let router = dateline::http::router::router(&app, &[]);
//! # let _: axum::Router = router;
//! ```

pub mod answer;
pub mod batch;
pub mod cli;
pub mod config;
pub mod http;
pub mod info;
pub mod observe;
pub mod runtime;

use std::sync::Arc;

pub use dateline_answer::{knowledge, model};
use tokio::sync::Semaphore;

#[cfg(feature = "opentelemetry")]
use crate::observe::traces::Traces;
use crate::{
    config::{ApiKey, Limits},
    http::middleware::{authenticate::Keys, limit_bodies::Addresses},
    model::Model,
    observe::metrics::Metrics,
    runtime::{pool::Pool, readiness::Readiness},
};

/// What all requests share.
#[derive(Clone)]
pub struct App {
    /// The limits in force.
    pub limits: Arc<Limits>,
    /// The model and the pipeline that reads with it.
    pub model: Arc<Model>,
    /// The CPU pool.
    pub pool: Pool,
    /// Whether `GET /` serves the playground to browsers.
    pub has_playground: bool,
    /// Who may call.
    pub keys: Arc<Keys>,
    /// The bodies that each address sends.
    pub addresses: Arc<Addresses>,
    /// A permit for each byte of bodies that may be held.
    pub body_bytes: Arc<Semaphore>,
    /// A permit for each byte of answers that may wait for their callers.
    pub answer_bytes: Arc<Semaphore>,
    /// A permit for each request that may be held.
    pub requests: Arc<Semaphore>,
    /// A permit for each batch that may be read.
    pub batches: Arc<Semaphore>,
    /// The metrics.
    pub metrics: Arc<Metrics>,
    /// Whether articles are accepted.
    pub readiness: Arc<Readiness>,
    /// Sends traces to a collector.
    #[cfg(feature = "opentelemetry")]
    pub traces: Option<Arc<Traces>>,
}

impl App {
    /// Starts the workers of a service that is not ready yet.
    #[must_use]
    pub fn new(limits: Limits, model: Arc<Model>) -> Self {
        let metrics = Metrics::new(&model.id);
        metrics.show(&limits);
        let pool = Pool::start(&limits, metrics.pool());
        Self {
            has_playground: true,
            keys: Arc::default(),
            addresses: Arc::default(),
            body_bytes: Arc::new(Semaphore::new(limits.held_body_bytes_max)),
            answer_bytes: Arc::new(Semaphore::new(limits.held_answer_bytes_max)),
            requests: Arc::new(Semaphore::new(limits.requests_max)),
            batches: Arc::new(Semaphore::new(limits.batches_max)),
            limits: Arc::new(limits),
            model,
            pool,
            metrics,
            readiness: Arc::default(),
            #[cfg(feature = "opentelemetry")]
            traces: None,
        }
    }

    /// The same service, for holders of these keys only.
    #[must_use]
    pub fn with_api_keys(mut self, keys: &[ApiKey]) -> Self {
        self.keys = Arc::new(Keys::new(keys, &self.limits));
        self
    }
}
