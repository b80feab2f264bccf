//! Lines that hold nothing but links: menus, tags and related articles that are not written as lists.

use super::atoms::{Atom, AtomKind, Atoms, Drop, Traits};
use crate::furniture::FurnitureKind;

/// Links of the shortest such line. One may be a sentence or a headline.
const LINKS_MIN: usize = 2;

/// Adds a drop for each line outside tables whose words all stand in links, and in several of them.
pub(super) fn find(atoms: &Atoms<'_>, drops: &mut Vec<Drop>) {
    let mut links = atoms.links.iter().copied().peekable();
    for line in super::lines(atoms) {
        let mut counted = Line::default();
        for at in line.clone() {
            while links.next_if(|&link| link <= at).is_some() {
                counted.begin_link();
            }
            counted.add(atoms, atoms.list[at]);
        }
        if counted.is_links() {
            drops.push(Drop { start: line.start, end: line.end, kind: FurnitureKind::Navigation });
        }
    }
}

/// What was seen of a line.
#[derive(Default)]
struct Line {
    /// Links that have words.
    links: usize,
    /// Whether a link began of which no word was seen.
    begins: bool,
    /// Whether there is anything else than links.
    others: bool,
}

impl Line {
    fn begin_link(&mut self) {
        self.begins = true;
    }

    fn add(&mut self, atoms: &Atoms<'_>, atom: Atom) {
        self.others |= atom.kind == AtomKind::Cell;
        if !atoms.characters(atom).contains(char::is_alphanumeric) {
            return;
        }
        if atom.traits.has(Traits::LINK) {
            self.links += usize::from(std::mem::take(&mut self.begins));
        } else {
            self.others = true;
        }
    }

    fn is_links(&self) -> bool {
        self.links >= LINKS_MIN && !self.others
    }
}
