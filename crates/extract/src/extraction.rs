//! What the pipeline finds in one article. Spans are bytes of [`Article::text`](dateline_text::Article::text).

use dateline_text::{Byte, Span};
use dateline_times::Timex;

use crate::{coref::Entity, events::Event, link::Link, quotes::Quote};

/// Everything found in one article, in text order within each list. Ids are indices into these lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Which entities of knowledge bases they are, by [`EntityId`](crate::coref::EntityId); empty where links were not
    /// asked for.
    pub links: Vec<Link>,
    /// Weight of each entity in the article, 0 to 1, by [`EntityId`](crate::coref::EntityId).
    pub salience: Vec<f32>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What happened.
    pub events: Vec<Event>,
    /// Weight of each event in the article, 0 to 1, in the order of `events`.
    pub event_salience: Vec<f32>,
    /// When.
    pub times: Vec<Timex>,
    /// What the caller should know about the text.
    pub warnings: Vec<Warning>,
}

/// Something about the text that the caller should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub code: WarningCode,
    /// Its span.
    pub span: Span<Byte>,
}

/// The kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningCode {
    /// Text that is not part of the article, such as share buttons, photo credits or comments, was left out.
    PageFurniture(dateline_text::FurnitureKind),
    /// An opening quotation mark is never closed.
    QuoteUnclosed,
}
