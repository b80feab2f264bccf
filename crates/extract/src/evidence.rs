//! Why something was found.

use dateline_text::{Byte, Span};
use dateline_times::Timex;

/// The named rule, or model head, that decided on a finding, and the spans that it decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Stable name, in kebab case.
    pub rule: &'static str,
    /// What the rule saw, beside the finding's own span.
    pub spans: Vec<Span<Byte>>,
}

impl Evidence {
    /// Evidence from the finding's own span alone.
    #[must_use]
    pub fn rule(rule: &'static str) -> Self {
        Self { rule, spans: Vec::new() }
    }
}

impl From<&Timex> for Evidence {
    fn from(time: &Timex) -> Self {
        Self { rule: time.rule, spans: time.day_of_writing.into_iter().collect() }
    }
}
