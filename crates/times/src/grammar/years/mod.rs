//! Years, decades, centuries.

mod bare;

pub(super) use self::bare::numbers_a_thing;
use self::bare::{BEFORE_YEAR, counts, is_year};
use super::{Phrase, Reader, amounts};
use crate::{
    calendar::Stamp,
    lexicon::Lex,
    meaning::{Meaning, Name},
};

/// A year that stands alone: "1998", "490 BC", "AD 842", "the year 1492".
pub(super) fn year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = at;
    let at = reader.skip_the(at);
    if reader.is(at, &["year"]) {
        let next = at + 1;
        let (end, year) = any_year(reader, next).or_else(|| match reader.lex(next) {
            Lex::Digits(n @ 1..=999, 1..=3) => Some((next + 1, i16::try_from(n).ok()?)),
            _ => None,
        })?;
        let (end, year) = era_after(reader, end, year).unwrap_or((end, year));
        return Some(Phrase::date(start, end, Meaning::At(Stamp::Year(year))));
    }
    if at > start {
        return None;
    }
    if let Lex::Digits(n @ 1..=9999, 1..=4) | Lex::Grouped(n @ 1000..=9999) = reader.lex(at)
        && let Some((end, year)) = era_after(reader, at + 1, i16::try_from(n).ok()?)
    {
        return Some(Phrase::date(start, end, Meaning::At(Stamp::Year(year))));
    }
    let Lex::Digits(value, 4) = reader.lex(at) else { return None };
    (is_year(reader, at, value)).then(|| Phrase::date(at, at + 1, Meaning::At(Stamp::Year(value as i16))))
}

/// "AD 842", "A.D. 476", "FY2005", "'98", "nineteen ninety-six".
pub(super) fn named_year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let found = |end, year| Some(Phrase::date(at, end, Meaning::At(Stamp::Year(year))));
    match reader.lex(at) {
        Lex::Apostrophe => {
            let (end, year) = short_year(reader, at)?;
            let preceded = reader.after_one_of(at, BEFORE_YEAR) || matches!(reader.lex_before(at), Lex::Season(..));
            if preceded { found(end, year) } else { None }
        }
        Lex::Cardinal(_) => {
            let (end, year) = spoken_year(reader, at)?;
            reader.after_one_of(at, BEFORE_YEAR).then_some(())?;
            found(end, year)
        }
        Lex::Era(false) => match reader.lex(at + 1) {
            Lex::Digits(n @ 1..=9999, 1..=4) => found(at + 2, i16::try_from(n).ok()?),
            _ => None,
        },
        _ => None,
    }
}

/// "fiscal 1990", "fiscal year 2005", "the 2025 fiscal year", "FY 2009".
pub(super) fn fiscal_year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = at;
    let at = reader.skip_the(at);
    let (end, year) = if reader.lex(at) == Lex::Fiscal {
        any_year(reader, reader.skip(at + 1, &["year"]))?
    } else if reader.is(at, &["fy"]) {
        any_year(reader, at + 1).or_else(|| two_digits(reader, at + 1))?
    } else {
        let (end, year) = any_year(reader, at)?;
        (reader.lex(end) == Lex::Fiscal && reader.is(end + 1, &["year"])).then_some((end + 2, year))?
    };
    Some(Phrase::date(start, end, Meaning::At(Stamp::Year(year))))
}

/// "the 1990s", "the '60s", "the nineties", "the nineteen fifties", "the 1800s".
pub(super) fn decade(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = at;
    let mut at = reader.skip_the(at);
    if reader.lex(at) == Lex::Apostrophe && reader.glued(at + 1) {
        at += 1;
    }
    let named = |n: u32, end| {
        // "in the 30s °F", "in the 80s Fahrenheit".
        let measured = reader.is(end, &["°", "°f", "°c", "degrees", "fahrenheit", "celsius"]);
        let name = Name::Decade(u8::try_from(n).ok().filter(|_| !measured)?);
        Some(Phrase::date(start, end, Meaning::Named(name)))
    };
    let fixed = |year: u32, end| {
        let year = i16::try_from(year).ok()?;
        // "the 1800s" are a century; "the 2000s" a decade more often than not.
        let stamp = if year % 100 == 0 && year != 2000 { Stamp::Century(year / 100) } else { Stamp::Decade(year / 10) };
        Some(Phrase::date(start, end, Meaning::At(stamp)))
    };
    // "the late eighties".
    let phased = matches!(reader.lex_before(at), Lex::Phase(_)) && start > 1 && reader.lex(start - 2) == Lex::The;
    match (reader.lex(at), reader.lex(at + 1)) {
        // "the 1960's", "the 70's", "the two thousands".
        (Lex::Digits(year @ 1000..=2990, 4), _) if at > start && possessive(reader, at, year) => fixed(year, at + 2),
        (Lex::Digits(n @ 10..=90, 2), _) if at > start && possessive(reader, at, n) => named(n, at + 2),
        (Lex::Cardinal(2), Lex::Scale(1000)) if at > start && reader.is(at + 1, &["thousands"]) => fixed(2000, at + 2),
        (Lex::Decade(year @ 1000..=2990), _) => fixed(year, at + 1),
        // Bare "50s" are an age or a temperature more often than a decade.
        (Lex::Decade(n @ 0..=99), _) if at > start => named(n, at + 1),
        (Lex::DecadeWord(n), _) if (at > start || phased) && !is_age(reader, start) => named(u32::from(n), at + 1),
        (Lex::Cardinal(hundreds @ 13..=20), Lex::DecadeWord(n)) => fixed(hundreds * 100 + u32::from(n), at + 2),
        _ => None,
    }
}

