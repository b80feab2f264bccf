//! Fits the weights of rankers: a log-linear choice among candidates, one of which is "nothing" (a conditional logit; where
//! several candidates are right, their probabilities are added).

use std::collections::{BTreeMap, BTreeSet};

use dateline_extract::{Comparison, times::Timex};
use dateline_text::{Byte, Span};

use crate::{
    Counts, EvaluationError, Run,
    answer::{Range, overlaps},
    corpus::{Article, GoldEvent, Text, part},
    layers::articles::{Named, named},
    words::{content_words, folded},
};

/// Passes over all examples, and the rate of the first.
const PASSES: usize = 400;
const RATE: f64 = 0.5;
/// Weight of the squared weights.
const PENALTY: f64 = 0.0005;
/// Parts of the articles for the cross-validation.
const FOLDS: usize = 10;

/// A ranker's features and the choices that are annotated.
#[derive(Debug, Default)]
pub struct Choices {
    features: Vec<String>,
    examples: Vec<Example>,
}

/// One choice.
#[derive(Debug)]
struct Example {
    article: usize,
    values: Vec<Vec<f64>>,
    right: Vec<bool>,
}

/// What a fit gives.
#[derive(Debug)]
pub struct Fitted {
    /// The weight of each feature.
    pub weights: BTreeMap<String, f64>,
    /// By how much a candidate must lead "nothing" for the best F1 of the cross-validation.
    pub lead_min: f64,
    /// What is chosen other than "nothing" in the cross-validation, where it is most probable, and with that lead.
    pub scores: [Counts; 2],
}

/// The choices that events ask for, by ranker, in the articles of `data/newsroom/choose.jsonl`.
///
/// # Errors
/// [`EvaluationError`] when they cannot be read.
pub fn choices(run: &Run<'_>) -> Result<BTreeMap<&'static str, Choices>, EvaluationError> {
    let articles = part::<Article>(run.data, "newsroom/choose")?.unwrap_or_default();
    let mut choices: BTreeMap<&'static str, Choices> = BTreeMap::new();
    for (at, article) in articles.iter().enumerate() {
        let Ok((compared, times)) = run.service.comparisons(article.text(), article.published()) else { continue };
        let judge = Judge::new(article, &times);
        for comparison in compared {
            let Some(right) = judge.right(&comparison) else { continue };
            let known = choices.entry(comparison.ranker).or_default();
            known.features = comparison.features.iter().map(|&name| name.to_owned()).collect();
            let values = comparison
                .candidates
                .iter()
                .map(|candidate| candidate.values.iter().map(|&value| f64::from(value)).collect());
            known.examples.push(Example { article: at, values: values.collect(), right });
        }
    }
    Ok(choices)
}

/// Says which candidates are right in one article.
struct Judge<'a> {
    article: &'a Article,
    times: &'a [Timex],
    named: Named<'a>,
    /// For each byte that begins a character, how many characters stand before it.
    points: BTreeMap<usize, usize>,
}

impl<'a> Judge<'a> {
    fn new(article: &'a Article, times: &'a [Timex]) -> Self {
        let text = article.text();
        let points = text.char_indices().enumerate().map(|(point, (byte, _))| (byte, point));
        let points = points.chain([(text.len(), text.chars().count())]).collect();
        Self { article, times, named: named(article), points }
    }

    /// Which candidates are right; `None` where the annotation does not tell.
    fn right(&self, comparison: &Comparison) -> Option<Vec<bool>> {
        let event = || self.event(comparison.anchor, comparison.kind);
        let is_right: Box<dyn Fn(Span<Byte>) -> bool + '_> = match comparison.ranker {
            "descriptions" => self.described(comparison.anchor)?,
            "event_times_read" => event().map(|event| Box::new(move |span| self.is_time(event, span)))?,
            "event_places" => event().map(|event| Box::new(move |span| self.is_place(event, span)))?,
            _ => event().map(|event| Box::new(move |span| self.is_same(event, comparison.kind, span)))?,
        };
        let mut right: Vec<bool> =
            comparison.candidates.iter().map(|candidate| candidate.span.is_some_and(&is_right)).collect();
        let none = !right.contains(&true);
        if let Some(nothing) = comparison.candidates.iter().position(|candidate| candidate.span.is_none()) {
            right[nothing] = none;
        }
        Some(right)
    }

    fn range(&self, span: Span<Byte>) -> Range {
        let point = |byte: u32| self.points.get(&(byte as usize)).copied().unwrap_or_default();
        (point(span.start()), point(span.end()))
    }

    /// Tells the names of what a description means from others; none in articles without annotated descriptions.
    fn described(&self, phrase: Span<Byte>) -> Option<Box<dyn Fn(Span<Byte>) -> bool + '_>> {
        let range = self.range(phrase);
        let gold = self.article.nominals.as_ref()?.iter().find(|gold| overlaps(gold.span, range));
        let forms = gold.and_then(|gold| self.named.get(gold.entity.as_str()));
        Some(Box::new(move |span| {
            forms.is_some_and(|forms| forms.contains(&folded(&self.article.text()[span.range()])))
        }))
    }

    fn event(&self, trigger: Span<Byte>, kind: &str) -> Option<&'a GoldEvent> {
        let range = self.range(trigger);
        self.article.events.iter().find(|event| event.kind == kind && overlaps(event.trigger_span, range))
    }

    fn is_time(&self, event: &GoldEvent, span: Span<Byte>) -> bool {
        let value = self.times.iter().find(|time| time.span == span).and_then(|time| time.value.as_deref());
        let dates = self.same(event).filter_map(|event| event.date.as_deref()).filter(|date| !date.is_empty());
        value.is_some_and(|value| dates.into_iter().any(|date| value.starts_with(date)))
    }

    fn is_place(&self, event: &GoldEvent, span: Span<Byte>) -> bool {
        let said = content_words(&self.article.text()[span.range()]);
        let mut places = self.same(event).filter_map(|event| event.place.as_deref());
        places.any(|place| !said.is_disjoint(&content_words(place)))
    }

    fn is_same(&self, event: &GoldEvent, kind: &str, span: Span<Byte>) -> bool {
        let other = self.event(span, kind);
        other.is_some_and(|other| !std::ptr::eq(other, event) && other.label.is_some() && other.label == event.label)
    }

    /// All mentions of the happening of an event.
    fn same(&self, event: &'a GoldEvent) -> impl Iterator<Item = &'a GoldEvent> {
        self.article.events.iter().filter(move |other| {
            std::ptr::eq(*other, event)
                || other.label.is_some() && other.label == event.label && other.kind == event.kind
        })
    }
}

