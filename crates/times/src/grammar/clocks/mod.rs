//! Times of day.

mod figures;
mod parts;

use self::{
    figures::{O_CLOCK, minutes},
    parts::part_after,
};
pub(super) use self::{
    figures::{figures, range_end},
    parts::{day_part, modified_part},
};
use super::{Phrase, Reader, amounts, date, dates};
use crate::{
    TimexKind,
    calendar::{self, Clock, Stamp, Unit},
    lexicon::Lex,
    meaning::{Meaning, Name},
    zones,
};

/// "10 a.m.", "10:30", "22:15:30", "10.30pm", "noon", "9 o'clock", "1800 hours", with the day around them.
pub(super) fn clock(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, clock, certain) = figures(reader, at)?;
    let (phrase, dated) = dated(reader, at, end, clock);
    let marked = dated
        || reader.after_one_of(at, &["at", "until", "till", "from", "since"])
        || matches!(reader.lex_before(at), Lex::Weekday(..) | Lex::Today(_));
    let result = !marked && clock.minute.is_some() && is_figures(reader, at, end) && is_race(reader, at, clock);
    (!result && (certain || dated || dated_before(reader, at))).then_some(phrase)
}

/// Whether a time is written as figures and colons alone.
fn is_figures(reader: Reader<'_>, at: usize, end: usize) -> bool {
    (at..end).all(|at| matches!(reader.lex(at), Lex::Digits(..) | Lex::Colon | Lex::Dot))
}

/// Words around the times and scores of races and matches.
const RACE_WORDS: &[&str] = &[
    "marathon",
    "half-marathon",
    "lap",
    "laps",
    "gap",
    "record",
    "split",
    "stage",
    "relay",
    "race",
    "ran",
    "runs",
    "clocked",
    "clocking",
    "seconds",
    "sprint",
    "swim",
    "swam",
    "heat",
    "heats",
    "runner",
    "runner-up",
    "winner",
    "winning",
    "margin",
    "best",
    "pole",
    "metres",
    "meters",
    "won",
    "win",
    "wins",
    "beat",
    "beats",
    "set",
    "sets",
    "finished",
    "finish",
    "finishing",
    "rode",
    "rider",
    "medley",
    "freestyle",
    "steeplechase",
    "triathlon",
    "behind",
    "ahead",
    "silver",
    "gold",
    "bronze",
    "qualified",
    "lost",
];

/// Atoms on either side of a time that tell of a race.
const RACE_WINDOW: usize = 12;

/// Whether figures that nothing marks as a time of day are the time of a race, as those with an hour of one digit and
/// seconds are, or the score of a set.
fn is_race(reader: Reader<'_>, at: usize, clock: Clock) -> bool {
    let last = reader.atoms.len().min(at + RACE_WINDOW);
    clock.second.is_some() && reader.word(at).len() == 1
        || (at.saturating_sub(RACE_WINDOW)..last).any(|near| reader.is(near, RACE_WORDS))
}

/// A time of day that ends at `end`, with the part of the day, the day and the zone after it, and whether any of the
/// latter two follows.
pub(super) fn dated(reader: Reader<'_>, at: usize, end: usize, clock: Clock) -> (Phrase, bool) {
    let (end, clock) = part_after(reader, end, clock);
    let (end, mut zone) = zones::read(reader, end).map_or((end, None), |(end, zone)| (end, Some(zone)));
    let (mut end, clock, day) = day_after(reader, end, clock);
    if zone.is_none()
        && let Some((until, minutes)) = zones::read(reader, end)
    {
        (end, zone) = (until, Some(minutes));
    }
    let dated = zone.is_some() || day.is_some();
    let day = Box::new(day.unwrap_or(Meaning::SomeDay));
    (Phrase { zone, ..Phrase::new(at, end, TimexKind::Time, Meaning::Clock(clock, day)) }, dated)
}

/// Whether a preposition of time stands before a bare "10:30".
fn dated_before(reader: Reader<'_>, at: usize) -> bool {
    reader.after_one_of(
        at,
        &[
            "at", "by", "until", "till", "from", "since", "after", "before", "around", "about", "to", "and", "between",
            "is", "was", "'s", "’s",
        ],
    ) || at == 0
        || matches!(reader.lex_before(at), Lex::Weekday(..) | Lex::Today(_) | Lex::Comma)
}

/// The day that follows a time, with its part if one is named: "on Friday", "Tuesday", ", May 5", "tomorrow",
/// "last night", "tomorrow evening".
fn day_after(reader: Reader<'_>, at: usize, clock: Clock) -> (usize, Clock, Option<Meaning>) {
    let start = reader.skip(reader.skip(at, &[",", "local"]), &["time"]);
    let start = reader.skip(reader.skip(start, &[","]), &["on", "of"]);
    let day = match reader.lex(start) {
        Lex::Weekday(..)
        | Lex::Month(..)
        | Lex::Today(_)
        | Lex::Digits(..)
        | Lex::The
        | Lex::Ordinal(_)
        | Lex::Step(_)
        | Lex::Holiday => date(reader, start),
        _ => None,
    };
    let part = matches!(reader.lex(start), Lex::Step(_) | Lex::Today(_) | Lex::Tonight | Lex::Weekday(..))
        .then(|| parts::part_of_day(reader, start))
        .flatten();
    match (part, day) {
        (Some((end, part, day)), _) => (end, parts::in_day_part(clock, part), Some(day)),
        (None, Some(day)) if is_day(&day) => (day.end, clock, Some(day.meaning)),
        _ => (at, clock, weekday_after_bracket(reader, at)),
    }
}

/// Most atoms from a time to the end of the bracket that tells it in another zone.
const BRACKET_ATOMS_MAX: usize = 8;

