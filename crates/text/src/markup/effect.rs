//! What a start tag says about the content of its element, and what is to be done once the element ends.

use super::{
    atoms::Traits,
    element::{Content, Element, Flow},
    tokens::Tag,
};
use crate::furniture::FurnitureKind;

/// What is to be done when an element ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Nothing,
    Furniture(FurnitureKind),
    Form,
    List,
    Note,
    Quote,
    PullQuote,
    BlockQuote,
    Figure,
}

/// What a tag says inside elements whose content has `outer`.
pub(super) fn effect(tag: &Tag, element: Element, outer: Traits) -> (Closing, Traits) {
    let traits = outer.without(scopes_closed(element)).with(content_traits(element));
    by_attributes(tag, element, traits).unwrap_or_else(|| by_name(tag, element, outer, stamped(tag, traits)))
}

/// What attributes say of any element.
fn by_attributes(tag: &Tag, element: Element, traits: Traits) -> Option<(Closing, Traits)> {
    if tag.attributes.is_hidden() {
        return Some((Closing::Nothing, traits.with(Traits::NOT_TEXT)));
    }
    let is_page = matches!(element.content, Content::Document | Content::Section);
    if let Some(kind) = tag.attributes.furniture().filter(|_| !is_page) {
        return Some((Closing::Furniture(kind), traits));
    }
    tag.attributes.is_pull_quote().then(|| (Closing::PullQuote, traits.with(Traits::PULL_QUOTE)))
}

/// Adds that the content is when something was written, or who wrote it.
fn stamped(tag: &Tag, traits: Traits) -> Traits {
    let quoted = traits.has(Traits::BLOCK_QUOTE.with(Traits::PULL_QUOTE));
    let traits = if tag.attributes.is_author() && !quoted { traits.with(Traits::AUTHOR) } else { traits };
    if tag.attributes.is_stamp() { traits.with(Traits::STAMP) } else { traits }
}

fn by_name(tag: &Tag, element: Element, outer: Traits, traits: Traits) -> (Closing, Traits) {
    match element.content {
        // The caption of a figure that holds a quotation says from whom it is.
        Content::Furniture(FurnitureKind::Caption) if outer.has(Traits::QUOTED) => {
            (Closing::Nothing, traits.with(Traits::CITE))
        }
        Content::Furniture(kind) => (Closing::Furniture(kind), traits),
        Content::PageEdge => page_edge(outer, traits),
        Content::Dialog if !tag.attributes.open => (Closing::Nothing, traits.with(Traits::NOT_TEXT)),
        Content::Link => link(tag, traits),
        Content::Superscript if tag.attributes.is_note_mark() => (Closing::Furniture(FurnitureKind::Footnote), traits),
        content => (closing(content), traits),
    }
}

/// `header` and `footer`: those of a quotation name its source, those of a section belong to it.
fn page_edge(outer: Traits, traits: Traits) -> (Closing, Traits) {
    if outer.has(Traits::BLOCK_QUOTE) {
        (Closing::Nothing, traits.with(Traits::CITE))
    } else if outer.has(Traits::SECTION) {
        (Closing::Nothing, traits)
    } else {
        (Closing::Furniture(FurnitureKind::Navigation), traits)
    }
}

/// `a`, which is no link without an address.
fn link(tag: &Tag, traits: Traits) -> (Closing, Traits) {
    if tag.attributes.is_note_link() {
        (Closing::Furniture(FurnitureKind::Footnote), traits)
    } else if tag.attributes.has_address() {
        (Closing::Nothing, traits)
    } else {
        (Closing::Nothing, traits.without(Traits::LINK))
    }
}

fn closing(content: Content) -> Closing {
    match content {
        Content::Form => Closing::Form,
        Content::BlockQuote => Closing::BlockQuote,
        Content::Figure => Closing::Figure,
        Content::List => Closing::List,
        Content::Superscript => Closing::Note,
        Content::Quote => Closing::Quote,
        _ => Closing::Nothing,
    }
}

/// What the content of an element has.
fn content_traits(element: Element) -> Traits {
    match element.content {
        Content::Paragraph => Traits::PARAGRAPH.with(Traits::P_OPEN),
        Content::Preformatted | Content::RawText(_) => Traits::PREFORMATTED,
        Content::NotText | Content::Raw(_) => Traits::NOT_TEXT,
        Content::Foreign => Traits::NOT_TEXT.with(Traits::FOREIGN),
        Content::Head => Traits::HEAD,
        Content::Section => Traits::SECTION,
        _ => inner_traits(element),
    }
}

/// The same for elements inside paragraphs, lists and tables.
fn inner_traits(element: Element) -> Traits {
    match element.content {
        Content::BlockQuote => Traits::BLOCK_QUOTE.with(Traits::SECTION),
        Content::Cite => Traits::CITE,
        Content::Link => Traits::LINK,
        Content::Item => Traits::ITEM_OPEN,
        Content::Term => Traits::TERM_OPEN,
        Content::Row => Traits::ROW_OPEN,
        Content::Time => Traits::STAMP,
        _ if element.flow == Flow::Cell => Traits::CELL_OPEN,
        _ => Traits::default(),
    }
}

/// What an element does not hand down: open elements that a start tag inside it cannot close, and the quotation of
/// another figure.
fn scopes_closed(element: Element) -> Traits {
    match element.content {
        Content::Table => Traits::SCOPES,
        Content::List => Traits::ITEM_OPEN,
        Content::Figure => Traits::QUOTED,
        _ if element.flow == Flow::Cell => Traits::P_OPEN.with(Traits::ITEM_OPEN).with(Traits::TERM_OPEN),
        _ => Traits::default(),
    }
}

/// Whether end tags inside an element close nothing outside it.
pub(super) fn is_barrier(element: Element) -> bool {
    element.flow == Flow::Cell || element.content == Content::Table
}
