//! The times over the posts of a live blog: lines that hold nothing but `<time>`.

use super::atoms::{AtomKind, Atoms, Drop, Traits};
use crate::furniture::FurnitureKind;

/// Adds a drop for each line all of whose visible characters are part of a time.
pub(super) fn find(atoms: &Atoms<'_>, drops: &mut Vec<Drop>) {
    let mut start = 0;
    let separates = |kind| matches!(kind, AtomKind::Border | AtomKind::LineBreak);
    for line in atoms.list.split_inclusive(|atom| separates(atom.kind)) {
        let end = start + line.len();
        let mut visible = line.iter().filter(|&&atom| !atoms.characters(atom).trim().is_empty()).peekable();
        if visible.peek().is_some() && visible.all(|atom| atom.traits.has(Traits::STAMP)) {
            let last = end - usize::from(line.last().is_some_and(|atom| separates(atom.kind)));
            drops.push(Drop { start, end: last, kind: FurnitureKind::Timestamp });
        }
        start = end;
    }
}
