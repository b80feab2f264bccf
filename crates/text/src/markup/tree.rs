//! Which elements are open: start and end tags as they come, with the end tags that HTML lets authors leave out.
//!
//! Only blocks, and inline elements that say something about their content, are kept on the stack, so `<b>` a hundred
//! thousand times takes no room. Every look-up is by name or by a bit that elements hand down to those inside them, so
//! that no tag costs more than the elements that it closes.

use std::collections::HashMap;

use super::{
    atoms::{AtomKind, Atoms, Drop, Traits},
    element::{self, Content, Element, Flow, KNOWN, Name, Raw, name},
    tokens::{Sink, Tag},
};
use crate::furniture::FurnitureKind;

/// Open elements from which on those that say nothing about their content are only counted.
const PLAIN_DEPTH_MAX: usize = 4_096;

/// Open elements that are kept at all. What stands deeper is not read.
const DEPTH_MAX: usize = 16_384;

/// Names of elements that HTML does not define, which are told apart.
const OTHER_NAMES_MAX: usize = 4_096;

/// The mark that closes a CDATA section.
const CDATA_END: &str = "]]>";

/// Bytes of visible text of the largest `form` that is furniture: some systems put the whole page in one.
const FORM_BYTES_MAX: usize = 1_000;

/// Tenths of the text of a list that stand in links, from which on it is a list of links.
const LINKED_TENTHS_MIN: usize = 9;

/// Bytes of visible text of the longest mark of a note.
const NOTE_BYTES_MAX: usize = 8;

const BR: Name = name(b"br");
const DD: Name = name(b"dd");
const DT: Name = name(b"dt");
const HEAD: Name = name(b"head");
const HR: Name = name(b"hr");
const LI: Name = name(b"li");
const P: Name = name(b"p");
const TD: Name = name(b"td");
const TH: Name = name(b"th");
const TR: Name = name(b"tr");

/// What is to be done when an element ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    Nothing,
    Furniture(FurnitureKind),
    Form,
    List,
    Note,
    Quote,
    PullQuote,
    BlockQuote,
}

/// An open element.
struct Open {
    name: Name,
    /// What its content has, its own and inherited.
    traits: Traits,
    flow: Flow,
    closing: Closing,
    /// How many atoms, visible bytes and linked bytes came before.
    atoms: usize,
    visible: usize,
    linked: usize,
    /// How many blocks, and how many cells, tables and the like, are open with it.
    blocks: u32,
    barriers: u32,
}

/// A quotation that may repeat the body.
pub(super) struct Candidate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether its class says that it is a pull quote.
    pub(super) explicit: bool,
}

/// Reads tags into atoms.
pub(super) struct Tree<'s> {
    pub(super) atoms: Atoms<'s>,
    pub(super) drops: Vec<Drop>,
    pub(super) candidates: Vec<Candidate>,
    open: Vec<Open>,
    /// Where the open elements of each name stand on the stack.
    places: Vec<Vec<u32>>,
    /// How many open elements of each name are only counted.
    counted: Vec<u32>,
    others: HashMap<Vec<u8>, Name>,
    /// How many CDATA sections are open.
    cdata: u32,
    /// Where a `[caption]` began, as a place among the atoms.
    pub(super) caption: Option<usize>,
    too_deep: bool,
}

