//! The mentions of all entities in text order, and searches among them.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
};

use dateline_gazetteer::{self as gazetteer, CountryId, OrganizationClass, country_of_demonym, country_of_name};
use dateline_lexicon::{Gender, person};
use dateline_text::{Byte, Document, Span};

use super::super::units::Reading;
use crate::{
    coref::{Entity, EntityId, Form, GenderEvidence},
    names::EntityKind,
};

/// How many mentions by name are looked at for what stands beside them, and how many tokens on each side.
const NAMED_MAX: usize = 4;
const BESIDE_TOKENS_MAX: u32 = 6;
/// Most titles, and most bodies served, that are remembered of one entity.
const ROLES_MAX: usize = 16;
/// How likely the gender is that most pronouns of an entity show.
const BY_PRONOUNS: f32 = 0.9;
/// How many mentions are looked through for the nearest of a kind.
const NEAREST_MAX: usize = 20;
/// Most entities that one noun brings into question.
const HOLDERS_MAX: usize = 8;

/// One mention: where, of whom, how.
pub(super) type Site = (Span<Byte>, EntityId, Form);

/// The mentions of an article, sorted.
pub(super) struct Mentions<'r> {
    entities: &'r [Entity],
    sites: Vec<Site>,
    /// By entity: its name mentions, in text order.
    named: Vec<Vec<Span<Byte>>>,
    /// By entity: all its mentions, in text order.
    all: Vec<Vec<Site>>,
    /// By entity: the bodies of its offices.
    affiliations: Vec<Vec<Span<Byte>>>,
    /// By entity: its titles, folded.
    titles: Vec<Vec<String>>,
    /// By noun: who holds an office of it, or has it in the name.
    by_noun: HashMap<String, Vec<EntityId>>,
    /// By the folded last word of a name of several: who bears it, none where several do.
    by_surname: HashMap<String, Option<EntityId>>,
    first_of_kind: Vec<EntityId>,
    /// By entity: the gender that its name, title or pronouns tell.
    genders: Vec<Option<GenderEvidence>>,
}

impl<'r> Mentions<'r> {
    pub(super) fn new(document: &Document<'_>, entities: &'r [Entity]) -> Self {
        let of = |(entity, id): (&'r Entity, u32)| {
            entity.mentions.iter().map(move |mention| (mention.span, EntityId(id), mention.form))
        };
        let mut sites: Vec<Site> = entities.iter().zip(0..).flat_map(of).collect();
        sites.sort_by_key(|&(span, id, _)| (span, id));
        let mut named = vec![Vec::new(); entities.len()];
        let mut all = vec![Vec::new(); entities.len()];
        for &site in &sites {
            let (span, id, form) = site;
            all[id.0 as usize].push(site);
            if form == Form::Name {
                named[id.0 as usize].push(span);
            }
        }
        let titles = |entity: &Entity| {
            let all = entity.roles.iter().map(|role| document.slice(role.title).to_lowercase());
            first_distinct(all, String::clone)
        };
        let titles: Vec<Vec<String>> = entities.iter().map(titles).collect();
        let affiliations = |entity: &Entity| {
            let all = entity.roles.iter().filter_map(|role| role.affiliation);
            first_distinct(all, |&span| document.slice(span).to_lowercase())
        };
        let affiliations: Vec<Vec<Span<Byte>>> = entities.iter().map(affiliations).collect();
        let mut first_of_kind = BTreeMap::new();
        for (entity, id) in entities.iter().zip((0..).map(EntityId)) {
            first_of_kind.entry(entity.kind).or_insert(id);
        }
        Self {
            by_noun: by_noun(document, entities, &titles),
            by_surname: by_surname(document, entities),
            first_of_kind: first_of_kind.into_values().collect(),
            genders: entities.iter().map(|entity| gender(document, entity)).collect(),
            entities,
            sites,
            named,
            all,
            titles,
            affiliations,
        }
    }

