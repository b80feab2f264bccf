//! The pipeline crate: one article in, its entities, quotes, events and times out.
//!
//! The whole flow is [`Pipeline::extract`]; each layer is a module of its own, reads what earlier layers found and
//! changes nothing of it.

pub mod annotate;
pub mod coref;
pub mod events;
mod extraction;
pub mod names;
mod pipeline;
pub mod quotes;
pub mod salience;
pub mod times;
mod validate;
mod words;

pub use extraction::{Evidence, Extraction, Warning, WarningCode};
pub use pipeline::Pipeline;
pub use validate::Violation;
