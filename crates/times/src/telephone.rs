//! Telephone numbers and the like, whose groups of figures are no dates and years.

use std::ops::RangeInclusive;

use super::{
    atoms::{Atom, Gap},
    lexicon::Lex,
};

/// Fewest figures of a telephone number.
const FIGURES_MIN: u32 = 7;
/// Groups of a number that nothing else marks as one; two dates joined by a dash have six.
const GROUPS: RangeInclusive<usize> = 4..=5;
/// Words before a telephone number.
const CUES: &[&str] =
    &["call", "tel", "telephone", "phone", "dial", "hotline", "helpline", "fax", "text", "ring", "office"];

/// Makes the figures of telephone numbers, account numbers and the like words of no class: "020 7946 0958",
/// "(01632) 960 2019", "+45 12 05 20 19", "06-12-2024-88".
pub(super) fn blank(text: &str, atoms: &mut [Atom]) {
    let mut at = 0;
    while at < atoms.len() {
        let run = run(text, &atoms[at..]);
        if is_number(text, atoms, at, run) {
            for atom in &mut atoms[at..at + run] {
                atom.lex = if matches!(atom.lex, Lex::Digits(..)) { Lex::Other } else { atom.lex };
            }
        }
        at += run.max(1);
    }
}

/// How many atoms from the first one are groups of figures, and the marks that join them.
fn run(text: &str, atoms: &[Atom]) -> usize {
    let mut end = 0;
    for (i, atom) in atoms.iter().enumerate() {
        match atom.lex {
            _ if i > 0 && atom.gap == Gap::Break => break,
            Lex::Digits(..) => end = i + 1,
            // A dash with spaces around it parts numbers.
            Lex::Dash if atom.gap == Gap::None && i > 0 && end == i => {}
            _ if matches!(&text[atom.span.range()], "(" | "+") && i == 0 => {}
            _ if matches!(&text[atom.span.range()], ")" | "+") && i < 3 => {}
            _ => break,
        }
    }
    end
}

/// Whether the `run` atoms at a place are one number.
fn is_number(text: &str, atoms: &[Atom], at: usize, run: usize) -> bool {
    let groups = || {
        atoms[at..at + run].iter().filter_map(|atom| match atom.lex {
            Lex::Digits(value, figures) => Some((atom, value, u32::from(figures))),
            _ => None,
        })
    };
    let Some((first, _, length)) = groups().next() else { return false };
    let figures: u32 = groups().map(|(.., figures)| figures).sum();
    if groups().count() < 2 || figures < FIGURES_MIN || groups().all(|(_, value, _)| (1900..=2100).contains(&value)) {
        return false;
    }
    let dashes = atoms[at..at + run].iter().filter(|atom| atom.lex == Lex::Dash).count();
    let alike = dashes == 0 || dashes + 1 == groups().count();
    let marked = !text[first.span.range()].starts_with(|c: char| c != '0') && length > 2
        || text[..first.span.start() as usize].ends_with(['(', '+']);
    let cued = atoms[at.saturating_sub(2)..at]
        .iter()
        .any(|atom| CUES.iter().any(|cue| text[atom.span.range()].eq_ignore_ascii_case(cue)));
    alike && (marked && dashes == 0 || GROUPS.contains(&groups().count()) || cued)
}
