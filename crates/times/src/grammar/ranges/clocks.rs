//! Ranges of times of day: "from 5 to 6 p.m.", "9-11am", "between 2:00 and 2:30 p.m. on Tuesday".
//!
//! What stands after the second end (the half of the day, the day, the zone) holds for the first too.

use super::joint;
use crate::{
    calendar::{Clock, Unit},
    grammar::{Phrase, Reader, clocks},
    lexicon::Lex,
    meaning::{Anchor, Meaning},
};

/// Both ends of a range of times of day.
pub(super) fn clocks(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let (end, first, first_told) = clocks::range_end(reader, at)?;
    if at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open) {
        return None;
    }
    let second = joint(reader, end).filter(|_| reader.lex(end) != Lex::Slash)?;
    let opened = reader.after_one_of(at, &["from", "between", "at", "in"]);
    if reader.is(end, &["and", "or"]) && !opened {
        return None;
    }
    let (until, last, last_told) = clocks::range_end(reader, second)?;
    let (phrase, dated) = clocks::dated(reader, second, until, last);
    let Meaning::Clock(dated_last, day) = &phrase.meaning else { return None };
    let last_told = last_told || dated_last.hour != last.hour;
    let minutes = (first.minute.is_some(), last.minute.is_some());
    let certain = match (first_told, last_told) {
        (_, true) => first_told || first.minute.is_some() || !may_be_minutes(reader, at, end, second),
        (true, false) => opened && closed(reader, phrase.end) || minutes.1,
        (false, false) => (minutes.0 && minutes.1 || opened && (minutes.0 || minutes.1)) && (opened || dated),
    };
    if !certain || !first_told && first.minute.is_none() && counted(reader, at) {
        return None;
    }
    let full = |clock: Clock| clock.hour > 12 || clock.hour == 0;
    let o_clock = |end: usize| reader.before(end).to_ascii_lowercase().ends_with("clock");
    let first_told = first_told && !o_clock(end) || full(first);
    let last_told = last_told && !o_clock(until) || full(*dated_last);
    let (first, last) = halves(first, first_told, *dated_last, last_told);
    // "from 9 p.m. to 5 a.m.": the second end lies in the next day.
    let over_night = !dated && minute_of(last) < minute_of(first);
    let next = || Box::new(Meaning::Shift(1, Unit::Day, Anchor::At(day.clone())));
    let day_of_last = if over_night { next() } else { day.clone() };
    let clock = |start, end, clock, day| Phrase {
        zone: phrase.zone,
        ..Phrase::new(start, end, phrase.kind, Meaning::Clock(clock, day))
    };
    Some([clock(at, end, first, day.clone()), clock(second, phrase.end, last, day_of_last)])
}

/// Whether "20 to 3 p.m." or "ten to noon" may be minutes before an hour.
fn may_be_minutes(reader: Reader<'_>, at: usize, end: usize, second: usize) -> bool {
    let number = matches!(reader.lex(at), Lex::Digits(13..=59, 2)) || matches!(reader.lex(second), Lex::Hour(_));
    number && reader.is(end, &["to"]) && !reader.after_one_of(at, &["from"])
}

/// Whether a number before the range makes the first hour the end of a longer figure: "$ 5", "up 3".
fn counted(reader: Reader<'_>, at: usize) -> bool {
    matches!(reader.before(at), "$" | "£" | "€" | "#")
}

/// Whether a bare hour at the end of a range counts nothing that follows.
fn closed(reader: Reader<'_>, at: usize) -> bool {
    at >= reader.atoms.len()
        || matches!(reader.lex(at), Lex::Dot | Lex::Comma)
        || reader.is(at, &["on", "in", "and", ")", ";", "!", "?"])
            && !matches!(reader.lex(at + 1), Lex::Unit(Unit::Day, _))
}

/// Minutes since the day's beginning.
fn minute_of(clock: Clock) -> u16 {
    u16::from(clock.hour) * 60 + u16::from(clock.minute.unwrap_or(0))
}

/// The two ends in 24 hours, as close together as what is told of them allows.
fn halves(first: Clock, first_told: bool, last: Clock, last_told: bool) -> (Clock, Clock) {
    let both = |clock: Clock| [Clock { hour: clock.hour % 12, ..clock }, Clock { hour: clock.hour % 12 + 12, ..clock }];
    match (first_told, last_told) {
        (true, false) => {
            let later = both(last).into_iter().find(|clock| minute_of(*clock) > minute_of(first));
            (first, later.unwrap_or(both(last)[0]))
        }
        (false, true) if first.hour <= 12 => {
            let earlier = both(first).into_iter().rev().find(|clock| minute_of(*clock) < minute_of(last));
            (earlier.unwrap_or(both(first)[1]), last)
        }
        (false, false) if minute_of(last) <= minute_of(first) && last.hour <= 12 => (first, both(last)[1]),
        _ => (first, last),
    }
}
