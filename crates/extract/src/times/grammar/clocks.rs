//! Times of day.

use super::{Phrase, Reader, amounts, date};
use crate::times::{
    TimexKind,
    calendar::{Clock, DayPart, Unit},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Modifier, Step},
    zones,
};

/// "10 a.m.", "10:30", "22:15:30", "10.30pm", "noon", "9 o'clock", "1800 hours", with the day around them.
pub(super) fn clock(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, clock, certain) = figures(reader, at)?;
    let (end, clock) = part_after(reader, end, clock);
    let (end, zone) = zones::read(reader, end).map_or((end, None), |(end, zone)| (end, Some(zone)));
    let (end, day) = day_after(reader, end);
    if !certain && zone.is_none() && day.is_none() && !dated_before(reader, at) {
        return None;
    }
    let (end, zone) = zone.map_or_else(
        || zones::read(reader, end).map_or((end, None), |(end, zone)| (end, Some(zone))),
        |zone| (end, Some(zone)),
    );
    let day = day.unwrap_or(Meaning::SomeDay);
    Some(Phrase { zone, ..Phrase::new(at, end, TimexKind::Time, Meaning::Clock(clock, Box::new(day))) })
}

/// Whether a preposition of time stands before a bare "10:30".
fn dated_before(reader: Reader<'_>, at: usize) -> bool {
    reader.after_one_of(
        at,
        &[
            "at", "by", "until", "till", "from", "since", "after", "before", "around", "about", "to", "and", "between",
            "is",
        ],
    ) || matches!(reader.lex_before(at), Lex::Weekday(..) | Lex::Today(_) | Lex::Comma)
}

/// The time that figures (or "noon") write, and whether it can be nothing else.
pub(super) fn figures(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
    if let Lex::Hour(hour) = reader.lex(at) {
        let clock = Clock { hour: if hour == 0 { 24 } else { hour }, minute: None, second: None };
        return Some((at + 1, clock, true));
    }
    let start = if reader.lex(at) == Lex::Digits(12, 2) || reader.lex(at) == Lex::Cardinal(12) {
        reader.skip(at + 1, &["o'clock", "o’clock"])
    } else {
        at
    };
    if start > at + 1
        && let Lex::Hour(hour) = reader.lex(start)
    {
        return Some((start + 1, Clock { hour: if hour == 0 { 24 } else { hour }, minute: None, second: None }, true));
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
    if reader.is(end, &["o'clock", "o’clock"]) && minute.is_none() {
        return Some((end + 1, Clock { hour, minute, second }, true));
    }
    if digits == 0 {
        return in_part(reader, end).map(|_| (end, Clock { hour, minute, second }, false));
    }
    let sport = reader.glued(end)
        && matches!(reader.lex(end), Lex::Dot | Lex::Colon)
        && reader.glued(end + 1)
        && matches!(reader.lex(end + 1), Lex::Digits(..));
    if colon && !sport && (hour < 24 || minute == Some(0)) && !reader.is(end, &["-", "–"]) | !reader.glued(end) {
        let end = reader.skip(end, &["hrs", "hours", "h"]);
        return Some((end, Clock { hour, minute, second }, matches!(digits, 2)));
    }
    if minute.is_none() && in_part(reader, end).is_some() {
        return Some((end, Clock { hour, minute, second }, false));
    }
    None
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
fn minutes(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Colon | Lex::Dot, Lex::Digits(n @ 0..=59, 2)) if reader.glued(at) && reader.glued(at + 1) => {
            Some((at + 2, n as u8))
        }
        _ => None,
    }
}

/// "in the morning", "this afternoon", "at night", "tonight" after a time: where it ends and which part.
fn in_part(reader: Reader<'_>, at: usize) -> Option<(usize, DayPart)> {
    let the = if reader.is(at, &["in"]) && reader.lex(at + 1) == Lex::The { at + 2 } else { reader.skip(at, &["at"]) };
    match reader.lex(the) {
        Lex::Part(part, false) if the > at => Some((the + 1, part)),
        _ => None,
    }
}

/// Moves an hour into the part of the day that follows it: "8:30 in the evening" is 20:30.
fn part_after(reader: Reader<'_>, at: usize, clock: Clock) -> (usize, Clock) {
    match in_part(reader, at) {
        Some((end, part)) => (end, in_day_part(clock, part)),
        None => (at, clock),
    }
}

