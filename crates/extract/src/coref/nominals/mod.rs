//! Descriptions: "the Swedish prime minister", "the carmaker", "her country", where the article names whom or what they mean.
//!
//! A description goes to one of the entities named before it, or to none, by the ranker `descriptions`.

mod features;
mod phrases;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

use dateline_encoder::{Encoding, Head, Link};
use dateline_gazetteer::{CountryId, country_of_demonym, country_of_name};
use dateline_lexicon::person;
use dateline_text::{Byte, Document, Span, Word};

use super::{Entity, EntityId, Found, pronouns::position, rules::DESCRIPTION};
use crate::{
    names::{EntityKind, Name, Words},
    ranker::{Candidate, Comparison, Ranker},
};
use features::{NAMES, NONE, WIDTH, on};
use phrases::{Determiner, Phrase};

/// Entities that a description is compared with: those last named before it, of the kind that its noun is for, and of others.
const OF_KIND_MAX: usize = 16;
const OTHERS_MAX: usize = 8;
/// Mentions by name that the encoder compares a description with, the last ones of each entity.
const NAMES_READ_MAX: usize = 6;
/// Bound of what the encoder says, in logits.
const READ_MAX: f32 = 8.0;
/// Words to the left and right of a name in which a noun describes it.
const BESIDE_WORDS: u32 = 6;

const RANKER_NAME: &str = "descriptions";
static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released(RANKER_NAME, &NAMES));

/// The descriptions that mean an entity, in text order. `entity_of` gives the entity of each name.
pub(super) fn find(
    words: &Words<'_>,
    encoding: Option<&Encoding>,
    names: &[Name],
    entity_of: &[EntityId],
    entities: &[Entity],
) -> Vec<Found> {
    let Some(encoding) = encoding.filter(|encoding| encoding.has(Head::Upos)) else { return Vec::new() };
    let mut found = Vec::new();
    let mut known = Known::new(words, encoding, names, entity_of, entities);
    for phrase in phrases(words, encoding, names) {
        let candidates = known.candidates(&phrase);
        let scores = candidates.iter().map(|&(_, values)| RANKER.score(&values));
        let scores: Vec<f32> = scores.chain([RANKER.score(&known.none(&phrase))]).collect();
        if let Some(choice) = RANKER.choose_or_nothing(&scores) {
            let (entity, _) = candidates[choice.candidate];
            known.learn(&phrase, entity);
            found.push(Found { span: phrase.span, entity, rule: DESCRIPTION });
        }
    }
    found
}

/// What [`find`] compares, to fit the ranker.
pub(super) fn comparisons(
    words: &Words<'_>,
    encoding: &Encoding,
    names: &[Name],
    entity_of: &[EntityId],
    entities: &[Entity],
) -> Vec<Comparison> {
    let mut known = Known::new(words, encoding, names, entity_of, entities);
    let compare = |phrase: Phrase| {
        let candidates = known.candidates(&phrase);
        let scores: Vec<f32> = candidates.iter().map(|(_, values)| RANKER.score(values)).collect();
        let none = Candidate { span: None, values: known.none(&phrase).to_vec() };
        let all = scores.iter().copied().chain([RANKER.score(&none.values)]).collect::<Vec<_>>();
        if let Some(choice) = RANKER.choose_or_nothing(&all) {
            known.learn(&phrase, candidates[choice.candidate].0);
        }
        let candidates = candidates.into_iter().map(|(entity, values)| Candidate {
            span: Some(entities[entity.0 as usize].name),
            values: values.to_vec(),
        });
        Comparison {
            ranker: RANKER_NAME,
            features: &NAMES,
            anchor: words.document().bytes(phrase.span),
            kind: "",
            candidates: candidates.chain([none]).collect(),
        }
    };
    phrases(words, encoding, names).into_iter().map(compare).filter(|compared| compared.candidates.len() > 1).collect()
}

