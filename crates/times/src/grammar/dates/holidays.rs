//! Holidays: "Christmas", "Labor Day 2024".

use super::{following_year, held};
use crate::{
    calendar::{Stamp, Unit},
    grammar::{Phrase, Reader},
    holidays,
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name},
};

/// Names of one word that are holidays in lower case too.
const ALWAYS_HOLIDAYS: &[&str] =
    &["christmas", "xmas", "easter", "thanksgiving", "halloween", "juneteenth", "passover"];

/// "Christmas", "Labor Day 2024", "New Year's Eve last year".
pub(in crate::grammar) fn holiday(reader: Reader<'_>, at: usize) -> Option<Phrase> {
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
    if kept_elsewhere(reader, at, index) {
        return None;
    }
    let name = Name::Holiday(index);
    let dated = match following_year(reader, end) {
        Some((end, year)) => Phrase::date(at, end, Meaning::Within(name, Box::new(Meaning::At(Stamp::Year(year))))),
        None => held(reader, at, end, name).unwrap_or_else(|| Phrase::date(at, end, Meaning::Named(name))),
    };
    Some(weekend(reader, dated))
}

/// "Labor Day weekend", "Easter weekend 2024": the weekend nearest to the day.
fn weekend(reader: Reader<'_>, day: Phrase) -> Phrase {
    if reader.lex(day.end) != Lex::Unit(Unit::Weekend, false) {
        return day;
    }
    let after = day.end + 1;
    let (end, day_of) = match (&day.meaning, following_year(reader, after)) {
        (Meaning::Named(name), Some((end, year))) => {
            (end, Meaning::Within(*name, Box::new(Meaning::At(Stamp::Year(year)))))
        }
        _ => (after, day.meaning),
    };
    // Two days before a Monday or Tuesday is its weekend; two days before any other day is in the same week.
    let near = Meaning::Shift(-2, Unit::Day, Anchor::At(Box::new(day_of)));
    Phrase::date(day.start, end, Meaning::Shift(0, Unit::Weekend, Anchor::At(Box::new(near))))
}

/// Whether the words before a national day name another country than the one whose date is known: "Ghana's
/// Independence Day", "the Canadian Thanksgiving".
fn kept_elsewhere(reader: Reader<'_>, at: usize, index: usize) -> bool {
    let Some(keeper) = holidays::keeper(index).and_then(dateline_gazetteer::country_of_code) else { return false };
    let text = |from: usize, to: usize| {
        let span = reader.atoms[from].span.cover(reader.atoms[to - 1].span);
        &reader.text[span.range()]
    };
    let genitive = at > 1 && matches!(text(at - 1, at), "'s" | "’s" | "'" | "’");
    let end = if genitive { at - 1 } else { at };
    let lengths = 1..=COUNTRY_WORDS_MAX.min(end);
    let mut before = lengths.map(|length| text(end - length, end));
    before.any(|owner| {
        let country =
            if genitive { dateline_gazetteer::country_of_name } else { dateline_gazetteer::country_of_demonym };
        country(owner).is_some_and(|country| country != keeper)
    })
}

/// Most words of a country's name that are looked at: "Papua New Guinea".
const COUNTRY_WORDS_MAX: usize = 3;
