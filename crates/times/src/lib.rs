//! Times: every time expression as TIMEX3, normalised against the publication date by grammar and calendar.
//!
//! The scheme is TimeML's TIMEX3 (Saurí et al., *TimeML Annotation Guidelines 1.2.1*, 2006; Ferro et al., *TIDES 2005
//! Standard for the Annotation of Temporal Expressions*). What differs from it:
//!
//! - A period whose year nothing tells has the value that is known, such as `XXXX-08-24`; a relative expression that
//!   nothing anchors has no value.
//! - A range is annotated as its two ends; no empty `DURATION` stands for the stretch between them.
//! - The offset of a zone that is named stands in [`Timex::zone_minutes`] and not in the value.
//!
//! Four steps, each in a file of its own: `atoms` cuts tokens and looks them up in the `lexicon`; the `grammar`
//! reads phrases, each with its `meaning`; `names` drops what is no time; and `resolve` gives each meaning its
//! value, phrase by phrase, as the story's time moves. Every step is linear in the text.

mod agreement;
mod anchors;
mod atoms;
mod calendar;
mod confidence;
mod grammar;
mod holidays;
mod lexicon;
mod meaning;
mod names;
mod order;
mod past_year;
mod resolve;
mod telephone;
mod tense;
mod zones;

#[cfg(test)]
mod tests;

use dateline_text::{Byte, Document, Published, Span};

use self::{
    atoms::{Atom, Gap},
    calendar::{Stamp, Unit},
    grammar::{Phrase, Reader},
    meaning::{Anchor, Meaning, Name},
    resolve::{Context, Resolved},
};

/// Index of a [`Timex`] in what [`normalise`] returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeId(pub u32);

/// One time expression, in the terms of TimeML's TIMEX3.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its span.
    pub span: Span<Byte>,
    /// What it denotes.
    pub kind: TimexKind,
    /// TIMEX3 `value`: "2025-08-24", "2025-W34", "P2Y", "PRESENT_REF"; none where nothing anchors it.
    pub value: Option<String>,
    /// TIMEX3 `mod`: "START", "APPROX", "MORE_THAN" and so on.
    pub modifier: Option<&'static str>,
    /// TIMEX3 `quant` of a set: "EVERY", "EACH".
    pub quant: Option<String>,
    /// TIMEX3 `freq` of a set: "2X".
    pub freq: Option<String>,
    /// Offset from UTC in minutes of the zone that a time of day names.
    pub zone_minutes: Option<i16>,
    /// Probability that span and value are right.
    pub confidence: f32,
    /// The rule that found it, by its stable name in kebab case.
    pub rule: &'static str,
    /// Where the article states the day of writing, if the value counts from it.
    pub day_of_writing: Option<Span<Byte>>,
}

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexKind {
    /// A calendar date, of any precision.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// A recurring time.
    Set,
}

/// All time expressions, in text order, not overlapping.
///
/// Without a publication date the article's own full date stands for it, from its dateline or from a line of its own
/// near the top, else the day on which its dates and weekdays agree; each expression that counts from it names the date's
/// span in [`Timex::day_of_writing`].
#[must_use]
pub fn normalise(document: &Document<'_>, published: Option<Published>) -> Vec<Timex> {
    let atoms = atoms::atoms(document);
    let mut phrases = phrases(document, &atoms);
    let dateline = anchors::dateline(document, &atoms, &phrases);
    let stated = match published {
        None => anchors::stated(document, dateline.as_ref(), &atoms, &phrases)
            .or_else(|| agreement::day_of_writing(document, &atoms, &phrases)),
        Some(_) => None,
    };
    let published = published.or(stated.map(|stated| Published::Day(stated.day)));
    let now = anchors::now(document, dateline.as_ref(), published);
    let mut context = Context {
        now,
        narrative: anchors::narrative(&phrases, now),
        story: None,
        day: None,
        listed: None,
        quarter: None,
        year: None,
        direction: None,
        order: order::order(&phrases, &atoms, published),
    };
    let stated = stated.map(|stated| stated.span);
    anchors::headline(document, &atoms, &mut phrases);
    let mut past = past_year::PastYear::default();
    let mut sentence = usize::MAX;
    let mut times = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let words = Span::new(atoms[phrase.start].word, atoms[phrase.end - 1].word + 1);
        context.listed = context.day.filter(|_| document.sentence_at(words.start()) == sentence);
        sentence = document.sentence_at(words.start());
        context.year = past.year_for(document, words);
        let meaning = phrase.meaning.clone();
        times.push(timex(document, &atoms, &mut context, stated, phrase));
        past.tell(document, words, &meaning, &context);
    }
    times
}

