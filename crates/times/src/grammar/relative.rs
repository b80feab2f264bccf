//! Dates told from where the reader stands in time: the day of writing, or the time the story has reached.

use super::{Phrase, Reader, dates, unit};
use crate::{
    calendar::Unit,
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name, Step},
};

/// "yesterday", "today", "tomorrow", "the day before yesterday", "tomorrow week".
pub(super) fn today(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = reader.skip_the(at);
    if let Lex::Today(days) = reader.lex(at) {
        return Some(Phrase::date(at, at + 1, Meaning::Shift(days.into(), Unit::Day, Anchor::Now)));
    }
    let step = match () {
        () if reader.is(start + 1, &["before"]) => -1,
        () if reader.is(start + 1, &["after"]) => 1,
        () => return None,
    };
    if let Some(phrase) = beyond(reader, at, start, step) {
        return Some(phrase);
    }
    match (reader.lex(start), reader.lex(start + 2)) {
        (Lex::Unit(Unit::Day, false), Lex::Today(days)) => {
            Some(Phrase::date(at, start + 3, Meaning::Shift(i32::from(days) + step, Unit::Day, Anchor::Now)))
        }
        // "the day after", "the year before", closed by a mark: the story's next or previous one.
        (Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), false), _) if start > at => {
            let closed = start + 2 >= reader.atoms.len() || matches!(reader.lex(start + 2), Lex::Dot | Lex::Comma);
            closed.then(|| Phrase::date(at, start + 2, Meaning::Shift(step, unit, Anchor::Story)))
        }
        _ => None,
    }
}

/// "the month after next", "the year before last": the next but one, the last but one.
fn beyond(reader: Reader<'_>, at: usize, start: usize, step: i32) -> Option<Phrase> {
    let Lex::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade), false) =
        reader.lex(start)
    else {
        return None;
    };
    let end = reader.skip_the(start + 2);
    let named = reader.is(end, &[if step > 0 { "next" } else { "last" }]);
    named.then(|| Phrase::date(at, end + 1, Meaning::Shift(2 * step, unit, Anchor::Now)))
}

/// A word that steps, after "the" or a possessive if there is one: gives its place and the step.
fn step(reader: Reader<'_>, at: usize) -> Option<(usize, Step)> {
    let the = reader.skip_the(at);
    let Lex::Step(step) = reader.lex(the) else { return None };
    if step == Step::Same && reader.lex(at) == Lex::Step(Step::That) {
        return None;
    }
    // "the last year" is a stretch that ends now, read as a duration; "the last week of May" is read elsewhere.
    (the == at
        || step == Step::Last && reader.lex(the + 1) == Lex::Unit(Unit::Quarter, false) && !reader.is(the + 2, &["of"])
        || matches!(step, Step::Previous | Step::Following | Step::Next | Step::Same | Step::Current | Step::Coming))
    .then_some((the + 1, step))
}

/// "last week", "this year", "next month", "the following day", "the same year", "that evening" not.
pub(super) fn step_unit(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (next, mut step) = step(reader, at)?;
    let mut next = next;
    if step == Step::This && reader.is(next, &["past", "coming", "current", "same"]) {
        step = if reader.is(next, &["past"]) {
            Step::Last
        } else if reader.is(next, &["coming"]) {
            Step::Next
        } else {
            Step::This
        };
        next += 1;
    } else if matches!(step, Step::That | Step::This) && reader.is(next, &["very", "same"]) {
        next += 1;
    }
    let fiscal = reader.lex(next) == Lex::Fiscal || reader.is(next, &["calendar", "school"]);
    let next = if fiscal { next + 1 } else { next };
    let (unit, plural) = unit(reader, next)?;
    if plural || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Season) {
        return None;
    }
    // "the next day", "the next week" in a story follow what it told; "next week" follows the day of writing.
    let anchor = match step {
        Step::Next if reader.lex(at) == Lex::The => Anchor::Story,
        step => step.anchor(),
    };
    if unit == Unit::Day && anchor == Anchor::Now && !matches!(step, Step::Next | Step::This) {
        return None;
    }
    if unit == Unit::Day && step == Step::Next && reader.lex(at) != Lex::The {
        return Some(Phrase::date(at, next + 1, Meaning::Shift(1, unit, Anchor::Story)));
    }
    let end = reader.skip(next + 1, &["'s", "’s"]);
    // "this year's summer": the season of that year.
    if end > next + 1
        && let Some((end, name)) = dates::of_year(reader, end)
    {
        let year = Meaning::Shift(step.count(), unit, anchor);
        return Some(Phrase::date(at, end, Meaning::Within(name, Box::new(year))));
    }
    Some(Phrase::date(at, next + 1, Meaning::Shift(step.count(), unit, anchor)))
}

