//! Months, days of a month, and both together: "March", "August 24, 2025", "the 19th".

use dateline_lexicon::{Class, classes};

use super::{BEFORE_DATE, OUTER, following_year, held, outer_period};
use crate::{
    calendar::{self, Stamp, Unit},
    grammar::{Phrase, Reader, amounts, longest, years},
    lexicon::Lex,
    meaning::{Meaning, Name},
};

/// "August 24, 2025", "Tuesday, Aug. 24", "May the eleventh".
pub(in crate::grammar) fn month_day(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (after, month) = month_word(reader, leading_weekday(reader, at))?;
    // "Oct-2", "Oct/2".
    let marked = matches!(reader.lex(after), Lex::Dash | Lex::Slash) && reader.glued(after) && reader.glued(after + 1);
    let day = if marked { after + 1 } else { reader.skip_the(after) };
    let (end, day) = day_number(reader, day).or_else(|| spelled_day(reader, day))?;
    // "May 10:30", "March 5 percent", "June 10,000": the number is no day.
    let clock = reader.lex(end) == Lex::Colon && reader.glued(end) && reader.glued(end + 1);
    if clock || reader.is(end, &["percent", "%", "am", "pm", "a.m.", "p.m."]) && reader.glued(end) {
        return None;
    }
    with_year(reader, at, end, month, day)
}

/// "24 August 2025", "the 5th of May", "Saturday the 14th of June".
pub(in crate::grammar) fn day_month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let first = reader.skip_the(leading_weekday(reader, at));
    let (end, day) = day_number(reader, first).or_else(|| spelled_day(reader, first))?;
    if first == at && at > 0 && reader.glued(at) && matches!(reader.lex(at - 1), Lex::Dot | Lex::Colon | Lex::Slash) {
        return None;
    }
    let dashed = reader.lex(end) == Lex::Dash && reader.glued(end) && reader.glued(end + 1);
    let (end, month) = month_word(reader, if dashed { end + 1 } else { reader.skip(end, &["of"]) })?;
    let of = reader.is(end - 2, &["of"]);
    if let Some((end, year)) = short_year(reader, end).filter(|_| !of) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Day(calendar::date(year, month, day)?))));
    }
    with_year(reader, at, end, month, day)
}

/// "(16 May) 17": two digits after a day and month that count nothing, since no noun follows.
fn short_year(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    let closing = [
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Preposition,
        Class::ConjunctivePreposition,
        Class::Coordinator,
        Class::Subordinator,
        Class::Relative,
        Class::Article,
        Class::Possessive,
        Class::Pronoun,
    ];
    let next = reader.word(at + 1);
    let counts = next.starts_with(char::is_alphabetic) && !classes(&next.to_lowercase()).any(&closing);
    let joined = reader.glued(at + 1) && !matches!(reader.lex(at + 1), Lex::Dot | Lex::Comma)
        || !next.is_empty() && matches!(reader.lex(at + 1), Lex::Dash | Lex::Slash | Lex::Colon | Lex::Meridiem(_));
    // "on 16 May 17 or 18 people": a list of numbers.
    let listed = reader.is(at + 1, &["to", "or", "and", "of", "per"]);
    (!counts && !joined && !listed).then(|| years::two_digits(reader, at))?
}

/// A month and day that end at `end`, with the year or the wider period that follows if one does.
fn with_year(reader: Reader<'_>, at: usize, end: usize, month: u8, day: u8) -> Option<Phrase> {
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Day(calendar::date(year, month, day)?))));
    }
    // 29 February exists in some year.
    calendar::date(2000, month, day)?;
    let name = Name::MonthDay(month, day);
    Some(match outer_period(reader, end) {
        Some(outer) => Phrase::date(at, outer.end, Meaning::Within(name, Box::new(outer.meaning))),
        None => Phrase::date(at, end, Meaning::Named(name)),
    })
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
pub(super) fn day_number(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, day) = match reader.lex(at) {
        Lex::Digits(n, 1..=2) => (at + 1, n),
        _ => amounts::ordinal(reader, at)?,
    };
    (1..=31).contains(&day).then_some((end, day as u8))
}

