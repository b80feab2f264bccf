//! Times of day as figures or the names of hours write them: "10:30", "10 a.m.", "1800 hours", "noon".

use super::parts::in_part;
use crate::times::{calendar::Clock, grammar::Reader, lexicon::Lex};

/// The time that figures (or "noon") write, and whether it can be nothing else.
pub(in crate::times::grammar) fn figures(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
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
        return military(reader, at, value);
    }
    let hour = u8::try_from(value).ok().filter(|hour| *hour <= 24)?;
    let (end, minute) = minutes(reader, at + 1).map_or((at + 1, None), |(end, minute)| (end, Some(minute)));
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
    if digits == 0 {
        return in_part(reader, end).map(|_| (end, Clock { hour, minute, second }, false));
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

pub(super) const O_CLOCK: &[&str] = &["o'clock", "o’clock"];

/// "noon", "midnight", "12 o'clock noon".
fn named_hour(reader: Reader<'_>, at: usize) -> Option<(usize, Clock)> {
    let twelve = matches!(reader.lex(at), Lex::Digits(12, 2) | Lex::Cardinal(12)) && reader.is(at + 1, O_CLOCK);
    let at = if twelve { at + 2 } else { at };
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

/// ":30" or ".30", glued.
pub(super) fn minutes(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Colon | Lex::Dot, Lex::Digits(n @ 0..=59, 2)) if reader.glued(at) && reader.glued(at + 1) => {
            Some((at + 2, n as u8))
        }
        _ => None,
    }
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
