//! What the ranker compares.

use std::collections::HashSet;

use dateline_kb::{Entity as Known, Kb, Kind, NameKind};

use super::{
    Candidate,
    agreement::{self, Agreement},
    context::{Context, content_word},
};
use crate::{coref::Entity, names::EntityKind};

/// The features, in the order of their values.
pub const FEATURES: [&str; 12] = [
    "bias",
    "prior",
    "share",
    "label",
    "short",
    "derived",
    "same-kind",
    "words",
    "country",
    "context",
    "person",
    "coherence",
];

/// One value for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// Place of the coherence in [`FEATURES`].
const COHERENCE: usize = 11;
/// Least share of a prior among all candidates, as a logarithm.
const SHARE_LOG_MIN: f32 = -6.0;
/// Prior of entities that a caller lists, of whom nothing is counted: callers list whom they write about.
const CALLERS_PRIOR: f32 = 8.0;

/// A candidate with all that is compared of it.
pub(super) struct Seen<'k> {
    pub(super) candidate: Candidate,
    pub(super) known: Known<'k>,
    pub(super) features: Features,
    /// Words of its description and positions.
    words: HashSet<String>,
}

/// What a certain link tells of the article around it.
pub(super) struct Certain {
    words: HashSet<String>,
    country: Option<[u8; 2]>,
}

/// The entity whose candidates are compared, and what stands around it.
pub(super) struct Subject<'a> {
    pub(super) entity: &'a Entity,
    pub(super) context: &'a Context,
    pub(super) around: HashSet<&'a str>,
}

/// Reads the candidates of one base that can be the entity: of a type that does not exclude it, and not born after the
/// article.
pub(super) fn read<'k>(subject: &Subject<'_>, base: &'k Kb, candidates: &[Candidate]) -> Vec<Seen<'k>> {
    let fits = |known: &Known<'_>| {
        let in_time = !matches!((subject.context.year, known.begin()), (Some(now), Some(begin)) if begin > now);
        in_time && agreement::of(subject.entity.kind, known.kind()) != Agreement::Conflict
    };
    let known: Vec<(Candidate, Known<'k>)> = candidates
        .iter()
        .filter_map(|&candidate| Some((candidate, base.entity(candidate.entity)?)))
        .filter(|(_, known)| fits(known))
        .collect();
    let total: f32 = known.iter().map(|(_, known)| prior(known).exp()).sum();
    known.into_iter().map(|(candidate, known)| one(subject, candidate, known, total)).collect()
}

fn prior(known: &Known<'_>) -> f32 {
    if known.prior() > 0.0 { known.prior() } else { CALLERS_PRIOR }
}

fn one<'k>(subject: &Subject<'_>, candidate: Candidate, known: Known<'k>, total: f32) -> Seen<'k> {
    let mut words: HashSet<String> = HashSet::new();
    let titles = known.positions();
    for text in titles.iter().map(|position| position.title).chain([known.description()]) {
        words.extend(text.split(|c: char| !c.is_alphabetic()).map(content_word).filter(|word| !word.is_empty()));
    }
    let overlap = words.iter().filter(|word| subject.around.contains(word.as_str())).count();
    let prior = prior(&known);
    let flag = |holds: bool| f32::from(u8::from(holds));
    let features = [
        1.0,
        prior / 10.0,
        (prior.exp() / total).ln().max(SHARE_LOG_MIN) / 3.0,
        flag(candidate.name == NameKind::Label && !candidate.is_derived),
        flag(candidate.name >= NameKind::Short),
        flag(candidate.is_derived),
        flag(agreement::of(subject.entity.kind, known.kind()) == Agreement::Same),
        f32::from(candidate.words.clamp(1, 4) - 1) / 3.0,
        country(subject.context, &known),
        (overlap as f32).ln_1p(),
        flag(subject.entity.kind == EntityKind::Person && candidate.words > 1),
        0.0,
    ];
    Seen { candidate, known, features, words }
}

/// Whether the article speaks of the candidate's country: 1 if of it alone, -1 if of others alone.
fn country(context: &Context, known: &Known<'_>) -> f32 {
    if known.kind() == Kind::Country {
        return 0.0;
    }
    let share = known.country().and_then(|code| context.share_of(code));
    share.map_or(0.0, |share| 2.0 * share.sqrt() - 1.0)
}

impl Seen<'_> {
    /// Adds what certain links say for the candidate. Its own link is not among them.
    pub(super) fn cohere(&mut self, others: &[&Certain]) {
        let shared = self.words.iter().filter(|&word| others.iter().any(|other| other.words.contains(word))).count();
        let own = self.known.country();
        let same_country = own.is_some() && others.iter().any(|other| other.country == own);
        self.features[COHERENCE] = (shared as f32).ln_1p() / 2.0 + if same_country { 0.5 } else { 0.0 };
    }
}

impl Certain {
    pub(super) fn of(seen: &Seen<'_>) -> Self {
        Self { words: seen.words.clone(), country: seen.known.country() }
    }
}
