//! Every limit, with its unit, its default and the reason for it.

use std::{thread, time::Duration};

use clap::Args;
use dateline_wire::{AnswerLimits, RequestLimits};
use serde::Serialize;
use utoipa::ToSchema;

/// The limits in force. Every one can be set when the service is started.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, ToSchema)]
pub struct Limits {
    /// Maximum size of a request body in bytes, both compressed and decompressed. 200,000 characters need at most 800,000
    /// bytes of UTF-8; HTML pages with scripts and styles are several times larger.
    #[arg(long, help_heading = "Limits on requests", env = "DATELINE_BODY_BYTES_MAX", default_value_t = Self::default().body_bytes_max, value_name = "BYTES")]
    pub body_bytes_max: usize,

    /// Maximum length of title, abstract and body together, in characters (Unicode code points). The longest features have
    /// about 100,000.
    #[arg(long, help_heading = "Limits on requests", env = "DATELINE_TEXT_CHARS_MAX", default_value_t = Self::default().text_chars_max, value_name = "CHARACTERS")]
    pub text_chars_max: usize,

    /// Maximum length of `id`, `byline` and `dateline`, in characters each: they are labels, not text.
    #[arg(long, help_heading = "Limits on requests", env = "DATELINE_LABEL_CHARS_MAX", default_value_t = Self::default().label_chars_max, value_name = "CHARACTERS")]
    pub label_chars_max: usize,

    /// Maximum number of `known_entities` in a request: those that an article could name. A whole thesaurus belongs in a file
    /// for `--kb`, which is read once.
    #[arg(long, help_heading = "Limits on requests", env = "DATELINE_KNOWN_ENTITIES_MAX", default_value_t = Self::default().known_entities_max, value_name = "COUNT")]
    pub known_entities_max: usize,

    /// Maximum number of errors listed in one problem. The first few are usually enough to fix a request.
    #[arg(long, help_heading = "Limits on answers", env = "DATELINE_ERRORS_MAX", default_value_t = Self::default().errors_max, value_name = "COUNT")]
    pub errors_max: usize,

    /// Maximum number of warnings of one kind in an answer; the rest are counted.
    #[arg(long, help_heading = "Limits on answers", env = "DATELINE_WARNINGS_MAX", default_value_t = Self::default().warnings_max, value_name = "COUNT")]
    pub warnings_max: usize,

    /// Maximum time in milliseconds for the request headers to arrive. A new connection must also start its first request
    /// within it, which frees connections that send nothing.
    #[arg(long, help_heading = "Timeouts", env = "DATELINE_HEAD_MS_MAX", default_value_t = Self::default().head_ms_max, value_name = "MS")]
    pub head_ms_max: u64,

    /// Maximum time in milliseconds that a connection may stay idle between requests. Longer than the 60 s that gateways
    /// and clients usually keep theirs, so that they close a connection first, and never while sending the next request.
    #[arg(long, help_heading = "Timeouts", env = "DATELINE_IDLE_MS_MAX", default_value_t = Self::default().idle_ms_max, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub idle_ms_max: u64,

    /// Maximum time in milliseconds for a request body, or one line of a batch, to arrive: 1 MiB over a slow line.
    #[arg(long, help_heading = "Timeouts", env = "DATELINE_BODY_MS_MAX", default_value_t = Self::default().body_ms_max, value_name = "MS")]
    pub body_ms_max: u64,

    /// Maximum time in milliseconds from the end of the request body to the answer, including time in the queue. An article
    /// takes about a tenth of a second; 200,000 characters of one-letter words take about 20 seconds on one core.
    #[arg(long, help_heading = "Timeouts", env = "DATELINE_DEADLINE_MS_MAX", default_value_t = Self::default().deadline_ms_max, value_name = "MS")]
    pub deadline_ms_max: u64,

    /// Number of articles processed at the same time, one thread each. Defaults to the number of CPU cores, because the
    /// work never waits for anything else.
    #[arg(long, help_heading = "Concurrency", hide_default_value = true, env = "DATELINE_WORKERS", default_value_t = Self::default().workers, value_name = "COUNT", value_parser = at_least_one)]
    pub workers: usize,

    /// Number of articles that may wait in the queue, per worker. Four are about what a worker can process within the
    /// maximum waiting time.
    #[arg(long, help_heading = "Concurrency", env = "DATELINE_QUEUE_PER_WORKER", default_value_t = Self::default().queue_per_worker, value_name = "COUNT", value_parser = at_least_one)]
    pub queue_per_worker: usize,

    /// Maximum time in milliseconds that an article may wait for a worker. After that, another replica would be faster.
    #[arg(long, help_heading = "Concurrency", env = "DATELINE_QUEUE_MS_MAX", default_value_t = Self::default().queue_ms_max, value_name = "MS")]
    pub queue_ms_max: u64,

