//! The wire: what callers send and get, in the terms of the contract, as JSON and without HTTP.
//!
//! ```
//! use dateline_extract::Pipeline;
//! use dateline_wire::{ExtractRequest, RequestLimits, respond, to_json};
//!
//! let limits = RequestLimits::default();
//! let request = ExtractRequest::from_json(br#"{"body": "It rained, said Ana Prado."}"#, &limits)?;
//! let (article, asked) = request.into_article(&limits)?;
//! let found = Pipeline::by_rule().extract(&article).expect("rules cannot fail");
//! let json = to_json(&respond(&article, &found, asked, "rules"));
//! assert!(json.starts_with(b"{"));
//! # Ok::<(), dateline_wire::Problem>(())
//! ```

mod batch;
mod convert;
mod fields;
pub mod hash;
mod limits;
pub mod offsets;
pub mod problem;
pub mod published;
pub mod request;
pub mod response;
pub mod terms;

pub use batch::{BatchRequest, BatchResponse, BatchResult, document};
pub use convert::{respond, to_json, to_json_within};
pub use limits::RequestLimits;
pub use problem::{Code, FieldError, Problem, ProblemDetails};
pub use request::{Asked, ExtractRequest, LANGUAGES, Options};
pub use response::ExtractResponse;

/// The service and its version, as answers name it.
pub const SERVICE: &str = concat!("dateline/", env!("CARGO_PKG_VERSION"));
