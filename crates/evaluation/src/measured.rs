//! What reading took, and whether the answers kept to the text.

use std::time::Instant;

use serde::Serialize;
use serde_json::Value;

use crate::{Answer, Service, figures::rounded, words::words};

/// Counts over all documents that were read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Measured {
    /// Documents.
    pub documents: usize,
    /// Code points.
    pub chars: usize,
    /// Words.
    pub words: usize,
    /// Seconds, by the clock on the wall, of two threads.
    pub seconds: f64,
    /// Words a second.
    pub words_per_second: f64,
    /// Documents that were refused; each counts as an empty answer.
    pub failed_n: usize,
    /// Why the first of them was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_failure: Option<String>,
    /// Spans whose text is not that of the article: none, unless something is wrong.
    pub bad_spans_n: usize,
}

impl Measured {
    /// Asks for all answers, and counts.
    pub(crate) fn answers(&mut self, service: &Service, requests: &[Value], texts: &[&str]) -> Vec<Answer> {
        let begun = Instant::now();
        let answers = service.answers(requests);
        self.seconds = rounded(self.seconds + begun.elapsed().as_secs_f64());
        self.documents += texts.len();
        let answers: Vec<Answer> = answers.into_iter().map(|answer| self.whole(answer)).collect();
        for (text, answer) in texts.iter().zip(&answers) {
            let chars: Vec<char> = text.chars().collect();
            self.chars += chars.len();
            self.words += words(text).len();
            self.bad_spans_n += answer.spans().filter(|span| span.is_in_body() && !span.is_of(&chars)).count();
        }
        self.words_per_second = (self.words as f64 / self.seconds.max(0.1)).round();
        answers
    }

    /// The answer, or an empty one that is counted as a failure.
    fn whole(&mut self, answer: Result<Answer, String>) -> Answer {
        answer.unwrap_or_else(|problem| {
            self.failed_n += 1;
            self.first_failure.get_or_insert(problem);
            Answer::default()
        })
    }
}
