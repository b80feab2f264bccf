//! Times of day as figures or the names of hours write them: "10:30", "10 a.m.", "1800 hours", "noon".

use super::parts::in_part;
use crate::{
    calendar::Clock,
    grammar::{Reader, amounts},
    lexicon::Lex,
    meaning::Step,
};

/// The time that figures (or "noon") write, and whether it can be nothing else.
pub(in crate::grammar) fn figures(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
    if let Some((end, clock)) = named_hour(reader, at) {
        return Some((end, clock, true));
    }
    let (value, digits) = match reader.lex(at) {
        Lex::Digits(value, digits) => (value, digits),
        Lex::Cardinal(value @ 1..=12) => (value, 0),
        _ => return None,
    };
    let touches = at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open | Lex::Dash | Lex::Apostrophe);
    if touches || digits > 4 {
        return None;
    }
    if matches!(digits, 3 | 4) {
        return military(reader, at, value).or_else(|| unmarked(reader, at, value));
    }
    let hour = u8::try_from(value).ok().filter(|hour| *hour <= 24)?;
    let written = if digits == 0 { spelled_minutes(reader, at + 1) } else { minutes(reader, at + 1) };
    let (end, minute) = written.map_or((at + 1, None), |(end, minute)| (end, Some(minute)));
    if reader.lex(at + 1) == Lex::Letter {
        return (minute.is_some() && hour < 24).then_some((end, Clock { hour, minute, second: None }, true));
    }
    let colon = minute.is_some() && reader.lex(at + 1) == Lex::Colon;
    let (end, second) = match minute {
        Some(_) if colon => minutes(reader, end)
            .filter(|_| reader.lex(end) == Lex::Colon)
            .map_or((end, None), |(end, s)| (end, Some(s))),
        _ => (end, None),
    };
    if let (Lex::Meridiem(add), 1..=12) = (reader.lex(end), hour) {
        // "I am" and "AM radio": the letters must be joined to figures or dotted, or follow a figure.
        let clock = Clock { hour: hour % 12 + add, minute, second };
        let upper = reader.word(end).starts_with('A') && digits == 0;
        return (!upper).then_some((end + 1, clock, true));
    }
    if reader.is(end, O_CLOCK) && minute.is_none() {
        return Some((end + 1, Clock { hour, minute, second }, true));
    }
    if minute.is_none() && (1..=12).contains(&hour) && hour_of_day_told(reader, at, end) {
        return Some((end, Clock { hour, minute, second }, false));
    }
    if digits == 0 {
        let certain = minute.is_some();
        return in_part(reader, end).map(|_| (end, Clock { hour, minute, second }, certain));
    }
    let in_range = hour < 24 || minute == Some(0);
    if colon && in_range && !is_result(reader, end) {
        let end = reader.skip(end, &["hrs", "hours", "h"]);
        return Some((end, Clock { hour, minute, second }, matches!(digits, 2)));
    }
    if minute.is_none() && in_part(reader, end).is_some() {
        return Some((end, Clock { hour, minute, second }, false));
    }
    None
}

pub(super) const O_CLOCK: &[&str] = &["o'clock", "o’clock", "oclock"];

/// "noon", "midnight", "12 o'clock noon", "12 midnight".
fn named_hour(reader: Reader<'_>, at: usize) -> Option<(usize, Clock)> {
    let twelve = matches!(reader.lex(at), Lex::Digits(12, 2) | Lex::Cardinal(12));
    let at = if twelve { reader.skip(at + 1, O_CLOCK) } else { at };
    let Lex::Hour(hour) = reader.lex(at) else { return None };
    Some((at + 1, Clock { hour: if hour == 0 { 24 } else { hour }, minute: None, second: None }))
}

/// Whether what touches figures such as "2:05" makes them a result or a score: "2:05.31", "2:05-1:50".
fn is_result(reader: Reader<'_>, end: usize) -> bool {
    let goes_on = matches!(reader.lex(end), Lex::Dot | Lex::Colon)
        && reader.glued(end + 1)
        && matches!(reader.lex(end + 1), Lex::Digits(..));
    reader.glued(end) && (goes_on || reader.is(end, &["-", "–"]))
}

