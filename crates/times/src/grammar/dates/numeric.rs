//! Days and months in figures alone: "2025-08-24", "24/08/2025", "11/2016".

use crate::{
    calendar::{self, Stamp},
    grammar::{Phrase, Reader, years},
    lexicon::Lex,
    meaning::Meaning,
};

/// "2025-08-24", "2025/08/24", "2025-08", "20250824".
pub(in crate::grammar) fn iso(reader: Reader<'_>, at: usize) -> Option<Phrase> {
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

/// "2025-08-24", "2025/08/24", "2025-08", "2025 / 08", "2025 June".
fn year_first(reader: Reader<'_>, at: usize, year: i16) -> Option<Phrase> {
    if let Some(phrase) = loose(reader, at, year) {
        return Some(phrase);
    }
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

/// A year before its month, with stray spaces or the month's name: "2016 - 11", "2016 June".
fn loose(reader: Reader<'_>, at: usize, year: i16) -> Option<Phrase> {
    if !(1900..2100).contains(&year) {
        return None;
    }
    let (end, month) = match (reader.lex(at + 1), reader.lex(at + 2)) {
        (Lex::Month(month, false), _) if !reader.glued(at + 1) => (at + 2, month),
        (Lex::Slash | Lex::Dash, Lex::Digits(month @ 1..=12, 1..=2))
            if !reader.glued(at + 1) || !reader.glued(at + 2) =>
        {
            // "1999 - 00", "2010 - 11": years.
            let years = month == u32::from(year.unsigned_abs()) % 100 + 1;
            (at + 3, u8::try_from(month).ok().filter(|_| !years)?)
        }
        _ => return None,
    };
    closes(reader, end).then(|| Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))))
}

/// Whether nothing follows that figures before it could count.
fn closes(reader: Reader<'_>, at: usize) -> bool {
    at >= reader.atoms.len()
        || matches!(reader.lex(at), Lex::Dot | Lex::Comma)
        || reader.is(at, &["and", "to", ";", ")"])
}

/// "11/2016", "11-2016": month and year.
pub(in crate::grammar) fn month_year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Digits(month @ 1..=12, 1..=2) = reader.lex(at) else { return None };
    let Lex::Digits(year @ 1900..=2099, 4) = reader.lex(at + 2) else { return None };
    let joined = match reader.lex(at + 1) {
        Lex::Slash | Lex::Dash if reader.glued(at + 1) && reader.glued(at + 2) => true,
        // "11 / 2016", with stray spaces.
        Lex::Slash | Lex::Dash => closes(reader, at + 3),
        _ => false,
    };
    let goes_on = reader.glued(at + 3) && matches!(reader.lex(at + 3), Lex::Slash | Lex::Dash);
    (begins(reader, at) && joined && !goes_on).then_some(Phrase::date(
        at,
        at + 3,
        Meaning::At(Stamp::Month(i16::try_from(year).ok()?, month as u8)),
    ))
}

/// "24/08/2025", "8/24/25", "24.8.2025", "7-16-2010"; the order of day and month is decided by evidence later.
pub(in crate::grammar) fn slashed(reader: Reader<'_>, at: usize) -> Option<Phrase> {
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
    // "5/7, 2020".
    let listed = match (reader.lex(at + 1), reader.lex(end), reader.lex(end + 1)) {
        (Lex::Slash, Lex::Comma, Lex::Digits(year @ 1900..=2100, 4)) => i16::try_from(year).ok(),
        _ => None,
    };
    let year = year.or(listed);
    let end = if year.is_some() { end + 2 } else { end };
    let ranged = matches!(reader.lex(end), Lex::Dash) && matches!(reader.lex(end + 1), Lex::Digits(..));
    if reader.glued(end) && !ranged && !matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::Other | Lex::Apostrophe)
    {
        return None;
    }
    // Dots are of the countries that put the day first: "05.11.2024".
    if let (Lex::Dot, Some(year)) = (reader.lex(at + 1), year)
        && let Some(day) = calendar::date(year, second, first)
    {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Day(day))));
    }
    let possible = |month: u8, day: u8| calendar::date(year.unwrap_or(2000), month, day).is_some();
    if !possible(first, second) && !possible(second, first) {
        return None;
    }
    (year.is_some() || dates_without_year(reader, at, first, second))
        .then(|| Phrase::date(at, end, Meaning::Slashed(first, second, year)))
}

/// Prepositions of time after which "5/6" is a date.
const BEFORE_FIGURES: &[&str] =
    &["on", "since", "until", "till", "by", "before", "after", "through", "dated", "this", "next", "last"];

/// Words that may stand before a fraction too.
const BEFORE_EITHER: &[&str] = &["from", "to", "between", "and", "-", "–", "for"];

/// Whether "5/6" is a date: a fraction, a score or a name ("9/11") unless a preposition of time stands before it or the
/// whole paragraph is no more than it, with the time of day perhaps.
fn dates_without_year(reader: Reader<'_>, at: usize, first: u8, second: u8) -> bool {
    if matches!((first, second), (9, 11) | (7 | 24, 7)) {
        return false;
    }
    let end = at + 3;
    // "4.22", "4-22" are amounts and results where anything else follows.
    if reader.lex(at + 1) != Lex::Slash {
        let closed = end >= reader.atoms.len() || end + 1 == reader.atoms.len() && reader.lex(end) == Lex::Dot;
        return closed && first.max(second) > 12 && reader.after_one_of(at, &["on"]);
    }
    let told = reader.after_one_of(at, BEFORE_FIGURES) || matches!(reader.lex_before(at), Lex::Weekday(..));
    let alone = at == 0 && (end >= reader.atoms.len() || reader.is(end, &["at", "-", "–"]));
    // "from 1/2 to 3/4", "cut to 5/2": fractions and odds.
    let fraction = first < second && second <= 8 || first == 1 && second <= 12;
    let figures = |at: usize| matches!(reader.lex(at), Lex::Digits(..)) && reader.lex(at + 1) == Lex::Slash;
    let paired = figures(end + 1) || at >= 4 && figures(at - 4);
    let surely = first.max(second) > 12 || paired;
    told || !fraction && (alone || surely && reader.after_one_of(at, BEFORE_EITHER))
}

/// Whether figures at a place are the beginning of what they belong to: nothing but an opening mark touches them, or
/// the dash after another such date ("10/1/2018-10/7/2018").
pub(super) fn begins(reader: Reader<'_>, at: usize) -> bool {
    at == 0 || !reader.glued(at) || matches!(reader.lex(at - 1), Lex::Open | Lex::Apostrophe) || second_end(reader, at)
}

/// Whether a slashed date stands before the dash before `at`.
fn second_end(reader: Reader<'_>, at: usize) -> bool {
    let dash = at >= 4 && reader.lex(at - 1) == Lex::Dash;
    dash && matches!(reader.lex(at - 2), Lex::Digits(..))
        && reader.lex(at - 3) == Lex::Slash
        && reader.lex(at + 1) == Lex::Slash
}

/// A separator and one or two digits, all glued.
fn separated(reader: Reader<'_>, at: usize) -> Option<(usize, u32)> {
    let separator = matches!(reader.lex(at), Lex::Dash | Lex::Slash | Lex::Dot);
    match reader.lex(at + 1) {
        Lex::Digits(n, 1..=2) if separator && reader.glued(at) && reader.glued(at + 1) => Some((at + 2, n)),
        _ => None,
    }
}
