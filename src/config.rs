//! Every setting and every limit, with its unit, its default and the reason for it. Flags and the `DATELINE_*`
//! environment are read here and nowhere else.

use std::{net::SocketAddr, thread, time::Duration};

use axum::http::{HeaderValue, Uri};
use clap::{Args, ValueEnum};
use serde::Serialize;
use utoipa::ToSchema;

/// Seconds that a caller who was turned away should wait: one queue's worth of articles is done by then.
pub const RETRY_AFTER_S: u32 = 1;

/// The settings of a running service.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Address and port to listen on.
    #[arg(long, env = "DATELINE_BIND", default_value = "127.0.0.1:8080")]
    pub bind: SocketAddr,

    /// Origins whose pages may call the service from a browser, as `https://news.example`, separated by commas; none by
    /// default, because a service behind a newsroom's own backend needs none.
    #[arg(long, env = "DATELINE_CORS_ORIGINS", value_delimiter = ',', value_name = "ORIGIN", value_parser = origin)]
    pub cors_origins: Vec<HeaderValue>,

    /// How log lines are written.
    #[arg(long, env = "DATELINE_LOG_FORMAT", value_enum, default_value_t = LogFormat::Json)]
    pub log_format: LogFormat,

    /// Which log lines are written, as tracing's filter directives: "info", "dateline=debug".
    #[arg(long, env = "DATELINE_LOG", default_value = "info", value_name = "FILTER")]
    pub log: String,

    /// The limits in force.
    #[command(flatten)]
    pub limits: Limits,
}

/// Whom to ask for health.
#[derive(Clone, Debug, Args)]
pub struct HealthCheck {
    /// What to ask; any status of success is health.
    #[arg(long, env = "DATELINE_HEALTH_URL", default_value = "http://127.0.0.1:8080/readyz", value_parser = http_uri)]
    pub url: Uri,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One JSON object per line, for collectors.
    Json,
    /// Coloured text, for people.
    Pretty,
}

/// The limits in force. Every one can be set when the service is started.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, ToSchema)]
pub struct Limits {
    /// Most bytes of a request's body, as sent and again after decompression. 200,000 characters take at most 800,000
    /// in UTF-8.
    #[arg(long, env = "DATELINE_BODY_BYTES_MAX", default_value_t = Self::default().body_bytes_max, value_name = "BYTES")]
    pub body_bytes_max: usize,

    /// Most characters (Unicode code points) of title, abstract and body together: the longest features have some
    /// 100,000.
    #[arg(long, env = "DATELINE_TEXT_CHARS_MAX", default_value_t = Self::default().text_chars_max, value_name = "CHARACTERS")]
    pub text_chars_max: usize,

    /// Most characters of `id`, of `byline` and of `dateline` each: they are labels, not text.
    #[arg(long, env = "DATELINE_LABEL_CHARS_MAX", default_value_t = Self::default().label_chars_max, value_name = "CHARACTERS")]
    pub label_chars_max: usize,

    /// Most faults that one problem lists; what a caller gets wrong is clear from the first few.
    #[arg(long, env = "DATELINE_ERRORS_MAX", default_value_t = Self::default().errors_max, value_name = "COUNT")]
    pub errors_max: usize,

    /// Longest time in milliseconds that a request's head may take to arrive; frees connections that say nothing.
    #[arg(long, env = "DATELINE_HEAD_MS_MAX", default_value_t = Self::default().head_ms_max, value_name = "MS")]
    pub head_ms_max: u64,

    /// Longest time in milliseconds that a request's body, or a line of a batch, may take to arrive: 1 MiB over a slow
    /// line.
    #[arg(long, env = "DATELINE_BODY_MS_MAX", default_value_t = Self::default().body_ms_max, value_name = "MS")]
    pub body_ms_max: u64,

    /// Longest time in milliseconds from the end of the body to the answer, waiting included.
    #[arg(long, env = "DATELINE_DEADLINE_MS_MAX", default_value_t = Self::default().deadline_ms_max, value_name = "MS")]
    pub deadline_ms_max: u64,

    /// Articles read at the same time, one thread each; as many as there are cores, because reading never waits.
    #[arg(long, env = "DATELINE_WORKERS", default_value_t = Self::default().workers, value_name = "COUNT", value_parser = at_least_one)]
    pub workers: usize,

    /// Articles that may wait, per worker. More would only wait in vain: four articles are what a worker reads well
    /// within the longest wait.
    #[arg(long, env = "DATELINE_QUEUE_PER_WORKER", default_value_t = Self::default().queue_per_worker, value_name = "COUNT", value_parser = at_least_one)]
    pub queue_per_worker: usize,

    /// Longest time in milliseconds that an article may wait for a worker; another replica would be faster.
    #[arg(long, env = "DATELINE_QUEUE_MS_MAX", default_value_t = Self::default().queue_ms_max, value_name = "MS")]
    pub queue_ms_max: u64,

