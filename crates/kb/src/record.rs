//! What a builder takes.

use std::fmt;

use crate::kind::{Gender, Kind, NameKind};

/// Who an entity is, in its base.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// A Wikidata item: 42 for "Q42".
    Wikidata(u32),
    /// Any other id, of at most 64 bytes.
    Text(String),
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wikidata(number) => write!(f, "Q{number}"),
            Self::Text(id) => f.write_str(id),
        }
    }
}

/// A name besides the label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// The name as written.
    pub text: String,
    /// How it names the entity.
    pub kind: NameKind,
}

impl From<&str> for Alias {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), kind: NameKind::Alias }
    }
}

/// A position that somebody held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Its title: "Minister of Defence".
    pub title: String,
    /// The first year.
    pub from: Option<i16>,
    /// The last year; none while it lasts, or where it is not known.
    pub until: Option<i16>,
}

/// One entity, as a builder takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Who it is in this base.
    pub id: Id,
    /// The Wikidata item for the same entity, in a base with ids of its own.
    pub same_as: Option<u32>,
    /// The label.
    pub name: String,
    /// Other names.
    pub aliases: Vec<Alias>,
    /// What it is.
    pub kind: Kind,
    /// ISO 3166-1 alpha-2 code, in capitals.
    pub country: Option<[u8; 2]>,
    /// A person's gender.
    pub gender: Gender,
    /// Year of birth, foundation or beginning.
    pub begin: Option<i16>,
    /// Year of death, dissolution or end.
    pub end: Option<i16>,
    /// What it is, in a few words.
    pub description: String,
    /// Positions held, the latest first.
    pub positions: Vec<Position>,
    /// How widely known it is: the natural logarithm of a count such as page views, from 0 to 12.
    pub prior: f32,
    /// Index of its licence in [`Meta::licences`](crate::Meta::licences).
    pub licence: u8,
}

impl Record {
    /// A record of which nothing but this is known.
    #[must_use]
    pub fn new(id: Id, name: &str, kind: Kind) -> Self {
        Self {
            id,
            same_as: None,
            name: name.to_owned(),
            aliases: Vec::new(),
            kind,
            country: None,
            gender: Gender::Unknown,
            begin: None,
            end: None,
            description: String::new(),
            positions: Vec::new(),
            prior: 0.0,
            licence: 0,
        }
    }
}
