//! Days, months and the other named periods of a year.

use super::{
    Phrase, Reader, Rule, amounts, date, rule,
    starts::{APOSTROPHE, CARDINAL, DECADE, DIGITS, ERA, FISCAL, MONTH, NUMBER, SEASON, STEP, THE, UNIT},
    unit, years,
};
use crate::times::{
    calendar::{self, Season, Stamp, Unit},
    holidays,
    lexicon::Lex,
    meaning::{Meaning, Name},
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
    "following",
    "coming",
];

/// "2025-08-24", "2025/08/24", "2025-08", "20250824".
pub(super) fn iso(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open | Lex::Apostrophe) {
        return None;
    }
    match reader.lex(at) {
        Lex::Digits(value, 8) => {
            let year = i16::try_from(value / 10_000).ok().filter(|y| (1900..2100).contains(y))?;
            let (month, day) = (value / 100 % 100, value % 100);
            let day = calendar::date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
            Some(Phrase::date(at, at + 1, Meaning::At(Stamp::Day(day))))
        }
        Lex::Digits(year, 4) => {
            let year = i16::try_from(year).ok()?;
            let (end, month) = separated(reader, at + 1)?;
            let month = u8::try_from(month).ok()?;
            if let Some((end, day)) = separated(reader, end)
                && reader.lex(at + 1) == reader.lex(at + 3)
            {
                let day = calendar::date(year, month, u8::try_from(day).ok()?)?;
                return Some(Phrase::date(at, end, Meaning::At(Stamp::Day(day))));
            }
            let two_digits = matches!(reader.lex(at + 2), Lex::Digits(_, 2));
            let open = reader.lex(at + 1) == Lex::Dash && !reader.glued(end);
            // "2004-05" is a season or a fiscal year unless nothing says so; a year's last digits run upwards.
            let range = u32::from(month) == u32::try_from(year % 100).ok()? + 1;
            (two_digits && open && !range && (1..=12).contains(&month) && year >= 1900)
                .then(|| Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))))
        }
        _ => None,
    }
}

/// "11/2016": month and year.
pub(super) fn month_year(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Digits(month @ 1..=12, 1..=2) = reader.lex(at) else { return None };
    let Lex::Digits(year @ 1900..=2099, 4) = reader.lex(at + 2) else { return None };
    let touched = at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open | Lex::Apostrophe);
    if touched || reader.lex(at + 1) != Lex::Slash || !reader.glued(at + 1) || !reader.glued(at + 2) {
        return None;
    }
    Some(Phrase::date(at, at + 3, Meaning::At(Stamp::Month(i16::try_from(year).ok()?, month as u8))))
}

/// "the week of March 6", "the weekend of 5 May", "week 31".
pub(super) fn week_of(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.skip_the(at);
    let Lex::Unit(unit @ (Unit::Week | Unit::Weekend), false) = reader.lex(word) else { return None };
    if let (Lex::Digits(week @ 1..=53, 1..=2), Unit::Week, false) =
        (reader.lex(word + 1), unit, reader.after_one_of(at, &["a", "per"]))
    {
        return Some(Phrase::date(at, word + 2, Meaning::Named(Name::Week(week as u8))));
    }
    // "the week after next", "the weekend before last".
    let step = match () {
        () if reader.is(word + 1, &["after"]) => 2,
        () if reader.is(word + 1, &["before"]) => -2,
        () => 0,
    };
    if step != 0 {
        let next = reader.skip_the(word + 2);
        let fits = reader.is(next, if step > 0 { &["next"] } else { &["last"] });
        return fits
            .then(|| Phrase::date(at, next + 1, Meaning::Shift(step, unit, crate::times::meaning::Anchor::Now)));
    }
    if !reader.is(word + 1, &["of", "beginning", "starting", "ending"]) {
        return None;
    }
    let day = date(reader, reader.skip(word + 2, &["on"])).filter(super::clocks::is_day)?;
    let anchor = crate::times::meaning::Anchor::At(Box::new(day.meaning));
    Some(Phrase::date(at, day.end, Meaning::Shift(0, unit, anchor)))
}

