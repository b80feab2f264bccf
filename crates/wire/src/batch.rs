//! A batch as one JSON object.

use serde::Serialize;
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{
        Ref, Schema,
        schema::{AnyOfBuilder, ArrayBuilder, ObjectBuilder, SchemaType},
    },
};

use crate::{
    RequestLimits,
    fields::{self, Fault, Fields},
    problem::{Code, Problem, ProblemDetails},
    request::ExtractRequest,
    response::ExtractResponse,
};

/// Many articles, each with its own options.
#[derive(Clone, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchRequest {
    /// The articles.
    #[schema(schema_with = documents_schema)]
    pub documents: Vec<Value>,
}

/// Documents are read one by one: one that is not as described has a problem in its place, and does not spoil the others.
fn documents_schema() -> Schema {
    let anything = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    let document = AnyOfBuilder::new().item(Ref::from_schema_name("ExtractRequest")).item(anything);
    ArrayBuilder::new()
        .items(document)
        .max_items(Some(64))
        .description(Some("The articles. One that is no valid request has a problem in its place."))
        .into()
}

/// One result for each document, in the same order.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BatchResponse<'a> {
    /// The results.
    pub results: Vec<BatchResult<'a>>,
}

/// What one document's request would get by itself: what was found, or a problem. Only a problem has a `status`; its
/// `instance` ends in `#` and the document's number, from 1, and its pointers begin at the document.
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
        let mut fields = Fields::new(fields::parse(bytes)?, "", &mut faults);
        let documents = match fields.take("documents") {
            Some(Value::Array(documents)) => documents,
            Some(_) => {
                fields.reject(Code::FieldInvalid, "documents", "must be an array".to_owned());
                Vec::new()
            }
            None => {
                fields.reject(Code::FieldMissing, "documents", "is required".to_owned());
                Vec::new()
            }
        };
        fields.finish();
        if let Some(problem) = fields::problem(&faults, limits.errors_max) {
            return Err(problem);
        }
        let (actual, limit) = (documents.len(), limits.batch_documents_max);
        if actual > limit {
            let detail = format!("the batch has {actual} documents; at most {limit} are read, or any number as NDJSON");
            return Err(Problem::new(Code::BatchTooLong, detail).limit(limit as u64).actual(actual as u64));
        }
        Ok(Self { documents })
    }
}

/// Reads one document of a batch.
///
/// # Errors
/// A problem that lists what is wrong with it.
pub fn document(value: Value, limits: &RequestLimits) -> Result<ExtractRequest, Problem> {
    ExtractRequest::from_value(value, limits)
}