fn in_day_part(clock: Clock, part: DayPart) -> Clock {
    let hour = match (clock.hour, part) {
        (12, DayPart::Morning) => 0,
        (12, DayPart::Night | DayPart::Evening) => 24,
        (hour @ 1..=5, DayPart::Night) => hour,
        (hour @ 1..=11, part) if part.after_noon() => hour + 12,
        (hour, _) => hour,
    };
    Clock { hour, ..clock }
}

/// The day that follows a time: "on Friday", "Tuesday", ", May 5", "tomorrow", "last night".
fn day_after(reader: Reader<'_>, at: usize) -> (usize, Option<Meaning>) {
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
    match day {
        Some(day) if is_day(&day) => (day.end, Some(day.meaning)),
        _ => (at, None),
    }
}

/// Whether a phrase denotes one day.
pub(super) fn is_day(phrase: &Phrase) -> bool {
    use crate::times::{calendar::Stamp, meaning::Name};
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
    let day = super::dates::iso(reader, at)?;
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

/// "quarter past six", "ten minutes to three", "half past noon", "twenty after twelve".
pub(super) fn in_words(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = if reader.lex(at) == Lex::A { at + 1 } else { at };
    let (end, minutes) = match reader.lex(start) {
        Lex::Half => (start + 1, 30),
        Lex::Unit(Unit::Quarter, false) => (start + 1, 15),
        _ => amounts::cardinal(reader, start)?,
    };
    let minutes = u8::try_from(minutes).ok().filter(|m| (1..60).contains(m))?;
    let named = reader.is(end, &["minutes", "minute"]);
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
    let spelled = matches!(reader.lex(start), Lex::Half | Lex::Unit(..)) || named || !before && minutes >= 5;
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
        _ => part_after(reader, reader.skip(hour_end, &["o'clock", "o’clock"]), clock),
    };
    let (end, day) = day_after(reader, next);
    Some(Phrase::new(at, end, TimexKind::Time, Meaning::Clock(clock, Box::new(day.unwrap_or(Meaning::SomeDay)))))
}

/// "Tuesday morning", "this afternoon", "last night", "tonight", "the night of May 5", "tomorrow evening at 8",
/// "Friday at 8 p.m.".
pub(super) fn day_part(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let now = |days| Meaning::Shift(days, Unit::Day, Anchor::Now);
    let (end, part, day) = match (reader.lex(at), reader.lex(at + 1)) {
        (Lex::Tonight, _) => (at + 1, Some(DayPart::Night), now(0)),
        (Lex::Step(Step::This), Lex::Part(part, false)) => (at + 2, Some(part), now(0)),
        (Lex::Step(Step::Last), Lex::Part(part @ (DayPart::Night | DayPart::Evening), false)) => {
            (at + 2, Some(part), now(-1))
        }
        (Lex::Step(Step::That | Step::Same), Lex::Part(part, false)) => (at + 2, Some(part), Meaning::SomeDay),
        (Lex::The, Lex::Part(part, false)) => the_part(reader, at, part)?,
        (Lex::The, Lex::Step(step @ (Step::Next | Step::Following | Step::Previous | Step::Same))) => {
            match reader.lex(at + 2) {
                Lex::Part(part, false) => (at + 3, Some(part), Meaning::Shift(step.count(), Unit::Day, Anchor::Story)),
                _ => dated_part(reader, at)?,
            }
        }
        (Lex::Part(part, false), _) => bare_part(reader, at, part)?,
        (Lex::Phase(_), _) => return None,
        _ => dated_part(reader, at)?,
    };
    // A time of day may follow: "tomorrow evening at 8", "Friday, 8 p.m.".
    let next = reader.skip(end, &[",", "at", "around", "about"]);
    let next = reader.skip(next, &["at", "around", "about"]);
    let certain = |(_, _, certain): &(usize, Clock, bool)| *certain || next > end && reader.lex(end) != Lex::Comma;
    let bare = || bare_hour(reader, next).filter(|_| part.is_some() && reader.is(next - 1, &["at"]));
    if let Some((until, clock, _)) = figures(reader, next).filter(certain).or_else(bare) {
        let clock = part.map_or(clock, |part| in_day_part(clock, part));
        let (until, clock) = part_after(reader, until, clock);
        let (until, zone) = zones::read(reader, until).map_or((until, None), |(end, zone)| (end, Some(zone)));
        return Some(Phrase { zone, ..Phrase::new(at, until, TimexKind::Time, Meaning::Clock(clock, Box::new(day))) });
    }
    let part = part?;
    Some(Phrase::new(at, end, TimexKind::Time, Meaning::Part(part, Box::new(day))))
}