/// The weekday after a bracket: "at 03:42 (0142 GMT) on Tuesday", seen from the time before it or from the one in it.
fn weekday_after_bracket(reader: Reader<'_>, at: usize) -> Option<Meaning> {
    let local = reader.skip(reader.skip(at, &["local"]), &["time"]);
    let opens = reader.lex(local) == Lex::Open && matches!(reader.lex(local + 1), Lex::Digits(..));
    let close = if opens {
        (local + 1..local + BRACKET_ATOMS_MAX).find(|&end| reader.is(end, &[")"]))?
    } else {
        (local == at && reader.is(at, &[")"])).then_some(at)?
    };
    let next = reader.skip(close + 1, &["on"]);
    let Lex::Weekday(..) = reader.lex(next) else { return None };
    date(reader, next).filter(is_day).map(|day| day.meaning)
}

/// Whether a phrase denotes one day.
pub(super) fn is_day(phrase: &Phrase) -> bool {
    match &phrase.meaning {
        Meaning::At(stamp) => matches!(stamp, Stamp::Day(_)),
        Meaning::Named(name) | Meaning::Within(name, _) | Meaning::Stepped(_, name, _) => {
            !matches!(name, Name::Month(_) | Name::Season(_) | Name::Quarter(_) | Name::Half(_) | Name::Decade(_))
        }
        Meaning::Shift(_, unit, _) => *unit == Unit::Day,
        Meaning::Slashed(..) | Meaning::SomeDay => true,
        Meaning::NthWeekday(..) => true,
        _ => false,
    }
}

/// "2004-03-04T18:32:56", with or without its offset.
pub(super) fn iso(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let day = dates::iso(reader, at)?;
    if !reader.is(day.end, &["T"]) || !reader.glued(day.end) || !reader.glued(day.end + 1) {
        return None;
    }
    let Lex::Digits(hour @ 0..=24, 2) = reader.lex(day.end + 1) else { return None };
    let hour = hour as u8;
    let (end, minute) = minutes(reader, day.end + 2).map_or((day.end + 2, None), |(end, n)| (end, Some(n)));
    let (end, second) =
        minutes(reader, end).filter(|_| minute.is_some()).map_or((end, None), |(end, n)| (end, Some(n)));
    let (end, zone) = zones::iso_offset(reader, end)
        .or_else(|| zones::read(reader, end))
        .map_or((end, None), |(end, zone)| (end, Some(zone)));
    let meaning = Meaning::Clock(Clock { hour, minute, second }, Box::new(day.meaning));
    Some(Phrase { zone, ..Phrase::new(at, end, TimexKind::Time, meaning) })
}

/// "Tue Nov 29 05:36:23 2026", "Nov 29 05:36:23 UTC 2026": a stamp as logs and mail write it.
pub(super) fn stamp(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let day = dates::month_day(reader, at)?;
    let Meaning::Named(Name::MonthDay(month, number)) = day.meaning else { return None };
    let (end, clock, _) = figures(reader, day.end).filter(|(_, clock, _)| clock.second.is_some())?;
    let (end, zone) = zones::read(reader, end).map_or((end, None), |(end, zone)| (end, Some(zone)));
    let Lex::Digits(year @ 1900..=2100, 4) = reader.lex(end) else { return None };
    let day = calendar::date(i16::try_from(year).ok()?, month, number)?;
    let meaning = Meaning::Clock(clock, Box::new(Meaning::At(Stamp::Day(day))));
    Some(Phrase { zone, ..Phrase::new(at, end + 1, TimexKind::Time, meaning) })
}

/// "quarter past six", "ten minutes to three", "half past noon", "twenty after twelve".
pub(super) fn in_words(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = if reader.lex(at) == Lex::A { at + 1 } else { at };
    let (end, minutes) = match reader.lex(start) {
        Lex::Half => (start + 1, 30),
        Lex::Unit(Unit::Quarter, false) => (start + 1, 15),
        _ => amounts::cardinal(reader, start)?,
    };
    let minutes = u8::try_from(minutes).ok().filter(|m| (1..60).contains(m))?;
    let named = reader.is(end, &["minutes", "minute", "mins", "min"]);
    let end = if named { end + 1 } else { end };
    let before = match () {
        () if reader.is(end, &["to", "before", "of", "till"]) => true,
        () if reader.is(end, &["past", "after"]) => false,
        () => return None,
    };
    let (hour_end, hour) = match reader.lex(end + 1) {
        Lex::Hour(hour) => (end + 2, hour),
        Lex::Digits(n @ 1..=12, 1..=2) | Lex::Cardinal(n @ 1..=12) => (end + 2, n as u8),
        _ => return None,
    };
    // "two to three", "10 of 12": a fraction or a range unless the minutes say so.
    let spelled = matches!(reader.lex(start), Lex::Half | Lex::Unit(..))
        || named
        || matches!(reader.lex(end + 1), Lex::Hour(_))
        || !before && minutes >= 5;
    let counted = matches!(reader.lex(hour_end), Lex::Unit(..) | Lex::Scale(_))
        || reader.glued(hour_end) && reader.lex(hour_end) == Lex::Comma;
    if !spelled || counted || reader.is(end, &["of"]) && !named {
        return None;
    }
    let clock = if before {
        Clock { hour: (hour + 23) % 24, minute: Some(60 - minutes), second: None }
    } else {
        Clock { hour: hour % 24, minute: Some(minutes), second: None }
    };
    let (next, clock) = match reader.lex(hour_end) {
        Lex::Meridiem(add) => (hour_end + 1, Clock { hour: clock.hour % 12 + add, ..clock }),
        _ => part_after(reader, reader.skip(hour_end, O_CLOCK), clock),
    };
    Some(dated(reader, at, next, clock).0)
}
