//! Holidays: "Christmas", "Labor Day 2024".

use super::{following_year, held};
use crate::times::{
    calendar::Stamp,
    grammar::{Phrase, Reader},
    holidays,
    lexicon::Lex,
    meaning::{Meaning, Name},
};

/// Names of one word that are holidays in lower case too.
const ALWAYS_HOLIDAYS: &[&str] = &["christmas", "easter", "thanksgiving", "halloween"];

/// "Christmas", "Labor Day 2024", "New Year's Eve last year".
pub(in crate::times::grammar) fn holiday(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if !matches!(reader.lex(at), Lex::Holiday | Lex::Month(4 | 5, _)) {
        return None;
    }
    let (index, bytes) = holidays::read(&reader.text[reader.atoms[at].span.start() as usize..])?;
    let until = reader.atoms[at].span.start() as usize + bytes;
    let count = reader.atoms[at..].iter().take_while(|atom| (atom.span.end() as usize) <= until).count();
    let end = at + count;
    if count == 0
        || reader.atoms[end - 1].span.end() as usize != until
        || !reader.capital(at) && count < 2 && !reader.is(at, ALWAYS_HOLIDAYS)
    {
        return None;
    }
    let name = Name::Holiday(index);
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::Within(name, Box::new(Meaning::At(Stamp::Year(year))))));
    }
    Some(held(reader, at, end, name).unwrap_or_else(|| Phrase::date(at, end, Meaning::Named(name))))
}
