//! The times over the posts of a live blog, and bylines: lines that hold nothing but `<time>` and the author's name.

use super::atoms::{Atom, Atoms, Drop, Traits};
use crate::furniture::FurnitureKind;

/// Words in small letters that may stand beside them.
const BESIDE: [&str; 11] =
    ["and", "at", "by", "first", "last", "modified", "on", "posted", "published", "updated", "written"];

/// Adds a drop for each line that says when something was written or by whom, and nothing else.
pub(super) fn find(atoms: &Atoms<'_>, drops: &mut Vec<Drop>) {
    for line in super::lines(atoms) {
        let list = &atoms.list[line.clone()];
        let marked = list.iter().filter(|&&atom| shows(atoms, atom)).map(|atom| atom.traits);
        let marked = marked.fold(Traits::default(), Traits::with);
        let is_stamp = || list.iter().all(|&atom| belongs(atoms, atom));
        if marked.has(Traits::STAMP.with(Traits::AUTHOR)) && is_stamp() {
            let kind = if marked.has(Traits::AUTHOR) { FurnitureKind::Byline } else { FurnitureKind::Timestamp };
            drops.push(Drop { start: line.start, end: line.end, kind });
        }
    }
}

fn shows(atoms: &Atoms<'_>, atom: Atom) -> bool {
    !atoms.characters(atom).trim().is_empty()
}

/// Whether an atom is part of a time or a name, or may stand beside one.
fn belongs(atoms: &Atoms<'_>, atom: Atom) -> bool {
    let mut words = atoms.characters(atom).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    atom.traits.has(Traits::STAMP.with(Traits::AUTHOR))
        || words.all(|word| BESIDE.iter().any(|beside| beside.eq_ignore_ascii_case(word)))
}
