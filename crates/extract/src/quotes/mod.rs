//! Quotes: what was said, who said it, and the words that report it. Terms follow PARC: content, cue and source.

use dateline_encoder::Encoding;
use dateline_text::{Byte, Document, Span};

use crate::{
    coref::{Entity, EntityId},
    extraction::{Evidence, Warning},
};

/// Index of a [`Quote`] in [`Extraction::quotes`](crate::Extraction::quotes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(pub u32);

/// One attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of the content stands in quotation marks.
    pub kind: QuoteKind,
    /// Whether it was voiced.
    pub act: Act,
    /// What was said, in text order, without quotation marks and reporting clause; never empty.
    pub content: Vec<Span<Byte>>,
    /// The words that report it.
    pub cue: Option<Cue>,
    /// The phrase that names who said it, beside the cue.
    pub source: Option<Span<Byte>>,
    /// Who said it, where that can be known.
    pub speaker: Option<Speaker>,
    /// Probability that this is an attribution with this content.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// How much of a quote's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A part.
    Mixed,
    /// Nothing.
    Indirect,
}

/// What the source did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Said or wrote it.
    Speech,
    /// Believed, wanted or intended it.
    Thought,
}

/// The reporting expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span<Byte>,
    /// Its dictionary form: "say" for "said".
    pub lemma: String,
    /// Whether the reporting itself is affirmed.
    pub polarity: Polarity,
}

/// Whether something is affirmed or negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// "said"
    Affirmed,
    /// "did not say"
    Negated,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The speaker's name, or the description where there is no name.
    pub name: Span<Byte>,
    /// The entity, when the speaker is one.
    pub entity: Option<EntityId>,
    /// How the speaker was found.
    pub resolution: Resolution,
    /// From the source as written to the name: "he", "Carney", "Mark Carney".
    pub chain: Vec<Span<Byte>>,
    /// Probability that this is the speaker.
    pub confidence: f32,
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// The source is a name.
    Named,
    /// The source is a pronoun.
    Pronoun,
    /// The source is a description of a named entity.
    Nominal,
    /// A person whom the article does not name.
    Anonymous,
    /// Several people, or a body, whom the article does not name.
    Collective,
}

/// The quotes of an article in text order, and what is wrong with its quotation marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotes {
    /// The attributions.
    pub quotes: Vec<Quote>,
    /// Unclosed marks.
    pub warnings: Vec<Warning>,
}

/// All attributions.
#[must_use]
pub fn attribute(_document: &Document<'_>, _encoding: Option<&Encoding>, _entities: &[Entity]) -> Quotes {
    Quotes::default()
}