impl<'s> Tree<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            atoms: Atoms::new(source),
            drops: Vec::new(),
            candidates: Vec::new(),
            open: Vec::new(),
            places: vec![Vec::new(); KNOWN],
            counted: vec![0; KNOWN],
            others: HashMap::new(),
            cdata: 0,
            caption: None,
            too_deep: false,
        }
    }

    /// Closes what is still open.
    pub(super) fn finish(&mut self) {
        self.close_from(0);
    }

    fn traits(&self) -> Traits {
        self.open.last().map_or_else(Traits::default, |open| open.traits)
    }

    pub(super) fn is_read(&self) -> bool {
        !self.too_deep && !self.traits().has(Traits::NOT_TEXT)
    }

    fn place(&self, name: Name) -> Option<usize> {
        self.places.get(usize::from(name))?.last().map(|&at| at as usize)
    }

    /// The number of a name, known or not; none once there are too many.
    fn number(&mut self, name: &[u8]) -> Option<(Name, Element)> {
        if let Some(known) = element::known(name) {
            return Some(known);
        }
        let element = element::unknown(name);
        if let Some(&number) = self.others.get(name) {
            return Some((number, element));
        }
        if self.others.len() == OTHER_NAMES_MAX {
            return None;
        }
        let number = Name::try_from(self.places.len()).ok()?;
        self.others.insert(name.to_vec(), number);
        self.places.push(Vec::new());
        self.counted.push(0);
        Some((number, element))
    }

    /// Closes the elements from `place` on.
    fn close_from(&mut self, place: usize) {
        while self.open.len() > place {
            let Some(open) = self.open.pop() else { return };
            if let Some(places) = self.places.get_mut(usize::from(open.name)) {
                places.pop();
            }
            self.close(&open);
        }
    }

    fn close(&mut self, open: &Open) {
        let (start, end) = (open.atoms, self.atoms.list.len());
        let visible = self.atoms.visible - open.visible;
        let linked = self.atoms.linked - open.linked;
        match open.closing {
            Closing::Nothing => {}
            Closing::Furniture(kind) => self.leave_out(start, kind),
            Closing::Form if visible <= FORM_BYTES_MAX => self.leave_out(start, FurnitureKind::Form),
            Closing::List if linked > 0 && 10 * linked >= LINKED_TENTHS_MIN * visible => {
                self.leave_out(start, FurnitureKind::Navigation);
            }
            Closing::Note if visible <= NOTE_BYTES_MAX && self.is_note_mark(start) => {
                self.leave_out(start, FurnitureKind::Footnote);
            }
            Closing::Form | Closing::List | Closing::Note => {}
            Closing::Quote => self.atoms.separate(AtomKind::QuoteClose, open.traits),
            Closing::PullQuote => self.candidates.push(Candidate { start, end, explicit: true }),
            Closing::BlockQuote => self.candidates.push(Candidate { start, end, explicit: false }),
        }
        self.border(open.flow);
    }

    fn leave_out(&mut self, start: usize, kind: FurnitureKind) {
        let end = self.atoms.list.len();
        if end > start {
            self.drops.push(Drop { start, end, kind });
            self.atoms.seal();
        }
    }

    /// Whether the atoms since `start` are the mark of a note: "[1]", "*".
    fn is_note_mark(&self, start: usize) -> bool {
        let text: String = self.atoms.list[start..].iter().map(|&atom| self.atoms.characters(atom)).collect();
        let text = text.trim();
        let bracketed = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        bracketed.is_some_and(|mark| !mark.is_empty())
            || (!text.is_empty() && text.chars().all(|c| "*†‡§¶".contains(c)))
    }

    /// Closes what a start tag implies has ended.
    fn close_implied(&mut self, name: Name, element: Element) {
        if self.traits().has(Traits::HEAD) && !matches!(element.content, Content::Raw(_) | Content::NotText) {
            let metadata = element.flow == Flow::Void && name != BR && name != HR;
            if let (false, Some(place)) = (metadata, self.place(HEAD)) {
                self.close_from(place);
            }
        }
        let ends = |has: Traits, names: &[Name]| {
            let place = names.iter().filter_map(|&name| self.place(name)).max();
            place.filter(|_| self.traits().has(has))
        };
        let place = match (element.flow, element.content) {
            (Flow::Cell, _) => ends(Traits::CELL_OPEN, &[TD, TH]),
            (_, Content::Row) => ends(Traits::ROW_OPEN, &[TR]),
            (_, Content::Item) => ends(Traits::ITEM_OPEN, &[LI]),
            (_, Content::Term) => ends(Traits::TERM_OPEN, &[DD, DT]),
            _ => None,
        };
        let place =
            place.or_else(|| if element.flow == Flow::Block || name == HR { ends(Traits::P_OPEN, &[P]) } else { None });
        if let Some(place) = place {
            self.close_from(place);
        }
    }

    fn void(&mut self, name: Name) {
        if self.is_read() {
            match name {
                BR => self.atoms.separate(AtomKind::LineBreak, self.traits()),
                HR => self.atoms.separate(AtomKind::Border, self.traits()),
                _ => {}
            }
        }
    }

    /// What is to be done at the end of an element, and what its content has.
    fn effect(&self, tag: &Tag, element: Element) -> (Closing, Traits) {
        let outer = self.traits();
        let own = content_traits(element);
        let traits = outer.without(scopes_closed(element)).with(own);
        let furniture = |kind| (Closing::Furniture(kind), traits);
        if tag.attributes.is_hidden() {
            return (Closing::Nothing, traits.with(Traits::NOT_TEXT));
        }
        let is_page = matches!(element.content, Content::Document | Content::Section);
        if let Some(kind) = tag.attributes.furniture().filter(|_| !is_page) {
            return furniture(kind);
        }
        if tag.attributes.is_pull_quote() {
            return (Closing::PullQuote, traits.with(Traits::PULL_QUOTE));
        }
        let traits = if tag.attributes.is_stamp() { traits.with(Traits::STAMP) } else { traits };
        match element.content {
            Content::Furniture(kind) => furniture(kind),
            Content::PageEdge if outer.has(Traits::BLOCK_QUOTE) => (Closing::Nothing, traits.with(Traits::CITE)),
            Content::PageEdge if !outer.has(Traits::SECTION) => furniture(FurnitureKind::Navigation),
            Content::Form => (Closing::Form, traits),
            Content::Dialog if !tag.attributes.open => (Closing::Nothing, traits.with(Traits::NOT_TEXT)),
            Content::BlockQuote => (Closing::BlockQuote, traits),
            Content::List => (Closing::List, traits),
            Content::Superscript => (Closing::Note, traits),
            Content::Link if tag.attributes.is_note_link() => furniture(FurnitureKind::Footnote),
            Content::Quote => (Closing::Quote, traits),
            _ => (Closing::Nothing, traits),
        }
    }

    /// Opens an element, as far as there is room.
    fn enter(&mut self, name: Name, element: Element, effect: (Closing, Traits)) {
        let hides = effect.1.has(Traits::NOT_TEXT) && self.is_read();
        if self.open.len() < PLAIN_DEPTH_MAX || (self.open.len() < DEPTH_MAX && (effect.0 != Closing::Nothing || hides))
        {
            return self.push(name, element, effect);
        }
        self.too_deep = self.open.len() >= DEPTH_MAX && hides;
        if let Some(counted) = self.counted.get_mut(usize::from(name)) {
            *counted += 1;
        }
        self.border(element.flow);
    }

    fn border(&mut self, flow: Flow) {
        match flow {
            Flow::Block if self.is_read() => self.atoms.separate(AtomKind::Border, Traits::default()),
            Flow::Cell if self.is_read() => self.atoms.separate(AtomKind::Cell, Traits::default()),
            _ => {}
        }
    }

    fn push(&mut self, name: Name, element: Element, (closing, traits): (Closing, Traits)) {
        if element.flow == Flow::Block {
            self.border(element.flow);
        }
        if closing == Closing::Quote {
            self.atoms.separate(AtomKind::QuoteOpen, traits);
        }
        let (blocks, barriers) = self.open.last().map_or((0, 0), |open| (open.blocks, open.barriers));
        let Ok(place) = u32::try_from(self.open.len()) else { return };
        if let Some(places) = self.places.get_mut(usize::from(name)) {
            places.push(place);
        }
        self.open.push(Open {
            name,
            traits,
            flow: element.flow,
            closing,
            atoms: self.atoms.list.len(),
            visible: self.atoms.visible,
            linked: self.atoms.linked,
            blocks: blocks + u32::from(element.flow != Flow::Inline),
            barriers: barriers + u32::from(is_barrier(element)),
        });
    }

    /// Where the mark that ends an open CDATA section stands in a stretch of text.
    fn cdata_end(&mut self, start: usize, end: usize) -> Option<usize> {
        let mark = self.atoms.source.get(start..end).filter(|_| self.cdata > 0)?.find(CDATA_END)?;
        self.cdata -= 1;
        Some(start + mark)
    }

    fn characters(&mut self, start: usize, end: usize) {
        if start >= end || !self.is_read() {
            return;
        }
        let blank = || self.atoms.source.as_bytes()[start..end].iter().all(u8::is_ascii_whitespace);
        if self.traits().has(Traits::HEAD)
            && !blank()
            && let Some(place) = self.place(HEAD)
        {
            self.close_from(place);
        }
        let traits = self.traits();
        super::shortcode::read(self, start..end, traits);
    }
}