/// "next week Wednesday", "last week on Tuesday".
pub(super) fn weekday_of_week(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Step(_) = reader.lex(at) else { return None };
    let week = super::relative::step_unit(reader, at).filter(|p| is_week(&p.meaning))?;
    let next = reader.skip(reader.skip(week.end, &[","]), &["on"]);
    let Lex::Weekday(weekday, _) = reader.lex(next) else { return None };
    if reader.lex(week.end) == Lex::Comma && next == week.end + 1 {
        return None;
    }
    Some(Phrase::date(at, next + 1, Meaning::Within(Name::Weekday(weekday), Box::new(week.meaning))))
}

/// A separator and one or two digits, all glued.
fn separated(reader: Reader<'_>, at: usize) -> Option<(usize, u32)> {
    let separator = matches!(reader.lex(at), Lex::Dash | Lex::Slash | Lex::Dot);
    match reader.lex(at + 1) {
        Lex::Digits(n, 1..=2) if separator && reader.glued(at) && reader.glued(at + 1) => Some((at + 2, n)),
        _ => None,
    }
}

/// "24/08/2025", "8/24/25", "24.8.2025", "7-16-2010"; the order of day and month is decided by evidence later.
pub(super) fn slashed(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Digits(first, 1..=2) = reader.lex(at) else { return None };
    if at > 0 && reader.glued(at) && !matches!(reader.lex(at - 1), Lex::Open | Lex::Apostrophe) {
        return None;
    }
    let (end, second) = separated(reader, at + 1)?;
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    let third = reader.lex(end) == reader.lex(at + 1) && reader.glued(end) && reader.glued(end + 1);
    let year = match reader.lex(end + 1) {
        Lex::Digits(year, 4) if third && (1000..3000).contains(&year) => i16::try_from(year).ok(),
        Lex::Digits(year, 2) if third => Some(years::century_of(year)),
        _ => None,
    };
    let end = if year.is_some() { end + 2 } else { end };
    if reader.glued(end) && !matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::Other | Lex::Apostrophe) {
        return None;
    }
    let possible = |month: u8, day: u8| calendar::date(year.unwrap_or(2000), month, day).is_some();
    if !possible(first, second) && !possible(second, first) {
        return None;
    }
    // Without a year it is a fraction, a score or a name ("9/11") unless a preposition of time stands before it.
    if year.is_none() {
        let named = matches!((first, second), (9, 11) | (7 | 24, 7));
        let preposition = reader.after_one_of(at, &["on", "since", "until", "by"])
            || matches!(reader.lex_before(at), Lex::Weekday(..));
        if named || !preposition || reader.lex(at + 1) != Lex::Slash {
            return None;
        }
    }
    Some(Phrase::date(at, end, Meaning::Slashed(first, second, year)))
}

/// A weekday before a date, with its comma or dot: "Tuesday, ".
fn leading_weekday(reader: Reader<'_>, at: usize) -> usize {
    match reader.lex(at) {
        Lex::Weekday(_, short) => {
            let dot = if short { reader.skip(at + 1, &["."]) } else { at + 1 };
            reader.skip(reader.skip(dot, &[","]), &["the"])
        }
        _ => at,
    }
}

/// A month's word with the dot of its abbreviation; lower case counts only beside a number.
fn month_word(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    let Lex::Month(month, short) = reader.lex(at) else { return None };
    let dotted = short && reader.lex(at + 1) == Lex::Dot && reader.glued(at + 1);
    Some((if dotted { at + 2 } else { at + 1 }, month))
}

/// The day of a month in figures or words, 1 to 31.
fn day_number(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, day) = match reader.lex(at) {
        Lex::Digits(n, 1..=2) => (at + 1, n),
        _ => amounts::ordinal(reader, at)?,
    };
    (1..=31).contains(&day).then_some((end, day as u8))
}

/// A year after a month or a day: "1998", ", 1998", "of 1998", "'98".
fn following_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    let start = reader.skip(at, &[",", "of", "in"]);
    let start = if start == at && reader.lex(at) == Lex::Dash && reader.glued(at) { at + 1 } else { start };
    years::any_year(reader, start)
}

