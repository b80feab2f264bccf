//! Recurring times: TIMEX3 sets, with their `quant` and `freq`.

use super::{Phrase, Reader, amounts, clocks, date, unit};
use crate::{
    TimexKind,
    calendar::Unit,
    lexicon::Lex,
    meaning::{Meaning, Name},
};

fn set(start: usize, end: usize, value: impl Into<String>) -> Phrase {
    Phrase::literal(start, end, TimexKind::Set, value)
}

/// ISO 8601 period of `n` units.
fn period(n: u64, unit: Unit) -> String {
    let (times, letters, clock) = unit.period();
    format!("{}{}{letters}", if clock { "PT" } else { "P" }, n.saturating_mul(u64::from(times)))
}

/// The value of every weekend.
const WEEKENDS: &str = "XXXX-WXX-WE";

/// The value of every such weekday.
fn weekdays(weekday: u8) -> String {
    format!("XXXX-WXX-{weekday}")
}

/// "every Tuesday", "each year", "every two days", "every other week", "every morning", "every May".
pub(super) fn every(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.word(at).to_ascii_lowercase();
    let (next, n) = match reader.lex(at) {
        Lex::Alternate => (at + 1, 2),
        Lex::Every if reader.is(at + 1, &["other"]) => (at + 2, 2),
        Lex::Every => (at + 1, 1),
        _ => return None,
    };
    let quant = if n == 2 { "EVERY OTHER".to_owned() } else { word.to_uppercase() };
    let phrase = every_period(reader, at, next, n)?;
    Some(Phrase { quant: Some(quant), ..phrase })
}

/// The period after "every".
fn every_period(reader: Reader<'_>, at: usize, next: usize, n: u64) -> Option<Phrase> {
    if let Some(phrase) = every_named(reader, at, next) {
        return Some(phrase);
    }
    if let Some((unit, false)) = unit(reader, next).filter(|_| reader.lex(next) != Lex::Ordinal(2)) {
        return Some(set(at, next + 1, period(n, unit)));
    }
    if let Some((end, n)) = amounts::ordinal(reader, next)
        && let Lex::Unit(unit, false) = reader.lex(end)
    {
        return Some(set(at, end + 1, period(u64::from(n), unit)));
    }
    let amount = amounts::amount(reader, next).filter(|_| reader.lex(next) != Lex::A)?;
    Some(set(at, amount.end, amount.period()))
}

/// "every" before a weekday, a month, a season, a part of the day.
fn every_named(reader: Reader<'_>, at: usize, next: usize) -> Option<Phrase> {
    match reader.lex(next) {
        Lex::Weekday(weekday, _) | Lex::Weekdays(weekday) => match reader.lex(next + 1) {
            Lex::Part(part, false) => Some(set(at, next + 2, format!("{}T{}", weekdays(weekday), part.code()))),
            _ => {
                let clock = reader.skip(next + 1, &["at"]);
                match clocks::figures(reader, clock).filter(|(_, _, certain)| *certain) {
                    Some((end, clock, _)) => Some(set(at, end, format!("{}T{clock}", weekdays(weekday)))),
                    None => Some(set(at, next + 1, weekdays(weekday))),
                }
            }
        },
        Lex::Part(part, _) => Some(set(at, next + 1, format!("XXXX-XX-XXT{}", part.code()))),
        Lex::Unit(Unit::Weekend, false) if reader.lex(at) == Lex::Every && next == at + 1 => {
            Some(set(at, next + 1, WEEKENDS))
        }
        Lex::Season(season, _) => Some(set(at, next + 1, format!("XXXX-{}", season.code()))),
        Lex::Month(month, _) if reader.capital(next) => match date(reader, next).map(|p| (p.end, p.meaning)) {
            Some((end, Meaning::Named(Name::MonthDay(month, day)))) => {
                Some(set(at, end, format!("XXXX-{month:02}-{day:02}")))
            }
            _ => Some(set(at, next + 1, format!("XXXX-{month:02}"))),
        },
        Lex::Ordinal(n @ 1..=5) => match (reader.lex(next + 1), reader.is(next + 2, &["of"])) {
            (Lex::Weekday(weekday, _), _) if n < 5 => Some(set(at, next + 2, weekdays(weekday))),
            _ => None,
        },
        _ => None,
    }
}

/// "daily", "annually", "quarterly".
pub(super) fn periodic(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Periodic(n, unit) = reader.lex(at) else { return None };
    // "a quarterly dividend": a kind, not a time.
    if unit == Unit::Quarter && reader.word(at + 1).starts_with(char::is_lowercase) {
        return None;
    }
    // "the party daily Granma": a newspaper.
    let paper = at > 0
        && !matches!(reader.lex_before(at), Lex::Dot)
        && reader.lex(at + 1) == Lex::Other
        && reader.capital(at + 1)
        && reader.word(at + 1).chars().any(char::is_lowercase);
    // "the Daily News", "Weekly Standard": a title.
    if paper {
        return None;
    }
    if reader.capital(at) && (at > 0 && reader.lex_before(at) != Lex::Dot || reader.capital(at + 1)) {
        return None;
    }
    // "semi-annually", "bi-monthly".
    let joined = at > 1 && reader.lex(at - 1) == Lex::Dash && reader.glued(at);
    match (unit, n) {
        (Unit::Year, 1) if joined && reader.is(at - 2, &["semi"]) => Some(set(at - 2, at + 1, period(6, Unit::Month))),
        (_, 1) if joined && reader.is(at - 2, &["bi"]) => Some(set(at - 2, at + 1, period(2, unit))),
        _ => Some(set(at, at + 1, period(n.into(), unit))),
    }
}