    fn entity(&self, id: EntityId) -> &'r Entity {
        &self.entities[id.0 as usize]
    }

    /// Whether an entity is a human being.
    pub(super) fn is_person(&self, id: EntityId) -> bool {
        self.entity(id).kind == EntityKind::Person
    }

    /// Whether an entity is somebody, or a body that can speak.
    pub(super) fn is_agent(&self, id: EntityId) -> bool {
        matches!(self.entity(id).kind, EntityKind::Person | EntityKind::Organization)
    }

    /// What an entity is.
    pub(super) fn kind(&self, id: EntityId) -> EntityKind {
        self.entity(id).kind
    }

    /// What the name, a title or the pronouns of a person tell of the gender.
    pub(super) fn gender(&self, id: EntityId) -> Option<GenderEvidence> {
        self.genders[id.0 as usize]
    }

    /// The sort of body that an entity is, where one of its first names is listed.
    pub(super) fn class(&self, document: &Document<'_>, id: EntityId) -> Option<OrganizationClass> {
        let names = self.named[id.0 as usize].iter().take(NAMED_MAX);
        names.filter_map(|&name| gazetteer::lookup(document.slice(name))?.organization_class()).next()
    }

    /// The titles of an entity, folded.
    pub(super) fn titles(&self, id: EntityId) -> &[String] {
        &self.titles[id.0 as usize]
    }

    /// The mentions before `at`, the last one first.
    pub(super) fn before(&self, at: u32) -> impl Iterator<Item = &Site> {
        self.sites[..self.sites.partition_point(|(span, _, _)| span.end() <= at)].iter().rev()
    }

    /// The mentions behind `at`, in text order.
    pub(super) fn behind(&self, at: u32) -> impl Iterator<Item = &Site> {
        self.sites[self.sites.partition_point(|(span, _, _)| span.start() < at)..].iter()
    }

    /// How often the entity is mentioned before `at`.
    pub(super) fn mentioned_before(&self, id: EntityId, at: u32) -> usize {
        self.all[id.0 as usize].partition_point(|(span, _, _)| span.end() <= at)
    }

    /// The entity's last mention before `at`.
    pub(super) fn last_before(&self, id: EntityId, at: u32) -> Option<Site> {
        self.mentioned_before(id, at).checked_sub(1).map(|last| self.all[id.0 as usize][last])
    }

    /// The fullest name of an entity.
    pub(super) fn name(&self, id: EntityId) -> Span<Byte> {
        self.entity(id).name
    }

    /// The one entity with a name of several words of which this is the last, folded.
    pub(super) fn surnamed(&self, surname: &str) -> Option<EntityId> {
        self.by_surname.get(surname).copied().flatten()
    }

    /// Whether no other entity of the same kind is mentioned between an entity's last mention before `at` and `at`.
    pub(super) fn is_nearest(&self, id: EntityId, at: u32) -> bool {
        let near = self.before(at).take(NEAREST_MAX).find(|&&(_, other, _)| self.kind(other) == self.kind(id));
        near.is_some_and(|&(_, other, _)| other == id)
    }

    /// The mentions inside a span, in text order.
    pub(super) fn within(&self, span: Span<Byte>) -> impl Iterator<Item = &Site> {
        let first = self.sites.partition_point(|(site, _, _)| site.start() < span.start());
        self.sites[first..]
            .iter()
            .take_while(move |(site, _, _)| site.start() < span.end())
            .filter(move |(site, _, _)| site.end() <= span.end())
    }

    /// How often the entity is named before `at`.
    fn count_before(&self, id: EntityId, at: u32) -> usize {
        self.named[id.0 as usize].partition_point(|span| span.end() <= at)
    }

    /// The entity's last name mention before `at`.
    pub(super) fn name_before(&self, id: EntityId, at: u32) -> Option<Span<Byte>> {
        self.count_before(id, at).checked_sub(1).map(|last| self.named[id.0 as usize][last])
    }

    /// Whether a mention of the entity stands inside a span.
    pub(super) fn is_within(&self, id: EntityId, span: Span<Byte>) -> bool {
        let all = &self.all[id.0 as usize];
        let first = all.partition_point(|(site, _, _)| site.start() < span.start());
        all.get(first).is_some_and(|(site, _, _)| site.end() <= span.end())
    }

    /// The entities that hold an office of this noun, whose name has it, or beside whose first names it stands.
    pub(super) fn holders(&self, head: &str) -> impl Iterator<Item = EntityId> {
        self.by_noun.get(head).into_iter().flatten().copied().take(HOLDERS_MAX)
    }

    /// Whether the first of the entity's kind that the article names is this one.
    pub(super) fn first_of_kind(&self, id: EntityId) -> bool {
        self.first_of_kind.contains(&id)
    }

    /// The person mentioned most of those named before `at`, the first of several, with the first mention by name.
    pub(super) fn foremost_person_before(&self, at: u32) -> Option<(EntityId, Span<Byte>)> {
        let named = self.named.iter().zip((0..).map(EntityId)).filter(|&(_, id)| self.is_person(id));
        let before =
            named.filter_map(|(names, id)| names.first().filter(|name| name.start() < at).map(|&name| (id, name)));
        before.max_by_key(|&(id, name)| (self.all[id.0 as usize].len(), Reverse(name)))
    }

    /// The folded word before the first mention by name.
    pub(super) fn word_before<'t>(&self, reading: &'t Reading<'_>, id: EntityId) -> Option<&'t str> {
        let first = self.named[id.0 as usize].first()?;
        reading.document.words(*first).start().checked_sub(1).map(|at| reading.folded(at))
    }

    /// Whether a word stands beside one of the first mentions by name, and not in it.
    pub(super) fn has_beside(&self, reading: &Reading<'_>, id: EntityId, word: &str) -> bool {
        let document = reading.document;
        self.named[id.0 as usize].iter().take(NAMED_MAX).any(|&span| {
            let (name, sentence) = (document.words(span), document.sentence_at(document.words(span).start()));
            let sentence = document.sentences()[sentence];
            let first = sentence.start().max(name.start().saturating_sub(BESIDE_TOKENS_MAX));
            let end = sentence.end().min(name.end() + BESIDE_TOKENS_MAX);
            (first..name.start()).chain(name.end()..end).any(|at| reading.folded(at) == word)
        })
    }

    /// Whether no mention stands before this one in its sentence.
    pub(super) fn opens_sentence(&self, document: &Document<'_>, site: Site) -> bool {
        let sentence = |at: Span<Byte>| document.sentence_at(document.words(at).start());
        let before = self.sites.partition_point(|other| other.0.start() < site.0.start());
        before.checked_sub(1).is_none_or(|at| sentence(self.sites[at].0) != sentence(site.0))
    }

    /// Whether the last mention inside `owner` is of this entity.
    pub(super) fn is_of(&self, id: EntityId, owner: Span<Byte>) -> bool {
        self.within(owner).last().is_some_and(|&(_, entity, _)| entity == id)
    }

    /// A mention that shares text with a span.
    pub(super) fn overlapping(&self, span: Span<Byte>) -> Option<&Site> {
        let first = self.sites.partition_point(|(site, _, _)| site.start() < span.start());
        let before = first.checked_sub(1).map(|at| &self.sites[at]).filter(|(site, _, _)| site.end() > span.start());
        before.or_else(|| self.sites.get(first).filter(|(site, _, _)| site.start() < span.end()))
    }

    /// The mention that ends at `end` or right before.
    pub(super) fn ending_at(&self, end: u32) -> Option<Site> {
        self.before(end).next().filter(|(span, _, _)| span.end() == end).copied()
    }

    /// The last body, place or people named inside a span.
    pub(super) fn body_within(&self, span: Span<Byte>) -> Option<Span<Byte>> {
        let named = self.within(span).filter(|&&(_, id, form)| form == Form::Name && !self.is_person(id));
        named.last().map(|&(span, _, _)| span)
    }

    /// Whether the entity holds an office in the body or country named at `body`; `None` where nothing is said of it.
    pub(super) fn serves(&self, document: &Document<'_>, id: EntityId, body: Span<Byte>) -> Option<bool> {
        let country = |span: Span<Byte>| -> Option<CountryId> {
            let text = document.slice(span);
            country_of_demonym(text).or_else(|| country_of_name(text))
        };
        let wanted = country(body);
        let same = |&held: &Span<Byte>| match (country(held), wanted) {
            (Some(left), Some(right)) => left == right,
            _ => {
                document.slice(held).eq_ignore_ascii_case(document.slice(body))
                    || self.within(body).last().is_some_and(|&(_, entity, _)| self.is_of(entity, held))
            }
        };
        let held = &self.affiliations[id.0 as usize];
        (!held.is_empty()).then(|| held.iter().any(same))
    }
}