/// The phrases of all paragraphs, as ranges of `atoms`.
fn phrases(document: &Document<'_>, atoms: &[Atom]) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut start = 0;
    while start < atoms.len() {
        let rest = &atoms[start + 1..];
        let end = start + 1 + rest.iter().position(|atom| atom.gap == Gap::Break).unwrap_or(rest.len());
        let reader = Reader { text: document.article().text(), atoms: &atoms[start..end], depth: 0 };
        let found = grammar::read(reader).into_iter().filter(|phrase| !names::is_name(reader, phrase));
        phrases.extend(found.map(|phrase| Phrase { start: phrase.start + start, end: phrase.end + start, ..phrase }));
        start = end;
    }
    phrases
}

/// Resolves one phrase and moves the story's time to it; `stated` is where the text states the day of writing, if that
/// is known from there.
fn timex(
    document: &Document<'_>,
    atoms: &[Atom],
    context: &mut Context,
    stated: Option<Span<Byte>>,
    phrase: Phrase,
) -> Timex {
    let Phrase { start, end, kind, meaning, modifier, quant, freq, zone, rule } = phrase;
    let span = atoms[start].span.cover(atoms[end - 1].span);
    // The second end of a range looks where the first does.
    if !matches!(meaning, Meaning::Stepped(1, _, Anchor::At(_))) {
        context.direction = needs_direction(&meaning)
            .then(|| tense::direction(document, atoms[start].word, atoms[end - 1].word + 1))
            .flatten();
    }
    let resolved = context.resolve(&meaning);
    // What would resolve otherwise without the day of writing counts from it.
    let seen = stated.filter(|_| Context { now: None, ..*context }.resolve(&meaning) != resolved);
    // The day tells whether "ET" is standard or summer time; a range has its zone after the second end.
    let zone = match resolved {
        Resolved::Stamp(Stamp::Clock(day, clock)) => zone.map(|minutes| {
            let words = atoms[start..atoms.len().min(end + ZONE_ATOMS_MAX)].iter();
            let words = words.map(|atom| &document.article().text()[atom.span.range()]);
            zones::in_season(words, minutes, day.at(clock.hour.min(23) as i8, 0, 0, 0))
        }),
        _ => zone,
    };
    let value = match resolved {
        Resolved::Stamp(stamp) => {
            context.tell(&meaning, stamp);
            Some(stamp.to_string())
        }
        Resolved::Text(value) => Some(value),
        Resolved::Nothing => None,
    };
    Timex {
        span,
        kind,
        value,
        modifier: modifier.map(meaning::Modifier::code),
        quant,
        freq,
        zone_minutes: zone,
        confidence: confidence::of(rule),
        rule,
        day_of_writing: seen,
    }
}

/// Most atoms from the first end of a range of times to the zone of both.
const ZONE_ATOMS_MAX: usize = 8;

/// Whether the direction of the clause matters for a meaning.
fn needs_direction(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Shift(0, Unit::Weekend, _) | Meaning::Named(_) | Meaning::WeekdayBefore(..) => true,
        Meaning::Stepped(0, Name::Season(_), Anchor::Now) => true,
        Meaning::Slashed(_, _, None) => true,
        Meaning::Shift(_, _, Anchor::At(outer)) => needs_direction(outer),
        Meaning::Within(_, outer) | Meaning::Part(_, outer) | Meaning::Clock(_, outer) => needs_direction(outer),
        Meaning::NthUnit(_, _, outer) | Meaning::NthWeekday(_, _, outer) => needs_direction(outer),
        _ => false,
    }
}
