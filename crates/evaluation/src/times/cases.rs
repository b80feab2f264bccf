//! Test cases of other recognisers: Microsoft Recognizers-Text, Facebook's duckling and Stanford's SUTime.
//!
//! Their answers are not TIMEX3, so a case passes when every expression that it expects overlaps one found, and what
//! that one denotes is what the case expects:
//!
//! - the same value (SUTime; Microsoft's own `timex`, whose dates, weeks, durations and sets are written alike);
//! - or the same stretch of the calendar, by beginning and end; a range may be found as its two ends, and what
//!   TIMEX3 dates more coarsely ("the end of June", "the week of 5 May", a part of the day) holds the stretch;
//! - or the same length, where TIMEX3 has a duration and the case its end counted from the moment of speaking
//!   ("in two weeks");
//! - and, where the expression names no year and no side, the nearest occurrence on either side, because those
//!   recognisers serve appointments, which lie ahead, and Microsoft's gives both readings.
//!
//! A case that expects nothing passes when nothing is found. Cases that carry no value check the place alone.

mod groups;
mod judge;
mod manner;

use std::{collections::BTreeMap, path::Path};

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::{corpora, read_lines};
use crate::EvaluationError;

/// The pass table of one group of cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseScores {
    /// Recogniser, suite and kind.
    pub group: String,
    /// Cases.
    pub cases: usize,
    /// Cases passed.
    pub passed: usize,
    /// Why the group is no measure of a news service; none for groups that are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out_of_scope: Option<&'static str>,
}

/// A case that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Its group.
    pub group: String,
    /// The text.
    pub text: String,
    /// What is expected.
    pub expected: String,
    /// What was found.
    pub found: String,
}

/// One case of any of the files.
#[derive(Deserialize)]
struct Case {
    suite: String,
    text: String,
    reference_date: Option<String>,
    expected: Vec<Expected>,
}

/// What a case expects; fields that a recogniser does not have are absent.
#[derive(Deserialize)]
struct Expected {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    timex: Option<String>,
    #[serde(default)]
    value: serde_json::Value,
    #[serde(default)]
    grain: Option<String>,
    #[serde(default)]
    holiday: Option<String>,
    #[serde(default)]
    resolution: serde_json::Value,
    #[serde(default)]
    values: serde_json::Value,
    #[serde(default)]
    future: serde_json::Value,
    #[serde(default)]
    past: serde_json::Value,
    #[serde(default)]
    raw: Option<String>,
}

const FILES: [(&str, &str); 3] = [
    ("microsoft", "ms_recognizers_en_datetime.jsonl"),
    ("duckling", "duckling_en.jsonl"),
    ("sutime", "sutime_en.jsonl"),
];

/// Runs every case in `data/time/time_cases`, and shows `observe` those of in-scope groups that fail.
///
/// # Errors
/// [`EvaluationError`] when a file cannot be read.
pub fn run(data: &Path, mut observe: impl FnMut(Failure)) -> Result<Vec<CaseScores>, EvaluationError> {
    let mut table: BTreeMap<String, CaseScores> = BTreeMap::new();
    for (source, file) in FILES {
        for case in read_lines::<Case>(&data.join("time/time_cases").join(file))? {
            let found = corpora::find(&case.text, case.reference_date.as_deref());
            for (group, expected) in groups::split(source, &case) {
                let out_of_scope = groups::out_of_scope(&group);
                let passed = judge::passes(source, expected, &found, reference(&case));
                let row = table.entry(group.clone()).or_insert_with(|| CaseScores {
                    group: group.clone(),
                    cases: 0,
                    passed: 0,
                    out_of_scope,
                });
                row.cases += 1;
                row.passed += usize::from(passed);
                if !passed && out_of_scope.is_none() {
                    observe(failure(group, &case.text, expected, &found));
                }
            }
        }
    }
    Ok(table.into_values().collect())
}

/// When a case is spoken, and the offset of its zone in minutes.
fn reference(case: &Case) -> Option<judge::Reference> {
    let text = case.reference_date.as_deref()?;
    let moment = match text.len() {
        10 => text.parse::<Date>().ok()?.to_datetime(Time::midnight()),
        _ => text.get(..19)?.parse::<DateTime>().ok()?,
    };
    let offset = text.get(19..).and_then(|offset| {
        let (hours, minutes) = offset.split_once(':')?;
        let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
        Some(hours * 60 + if hours < 0 { -minutes } else { minutes })
    });
    Some(judge::Reference { moment, offset: offset.unwrap_or(0) })
}

fn failure(group: String, text: &str, expected: &[Expected], found: &[corpora::Found]) -> Failure {
    let expected = expected.iter().map(|e| format!("{}..{} {} {:?} {}", e.start, e.end, e.kind, e.timex, e.value));
    let found = found.iter().map(|f| format!("{}|{}|{}", f.text, f.kind, f.value.as_deref().unwrap_or("-")));
    Failure {
        group,
        text: text.to_owned(),
        expected: expected.collect::<Vec<_>>().join("; "),
        found: found.collect::<Vec<_>>().join("; "),
    }
}
