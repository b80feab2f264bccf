//! Measurements of the pipeline against annotated corpora, and the scores that are committed beside them.
//!
//! The corpora are no part of this repository; every measurement takes the folder in which they are. `corpus` reads
//! them, one file per format; [`layers`] has one measure for each layer, over what the [`Service`] answers in process;
//! [`cases`] runs small cases with checks that a machine can judge.
//!
//! ```
//! use dateline_evaluation::Counts;
//!
//! let counts = Counts { right: 3, found: 4, expected: 6 };
//! assert_eq!((counts.precision(), counts.recall(), counts.f1()), (75.0, 50.0, 60.0));
//! ```

pub mod answer;
pub mod calibration;
pub mod cases;
mod conllu;
mod corpus;
mod counts;
mod error;
mod figures;
pub mod layers;
mod measured;
pub mod ranking;
pub mod sentences;
mod service;
pub mod times;
mod treebank;
mod words;

pub use answer::Answer;
pub use corpus::Run;
pub use counts::Counts;
pub use error::EvaluationError;
pub use figures::{Prf, Ratio};
pub use measured::Measured;
pub use service::{Service, load_encoder};
