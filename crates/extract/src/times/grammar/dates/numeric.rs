//! Days and months in figures alone: "2025-08-24", "24/08/2025", "11/2016".

use crate::times::{
    calendar::{self, Stamp},
    grammar::{Phrase, Reader, years},
    lexicon::Lex,
    meaning::Meaning,
};

/// "2025-08-24", "2025/08/24", "2025-08", "20250824".
pub(in crate::times::grammar) fn iso(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if !begins(reader, at) {
        return None;
    }
    match reader.lex(at) {
        Lex::Digits(value, 8) => {
            let year = i16::try_from(value / 10_000).ok().filter(|y| (1900..2100).contains(y))?;
            let (month, day) = (value / 100 % 100, value % 100);
            let day = calendar::date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
            Some(Phrase::date(at, at + 1, Meaning::At(Stamp::Day(day))))
        }
        Lex::Digits(year, 4) => year_first(reader, at, i16::try_from(year).ok()?),
        _ => None,
    }
}

/// "2025-08-24", "2025/08/24", "2025-08".
fn year_first(reader: Reader<'_>, at: usize, year: i16) -> Option<Phrase> {
    let (end, month) = separated(reader, at + 1)?;
    let month = u8::try_from(month).ok()?;
    if let Some((end, day)) = separated(reader, end)
        && reader.lex(at + 1) == reader.lex(at + 3)
    {
        let day = calendar::date(year, month, u8::try_from(day).ok()?)?;
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Day(day))));
    }
    let two_digits = matches!(reader.lex(at + 2), Lex::Digits(_, 2));
    let open = matches!(reader.lex(at + 1), Lex::Dash | Lex::Slash) && !reader.glued(end);
    // "2004-05" is a season or a fiscal year unless nothing says so; a year's last digits run upwards.
    let range = i16::from(month) == year % 100 + 1;
    (two_digits && open && !range && (1..=12).contains(&month) && year >= 1900)
        .then(|| Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))))
}

/// "11/2016", "11-2016": month and year.
pub(in crate::times::grammar) fn month_year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Digits(month @ 1..=12, 1..=2) = reader.lex(at) else { return None };
    let Lex::Digits(year @ 1900..=2099, 4) = reader.lex(at + 2) else { return None };
    let mark = matches!(reader.lex(at + 1), Lex::Slash | Lex::Dash);
    let joined = mark && reader.glued(at + 1) && reader.glued(at + 2);
    let goes_on = reader.glued(at + 3) && matches!(reader.lex(at + 3), Lex::Slash | Lex::Dash);
    (begins(reader, at) && joined && !goes_on).then_some(Phrase::date(
        at,
        at + 3,
        Meaning::At(Stamp::Month(i16::try_from(year).ok()?, month as u8)),
    ))
}

/// "24/08/2025", "8/24/25", "24.8.2025", "7-16-2010"; the order of day and month is decided by evidence later.
pub(in crate::times::grammar) fn slashed(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Digits(first, 1..=2) = reader.lex(at) else { return None };
    if !begins(reader, at) {
        return None;
    }
    let (end, second) = separated(reader, at + 1)?;
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    let third = reader.lex(end) == reader.lex(at + 1) && reader.glued(end) && reader.glued(end + 1);
    let year = match reader.lex(end + 1) {
        Lex::Digits(year, 4) if third && (1000..3000).contains(&year) => i16::try_from(year).ok(),
        Lex::Digits(year, 2) if third => Some(years::century_of(year)),
        _ => None,
    };
    let end = if year.is_some() { end + 2 } else { end };
    if reader.glued(end) && !matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::Other | Lex::Apostrophe) {
        return None;
    }
    let possible = |month: u8, day: u8| calendar::date(year.unwrap_or(2000), month, day).is_some();
    if !possible(first, second) && !possible(second, first) {
        return None;
    }
    (year.is_some() || dates_without_year(reader, at, first, second))
        .then(|| Phrase::date(at, end, Meaning::Slashed(first, second, year)))
}

/// Whether "5/6" is a date: a fraction, a score or a name ("9/11") unless a preposition of time stands before it.
fn dates_without_year(reader: Reader<'_>, at: usize, first: u8, second: u8) -> bool {
    let named = matches!((first, second), (9, 11) | (7 | 24, 7));
    let preposition =
        reader.after_one_of(at, &["on", "since", "until", "by"]) || matches!(reader.lex_before(at), Lex::Weekday(..));
    !named && preposition && reader.lex(at + 1) == Lex::Slash
}

/// Whether figures at a place are the beginning of what they belong to: nothing but an opening mark touches them.
pub(super) fn begins(reader: Reader<'_>, at: usize) -> bool {
    at == 0 || !reader.glued(at) || matches!(reader.lex(at - 1), Lex::Open | Lex::Apostrophe)
}

/// A separator and one or two digits, all glued.
fn separated(reader: Reader<'_>, at: usize) -> Option<(usize, u32)> {
    let separator = matches!(reader.lex(at), Lex::Dash | Lex::Slash | Lex::Dot);
    match reader.lex(at + 1) {
        Lex::Digits(n, 1..=2) if separator && reader.glued(at) && reader.glued(at + 1) => Some((at + 2, n)),
        _ => None,
    }
}