impl Sink for Tree<'_> {
    fn text(&mut self, mut start: usize, end: usize) {
        while let Some(mark) = self.cdata_end(start, end) {
            self.characters(start, mark);
            start = mark + CDATA_END.len();
        }
        self.characters(start, end);
    }

    fn reference(&mut self, start: usize, end: usize, decoded: &str) {
        if self.is_read() {
            self.atoms.reference(start..end, decoded, self.traits());
        }
    }

    fn start_tag(&mut self, tag: &Tag) -> Option<Raw> {
        if self.too_deep {
            return None;
        }
        let (name, element) = self.number(&tag.name)?;
        self.close_implied(name, element);
        if element.flow == Flow::Void {
            self.void(name);
            return None;
        }
        let foreign = self.traits().has(Traits::FOREIGN);
        let effect = self.effect(tag, element);
        if tag.closes_itself && (foreign || element.content == Content::Foreign || usize::from(name) >= KNOWN) {
            return None;
        }
        let says =
            element.flow != Flow::Inline || effect != (Closing::Nothing, self.traits()) || self.place(name).is_some();
        if says && element.content != Content::Document {
            self.enter(name, element, effect);
        }
        match element.content {
            Content::Raw(raw) | Content::RawText(raw) if !foreign => Some(raw),
            _ => None,
        }
    }

    fn end_tag(&mut self, tag: &[u8]) {
        if self.too_deep {
            return;
        }
        let Some((name, element)) = element::known(tag).or_else(|| {
            let number = self.others.get(tag)?;
            Some((*number, element::unknown(tag)))
        }) else {
            return;
        };
        if name == BR {
            return self.void(BR);
        }
        if let Some(counted @ 1..) = self.counted.get_mut(usize::from(name)) {
            *counted -= 1;
            return self.border(element.flow);
        }
        let (Some(place), Some(top)) = (self.place(name), self.open.last()) else {
            // `</p>` without a start is an empty paragraph.
            if name == P && self.is_read() {
                self.atoms.separate(AtomKind::Border, Traits::default());
            }
            return;
        };
        let open = &self.open[place];
        let in_table = element.flow == Flow::Cell || matches!(element.content, Content::Row | Content::Table);
        let hidden = !in_table && top.barriers > open.barriers;
        // An end tag inside a block, of an inline element that says nothing, closes no block.
        let idle = open.flow == Flow::Inline && open.closing == Closing::Nothing && top.blocks > open.blocks;
        let outer = place.checked_sub(1).map_or_else(Traits::default, |outer| self.open[outer].traits);
        let idle = idle && outer == open.traits;
        if !hidden && !idle {
            self.close_from(place);
        }
    }

    fn begin_cdata(&mut self) {
        self.cdata += 1;
    }
}

