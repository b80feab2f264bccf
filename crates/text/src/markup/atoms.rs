//! The content of a document as one flat list: characters, and what separates them.

use std::ops::Range;

use crate::furniture::FurnitureKind;

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtomKind {
    /// Characters as they stand in the source.
    Text,
    /// A character reference: where what it stands for begins in [`Atoms::decoded`], and how many bytes it has.
    Reference(u32, u8),
    /// `<br>`.
    LineBreak,
    /// The border of a block.
    Border,
    /// The border of a cell.
    Cell,
    /// `<q>`.
    QuoteOpen,
    /// `</q>`.
    QuoteClose,
}

/// Properties that characters have from the elements they stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    /// In `pre`: line feeds break lines.
    pub(super) const PREFORMATTED: Self = Self(1);
    /// In `p` or a heading: blank lines are white space.
    pub(super) const PARAGRAPH: Self = Self(1 << 1);
    /// Part of the time of a post.
    pub(super) const STAMP: Self = Self(1 << 2);
    /// Says from whom a block quotation is.
    pub(super) const CITE: Self = Self(1 << 3);
    /// In a pull quote, by its class.
    pub(super) const PULL_QUOTE: Self = Self(1 << 4);
    /// In a block quotation.
    pub(super) const BLOCK_QUOTE: Self = Self(1 << 5);
    /// Not read.
    pub(super) const NOT_TEXT: Self = Self(1 << 6);
    /// In `article`, `main` or `section`.
    pub(super) const SECTION: Self = Self(1 << 7);
    /// In `head`.
    pub(super) const HEAD: Self = Self(1 << 8);
    /// In `svg` or `math`, whose tags follow other rules.
    pub(super) const FOREIGN: Self = Self(1 << 9);
    /// In `a`.
    pub(super) const LINK: Self = Self(1 << 10);
    /// A start tag of a block ends the open `p`.
    pub(super) const P_OPEN: Self = Self(1 << 11);
    /// A start tag `li` ends the open one.
    pub(super) const ITEM_OPEN: Self = Self(1 << 12);
    /// A start tag `dt` or `dd` ends the open one.
    pub(super) const TERM_OPEN: Self = Self(1 << 13);
    /// A start tag of a cell ends the open one.
    pub(super) const CELL_OPEN: Self = Self(1 << 14);
    /// A start tag `tr` ends the open one.
    pub(super) const ROW_OPEN: Self = Self(1 << 15);

    /// In an element that names the author of the page.
    pub(super) const AUTHOR: Self = Self(1 << 16);
    /// After a quotation in the same `figure`.
    pub(super) const QUOTED: Self = Self(1 << 17);

    /// What an element hides from end tags and implied end tags inside it.
    pub(super) const SCOPES: Self = Self(0b1_1111 << 11);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// One atom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: AtomKind,
    pub(super) traits: Traits,
}

/// Atoms that came with the page, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drop {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: FurnitureKind,
}

/// All atoms of a document.
pub(super) struct Atoms<'s> {
    pub(super) source: &'s str,
    pub(super) list: Vec<Atom>,
    /// What the references stand for, one after the other.
    pub(super) decoded: String,
    /// Bytes of visible characters so far.
    pub(super) visible: usize,
    /// Those of them that stand in links.
    pub(super) linked: usize,
    /// Where links begin, as places in the list.
    pub(super) links: Vec<usize>,
    /// Whether a border would only repeat the last atom.
    bordered: bool,
}

impl<'s> Atoms<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            list: Vec::new(),
            decoded: String::new(),
            visible: 0,
            linked: 0,
            links: Vec::new(),
            bordered: false,
        }
    }

    /// The characters of an atom; empty for a separator.
    pub(super) fn characters(&self, atom: Atom) -> &str {
        match atom.kind {
            AtomKind::Text => self.source.get(atom.start as usize..atom.end as usize).unwrap_or_default(),
            AtomKind::Reference(at, bytes) => &self.decoded[at as usize..at as usize + usize::from(bytes)],
            _ => "",
        }
    }

    pub(super) fn text(&mut self, range: Range<usize>, traits: Traits) {
        let visible = self.source.as_bytes()[range.clone()].iter().filter(|byte| !byte.is_ascii_whitespace()).count();
        self.count(visible, traits);
        let (start, end) = (range.start as u32, range.end as u32);
        match self.list.last_mut() {
            Some(last) if last.kind == AtomKind::Text && last.end == start && last.traits == traits => last.end = end,
            _ => self.push(Atom { start, end, kind: AtomKind::Text, traits }),
        }
    }

    pub(super) fn reference(&mut self, range: Range<usize>, decoded: &str, traits: Traits) {
        let Ok(bytes) = u8::try_from(decoded.len()) else { return };
        self.count(decoded.trim().len(), traits);
        let kind = AtomKind::Reference(self.decoded.len() as u32, bytes);
        self.decoded.push_str(decoded);
        self.push(Atom { start: range.start as u32, end: range.end as u32, kind, traits });
    }

    pub(super) fn separate(&mut self, kind: AtomKind, traits: Traits) {
        if kind == AtomKind::Border && self.bordered {
            return;
        }
        let at = self.list.last().map_or(0, |last| last.end);
        self.push(Atom { start: at, end: at, kind, traits });
        self.bordered = kind == AtomKind::Border;
    }

    /// Says that a link begins here.
    pub(super) fn begin_link(&mut self) {
        self.links.push(self.list.len());
    }

    /// Says that the atoms since `start` may be left out, so that no border among them counts for what follows.
    pub(super) fn seal(&mut self) {
        self.bordered = false;
    }

    fn push(&mut self, atom: Atom) {
        self.bordered = false;
        self.list.push(atom);
    }

    fn count(&mut self, visible: usize, traits: Traits) {
        self.visible += visible;
        if traits.has(Traits::LINK) {
            self.linked += visible;
        }
    }
}

/// The drops in order, those inside others left out.
pub(super) fn outermost(mut drops: Vec<Drop>) -> Vec<Drop> {
    drops.sort_by_key(|drop| (drop.start, usize::MAX - drop.end));
    let mut end = 0;
    drops.retain(|drop| {
        let keeps = drop.end > end;
        end = end.max(drop.end);
        keeps
    });
    drops
}
