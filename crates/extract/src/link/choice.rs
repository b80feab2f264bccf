//! Chooses one entity of each base, or none.

use std::cmp::Ordering;

use dateline_kb::{Entity as Known, Kb};
use dateline_text::{Byte, Document, Span};

use super::{
    Candidate, Candidates, Link, RETURNED_MAX, Ranked,
    agreement::{self, Agreement},
    context::Context,
    features::{self, Certain, Features, Seen, Subject},
    nil,
    weights::Weights,
};
use crate::{
    coref::{Entity, Form},
    names::EntityKind,
};

/// Probability from which a link speaks for others.
const CERTAIN_MIN: f32 = 0.75;

/// The candidates of one entity in one base, compared.
struct Compared<'k> {
    seen: Vec<Seen<'k>>,
    probabilities: Vec<f32>,
    /// Whether the base has something of the name, if of another type.
    has_other_type: bool,
}

/// The candidates of one entity, by base.
type ByBase<'k> = Vec<Compared<'k>>;

pub(super) fn choose(
    weights: &Weights,
    document: &Document<'_>,
    entities: &[Entity],
    candidates: &Candidates<'_>,
) -> Vec<Link> {
    let context = Context::new(document, entities);
    let compared = compare(weights, document, &context, (entities, candidates));
    let link = |(entity, by_base): (&Entity, ByBase<'_>)| {
        link(weights, candidates.bases(), &by_base, || nil::Unfound { document, entity, year: context.year })
    };
    entities.iter().zip(compared).map(link).collect()
}

pub(super) fn features(
    weights: &Weights,
    document: &Document<'_>,
    entities: &[Entity],
    candidates: &Candidates<'_>,
) -> Vec<Vec<(Candidate, Features)>> {
    let context = Context::new(document, entities);
    let compared = compare(weights, document, &context, (entities, candidates));
    let of_entity = |by_base: ByBase<'_>| {
        by_base.iter().flat_map(|base| base.seen.iter().map(|seen| (seen.candidate, seen.features))).collect()
    };
    compared.into_iter().map(of_entity).collect()
}

/// Compares the candidates of all entities, then again with what the certain links of others say.
fn compare<'k>(
    weights: &Weights,
    document: &Document<'_>,
    context: &Context,
    (entities, candidates): (&[Entity], &Candidates<'k>),
) -> Vec<ByBase<'k>> {
    let mut compared: Vec<ByBase<'k>> = entities
        .iter()
        .map(|entity| {
            let subject = Subject { entity, context, around: context.around(document, entity) };
            let found = of_entity(entity, document, candidates);
            let bases = candidates.bases().iter().enumerate();
            bases.map(|(base, kb)| Compared::new(weights, &subject, kb, base, &found)).collect()
        })
        .collect();
    let certain: Vec<(usize, Certain)> =
        compared.iter().enumerate().filter_map(|(at, by_base)| Some((at, certain(by_base)?))).collect();
    for (at, by_base) in compared.iter_mut().enumerate() {
        // A few others are enough, and keep the work proportional to the text.
        let split = certain.partition_point(|&(other, _)| other < at);
        let (before, after) = certain.split_at(split);
        let before = before.iter().rev().take(CERTAIN_MAX);
        let after = after.iter().filter(|&&(other, _)| other != at).take(CERTAIN_MAX);
        let others: Vec<&Certain> = before.chain(after).map(|(_, certain)| certain).collect();
        by_base.iter_mut().for_each(|base| base.cohere(weights, &others));
    }
    compared
}

/// Most certain links on each side of an entity that speak for its candidates.
const CERTAIN_MAX: usize = 12;

fn certain(by_base: &ByBase<'_>) -> Option<Certain> {
    let base = by_base.last()?;
    let (at, &probability) = base.probabilities.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
    (probability >= CERTAIN_MIN).then(|| Certain::of(&base.seen[at]))
}

/// The candidates of an entity: those of its fullest name of which one can be it by its type, else those of the next
/// shorter name; where there is no such name, those of the fullest that has any.
fn of_entity<'c>(entity: &Entity, document: &Document<'_>, candidates: &'c Candidates<'_>) -> Vec<&'c Candidate> {
    let mut names: Vec<Span<Byte>> =
        entity.mentions.iter().filter(|mention| mention.form == Form::Name).map(|mention| mention.span).collect();
    // Somebody whose full name no base has is not the best known bearer of the surname.
    let is_single = |name: Span<Byte>| !document.slice(name).trim().contains(char::is_whitespace);
    names.retain(|&name| entity.kind != EntityKind::Person || is_single(entity.name) || !is_single(name));
    names
        .sort_by_key(|&name| (name != entity.name, std::cmp::Reverse(document.slice(name).split_whitespace().count())));
    let mut found = Vec::new();
    for base in 0..candidates.bases().len() {
        let lists = names.iter().map(|&name| {
            let list = candidates.of_mention(name).iter().filter(|candidate| candidate.base == base);
            list.collect::<Vec<_>>()
        });
        let mut first = Vec::new();
        for list in lists.filter(|list| !list.is_empty()) {
            let fits = list.iter().any(|candidate| can_be(entity, candidates.bases(), candidate));
            if fits || first.is_empty() {
                first = list;
            }
            if fits {
                break;
            }
        }
        found.extend(first);
    }
    found
}

