//! Quarters and halves of a match, which are no parts of a year.

use crate::grammar::Reader;

/// How many atoms on either side tell that a match is spoken of.
const WINDOW: usize = 25;

/// Words of matches that reports on business do not use.
const WORDS: &[&str] = &[
    "goal",
    "goals",
    "scored",
    "scoring",
    "scoreless",
    "scoreline",
    "halftime",
    "penalty",
    "header",
    "striker",
    "goalkeeper",
    "keeper",
    "midfielder",
    "defender",
    "winger",
    "equalised",
    "equalized",
    "equaliser",
    "equalizer",
    "touchdown",
    "touchdowns",
    "quarterback",
    "interception",
    "yards",
    "rebounds",
    "baskets",
    "coach",
    "referee",
];

/// Whether the words around a place speak of a match.
pub(super) fn is_match(reader: Reader<'_>, at: usize) -> bool {
    let last = reader.atoms.len().min(at + WINDOW);
    (at.saturating_sub(WINDOW)..last).any(|near| reader.is(near, WORDS))
}
