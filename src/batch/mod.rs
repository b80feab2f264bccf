//! Many documents: read as they come, answered in their order, with a window of them in memory and no more.
//!
//! The stream of answers asks for a document only when somebody asks it for an answer. So a caller who stops reading
//! stops the work, and one who disconnects cancels it.

pub mod framing;
pub mod lines;
mod progress;

use std::{sync::Arc, time::Instant};

use axum::body::Bytes;
use dateline_answer::answer;
use dateline_wire::{Code, Defaults, ExtractRequest, Position, Problem, RequestLimits, json};
use futures_util::{Stream, StreamExt};
use serde_json::Value;
use tokio_util::task::AbortOnDropHandle;

use crate::{
    App,
    answer::HeldAnswer,
    observe::metrics::{ExtractionStats, Stage},
};

pub use progress::Progress;

/// Documents read ahead for each worker: while the first is slow, the others are not idle.
const WINDOW_PER_WORKER: usize = 2;

/// A document of a batch, or a problem.
pub struct Document {
    /// Its position in the batch.
    pub position: Position,
    /// What the batch's documents have in common.
    pub defaults: Arc<Defaults>,
    /// What the caller sent.
    pub content: Result<Content, Problem>,
    /// Whether the rest of the batch is not read, because of the problem that this document is.
    pub ends_batch: bool,
}

/// What a caller sent as a document.
pub enum Content {
    /// A line of NDJSON.
    Line(Bytes),
    /// An item of a list.
    Item(Value),
}

impl Content {
    fn request(self, defaults: &Defaults, limits: &RequestLimits) -> Result<ExtractRequest, Problem> {
        match self {
            Self::Line(line) => ExtractRequest::from_line(&line, defaults, limits),
            Self::Item(item) => ExtractRequest::from_item(item, defaults, limits),
        }
    }

    /// What is needed to name the document in a problem.
    fn name(&self) -> Name {
        match self {
            Self::Line(line) => Name::Line(line.clone()),
            Self::Item(item) => Name::Id(item.get("id").and_then(Value::as_str).map(str::to_owned)),
        }
    }
}

/// What a problem calls a document by: its id, which a line is only read for when it has a problem.
enum Name {
    Line(Bytes),
    Id(Option<String>),
}

impl Name {
    /// The caller's id, where it is one that an answer would repeat.
    fn id(self, limits: &RequestLimits) -> Option<String> {
        /// The one field that is read.
        #[derive(serde::Deserialize)]
        struct Named {
            id: Option<String>,
        }
        let id = match self {
            Self::Line(line) => serde_json::from_slice::<Named>(json::without_bom(&line)).ok()?.id,
            Self::Id(id) => id,
        };
        id.filter(|id| id.chars().count() <= limits.label_chars_max)
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
        let (reader, position) = (reader.clone(), document.position);
        // A task of its own keeps running while nobody polls the stream of answers: a waiting document must not hold up others.
        let task = AbortOnDropHandle::new(tokio::spawn(reader.clone().read(document)));
        async move {
            let fault = || Problem::new(Code::Internal, "internal error, not caused by the document");
            task.await.unwrap_or_else(|_| reader.problem(position, &fault(), None))
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
        let Document { position, defaults, content, .. } = document;
        let name = content.as_ref().ok().map(Content::name);
        let answer = match content {
            Ok(content) => self.extract(content, defaults).await,
            Err(problem) => Err(problem),
        };
        match answer {
            Ok(json) => Answered { json, code: None },
            Err(problem) => {
                let id = name.and_then(|name| name.id(&self.app.limits.of_requests()));
                self.problem(position, &problem, id.as_deref())
            }
        }
    }

    async fn extract(&self, content: Content, defaults: Arc<Defaults>) -> Result<HeldAnswer, Problem> {
        let App { model, limits, metrics, .. } = self.app.clone();
        let job = move || {
            let (begun, of_requests) = (Instant::now(), limits.of_requests());
            let (article, asked) = content.request(&defaults, &of_requests)?.into_article(&of_requests)?;
            metrics.stage(Stage::Parse, begun.elapsed());
            answer(&model, &article, asked, limits.of_answers())
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

    fn problem(&self, position: Position, problem: &Problem, id: Option<&str>) -> Answered {
        let json = HeldAnswer::uncounted(problem.details_of(&self.request_id, position, id).to_json());
        Answered { json, code: Some(problem.code()) }
    }
}