/// "9 a.m. every Sunday", "8:30 p.m. on Saturdays": a time of every such day.
pub(super) fn clock(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, clock, _) = clocks::figures(reader, at).filter(|(_, _, certain)| *certain)?;
    let next = reader.skip(end, &["on"]);
    let days = every(reader, next).or_else(|| plural(reader, next))?;
    let Meaning::Literal(value) = &days.meaning else { return None };
    let value = format!("{value}T{clock}");
    let daily = value.starts_with("XXXX-WXX") && value.len() <= "XXXX-WXX-7T09:00".len();
    daily.then(|| Phrase { meaning: Meaning::Literal(value), ..days.from(at) })
}

/// "twice a week", "three times a day", "once every two years", "5,000 barrels a day", "$20 per year".
pub(super) fn rate(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (next, freq) = match reader.lex(at) {
        Lex::Times(n) => (at + 1, Some(n.to_string())),
        _ => match amounts::cardinal(reader, at) {
            Some((end, n)) if reader.is(end, &["times"]) => (end + 1, Some(n.to_string())),
            _ => (at, None),
        },
    };
    if let (Some(freq), Lex::Every) = (&freq, reader.lex(next)) {
        let phrase = every(reader, next)?;
        return Some(Phrase { freq: Some(format!("{freq}X")), ..phrase.from(at) });
    }
    let per = reader.lex(next) == Lex::Per;
    let Lex::Unit(unit, false) = reader.lex(next + 1) else { return None };
    if !per && reader.lex(next) != Lex::A {
        return None;
    }
    // "90 miles an hour", "30 metres per second": a speed. "a year ago", "a year apart": a distance.
    let speed = unit < Unit::Day && reader.after_one_of(next, SPEEDS);
    let away = !per && reader.is(next + 2, &["ago", "later", "earlier", "before", "after", "apart"]);
    if freq.is_none() && (speed || away) {
        return None;
    }
    // Without "twice" and the like, a rate needs a number or a plural before "a".
    let before = reader.before(next);
    let rated = freq.is_some()
        || matches!(reader.lex_before(next), Lex::Digits(..) | Lex::Grouped(_) | Lex::Scale(_))
        || next > 1
            && (before == "%"
                || reader.after_one_of(
                    next,
                    &[
                        "percent", "cent", "cents", "dollars", "euros", "pounds", "people", "times", "barrels", "tons",
                        "tonnes", "hours", "days", "nights",
                    ],
                ))
        || per
        || counted_plural(reader, next);
    rated.then(|| {
        let phrase = set(at, next + 2, period(1, unit));
        Phrase { freq: freq.map(|n| format!("{n}X")), ..phrase }
    })
}

/// What a speed is measured in.
#[rustfmt::skip]
const SPEEDS: &[&str] = &[
    "miles", "mile", "km", "kilometers", "kilometres", "kilometer", "kilometre", "knots", "feet", "metres", "meters",
    "metre", "meter", "beats", "revolutions", "frames", "bits", "gigabits", "megabits",
];

/// Most words from a number to the plural that it counts: "fifty thousand compact discs (a year)".
const COUNTED_WORDS_MAX: usize = 5;

/// Whether a plural stands before `at` and a number before it: "hundreds of interviews (a day)".
fn counted_plural(reader: Reader<'_>, at: usize) -> bool {
    let plural = reader.before(at);
    let plural = plural.len() > 2 && plural.ends_with('s') && !plural.ends_with("ss") && !reader.after_one_of(at, BE);
    let number = |at: usize| {
        matches!(reader.lex(at), Lex::Digits(..) | Lex::Grouped(_) | Lex::Cardinal(_) | Lex::Scale(_) | Lex::Several)
    };
    plural && (at.saturating_sub(1 + COUNTED_WORDS_MAX)..at - 1).any(number)
}

/// Words in "s" that are no plurals.
const BE: &[&str] = &["was", "is", "has", "does", "this", "its", "his", "as", "thus", "takes", "lasts", "lasted"];

/// "Tuesdays", "Saturday mornings", "weekends", "most weekends", "summers".
pub(super) fn plural(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    match reader.lex(at) {
        Lex::Weekdays(weekday) => match reader.lex(at + 1) {
            Lex::Part(part, _) => Some(set(at, at + 2, format!("{}T{}", weekdays(weekday), part.code()))),
            _ => Some(set(at, at + 1, weekdays(weekday))),
        },
        Lex::Weekday(weekday, _) => match reader.lex(at + 1) {
            Lex::Part(part, true) => Some(set(at, at + 2, format!("{}T{}", weekdays(weekday), part.code()))),
            _ => None,
        },
        Lex::Unit(Unit::Weekend, true) => Some(set(at, at + 1, WEEKENDS)),
        _ => None,
    }
}
