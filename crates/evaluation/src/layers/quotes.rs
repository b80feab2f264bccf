//! Attributions: compares those of a corpus with those found.
//!
//! - `content_exact`: the content's set of words equals the corpus'.
//! - `soft`: one to one by best overlap, precision over found words and recall over the corpus' (O'Keefe et al. 2012,
//!   Pareti 2015).
//! - `ggt@t`: shared characters over the corpus' characters exceed `t` (GenderGapTracker).
//! - `source_overlap`, `cue_overlap`: accuracy among quotes whose contents have a Jaccard index of at least 0.5.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use crate::{
    EvaluationError, Prf, Run,
    answer::{Quote, Range, Span},
    corpus::{Attribution, AttributionDocument, Text, ask, part},
    figures::{Ratio, rounded},
    words::{jaccard, words, words_in},
};

const PARTS: [&str; 2] = ["polnear/dev", "polnear/test"];

/// Least Jaccard index of two contents that are the same quote.
pub(crate) const MATCH_MIN: f64 = 0.5;

const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];

/// Scores of one part of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuoteScores {
    /// Contents with the same words.
    pub content_exact: Prf,
    /// Contents and sources with the same words.
    #[serde(rename = "content+source_exact")]
    pub content_source_exact: Prf,
    /// Contents, sources and cues with the same words.
    pub all_exact: Prf,
    /// Shared words of contents.
    pub soft: Prf,
    /// Contents that share more than 30 % of the corpus' characters.
    #[serde(rename = "ggt@0.3")]
    pub ggt_30: Prf,
    /// Contents that share more than 80 %.
    #[serde(rename = "ggt@0.8")]
    pub ggt_80: Prf,
    /// Sources that share a word, in percent.
    pub source_overlap: f64,
    /// Sources with the same words, in percent.
    pub source_exact: f64,
    /// Cues that share a word, in percent.
    pub cue_overlap: f64,
    /// Recall of contents by how much of them is in quotation marks.
    pub recall_by_kind: BTreeMap<&'static str, KindRecall>,
}

/// Recall of one kind of quote, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct KindRecall {
    /// Contents with the same words.
    pub exact: f64,
    /// Contents with a Jaccard index of at least 0.5.
    pub half: f64,
    /// Quotes of this kind that the corpus has.
    pub gold: usize,
}

/// Measures every part that is in `data/quotes`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, QuoteScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for name in PARTS {
        let Some(documents) = part::<AttributionDocument>(run.data, &format!("quotes/{name}"))? else { continue };
        let answers = ask(run, &documents, &json!({ "include": ["quotes"], "attributions": "all" }));
        let mut tally = Tally::default();
        for (document, answer) in documents.iter().zip(&answers) {
            let found: Vec<Attribution> = answer.quotes.iter().map(attribution).collect();
            tally.add(document.text(), &document.quotes, &found);
        }
        scores.insert(name, tally.scores());
    }
    Ok(scores)
}

/// A quote that was found, as a corpus would have it.
pub(crate) fn attribution(quote: &Quote) -> Attribution {
    Attribution {
        kind: Some(quote.r#type.clone()),
        content: quote.content.iter().map(Span::range).collect(),
        cue: quote.cue.iter().map(|cue| cue.span.range()).collect(),
        source: quote.source.iter().map(Span::range).collect(),
    }
}

/// An attribution as sets of words, and the stretch of its content in characters.
struct WordSets<'a> {
    kind: Option<&'a str>,
    content: BTreeSet<usize>,
    cue: BTreeSet<usize>,
    source: BTreeSet<usize>,
    extent: Range,
}

impl<'a> WordSets<'a> {
    fn new(attribution: &'a Attribution, words: &[Range]) -> Option<Self> {
        let Attribution { kind, content, cue, source } = attribution;
        let extent = (content.iter().map(|span| span.0).min()?, content.iter().map(|span| span.1).max()?);
        let [content, cue, source] = [content, cue, source].map(|spans| words_in(spans, words));
        (!content.is_empty()).then_some(Self { kind: kind.as_deref(), content, cue, source, extent })
    }
}

/// Counts over documents.
#[derive(Default)]
pub(crate) struct Tally {
    gold: usize,
    found: usize,
    exact: usize,
    exact_source: usize,
    exact_all: usize,
    soft: (f64, f64),
    ggt: [usize; 2],
    cue: Ratio,
    source_overlap: Ratio,
    source_exact: Ratio,
    kinds: BTreeMap<&'static str, (Ratio, Ratio)>,
}

