//! Ranges whose ends share their month or year: "from 3 to 5 May", "May 3-5, 2011", "1914-18", "June to August 1990".
//!
//! TimeML annotates the two ends as two expressions; each gets what the other tells about it.

mod between;
mod clocks;

use super::{
    Phrase, Reader, amounts,
    starts::{self, CARDINAL, DIGITS, HOUR, MONTH, ORDINAL, STEP, THE, WEEKDAY},
    years,
};
use crate::{
    calendar::{self, Stamp, Unit},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name},
};

type ReadBoth = fn(Reader<'_>, usize) -> Option<[Phrase; 2]>;

/// Both ends of a range that begins here, or nothing.
pub(super) fn range(reader: Reader<'_>, at: usize) -> Vec<Phrase> {
    if starts::of(reader.lex(at)) & (DIGITS | ORDINAL | CARDINAL | HOUR | MONTH | WEEKDAY | THE | STEP) == 0 {
        return Vec::new();
    }
    const RULES: &[(&str, ReadBoth)] = &[
        ("range-years", years_range),
        ("range-years-of-era", years_of_era),
        ("range-days-before-month", days_before_month),
        ("range-days-after-month", days_after_month),
        ("range-months", months),
        ("range-names", between::names),
        ("range-centuries", ordinals),
        ("range-clocks", clocks::clocks),
    ];
    let found = RULES.iter().find_map(|(name, read)| Some((name, read(reader, at)?)));
    found.map_or_else(Vec::new, |(rule, ends)| ends.map(|end| Phrase { rule, ..end }).into())
}

/// What joins the two ends: "-", "to", "and", "through", "or". Gives the place after it.
fn joint(reader: Reader<'_>, at: usize) -> Option<usize> {
    match reader.lex(at) {
        Lex::Dash | Lex::Slash => Some(at + 1),
        _ => reader.is(at, &["to", "and", "through", "thru", "until", "or", "till", "til", "&"]).then_some(at + 1),
    }
}

/// "1914-18", "1914-1918", "2004/05": the second end may have two digits.
fn years_range(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let Lex::Digits(first @ 1000..=2100, 4) = reader.lex(at) else { return None };
    if !matches!(reader.lex(at + 1), Lex::Dash | Lex::Slash)
        || years::numbers_a_thing(reader, at)
        || at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open)
    {
        return None;
    }
    let glued = reader.glued(at + 1) && reader.glued(at + 2);
    let end = at + 3;
    if reader.glued(end) && matches!(reader.lex(end), Lex::Dash | Lex::Slash) {
        return None;
    }
    let last = match reader.lex(at + 2) {
        Lex::Digits(last, 4) if last > first && last <= 2100 => last,
        Lex::Digits(last, 2)
            if (glued || matches!(reader.lex_before(at), Lex::Open)) && (first % 100 + 1..=99).contains(&last) =>
        {
            first / 100 * 100 + last
        }
        _ => return None,
    };
    let year =
        |start, year: u32| Some(Phrase::date(start, start + 1, Meaning::At(Stamp::Year(i16::try_from(year).ok()?))));
    Some([year(at, first)?, year(at + 2, last)?])
}

/// "264 to 241 BC", "480–479 BC", "14-37 AD": the era after the second end holds for both.
fn years_of_era(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let Lex::Digits(first @ 1..=9999, 1..=4) = reader.lex(at) else { return None };
    if at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open) {
        return None;
    }
    let second = joint(reader, at + 1).filter(|_| !reader.is(at + 1, &["/", "&"]))?;
    let (Lex::Digits(last @ 1..=9999, 1..=4), Lex::Era(before)) = (reader.lex(second), reader.lex(second + 1)) else {
        return None;
    };
    // Years before our era run downwards.
    if before != (first > last) || first == last {
        return None;
    }
    let year = |start, end, n: u32| {
        let n = i16::try_from(n).ok()?;
        Some(Phrase::date(start, end, Meaning::At(Stamp::Year(if before { 1 - n } else { n }))))
    };
    Some([year(at, at + 1, first)?, year(second, second + 2, last)?])
}

/// "3 to 5 May 2011", "the 13th to the 19th of October", "28-29 May 1953".
fn days_before_month(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let first = reader.skip_the(at);
    let (end, day) = day(reader, first)?;
    let second = joint(reader, end)?;
    if let Some(ends) = days_of_month(reader, at, day, end, second) {
        return Some(ends);
    }
    let last = super::dates::day_month(reader, second)?;
    let (month, year) = month_of(&last.meaning)?;
    if reader.lex(second) == Lex::Weekday(1, false) {
        return None;
    }
    Some([Phrase::date(at, end, on(month, day, year)?), last])
}