    /// Most documents of a batch in JSON, which is answered as a whole; NDJSON has as many as the caller likes.
    #[arg(long, env = "DATELINE_BATCH_DOCUMENTS_MAX", default_value_t = Self::default().batch_documents_max, value_name = "COUNT", value_parser = at_least_one)]
    pub batch_documents_max: usize,

    /// Most bytes of a batch in JSON, as sent and again after decompression: 64 long articles of 64 KiB. In NDJSON each
    /// line may have as many bytes as a request.
    #[arg(long, env = "DATELINE_BATCH_BYTES_MAX", default_value_t = Self::default().batch_bytes_max, value_name = "BYTES")]
    pub batch_bytes_max: usize,

    /// Most batches read at the same time; with the defaults they hold at most 64 MiB of JSON.
    #[arg(long, env = "DATELINE_BATCHES_MAX", default_value_t = Self::default().batches_max, value_name = "COUNT", value_parser = at_least_one)]
    pub batches_max: usize,

    /// Longest time in milliseconds that a document of a batch may wait for a worker. It waits longer than an article of
    /// its own because nobody waits for it, and may not wait for ever because a connection does.
    #[arg(long, env = "DATELINE_BATCH_QUEUE_MS_MAX", default_value_t = Self::default().batch_queue_ms_max, value_name = "MS")]
    pub batch_queue_ms_max: u64,

    /// Most open connections; further ones wait in the system's backlog. Each may hold a body that is still arriving:
    /// with the defaults, 256 MiB together.
    #[arg(long, env = "DATELINE_CONNECTIONS_MAX", default_value_t = Self::default().connections_max, value_name = "COUNT", value_parser = at_least_one)]
    pub connections_max: usize,

    /// Time in milliseconds between `/readyz` turning away and the listener closing, so that load balancers notice.
    #[arg(long, env = "DATELINE_LINGER_MS", default_value_t = Self::default().linger_ms, value_name = "MS")]
    pub linger_ms: u64,

    /// Longest time in milliseconds that running requests get to finish at shutdown: the body, the deadline and some.
    #[arg(long, env = "DATELINE_DRAIN_MS_MAX", default_value_t = Self::default().drain_ms_max, value_name = "MS")]
    pub drain_ms_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes_max: 1 << 20,
            text_chars_max: 200_000,
            label_chars_max: 1_000,
            errors_max: 20,
            head_ms_max: 10_000,
            body_ms_max: 10_000,
            deadline_ms_max: 10_000,
            workers: thread::available_parallelism().map_or(1, usize::from),
            queue_per_worker: 4,
            queue_ms_max: 1_000,
            batch_documents_max: 64,
            batch_bytes_max: 4 << 20,
            batches_max: 16,
            batch_queue_ms_max: 30_000,
            connections_max: 256,
            linger_ms: 1_000,
            drain_ms_max: 25_000,
        }
    }
}

impl Limits {
    /// [`body_ms_max`](Self::body_ms_max).
    #[must_use]
    pub fn body_time_max(&self) -> Duration {
        Duration::from_millis(self.body_ms_max)
    }

    /// [`deadline_ms_max`](Self::deadline_ms_max).
    #[must_use]
    pub fn deadline(&self) -> Duration {
        Duration::from_millis(self.deadline_ms_max)
    }

    /// [`queue_ms_max`](Self::queue_ms_max).
    #[must_use]
    pub fn queue_wait_max(&self) -> Duration {
        Duration::from_millis(self.queue_ms_max)
    }

    /// [`batch_queue_ms_max`](Self::batch_queue_ms_max).
    #[must_use]
    pub fn batch_queue_wait_max(&self) -> Duration {
        Duration::from_millis(self.batch_queue_ms_max)
    }

    /// Articles that may wait, over all workers.
    #[must_use]
    pub fn queue_max(&self) -> usize {
        self.workers.saturating_mul(self.queue_per_worker)
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("must be at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(error) => Err(format!("{error}")),
    }
}

/// An origin as browsers send it; any other way to write one would never match.
fn origin(text: &str) -> Result<HeaderValue, String> {
    let uri: Option<Uri> = text.parse().ok();
    let written = uri.and_then(|uri| Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?)));
    match written {
        Some(origin) if origin == text => HeaderValue::try_from(origin).map_err(|error| error.to_string()),
        _ => Err("must be a scheme, a host, and perhaps a port, as in https://news.example:8443".to_owned()),
    }
}

fn http_uri(text: &str) -> Result<Uri, String> {
    let uri: Uri = text.parse().map_err(|error| format!("{error}"))?;
    match (uri.scheme_str(), uri.host()) {
        (Some("http"), Some(_)) => Ok(uri),
        _ => Err("must start with http:// and a host".to_owned()),
    }
}
