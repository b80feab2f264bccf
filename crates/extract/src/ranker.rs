//! The one way in which layers choose among candidates: a log-linear model, which gives each candidate the weighted sum of
//! its features as score, and the probability of a score by softmax over all candidates.
//!
//! The weights stand in `rankers.json` beside the model that they were fitted with, by the names of the features. They are
//! stale once the model changes, for what it reads is among the features; `model_sha256` says for which model each is, and a
//! test of the service fails when it is another one. It is null where all features come from the text.
//!
//! `lead_min` says by how much, at least, a candidate must lead "nothing" to be chosen: what has the best F1 is a lead below 0.
//!
//! | ranker | chooses | fitted on |
//! | --- | --- | --- |
//! | `pronouns` | the antecedent of a pronoun | the train split of GAP, and the sources "he" and "she" of quotes in news articles, counted twice; `subject_of_reflexive_clause` is set by hand |
//! | `speaker_pronouns`, `speaker_descriptions` | whom a pronoun or description as a source means | newsroom and our own articles: `python -m recipe.speakers --write` in `training/` |
//! | `descriptions` | what a description means, or nothing named | newsroom articles that no model has seen: `cargo xtask fit` |
//! | `event_times_read` | the time of an event, or none, by what the next two rankers and the encoder say | newsroom articles that no model has seen: `cargo xtask fit` |
//! | `event_places`, `event_links` | the place of an event, or none; the earlier mention of one happening, or none | the same |
//! | `event_times`, `event_without_time` | the same as `event_times_read`, by what the surface shows | correctly typed events of the newsroom training articles; those without a date count 0.05, in articles without any date 0.01 |

use dateline_text::{Byte, Span};
use serde_json::Value;

/// What a ranker compares for one choice; for fitting its weights.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The ranker's name.
    pub ranker: &'static str,
    /// The names of the features.
    pub features: &'static [&'static str],
    /// What something is chosen for.
    pub anchor: Span<Byte>,
    /// Its kind: the type of an event.
    pub kind: &'static str,
    /// What is compared; the candidate without a span is "nothing".
    pub candidates: Vec<Candidate>,
}

/// One that can be chosen.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Where it is; `None` for "nothing".
    pub span: Option<Span<Byte>>,
    /// The values of its features.
    pub values: Vec<f32>,
}

/// A weight for each feature.
pub(crate) struct Ranker {
    weights: Vec<f32>,
    lead_min: f32,
}

impl Ranker {
    /// The ranker of the released model that has that name in `rankers.json`, for these features.
    ///
    /// # Panics
    /// If the committed file lacks it or has other features; the tests of the layers read each.
    pub(crate) fn released(name: &str, features: &[&str]) -> Self {
        let ranker = Self::parse(include_str!("../../../models/en-news/rankers.json"), name, features);
        ranker.expect("the committed weights are those of the features")
    }

    fn parse(json: &str, name: &str, features: &[&str]) -> Option<Self> {
        let rankers: Value = serde_json::from_str(json).ok()?;
        let ranker = rankers.get(name)?;
        let lead_min = ranker.get("lead_min").and_then(Value::as_f64).unwrap_or_default() as f32;
        let weights = ranker.get("weights")?;
        let weights = weights.as_object().filter(|weights| weights.len() == features.len())?;
        let weight = |name: &&str| Some(weights.get(*name)?.as_f64()? as f32);
        Some(Self { weights: features.iter().map(weight).collect::<Option<_>>()?, lead_min })
    }

    /// The best candidate, unless "nothing", whose score is the last one, is so probable that choosing it costs no F1.
    pub(crate) fn choose_or_nothing(&self, scores: &[f32]) -> Option<Choice> {
        let (nothing, others) = scores.split_last()?;
        let Choice { candidate, .. } = choose(others)?;
        let best = others[candidate];
        let highest = best.max(*nothing);
        let sum: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
        (best - nothing > self.lead_min).then(|| Choice { candidate, probability: (best - highest).exp() / sum })
    }

    /// The score of a candidate, from the values of its features in their order.
    pub(crate) fn score(&self, values: &[f32]) -> f32 {
        self.weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
    }
}

/// A chosen candidate.
pub(crate) struct Choice {
    /// Its index.
    pub(crate) candidate: usize,
    /// Its probability among all candidates.
    pub(crate) probability: f32,
}

/// The candidate with the highest score, the first of those that share it; `None` where there is none.
pub(crate) fn choose(scores: &[f32]) -> Option<Choice> {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let candidate = scores.iter().position(|&score| score >= highest)?;
    let sum: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    Some(Choice { candidate, probability: 1.0 / sum.max(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ranker_has_a_weight_for_each_feature_and_no_other() {
        let json = r#"{"near": {"weights": {"close": 0.5, "far": -1.0}}}"#;
        let ranker = Ranker::parse(json, "near", &["far", "close"]).expect("the names agree");
        assert!(ranker.score(&[1.0, 2.0]).abs() < 1e-6);
        assert!(Ranker::parse(json, "near", &["far"]).is_none());
        assert!(Ranker::parse(json, "near", &["far", "other"]).is_none());
        assert!(Ranker::parse(json, "other", &["far", "close"]).is_none());
        assert!(Ranker::parse("{", "near", &["far", "close"]).is_none());
    }

    #[test]
    fn the_first_of_the_best_is_chosen() {
        let choice = choose(&[0.0, 1.0, 1.0]).expect("there are candidates");
        assert_eq!(choice.candidate, 1);
        assert!((choice.probability - 1.0 / (2.0 + (-1.0_f32).exp())).abs() < 1e-6);
        assert!(choose(&[]).is_none());
    }
}
