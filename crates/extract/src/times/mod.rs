//! Times: every time expression as TIMEX3, normalised against the publication date by grammar and calendar.

use dateline_text::{Byte, Document, Published, Span};

use crate::extraction::Evidence;

/// Index of a [`Timex`] in [`Extraction::times`](crate::Extraction::times).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeId(pub u32);

/// One time expression, in the terms of TimeML's TIMEX3.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span<Byte>,
    /// What it denotes.
    pub kind: TimexKind,
    /// TIMEX3 `value`: "2025-08-24", "2025-W34", "P2Y", "PRESENT_REF"; none where nothing anchors it.
    pub value: Option<String>,
    /// TIMEX3 `mod`: "START", "APPROX", "MORE_THAN" and so on.
    pub modifier: Option<&'static str>,
    /// Probability that span and value are right.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexKind {
    /// A calendar date, of any precision.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// A recurring time.
    Set,
}

/// All time expressions, in text order, not overlapping.
#[must_use]
pub fn normalise(_document: &Document<'_>, _published: Option<Published>) -> Vec<Timex> {
    Vec::new()
}
