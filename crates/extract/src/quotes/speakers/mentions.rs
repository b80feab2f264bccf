//! The mentions of all entities in text order, and searches among them.

use dateline_text::{Byte, Document, Span};

use crate::{
    coref::{Entity, EntityId, Form, Gender},
    names::EntityKind,
};

/// Most sentences between a pronoun and its antecedent.
const SENTENCES_MAX: usize = 6;

/// One mention: where, of whom, how.
pub(super) type Site = (Span<Byte>, EntityId, Form);

/// The mentions of an article, sorted.
pub(super) struct Mentions<'r> {
    entities: &'r [Entity],
    sites: Vec<Site>,
}

impl<'r> Mentions<'r> {
    pub(super) fn new(entities: &'r [Entity]) -> Self {
        let mut sites: Vec<Site> = entities
            .iter()
            .zip(0..)
            .flat_map(|(entity, id)| {
                entity.mentions.iter().map(move |mention| (mention.span, EntityId(id), mention.form))
            })
            .collect();
        sites.sort_by_key(|&(span, id, _)| (span, id));
        Self { entities, sites }
    }

    fn entity(&self, id: EntityId) -> &'r Entity {
        &self.entities[id.0 as usize]
    }

    /// Whether an entity is a human being.
    pub(super) fn is_person(&self, id: EntityId) -> bool {
        self.entity(id).kind == EntityKind::Person
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

    /// The entity's last name mention before `at`.
    pub(super) fn name_before(&self, id: EntityId, at: u32) -> Option<Span<Byte>> {
        let mentions = &self.entity(id).mentions;
        mentions
            .iter()
            .rev()
            .find(|mention| mention.form == Form::Name && mention.span.end() <= at)
            .map(|mention| mention.span)
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
        let near = |site: &&Site| here - sentence_of(site.0.start()).min(here) <= SENTENCES_MAX;
        let fitting = || {
            self.sites[..before].iter().rev().take_while(near).filter(|(_, id, form)| *form == Form::Name && fits(*id))
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
    pub(super) fn titled(&self, document: &Document<'_>, description: &str, at: u32) -> Option<EntityId> {
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        self.last_named(at, |entity| {
            entity.roles.iter().any(|role| {
                let held = document.slice(role.title).to_lowercase();
                ends(&held, description) || (held.contains(' ') && ends(description, &held))
            })
        })
    }

    /// The body or place that "the company", "the city" means: the last one before `at` whose name holds the noun,
    /// else, for nouns that any organisation answers to, the organisation named most often before.
    pub(super) fn body(&self, document: &Document<'_>, noun: &str, at: u32) -> Option<EntityId> {
        let holds = |entity: &Entity| {
            entity.kind != EntityKind::Person
                && document.slice(entity.name).to_lowercase().split_whitespace().any(|word| word == noun)
        };
        if !super::words::is_collective(noun) && !matches!(noun, "city" | "state" | "country") {
            return None;
        }
        self.last_named(at, holds).or_else(|| {
            let any = matches!(
                noun,
                "company"
                    | "firm"
                    | "group"
                    | "organization"
                    | "organisation"
                    | "agency"
                    | "newspaper"
                    | "network"
                    | "club"
                    | "team"
                    | "bank"
                    | "magazine"
            );
            let count = |id: &EntityId| {
                self.entity(*id).mentions.iter().filter(|m| m.form == Form::Name && m.span.end() <= at).count()
            };
            let organizations =
                self.ids().filter(|id| any && self.entity(*id).kind == EntityKind::Organization && count(id) > 0);
            organizations.max_by_key(|id| (count(id), std::cmp::Reverse(*id)))
        })
    }

    fn last_named(&self, at: u32, fits: impl Fn(&Entity) -> bool) -> Option<EntityId> {
        let place = |id: EntityId| self.name_before(id, at).map(Span::start);
        let named = self.ids().filter(|&id| fits(self.entity(id))).filter_map(|id| Some((place(id)?, id)));
        named.max().map(|(_, id)| id)
    }

    fn ids(&self) -> impl Iterator<Item = EntityId> {
        (0..).map(EntityId).take(self.entities.len())
    }
}
