//! Corpora with TIMEX3 annotation, scored as TempEval-3 scores them.
//!
//! `strict` counts equal spans; `relaxed` overlapping ones, one to one; `kind` and `value` are the relaxed F1 times the
//! share of matches whose attribute is equal (UzZaman et al., *SemEval-2013 Task 1*).

use std::{collections::BTreeMap, path::Path};

use dateline_text::{Article, Document, Parts};
use dateline_times::{self as times, Timex, TimexKind};
use serde::{Deserialize, Serialize};

use super::{dates, published, read_lines};
use crate::{Counts, EvaluationError};

/// Corpora and splits, as they lie in `time/`.
const PARTS: [&str; 6] =
    ["tempeval3/timebank", "tempeval3/aquaint", "gum_dates/train", "gum_dates/dev", "wikiwars/train", "wikiwars/test"];

/// Scores of one part of a corpus, in percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimexScores {
    /// Corpus and split.
    pub part: &'static str,
    /// Documents measured.
    pub documents: usize,
    /// Expressions that the corpus has.
    pub expected: usize,
    /// Expressions found.
    pub found: usize,
    /// F1 of equal spans.
    pub strict: f64,
    /// F1 of overlapping spans.
    pub relaxed: f64,
    /// Relaxed F1 times accuracy of the type.
    pub kind: f64,
    /// Relaxed F1 times accuracy of the value.
    pub value: f64,
    /// F1 of dates and times of day alone, right where they denote the same stretch of the calendar.
    pub dates: f64,
}

/// One expression, as corpus or pipeline has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Code points of the document's text.
    pub span: (usize, usize),
    /// Its text.
    pub text: String,
    /// TIMEX3 type, upper case.
    pub kind: String,
    /// TIMEX3 value.
    pub value: Option<String>,
    /// TIMEX3 `mod`; none in a corpus.
    pub modifier: Option<&'static str>,
    /// Offset in minutes of the zone named; none in a corpus.
    pub zone: Option<i16>,
    /// The rule that found it; empty in a corpus.
    pub rule: &'static str,
}

/// A pair of corpus and pipeline, or one without the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Corpus and split.
    pub part: &'static str,
    /// The document.
    pub document: String,
    /// What stands around it.
    pub context: String,
    /// What the corpus has.
    pub expected: Option<Found>,
    /// What was found.
    pub found: Option<Found>,
}

/// How often a rule is right, on the part from which its confidence is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuleScores {
    /// Expressions that the rule found.
    pub found: usize,
    /// Those that overlap one of the corpus' and have its value.
    pub right: usize,
}

/// Counts pairs by rule.
pub fn count_rule(rules: &mut BTreeMap<&'static str, RuleScores>, pair: &Difference) {
    if let Some(found) = &pair.found {
        let row = rules.entry(found.rule).or_default();
        row.found += 1;
        row.right += usize::from(pair.expected.as_ref().is_some_and(|expected| expected.value == found.value));
    }
}

#[derive(Deserialize)]
struct CorpusDocument {
    id: String,
    text: String,
    date: Option<String>,
    timexes: Vec<CorpusTimex>,
}

#[derive(Deserialize)]
struct CorpusTimex {
    span: Option<(usize, usize)>,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
}

/// Measures every part that lies in `data/time`, and shows `observe` each pair of what was expected and found.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(data: &Path, mut observe: impl FnMut(&Difference)) -> Result<Vec<TimexScores>, EvaluationError> {
    let mut scores = Vec::new();
    for part in PARTS {
        let documents: Vec<CorpusDocument> = read_lines(&data.join("time").join(format!("{part}.jsonl")))?;
        let mut tally = Tally::default();
        for document in &documents {
            for pair in compare(part, document) {
                tally.add(&pair);
                observe(&pair);
            }
        }
        scores.push(tally.scores(part, documents.len()));
    }
    Ok(scores)
}

#[derive(Default)]
struct Tally {
    expected: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
    dates: Counts,
}

