//! Days, months and the other named periods of a year, one file per kind.

mod halves;
mod holidays;
mod months;
mod numeric;
mod quarters;
mod seasons;
mod sports;
mod stamped;
mod weeks;

pub(super) use self::{
    halves::half,
    holidays::holiday,
    months::{day_month, day_of_month, month, month_day},
    numeric::{iso, month_year, slashed},
    quarters::{accounts, of_year, quarter, quarter_at_hand},
    seasons::season,
    stamped::stamped,
    weeks::{week_of, weekday, weekday_of_week},
};
use super::{
    Phrase, Reader, Rule, amounts, date, longest, relative, rule,
    starts::{APOSTROPHE, CARDINAL, DECADE, DIGITS, ERA, FISCAL, MONTH, NUMBER, SEASON, STEP, THE, UNIT},
    years,
};
use crate::{
    calendar::Unit,
    lexicon::Lex,
    meaning::{Meaning, Name, Step},
};

/// Prepositions and the like after which a word that is also a name or a verb is a month or weekday.
const BEFORE_DATE: &[&str] = &[
    "in",
    "on",
    "since",
    "by",
    "until",
    "till",
    "from",
    "of",
    "during",
    "before",
    "after",
    "between",
    "to",
    "through",
    "throughout",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "every",
    "each",
    "for",
    "past",
    "previous",
    "following",
    "around",
    "about",
    "that",
    "and",
    "or",
    "(",
    "beginning",
    "end",
    "starting",
    "ending",
    "effective",
    "as",
    "coming",
];

/// A year after a month or a day: "1998", ", 1998", "of 1998", "'98".
fn following_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    let start = reader.skip(at, &[",", "of", "in"]);
    let start = if start == at && reader.lex(at) == Lex::Dash && reader.glued(at) { at + 1 } else { start };
    years::any_year(reader, start)
}

/// A wider period right after a narrower one: "(August) last year", "(March) of that year", "(the summer) of 1964".
fn outer_period(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = reader.skip(at, &["of", "in"]);
    match reader.lex(start) {
        Lex::Step(_) | Lex::The | Lex::Digits(..) | Lex::Apostrophe | Lex::Today(_) => {}
        Lex::Month(..) if start > at => {}
        Lex::Season(..) => {}
        _ => return None,
    }
    if start == at && matches!(reader.lex(at), Lex::The) && !matches!(reader.lex(at + 1), Lex::Step(_)) {
        return None;
    }
    let outer = longest(reader, start, OUTER.iter())?;
    (outer.end > start).then_some(outer)
}

/// Dates that may hold a narrower one.
const OUTER: &[Rule] = &[
    rule("step-unit", STEP | THE, relative::step_unit),
    rule("step-name", STEP | THE, relative::step_name),
    rule("the-unit", THE, relative::the_unit_any),
    rule("year", THE | UNIT | NUMBER, years::year),
    rule("year-named", APOSTROPHE | CARDINAL | ERA, years::named_year),
    rule("fiscal-year", THE | FISCAL | DIGITS | CARDINAL | APOSTROPHE, years::fiscal_year),
    rule("month", MONTH, month),
    rule("season", SEASON | THE, season),
    rule("decade", THE | DECADE | APOSTROPHE | CARDINAL, years::decade),
];

/// A name with the wider period after it, if one follows that is no mere name itself.
fn held(reader: Reader<'_>, at: usize, end: usize, name: Name) -> Option<Phrase> {
    let outer = outer_period(reader, end).filter(|outer| !matches!(outer.meaning, Meaning::Named(_)))?;
    Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))))
}

/// "the first week of May", "the last day of the year", "the third Wednesday in November", "day four of the trial" not.
pub(super) fn nth_of_period(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let first = reader.skip_the(at);
    let (end, n) = match reader.lex(first) {
        Lex::Step(Step::Last) => (first + 1, -1),
        _ if reader.is(first, &["final"]) => (first + 1, -1),
        _ => amounts::ordinal(reader, first).and_then(|(end, n)| Some((end, i8::try_from(n).ok()?)))?,
    };
    let preposition = reader.is(end + 1, &["of", "in"]);
    let outer = date(reader, if preposition { end + 2 } else { end + 1 })?;
    if !preposition && !matches!(outer.meaning, Meaning::Shift(..) | Meaning::Stepped(..)) {
        return None;
    }
    let inner = Box::new(outer.meaning.clone());
    match reader.lex(end) {
        Lex::Weekday(weekday, _) if (-1..=5).contains(&n) => {
            Some(Phrase::date(at, outer.end, Meaning::NthWeekday(n, weekday, inner)))
        }
        Lex::Unit(
            unit @ (Unit::Day | Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade),
            false,
        ) => Some(Phrase::date(at, outer.end, Meaning::NthUnit(n, unit, inner))),
        _ => None,
    }
}
