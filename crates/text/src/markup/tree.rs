//! Which elements are open: start and end tags as they come, with the end tags that HTML lets authors leave out.
//!
//! Only blocks, and inline elements that say something about their content, are kept on the stack, so `<b>` a hundred
//! thousand times takes no room. Every look-up is by name or by a bit that elements hand down to those inside them, so
//! that no tag costs more than the elements that it closes.

use std::collections::HashMap;

use super::{
    atoms::{AtomKind, Atoms, Drop, Traits},
    effect::{self, Closing},
    element::{self, Content, Element, Flow, KNOWN, Name, Raw, name},
    shortcode::Shortcodes,
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
const FIGURE: Name = name(b"figure");
const HEAD: Name = name(b"head");
const HR: Name = name(b"hr");
const LI: Name = name(b"li");
const P: Name = name(b"p");
const TD: Name = name(b"td");
const TH: Name = name(b"th");
const TR: Name = name(b"tr");

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
    pub(super) shortcodes: Shortcodes<'s>,
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
            shortcodes: Shortcodes::new(source),
            too_deep: false,
        }
    }

    /// Closes what is still open.
    pub(super) fn finish(&mut self) {
        self.close_from(0);
    }

    /// What text here has.
    pub(super) fn text_traits(&self) -> Traits {
        let traits = self.traits();
        if self.shortcodes.in_pull_quote() { traits.with(Traits::PULL_QUOTE) } else { traits }
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

    /// The number of a name that was met before, or is known to HTML.
    fn known(&self, name: &[u8]) -> Option<(Name, Element)> {
        element::known(name).or_else(|| Some((*self.others.get(name)?, element::unknown(name))))
    }

    /// Whether an end tag here closes the open element at `place`.
    fn may_close(&self, place: usize, element: Element) -> bool {
        let (Some(open), Some(top)) = (self.open.get(place), self.open.last()) else { return false };
        let in_table = element.flow == Flow::Cell || matches!(element.content, Content::Row | Content::Table);
        let hidden = !in_table && top.barriers > open.barriers;
        // An end tag inside a block, of an inline element that says nothing, closes no block.
        let idle = open.flow == Flow::Inline && open.closing == Closing::Nothing && top.blocks > open.blocks;
        let outer = place.checked_sub(1).map_or_else(Traits::default, |outer| self.open[outer].traits);
        !(hidden || idle && outer == open.traits)
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
        let visible = self.atoms.visible - open.visible;
        match open.closing {
            Closing::Nothing => {}
            Closing::Furniture(kind) => self.leave_out(open.atoms, kind),
            Closing::Form if visible <= FORM_BYTES_MAX => self.leave_out(open.atoms, FurnitureKind::Form),
            Closing::Note if visible <= NOTE_BYTES_MAX => self.close_note(open),
            Closing::Form | Closing::Note => {}
            Closing::List => self.close_list(open, visible),
            Closing::Quote => self.atoms.separate(AtomKind::QuoteClose, open.traits),
            Closing::PullQuote | Closing::BlockQuote | Closing::Figure => self.close_quotation(open),
        }
        self.border(open.flow);
    }

    fn close_note(&mut self, open: &Open) {
        if self.is_note_mark(open.atoms) {
            self.leave_out(open.atoms, FurnitureKind::Footnote);
        }
    }

    fn close_list(&mut self, open: &Open, visible: usize) {
        let linked = self.atoms.linked - open.linked;
        if linked > 0 && 10 * linked >= LINKED_TENTHS_MIN * visible {
            self.leave_out(open.atoms, FurnitureKind::Navigation);
        }
    }

    /// Notes a quotation that may repeat the body. One in a figure is all of the figure: the caption names its source.
    fn close_quotation(&mut self, open: &Open) {
        let (start, end) = (open.atoms, self.atoms.list.len());
        if open.closing == Closing::Figure {
            if let Some(last) =
                self.candidates.last_mut().filter(|last| open.traits.has(Traits::QUOTED) && last.start >= start)
            {
                (last.start, last.end) = (start, end);
            }
            return;
        }
        self.candidates.push(Candidate { start, end, explicit: open.closing == Closing::PullQuote });
        let figure = self.place(FIGURE);
        for place in [figure, figure.and(self.open.len().checked_sub(1))].into_iter().flatten() {
            self.open[place].traits = self.open[place].traits.with(Traits::QUOTED);
        }
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
        self.close_head(name, element);
        let (has, names): (Traits, &[Name]) = match (element.flow, element.content) {
            (Flow::Cell, _) => (Traits::CELL_OPEN, &[TD, TH]),
            (_, Content::Row) => (Traits::ROW_OPEN, &[TR]),
            (_, Content::Item) => (Traits::ITEM_OPEN, &[LI]),
            (_, Content::Term) => (Traits::TERM_OPEN, &[DD, DT]),
            _ => (Traits::P_OPEN, &[]),
        };
        let ends_paragraph = element.flow == Flow::Block || name == HR;
        let place = self.implied(has, names).or_else(|| self.implied(Traits::P_OPEN, &[P]).filter(|_| ends_paragraph));
        if let Some(place) = place {
            self.close_from(place);
        }
    }

    /// The last open element of these names, if a start tag here may end it.
    fn implied(&self, has: Traits, names: &[Name]) -> Option<usize> {
        let place = names.iter().filter_map(|&name| self.place(name)).max();
        place.filter(|_| self.traits().has(has))
    }

    /// Closes `head` where the page begins.
    fn close_head(&mut self, name: Name, element: Element) {
        let metadata = matches!(element.content, Content::Raw(_) | Content::NotText)
            || (element.flow == Flow::Void && name != BR && name != HR);
        if self.traits().has(Traits::HEAD)
            && !metadata
            && let Some(place) = self.place(HEAD)
        {
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

    /// Opens an element, if it says something.
    fn start(&mut self, tag: &Tag, name: Name, element: Element) {
        let effect = effect::effect(tag, element, self.traits());
        let says =
            element.flow != Flow::Inline || effect != (Closing::Nothing, self.traits()) || self.place(name).is_some();
        if says && element.content != Content::Document {
            self.enter(name, element, effect);
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
        if element.content == Content::Link {
            self.atoms.begin_link();
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
            barriers: barriers + u32::from(effect::is_barrier(element)),
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
        super::shortcode::read(self, start..end);
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
            self.atoms.reference(start..end, decoded, self.text_traits());
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
        if tag.closes_itself && (foreign || element.content == Content::Foreign || usize::from(name) >= KNOWN) {
            return None;
        }
        self.start(tag, name, element);
        element.content.raw().filter(|_| !foreign)
    }

    fn end_tag(&mut self, tag: &[u8]) {
        let Some((name, element)) = self.known(tag).filter(|_| !self.too_deep) else { return };
        if name == BR {
            return self.void(BR);
        }
        if let Some(counted @ 1..) = self.counted.get_mut(usize::from(name)) {
            *counted -= 1;
            return self.border(element.flow);
        }
        match self.place(name) {
            Some(place) if self.may_close(place, element) => self.close_from(place),
            // `</p>` without a start is an empty paragraph.
            None if name == P && self.is_read() => self.atoms.separate(AtomKind::Border, Traits::default()),
            _ => {}
        }
    }

    fn begin_cdata(&mut self) {
        self.cdata += 1;
    }
}
