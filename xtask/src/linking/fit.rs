//! Maximum likelihood for the log-linear choice among an entity's candidates and none of them.

use std::collections::{BTreeMap, BTreeSet};

use dateline_extract::{
    coref::{Entity, Form},
    link::{FEATURES, Features, Linker},
    names::EntityKind,
};
use dateline_text::{Byte, Span};

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
        // Outside of the corpora of links, names without an item are often those that annotators passed over, except for
        // people.
        if gold.is_empty() && !read.annotated.has_all_links && entity.kind != EntityKind::Person {
            return None;
        }
        let base = read.candidates.bases()[0];
        let item =
            |candidate: &dateline_extract::link::Candidate| base.entity(candidate.entity).and_then(|e| e.wikidata());
        let right =
            candidates.iter().position(|(candidate, _)| item(candidate).is_some_and(|item| gold.contains(&item)));
        let candidates: Vec<Features> = candidates.into_iter().map(|(_, features)| features).collect();
        (!candidates.is_empty()).then_some(Example { candidates, right })
    };
    read.entities.iter().zip(features).filter_map(of_entity).collect()
}

/// What the annotated mentions of an entity are, with all readings that the corpus allows; empty where most have no item,
/// none if no mention is annotated.
pub(super) fn gold_of(entity: &Entity, names: &[Gold]) -> Option<BTreeSet<u32>> {
    let (mut items, mut without) = (BTreeMap::<u32, usize>::new(), 0);
    for mention in entity.mentions.iter().filter(|mention| mention.form == Form::Name) {
        let same: Vec<&Gold> = names.iter().filter(|gold| is_same(gold.span, mention.span)).collect();
        without += usize::from(!same.is_empty() && same.iter().all(|gold| gold.item.is_none()));
        for item in same.iter().filter_map(|gold| gold.item) {
            *items.entry(item).or_default() += 1;
        }
    }
    let most = items.values().copied().max().unwrap_or_default();
    match (most, without) {
        (0, 0) => None,
        _ if without > most => Some(BTreeSet::new()),
        _ => Some(items.into_iter().filter(|&(_, count)| count == most).map(|(item, _)| item).collect()),
    }
}

/// Whether two spans are one name, give or take an article or a title.
fn is_same(one: Span<Byte>, other: Span<Byte>) -> bool {
    let shared = one.end().min(other.end()).saturating_sub(one.start().max(other.start()));
    let whole = one.end().max(other.end()) - one.start().min(other.start());
    3 * shared >= 2 * whole
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
