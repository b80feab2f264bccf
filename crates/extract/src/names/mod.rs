//! Names: every proper name of the article, typed, without its title; and the titles beside them.

mod encoded;
mod roles;
mod rules;
mod words;

#[cfg(test)]
mod tests;

use dateline_encoder::Encoding;
use dateline_text::{Byte, Document, Span, Word};

pub(crate) use self::{rules::heads, words::Words};
use crate::evidence::Evidence;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, party, team, or a government named by its seat.
    Organization,
    /// A country, city, region, street, or other physical place.
    Location,
    /// A nationality, a religious or political group, a demonym.
    Group,
    /// A building or other man-made structure.
    Facility,
    /// A brand of goods, a vehicle, a weapons system, software.
    Product,
    /// A named event: holiday, war, cup, disaster.
    Event,
    /// The title of a book, film, journal, programme.
    Work,
    /// A named treaty, act, plan or policy.
    Law,
    /// A name of none of these kinds.
    Misc,
}

impl EntityKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Organization,
        Self::Location,
        Self::Group,
        Self::Facility,
        Self::Product,
        Self::Event,
        Self::Work,
        Self::Law,
        Self::Misc,
    ];
}

/// One name mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name, without title and possessive ending.
    pub span: Span<Byte>,
    /// What it names.
    pub kind: EntityKind,
    /// The titles and affiliations that the text states beside this mention of a person.
    pub roles: Vec<Role>,
    /// Probability that span and kind are right.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// A title or position stated of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The whole phrase that states the role: "Norwegian President", "the bank's chief economist".
    pub span: Span<Byte>,
    /// The title alone: "President", "chief economist".
    pub title: Span<Byte>,
    /// The name that says of what: "Norwegian".
    pub affiliation: Option<Span<Byte>>,
}

/// A name that a detector found, before its surroundings are read for roles.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detected {
    /// The name's tokens, without title and possessive ending.
    pub(crate) words: Span<Word>,
    /// What it names.
    pub(crate) kind: EntityKind,
    /// Probability that span and kind are right.
    pub(crate) confidence: f32,
    /// What decided.
    pub(crate) evidence: Evidence,
}

/// All names, in text order, not overlapping.
#[must_use]
pub fn find(document: &Document<'_>, encoding: Option<&Encoding>) -> Vec<Name> {
    let words = Words::new(document);
    let detected = match encoding {
        Some(encoding) => encoded::detect(&words, encoding),
        None => rules::detect(&words),
    };
    let roles = roles::read(&words, &detected);
    detected
        .into_iter()
        .zip(roles)
        .map(|(name, roles)| Name {
            span: document.bytes(name.words),
            kind: name.kind,
            roles,
            confidence: name.confidence,
            evidence: name.evidence,
        })
        .collect()
}
