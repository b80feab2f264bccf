//! A batch as one JSON object.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    RequestLimits,
    defaults::Defaults,
    fields::{self, Fault, Fields},
    json,
    options::Options,
    problem::{Code, Problem, ProblemDetails},
    response::ExtractResponse,
};

/// Many articles, and what they have in common.
#[derive(Clone, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchRequest {
    /// Fields for documents that do not have their own.
    #[schema(value_type = Option<BatchDefaults>, required = false)]
    pub defaults: Defaults,
    /// The articles. One that is not a valid request gets a problem in its place.
    #[schema(value_type = Vec<crate::ExtractRequest>, max_items = 64)]
    pub documents: Vec<Value>,
}

/// Fields that a document of a batch has where it does not have its own; options are filled in one by one.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes what `Defaults` reads")]
pub(crate) struct BatchDefaults {
    /// When the articles were published.
    #[schema(schema_with = crate::request::published_schema)]
    published_at: Option<String>,
    /// The language of the articles.
    #[schema(examples("en"))]
    language: Option<String>,
    /// The caller's own entities, for documents that list none themselves.
    #[schema(value_type = Option<Vec<crate::KnownEntity>>, required = false, max_items = 1000)]
    known_entities: Vec<crate::KnownEntity>,
    /// What to answer.
    #[schema(required = false, nullable)]
    options: Options,
}

/// One result for each document, in the same order.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BatchResponse<'a> {
    /// The results.
    pub results: Vec<BatchResult<'a>>,
}

/// The result of one document: what was found, or a problem. Only a problem has a `status`; it carries the document's `id`
/// and its `index`, and its pointers begin at the document.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum BatchResult<'a> {
    /// What was found.
    Found(ExtractResponse<'a>),
    /// Why the document was not read.
    Problem(ProblemDetails<'a>),
}

impl BatchRequest {
    /// Reads a JSON body; its documents are read later, one by one.
    ///
    /// # Errors
    /// A problem when the body is no list of documents, or has too many.
    pub fn from_json(bytes: &[u8], limits: &RequestLimits) -> Result<Self, Problem> {
        let mut faults: Vec<Fault> = Vec::new();
        let mut fields = Fields::new(json::parse(bytes)?, "/", &mut faults);
        let defaults = fields.take("defaults");
        let documents = match fields.take("documents") {
            Some(Value::Array(documents)) => documents,
            Some(_) => {
                fields.reject(Code::FieldInvalid, "documents", "must be an array".to_owned());
                Vec::new()
            }
            None => {
                fields.reject(Code::FieldMissing, "documents", "is required: an array of requests".to_owned());
                Vec::new()
            }
        };
        fields.finish();
        if let Some(problem) = fields::problem(faults, limits.errors_max) {
            return Err(problem);
        }
        let (actual, limit) = (documents.len(), limits.batch_documents_max);
        if actual > limit {
            let detail = format!("the batch has {actual} documents; the limit is {limit}; send more as NDJSON");
            return Err(Problem::new(Code::BatchTooLong, detail).limit(limit as u64).actual(actual as u64));
        }
        let defaults = defaults.map_or_else(|| Ok(Defaults::default()), |value| Defaults::from_value(value, limits))?;
        Ok(Self { defaults, documents })
    }
}