/// Whether a round number has the ending of a decade that some newspapers write with an apostrophe.
fn possessive(reader: Reader<'_>, at: usize, number: u32) -> bool {
    number.is_multiple_of(10) && reader.glued(at + 1) && reader.is(at + 1, &["'s", "’s"])
}

/// Whether "twenties" and the like speak of an age: "in his twenties".
fn is_age(reader: Reader<'_>, at: usize) -> bool {
    reader.after_one_of(at, &["his", "her", "their", "my", "your", "our"])
}

/// "the 19th century", "the twenty-first century BC", "the 18th and 19th centuries" (last part).
pub(super) fn century(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = at;
    let (end, n) = amounts::ordinal(reader, reader.skip_the(at))?;
    let end = if reader.lex(end) == Lex::Dash { end + 1 } else { end };
    let n = i16::try_from(n).ok().filter(|n| (1..=99).contains(n))?;
    let centuries = reader.is(end, &["century", "centuries"]);
    if !centuries && !reader.is(end, &["millennium"]) {
        return None;
    }
    let before_christ = matches!(reader.lex(end + 1), Lex::Era(true));
    let until = if matches!(reader.lex(end + 1), Lex::Era(_)) { end + 2 } else { end + 1 };
    let index = if before_christ { -n } else { n - 1 };
    let stamp = if centuries { Stamp::Century(index) } else { Stamp::Millennium(index) };
    Some(Phrase::date(start, until, Meaning::At(stamp)))
}

/// A year where one is expected, as after a month: "1998", "'98", "nineteen ninety-eight", "490 BC".
pub(super) fn any_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    match reader.lex(at) {
        Lex::Digits(n, digits) if digits <= 4 && n > 0 => {
            let year = i16::try_from(n).ok()?;
            let era = era_after(reader, at + 1, year);
            era.or_else(|| {
                (digits == 4 && (1000..3000).contains(&n) && !counts(reader, at + 1)).then_some((at + 1, year))
            })
        }
        Lex::Apostrophe => short_year(reader, at),
        Lex::Cardinal(_) => spoken_year(reader, at),
        Lex::Era(false) => match reader.lex(at + 1) {
            Lex::Digits(n @ 1..=9999, 1..=4) => Some((at + 2, i16::try_from(n).ok()?)),
            _ => None,
        },
        _ => None,
    }
}

/// The year that an era after it makes: "490 BC" is astronomical year -489.
fn era_after(reader: Reader<'_>, at: usize, year: i16) -> Option<(usize, i16)> {
    match reader.lex(at) {
        Lex::Era(true) => Some((at + 1, 1 - year)),
        Lex::Era(false) => Some((at + 1, year)),
        _ => None,
    }
}

/// "'98": the year of two digits nearest to the turn of the millennium that newspapers mean.
fn short_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    match reader.lex(at + 1) {
        Lex::Digits(n, 2) if reader.glued(at + 1) => Some((at + 2, century_of(n))),
        _ => None,
    }
}

/// "(FY)25": a year of two digits with no mark of its own.
pub(super) fn two_digits(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    match reader.lex(at) {
        Lex::Digits(n, 2) => Some((at + 1, century_of(n))),
        _ => None,
    }
}

/// The full year of one written with two digits.
pub(super) fn century_of(two_digits: u32) -> i16 {
    let n = i16::try_from(two_digits % 100).unwrap_or(0);
    if n < 50 { 2000 + n } else { 1900 + n }
}

/// "nineteen ninety-six", "two thousand and five", "twenty ten".
fn spoken_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Cardinal(hundreds @ 10..=20), Lex::Cardinal(10..)) => {
            let (end, rest) = amounts::cardinal(reader, at + 1)?;
            (10..100).contains(&rest).then_some((end, i16::try_from(u64::from(hundreds) * 100 + rest).ok()?))
        }
        (Lex::Cardinal(hundreds @ 11..=19), Lex::Scale(100)) => {
            let (end, value) = amounts::cardinal(reader, at)?;
            (u64::from(hundreds) * 100..=1999).contains(&value).then_some((end, i16::try_from(value).ok()?))
        }
        (Lex::Cardinal(2), Lex::Scale(1000)) => {
            let (end, value) = amounts::cardinal(reader, at)?;
            (2000..2100).contains(&value).then_some((end, i16::try_from(value).ok()?))
        }
        _ => None,
    }
}
