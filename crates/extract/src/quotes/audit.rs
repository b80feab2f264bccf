//! The source audit: who is heard in an article, and how much of its quoted words each one has.

use std::collections::HashMap;

use dateline_text::{Article, Byte, Span};

use super::{Quote, Resolution, Speaker};
use crate::coref::EntityId;

/// Who is heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// The distinct sources, in the order of their first quote.
    pub sources: Vec<HeardSource>,
    /// Quotes, those without a speaker among them.
    pub quotes: usize,
    /// Words in quotation marks of these quotes, each counted once.
    pub quoted_words: u32,
    /// Quotes of which nobody knows who said them.
    pub quotes_without_speaker: usize,
    /// Their words in quotation marks.
    pub quoted_words_without_speaker: u32,
}

/// One source with what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardSource {
    /// The name, or the first description.
    pub name: Span<Byte>,
    /// The entity, where the source is one.
    pub entity: Option<EntityId>,
    /// How it is identified.
    pub kind: SourceKind,
    /// Its quotes.
    pub quotes: usize,
    /// Its words in quotation marks.
    pub quoted_words: u32,
}

/// How a source is identified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// By name.
    Named,
    /// As a person without a name.
    Anonymous,
    /// As several people, a body or a document without a name.
    Collective,
}

impl Audit {
    /// How many distinct sources are identified in a way.
    #[must_use]
    pub fn count(&self, kind: SourceKind) -> usize {
        self.sources.iter().filter(|source| source.kind == kind).count()
    }
}

/// Counts quotes of one article, in text order, each with the speaker that counts for it and its words in quotation marks.
///
/// Two quotes have one source when their speakers are one entity or, without an entity, have one name whatever its
/// casing. Words of a quote inside another one count for the outer one only.
#[must_use]
pub fn audit<'q>(article: &Article, quotes: impl Iterator<Item = (&'q Quote, Option<&'q Speaker>, u32)>) -> Audit {
    let mut audit = Audit::default();
    let mut places = HashMap::new();
    let mut counted_to = 0;
    for (quote, speaker, quoted_words) in quotes {
        let inside = quote.content[0].start() < counted_to;
        let words = if inside { 0 } else { quoted_words };
        counted_to = counted_to.max(quote.content.last().map_or(0, |segment| segment.end()));
        audit.quotes += 1;
        audit.quoted_words += words;
        let Some(speaker) = speaker else {
            audit.quotes_without_speaker += 1;
            audit.quoted_words_without_speaker += words;
            continue;
        };
        let name = article.text()[speaker.name.range()].to_lowercase();
        let key = (speaker.entity, if speaker.entity.is_some() { String::new() } else { name });
        let at = *places.entry(key).or_insert(audit.sources.len());
        if at == audit.sources.len() {
            let Speaker { name, entity, .. } = *speaker;
            audit.sources.push(HeardSource { name, entity, kind: kind(speaker), quotes: 0, quoted_words: 0 });
        }
        audit.sources[at].quotes += 1;
        audit.sources[at].quoted_words += words;
    }
    audit
}

fn kind(speaker: &Speaker) -> SourceKind {
    match speaker.resolution {
        _ if speaker.entity.is_some() => SourceKind::Named,
        Resolution::Anonymous => SourceKind::Anonymous,
        Resolution::Collective => SourceKind::Collective,
        Resolution::Named | Resolution::Pronoun | Resolution::Nominal => SourceKind::Named,
    }
}
