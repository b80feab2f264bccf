//! Parts of a day, with the day and the time of day around them: "Tuesday morning", "tonight at 8".

use super::{
    figures::{bare_hour, figures},
    is_day,
};
use crate::{
    TimexKind,
    calendar::{Clock, DayPart, Unit},
    grammar::{Phrase, Reader, date},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Modifier, Step},
    zones,
};

/// "Tuesday morning", "this afternoon", "last night", "tonight", "the night of May 5", "tomorrow evening at 8",
/// "Friday at 8 p.m.".
pub(in crate::grammar) fn day_part(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, part, day) = day_and_part(reader, at)?;
    // A time of day may follow: "tomorrow evening at 8", "Friday, 8 p.m.".
    let next = reader.skip(end, &[",", "at", "around", "about"]);
    let next = reader.skip(next, &["at", "around", "about"]);
    let zoned = |at: usize| zones::read(reader, at).is_some();
    let certain = |(until, _, certain): &(usize, Clock, bool)| {
        *certain || zoned(*until) || next > end && reader.lex(end) != Lex::Comma
    };
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

type DayAndPart = (usize, Option<DayPart>, Meaning);

/// A day, the part of it that is named, and where both end.
fn day_and_part(reader: Reader<'_>, at: usize) -> Option<DayAndPart> {
    let now = |days| Meaning::Shift(days, Unit::Day, Anchor::Now);
    Some(match (reader.lex(at), reader.lex(at + 1)) {
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
    })
}

/// A part of a day that is named with its day: "last night", "tomorrow evening", "tonight".
pub(super) fn part_of_day(reader: Reader<'_>, at: usize) -> Option<(usize, DayPart, Meaning)> {
    let (end, part, day) = day_and_part(reader, at)?;
    Some((end, part?, day))
}

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
    // "(on the) morning of 5 May".
    if reader.is(at + 1, &["of"])
        && let Some(day) = date(reader, at + 2).filter(is_day)
    {
        return Some((day.end, Some(part), day.meaning));
    }
    let dated = reader.after_one_of(at, &["at", "by", "until", "before", "after", "since", "around", "from", "till"]);
    let whole = reader.is(at, &["overnight"]) && !reader.capital(at);
    let adjective = reader.lex(at + 1) == Lex::Dash || reader.is(at, &["morning", "afternoon", "evening"]);
    (dated && !adjective || whole).then_some((at + 1, Some(part), Meaning::SomeDay))
}

/// "early Tuesday morning", "late last night", "early this morning", "late in the afternoon".
pub(in crate::grammar) fn modified_part(reader: Reader<'_>, at: usize, modifier: Modifier) -> Option<Phrase> {
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

/// "in the morning", "this afternoon", "at night", "tonight" after a time: where it ends and which part.
pub(super) fn in_part(reader: Reader<'_>, at: usize) -> Option<(usize, DayPart)> {
    let the = if reader.is(at, &["in"]) && reader.lex(at + 1) == Lex::The { at + 2 } else { reader.skip(at, &["at"]) };
    match reader.lex(the) {
        Lex::Part(part, false) if the > at => Some((the + 1, part)),
        _ => None,
    }
}

/// Moves an hour into the part of the day that follows it: "8:30 in the evening" is 20:30.
pub(super) fn part_after(reader: Reader<'_>, at: usize, clock: Clock) -> (usize, Clock) {
    match in_part(reader, at) {
        Some((end, part)) => (end, in_day_part(clock, part)),
        None => (at, clock),
    }
}

pub(super) fn in_day_part(clock: Clock, part: DayPart) -> Clock {
    let hour = match (clock.hour, part) {
        (12, DayPart::Morning) => 0,
        (12, DayPart::Night | DayPart::Evening) => 24,
        (hour @ 1..=5, DayPart::Night) => hour,
        (hour @ 1..=11, part) if part.after_noon() => hour + 12,
        (hour, _) => hour,
    };
    Clock { hour, ..clock }
}
