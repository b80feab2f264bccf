//! The day of writing that nothing states: the one on which the article's dates and weekdays agree.
//!
//! News names the days of the last week by weekday alone. Where the text also gives full dates, the latest of them is
//! at most a few days old, and the weekdays, counted back from the right day, fall on dates that the text gives.

use dateline_text::{Byte, Document, Span};
use jiff::civil::Date;

use super::{
    anchors::Stated,
    atoms::{Atom, Gap},
    calendar::{self, Stamp},
    grammar::Phrase,
    meaning::{Meaning, Name},
    tense::{self, Direction},
};

/// Phrases of an article that are looked at.
const PHRASES_MAX: usize = 400;
/// Days after the latest date on which the article can have been written.
const DAYS_AFTER_MAX: i32 = 6;
/// Days after the latest full date within which a date without a year belongs to the same story.
const YEARLESS_DAYS_MAX: i32 = 31;

/// The day of writing, with the full date that leads to it: within a week of the latest date that is no future one, the
/// day from which most weekdays of the text fall on its dates, and among equals the weekday named first.
///
/// None where no weekday falls on a date, unless the latest date stands as in a caption: "… in Ayr, Jan. 9, 2025."
pub(super) fn day_of_writing(document: &Document<'_>, atoms: &[Atom], phrases: &[Phrase]) -> Option<Stated> {
    let phrases = &phrases[..phrases.len().min(PHRASES_MAX)];
    let is_past = |phrase: &&Phrase| {
        let (first, end) = (atoms[phrase.start].word, atoms[phrase.end - 1].word + 1);
        tense::direction(document, first, end) != Some(Direction::Future)
    };
    let past = || phrases.iter().filter(is_past);
    let weekdays: Vec<u8> = past().filter_map(|phrase| weekday(&phrase.meaning)).collect();
    let &named_first = weekdays.first()?;

    let full = past().filter(|phrase| !is_archive(document, atoms[phrase.start].word));
    let (full, phrase) = full.filter_map(|phrase| Some((day(&phrase.meaning)?, phrase))).max_by_key(|(day, _)| *day)?;
    if past().filter_map(|phrase| stated_year(&phrase.meaning)).any(|year| year > full.year()) {
        return None;
    }
    let dates: Vec<Date> = past().filter_map(|phrase| dated(&phrase.meaning, full)).collect();
    let latest = dates.iter().copied().max()?;

    let meeting = |written: Date| {
        let days = weekdays.iter().filter_map(|&weekday| back_to(written, weekday));
        days.filter(|day| dates.contains(day)).count()
    };
    let candidates = (0..=DAYS_AFTER_MAX).filter_map(|days| calendar::add_days(latest, days));
    let fits = |written: Date| (meeting(written), calendar::weekday_of(written) == named_first);
    // The first of equals: `max_by_key` would take the last.
    let day = candidates.rev().max_by_key(|&written| fits(written))?;
    let span = span(atoms, phrase);
    (meeting(day) > 0 || is_caption(document, atoms, phrase)).then_some(Stated { day, span })
}

/// The weekday that a phrase names without a date: "Friday", "Friday morning".
fn weekday(meaning: &Meaning) -> Option<u8> {
    match meaning {
        Meaning::Named(Name::Weekday(weekday)) => Some(*weekday),
        Meaning::Part(_, day) | Meaning::Clock(_, day) => weekday(day),
        _ => None,
    }
}

/// The day that a phrase gives in full.
fn day(meaning: &Meaning) -> Option<Date> {
    match meaning {
        Meaning::At(Stamp::Day(day)) => Some(*day),
        Meaning::Part(_, outer) | Meaning::Clock(_, outer) => day(outer),
        _ => None,
    }
}

/// The day that a phrase gives, in the year of the latest full date where it names none.
fn dated(meaning: &Meaning, latest: Date) -> Option<Date> {
    match meaning {
        Meaning::Named(Name::MonthDay(month, day)) => calendar::date(latest.year(), *month, *day)
            .filter(|&day| calendar::days_between(latest, day).is_some_and(|days| days <= YEARLESS_DAYS_MAX)),
        Meaning::Part(_, outer) | Meaning::Clock(_, outer) => dated(outer, latest),
        _ => day(meaning),
    }
}

/// The year that a phrase states.
fn stated_year(meaning: &Meaning) -> Option<i16> {
    match meaning {
        Meaning::At(stamp) => stamp.year(),
        _ => None,
    }
}

/// The latest such weekday that is not after a day.
fn back_to(day: Date, weekday: u8) -> Option<Date> {
    let days = (i32::from(calendar::weekday_of(day)) - i32::from(weekday)).rem_euclid(7);
    calendar::add_days(day, -days)
}

/// Whether a word stands in the caption of a picture from the archive: "FILE - …".
fn is_archive(document: &Document<'_>, word: u32) -> bool {
    let sentence = document.sentences().get(document.sentence_at(word));
    sentence.is_some_and(|sentence| document.word(sentence.start()).eq_ignore_ascii_case("file"))
}

/// Whether a phrase ends a sentence after a comma, as dates of captions do.
fn is_caption(document: &Document<'_>, atoms: &[Atom], phrase: &Phrase) -> bool {
    let text = document.article().text();
    let is = |at: usize, mark: &str| atoms.get(at).is_some_and(|atom| &text[atom.span.range()] == mark);
    let after = atoms.get(phrase.end);
    let ends = after.is_none_or(|atom| atom.gap == Gap::Break) || is(phrase.end, ".") || is(phrase.end, "(");
    let comma = phrase.start.checked_sub(1).is_some_and(|before| is(before, ","));
    comma && ends && atoms[phrase.start].gap != Gap::Break
}

fn span(atoms: &[Atom], phrase: &Phrase) -> Span<Byte> {
    atoms[phrase.start].span.cover(atoms[phrase.end - 1].span)
}
