//! The pipeline crate: one article in, its entities, quotes, events and times out.
//!
//! The whole flow is [`Pipeline::extract`]; each layer is a module of its own, reads what earlier layers found and
//! changes nothing of it.

pub mod annotate;
mod calibration;
pub mod coref;
pub mod events;
mod evidence;
mod extraction;
pub mod link;
pub mod names;
mod pipeline;
pub mod quotes;
mod ranker;
pub mod salience;
#[cfg(test)]
mod testing;
mod validate;

pub use dateline_times as times;
pub use evidence::Evidence;
pub use extraction::{Extraction, Warning, WarningCode};
pub use pipeline::{Linking, Pipeline};
pub use ranker::{Candidate, Comparison};
pub use validate::Violation;