/// The meaning of a month and day with or without a year.
fn in_year(name: Name, year: Option<i16>) -> Option<Meaning> {
    match (name, year) {
        (Name::MonthDay(month, day), Some(year)) => {
            calendar::date(year, month, day).map(|d| Meaning::At(Stamp::Day(d)))
        }
        (Name::Month(month), Some(year)) => Some(Meaning::At(Stamp::Month(year, month))),
        // 29 February exists in some year.
        (Name::MonthDay(month, day), None) => calendar::date(2000, month, day).map(|_| Meaning::Named(name)),
        (name, None) => Some(Meaning::Named(name)),
        _ => None,
    }
}

/// "August 24, 2025", "Tuesday, Aug. 24", "May the eleventh".
pub(super) fn month_day(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (after, month) = month_word(reader, leading_weekday(reader, at))?;
    let dashed = reader.lex(after) == Lex::Dash && reader.glued(after) && reader.glued(after + 1);
    let (end, day) = day_number(reader, if dashed { after + 1 } else { reader.skip_the(after) })?;
    // "May 10:30", "March 5 percent", "June 10,000": the number is no day.
    let clock = reader.lex(end) == Lex::Colon && reader.glued(end) && reader.glued(end + 1);
    if clock || reader.is(end, &["percent", "%", "am", "pm", "a.m.", "p.m."]) && reader.glued(end) {
        return None;
    }
    let year = following_year(reader, end);
    let name = Name::MonthDay(month, day);
    let meaning = in_year(name, year.map(|(_, year)| year))?;
    let end = year.map_or(end, |(end, _)| end);
    if let (None, Some(outer)) = (year, outer_period(reader, end)) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    Some(Phrase::date(at, end, meaning))
}

/// "24 August 2025", "the 5th of May", "Saturday the 14th of June".
pub(super) fn day_month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let first = reader.skip_the(leading_weekday(reader, at));
    let (end, day) = day_number(reader, first)?;
    if first == at && at > 0 && reader.glued(at) && matches!(reader.lex(at - 1), Lex::Dot | Lex::Colon | Lex::Slash) {
        return None;
    }
    let dashed = reader.lex(end) == Lex::Dash && reader.glued(end) && reader.glued(end + 1);
    let (end, month) = month_word(reader, if dashed { end + 1 } else { reader.skip(end, &["of"]) })?;
    let year = following_year(reader, end);
    let name = Name::MonthDay(month, day);
    let meaning = in_year(name, year.map(|(_, year)| year))?;
    let end = year.map_or(end, |(end, _)| end);
    if let (None, Some(outer)) = (year, outer_period(reader, end)) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    Some(Phrase::date(at, end, meaning))
}

/// A wider period right after a narrower one: "(August) last year", "(March) of that year", "(the summer) of 1964".
fn outer_period(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = reader.skip(at, &["of", "in"]);
    match reader.lex(start) {
        Lex::Step(_) | Lex::The | Lex::Digits(..) | Lex::Apostrophe | Lex::Month(..) | Lex::Today(_) => {}
        Lex::Season(..) => {}
        _ => return None,
    }
    if start == at && matches!(reader.lex(at), Lex::The) && !matches!(reader.lex(at + 1), Lex::Step(_)) {
        return None;
    }
    let outer = super::longest(reader, start, OUTER.iter())?;
    (outer.end > start).then_some(outer)
}

/// Dates that may hold a narrower one.
const OUTER: &[Rule] = &[
    rule("step-unit", STEP | THE, super::relative::step_unit),
    rule("step-name", STEP | THE, super::relative::step_name),
    rule("the-unit", THE, super::relative::the_unit_any),
    rule("year", THE | UNIT | NUMBER, years::year),
    rule("year-named", APOSTROPHE | CARDINAL | ERA, years::named_year),
    rule("fiscal-year", THE | FISCAL | DIGITS | CARDINAL | APOSTROPHE, years::fiscal_year),
    rule("month", MONTH, month),
    rule("season", SEASON | THE, season),
    rule("decade", THE | DECADE | APOSTROPHE | CARDINAL, years::decade),
];

/// A month, with a year or a wider period if one follows: "March", "March 1998", "August of that year".
pub(super) fn month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, month) = month_word(reader, at)?;
    let name = Name::Month(month);
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))));
    }
    if !is_month(reader, at, end) {
        return None;
    }
    if let Some(outer) = outer_period(reader, end).filter(|outer| !matches!(outer.meaning, Meaning::Named(_))) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    Some(Phrase::date(at, end, Meaning::Named(name)))
}