/// The first of these that are told apart by `key`, at most [`ROLES_MAX`].
fn first_distinct<T>(all: impl Iterator<Item = T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let mut seen = HashSet::new();
    all.filter(|item| seen.insert(key(item))).take(ROLES_MAX).collect()
}

/// Who holds an office of a noun, by the last word of the title, what has it in its name, and whom it describes.
///
/// [`HOLDERS_MAX`] of each.
fn by_noun(document: &Document<'_>, entities: &[Entity], titles: &[Vec<String>]) -> HashMap<String, Vec<EntityId>> {
    let mut by_noun: HashMap<String, Vec<EntityId>> = HashMap::new();
    for ((entity, id), titles) in entities.iter().zip((0..).map(EntityId)).zip(titles) {
        let mut add = |noun: &str| {
            let held = by_noun.entry(noun.to_owned()).or_default();
            if !held.contains(&id) && held.len() < HOLDERS_MAX {
                held.push(id);
            }
        };
        titles.iter().filter_map(|title| title.rsplit(' ').next()).for_each(&mut add);
        if entity.kind != EntityKind::Person {
            document.slice(entity.name).to_lowercase().split_whitespace().for_each(&mut add);
        }
        let named = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
        for mention in named.take(NAMED_MAX) {
            apposed(document, mention.span).for_each(|at| add(&document.word(at).to_lowercase()));
        }
    }
    by_noun
}