/// Whether the type of a candidate does not exclude that it is the entity.
fn can_be(entity: &Entity, bases: &[&Kb], candidate: &Candidate) -> bool {
    let known = bases.get(candidate.base).and_then(|base| base.entity(candidate.entity));
    known.is_some_and(|known| agreement::of(entity.kind, known.kind()) != Agreement::Conflict)
}

impl<'k> Compared<'k> {
    fn new(weights: &Weights, subject: &Subject<'_>, kb: &'k Kb, base: usize, found: &[&Candidate]) -> Self {
        let own: Vec<Candidate> =
            found.iter().filter(|candidate| candidate.base == base).map(|&&candidate| candidate).collect();
        let seen = features::read(subject, kb, &own);
        let mut compared = Self { has_other_type: seen.len() < own.len(), seen, probabilities: Vec::new() };
        compared.rank(weights);
        compared
    }

    fn rank(&mut self, weights: &Weights) {
        let features: Vec<Features> = self.seen.iter().map(|seen| seen.features).collect();
        self.probabilities = weights.probabilities(&features);
    }

    fn cohere(&mut self, weights: &Weights, others: &[&Certain]) {
        self.seen.iter_mut().for_each(|seen| seen.cohere(others));
        self.rank(weights);
    }

    /// The candidates with their probabilities, the likeliest first; ties by the base's order.
    fn ranked(&self) -> Vec<(&Seen<'k>, f32)> {
        let mut ranked: Vec<_> = self.seen.iter().zip(self.probabilities.iter().copied()).collect();
        ranked.sort_by(|(a, p), (b, q)| {
            q.partial_cmp(p).unwrap_or(Ordering::Equal).then_with(|| a.candidate.entity.cmp(&b.candidate.entity))
        });
        ranked
    }
}

fn link<'n>(weights: &Weights, bases: &[&Kb], by_base: &ByBase<'_>, unfound: impl Fn() -> nil::Unfound<'n>) -> Link {
    let mut link = Link::default();
    let mut shown: &[(&Seen<'_>, f32)] = &[];
    let ranked: Vec<_> = by_base.iter().map(Compared::ranked).collect();
    for (base, ranked) in bases.iter().zip(&ranked) {
        match ranked.first() {
            Some(&(seen, score)) if score >= weights.threshold => {
                if link.chosen.is_empty() {
                    shown = ranked;
                }
                link.chosen.push(to_ranked(base, &seen.known, score));
            }
            _ if link.chosen.is_empty() && !ranked.is_empty() => shown = ranked,
            _ => {}
        }
    }
    let base_of = |seen: &Seen<'_>| bases.get(seen.candidate.base).copied();
    let returned = shown.iter().take(RETURNED_MAX);
    link.candidates =
        returned.filter_map(|(seen, score)| Some(to_ranked(base_of(seen)?, &seen.known, *score))).collect();
    if link.chosen.is_empty() {
        let scores: Vec<f32> = shown.iter().map(|&(_, score)| score).collect();
        let has_other_type = by_base.iter().any(|base| base.has_other_type);
        let date = bases.last().map(|base| base.meta().date);
        link.nil = Some(unfound().reason(&scores, has_other_type, date));
    }
    link
}

fn to_ranked(base: &Kb, known: &Known<'_>, score: f32) -> Ranked {
    Ranked {
        base: base.meta().name.clone(),
        id: known.id().to_string(),
        wikidata: known.wikidata(),
        name: known.name().to_owned(),
        description: describe(known),
        score,
    }
}

/// The description, or the latest position of somebody who has none.
fn describe(known: &Known<'_>) -> String {
    let description = known.description();
    match known.positions().first() {
        Some(position) if description.is_empty() => {
            let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
            match (position.from, position.until) {
                (None, None) => position.title.to_owned(),
                (from, until) => format!("{} ({}–{})", position.title, year(from), year(until)),
            }
        }
        _ => description.to_owned(),
    }
}
