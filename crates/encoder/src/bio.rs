//! From the scores of a BIO head to spans: the best sequence in which an `I` follows only a `B` or `I` of its own type
//! (Viterbi 1967), window by window.

use dateline_text::{Span, Word};

use crate::encoding::{Encoding, Head};

/// A span that a BIO head marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged<'e> {
    /// Its tokens.
    pub words: Span<Word>,
    /// Its type: what stands behind `B-`; empty where the head knows one type only.
    pub label: &'e str,
    /// Mean calibrated probability of its tokens' labels.
    pub probability: f32,
}

impl Encoding {
    /// The spans of a BIO head, in text order. Linear in the tokens.
    #[must_use]
    pub fn spans(&self, head: Head) -> Vec<Tagged<'_>> {
        let inventory = Inventory::new(self.labels(head));
        let mut spans = Vec::new();
        for &window in self.windows() {
            self.spans_in(head, &inventory, window, &mut spans);
        }
        spans
    }

    fn spans_in<'e>(&'e self, head: Head, inventory: &Inventory<'e>, window: Span<Word>, spans: &mut Vec<Tagged<'e>>) {
        let path = self.best_path(head, inventory, window);
        let probability = |word: u32, label: usize| self.probabilities(head, word)[label];
        for (word, label) in (window.start()..window.end()).zip(path) {
            match inventory.marks[label] {
                Mark::Outside => {}
                Mark::Begin(kind) => {
                    let words = Span::new(word, word + 1);
                    spans.push(Tagged { words, label: kind, probability: probability(word, label) });
                }
                Mark::Inside(_) => {
                    let last = spans.last_mut().expect("no path starts inside a span");
                    last.words = Span::new(last.words.start(), word + 1);
                    last.probability += probability(word, label);
                }
            }
        }
        let inside = spans.iter_mut().rev().take_while(|span| window.contains(span.words));
        for span in inside {
            span.probability /= span.words.len() as f32;
        }
    }

    /// The labels, one per token of the window, of the best allowed sequence.
    fn best_path(&self, head: Head, inventory: &Inventory<'_>, window: Span<Word>) -> Vec<usize> {
        let labels = inventory.marks.len();
        let mut best: Vec<f32> = vec![f32::NEG_INFINITY; labels];
        let mut back: Vec<usize> = Vec::with_capacity(labels * window.len() as usize);
        for word in window.start()..window.end() {
            let scores = self.row(head, word);
            let first = word == window.start();
            let top = argmax(&best);
            let (next, from): (Vec<f32>, Vec<usize>) = (0..labels)
                .map(|label| match inventory.marks[label] {
                    Mark::Inside(_) => {
                        let begin = inventory.begin_of[label];
                        let from = if best[begin] >= best[label] { begin } else { label };
                        (best[from] + scores[label], from)
                    }
                    _ if first => (scores[label], 0),
                    _ => (best[top] + scores[label], top),
                })
                .unzip();
            best = next;
            back.extend(from);
        }
        let mut path = vec![0; window.len() as usize];
        let mut label = argmax(&best);
        for at in (0..path.len()).rev() {
            path[at] = label;
            label = back[at * labels + label];
        }
        path
    }
}

#[derive(Clone, Copy)]
enum Mark<'e> {
    Outside,
    Begin(&'e str),
    Inside(&'e str),
}

/// A head's labels, read once.
struct Inventory<'e> {
    marks: Vec<Mark<'e>>,
    /// For an `I` label, the `B` label of its type; itself for the others.
    begin_of: Vec<usize>,
}

impl<'e> Inventory<'e> {
    fn new(labels: &'e [String]) -> Self {
        let mark = |label: &'e String| match label.split_at_checked(1) {
            Some(("B", rest)) => Mark::Begin(rest.trim_start_matches('-')),
            Some(("I", rest)) => Mark::Inside(rest.trim_start_matches('-')),
            _ => Mark::Outside,
        };
        let marks: Vec<Mark<'e>> = labels.iter().map(mark).collect();
        let begin = |kind| marks.iter().position(|mark| matches!(mark, Mark::Begin(other) if *other == kind));
        let begin_of = marks.iter().enumerate().map(|(i, mark)| match mark {
            Mark::Inside(kind) => begin(*kind).unwrap_or(i),
            _ => i,
        });
        let begin_of = begin_of.collect();
        Self { marks, begin_of }
    }
}

fn argmax(values: &[f32]) -> usize {
    let mut best = 0;
    for (i, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = i;
        }
    }
    best
}
