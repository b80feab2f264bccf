//! Many documents: read as they come, answered in their order, with a window of them in memory and no more.
//!
//! The stream of answers asks for a document only when somebody asks it for an answer. So a caller who stops reading
//! stops the work, and one who goes away ends it.

pub mod framing;
pub mod lines;
mod progress;

use std::{sync::Arc, time::Instant};

use axum::body::Bytes;
use dateline_wire::{Code, ExtractRequest, Problem, RequestLimits, document};
use futures_util::{Stream, StreamExt};
use serde_json::Value;
use tokio_util::task::AbortOnDropHandle;

use crate::{
    App,
    answer::{HeldAnswer, answer},
    observe::metrics::{ExtractionStats, Stage},
};

pub use progress::Progress;

/// Documents read ahead for each worker: while the first is slow, the others are not idle.
const WINDOW_PER_WORKER: usize = 2;

/// A document of a batch, or what is wrong with it.
pub struct Document {
    /// Its line, or its place in the list, from 1.
    pub number: u64,
    /// What the caller sent.
    pub content: Result<Content, Problem>,
}

/// What a caller sent as a document.
pub enum Content {
    /// A line of NDJSON.
    Line(Bytes),
    /// An item of a list.
    Item(Value),
}

impl Content {
    fn request(self, limits: &RequestLimits) -> Result<ExtractRequest, Problem> {
        match self {
            Self::Line(line) => ExtractRequest::from_json(&line, limits),
            Self::Item(item) => document(item, limits),
        }
    }
}

/// The answer to one document.
pub struct Answered {
    /// The same bytes that the document gets by itself, or a problem.
    pub json: HeldAnswer,
    /// The problem's code.
    pub code: Option<Code>,
}

/// One answer for each document, in the same order; `request_id` names the batch in problems.
pub fn answers<S>(app: &App, request_id: &str, documents: S) -> impl Stream<Item = Answered> + use<S>
where
    S: Stream<Item = Document>,
{
    let reader = Reader { app: app.clone(), request_id: Arc::from(request_id) };
    let read = move |document: Document| {
        let (reader, number) = (reader.clone(), document.number);
        // A task of its own goes on when the answers' stream rests: what waits for a worker must not hold up others.
        let task = AbortOnDropHandle::new(tokio::spawn(reader.clone().read(document)));
        async move {
            let fault = || Problem::new(Code::Internal, "the document could not be read; the fault is the service's");
            task.await.unwrap_or_else(|_| reader.problem(number, &fault()))
        }
    };
    documents.map(read).buffered(app.limits.workers.saturating_mul(WINDOW_PER_WORKER))
}

#[derive(Clone)]
struct Reader {
    app: App,
    request_id: Arc<str>,
}

impl Reader {
    async fn read(self, document: Document) -> Answered {
        let answer = match document.content {
            Ok(content) => self.extract(content).await,
            Err(problem) => Err(problem),
        };
        match answer {
            Ok(json) => Answered { json, code: None },
            Err(problem) => self.problem(document.number, &problem),
        }
    }

    async fn extract(&self, content: Content) -> Result<HeldAnswer, Problem> {
        let App { model, limits, metrics, .. } = self.app.clone();
        let job = move || {
            let (begun, bytes_max, limits) = (Instant::now(), limits.answer_bytes_max, limits.of_requests());
            let (article, asked) = content.request(&limits)?.into_article(&limits)?;
            metrics.stage(Stage::Parse, begun.elapsed());
            answer(&model, &article, asked, bytes_max)
        };
        let computed = self.app.pool.run_in_turn(job).await?;
        let answer = computed.value?;
        let stats = ExtractionStats {
            text_chars: answer.text_chars,
            queued: computed.queued,
            ran: computed.ran,
            extracted: answer.extracted,
            found: answer.found,
        };
        self.app.metrics.extracted(&stats);
        HeldAnswer::wait(answer.body, &self.app.answer_bytes, self.app.limits.batch_queue_wait_max()).await
    }

    fn problem(&self, number: u64, problem: &Problem) -> Answered {
        let details = problem.details(&format!("{}#{number}", self.request_id));
        let json = HeldAnswer::uncounted(details.to_json());
        Answered { json, code: Some(problem.code()) }
    }
}