fn phrases(words: &Words<'_>, encoding: &Encoding, names: &[Name]) -> Vec<Phrase> {
    let document = words.document();
    let roles = names.iter().flat_map(|name| &name.roles).map(|role| role.title);
    let taken: HashSet<u32> =
        names.iter().map(|name| name.span).chain(roles).flat_map(|span| covered(document, span)).collect();
    phrases::find(words, encoding, |word| taken.contains(&word))
}

fn covered(document: &Document<'_>, span: Span<Byte>) -> std::ops::Range<u32> {
    let words = document.words(span);
    words.start()..words.end()
}

/// What the names of an entity and the words beside them say of it.
#[derive(Default)]
struct Portrait {
    /// Words of its names.
    names: BTreeSet<String>,
    /// Last words of its titles, and all of their words.
    heads: BTreeSet<String>,
    titles: BTreeSet<String>,
    /// Words of the affiliations of its titles, and the countries that they name.
    affiliations: BTreeSet<String>,
    countries: BTreeSet<CountryId>,
    /// Nouns directly before its names, and in the phrase behind the comma after them.
    beside: BTreeSet<String>,
    /// Heads of the descriptions that were found to mean it.
    described: BTreeSet<String>,
}

/// The entities, as far as the article has named them before the description at hand.
struct Known<'a> {
    words: &'a Words<'a>,
    encoding: &'a Encoding,
    entities: &'a [Entity],
    portraits: Vec<Portrait>,
    /// All mentions by name, in text order.
    upcoming: Vec<(Span<Word>, EntityId)>,
    next: usize,
    /// Those before the description: by entity, and the entities by their last mention.
    past: HashMap<EntityId, Vec<Span<Word>>>,
    latest: Vec<EntityId>,
    first_of_kind: HashMap<EntityKind, EntityId>,
}

impl<'a> Known<'a> {
    fn new(
        words: &'a Words<'a>,
        encoding: &'a Encoding,
        names: &[Name],
        entity_of: &[EntityId],
        entities: &'a [Entity],
    ) -> Self {
        let document = words.document();
        let mut portraits: Vec<Portrait> = entities.iter().map(|_| Portrait::default()).collect();
        let mut upcoming = Vec::new();
        for (name, &entity) in names.iter().zip(entity_of) {
            let span = document.words(name.span);
            portraits[entity.0 as usize].add(words, encoding, name, span);
            upcoming.push((span, entity));
        }
        let mut first_of_kind = HashMap::new();
        for &(_, entity) in &upcoming {
            first_of_kind.entry(entities[entity.0 as usize].kind).or_insert(entity);
        }
        Self {
            words,
            encoding,
            entities,
            portraits,
            upcoming,
            next: 0,
            past: HashMap::new(),
            latest: Vec::new(),
            first_of_kind,
        }
    }

    /// The entities that a phrase can mean, the last mentioned first, and the values of their features.
    fn candidates(&mut self, phrase: &Phrase) -> Vec<(EntityId, [f32; WIDTH])> {
        while let Some(&(span, entity)) =
            self.upcoming.get(self.next).filter(|(span, _)| span.start() < phrase.span.start())
        {
            self.past.entry(entity).or_default().push(span);
            self.touch(entity);
            self.next += 1;
        }
        let kind = |entity: EntityId| self.entities[entity.0 as usize].kind;
        let (mut of_kind, mut others) = (0, 0);
        let mut wanted = |&entity: &EntityId| {
            let (count, most) =
                if phrase.kind == Some(kind(entity)) { (&mut of_kind, OF_KIND_MAX) } else { (&mut others, OTHERS_MAX) };
            let wanted = *count < most && self.can_mean(phrase, entity);
            *count += usize::from(wanted);
            wanted
        };
        let fitting: Vec<EntityId> = self.latest.iter().rev().copied().filter(|entity| wanted(entity)).collect();
        fitting.iter().map(|&entity| (entity, self.values(phrase, entity, &fitting))).collect()
    }