/// What the content of an element has.
fn content_traits(element: Element) -> Traits {
    let none = Traits::default();
    match element.content {
        Content::Paragraph => Traits::PARAGRAPH.with(Traits::P_OPEN),
        Content::Preformatted | Content::RawText(_) => Traits::PREFORMATTED,
        Content::NotText | Content::Raw(_) => Traits::NOT_TEXT,
        Content::Foreign => Traits::NOT_TEXT.with(Traits::FOREIGN),
        Content::Head => Traits::HEAD,
        Content::Section => Traits::SECTION,
        Content::BlockQuote => Traits::BLOCK_QUOTE.with(Traits::SECTION),
        Content::Cite => Traits::CITE,
        Content::Link => Traits::LINK,
        Content::Item => Traits::ITEM_OPEN,
        Content::Term => Traits::TERM_OPEN,
        Content::Row => Traits::ROW_OPEN,
        Content::Time => Traits::STAMP,
        _ if element.flow == Flow::Cell => Traits::CELL_OPEN,
        _ => none,
    }
}

/// Which open elements a start tag inside this one cannot close.
fn scopes_closed(element: Element) -> Traits {
    match element.content {
        Content::Table => Traits::SCOPES,
        Content::List => Traits::ITEM_OPEN,
        _ if element.flow == Flow::Cell => Traits::P_OPEN.with(Traits::ITEM_OPEN).with(Traits::TERM_OPEN),
        _ => Traits::default(),
    }
}

/// Whether end tags inside an element close nothing outside it.
fn is_barrier(element: Element) -> bool {
    element.flow == Flow::Cell || element.content == Content::Table
}
