//! Coreference: which mentions speak of one thing.

use dateline_encoder::Encoding;
use dateline_text::{Byte, Document, Span};

use crate::{
    extraction::Evidence,
    names::{EntityKind, Name, Role},
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
    /// Grammatical gender of a person, where name, title or pronouns tell.
    pub gender: Option<Gender>,
    /// Probability that kind and name are right.
    pub confidence: f32,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
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
    /// By name: "Carney".
    Name,
    /// By description: "the Ukrainian president".
    Nominal,
    /// By pronoun: "he".
    Pronoun,
}

/// Grammatical gender, as pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// He.
    Masculine,
    /// She.
    Feminine,
}

/// The entities of the article, in the order of their first mention.
#[must_use]
pub fn resolve(_document: &Document<'_>, _encoding: Option<&Encoding>, _names: &[Name]) -> Vec<Entity> {
    Vec::new()
}