    fn touch(&mut self, entity: EntityId) {
        self.latest.retain(|&other| other != entity);
        self.latest.push(entity);
    }

    /// Remembers what a description was found to mean.
    fn learn(&mut self, phrase: &Phrase, entity: EntityId) {
        self.touch(entity);
        self.portraits[entity.0 as usize].described.insert(self.words.lower(phrase.head()).to_owned());
    }

    /// Whether nothing forbids it: peoples are not described so, nobody is described by a noun of the other gender, and
    /// whoever serves one country is not the other's minister.
    fn can_mean(&self, phrase: &Phrase, id: EntityId) -> bool {
        let entity = &self.entities[id.0 as usize];
        let gender = person::gender_of(self.words.lower(phrase.head()));
        let against = |gender| entity.gender.is_some_and(|sign| sign.excludes(gender));
        let inside = |&(span, named): &(Span<Word>, EntityId)| named == id && phrase.span.contains(span);
        !matches!(entity.kind, EntityKind::Group | EntityKind::Misc)
            && !gender.is_some_and(against)
            && (phrase.kind != Some(EntityKind::Person) || entity.kind == EntityKind::Person)
            && !self.serves_another(phrase, id)
            && !self.upcoming[self.next.min(self.upcoming.len())..].iter().take(4).any(inside)
    }

    /// Whether the phrase names a country that the person is not known to serve: neither by an affiliation, nor by a title
    /// without one.
    fn serves_another(&self, phrase: &Phrase, id: EntityId) -> bool {
        let portrait = &self.portraits[id.0 as usize];
        let modifiers = phrase.modifiers();
        let stated = (modifiers.start()..modifiers.end()).find_map(|word| country(self.words.text(word)));
        let serves = |stated| {
            let titled = portrait.heads.contains(self.words.lower(phrase.head()));
            portrait.countries.contains(&stated) || portrait.countries.is_empty() && titled
        };
        phrase.kind == Some(EntityKind::Person) && stated.is_some_and(|stated| !serves(stated))
    }

    fn values(&self, phrase: &Phrase, id: EntityId, fitting: &[EntityId]) -> [f32; WIDTH] {
        let entity = &self.entities[id.0 as usize];
        let portrait = &self.portraits[id.0 as usize];
        let mentions = &self.past[&id];
        let head = self.words.lower(phrase.head());
        let modifiers = phrase.modifiers();
        let modifier_in = |set: &BTreeSet<String>| {
            on((modifiers.start()..modifiers.end()).any(|word| set.contains(self.words.lower(word))))
        };
        let of_kind = |other: &&EntityId| phrase.kind == Some(self.entities[other.0 as usize].kind);
        let same_kind = phrase.kind == Some(entity.kind);
        let unknown = |kinds: &[EntityKind]| on(phrase.kind.is_none() && kinds.contains(&entity.kind));
        let read = self.read(phrase, mentions);
        let sentence = |word: u32| self.words.document().sentence_at(word);
        let last = mentions.last().map_or(0, |span| span.start());
        let back = sentence(phrase.span.start()) - sentence(last);
        let is_country = phrases::is_for_countries(head)
            .filter(|_| entity.kind == EntityKind::Location)
            .map(|wanted| country_of_name(self.words.document().slice(entity.name)).is_some() == wanted);
        let has_role = !portrait.heads.is_empty();
        let role_has_head = portrait.heads.contains(head);
        let mut values = [0.0; WIDTH];
        values[..NONE].copy_from_slice(&[
            read.unwrap_or_default(),
            on(read.is_none()),
            on(same_kind),
            on(phrase.kind.is_some() && !same_kind),
            unknown(&[EntityKind::Person]),
            unknown(&[EntityKind::Organization]),
            unknown(&[EntityKind::Location, EntityKind::Facility]),
            unknown(&[EntityKind::Product, EntityKind::Work, EntityKind::Event, EntityKind::Law]),
            on(role_has_head),
            on(phrase.kind == Some(EntityKind::Person) && has_role && !role_has_head),
            on(is_country == Some(true)),
            on(is_country == Some(false)),
            on(portrait.beside.contains(head)),
            on(portrait.names.contains(head)),
            modifier_in(&portrait.names),
            modifier_in(&portrait.titles),
            modifier_in(&portrait.affiliations),
            on(portrait.described.contains(head)),
            (1.0 + back as f32).ln(),
            on(fitting.first() == Some(&id)),
            on(fitting.iter().find(of_kind) == Some(&id)),
            on(same_kind && fitting.iter().filter(of_kind).count() == 1),
            (1.0 + mentions.len() as f32).ln(),
            on(self.first_of_kind.get(&entity.kind) == Some(&id)),
            on(back == 0),
            on(sentence(mentions[0].start()) < 2),
        ]);
        values
    }