    /// Maximum number of documents in a JSON batch, which is answered as a whole. NDJSON batches have no limit.
    #[arg(long, help_heading = "Batches", env = "DATELINE_BATCH_DOCUMENTS_MAX", default_value_t = Self::default().batch_documents_max, value_name = "COUNT", value_parser = at_least_one)]
    pub batch_documents_max: usize,

    /// Maximum size of a JSON batch in bytes, both compressed and decompressed: 64 long articles of 64 KiB. In NDJSON, each
    /// line may be as large as a request body.
    #[arg(long, help_heading = "Batches", env = "DATELINE_BATCH_BYTES_MAX", default_value_t = Self::default().batch_bytes_max, value_name = "BYTES")]
    pub batch_bytes_max: usize,

    /// Maximum number of batches processed at the same time. With the defaults they hold at most 64 MiB of JSON.
    #[arg(long, help_heading = "Batches", env = "DATELINE_BATCHES_MAX", default_value_t = Self::default().batches_max, value_name = "COUNT", value_parser = at_least_one)]
    pub batches_max: usize,

    /// Maximum time in milliseconds that a document of a batch may wait for a worker. Longer than for single requests,
    /// since batches are not interactive; bounded, since each batch holds a connection open.
    #[arg(long, help_heading = "Batches", env = "DATELINE_BATCH_QUEUE_MS_MAX", default_value_t = Self::default().batch_queue_ms_max, value_name = "MS")]
    pub batch_queue_ms_max: u64,

    /// Maximum number of documents that each API key may send per minute, including those in batches, for keys without a
    /// rate of their own. Unlimited by default, because only the operator knows what a client is entitled to.
    #[arg(long, help_heading = "Rates", env = "DATELINE_RATE_PER_MINUTE", value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    #[schema(required = true)]
    pub rate_per_minute: Option<u32>,

    /// Maximum number of requests in progress, from the headers to the last byte of the answer. Further requests are
    /// rejected before their body is read.
    #[arg(long, help_heading = "Concurrency", env = "DATELINE_REQUESTS_MAX", default_value_t = Self::default().requests_max, value_name = "COUNT", value_parser = at_least_one)]
    pub requests_max: usize,

    /// Maximum total size in bytes of request bodies in memory, counted as they arrive and after decompression. Requests that
    /// would exceed it are rejected. The default is enough for 32 of the largest, or for thousands of ordinary articles.
    #[arg(long, help_heading = "Concurrency", env = "DATELINE_HELD_BODY_BYTES_MAX", default_value_t = Self::default().held_body_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub held_body_bytes_max: usize,

    /// Maximum size of an answer in bytes. The longest articles need a tenth of it with all options on; only a text written
    /// to produce many findings exceeds it.
    #[arg(long, help_heading = "Limits on answers", env = "DATELINE_ANSWER_BYTES_MAX", default_value_t = Self::default().answer_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub answer_bytes_max: usize,

    /// Maximum total size in bytes of answers that clients have not received yet. Articles whose answer would exceed it are
    /// rejected.
    #[arg(long, help_heading = "Limits on answers", env = "DATELINE_HELD_ANSWER_BYTES_MAX", default_value_t = Self::default().held_answer_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub held_answer_bytes_max: usize,

    /// Maximum number of request bodies that each API key may send at the same time, where keys are configured. A quarter
    /// of `requests_max`, so that one client with slow uploads cannot lock out the others.
    #[arg(long, help_heading = "Rates", env = "DATELINE_BODIES_PER_KEY_MAX", default_value_t = Self::default().bodies_per_key_max, value_name = "COUNT", value_parser = at_least_one)]
    pub bodies_per_key_max: usize,

    /// Maximum number of request bodies that each client address (for IPv6, each /64 network) may send at the same time.
    /// Unlimited by default, because behind a gateway all clients share one address.
    #[arg(long, help_heading = "Rates", env = "DATELINE_BODIES_PER_ADDRESS_MAX", value_name = "COUNT", value_parser = at_least_one)]
    #[schema(required = true)]
    pub bodies_per_address_max: Option<usize>,

    /// Maximum number of open connections; further ones wait in the operating system's backlog. An idle connection takes
    /// about 10 KiB, so there may be many more connections than requests.
    #[arg(long, help_heading = "Connections", env = "DATELINE_CONNECTIONS_MAX", default_value_t = Self::default().connections_max, value_name = "COUNT", value_parser = at_least_one)]
    pub connections_max: usize,

    /// Maximum size of the request headers in bytes; every open connection may occupy this much memory. Headers take a few
    /// hundred bytes, and about a thousand more with a token.
    #[arg(long, help_heading = "Connections", env = "DATELINE_HEAD_BYTES_MAX", default_value_t = Self::default().head_bytes_max, value_name = "BYTES", value_parser = at_least_8192)]
    pub head_bytes_max: usize,