/// Whether a month's word without a number is the month.
fn is_month(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let Lex::Month(month, short) = reader.lex(at) else { return false };
    if !reader.capital(at) && (short || matches!(month, 3 | 5 | 8) || !reader.after_one_of(at, BEFORE_DATE)) {
        return false;
    }
    let preposition =
        reader.after_one_of(at, BEFORE_DATE) || matches!(reader.lex_before(at), Lex::Phase(_) | Lex::Dash);
    // Verbs, names of people and newspapers: "May", "March", "Mar", "Sun", "Dec".
    if short || matches!(month, 3 | 5) {
        let listed = matches!(reader.lex(end), Lex::Month(..))
            || reader.is(end, &["and", "or", "through"]) && matches!(reader.lex(end + 1), Lex::Month(..));
        return preposition && !name_follows(reader, end) || listed;
    }
    // "April Smith", "June Carter", "August Wilson" after no preposition.
    preposition || matches!(month, 1 | 2 | 7 | 9..=12) || !name_follows(reader, end)
}

/// Whether the next word is capitalised and no word of time, so that both may form a name.
fn name_follows(reader: Reader<'_>, at: usize) -> bool {
    reader.capital(at) && reader.lex(at) == Lex::Other
}

/// "Tuesday", "Tuesday the 14th", "Saturday last week", "Tuesday next".
pub(super) fn weekday(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Weekday(weekday, short) = reader.lex(at) else { return None };
    let mut end = at + 1;
    if short {
        end = if reader.glued(end) { reader.skip(end, &["."]) } else { end };
        // "Sun", "Sat", "Wed", "Mon" are words and newspapers otherwise.
        let comma = reader.skip(end, &[","]);
        let dated = matches!(reader.lex(comma), Lex::Digits(..) | Lex::Ordinal(_) | Lex::Month(..) | Lex::Part(..));
        let word = reader.is(at, &["sun", "sat", "wed", "mon", "tue"]);
        let dating = reader.after_one_of(at, &["on", "next", "last", "this", "until", "by"]) && !word;
        if !dated && !dating || !reader.capital(at) {
            return None;
        }
    }
    let plain = Phrase::date(at, end, Meaning::Named(Name::Weekday(weekday)));
    if let Some((end, day)) = day_number(reader, reader.skip_the(end))
        .filter(|_| matches!(reader.lex(reader.skip_the(end)), Lex::Ordinal(_) | Lex::Cardinal(_)))
    {
        return Some(Phrase::date(at, end, Meaning::Named(Name::WeekdayDay(weekday, day))));
    }
    let of = reader.skip(end, &["of"]);
    if let Lex::Step(step) = reader.lex(reader.skip_the(of)) {
        if let Some(week) = super::relative::step_unit(reader, of).filter(|p| is_week(&p.meaning)) {
            return Some(Phrase::date(at, week.end, Meaning::Within(Name::Weekday(weekday), Box::new(week.meaning))));
        }
        // "Tuesday last", "Friday next".
        if of == end && reader.is(end, &["last", "next"]) && unit(reader, end + 1).is_none() && !reader.capital(end + 1)
        {
            let stepped = Meaning::Stepped(step.count(), Name::Weekday(weekday), step.anchor());
            let closed =
                matches!(reader.lex(end + 1), Lex::Dot | Lex::Comma | Lex::Other) && reader.word(end + 1).len() < 2;
            return Some(if closed { Phrase::date(at, end + 1, stepped) } else { plain });
        }
    }
    Some(plain)
}

fn is_week(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Shift(_, Unit::Week | Unit::Weekend, _))
}

/// "the 19th", "the 19th of the month", "the 15th of that month".
pub(super) fn day_of_month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if reader.lex(at) != Lex::The {
        return None;
    }
    let Lex::Ordinal(day @ 1..=31) = reader.lex(at + 1) else { return None };
    let name = Name::MonthlyDay(day as u8);
    let end = at + 2;
    if reader.is(end, &["of"])
        && let Some(outer) = super::longest(reader, end + 1, OUTER.iter())
        && outer_is_month(&outer.meaning)
    {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    // An ordinal counts things too: only figures, after a preposition, before no noun, are a day.
    let figures = reader.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let preposition = reader.after_one_of(
        at,
        &["on", "by", "until", "since", "from", "to", "between", "and", "through", "before", "after"],
    );
    let closed = end >= reader.atoms.len()
        || matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::Step(_) | Lex::Dash)
        || reader.is(
            end,
            &[
                "and", "to", "at", "in", "when", "as", "for", "he", "she", "they", "it", "through", "the", "but", ";",
                ")",
            ],
        );
    (figures && preposition && closed).then(|| Phrase::date(at, end, Meaning::Named(name)))
}