/// A bare hour, which only a part of the day before it makes a time: "(tonight at) 7".
fn bare_hour(reader: Reader<'_>, at: usize) -> Option<(usize, Clock, bool)> {
    let counted = matches!(reader.lex(at + 1), Lex::Other) && reader.word(at + 1).starts_with(char::is_alphanumeric);
    match reader.lex(at) {
        Lex::Digits(hour @ 1..=12, 1..=2) | Lex::Cardinal(hour @ 1..=12) if !counted => {
            Some((at + 1, Clock { hour: hour as u8, minute: None, second: None }, false))
        }
        _ => None,
    }
}

type DayAndPart = (usize, Option<DayPart>, Meaning);

/// "Tuesday morning", "May 5 evening", "Tuesday" before a time.
fn dated_part(reader: Reader<'_>, at: usize) -> Option<DayAndPart> {
    let day = date(reader, at).filter(is_day)?;
    let next = reader.skip(day.end, &["early", "late", "mid"]);
    let next = if next > day.end && reader.lex(next) == Lex::Dash { next + 1 } else { next };
    Some(match reader.lex(next) {
        Lex::Part(part, false) => (next + 1, Some(part), day.meaning),
        _ if reader.is(day.end, &["at"]) && reader.is(day.end + 1, &["night"]) => {
            (day.end + 2, Some(DayPart::Night), day.meaning)
        }
        _ => (day.end, None, day.meaning),
    })
}

/// "the morning of January 31", "the night" in a story.
fn the_part(reader: Reader<'_>, at: usize, part: DayPart) -> Option<DayAndPart> {
    if reader.is(at + 2, &["of"])
        && let Some(day) = date(reader, at + 3).filter(is_day)
    {
        return Some((day.end, Some(part), day.meaning));
    }
    if reader.is(at + 2, &["before"]) {
        return Some((at + 3, Some(part), Meaning::Shift(-1, Unit::Day, Anchor::Story)));
    }
    // "in the afternoon", "during the night" of the day spoken of.
    let dating = reader.after_one_of(at, &["in", "during", "through", "throughout", "by", "until"]);
    let next = reader.lex(at + 2) == Lex::Other && reader.is(at + 2, &["of", "-"]);
    (dating && !next).then_some((at + 2, Some(part), Meaning::SomeDay))
}

/// "morning" and its like without an article: "by dawn", "at sunset", "overnight".
fn bare_part(reader: Reader<'_>, at: usize, part: DayPart) -> Option<DayAndPart> {
    let dated = reader.after_one_of(at, &["at", "by", "until", "before", "after", "since", "around", "from", "till"]);
    let whole = reader.is(at, &["overnight"]) && !reader.capital(at);
    let adjective = reader.lex(at + 1) == Lex::Dash || reader.is(at, &["morning", "afternoon", "evening"]);
    (dated && !adjective || whole).then_some((at + 1, Some(part), Meaning::SomeDay))
}

/// "early Tuesday morning", "late last night", "early this morning", "late in the afternoon".
pub(super) fn modified_part(reader: Reader<'_>, at: usize, modifier: Modifier) -> Option<Phrase> {
    let start = reader.skip(at, &["in", "on"]);
    if let Some(phrase) = day_part(reader, start) {
        return Some(phrase.with(Some(modifier)));
    }
    let word = reader.skip_the(start);
    match reader.lex(word) {
        Lex::Part(part, false) => {
            let meaning = Meaning::Part(part, Box::new(Meaning::SomeDay));
            let (end, meaning) = match date(reader, reader.skip(word + 1, &["of", "on"])).filter(is_day) {
                Some(day) => (day.end, Meaning::Part(part, Box::new(day.meaning))),
                None => (word + 1, meaning),
            };
            Some(Phrase::new(at, end, TimexKind::Time, meaning).with(Some(modifier)))
        }
        _ => None,
    }
}
