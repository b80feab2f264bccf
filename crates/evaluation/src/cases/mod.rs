//! Small cases: a request, and checks that its answer must pass.
//!
//! A file has one case a line, as JSON: `id`, `kind`, `layer`, `request` (of `POST /v1/extract`) and `checks`. A case
//! passes when all its checks hold; [`Check`] says what they look at.

mod check;
mod hold;
mod judge;
mod text;

use std::{collections::BTreeMap, path::Path};

pub use self::check::Check;
use self::judge::Judge;
use crate::{EvaluationError, Service, corpus::read_lines, service::in_parallel};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Names the case.
    pub id: String,
    /// The class of faults of which it is a sample.
    pub kind: String,
    /// The layer that answers for it.
    pub layer: String,
    /// The request.
    pub request: Value,
    /// What the answer must be like.
    pub checks: Vec<Check>,
}

/// The verdict on a case.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Checks that do not hold, by their place in the case.
    pub failed: Vec<usize>,
    /// The answer, or why there is none; then all checks fail.
    pub answer: Result<Value, String>,
}

impl Verdict {
    /// Whether all checks hold.
    #[must_use]
    pub fn is_passed(&self) -> bool {
        self.failed.is_empty()
    }
}

/// Reads the cases of a file.
///
/// # Errors
/// [`EvaluationError`] when it cannot be read, or a line is no case.
pub fn read(file: &Path) -> Result<Vec<Case>, EvaluationError> {
    read_lines(file)
}

/// Runs cases, by two threads; the verdicts are in the order of the cases.
#[must_use]
pub fn run(service: &Service, cases: &[Case]) -> Vec<Verdict> {
    in_parallel(cases.len(), |at| verdict(service, &cases[at]))
}

fn verdict(service: &Service, case: &Case) -> Verdict {
    let answer = service.answer(&case.request);
    let judged = answer.as_ref().map_err(Clone::clone).and_then(|answer| Judge::new(&case.request, answer));
    let holds = |check: &Check| judged.as_ref().is_ok_and(|judge| judge.holds(check));
    let failed = case.checks.iter().enumerate().filter(|(_, check)| !holds(check)).map(|(at, _)| at).collect();
    Verdict { failed, answer: judged.map(|_| ()).and(answer) }
}

/// How many cases pass, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Passed {
    /// Cases whose checks all hold.
    pub passed: usize,
    /// Cases.
    pub cases: usize,
}

/// Counts by what a case says of itself, such as its kind or layer.
#[must_use]
pub fn table<'c>(
    cases: &'c [Case],
    verdicts: &[Verdict],
    group: impl Fn(&'c Case) -> &'c str,
) -> BTreeMap<&'c str, Passed> {
    let mut table: BTreeMap<&str, Passed> = BTreeMap::new();
    for (case, verdict) in cases.iter().zip(verdicts) {
        let row = table.entry(group(case)).or_default();
        row.cases += 1;
        row.passed += usize::from(verdict.is_passed());
    }
    table
}