fn outer_is_month(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Shift(_, Unit::Month, _) | Meaning::At(Stamp::Month(..)) | Meaning::Named(Name::Month(_))
    ) || matches!(meaning, Meaning::Within(Name::Month(_), _))
}

/// Names of one word that are holidays in lower case too.
const ALWAYS_HOLIDAYS: &[&str] = &["christmas", "easter", "thanksgiving", "halloween"];

/// "Christmas", "Labor Day 2024", "New Year's Eve last year".
pub(super) fn holiday(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if !matches!(reader.lex(at), Lex::Holiday | Lex::Month(4 | 5, _)) {
        return None;
    }
    let (index, bytes) = holidays::read(&reader.text[reader.atoms[at].span.start() as usize..])?;
    let until = reader.atoms[at].span.start() as usize + bytes;
    let count = reader.atoms[at..].iter().take_while(|atom| (atom.span.end() as usize) <= until).count();
    let end = at + count;
    if count == 0
        || reader.atoms[end - 1].span.end() as usize != until
        || !reader.capital(at) && count < 2 && !reader.is(at, ALWAYS_HOLIDAYS)
    {
        return None;
    }
    let name = Name::Holiday(index);
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::Within(name, Box::new(Meaning::At(Stamp::Year(year))))));
    }
    if let Some(outer) = outer_period(reader, end).filter(|outer| !matches!(outer.meaning, Meaning::Named(_))) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    Some(Phrase::date(at, end, Meaning::Named(name)))
}

/// "summer", "the summer of 1964", "spring 2010", "the winter", "that winter".
pub(super) fn season(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.skip_the(at);
    let Lex::Season(season, false) = reader.lex(word) else { return None };
    let name = Name::Season(season);
    let end = reader.skip(word + 1, &["season"]);
    let end = if end > word + 1 && reader.lex(word) != Lex::The { end } else { word + 1 };
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Season(year, season))));
    }
    if let Some(outer) = outer_period(reader, end).filter(|outer| !matches!(outer.meaning, Meaning::Named(_))) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    // "spring" and "fall" are verbs and water: a preposition of time must stand before them.
    let preposition = reader.after_one_of(at, BEFORE_DATE) || matches!(reader.lex_before(at), Lex::Phase(_));
    let sure = !matches!(season, Season::Spring | Season::Fall) || reader.is(word, &["autumn", "springtime"]);
    let verb = reader.after_one_of(word, &["to"]) || reader.is(end, &["of", "in"]) && !sure;
    (sure || preposition && !verb).then(|| Phrase::date(at, end, Meaning::Named(name)))
}

