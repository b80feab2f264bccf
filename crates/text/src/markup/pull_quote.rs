//! Pull quotes: quotations set apart that stand in the body too, and are reported there.

use super::{
    atoms::{AtomKind, Atoms, Drop, Traits},
    for_kept,
    tree::Candidate,
};
use crate::furniture::FurnitureKind;

/// How many quotations are compared with the body; more are read as text.
const CANDIDATES_MAX: usize = 64;

/// Words of the shortest quotation that is compared: fewer repeat themselves by chance.
const WORDS_MIN: usize = 3;

/// Adds a drop for each candidate whose words stand in the body in the same order.
pub(super) fn find(atoms: &Atoms<'_>, candidates: &[Candidate], drops: &mut Vec<Drop>) {
    let mut repeated = Vec::new();
    // What has the class of a pull quote may repeat a block quotation; a block quotation may not repeat another.
    for (explicit, others) in [(true, Traits::PULL_QUOTE), (false, Traits::PULL_QUOTE.with(Traits::BLOCK_QUOTE))] {
        let compared = || candidates.iter().filter(|candidate| candidate.explicit == explicit).take(CANDIDATES_MAX);
        if compared().next().is_none() {
            continue;
        }
        let mut body = Words::default();
        for_kept(atoms, drops, |atom| {
            if atom.traits.has(others) {
                body.end_word();
            } else {
                body.add(atom.kind, atoms.characters(atom));
            }
        });
        let body = body.finish();
        for candidate in compared() {
            let mut words = Words::default();
            for &atom in &atoms.list[candidate.start..candidate.end] {
                if !atom.traits.has(Traits::CITE) {
                    words.add(atom.kind, atoms.characters(atom));
                }
            }
            let words = words.finish();
            if words.split_whitespace().count() >= WORDS_MIN && body.contains(&words) {
                let Candidate { start, end, .. } = *candidate;
                repeated.push(Drop { start, end, kind: FurnitureKind::PullQuote });
            }
        }
    }
    drops.append(&mut repeated);
    *drops = super::atoms::outermost(std::mem::take(drops));
}

/// The words of a text in small letters, with one space before and after each.
#[derive(Default)]
struct Words(String);

impl Words {
    fn add(&mut self, kind: AtomKind, characters: &str) {
        if !matches!(kind, AtomKind::Text | AtomKind::Reference(..)) {
            self.end_word();
        }
        for c in characters.chars() {
            if c.is_alphanumeric() {
                if self.0.is_empty() {
                    self.0.push(' ');
                }
                self.0.extend(c.to_lowercase());
            } else if !matches!(c, '\'' | '’' | '‘') && !crate::invisible::is_invisible(c) {
                self.end_word();
            }
        }
    }

    fn end_word(&mut self) {
        if !self.0.ends_with(' ') {
            self.0.push(' ');
        }
    }

    fn finish(mut self) -> String {
        self.end_word();
        self.0
    }
}