    /// Maximum number of headers in a request. Browsers and gateways send about thirty.
    #[arg(long, help_heading = "Connections", env = "DATELINE_HEADERS_MAX", default_value_t = Self::default().headers_max, value_name = "COUNT", value_parser = at_least_one)]
    pub headers_max: usize,

    /// Maximum number of concurrent requests on one HTTP/2 connection. Clients with more to send can use batches.
    #[arg(long, help_heading = "Connections", env = "DATELINE_STREAMS_MAX", default_value_t = Self::default().streams_max, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    pub streams_max: u32,

    /// Maximum time in milliseconds that a client may stop reading an answer before its connection is closed. Mobile
    /// connections that drop for a moment recover within it.
    #[arg(long, help_heading = "Timeouts", env = "DATELINE_STALL_MS_MAX", default_value_t = Self::default().stall_ms_max, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub stall_ms_max: u64,

    /// Maximum number of log lines waiting to be written. Further lines are dropped and counted, because a blocked log must
    /// not block the service.
    #[arg(long, help_heading = "Logs", env = "DATELINE_LOG_LINES_MAX", default_value_t = Self::default().log_lines_max, value_name = "COUNT", value_parser = at_least_one)]
    pub log_lines_max: usize,

    /// Time in milliseconds between `/readyz` failing and the listener closing, so that load balancers notice. Requests are
    /// accepted until then.
    #[arg(long, help_heading = "Shutdown", env = "DATELINE_LINGER_MS", default_value_t = Self::default().linger_ms, value_name = "MS")]
    pub linger_ms: u64,

    /// Maximum time in milliseconds that running requests get to finish at shutdown: the body timeout, the deadline, and a
    /// margin.
    #[arg(long, help_heading = "Shutdown", env = "DATELINE_DRAIN_MS_MAX", default_value_t = Self::default().drain_ms_max, value_name = "MS")]
    pub drain_ms_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes_max: 4 << 20,
            text_chars_max: 200_000,
            label_chars_max: 1_000,
            known_entities_max: 1_000,
            errors_max: 20,
            warnings_max: 50,
            head_ms_max: 10_000,
            idle_ms_max: 75_000,
            body_ms_max: 10_000,
            deadline_ms_max: 30_000,
            workers: thread::available_parallelism().map_or(1, usize::from),
            queue_per_worker: 4,
            queue_ms_max: 1_000,
            batch_documents_max: 64,
            batch_bytes_max: 4 << 20,
            batches_max: 16,
            batch_queue_ms_max: 30_000,
            rate_per_minute: None,
            requests_max: 256,
            held_body_bytes_max: 128 << 20,
            answer_bytes_max: 16 << 20,
            held_answer_bytes_max: 128 << 20,
            bodies_per_key_max: 64,
            bodies_per_address_max: None,
            connections_max: 10_240,
            head_bytes_max: 16 << 10,
            headers_max: 100,
            streams_max: 32,
            stall_ms_max: 30_000,
            log_lines_max: 10_000,
            linger_ms: 1_000,
            drain_ms_max: 45_000,
        }
    }
}

impl Limits {
    /// [`head_ms_max`](Self::head_ms_max).
    #[must_use]
    pub fn head_time_max(&self) -> Duration {
        Duration::from_millis(self.head_ms_max)
    }

    /// [`idle_ms_max`](Self::idle_ms_max).
    #[must_use]
    pub fn idle_time_max(&self) -> Duration {
        Duration::from_millis(self.idle_ms_max)
    }

    /// [`stall_ms_max`](Self::stall_ms_max).
    #[must_use]
    pub fn stall_time_max(&self) -> Duration {
        Duration::from_millis(self.stall_ms_max)
    }

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

    /// Those on what a request holds.
    #[must_use]
    pub fn of_requests(&self) -> RequestLimits {
        let &Self { text_chars_max, label_chars_max, known_entities_max, errors_max, batch_documents_max, .. } = self;
        RequestLimits { text_chars_max, label_chars_max, known_entities_max, errors_max, batch_documents_max }
    }

    /// Those on an answer.
    #[must_use]
    pub fn of_answers(&self) -> AnswerLimits {
        let &Self { warnings_max, answer_bytes_max, .. } = self;
        AnswerLimits { warnings_max, answer_bytes_max }
    }

    /// Articles that may wait, over all workers.
    #[must_use]
    pub fn queue_max(&self) -> usize {
        self.workers.saturating_mul(self.queue_per_worker)
    }
}

/// The least that the parser of heads works with.
fn at_least_8192(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number < 8192 => Err("must be at least 8192".to_owned()),
        Ok(number) => Ok(number),
        Err(error) => Err(format!("{error}")),
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("must be at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(error) => Err(format!("{error}")),
    }
}
