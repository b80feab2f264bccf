//! What Prometheus reads. Label values are enums and route templates, so that no request can add a time series.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
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
use tracing_appender::non_blocking::ErrorCounter;

use crate::config::Limits;

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

/// What is done with an article, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The body arrives.
    Receive,
    /// The body is read as a request.
    Parse,
    /// The article waits for a worker.
    Queue,
    /// The pipeline reads the article.
    Extract,
    /// The answer is written as JSON.
    Serialise,
}

impl Stage {
    /// Its name in metrics and traces.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Parse => "parse",
            Self::Queue => "queue",
            Self::Extract => "extract",
            Self::Serialise => "serialise",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Staged {
    stage: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Limited {
    of: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Batched {
    code: &'static str,
}

/// The service's metrics.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    durations: Family<Routed, Histogram, fn() -> Histogram>,
    cut: Family<Routed, Counter>,
    stages: Family<Staged, Histogram, fn() -> Histogram>,
    text_chars: Histogram,
    findings: Family<Found, Counter>,
    batched: Family<Batched, Counter>,
    pool: PoolGauges,
    held: Gauge,
    connections: Gauge,
    limits: Family<Limited, Gauge>,
    log: OnceLock<ErrorCounter>,
    log_dropped: Counter,
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

/// How an article came to be a job.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// When its body began to be read.
    pub begun: Instant,
    /// Time until the body had arrived.
    pub received: Duration,
    /// Time spent reading the body as a request.
    pub parsed: Duration,
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
    /// Of that, time spent in the pipeline.
    pub extracted: Duration,
    /// Entities, quotes, events and times found.
    pub found: [usize; 4],
}

impl ExtractionStats {
    /// The stages on and after the queue, with the time that each took.
    #[must_use]
    pub fn stages(&self) -> [(Stage, Duration); 3] {
        [
            (Stage::Queue, self.queued),
            (Stage::Extract, self.extracted),
            (Stage::Serialise, self.ran.saturating_sub(self.extracted)),
        ]
    }
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
        let stages = Family::new_with_constructor(seconds as fn() -> Histogram);
        let text_chars = Histogram::new(exponential_buckets(100.0, 2.0, 12));
        let (findings, batched) = (Family::default(), Family::default());
        let pool = PoolGauges::default();
        let labels = [("version", env!("CARGO_PKG_VERSION")), ("model", model)];
        registry.register(
            "build",
            "The version and the model",
            Info::new(labels.map(|(name, value)| (name, value.to_owned())).to_vec()),
        );
        registry.register("http_requests", "Requests answered", requests.clone());
        let cut = Family::default();
        registry.register("http_answers_cut", "Answers that the client did not take to the end", cut.clone());
        registry.register_with_unit(
            "http_request_duration",
            "Time from head to answer",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register_with_unit("stage_duration", "Time that each stage takes", Unit::Seconds, stages.clone());
        registry.register("text_characters", "Characters of articles", text_chars.clone());
        registry.register("findings", "Entities, quotes, events and times found", findings.clone());
        registry.register("batch_documents", "Documents of batches answered", batched.clone());
        let (held, connections) = (Gauge::default(), Gauge::default());
        let limits = Family::default();
        registry.register("limit", "The most that the gauge of this name may show", limits.clone());
        let log_dropped = Counter::default();
        registry.register("log_lines_dropped", "Log lines that were not written", log_dropped.clone());
        registry.register("requests_held", "Requests whose article or answer is in memory", held.clone());
        registry.register("connections_open", "Open connections", connections.clone());
        registry.register("jobs_waiting", "Articles waiting for a worker", pool.waiting.clone());
        registry.register("jobs_running", "Articles being read", pool.running.clone());
        Arc::new(Self {
            registry,
            requests,
            durations,
            cut,
            stages,
            text_chars,
            findings,
            batched,
            pool,
            held,
            connections,
            limits,
            log: OnceLock::new(),
            log_dropped,
        })
    }

    /// The pool's gauges.
    #[must_use]
    pub fn pool(&self) -> PoolGauges {
        self.pool.clone()
    }

    /// Counts one more held request until the guard is dropped.
    #[must_use]
    pub fn held(&self) -> Counted {
        Counted::new(&self.held)
    }

    /// Counts one more open connection until the guard is dropped.
    #[must_use]
    pub fn connection(&self) -> Counted {
        Counted::new(&self.connections)
    }

    /// Counts one answer of a route, given by its template; `code` is the problem's, or empty.
    pub fn answered(&self, route: &str, status: StatusCode, code: &'static str, took: Duration) {
        let route = route.to_owned();
        self.requests.get_or_create(&Answered { route: route.clone(), status: status.as_u16(), code }).inc();
        self.durations.get_or_create(&Routed { route }).observe(took.as_secs_f64());
    }

    /// Counts one answer of a route whose client disconnected before its end.
    pub fn answer_cut(&self, route: &str) {
        self.cut.get_or_create(&Routed { route: route.to_owned() }).inc();
    }

    /// Counts one passage of an article through a stage.
    pub fn stage(&self, stage: Stage, took: Duration) {
        self.stages.get_or_create(&Staged { stage: stage.as_str() }).observe(took.as_secs_f64());
    }

    /// Counts one extraction.
    pub fn extracted(&self, stats: &ExtractionStats) {
        for (stage, took) in stats.stages() {
            self.stage(stage, took);
        }
        // Texts are far shorter than 2^52 characters, so nothing is lost.
        self.text_chars.observe(stats.text_chars as f64);
        for (layer, count) in ["entities", "quotes", "events", "times"].into_iter().zip(stats.found) {
            self.findings.get_or_create(&Found { layer }).inc_by(count as u64);
        }
    }

    /// Counts one answer to a document of a batch; `code` is the problem's, or empty.
    pub fn batch_answered(&self, code: &'static str) {
        self.batched.get_or_create(&Batched { code }).inc();
    }

    /// Shows the limits beside what they limit.
    pub fn show(&self, limits: &Limits) {
        for (of, limit) in [
            ("jobs_waiting", limits.queue_max()),
            ("jobs_running", limits.workers),
            ("requests_held", limits.requests_max),
            ("connections_open", limits.connections_max),
        ] {
            self.limits.get_or_create(&Limited { of }).set(i64::try_from(limit).unwrap_or(i64::MAX));
        }
    }

    /// Counts the lines that this log drops.
    pub fn follow_log(&self, dropped: ErrorCounter) {
        // A process has one log.
        let _ = self.log.set(dropped);
    }

    /// The exposition, as OpenMetrics text.
    #[must_use]
    pub fn exposition(&self) -> String {
        if let Some(log) = self.log.get() {
            self.log_dropped.inner().store(log.dropped_lines() as u64, Ordering::Relaxed);
        }
        let mut exposition = String::new();
        text::encode(&mut exposition, &self.registry).expect("writing to a string cannot fail");
        exposition
    }
}