impl Choices {
    /// The weights that make the right candidates most probable, and what they choose in articles that they were not
    /// fitted on.
    #[must_use]
    pub fn fit(&self) -> Fitted {
        let all: Vec<&Example> = self.examples.iter().collect();
        let articles: BTreeSet<usize> = self.examples.iter().map(|example| example.article).collect();
        let mut leads: Vec<(f64, bool)> = Vec::new();
        for fold in 0..FOLDS.min(articles.len()) {
            let (held, learnt): (Vec<_>, Vec<_>) = all.iter().partition(|example| example.article % FOLDS == fold);
            let weights = self.weights(&learnt);
            leads.extend(held.iter().filter_map(|example| example.lead(&weights)));
        }
        leads.sort_by(|a, b| b.0.total_cmp(&a.0));
        let expected = self.examples.iter().filter(|example| example.right.last() == Some(&false)).count();
        let counts =
            |found: usize| Counts { right: leads[..found].iter().filter(|(_, right)| *right).count(), found, expected };
        let before = leads.partition_point(|(lead, _)| *lead > 0.0);
        let best = (0..=leads.len()).max_by(|&a, &b| counts(a).f1().total_cmp(&counts(b).f1())).unwrap_or(0);
        let lead_min = best.checked_sub(1).map_or(0.0, |last| leads[last].0);
        let rounded = |weight: f64| (weight * 100.0).round() / 100.0;
        let weights = self.features.iter().cloned().zip(self.weights(&all).into_iter().map(rounded)).collect();
        Fitted { weights, lead_min: rounded(lead_min), scores: [counts(before), counts(best)] }
    }

    /// Gradient ascent on the mean log-probability of the right candidates, less the penalty; the step of each feature
    /// shrinks as Adagrad's does.
    fn weights(&self, examples: &[&Example]) -> Vec<f64> {
        let width = self.features.len();
        let (mut weights, mut squares) = (vec![0.0; width], vec![1e-8; width]);
        for _ in 0..PASSES {
            let mut gradient: Vec<f64> = weights.iter().map(|weight| -2.0 * PENALTY * weight).collect();
            for example in examples {
                example.add_gradient(&weights, 1.0 / examples.len() as f64, &mut gradient);
            }
            for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(gradient) {
                *square += slope * slope;
                *weight += RATE * slope / square.sqrt();
            }
        }
        weights
    }
}

impl Example {
    fn scores(&self, weights: &[f64]) -> Vec<f64> {
        let score = |values: &Vec<f64>| values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        self.values.iter().map(score).collect()
    }

    /// By how much the best candidate leads "nothing", the last one, and whether it is right.
    fn lead(&self, weights: &[f64]) -> Option<(f64, bool)> {
        let scores = self.scores(weights);
        let (nothing, others) = scores.split_last()?;
        let best = (0..others.len()).max_by(|&a, &b| others[a].total_cmp(&others[b]))?;
        Some((others[best] - nothing, self.right[best]))
    }

    fn add_gradient(&self, weights: &[f64], share: f64, gradient: &mut [f64]) {
        let scores = self.scores(weights);
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
        let all: f64 = odds.iter().sum();
        let right: f64 = odds.iter().zip(&self.right).filter(|(_, right)| **right).map(|(odds, _)| odds).sum();
        for ((values, odds), is_right) in self.values.iter().zip(&odds).zip(&self.right) {
            let wanted = if *is_right { odds / right.max(1e-12) } else { 0.0 };
            for (slope, value) in gradient.iter_mut().zip(values) {
                *slope += share * (wanted - odds / all) * value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_right_from_wrong_gets_the_weight() {
        let example = |at: usize| Example {
            article: at,
            values: vec![vec![1.0, (at % 3) as f64, 0.0], vec![0.0, (at % 2) as f64, 0.0], vec![0.0, 0.0, 1.0]],
            right: if at.is_multiple_of(5) { vec![false, false, true] } else { vec![true, false, false] },
        };
        let features = ["tells", "chance", "none"].map(str::to_owned).to_vec();
        let fitted = Choices { features, examples: (0..100).map(example).collect() }.fit();
        assert!(fitted.weights["tells"] > 1.0 && fitted.weights["chance"].abs() < 0.5, "{fitted:?}");
        assert_eq!(fitted.scores[0], Counts { right: 80, found: 100, expected: 80 });
    }
}
