//! Measurements of the pipeline against annotated corpora, and the scores that are committed beside them.
//!
//! The corpora are no part of this repository; every measurement takes the folder in which they lie.
//!
//! ```
//! use dateline_evaluation::Counts;
//!
//! let counts = Counts { right: 3, found: 4, expected: 6 };
//! assert_eq!((counts.precision(), counts.recall(), counts.f1()), (75.0, 50.0, 60.0));
//! ```

mod conllu;
mod counts;
mod error;
pub mod sentences;
pub mod times;

pub use counts::Counts;
pub use error::EvaluationError;
