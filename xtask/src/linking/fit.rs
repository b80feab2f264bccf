//! Maximum likelihood for the log-linear choice among an entity's candidates and none of them.

use std::collections::BTreeMap;

use dateline_extract::{
    coref::{Entity, Form},
    link::{FEATURES, Features, Linker},
};

use super::{Read, corpus::Gold};

/// Strength of the penalty on large weights, for the whole corpus.
const PENALTY: f32 = 1.0;
const STEPS: usize = 600;
const RATE: f32 = 0.05;

/// An entity with its candidates, and which of them it is.
pub(super) struct Example {
    candidates: Vec<Features>,
    right: Option<usize>,
}

/// The entities of an article that were annotated and have candidates.
pub(super) fn examples(linker: &Linker, read: &Read<'_>) -> Vec<Example> {
    let features = linker.features(read.document, &read.entities, &read.candidates);
    let of_entity = |(entity, candidates): (&Entity, Vec<_>)| {
        let gold = gold_of(entity, &read.annotated.names)?;
        let base = read.candidates.bases()[0];
        let item =
            |candidate: &dateline_extract::link::Candidate| base.entity(candidate.entity).and_then(|e| e.wikidata());
        let right = candidates.iter().position(|(candidate, _)| gold.is_some() && item(candidate) == gold);
        let candidates: Vec<Features> = candidates.into_iter().map(|(_, features)| features).collect();
        (!candidates.is_empty()).then_some(Example { candidates, right })
    };
    read.entities.iter().zip(features).filter_map(of_entity).collect()
}

/// What most annotated mentions of an entity are; none if none is annotated.
pub(super) fn gold_of(entity: &Entity, names: &[Gold]) -> Option<Option<u32>> {
    let mut votes: BTreeMap<Option<u32>, usize> = BTreeMap::new();
    for mention in entity.mentions.iter().filter(|mention| mention.form == Form::Name) {
        let exact = names.iter().find(|gold| gold.span == mention.span);
        let near = || {
            names.iter().find(|gold| gold.span.start() < mention.span.end() && mention.span.start() < gold.span.end())
        };
        if let Some(gold) = exact.or_else(near) {
            *votes.entry(gold.item).or_default() += 1;
        }
    }
    votes.into_iter().max_by_key(|&(_, count)| count).map(|(item, _)| item)
}

/// The probability of each candidate; none of them has score zero.
fn probabilities(candidates: &[Features], weights: &Features) -> Vec<f32> {
    let scores: Vec<f32> =
        candidates.iter().map(|features| features.iter().zip(weights).map(|(f, w)| f * w).sum()).collect();
    let highest = scores.iter().copied().fold(0.0, f32::max);
    let total: f32 = scores.iter().map(|score| (score - highest).exp()).sum::<f32>() + (-highest).exp();
    scores.iter().map(|score| (score - highest).exp() / total).collect()
}

/// The mean negative logarithm of the probability of what is right.
pub(super) fn loss(examples: &[Example], weights: &Features) -> f32 {
    let of_one = |example: &Example| {
        let found = probabilities(&example.candidates, weights);
        let right = example.right.map_or_else(|| 1.0 - found.iter().sum::<f32>(), |at| found[at]);
        -right.max(1e-6).ln()
    };
    examples.iter().map(of_one).sum::<f32>() / examples.len().max(1) as f32
}

/// Gradient ascent with Adam's step sizes, from given weights.
pub(super) fn fit(examples: &[Example], start: Features) -> Features {
    let (mut weights, mut mean, mut square) = (start, [0.0f32; FEATURES.len()], [0.0f32; FEATURES.len()]);
    for step in 1..=STEPS {
        let mut gradient = weights.map(|weight| PENALTY * weight);
        for example in examples {
            for (at, (features, probability)) in
                example.candidates.iter().zip(probabilities(&example.candidates, &weights)).enumerate()
            {
                let error = probability - if example.right == Some(at) { 1.0 } else { 0.0 };
                gradient.iter_mut().zip(features).for_each(|(sum, feature)| *sum += error * feature);
            }
        }
        for at in 0..FEATURES.len() {
            mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
            square[at] = 0.999 * square[at] + 0.001 * gradient[at] * gradient[at];
            let (m, v) = (mean[at] / (1.0 - 0.9f32.powi(step as i32)), square[at] / (1.0 - 0.999f32.powi(step as i32)));
            weights[at] -= RATE * m / (v.sqrt() + 1e-8);
        }
    }
    weights
}