/// "between the 21st and 23rd", "from 4 to 22 (of) this month": days of the month under way or of one told.
fn days_of_month(reader: Reader<'_>, at: usize, first: u8, end: usize, second: usize) -> Option<[Phrase; 2]> {
    let opened = reader.after_one_of(at, &["from", "between"]);
    let (close, last) = day(reader, reader.skip_the(second)).filter(|(_, last)| opened && *last > first)?;
    let of = |n: u8, month: &Meaning| Meaning::Within(Name::MonthlyDay(n), Box::new(month.clone()));
    if let Some(month) = super::relative::step_unit(reader, reader.skip(close, &["of"]))
        && matches!(month.meaning, Meaning::Shift(_, Unit::Month, _))
    {
        let opening = Phrase::date(at, end, of(first, &month.meaning));
        return Some([opening, Phrase::date(second, month.end, of(last, &month.meaning))]);
    }
    let ordinals = matches!((reader.lex(end - 1), reader.lex(close - 1)), (Lex::Ordinal(_), Lex::Ordinal(_)));
    let the = reader.lex(at) == Lex::The;
    let closed = close >= reader.atoms.len() || matches!(reader.lex(close), Lex::Dot | Lex::Comma);
    let named = |start, end, n| Phrase::date(start, end, Meaning::Named(Name::MonthlyDay(n)));
    (ordinals && the && closed).then(|| [named(at, end, first), named(second, close, last)])
}

/// "May 3-5, 2011", "Aug. 4 and 5", "April 13-15".
fn days_after_month(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let first = super::dates::month_day(reader, at)?;
    let (month, None) = month_of(&first.meaning)? else { return None };
    let second = joint(reader, first.end)?;
    let (end, last) = day(reader, reader.skip_the(second))?;
    let clock = reader.lex(end) == Lex::Colon
        || matches!(reader.lex(end), Lex::Meridiem(_) | Lex::Unit(..) | Lex::Scale(_) | Lex::Month(..));
    let listed = reader.is(second - 1, &["and", "or"])
        && reader.lex(end) == Lex::Other
        && !reader.word(end).is_empty()
        && reader.word(end).starts_with(char::is_lowercase)
        && !reader.is(
            end,
            &[
                "in",
                "at",
                "when",
                "as",
                "for",
                "to",
                "with",
                "by",
                "and",
                "of",
                "after",
                "before",
                "respectively",
                "on",
                "the",
            ],
        );
    if clock || listed || reader.is(end, &["percent", "%"]) {
        return None;
    }
    let year = years::any_year(reader, reader.skip(end, &[","]));
    let close = year.map_or(end, |(end, _)| end);
    let year = year.map(|(_, year)| year);
    let Meaning::Named(Name::MonthDay(_, day)) = first.meaning else { return None };
    let opening = on(month, day, year)?;
    // Without a year, the second day is the first such day after the first.
    let closing = match on(month, last, year)? {
        Meaning::Named(name) if last > day => Meaning::Stepped(1, name, Anchor::At(Box::new(opening.clone()))),
        closing => closing,
    };
    Some([Phrase::date(first.start, first.end, opening), Phrase::date(second, close, closing)])
}

/// "June to August 1990", "September-October 1950", "May or June".
fn months(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let Lex::Month(month, _) = reader.lex(at) else { return None };
    if !reader.capital(at) {
        return None;
    }
    let end = reader.skip(at + 1, &["."]);
    let second = joint(reader, end)?;
    let last = super::dates::month(reader, second)?;
    let Meaning::At(Stamp::Month(year, until)) = last.meaning else { return None };
    let year = if month > until { calendar::year_after(year, -1)? } else { year };
    Some([Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))), last])
}

/// "the 15th to the 19th century", "the 18th and 19th centuries".
fn ordinals(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let (end, n) = amounts::ordinal(reader, reader.skip_the(at))?;
    let second = joint(reader, end)?;
    let last = years::century(reader, second)?;
    let Meaning::At(Stamp::Century(index)) = last.meaning else { return None };
    let n = i16::try_from(n).ok().filter(|n| (1..=30).contains(n))?;
    let first = if index < 0 { -n } else { n - 1 };
    Some([Phrase::date(at, end, Meaning::At(Stamp::Century(first))), last])
}

/// A day of the month: "3", "3rd", "third".
fn day(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    match reader.lex(at) {
        Lex::Digits(n @ 1..=31, 1..=2) => Some((at + 1, n as u8)),
        _ => amounts::ordinal(reader, at).filter(|(_, n)| (1..=31).contains(n)).map(|(end, n)| (end, n as u8)),
    }
}

/// Month and year of a day.
fn month_of(meaning: &Meaning) -> Option<(u8, Option<i16>)> {
    match *meaning {
        Meaning::Named(Name::MonthDay(month, _)) => Some((month, None)),
        Meaning::At(Stamp::Day(day)) => Some((day.month().unsigned_abs(), Some(day.year()))),
        _ => None,
    }
}

fn on(month: u8, day: u8, year: Option<i16>) -> Option<Meaning> {
    match year {
        Some(year) => calendar::date(year, month, day).map(|day| Meaning::At(Stamp::Day(day))),
        None => calendar::date(2000, month, day).map(|_| Meaning::Named(Name::MonthDay(month, day))),
    }
}
