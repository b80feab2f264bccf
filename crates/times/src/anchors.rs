//! What an article's times count from: its publication in its zone, its dateline's date and place, and whether it
//! reports the day or tells history.

use dateline_text::{Byte, Document, Field, Published, Span};
use jiff::civil::Date;

use super::{
    atoms::{Atom, Gap},
    calendar::{self, Clock, Stamp, Unit},
    grammar::Phrase,
    meaning::{Anchor, Meaning, Name},
    zones,
};

/// The day (and time) of writing.
///
/// The publication's own zone gives the day; a dateline whose place is known gives it in that place's zone; and a
/// dateline that states its date within a week of publication overrules both.
pub(super) fn now(document: &Document<'_>, dateline: Option<&Dateline>, published: Option<Published>) -> Option<Stamp> {
    let place = document.article().dateline().or_else(|| dateline.map(|line| line.place.as_str()));
    let stamp = match published? {
        Published::Day(day) => Stamp::Day(day),
        Published::Moment(civil, offset) => {
            let at_place = offset.and_then(|offset| zones::civil_at(place?, civil, offset));
            let civil = at_place.unwrap_or(civil);
            let part = |n: i8| u8::try_from(n).ok();
            let clock = Clock { hour: part(civil.hour())?, minute: part(civil.minute()), second: None };
            Stamp::Clock(civil.date(), clock)
        }
    };
    let stated = dateline.and_then(|line| line.date).and_then(|(month, day)| {
        let published = stamp.day()?;
        [-1, 0, 1].into_iter().find_map(|n| {
            let day = calendar::date(calendar::year_after(published.year(), n)?, month, day)?;
            let apart = day.since(published).ok()?.get_days();
            (-DATELINE_DAYS_MAX..=0).contains(&apart).then_some(day)
        })
    });
    Some(match stated {
        Some(day) if Some(day) != stamp.day() => Stamp::Day(day),
        _ => stamp,
    })
}

/// A dateline's date may precede publication by so many days.
const DATELINE_DAYS_MAX: i32 = 7;

/// A dateline printed at the head of the body: "KYIV, Aug. 24 (Agency) —".
pub(super) struct Dateline {
    /// The place, as printed.
    pub(super) place: String,
    /// Month and day, where printed.
    pub(super) date: Option<(u8, u8)>,
    /// The date with its year, where printed.
    pub(super) full: Option<Stated>,
}

/// A day that the article states as its own.
#[derive(Clone, Copy)]
pub(super) struct Stated {
    pub(super) day: Date,
    pub(super) span: Span<Byte>,
}

impl Stated {
    fn read(atoms: &[Atom], phrase: &Phrase) -> Option<Self> {
        let Meaning::At(Stamp::Day(day)) = phrase.meaning else { return None };
        Some(Self { day, span: atoms[phrase.start].span.cover(atoms[phrase.end - 1].span) })
    }
}

/// Most paragraphs of the body among which a line of its own may give the article's date.
const DATE_LINE_PARAGRAPHS_MAX: usize = 3;

/// The day of writing that the text itself states in full: in its dateline, or on a line of its own near the top.
///
/// Several lines of their own are the headings of a chronicle and give none.
pub(super) fn stated(
    document: &Document<'_>,
    dateline: Option<&Dateline>,
    atoms: &[Atom],
    phrases: &[Phrase],
) -> Option<Stated> {
    if let Some(stated) = dateline.and_then(|line| line.full) {
        return Some(stated);
    }
    let is_break = |at: usize| atoms.get(at).is_none_or(|atom| atom.gap == Gap::Break);
    // "Thursday, January 9, 2025 The bank said …": a line whose break was lost on the way.
    let opens = |at: usize| {
        let text = document.slice(document.tokens()[atoms[at].word as usize].span);
        atoms[at].gap == Gap::Space && text.starts_with(char::is_uppercase)
    };
    let mut lines = phrases
        .iter()
        .filter(|phrase| is_break(phrase.start) && (is_break(phrase.end) || opens(phrase.end)))
        .filter_map(|phrase| Some((phrase, Stated::read(atoms, phrase)?)));
    let (phrase, line) = lines.next().filter(|_| lines.next().is_none())?;
    let in_body = |at: usize| document.field_at(atoms[at].word) == Field::Body;
    let paragraphs = (0..=phrase.start).filter(|&at| is_break(at) && in_body(at)).count();
    (1..=DATE_LINE_PARAGRAPHS_MAX).contains(&paragraphs).then_some(line)
}