/// "last March", "next Tuesday", "this summer", "the previous Friday", "that winter", "the year-ago quarter" not.
pub(super) fn step_name(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (next, step) = step(reader, at)?;
    let (next, step) = match step {
        Step::This if reader.is(next, &["past"]) => (next + 1, Step::Last),
        Step::This if reader.is(next, &["coming"]) => (next + 1, Step::Next),
        _ => (next, step),
    };
    let (end, name) = match reader.lex(next) {
        Lex::Month(month, short) => {
            if !reader.capital(next) {
                return None;
            }
            let dotted = short && reader.is(next + 1, &["."]) && reader.glued(next + 1);
            let end = next + 1 + usize::from(dotted);
            match reader.lex(end) {
                Lex::Digits(day @ 1..=31, 1..=2) | Lex::Ordinal(day @ 1..=31) => {
                    (end + 1, Name::MonthDay(month, u8::try_from(day).ok()?))
                }
                _ => (end, Name::Month(month)),
            }
        }
        // "this Sunday, March 8": the date says more than the step.
        Lex::Weekday(_, short) if (reader.capital(next) || !short) && step != Step::That => {
            let dated = dates::month_day(reader, next).or_else(|| dates::day_month(reader, next));
            match dated {
                Some(day) if reader.lex(next + 1) != Lex::Dash => return Some(day.from(at)),
                _ => weekday_name(reader, next)?,
            }
        }
        Lex::Weekday(..) if reader.capital(next) => weekday_name(reader, next)?,
        Lex::Season(season, false) => (next + 1, Name::Season(season)),
        Lex::Holiday => match dates::holiday(reader, next)?.meaning {
            Meaning::Named(name) => (dates::holiday(reader, next)?.end, name),
            _ => return None,
        },
        _ => return None,
    };
    let anchor = if step == Step::Next && reader.lex(at) == Lex::The { Anchor::Story } else { step.anchor() };
    Some(Phrase::date(at, end, Meaning::Stepped(step.count(), name, anchor)))
}

/// A weekday; "that Sun" is a company or a newspaper.
fn weekday_name(reader: Reader<'_>, at: usize) -> Option<(usize, Name)> {
    match reader.lex(at) {
        Lex::Weekday(weekday, short) if !(short && reader.is(at, &["sun", "sat", "wed", "mon"])) => {
            Some((at + 1, Name::Weekday(weekday)))
        }
        _ => None,
    }
}

/// "the year", "the quarter", "the month", "the weekend" in a phrase that dates something.
pub(super) fn the_unit(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    // "for the full year": the year under way, in a report that told a part of it.
    if reader.is(at + 1, &["full"]) && reader.is(at + 2, &["year"]) && reader.after_one_of(at, &["for", "in", "over"]) {
        return Some(Phrase::date(at, at + 3, Meaning::Shift(0, Unit::Year, Anchor::Context)));
    }
    let phrase = the_unit_any(reader, at)?;
    let Meaning::Shift(_, unit, _) = phrase.meaning else { return None };
    let dating = match unit {
        Unit::Weekend => ["over", "during", "for", "on", "at", "through", "throughout", "of"].as_slice(),
        Unit::Year | Unit::Quarter | Unit::Month | Unit::Week => {
            &["in", "for", "during", "of", "throughout", "through", "by"]
        }
        _ => return None,
    };
    let counted = reader.is(
        phrase.end,
        &["of", "in", "when", "that", "to", "before", "after", "ago", "earlier", "-", "ended", "ending"],
    ) || matches!(reader.lex(phrase.end), Lex::Digits(..));
    // "Player of the Year", "book of the month": a title, where no part of the period is named.
    let title = reader.capital(at + 1) || reader.after_one_of(at, &["of"]) && !reader.after_one_of(at - 1, PARTS);
    (reader.after_one_of(at, dating) && !counted && !(title && unit != Unit::Weekend)).then_some(phrase)
}

/// Words before "of the year" that name a part of it.
const PARTS: &[&str] = &[
    "end",
    "rest",
    "remainder",
    "part",
    "most",
    "much",
    "course",
    "half",
    "quarter",
    "quarters",
    "days",
    "weeks",
    "months",
    "month",
    "third",
    "thirds",
    "portion",
    "balance",
    "beginning",
    "start",
    "bulk",
    "middle",
    "time",
    "all",
    "each",
    "many",
    "close",
];

/// "the year", "the month" wherever they stand; for use inside other rules.
pub(super) fn the_unit_any(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    match (reader.lex(at), reader.lex(at + 1)) {
        (
            Lex::The,
            Lex::Unit(
                unit @ (Unit::Week
                | Unit::Weekend
                | Unit::Month
                | Unit::Quarter
                | Unit::Year
                | Unit::Decade
                | Unit::Century),
                false,
            ),
        ) => Some(Phrase::date(at, at + 2, Meaning::Shift(0, unit, Anchor::Context))),
        _ => None,
    }
}

/// "that day", "the same time", "that time", "this time", "the day" that the story speaks of.
pub(super) fn same_time(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let the = reader.skip_the(at);
    let same = match reader.lex(the) {
        Lex::Step(Step::Same) if the > at => reader.is(the + 1, &["day", "moment", "time"]),
        Lex::Step(Step::That) => reader.is(the + 1, &["day", "moment", "time"]) && reader.is(the, &["that"]),
        _ => false,
    };
    // "at the same time" compares; only the day is a date.
    let day = reader.is(the + 1, &["day"]);
    let time = reader.is(the + 1, &["time", "moment"])
        && reader.lex(the) == Lex::Step(Step::That)
        && reader.after_one_of(at, &["at", "by", "since", "from", "until", "before", "after", "around", "during"]);
    // "later in the day".
    let within = at > 1
        && reader.lex(at) == Lex::The
        && reader.lex(at + 1) == Lex::Unit(Unit::Day, false)
        && reader.is(at - 1, &["in"])
        && matches!(reader.lex(at - 2), Lex::Phase(_));
    if within {
        return Some(Phrase::date(at, at + 2, Meaning::SomeDay));
    }
    if !same || !(day || time) {
        return None;
    }
    let told = Meaning::Shift(0, Unit::Day, Anchor::Story);
    Some(Phrase::date(at, the + 2, if day { told } else { Meaning::Unknown }))
}
