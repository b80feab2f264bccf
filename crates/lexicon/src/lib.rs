//! What is known about English words, whatever text they stand in.
//!
//! All words are asked for in lower case.

pub mod person;

pub use person::Gender;