/// "the third quarter", "third-quarter", "the fourth quarter of 1998", "the 1997 second quarter", "Q3 2025".
pub(super) fn quarter(reader: Reader<'_>, at: usize) -> Option<Phrase> {
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
    if let Some(outer) = outer_period(reader, end).filter(|outer| !matches!(outer.meaning, Meaning::Named(_))) {
        return Some(Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    Some(Phrase::date(at, end, Meaning::Named(name)))
}

/// The year after a quarter: "1998", "of 1998", "of fiscal 1998".
fn fiscal_or_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    following_year(reader, at).or_else(|| {
        let start = reader.skip(at, &["of", "in"]);
        let start = reader.skip(start, &["its", "their"]);
        (reader.lex(start) == Lex::Fiscal).then(|| years::any_year(reader, reader.skip(start + 1, &["year"])))?
    })
}

/// A season, quarter or half after a year's possessive: "(this year's) third quarter".
pub(super) fn of_year(reader: Reader<'_>, at: usize) -> Option<(usize, Name)> {
    if let Lex::Season(season, false) = reader.lex(at) {
        return Some((at + 1, Name::Season(season)));
    }
    if let (Lex::Ordinal(n @ 1..=2), Lex::Half) = (reader.lex(at), reader.lex(at + 1)) {
        return Some((at + 2, Name::Half(n as u8)));
    }
    quarter_number(reader, at).map(|(end, n)| (end, Name::Quarter(n)))
}

/// "the latest quarter", "the year-ago period", "the year-earlier quarter": quarters told from the one at hand.
pub(super) fn quarter_at_hand(reader: Reader<'_>, at: usize) -> Option<Phrase> {
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
    if next == first || !named && numbered.is_none() || reader.is(first, &["same"]) && next == first + 1 {
        return None;
    }
    let anchor = crate::times::meaning::Anchor::Context;
    if let Some((end, n)) = numbered {
        let year = Meaning::Shift(
            years,
            Unit::Year,
            crate::times::meaning::Anchor::At(Box::new(Meaning::Named(Name::Quarter(n)))),
        );
        return Some(Phrase::date(at, end, Meaning::Within(Name::Quarter(n), Box::new(year))));
    }
    let meaning = if years == 0 { Meaning::Shift(0, Unit::Quarter, anchor) } else { Meaning::YearsAway(years, anchor) };
    Some(Phrase::date(at, next + 1, meaning))
}

/// "third quarter", "third-quarter", "Q3".
fn quarter_number(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    if let Lex::Digits(n @ 1..=4, 1) = reader.lex(at + 1)
        && reader.is(at, &["q"])
        && reader.glued(at + 1)
    {
        return Some((at + 2, n as u8));
    }
    let Lex::Ordinal(n @ 1..=4) = reader.lex(at) else { return None };
    let next = if reader.lex(at + 1) == Lex::Dash { at + 2 } else { at + 1 };
    let next = if reader.lex(next) == Lex::Fiscal { next + 1 } else { next };
    (reader.lex(next) == Lex::Unit(Unit::Quarter, false)).then_some((next + 1, n as u8))
}

/// "the first half of 1998", "the second half of the year", "H1 2025".
pub(super) fn half(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let mut first = reader.skip_the(at);
    let led =
        years::any_year(reader, first).filter(|&(end, _)| reader.lex(end) == Lex::Dash && reader.is(end + 1, &["h"]));
    if let Some((end, _)) = led {
        first = end + 1;
    }
    let (n, end) = match (reader.lex(first), reader.lex(first + 1)) {
        (Lex::Ordinal(n @ 1..=2), Lex::Half) => (n as u8, first + 2),
        (Lex::Ordinal(n @ 1..=2), Lex::Dash) if reader.lex(first + 2) == Lex::Half => (n as u8, first + 3),
        (_, Lex::Digits(n @ 1..=2, 1)) if reader.is(first, &["h"]) && reader.glued(first + 1) => (n as u8, first + 2),
        _ => return None,
    };
    if let Some((_, year)) = led {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Half(year, n))));
    }
    let name = Name::Half(n);
    let outer = date(reader, reader.skip(end, &["of"]))
        .filter(|_| reader.is(end, &["of"]) || matches!(reader.lex(end), Lex::Digits(..)));
    match outer.map(|outer| (outer.end, outer.meaning)) {
        Some((end, Meaning::At(Stamp::Year(year)))) => Some(Phrase::date(at, end, Meaning::At(Stamp::Half(year, n)))),
        Some((end, outer @ Meaning::Shift(_, Unit::Year, _))) => {
            Some(Phrase::date(at, end, Meaning::Within(name, Box::new(outer))))
        }
        // "the first half of the 19th century", "the second half of May" keep the wider period's value.
        Some((end, outer)) => {
            let modifier = if n == 1 { super::Modifier::Start } else { super::Modifier::End };
            Some(Phrase::date(at, end, outer).with(Some(modifier)))
        }
        None if reader.after_one_of(at, &["in", "for", "during"]) && first > at && !reader.is(end, &["of"]) => {
            Some(Phrase::date(at, end, Meaning::Named(name)))
        }
        None => None,
    }
}

/// "the first week of May", "the last day of the year", "the third Wednesday in November", "day four of the trial" not.
pub(super) fn nth_of_period(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let first = reader.skip_the(at);
    let (end, n) = match reader.lex(first) {
        Lex::Step(crate::times::meaning::Step::Last) => (first + 1, -1),
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