impl Tally {
    fn add(&mut self, pair: &Difference) {
        self.expected += usize::from(pair.expected.is_some());
        self.found += usize::from(pair.found.is_some());
        self.dates.expected += usize::from(pair.expected.as_ref().is_some_and(dates::is_date));
        self.dates.found += usize::from(pair.found.as_ref().is_some_and(dates::is_date));
        if let (Some(expected), Some(found)) = (&pair.expected, &pair.found) {
            let both = dates::is_date(expected) && dates::is_date(found);
            self.dates.right += usize::from(both && dates::same(expected, found));
            self.relaxed += 1;
            self.strict += usize::from(expected.span == found.span);
            self.kind += usize::from(expected.kind == found.kind);
            self.value += usize::from(expected.value == found.value);
        }
    }

    fn scores(&self, part: &'static str, documents: usize) -> TimexScores {
        let f1 = |right| Counts { right, found: self.found, expected: self.expected }.f1();
        let round = |value: f64| (value * 10.0).round() / 10.0;
        TimexScores {
            part,
            documents,
            expected: self.expected,
            found: self.found,
            strict: round(f1(self.strict)),
            relaxed: round(f1(self.relaxed)),
            kind: round(f1(self.kind)),
            value: round(f1(self.value)),
            dates: round(self.dates.f1()),
        }
    }
}

/// Pairs what a document has with what is found in it, each with the first that overlaps, equal starts first.
fn compare(part: &'static str, document: &CorpusDocument) -> Vec<Difference> {
    let chars: Vec<char> = document.text.chars().collect();
    let text_at = |(start, end): (usize, usize)| chars[start..end].iter().collect::<String>();
    let mut found = find(&document.text, document.date.as_deref());
    let expected = document.timexes.iter().filter_map(|timex| {
        let span = timex.span?;
        let kind = timex.kind.clone().unwrap_or_default();
        Some(Found {
            span,
            text: text_at(span),
            kind,
            value: timex.value.clone(),
            modifier: None,
            zone: None,
            rule: "",
        })
    });
    let pair = |expected: Option<Found>, found: Option<Found>| {
        let (start, end) = expected.as_ref().or(found.as_ref()).map_or((0, 0), |timex| timex.span);
        let context = text_at((start.saturating_sub(60), (end + 40).min(chars.len())));
        Difference { part, document: document.id.clone(), context, expected, found }
    };
    let mut pairs: Vec<Difference> = expected
        .map(|expected| {
            let overlap = |timex: &Found| timex.span.0 < expected.span.1 && expected.span.0 < timex.span.1;
            let same_start = found.iter().position(|timex| timex.span.0 == expected.span.0);
            let hit = same_start.or_else(|| found.iter().position(overlap)).map(|hit| found.remove(hit));
            pair(Some(expected), hit)
        })
        .collect();
    pairs.extend(found.into_iter().map(|found| pair(None, Some(found))));
    pairs
}

/// What the pipeline's rules find in a text published on a date.
pub(super) fn find(text: &str, date: Option<&str>) -> Vec<Found> {
    let published = date.and_then(published);
    let parts = Parts { body: text.to_owned(), published, ..Parts::default() };
    let Ok(article) = Article::new(parts, usize::MAX) else { return Vec::new() };
    let document = Document::new(&article);
    // Spans are of the text that layers read.
    let text = article.text();
    let mut offsets = CodePoints { text, byte: 0, count: 0 };
    let found = |timex: &Timex| Found {
        span: (offsets.at(timex.span.start() as usize), offsets.at(timex.span.end() as usize)),
        text: text[timex.span.range()].to_owned(),
        kind: kind_name(timex.kind).to_owned(),
        value: timex.value.clone(),
        modifier: timex.modifier,
        zone: timex.zone_minutes,
        rule: timex.rule,
    };
    times::normalise(&document, published).iter().map(found).collect()
}

/// Counts code points up to bytes that are asked for in order.
struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    count: usize,
}

impl CodePoints<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.count += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.count
    }
}

fn kind_name(kind: TimexKind) -> &'static str {
    match kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    }
}
