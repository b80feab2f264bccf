//! Sentence boundaries, measured on Universal Dependencies treebanks.
//!
//! A document's text is rebuilt from its sentences: the sentences of a paragraph are joined by a space (by nothing
//! where the treebank's `SpaceAfter=No` says so), and a line break stands only where the treebank marks a new
//! paragraph. So no sentence boundary inside a paragraph shows in the layout. `boundaries` counts every sentence end;
//! `inner` leaves out those at the end of a paragraph, which a line break gives away; `sentences` counts whole
//! sentences, as the CoNLL 2018 shared task does. A sentence that the document leaves out as page furniture is missed.

use std::path::Path;

use dateline_text::{Article, ArticleError, Document, Parts};
use serde::Serialize;

use crate::{
    Counts, EvaluationError,
    conllu::{self, TreebankDocument},
};

/// The parts that are measured: name, file, and what the documents' ids contain.
const PARTS: [(&str, &str, &str); 6] = [
    ("gum-news-train", "en_gum-ud-train-open.conllu.gz", "_news_"),
    ("gum-news-dev", "en_gum-ud-dev-open.conllu.gz", "_news_"),
    ("gum-train", "en_gum-ud-train-open.conllu.gz", ""),
    ("gum-dev", "en_gum-ud-dev-open.conllu.gz", ""),
    ("ewt-train", "en_ewt-ud-train.conllu.gz", ""),
    ("ewt-dev", "en_ewt-ud-dev.conllu.gz", ""),
];

/// The scores of one part of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentenceScores {
    /// The part: corpus, genre and split.
    pub part: &'static str,
    /// Documents measured.
    pub documents: usize,
    /// Every sentence end.
    pub boundaries: Score,
    /// Sentence ends that are not the end of a paragraph.
    pub inner: Score,
    /// Whole sentences.
    pub sentences: Score,
}

/// Precision, recall and F1 in percent, rounded to two digits, and the number of items expected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Share of the findings that are right.
    pub precision: f64,
    /// Share of the expected that was found.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Items that the corpus has.
    pub expected: usize,
}

impl From<Counts> for Score {
    fn from(counts: Counts) -> Self {
        let round = |value: f64| (value * 100.0).round() / 100.0;
        Self {
            precision: round(counts.precision()),
            recall: round(counts.recall()),
            f1: round(counts.f1()),
            expected: counts.expected,
        }
    }
}

/// A boundary on which treebank and splitter differ, with the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The document's id in its treebank.
    pub document: String,
    /// Whether the treebank has the boundary.
    pub expected: bool,
    /// The text around, with the boundary marked by `|`.
    pub context: String,
}

/// Measures every part; `data` is the folder that holds `syntax/ud`. Differences inside `train` parts go to `see`.
///
/// # Errors
/// [`EvaluationError`] when a treebank cannot be read.
pub fn measure(data: &Path, mut see: impl FnMut(&str, Difference)) -> Result<Vec<SentenceScores>, EvaluationError> {
    let folder = data.join("syntax/ud");
    PARTS
        .into_iter()
        .map(|(part, file, id)| {
            let path = folder.join(file);
            let mut documents = conllu::read(&path)?;
            documents.retain(|document| document.id.contains(id) && !document.text.is_empty());
            let mut tally = Tally::default();
            for document in &documents {
                let found = sentence_ends(document)
                    .map_err(|_| EvaluationError::Format { path: path.clone(), problem: "a document holds no text" })?;
                tally.add(document, &found);
                if part.ends_with("train") {
                    differences(document, &found).into_iter().for_each(|difference| see(part, difference));
                }
            }
            Ok(tally.scores(part, documents.len()))
        })
        .collect()
}

/// Start and end of every sentence found.
fn sentence_ends(document: &TreebankDocument) -> Result<Vec<(u32, u32)>, ArticleError> {
    let article = Article::new(Parts { body: document.text.clone(), ..Parts::default() }, usize::MAX)?;
    let read = Document::new(&article);
    let spans = read.sentences().iter().map(|&sentence| read.bytes(sentence));
    Ok(spans.map(|span| (span.start(), span.end())).collect())
}

#[derive(Default)]
struct Tally {
    boundaries: Counts,
    inner: Counts,
    sentences: Counts,
}

impl Tally {
    fn add(&mut self, document: &TreebankDocument, found: &[(u32, u32)]) {
        let expected: Vec<_> = document.sentences.iter().map(|span| (span.start(), span.end())).collect();
        let last: Vec<_> = document.last_of_paragraph.iter().map(|&at| expected[at].1).collect();
        let ends = |spans: &[(u32, u32)]| spans.iter().map(|&(_, end)| end).collect::<Vec<_>>();
        let inner = |mut ends: Vec<u32>| {
            ends.retain(|end| last.binary_search(end).is_err());
            ends
        };
        self.boundaries += Counts::of_sorted(&ends(found), &ends(&expected));
        self.inner += Counts::of_sorted(&inner(ends(found)), &inner(ends(&expected)));
        self.sentences += Counts::of_sorted(found, &expected);
    }

    fn scores(self, part: &'static str, documents: usize) -> SentenceScores {
        let Self { boundaries, inner, sentences } = self;
        SentenceScores {
            part,
            documents,
            boundaries: boundaries.into(),
            inner: inner.into(),
            sentences: sentences.into(),
        }
    }
}

fn differences(document: &TreebankDocument, found: &[(u32, u32)]) -> Vec<Difference> {
    let expected: Vec<_> = document.sentences.iter().map(|span| span.end()).collect();
    let found: Vec<_> = found.iter().map(|&(_, end)| end).collect();
    let missed = expected.iter().filter(|end| found.binary_search(end).is_err()).map(|&end| (end, true));
    let added = found.iter().filter(|end| expected.binary_search(end).is_err()).map(|&end| (end, false));
    missed.chain(added).map(|(end, expected)| difference(document, end as usize, expected)).collect()
}

fn difference(document: &TreebankDocument, end: usize, expected: bool) -> Difference {
    let (before, after) = document.text.split_at(end);
    let from = before.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(40).map_or(after.len(), |(at, _)| at);
    let context = format!("{}|{}", &before[from..], &after[..to]).replace('\n', "⏎");
    Difference { document: document.id.clone(), expected, context }
}
