//! A shallow reading of the sentences: tags, phrases, and who stands as subject and object of what.
//!
//! No parser stands behind the rules, only closed word classes, inflection and neighbours; every search looks at a
//! bounded stretch, so that reading is linear in the length of the text.

mod chunk;
mod clause;
mod subject;
mod tag;
mod unit;

use std::ops::Range;

use dateline_text::{Byte, Document, Span};

use crate::{coref::Entity, names::EntityKind};

pub(super) use chunk::{Chunk, ChunkKind};
pub(super) use clause::{Complement, Dependents};
pub(super) use tag::Tag;
pub(super) use unit::Unit;

/// A document read into units and chunks.
pub(super) struct Reading {
    units: Vec<Unit>,
    chunks: Vec<Chunk>,
    sentences: Vec<SentenceReading>,
    named_places: Vec<Range<usize>>,
}

/// The units and chunks of one sentence.
#[derive(Clone)]
pub(super) struct SentenceReading {
    /// Its units.
    pub(super) units: Range<usize>,
    /// Its chunks.
    pub(super) chunks: Range<usize>,
}

impl Reading {
    /// Reads every sentence of the document; `entities` tell which units belong to names.
    pub(super) fn new(document: &Document<'_>, entities: &[Entity]) -> Self {
        let mentions = unit::mentions_by_word(document, entities);
        let mut reading =
            Self { units: Vec::new(), chunks: Vec::new(), sentences: Vec::new(), named_places: Vec::new() };
        for &sentence in document.sentences() {
            let (unit, chunk) = (reading.units.len(), reading.chunks.len());
            unit::read(document, sentence, &mentions, &mut reading.units);
            tag::tag(&mut reading.units[unit..]);
            chunk::chunk(&reading.units, unit, &mut reading.chunks);
            name_places(&reading.units, unit, &mut reading.named_places);
            reading
                .sentences
                .push(SentenceReading { units: unit..reading.units.len(), chunks: chunk..reading.chunks.len() });
        }
        reading
    }

    /// All units, in text order.
    pub(super) fn units(&self) -> &[Unit] {
        &self.units
    }

    /// All chunks, in text order.
    pub(super) fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }

    /// One entry per sentence of the document.
    pub(super) fn sentences(&self) -> &[SentenceReading] {
        &self.sentences
    }

    /// The units of each name of a place, in text order.
    pub(super) fn named_places(&self) -> &[Range<usize>] {
        &self.named_places
    }

    /// The bytes of a range of units.
    pub(super) fn bytes(&self, units: Range<usize>) -> Span<Byte> {
        self.units[units.start].span.cover(self.units[units.end - 1].span)
    }

    /// The unit that begins where a span does.
    pub(super) fn unit_at(&self, span: Span<Byte>) -> Option<&Unit> {
        let at = self.units.partition_point(|unit| unit.span.start() < span.start());
        self.units.get(at).filter(|unit| unit.span.start() == span.start())
    }

    /// The sentence of a unit.
    pub(super) fn sentence_of(&self, unit: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.units.end <= unit)
    }

    /// The chunk that holds a unit.
    pub(super) fn chunk_of(&self, unit: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.units.end <= unit)
    }

    /// The kind of the entity that a phrase's head mentions.
    pub(super) fn entity_kind_in(&self, phrase: &Complement) -> Option<EntityKind> {
        self.units[phrase.head].entity_kind
    }
}

/// Appends the names of places among the units from `start` on, which are one sentence: no name goes on in the next one.
fn name_places(units: &[Unit], start: usize, names: &mut Vec<Range<usize>>) {
    for at in (start..units.len()).filter(|&at| units[at].names_place()) {
        match names.last_mut() {
            Some(name) if name.start >= start && name.end == at && units[name.start].entity == units[at].entity => {
                name.end = at + 1;
            }
            _ => names.push(at..at + 1),
        }
    }
}
