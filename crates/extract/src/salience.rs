//! Salience: how much the article is about an entity.

use dateline_text::Document;

use crate::{coref::Entity, events::Event, quotes::Quote};

/// One weight from 0 to 1 per entity.
#[must_use]
pub fn weigh(_document: &Document<'_>, entities: &[Entity], _quotes: &[Quote], _events: &[Event]) -> Vec<f32> {
    vec![0.0; entities.len()]
}