/// Most atoms that a dateline may have.
const DATELINE_ATOMS_MAX: usize = 24;

/// Reads the body's own dateline from the first paragraph's atoms and phrases.
pub(super) fn dateline(document: &Document<'_>, atoms: &[Atom], phrases: &[Phrase]) -> Option<Dateline> {
    let text = document.article().text();
    let start = atoms.iter().position(|atom| document.field_at(atom.word) == Field::Body)?;
    let head = &atoms[start..atoms.len().min(start + DATELINE_ATOMS_MAX)];
    let word = |atom: &Atom| &text[atom.span.range()];
    let capitals = |atom: &&Atom| {
        let word = word(atom);
        word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
            || matches!(word, "." | "-" | "’" | "'")
    };
    let dash = head.iter().position(|atom| {
        (matches!(word(atom), "--" | "—" | "–" | "_" | "-") && atom.gap != Gap::None) || word(atom) == "—"
    })?;
    let place = head[..dash].iter().take_while(capitals).count();
    let first = head.first().filter(|first| word(first).chars().count() > 1 && place > 0)?;
    let place = text[first.span.cover(head[place - 1].span).range()].to_owned();
    let mut printed = phrases.iter().filter(|p| p.start >= start && p.end <= start + dash);
    let full = printed.clone().find_map(|phrase| Stated::read(atoms, phrase));
    let date = printed.find_map(|p| match p.meaning {
        Meaning::Named(Name::MonthDay(month, day)) => Some((month, day)),
        Meaning::At(Stamp::Day(day)) => Some((day.month().unsigned_abs(), day.day().unsigned_abs())),
        _ => None,
    });
    Some(Dateline { place, date, full })
}

/// Most dates of a headline that are looked at.
const HEADLINE_PHRASES_MAX: usize = 8;

/// Gives dates of the headline the year with which the text states the same day or month.
pub(super) fn headline(document: &Document<'_>, atoms: &[Atom], phrases: &mut [Phrase]) {
    let in_title = |phrase: &Phrase| document.field_at(atoms[phrase.start].word) == Field::Title;
    let titles = phrases.iter().take(HEADLINE_PHRASES_MAX).take_while(|phrase| in_title(phrase)).count();
    let (titles, text) = phrases.split_at_mut(titles);
    for phrase in titles {
        let Meaning::Named(name) = phrase.meaning else { continue };
        let stated = text.iter().find_map(|stated| match stated.meaning {
            Meaning::At(stamp @ Stamp::Day(day)) => {
                let same = Name::MonthDay(day.month().unsigned_abs(), day.day().unsigned_abs()) == name;
                same.then_some(stamp)
            }
            Meaning::At(stamp @ Stamp::Month(_, month)) => (Name::Month(month) == name).then_some(stamp),
            _ => None,
        });
        phrase.meaning = stated.map_or(phrase.meaning.clone(), Meaning::At);
    }
}

/// Whether an article tells history: most of its dates state a year of their own, and few count from the day of
/// writing.
pub(super) fn narrative(phrases: &[Phrase], now: Option<Stamp>) -> bool {
    let Some(year) = now.and_then(Stamp::year) else { return true };
    let (mut stated, mut told) = (0_u32, 0_u32);
    for phrase in phrases {
        match &phrase.meaning {
            Meaning::At(stamp) if stamp.unit() <= Unit::Year => {
                let far = stamp.year().is_some_and(|y| (i32::from(y) - i32::from(year)).abs() > 1);
                stated += u32::from(far);
            }
            Meaning::Shift(_, _, Anchor::Now)
            | Meaning::Named(Name::Weekday(_))
            | Meaning::Stepped(_, _, Anchor::Now) => {
                told += 1;
            }
            Meaning::Part(_, day) | Meaning::Clock(_, day) => {
                told +=
                    u32::from(matches!(**day, Meaning::Shift(_, _, Anchor::Now) | Meaning::Named(Name::Weekday(_))));
            }
            _ => {}
        }
    }
    stated > STATED_MIN && stated > told * STATED_PER_TOLD
}

/// A history states more years than this, and more than so many for each expression that counts from the day of
/// writing. Chosen by judgement, not fitted.
const STATED_MIN: u32 = 3;
const STATED_PER_TOLD: u32 = 3;
