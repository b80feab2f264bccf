//! Coreference: which mentions speak of one thing.

mod aliases;
mod gender;
mod nominals;
mod pronouns;
mod rules;
mod sources;

#[cfg(test)]
mod tests;

use dateline_encoder::Encoding;
use dateline_lexicon::Gender;
use dateline_text::{Byte, Document, Span, Word};

use self::rules::Rule;
pub(crate) use self::sources::add as add_sources;
use crate::{
    evidence::Evidence,
    names::{EntityKind, Name, Role, Words},
    ranker::Comparison,
};

/// Index of an [`Entity`] in [`Extraction::entities`](crate::Extraction::entities).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// A person, place, organisation or other thing that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name mention.
    pub name: Span<Byte>,
    /// Every mention, in text order.
    pub mentions: Vec<Mention>,
    /// Titles and affiliations stated in the text, in text order.
    pub roles: Vec<Role>,
    /// What name and titles tell of a person's gender.
    pub gender: Option<GenderEvidence>,
    /// Probability that kind and name are right.
    pub confidence: f32,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its span.
    pub span: Span<Byte>,
    /// How it refers.
    pub form: Form,
    /// Probability that it refers to this entity.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By name: "Roe".
    Name,
    /// By description: "the Norwegian president".
    Nominal,
    /// By pronoun: "he".
    Pronoun,
}

/// What tells a person's gender.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GenderEvidence {
    /// The gender.
    pub gender: Gender,
    /// How likely it is: 1 where a form of address or a title tells it, else the share of those with the first name.
    pub likelihood: f32,
}

impl GenderEvidence {
    /// Whether somebody with this sign cannot be of a gender.
    pub(crate) fn excludes(self, gender: Gender) -> bool {
        self.likelihood >= 1.0 && self.gender != gender
    }
}

/// The entities of the article, in the order of their first mention.
#[must_use]
pub fn resolve(document: &Document<'_>, encoding: Option<&Encoding>, names: &[Name]) -> Vec<Entity> {
    let words = Words::new(document);
    let (mut entities, entity_of) = named(&words, names);
    let nominals = nominals::find(&words, encoding, names, &entity_of, &entities);
    let pronouns = pronouns::resolve(
        &words,
        encoding,
        Mentioned { names, entity_of: &entity_of, entities: &entities, nominals: &nominals },
    );
    for (found, form) in nominals.iter().map(|n| (n, Form::Nominal)).chain(pronouns.iter().map(|p| (p, Form::Pronoun)))
    {
        entities[found.entity.0 as usize].mentions.push(Mention {
            span: document.bytes(found.span),
            form,
            confidence: found.rule.confidence(),
            evidence: Evidence::rule(found.rule.name),
        });
    }
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| mention.span);
    }
    entities.sort_by_key(|entity| entity.mentions[0].span);
    entities
}

/// What the resolution of descriptions compares in an article, to fit its ranker.
#[must_use]
pub(crate) fn comparisons(document: &Document<'_>, encoding: &Encoding, names: &[Name]) -> Vec<Comparison> {
    let words = Words::new(document);
    let (entities, entity_of) = named(&words, names);
    nominals::comparisons(&words, encoding, names, &entity_of, &entities)
}

/// The entities, as yet with mentions by name alone, and the entity of each name.
fn named(words: &Words<'_>, names: &[Name]) -> (Vec<Entity>, Vec<EntityId>) {
    let groups = aliases::group(words.document(), names);
    let mut entity_of = vec![EntityId(0); names.len()];
    for (id, group) in (0..).map(EntityId).zip(&groups) {
        for &name in group {
            entity_of[name] = id;
        }
    }
    (groups.iter().map(|group| entity(words, names, group)).collect(), entity_of)
}

/// What the article mentions by name and by description.
#[derive(Clone, Copy)]
struct Mentioned<'a> {
    names: &'a [Name],
    entity_of: &'a [EntityId],
    entities: &'a [Entity],
    nominals: &'a [Found],
}

/// A mention that is no name.
struct Found {
    span: Span<Word>,
    entity: EntityId,
    rule: Rule,
}

/// The entity of names that name one thing; `group` holds at least one.
fn entity(words: &Words<'_>, names: &[Name], group: &[usize]) -> Entity {
    let document = words.document();
    let members = || group.iter().map(|&at| &names[at]);
    let fullness = |name: &Name| (document.words(name.span).len(), name.span.len());
    let fullest = members().rev().max_by_key(|name| fullness(name)).expect("a group holds a name");
    let mentions = members().map(|name| Mention {
        span: name.span,
        form: Form::Name,
        confidence: name.confidence,
        evidence: name.evidence.clone(),
    });
    Entity {
        kind: fullest.kind,
        name: fullest.span,
        mentions: mentions.collect(),
        roles: members().flat_map(|name| name.roles.iter().copied()).collect(),
        gender: if fullest.kind == EntityKind::Person { gender::of_person(words, members()) } else { None },
        confidence: members().map(|name| name.confidence).fold(0.0, f32::max),
    }
}