/// Who bears a name that ends in this word; none where several people do. Places and bodies count too: an article can be too
/// short to tell that a name is a person's.
fn by_surname(document: &Document<'_>, entities: &[Entity]) -> HashMap<String, Option<EntityId>> {
    let mut bearers = HashMap::new();
    for (entity, id) in entities.iter().zip((0..).map(EntityId)) {
        if let Some((_, last)) = document.slice(entity.name).rsplit_once(' ') {
            bearers.entry(last.to_lowercase()).and_modify(|bearer| *bearer = None).or_insert(Some(id));
        }
    }
    bearers
}

/// The words in small letters that can describe a name: those right before it, and those set off behind it.
fn apposed<'d>(document: &'d Document<'_>, name: Span<Byte>) -> impl Iterator<Item = u32> + 'd {
    let name = document.words(name);
    let sentence = document.sentences()[document.sentence_at(name.start())];
    let small = |&at: &u32| document.word(at).starts_with(char::is_lowercase);
    let before = (sentence.start()..name.start()).rev().take_while(small);
    let opens = name.end() < sentence.end() && matches!(document.word(name.end()), "," | "(" | "—" | "–");
    let behind = (name.end() + 1..sentence.end()).take_while(move |&at| opens && document.word(at) != ",");
    before.take(BESIDE_TOKENS_MAX as usize).chain(behind.take(BESIDE_TOKENS_MAX as usize).filter(small))
}

/// The gender of a person: what a title tells, else what most of the pronouns do, else the first name.
fn gender(document: &Document<'_>, entity: &Entity) -> Option<GenderEvidence> {
    if entity.gender.is_some_and(|sign| sign.likelihood >= 1.0) {
        return entity.gender;
    }
    let pronouns = entity.mentions.iter().filter(|mention| mention.form == Form::Pronoun);
    let told = |span: Span<Byte>| match person::pronoun_gender(&document.slice(span).to_lowercase()) {
        Some(Gender::Masculine) => 1,
        Some(Gender::Feminine) => -1,
        None => 0,
    };
    let sign = |gender| Some(GenderEvidence { gender, likelihood: BY_PRONOUNS });
    match pronouns.map(|mention| told(mention.span)).sum::<i32>() {
        1.. => sign(Gender::Masculine),
        ..=-1 => sign(Gender::Feminine),
        0 => entity.gender,
    }
}
