//! What Prometheus reads. Label values are enums and route templates, so that no request can add a time series.

use std::{
    sync::{Arc, atomic::AtomicI64},
    time::Duration,
};

use axum::http::StatusCode;
use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
        info::Info,
    },
    registry::{Registry, Unit},
};

/// The media type of the exposition.
pub const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    status: u16,
    code: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Routed {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Found {
    layer: &'static str,
}

/// The service's metrics.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    durations: Family<Routed, Histogram, fn() -> Histogram>,
    queued: Histogram,
    extracted: Histogram,
    text_chars: Histogram,
    findings: Family<Found, Counter>,
    pool: PoolGauges,
}

/// How busy the CPU pool is.
#[derive(Clone, Debug, Default)]
pub struct PoolGauges {
    waiting: Gauge,
    running: Gauge,
}

impl PoolGauges {
    /// Counts one more waiting job until the guard is dropped.
    #[must_use]
    pub fn waiting(&self) -> Counted {
        Counted::new(&self.waiting)
    }

    /// Counts one more running job until the guard is dropped.
    #[must_use]
    pub fn running(&self) -> Counted {
        Counted::new(&self.running)
    }
}

/// Counts one in a gauge for as long as it lives.
#[derive(Debug)]
pub struct Counted(Gauge<i64, AtomicI64>);

impl Counted {
    fn new(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Sizes and timings of one extraction.
#[derive(Clone, Copy, Debug)]
pub struct ExtractionStats {
    /// Characters of the text.
    pub text_chars: u64,
    /// Time spent waiting for a worker.
    pub queued: Duration,
    /// Time spent on the worker.
    pub ran: Duration,
    /// Entities, quotes, events and times found.
    pub found: [usize; 4],
}

/// From a millisecond to sixteen seconds.
fn seconds() -> Histogram {
    Histogram::new(exponential_buckets(0.001, 2.0, 15))
}

impl Metrics {
    /// Registers everything, with the version and the model as labels of `dateline_build_info`.
    #[must_use]
    pub fn new(model: &str) -> Arc<Self> {
        let mut registry = Registry::with_prefix("dateline");
        let requests = Family::default();
        let durations = Family::new_with_constructor(seconds as fn() -> Histogram);
        let (queued, extracted) = (seconds(), seconds());
        let text_chars = Histogram::new(exponential_buckets(100.0, 2.0, 12));
        let findings = Family::default();
        let pool = PoolGauges::default();
        let labels = [("version", env!("CARGO_PKG_VERSION")), ("model", model)];
        registry.register(
            "build",
            "The version and the model",
            Info::new(labels.map(|(name, value)| (name, value.to_owned())).to_vec()),
        );
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register_with_unit(
            "http_request_duration",
            "Time from head to answer",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register_with_unit("queue_duration", "Time that articles waited", Unit::Seconds, queued.clone());
        registry.register_with_unit("extraction_duration", "Time to read articles", Unit::Seconds, extracted.clone());
        registry.register("text_characters", "Characters of articles", text_chars.clone());
        registry.register("findings", "Entities, quotes, events and times found", findings.clone());
        registry.register("jobs_waiting", "Articles waiting for a worker", pool.waiting.clone());
        registry.register("jobs_running", "Articles being read", pool.running.clone());
        Arc::new(Self { registry, requests, durations, queued, extracted, text_chars, findings, pool })
    }

    /// The pool's gauges.
    #[must_use]
    pub fn pool(&self) -> PoolGauges {
        self.pool.clone()
    }

    /// Counts one answer of a route, given by its template; `code` is the problem's, or empty.
    pub fn answered(&self, route: &str, status: StatusCode, code: &'static str, took: Duration) {
        let route = route.to_owned();
        self.requests.get_or_create(&Answered { route: route.clone(), status: status.as_u16(), code }).inc();
        self.durations.get_or_create(&Routed { route }).observe(took.as_secs_f64());
    }

    /// Counts one extraction.
    pub fn extracted(&self, stats: &ExtractionStats) {
        self.queued.observe(stats.queued.as_secs_f64());
        self.extracted.observe(stats.ran.as_secs_f64());
        // Texts are far shorter than 2^52 characters, so nothing is lost.
        self.text_chars.observe(stats.text_chars as f64);
        for (layer, count) in ["entities", "quotes", "events", "times"].into_iter().zip(stats.found) {
            self.findings.get_or_create(&Found { layer }).inc_by(count as u64);
        }
    }

    /// The exposition, as OpenMetrics text.
    #[must_use]
    pub fn exposition(&self) -> String {
        let mut exposition = String::new();
        text::encode(&mut exposition, &self.registry).expect("writing to a string cannot fail");
        exposition
    }
}
