//! The wire: what callers send and get, in the terms of the contract, as JSON and without HTTP.
//!
//! ```
//! use dateline_extract::Pipeline;
//! use dateline_wire::{AnswerLimits, ExtractRequest, Provenance, RequestLimits, respond, to_json};
//!
//! let (limits, answers) = (RequestLimits::default(), AnswerLimits::default());
//! let request = ExtractRequest::from_json(br#"{"body": "It rained, said Ana Prado."}"#, &limits)?;
//! let (article, asked) = request.into_article(&limits)?;
//! let found = Pipeline::by_rule().extract(&article).expect("rules cannot fail");
//! let provenance = Provenance { model: "rules", knowledge_bases: &[], warnings_max: answers.warnings_max };
//! let json = to_json(&respond(&article, &found, asked, provenance), answers.answer_bytes_max)?;
//! assert!(json.starts_with(b"{"));
//! # Ok::<(), dateline_wire::Problem>(())
//! ```

mod annotations;
mod batch;
mod convert;
mod defaults;
mod fields;
pub mod hash;
pub mod json;
mod known;
mod language;
mod limits;
mod linked;
mod links;
mod min_confidence;
pub mod ninjs;
pub mod offsets;
pub mod options;
mod printed;
pub mod problem;
pub mod published;
pub mod query;
mod representation;
pub mod request;
pub mod response;
mod suggest;
pub mod terms;
mod warnings;

pub use batch::{BatchRequest, BatchResponse, BatchResult};
pub use convert::{Provenance, respond, to_json};
pub use defaults::Defaults;
pub use known::{KNOWN, KnownEntities, KnownEntity};
pub use language::LANGUAGES;
pub use limits::{AnswerLimits, RequestLimits};
pub use min_confidence::Floors;
pub use options::Options;
pub use problem::{Code, FieldError, Position, Problem, ProblemDetails};
pub use representation::Representation;
pub use request::{Asked, ExtractRequest};
pub use response::ExtractResponse;

/// The service and its version, as answers name it.
pub const SERVICE: &str = concat!("dateline/", env!("CARGO_PKG_VERSION"));