/// "1800 hours", "0930 GMT".
fn military(reader: Reader<'_>, at: usize, value: u32) -> Option<(usize, Clock, bool)> {
    let (hour, minute) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
    let named = reader.is(at + 1, &["hours", "hrs", "hr", "gmt", "utc"]);
    if !named || hour > 24 || minute > 59 || reader.word(at).len() != 4 {
        return None;
    }
    let end = reader.skip(at + 1, &["hours", "hrs", "hr"]);
    Some((end, Clock { hour, minute: Some(minute), second: None }, true))
}

/// "340pm", "1140 a.m.": hour and minutes with no mark between them.
fn unmarked(reader: Reader<'_>, at: usize, value: u32) -> Option<(usize, Clock, bool)> {
    let Lex::Meridiem(add) = reader.lex(at + 1) else { return None };
    let (hour, minute) = (u8::try_from(value / 100).ok()?, u8::try_from(value % 100).ok()?);
    let clock = Clock { hour: hour % 12 + add, minute: Some(minute), second: None };
    ((1..=12).contains(&hour) && minute <= 59).then_some((at + 2, clock, true))
}

/// Whether a bare number after a preposition is an hour because a part of a day follows: "at 8 (tonight)".
fn hour_of_day_told(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let part = |at: usize| matches!(reader.lex(at), Lex::Part(_, false));
    let follows = match reader.lex(end) {
        Lex::Tonight => true,
        Lex::Today(_) | Lex::Step(Step::This | Step::Last) => part(end + 1),
        _ => false,
    };
    let dating = ["at", "until", "from", "around", "about", "before", "after", "till"];
    follows && (at == 0 || reader.after_one_of(at, &dating))
}

/// ":30", ".30" or "h30", glued.
pub(super) fn minutes(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Colon | Lex::Dot | Lex::Letter, Lex::Digits(n @ 0..=59, 2))
            if reader.glued(at) && reader.glued(at + 1) && (reader.lex(at) != Lex::Letter || reader.is(at, &["h"])) =>
        {
            Some((at + 2, n as u8))
        }
        _ => None,
    }
}

/// "(seven) thirty", "(nine) forty-five": minutes in words, where a mark of the time of day follows them.
fn spelled_minutes(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    let start = if reader.lex(at) == Lex::Dash { at + 1 } else { at };
    let Lex::Cardinal(10..=50) = reader.lex(start) else { return None };
    let (end, minute) = amounts::cardinal(reader, start)?;
    let marked = matches!(reader.lex(end), Lex::Meridiem(_)) || in_part(reader, end).is_some();
    Some((end, u8::try_from(minute).ok().filter(|minute| marked && *minute < 60)?))
}

/// An end of a range of times of day, which may be a bare hour that the other end explains: "(from) 5 (to 6 p.m.)".
/// Gives its end, its time, and whether a mark tells that it is one.
pub(in crate::grammar) fn range_end(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
    if let Some((end, clock)) = named_hour(reader, at) {
        return Some((end, clock, true));
    }
    let hour = match reader.lex(at) {
        Lex::Digits(hour @ 0..=24, 1..=2) | Lex::Cardinal(hour @ 1..=12) => hour as u8,
        Lex::Digits(_, 3 | 4) => {
            let (end, clock, _) = figures(reader, at)?;
            return Some((end, clock, true));
        }
        _ => return None,
    };
    let (end, minute) = minutes(reader, at + 1).map_or((at + 1, None), |(end, minute)| (end, Some(minute)));
    let clock = Clock { hour, minute, second: None };
    if let (Lex::Meridiem(add), 0..=12) = (reader.lex(end), hour) {
        return Some((end + 1, Clock { hour: hour % 12 + add, ..clock }, true));
    }
    if let Some((end, part)) = in_part(reader, end) {
        return Some((end, super::parts::in_day_part(clock, part), true));
    }
    let until = reader.skip(end, O_CLOCK);
    Some((until, clock, until > end))
}

/// A bare hour, which only a part of the day before it makes a time: "(tonight at) 7".
pub(super) fn bare_hour(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
    let counted = matches!(reader.lex(at + 1), Lex::Other) && reader.word(at + 1).starts_with(char::is_alphanumeric);
    match reader.lex(at) {
        Lex::Digits(hour @ 1..=12, 1..=2) | Lex::Cardinal(hour @ 1..=12) if !counted => {
            Some((at + 1, Clock { hour: hour as u8, minute: None, second: None }, false))
        }
        _ => None,
    }
}
