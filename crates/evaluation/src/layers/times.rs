//! Time expressions as TempEval-3 scores them (UzZaman et al. 2013).
//!
//! `strict`: F1 of equal spans. `relaxed`: of overlapping ones, one to one, equal ones first. `type` and `value`: relaxed
//! F1 times the share of pairs whose attribute is equal.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::{Range, overlaps},
    corpus::{Text, ask, part},
    figures::{Ratio, rounded},
};

const PARTS: [&str; 6] = [
    "tempeval3/timebank",
    "tempeval3/aquaint",
    "tempeval3/platinum_test",
    "gum_dates/dev",
    "gum_dates/test",
    "wikiwars/test",
];

/// Scores of one part of a corpus, in percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeScores {
    /// F1 of equal spans.
    pub strict: f64,
    /// F1 of overlapping spans.
    pub relaxed: f64,
    /// Relaxed F1 times accuracy of the type.
    pub r#type: f64,
    /// Relaxed F1 times accuracy of the value.
    pub value: f64,
    /// Expressions that the corpus has.
    pub gold: usize,
    /// Expressions found.
    pub predicted: usize,
}

#[derive(Deserialize)]
struct TimeDocument {
    text: String,
    date: Option<String>,
    timexes: Vec<Timex>,
}

#[derive(Deserialize)]
struct Timex {
    span: Option<Range>,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
}

impl Text for TimeDocument {
    fn text(&self) -> &str {
        &self.text
    }

    fn published(&self) -> Option<&str> {
        self.date.as_deref().filter(|date| !date.is_empty())
    }
}

/// Measures every part that is in `data/time`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, TimeScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for name in PARTS {
        let Some(documents) = part::<TimeDocument>(run.data, &format!("time/{name}"))? else { continue };
        let answers = ask(run, &documents, &json!({ "include": ["times"] }));
        let mut tally = Tally::default();
        for (document, answer) in documents.iter().zip(&answers) {
            tally.add(&document.timexes, answer);
        }
        scores.insert(name, tally.scores());
    }
    Ok(scores)
}

/// Counts over documents.
#[derive(Default)]
struct Tally {
    strict: Counts,
    relaxed: Counts,
    kind: Ratio,
    value: Ratio,
}

impl Tally {
    fn add(&mut self, gold: &[Timex], answer: &Answer) {
        let gold: Vec<(Range, &Timex)> = gold.iter().filter_map(|timex| Some((timex.span?, timex))).collect();
        let mut free: Vec<_> = answer.times.iter().filter(|time| time.span.is_in_body()).collect();
        let counts = |right| Counts { right, found: free.len(), expected: gold.len() };
        let found: BTreeSet<Range> = free.iter().map(|time| time.span.range()).collect();
        let expected: BTreeSet<Range> = gold.iter().map(|timex| timex.0).collect();
        self.strict += counts(expected.intersection(&found).count());
        let mut relaxed = counts(0);
        for (span, timex) in gold {
            let same = free.iter().position(|time| time.span.range() == span && overlaps(time.span.range(), span));
            let hit = same.or_else(|| free.iter().position(|time| overlaps(time.span.range(), span)));
            let Some(time) = hit.map(|at| free.remove(at)) else { continue };
            relaxed.right += 1;
            self.kind.add(timex.kind.as_ref() == Some(&time.r#type.to_uppercase()));
            self.value.add(timex.value == time.value);
        }
        self.relaxed += relaxed;
    }

    fn scores(self) -> TimeScores {
        let relaxed = Prf::from(self.relaxed).f1;
        let with = |ratio: Ratio| rounded(relaxed * ratio.part as f64 / ratio.whole.max(1) as f64);
        TimeScores {
            strict: Prf::from(self.strict).f1,
            relaxed,
            r#type: with(self.kind),
            value: with(self.value),
            gold: self.relaxed.expected,
            predicted: self.relaxed.found,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::from_value;

    use super::*;

    #[test]
    fn equal_spans_pair_first() {
        let timex =
            |span: Range, value: &str| Timex { span: Some(span), kind: Some("DATE".into()), value: Some(value.into()) };
        let time = |start: usize, end: usize, value: &str| json!({ "field": "body", "start": start, "end": end, "text": "", "type": "date", "value": value });
        let times = [time(0, 4, "2025"), time(2, 8, "2025-03"), time(20, 24, "2024")];
        let answer: Answer = from_value(json!({ "times": times })).expect("an answer");
        let mut tally = Tally::default();
        tally.add(&[timex((2, 8), "2025-03"), timex((1, 3), "2026"), timex((30, 34), "2020")], &answer);
        let scores = tally.scores();
        assert_eq!((scores.strict, scores.relaxed, scores.r#type, scores.value), (33.3, 66.7, 66.7, 33.4));
    }
}
