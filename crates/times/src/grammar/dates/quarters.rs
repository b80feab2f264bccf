//! Quarters of a year, by number or told from the one at hand.

use super::{following_year, held, sports::is_match};
use crate::{
    TimexKind,
    calendar::{Stamp, Unit},
    grammar::{Phrase, Reader, clocks, date, years},
    lexicon::Lex,
    meaning::{Anchor, Meaning, Name},
};

/// "the third quarter", "third-quarter", "the fourth quarter of 1998", "the 1997 second quarter", "Q3 2025".
pub(in crate::grammar) fn quarter(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = reader.skip_the(at);
    // "the third-quarter results": the article belongs to the noun.
    let at = if matches!(reader.lex(start + 1), Lex::Dash) { start } else { at };
    let fiscal = if reader.lex(start) == Lex::Fiscal { start + 1 } else { start };
    let (first, led) = years::any_year(reader, fiscal).map_or((fiscal, None), |(end, year)| (end, Some(year)));
    let first = if first > fiscal && reader.lex(first) == Lex::Dash && reader.glued(first) { first + 1 } else { first };
    let first = reader.skip(first, &["'s", "’s"]);
    let first = if reader.lex(first) == Lex::Fiscal { first + 1 } else { first };
    let (end, n) = quarter_number(reader, first)?;
    let year = led.map(|year| (end, year)).or_else(|| fiscal_or_year(reader, end));
    if let Some((end, year)) = year {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Quarter(year, n))));
    }
    let name = Name::Quarter(n);
    held(reader, at, end, name).or_else(|| (!is_match(reader, at)).then(|| Phrase::date(at, end, Meaning::Named(name))))
}

/// The year after a quarter: "1998", "of 1998", "of fiscal 1998".
pub(super) fn fiscal_or_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    // "3Q25".
    let short = || years::two_digits(reader, at).filter(|_| reader.glued(at));
    following_year(reader, at).or_else(short).or_else(|| {
        if reader.is(at, &["fy"]) {
            return years::fiscal_year(reader, at).and_then(|year| Some((year.end, year_of(&year.meaning)?)));
        }
        let start = reader.skip(at, &["of", "in"]);
        let start = reader.skip(start, &["its", "their"]);
        (reader.lex(start) == Lex::Fiscal).then(|| years::any_year(reader, reader.skip(start + 1, &["year"])))?
    })
}

fn year_of(meaning: &Meaning) -> Option<i16> {
    if let Meaning::At(stamp) = meaning { stamp.year() } else { None }
}

/// A season, quarter or half after a year's possessive: "(this year's) third quarter".
pub(in crate::grammar) fn of_year(reader: Reader<'_>, at: usize) -> Option<(usize, Name)> {
    if let Lex::Season(season, false) = reader.lex(at) {
        return Some((at + 1, Name::Season(season)));
    }
    if let (Lex::Ordinal(n @ 1..=2), Lex::Half) = (reader.lex(at), reader.lex(at + 1)) {
        return Some((at + 2, Name::Half(n as u8)));
    }
    quarter_number(reader, at).map(|(end, n)| (end, Name::Quarter(n)))
}

/// "the latest quarter", "the year-ago period", "the year-earlier quarter": quarters told from the one at hand.
pub(in crate::grammar) fn quarter_at_hand(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let mut next = reader.skip_the(at);
    let mut years = 0;
    let first = next;
    while next < first + 5 {
        if reader.is(next, &["year"]) && reader.lex(next + 1) == Lex::Dash && reader.is(next + 2, &["ago", "earlier"]) {
            (years, next) = (-1, next + 3);
        } else if reader.is(next, &["latest", "comparable", "corresponding", "same"]) {
            next += 1;
        } else {
            break;
        }
    }
    let named = reader.is(next, &["quarter", "period"]);
    let numbered = quarter_number(reader, next).filter(|_| years != 0);
    // "the same quarter" alone is the story's, not the one at hand.
    let told = next > first && !(reader.is(first, &["same"]) && next == first + 1);
    if !told || !named && numbered.is_none() {
        return None;
    }
    if let Some((end, n)) = numbered {
        let quarter = Name::Quarter(n);
        let year = Meaning::Shift(years, Unit::Year, Anchor::At(Box::new(Meaning::Named(quarter))));
        return Some(Phrase::date(at, end, Meaning::Within(quarter, Box::new(year))));
    }
    let meaning = match years {
        0 => Meaning::Shift(0, Unit::Quarter, Anchor::Context),
        _ => Meaning::YearsAway(years, Anchor::Context),
    };
    Some(Phrase::date(at, next + 1, meaning))
}

/// "the quarter (ended Sept. 30)", "the year (ended March 31)": the quarter that lies in the three months before the
/// day; the length of a year of accounts, which is no year of the calendar.
pub(in crate::grammar) fn accounts(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.skip_the(at);
    let word = if reader.lex(word) == Lex::Fiscal { word + 1 } else { word };
    let Lex::Unit(unit @ (Unit::Quarter | Unit::Year), false) = reader.lex(word) else { return None };
    if word == at || !reader.is(word + 1, &["ended", "ending", "to"]) || reader.lex(word + 2) == Lex::The {
        return None;
    }
    let last = date(reader, word + 2).filter(clocks::is_day)?;
    if unit == Unit::Year {
        return Some(Phrase::literal(at, word + 1, TimexKind::Duration, "P1Y"));
    }
    let middle = Meaning::Shift(-QUARTER_DAYS / 2, Unit::Day, Anchor::At(Box::new(last.meaning)));
    let quarter = Meaning::Shift(0, Unit::Quarter, Anchor::At(Box::new(middle)));
    Some(Phrase::date(at, word + 1, quarter))
}

/// Days of a quarter, roughly.
const QUARTER_DAYS: i32 = 90;

/// "third quarter", "third-quarter", "Q3", "3Q".
fn quarter_number(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    if let Lex::Digits(n @ 1..=4, 1) = reader.lex(at + 1)
        && reader.is(at, &["q"])
        && reader.glued(at + 1)
    {
        return Some((at + 2, n as u8));
    }
    if let Lex::Digits(n @ 1..=4, 1) = reader.lex(at)
        && reader.word(at + 1) == "Q"
        && reader.glued(at + 1)
    {
        return Some((at + 2, n as u8));
    }
    let Lex::Ordinal(n @ 1..=4) = reader.lex(at) else { return None };
    let next = if reader.lex(at + 1) == Lex::Dash { at + 2 } else { at + 1 };
    let next = if reader.lex(next) == Lex::Fiscal { next + 1 } else { next };
    (reader.lex(next) == Lex::Unit(Unit::Quarter, false)).then_some((next + 1, n as u8))
}
