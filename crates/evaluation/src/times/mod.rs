//! Time expressions: TIMEX3 corpora, and the test cases of other recognisers.

pub mod cases;
mod corpora;
mod dates;
mod stretch;

pub use corpora::{Difference, Found, RuleScores, TimexScores, count_rule, measure};

use dateline_text::Published;
use jiff::civil::{Date, DateTime};

use crate::corpus::read_lines;

/// Reads a date of publication: a date, or a date and time of which a zone is left aside.
fn published(text: &str) -> Option<Published> {
    if text.len() == 10 {
        return text.parse::<Date>().ok().map(Published::Day);
    }
    let civil = text.get(..19).unwrap_or(text);
    civil.parse::<DateTime>().ok().map(|moment| Published::Moment(moment, None))
}
