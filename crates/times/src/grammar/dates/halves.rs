//! Halves of a year, or of a wider or narrower period.

use super::{quarters::fiscal_or_year, sports::is_match};
use crate::{
    calendar::{Stamp, Unit},
    grammar::{Phrase, Reader, date, years},
    lexicon::Lex,
    meaning::{Meaning, Modifier, Name},
};

/// "the first half of 1998", "the second half of the year", "H1 2025".
pub(in crate::grammar) fn half(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let mut first = reader.skip_the(at);
    let led = years::any_year(reader, first)
        .map(|(end, year)| (if reader.lex(end) == Lex::Dash { end + 1 } else { end }, year));
    let led = led.filter(|&(end, _)| reader.is(end, &["h"]));
    if let Some((end, _)) = led {
        first = end;
    }
    let (end, n) = half_number(reader, first)?;
    if let Some((_, year)) = led {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Half(year, n))));
    }
    let letter = is_letter(reader, first) || is_letter(reader, first + 1);
    if let Some((end, year)) = fiscal_or_year(reader, end).filter(|_| letter) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Half(year, n))));
    }
    // "H1N1", "H2O".
    if letter && reader.glued(end) && reader.word(end).starts_with(char::is_alphanumeric) {
        return None;
    }
    let name = Name::Half(n);
    let outer = date(reader, reader.skip(end, &["of"]))
        .filter(|_| reader.is(end, &["of"]) || matches!(reader.lex(end), Lex::Digits(..)));
    match outer.map(|outer| (outer.end, outer.meaning)) {
        Some((end, Meaning::At(Stamp::Year(year)))) => Some(Phrase::date(at, end, Meaning::At(Stamp::Half(year, n)))),
        Some((end, outer @ Meaning::Shift(_, Unit::Year, _))) => {
            Some(Phrase::date(at, end, Meaning::Within(name, Box::new(outer))))
        }
        // "the first half of the 19th century", "the second half of May" keep the wider period's value.
        Some((end, outer)) => {
            let modifier = if n == 1 { Modifier::Start } else { Modifier::End };
            Some(Phrase::date(at, end, outer).with(Some(modifier)))
        }
        None if (letter || first > at && reader.after_one_of(at, &["in", "for", "during"]))
            && !reader.is(end, &["of"])
            && !is_match(reader, at) =>
        {
            Some(Phrase::date(at, end, Meaning::Named(name)))
        }
        None => None,
    }
}

/// Whether an atom is the "H" of "H1".
fn is_letter(reader: Reader<'_>, at: usize) -> bool {
    reader.word(at) == "H"
}

/// "first half", "second-half", "H1", "1H".
fn half_number(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Ordinal(n @ 1..=2), Lex::Half) => Some((at + 2, n as u8)),
        (_, Lex::Half) if reader.is(at, &["last", "latter"]) => Some((at + 2, 2)),
        (Lex::Ordinal(n @ 1..=2), Lex::Dash) if reader.lex(at + 2) == Lex::Half => Some((at + 3, n as u8)),
        (_, Lex::Digits(n @ 1..=2, 1)) if is_letter(reader, at) && reader.glued(at + 1) => Some((at + 2, n as u8)),
        (Lex::Digits(n @ 1..=2, 1), Lex::Letter) if is_letter(reader, at + 1) && reader.glued(at + 1) => {
            Some((at + 2, n as u8))
        }
        _ => None,
    }
}