/// A day of a month in cardinal words of two parts, as speech is written down: "twenty-one"; "May twenty people came"
/// counts something.
fn spelled_day(reader: Reader<'_>, at: usize) -> Option<(usize, u8)> {
    let Lex::Cardinal(tens @ (20 | 30)) = reader.lex(at) else { return None };
    let next = if reader.lex(at + 1) == Lex::Dash { at + 2 } else { at + 1 };
    let Lex::Cardinal(unit @ 1..=9) = reader.lex(next) else { return None };
    let counted = matches!(reader.lex(next + 1), Lex::Other | Lex::Unit(..) | Lex::Scale(_))
        && reader.word(next + 1).starts_with(char::is_lowercase)
        && !reader.is(next + 1, AFTER_DAY);
    let day = u8::try_from(tens + unit).ok().filter(|day| *day <= 31)?;
    (!counted).then_some((next + 1, day))
}

/// A month, with a year or a wider period if one follows: "March", "March 1998", "August of that year".
pub(in crate::grammar) fn month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, month) = month_word(reader, at)?;
    let name = Name::Month(month);
    // "the march of 1965".
    let noun = matches!(month, 3 | 5) && !reader.capital(at) && reader.is(end, &["of", "in", ","]);
    if let Some((end, year)) = following_year(reader, end).filter(|_| !noun) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Month(year, month))));
    }
    if !is_month(reader, at, end) {
        return None;
    }
    Some(held(reader, at, end, name).unwrap_or_else(|| Phrase::date(at, end, Meaning::Named(name))))
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
        let month = |at: usize| matches!(reader.lex(at), Lex::Month(..)) && reader.capital(at);
        let listed = month(end) || reader.is(end, &["and", "or", "through"]) && month(end + 1);
        return preposition && !name_follows(reader, end) || listed;
    }
    // "April Smith", "and June Carter", "by August Wilson".
    let joined = reader.after_one_of(at, &["and", "or", "by", "for", "to", "about", "as"]);
    preposition && !(joined && matches!(month, 4 | 6 | 8) && name_follows(reader, end))
        || matches!(month, 1 | 2 | 7 | 9..=12)
        || !name_follows(reader, end)
}

/// Whether the next word is capitalised and no word of time, so that both may form a name.
fn name_follows(reader: Reader<'_>, at: usize) -> bool {
    reader.capital(at) && reader.lex(at) == Lex::Other
}

/// Words before a bare "the 19th".
const BEFORE_DAY: &[&str] =
    &["on", "for", "by", "until", "since", "from", "to", "between", "and", "through", "before", "after"];

/// Words after a bare "the 19th", none of them a noun that it could count.
const AFTER_DAY: &[&str] =
    &["and", "to", "at", "in", "when", "as", "for", "he", "she", "they", "it", "through", "the", "but", ";", ")"];

/// "the 19th", "the 19th of the month", "the 15th of that month".
pub(in crate::grammar) fn day_of_month(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let start = at;
    let at = reader.skip_the(at);
    let (end, day) = amounts::ordinal(reader, at).filter(|(_, day)| (1..=31).contains(day))?;
    let name = Name::MonthlyDay(day as u8);
    if reader.is(end, &["of"])
        && let Some(outer) = longest(reader, end + 1, OUTER.iter())
        && outer_is_month(&outer.meaning)
    {
        return Some(Phrase::date(start, outer.end, Meaning::Within(name, Box::new(outer.meaning))));
    }
    // An ordinal counts things too: only figures, after "the" and a preposition, before no noun, are a day.
    let figures = at > start && reader.word(at).starts_with(|c: char| c.is_ascii_digit());
    let closed = end >= reader.atoms.len()
        || matches!(reader.lex(end), Lex::Dot | Lex::Comma | Lex::Step(_) | Lex::Dash)
        || reader.is(end, AFTER_DAY);
    let figures = figures || at == start && reader.word(at).starts_with(|c: char| c.is_ascii_digit());
    let before = if at > start { BEFORE_DAY } else { &["on"] };
    (figures && closed && reader.after_one_of(start, before)).then(|| Phrase::date(start, end, Meaning::Named(name)))
}

fn outer_is_month(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Shift(_, Unit::Month, _) | Meaning::At(Stamp::Month(..)) | Meaning::Named(Name::Month(_))
    ) || matches!(meaning, Meaning::Within(Name::Month(_), _))
}
