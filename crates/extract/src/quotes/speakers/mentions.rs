//! The mentions of all entities in text order, and searches among them.

use std::cmp::Reverse;

use dateline_text::{Byte, Document, Span};

use super::super::words;
use crate::{
    coref::{Entity, EntityId, Form, Gender},
    names::EntityKind,
};

/// Most sentences between a pronoun and its antecedent, and most mentions looked at on the way.
const SENTENCES_MAX: usize = 6;
const SITES_MAX: usize = 200;

/// One mention: where, of whom, how.
pub(super) type Site = (Span<Byte>, EntityId, Form);

/// The mentions of an article, sorted.
pub(super) struct Mentions<'r> {
    entities: &'r [Entity],
    sites: Vec<Site>,
    /// By entity: its name mentions, in text order.
    named: Vec<Vec<Span<Byte>>>,
    /// By entity: its titles, folded.
    titles: Vec<Vec<String>>,
}

impl<'r> Mentions<'r> {
    pub(super) fn new(document: &Document<'_>, entities: &'r [Entity]) -> Self {
        let of = |(entity, id): (&'r Entity, u32)| {
            entity.mentions.iter().map(move |mention| (mention.span, EntityId(id), mention.form))
        };
        let mut sites: Vec<Site> = entities.iter().zip(0..).flat_map(of).collect();
        sites.sort_by_key(|&(span, id, _)| (span, id));
        let mut named = vec![Vec::new(); entities.len()];
        for &(span, id, form) in &sites {
            if form == Form::Name {
                named[id.0 as usize].push(span);
            }
        }
        let titles =
            |entity: &Entity| entity.roles.iter().map(|role| document.slice(role.title).to_lowercase()).collect();
        Self { entities, sites, named, titles: entities.iter().map(titles).collect() }
    }

    fn entity(&self, id: EntityId) -> &'r Entity {
        &self.entities[id.0 as usize]
    }

    fn ids(&self) -> impl Iterator<Item = EntityId> {
        (0..).map(EntityId).take(self.entities.len())
    }

    /// Whether an entity is a human being.
    pub(super) fn is_person(&self, id: EntityId) -> bool {
        self.entity(id).kind == EntityKind::Person
    }

    /// Whether an entity is somebody, or a body that can speak.
    pub(super) fn is_agent(&self, id: EntityId) -> bool {
        matches!(self.entity(id).kind, EntityKind::Person | EntityKind::Organization)
    }

    /// The fullest name of an entity.
    pub(super) fn name(&self, id: EntityId) -> Span<Byte> {
        self.entity(id).name
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

    /// The person that a pronoun at `at` stands for: the last speaker while nobody else of that gender is named since;
    /// else the first fitting person of the nearest sentence before that has one.
    pub(super) fn antecedent(
        &self,
        document: &Document<'_>,
        at: u32,
        gender: Gender,
        last: Option<(EntityId, u32)>,
    ) -> Option<EntityId> {
        let before = self.sites.partition_point(|(span, _, _)| span.start() < at);
        let fits = |id: EntityId| self.is_person(id) && self.entity(id).gender.is_none_or(|known| known == gender);
        let sentence_of = |at: u32| document.sentence_at(document.words(Span::new(at, at + 1)).start());
        let here = sentence_of(at);
        let near = |site: &&Site| here.saturating_sub(sentence_of(site.0.start())) <= SENTENCES_MAX;
        let fitting = || {
            let sites = self.sites[..before].iter().rev().take(SITES_MAX).take_while(near);
            sites.filter(|(_, id, form)| *form == Form::Name && fits(*id))
        };
        let nearest = fitting().next()?;
        let sentence = sentence_of(nearest.0.start());
        let first = fitting().take_while(|(span, _, _)| sentence_of(span.start()) == sentence).last()?;
        match last {
            Some((id, spoke)) if fits(id) && spoke <= at && spoke >= first.0.start() => Some(id),
            _ => Some(first.1),
        }
    }

    /// The last entity named before `at` that bears the title `description`, or one that ends in it.
    pub(super) fn titled(&self, description: &str, at: u32) -> Option<EntityId> {
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        self.last_named(at, |id| {
            let titles = &self.titles[id.0 as usize];
            titles.iter().any(|held| ends(held, description) || (held.contains(' ') && ends(description, held)))
        })
    }

    /// The body or place that "the ministry", "the city" means: the last one before `at` whose name holds the noun,
    /// else, for nouns that any organisation answers to, the organisation named most often before.
    pub(super) fn body(&self, document: &Document<'_>, noun: &str, at: u32) -> Option<EntityId> {
        if !words::is_collective(noun) && !matches!(noun, "city" | "state" | "country") {
            return None;
        }
        let holds = |id: EntityId| {
            let name = || document.slice(self.name(id)).split_whitespace();
            !self.is_person(id) && name().any(|word| word.eq_ignore_ascii_case(noun))
        };
        self.last_named(at, holds).or_else(|| {
            let candidates = self.ids().filter(|&id| self.entity(id).kind == EntityKind::Organization);
            let counted = candidates.map(|id| (self.count_before(id, at), Reverse(id))).filter(|&(n, _)| n > 0);
            if words::is_business(noun) { counted.max().map(|(_, Reverse(id))| id) } else { None }
        })
    }

    fn last_named(&self, at: u32, fits: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let place = |id: EntityId| self.name_before(id, at).map(Span::start);
        let named = self.ids().filter(|&id| fits(id)).filter_map(|id| Some((place(id)?, id)));
        named.max().map(|(_, id)| id)
    }
}
