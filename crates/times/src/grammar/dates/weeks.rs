//! Weekdays and weeks: "Tuesday the 14th", "Saturday last week", "the week of March 6".

use super::{held, months::day_number};
use crate::{
    TimexKind,
    calendar::Unit,
    grammar::{Phrase, Reader, clocks, date, relative},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name, Step},
};

/// "Tuesday", "Tuesday the 14th", "Saturday last week", "Tuesday next".
pub(in crate::grammar) fn weekday(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Weekday(weekday, short) = reader.lex(at) else { return None };
    let dotted = short && reader.glued(at + 1);
    let end = if dotted { reader.skip(at + 1, &["."]) } else { at + 1 };
    if short && !short_is_weekday(reader, at, end) {
        return None;
    }
    let ordinal = reader.skip_the(end);
    if matches!(reader.lex(ordinal), Lex::Ordinal(_) | Lex::Cardinal(_))
        && let Some((end, day)) = day_number(reader, ordinal)
    {
        return Some(Phrase::date(at, end, Meaning::Named(Name::WeekdayDay(weekday, day))));
    }
    let of = reader.skip(end, &["of"]);
    if let Lex::Step(_) = reader.lex(reader.skip_the(of))
        && let Some(week) = relative::step_unit(reader, of).filter(|p| is_week(&p.meaning))
    {
        return Some(Phrase::date(at, week.end, Meaning::Within(Name::Weekday(weekday), Box::new(week.meaning))));
    }
    // "Monday and Tuesday of last week": the week holds for both.
    if reader.is(end, &["and", "or"])
        && let Lex::Weekday(..) = reader.lex(end + 1)
        && reader.is(end + 2, &["of"])
        && let Some(week) = relative::step_unit(reader, end + 3).filter(|p| is_week(&p.meaning))
    {
        return Some(Phrase::date(at, end, Meaning::Within(Name::Weekday(weekday), Box::new(week.meaning))));
    }
    // "Friday after next".
    if reader.is(end, &["after"]) && reader.is(end + 1, &["next"]) && closes(reader, end + 2) {
        let next = Box::new(Meaning::Stepped(1, Name::Weekday(weekday), Anchor::Now));
        return Some(Phrase::date(at, end + 2, Meaning::Shift(7, Unit::Day, Anchor::At(next))));
    }
    // "Tuesday last", "Friday next".
    if let Lex::Step(step @ (Step::Last | Step::Next)) = reader.lex(end)
        && closes(reader, end + 1)
    {
        let stepped = Meaning::Stepped(step.count(), Name::Weekday(weekday), step.anchor());
        return Some(Phrase::date(at, end + 1, stepped));
    }
    // "on a Monday": any such day.
    if at > 1 && reader.is(at - 1, &["a", "any"]) && reader.is(at - 2, &["on"]) {
        return Some(Phrase::literal(at, end, TimexKind::Date, format!("XXXX-WXX-{weekday}")));
    }
    Some(Phrase::date(at, end, Meaning::Named(Name::Weekday(weekday))))
}

/// Whether an abbreviation is a weekday: "Sun", "Sat", "Wed", "Mon" are words and newspapers otherwise.
fn short_is_weekday(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let comma = reader.skip(end, &[","]);
    let dated = matches!(reader.lex(comma), Lex::Digits(..) | Lex::Ordinal(_) | Lex::Month(..) | Lex::Part(..));
    let word = reader.is(at, &["sun", "sat", "wed", "mon", "tue"]);
    let dating = !word && reader.after_one_of(at, &["on", "next", "last", "this", "until", "by"]);
    reader.capital(at) && (dated || dating)
}

/// Whether a mark stands at a place, or nothing more.
fn closes(reader: Reader<'_>, at: usize) -> bool {
    matches!(reader.lex(at), Lex::Dot | Lex::Comma | Lex::Other) && reader.word(at).len() < 2 && !reader.capital(at)
}

/// "next week Wednesday", "last week on Tuesday".
pub(in crate::grammar) fn weekday_of_week(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Step(_) = reader.lex(at) else { return None };
    let week = relative::step_unit(reader, at).filter(|p| is_week(&p.meaning))?;
    let next = reader.skip(reader.skip(week.end, &[","]), &["on"]);
    let Lex::Weekday(weekday, _) = reader.lex(next) else { return None };
    if reader.lex(week.end) == Lex::Comma && next == week.end + 1 {
        return None;
    }
    Some(Phrase::date(at, next + 1, Meaning::Within(Name::Weekday(weekday), Box::new(week.meaning))))
}

fn is_week(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Shift(_, Unit::Week | Unit::Weekend, _))
}

/// "the week of March 6", "the weekend of 5 May", "week 31", "week 3 of 2027".
pub(in crate::grammar) fn week_of(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.skip_the(at);
    let Lex::Unit(unit @ (Unit::Week | Unit::Weekend), false) = reader.lex(word) else { return None };
    let counted = reader.after_one_of(at, &["a", "per"]);
    if let (Lex::Digits(week @ 1..=53, 1..=2), Unit::Week, false) = (reader.lex(word + 1), unit, counted) {
        let name = Name::Week(week as u8);
        let held = held(reader, at, word + 2, name);
        return Some(held.unwrap_or_else(|| Phrase::date(at, word + 2, Meaning::Named(name))));
    }
    if !reader.is(word + 1, &["of", "beginning", "starting", "ending"]) {
        return None;
    }
    let day = date(reader, reader.skip(word + 2, &["on"])).filter(clocks::is_day)?;
    Some(Phrase::date(at, day.end, Meaning::Shift(0, unit, Anchor::At(Box::new(day.meaning)))))
}
