//! Dates with the month's name between marks, as logs and forms write them: "31-Oct-1974", "31/Oct/74", "2019-Aug-01".

use super::{months::day_number, numeric::begins};
use crate::{
    calendar::{self, Stamp},
    grammar::{Phrase, Reader, years},
    lexicon::Lex,
    meaning::Meaning,
};

/// Day, month and year, or year, month and day, joined by two equal marks.
pub(in crate::grammar) fn stamped(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let mark = reader.lex(at + 1);
    let joined = (1..5).all(|i| reader.glued(at + i)) && matches!(mark, Lex::Dash | Lex::Slash);
    if !joined || reader.lex(at + 3) != mark || !begins(reader, at) {
        return None;
    }
    let Lex::Month(month, _) = reader.lex(at + 2) else { return None };
    let ((year, _), (_, day)) = match reader.lex(at) {
        Lex::Digits(_, 4) => (written_year(reader, at)?, day_number(reader, at + 4)?),
        _ => (written_year(reader, at + 4)?, day_number(reader, at)?),
    };
    Some(Phrase::date(at, at + 5, Meaning::At(Stamp::Day(calendar::date(year, month, day)?))))
}

/// A year in four figures or in two.
fn written_year(reader: Reader<'_>, at: usize) -> Option<(i16, usize)> {
    match reader.lex(at) {
        Lex::Digits(year @ 1000..=2999, 4) => Some((i16::try_from(year).ok()?, at)),
        Lex::Digits(year, 2) => Some((years::century_of(year), at)),
        _ => None,
    }
}
