//! Ranges between two whole names: "from November 20 to December 11", "between May and July", "Monday to Friday".
//!
//! The second end is the first such period after the first end; a year that it has holds for both.

use super::{joint, on};
use crate::{
    calendar::{self, Stamp},
    grammar::{Phrase, Reader, dates, relative},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name},
};

/// Both ends, the first without a year of its own.
pub(super) fn names(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    if let Lex::Step(_) = reader.lex(at) {
        return stepped(reader, at);
    }
    let first = end(reader, at)?;
    let Meaning::Named(name) = first.meaning else { return None };
    let second = joint(reader, first.end)?;
    let listed = reader.is(first.end, &["and", "or", "&"]);
    if listed && !(reader.is(first.end, &["and"]) && reader.after_one_of(at, &["between"])) {
        return None;
    }
    let last = end(reader, second)?;
    match (name, &last.meaning) {
        (Name::Weekday(from), &Meaning::Named(Name::Weekday(to))) => {
            let first = Phrase { meaning: Meaning::WeekdayBefore(from, (7 + to - from) % 7), ..first };
            let meaning = Meaning::Stepped(1, Name::Weekday(to), Anchor::At(Box::new(first.meaning.clone())));
            Some([first, Phrase { meaning, ..last }])
        }
        (Name::Month(_), Meaning::Named(Name::Month(_))) | (Name::MonthDay(..), Meaning::Named(Name::MonthDay(..))) => {
            let Meaning::Named(until) = last.meaning else { return None };
            let meaning = Meaning::Stepped(1, until, Anchor::At(Box::new(first.meaning.clone())));
            Some([first, Phrase { meaning, ..last }])
        }
        (Name::MonthDay(month, day), Meaning::At(Stamp::Day(until))) => {
            let turn = (month, day) > (until.month().unsigned_abs(), until.day().unsigned_abs());
            let year = calendar::year_after(until.year(), if turn { -1 } else { 0 })?;
            Some([Phrase { meaning: on(month, day, Some(year))?, ..first }, last])
        }
        _ => None,
    }
}

/// "next Monday to Friday", "last Monday through Thursday".
fn stepped(reader: Reader<'_>, at: usize) -> Option<[Phrase; 2]> {
    let first = relative::step_name(reader, at)?;
    let Meaning::Stepped(_, Name::Weekday(_), _) = first.meaning else { return None };
    let second = joint(reader, first.end).filter(|_| !reader.is(first.end, &["and", "or", "&", "/"]))?;
    let last = dates::weekday(reader, second)?;
    let Meaning::Named(name @ Name::Weekday(_)) = last.meaning else { return None };
    let meaning = Meaning::Stepped(1, name, Anchor::At(Box::new(first.meaning.clone())));
    Some([first, Phrase { meaning, ..last }])
}

/// A month, a day of a month, or a weekday.
fn end(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let day = dates::month_day(reader, at).or_else(|| dates::day_month(reader, at));
    day.or_else(|| dates::month(reader, at)).or_else(|| dates::weekday(reader, at))
}