impl Tally {
    pub(crate) fn add(&mut self, text: &str, gold: &[Attribution], found: &[Attribution]) {
        let words = words(text);
        let sets = |all| -> Vec<WordSets<'_>> {
            let all: &[Attribution] = all;
            all.iter().filter_map(|attribution| WordSets::new(attribution, &words)).collect()
        };
        let (gold, found) = (sets(gold), sets(found));
        self.gold += gold.len();
        self.found += found.len();
        for expected in &gold {
            self.add_kind(expected, &found);
        }
        for (jaccard, expected, found) in pairs(&gold, &found) {
            self.add_pair(jaccard, expected, found);
        }
        for (counted, least) in self.ggt.iter_mut().zip([0.3, 0.8]) {
            *counted += covered(&gold, &found, least);
        }
    }

    fn add_kind(&mut self, expected: &WordSets<'_>, found: &[WordSets<'_>]) {
        let Some(kind) = KINDS.iter().copied().find(|&kind| expected.kind == Some(kind)) else { return };
        let (exact, half) = self.kinds.entry(kind).or_default();
        exact.add(found.iter().any(|quote| quote.content == expected.content));
        half.add(found.iter().any(|quote| jaccard(&quote.content, &expected.content) >= 0.5));
    }

    fn add_pair(&mut self, jaccard: f64, expected: &WordSets<'_>, found: &WordSets<'_>) {
        let shared = expected.content.intersection(&found.content).count() as f64;
        self.soft.0 += shared / found.content.len() as f64;
        self.soft.1 += shared / expected.content.len() as f64;
        let same_source = expected.source == found.source;
        if expected.content == found.content {
            self.exact += 1;
            self.exact_source += usize::from(same_source);
            self.exact_all += usize::from(same_source && expected.cue == found.cue);
        }
        if jaccard < MATCH_MIN {
            return;
        }
        let neither = expected.cue.is_empty() && found.cue.is_empty();
        self.cue.add(neither || !expected.cue.is_disjoint(&found.cue));
        if !expected.source.is_empty() {
            self.source_overlap.add(!expected.source.is_disjoint(&found.source));
            self.source_exact.add(same_source);
        }
    }

    pub(crate) fn scores(&self) -> QuoteScores {
        let Self { gold, found, .. } = *self;
        let prf = |right| Prf::from(crate::Counts { right, found, expected: gold });
        let recall = |ratio: &Ratio| rounded(100.0 * ratio.part as f64 / ratio.whole as f64);
        let kinds = self.kinds.iter().map(|(&kind, (exact, half))| {
            (kind, KindRecall { exact: recall(exact), half: recall(half), gold: exact.whole })
        });
        QuoteScores {
            content_exact: prf(self.exact),
            content_source_exact: prf(self.exact_source),
            all_exact: prf(self.exact_all),
            soft: Prf::of_shares(self.soft.0 / found.max(1) as f64, self.soft.1 / gold.max(1) as f64),
            ggt_30: prf(self.ggt[0]),
            ggt_80: prf(self.ggt[1]),
            source_overlap: self.source_overlap.percent(),
            source_exact: self.source_exact.percent(),
            cue_overlap: self.cue.percent(),
            recall_by_kind: kinds.collect(),
        }
    }
}

/// Pairs one to one, best overlap first; of equals the first.
fn pairs<'q, 'a>(
    gold: &'q [WordSets<'a>],
    found: &'q [WordSets<'a>],
) -> Vec<(f64, &'q WordSets<'a>, &'q WordSets<'a>)> {
    let mut near: Vec<(f64, usize, usize)> = Vec::new();
    for (i, expected) in gold.iter().enumerate() {
        for (j, quote) in found.iter().enumerate() {
            if !expected.content.is_disjoint(&quote.content) {
                near.push((jaccard(&expected.content, &quote.content), i, j));
            }
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut free_gold, mut free_found) = (vec![true; gold.len()], vec![true; found.len()]);
    near.retain(|&(_, i, j)| {
        let free = free_gold[i] && free_found[j];
        if free {
            (free_gold[i], free_found[j]) = (false, false);
        }
        free
    });
    near.into_iter().map(|(jaccard, i, j)| (jaccard, &gold[i], &found[j])).collect()
}

/// How many of the corpus' contents have one of their own that covers more than `least` of their characters.
fn covered(gold: &[WordSets<'_>], found: &[WordSets<'_>], least: f64) -> usize {
    let mut left: Vec<Range> = found.iter().map(|quote| quote.extent).collect();
    let mut covered = 0;
    for (start, end) in gold.iter().map(|quote| quote.extent) {
        let share = |&(from, to): &Range| {
            let shared = end.min(to).saturating_sub(start.max(from));
            shared as f64 / (end - start) as f64
        };
        let mut best = (None, least);
        for (at, extent) in left.iter().enumerate() {
            if share(extent) > best.1 {
                best = (Some(at), share(extent));
            }
        }
        if let Some(at) = best.0 {
            left.remove(at);
            covered += 1;
        }
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(content: &[Range], source: Range) -> Attribution {
        Attribution { kind: Some("direct".into()), content: content.to_vec(), cue: vec![], source: vec![source] }
    }

    #[test]
    fn contents_are_compared_by_words() {
        let text = "Roe said it rained all day, and Lind said it snowed.";
        let gold = [quote(&[(9, 26)], (0, 3)), quote(&[(42, 51)], (32, 36))];
        let found = [quote(&[(8, 27)], (0, 3)), quote(&[(45, 51)], (0, 3))];
        let mut tally = Tally::default();
        tally.add(text, &gold, &found);
        let scores = tally.scores();
        assert_eq!((scores.content_exact.f1, scores.content_source_exact.f1), (50.0, 50.0));
        assert_eq!((scores.soft.p, scores.soft.r), (100.0, 75.0));
        assert_eq!((scores.ggt_30.f1, scores.ggt_80.f1), (100.0, 50.0));
        assert_eq!(scores.source_overlap, 50.0);
        let direct = scores.recall_by_kind["direct"];
        assert_eq!((direct.exact, direct.half, direct.gold), (50.0, 100.0, 2));
    }
}