    /// The values of "nothing".
    fn none(&self, phrase: &Phrase) -> [f32; WIDTH] {
        let mut values = [0.0; WIDTH];
        values[NONE..].copy_from_slice(&[
            1.0,
            on(phrase.kind.is_none()),
            on(phrase.kind == Some(EntityKind::Person)),
            on(phrase.kind == Some(EntityKind::Location)),
            on(!phrase.modifiers().is_empty()),
            on(phrase.determiner == Determiner::Demonstrative),
            on(phrase.determiner == Determiner::Possessive),
            on(matches!(self.words.lower(phrase.span.end()), "of" | "for")),
            on(self.words.is_capital(phrase.head())),
        ]);
        values
    }

    /// By how much the encoder prefers the best of the last names to "nothing"; none where it reads none in one window
    /// with the phrase.
    fn read(&self, phrase: &Phrase, mentions: &[Span<Word>]) -> Option<f32> {
        let last = mentions.iter().rev().take(NAMES_READ_MAX);
        let leads = last
            .filter_map(|&name| self.encoding.lead(Link::Description, phrase.head(), position::head(self.words, name)));
        leads.reduce(f32::max).map(|lead| lead.clamp(-READ_MAX, READ_MAX))
    }
}

impl Portrait {
    fn add(&mut self, words: &Words<'_>, encoding: &Encoding, name: &Name, span: Span<Word>) {
        let document = words.document();
        let lower = |word: u32| words.lower(word).to_owned();
        self.names.extend((span.start()..span.end()).map(lower));
        for role in &name.roles {
            let title = document.words(role.title);
            self.titles.extend((title.start()..title.end()).map(lower));
            self.heads.extend(title.end().checked_sub(1).map(lower));
            if let Some(of) = role.affiliation {
                self.affiliations.extend(covered(document, of).map(lower));
                self.countries.extend(country(document.slice(of)));
            }
        }
        let noun = |&word: &u32| words.is_word(word) && encoding.best(Head::Upos, word) == Some("NOUN");
        let sentence = words.sentence(span.start());
        let before = span.start().saturating_sub(1);
        self.beside.extend(Some(before).filter(|word| *word >= sentence.start()).filter(noun).map(lower));
        if words.text(span.end()) == "," {
            let end = sentence.end().min(span.end() + 1 + BESIDE_WORDS);
            let opens = |word: u32| matches!(encoding.best(Head::Upos, word), Some("DET" | "NOUN" | "ADJ"));
            let in_phrase =
                |word: &u32| matches!(encoding.best(Head::Upos, *word), Some("DET" | "NOUN" | "ADJ" | "PROPN" | "NUM"));
            if opens(span.end() + 1) {
                let phrase = (span.end() + 1..end).take_while(in_phrase).filter(noun);
                self.beside.extend(phrase.last().map(lower));
            }
        }
    }
}

/// The country that a word names, or whose people it names.
fn country(text: &str) -> Option<CountryId> {
    country_of_demonym(text).or_else(|| country_of_name(text))
}
