//! Every limit, with its unit, its default and the reason for it.

use std::{thread, time::Duration};

use clap::Args;
use dateline_wire::{AnswerLimits, RequestLimits};
use serde::Serialize;
use utoipa::ToSchema;

/// The limits in force. Every one can be set when the service is started.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, ToSchema)]
pub struct Limits {
    /// Most bytes of a request's body, as sent and again after decompression. 200,000 characters take at most 800,000 in
    /// UTF-8; HTML pages with their scripts and styles are a few times as large.
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

    /// Maximum number of warnings of a kind in one answer; the rest are counted.
    #[arg(long, env = "DATELINE_WARNINGS_MAX", default_value_t = Self::default().warnings_max, value_name = "COUNT")]
    pub warnings_max: usize,

    /// Longest time in milliseconds that a request's head may take to arrive, and a new connection to begin one; frees connections
    /// that say nothing.
    #[arg(long, env = "DATELINE_HEAD_MS_MAX", default_value_t = Self::default().head_ms_max, value_name = "MS")]
    pub head_ms_max: u64,

    /// Longest time in milliseconds that a connection may rest between requests; longer than gateways and clients keep
    /// theirs (60 s is usual), so that it is they who close it, and never while they send the next request.
    #[arg(long, env = "DATELINE_IDLE_MS_MAX", default_value_t = Self::default().idle_ms_max, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub idle_ms_max: u64,

    /// Longest time in milliseconds that a request's body, or a line of a batch, may take to arrive: 1 MiB over a slow
    /// line.
    #[arg(long, env = "DATELINE_BODY_MS_MAX", default_value_t = Self::default().body_ms_max, value_name = "MS")]
    pub body_ms_max: u64,

    /// Longest time in milliseconds from the end of the body to the answer, waiting included. An article takes a tenth of a
    /// second; 200,000 characters that are each a word of their own take some 20 seconds on one core.
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

    /// Documents that each key may send in a minute, a batch's among them, where the key has no rate of its own. No limit
    /// by default, because only the operator knows what a caller is entitled to.
    #[arg(long, env = "DATELINE_RATE_PER_MINUTE", value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    #[schema(required = true)]
    pub rate_per_minute: Option<u32>,

    /// Most requests that are held at the same time, from the head to the last byte of the answer; the next is turned
    /// away before its body is read.
    #[arg(long, env = "DATELINE_REQUESTS_MAX", default_value_t = Self::default().requests_max, value_name = "COUNT", value_parser = at_least_one)]
    pub requests_max: usize,

    /// Most bytes of bodies that are held at the same time, counted as they arrive and after decompression; a request that would
    /// exceed it is refused. That is 32 of the largest, or thousands of articles of common length.
    #[arg(long, env = "DATELINE_HELD_BODY_BYTES_MAX", default_value_t = Self::default().held_body_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub held_body_bytes_max: usize,

    /// Most bytes of an answer. The longest article takes a tenth of it with everything asked for; a text that is made to be found in
    /// would take more.
    #[arg(long, env = "DATELINE_ANSWER_BYTES_MAX", default_value_t = Self::default().answer_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub answer_bytes_max: usize,

    /// Most bytes of answers that wait for their callers to take them; an article whose answer would exceed it is refused.
    #[arg(long, env = "DATELINE_HELD_ANSWER_BYTES_MAX", default_value_t = Self::default().held_answer_bytes_max, value_name = "BYTES", value_parser = at_least_one)]
    pub held_answer_bytes_max: usize,

    /// Most bodies that each key may send at the same time, where keys are configured: a quarter of all requests, so that no
    /// holder of a key keeps the others out by sending slowly.
    #[arg(long, env = "DATELINE_BODIES_PER_KEY_MAX", default_value_t = Self::default().bodies_per_key_max, value_name = "COUNT", value_parser = at_least_one)]
    pub bodies_per_key_max: usize,

    /// Most bodies that each address (of IPv6, each /64 network) may send at the same time. No limit by default, because behind a
    /// gateway all callers have one address.
    #[arg(long, env = "DATELINE_BODIES_PER_ADDRESS_MAX", value_name = "COUNT", value_parser = at_least_one)]
    #[schema(required = true)]
    pub bodies_per_address_max: Option<usize>,

    /// Most open connections; further ones wait in the system's backlog. One that rests takes some ten KiB, so there may
    /// be far more than requests.
    #[arg(long, env = "DATELINE_CONNECTIONS_MAX", default_value_t = Self::default().connections_max, value_name = "COUNT", value_parser = at_least_one)]
    pub connections_max: usize,

    /// Most bytes of a request's head, of which a caller can make the service hold as many for each connection. Heads
    /// take some hundred bytes, and a thousand more with a token in them.
    #[arg(long, env = "DATELINE_HEAD_BYTES_MAX", default_value_t = Self::default().head_bytes_max, value_name = "BYTES", value_parser = at_least_8192)]
    pub head_bytes_max: usize,

    /// Most headers of a request. Browsers and gateways send some thirty.
    #[arg(long, env = "DATELINE_HEADERS_MAX", default_value_t = Self::default().headers_max, value_name = "COUNT", value_parser = at_least_one)]
    pub headers_max: usize,

    /// Most requests at the same time on one connection of HTTP/2; a caller with more to ask has batches.
    #[arg(long, env = "DATELINE_STREAMS_MAX", default_value_t = Self::default().streams_max, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    pub streams_max: u32,

    /// Longest time in milliseconds for which a caller may take nothing of what is sent; then the connection is closed. Lines that
    /// drop for a moment come back within it.
    #[arg(long, env = "DATELINE_STALL_MS_MAX", default_value_t = Self::default().stall_ms_max, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub stall_ms_max: u64,

    /// Most log lines that wait to be written; further ones are dropped and counted, because a log that stands still
    /// must not stop the service.
    #[arg(long, env = "DATELINE_LOG_LINES_MAX", default_value_t = Self::default().log_lines_max, value_name = "COUNT", value_parser = at_least_one)]
    pub log_lines_max: usize,

    /// Time in milliseconds between `/readyz` failing and the listener closing, so that load balancers notice; until then requests are
    /// still accepted.
    #[arg(long, env = "DATELINE_LINGER_MS", default_value_t = Self::default().linger_ms, value_name = "MS")]
    pub linger_ms: u64,

    /// Longest time in milliseconds that running requests get to finish at shutdown: the body, the deadline and some.
    #[arg(long, env = "DATELINE_DRAIN_MS_MAX", default_value_t = Self::default().drain_ms_max, value_name = "MS")]
    pub drain_ms_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes_max: 4 << 20,
            text_chars_max: 200_000,
            label_chars_max: 1_000,
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
        let &Self { text_chars_max, label_chars_max, errors_max, batch_documents_max, .. } = self;
        RequestLimits { text_chars_max, label_chars_max, errors_max, batch_documents_max }
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
