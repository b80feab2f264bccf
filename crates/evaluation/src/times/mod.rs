//! Time expressions: TIMEX3 corpora, and the test cases of other recognisers.

pub mod cases;
mod corpora;
mod dates;
mod stretch;

pub use corpora::{Difference, Found, RuleScores, TimexScores, count_rule, measure};

use std::{fs, path::Path};

use dateline_text::Published;
use jiff::civil::{Date, DateTime};
use serde::de::DeserializeOwned;

use crate::EvaluationError;

/// Reads a file of one JSON object per line.
fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvaluationError> {
    let text = fs::read_to_string(path).map_err(|source| EvaluationError::Read { path: path.to_owned(), source })?;
    let format =
        |_| EvaluationError::Format { path: path.to_owned(), problem: "a line is not the expected JSON object" };
    text.lines().map(serde_json::from_str).collect::<Result<_, _>>().map_err(format)
}

/// Reads a date of publication: a date, or a date and time of which a zone is left aside.
fn published(text: &str) -> Option<Published> {
    if text.len() == 10 {
        return text.parse::<Date>().ok().map(Published::Day);
    }
    let civil = text.get(..19).unwrap_or(text);
    civil.parse::<DateTime>().ok().map(|moment| Published::Moment(moment, None))
}
