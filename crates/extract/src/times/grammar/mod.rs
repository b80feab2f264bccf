//! The grammar: from atoms to phrases, by small rules each with a name.
//!
//! A rule looks at one place and reads forward over a bounded number of atoms, so that the whole is linear in the
//! text. At each place the longest reading wins, and among equals the rule that stands first in the table.

mod amounts;
mod clocks;
mod dates;
mod durations;
mod modified;
mod ranges;
mod relative;
mod sets;
mod vague;
mod years;

use super::{
    TimexKind,
    atoms::{Atom, Gap},
    calendar::Unit,
    lexicon::Lex,
    meaning::{Meaning, Modifier},
};

/// One expression found: its atoms and what they say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phrase {
    /// First atom.
    pub(super) start: usize,
    /// First atom after it.
    pub(super) end: usize,
    pub(super) kind: TimexKind,
    pub(super) meaning: Meaning,
    pub(super) modifier: Option<Modifier>,
    pub(super) quant: Option<String>,
    pub(super) freq: Option<String>,
    /// Offset from UTC in minutes, when a zone is named.
    pub(super) zone: Option<i16>,
    pub(super) rule: &'static str,
}

impl Phrase {
    fn new(start: usize, end: usize, kind: TimexKind, meaning: Meaning) -> Self {
        Self { start, end, kind, meaning, modifier: None, quant: None, freq: None, zone: None, rule: "" }
    }

    fn date(start: usize, end: usize, meaning: Meaning) -> Self {
        Self::new(start, end, TimexKind::Date, meaning)
    }

    fn literal(start: usize, end: usize, kind: TimexKind, value: impl Into<String>) -> Self {
        Self::new(start, end, kind, Meaning::Literal(value.into()))
    }

    fn with(self, modifier: Option<Modifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }

    fn from(self, start: usize) -> Self {
        Self { start, ..self }
    }
}

/// The atoms of one paragraph.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) atoms: &'a [Atom],
    /// How many expressions this one stands in: "the end of the first week of May" has two.
    pub(super) depth: u8,
}

/// Expressions are read no deeper than this, which bounds the work at each place.
const DEPTH_MAX: u8 = 4;

impl<'a> Reader<'a> {
    /// The class of an atom; [`Lex::Other`] beyond the end.
    pub(super) fn lex(self, at: usize) -> Lex {
        self.atoms.get(at).map_or(Lex::Other, |atom| atom.lex)
    }

    /// The text of an atom, empty beyond the end.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.atoms.get(at).map_or("", |atom| &self.text[atom.span.range()])
    }

    /// Whether an atom reads like one of `words`, whatever the case.
    pub(super) fn is(self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// Whether an atom touches the one before it.
    pub(super) fn glued(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::None)
    }

    /// Whether an atom begins with a capital letter.
    pub(super) fn capital(self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// The atom before `at`, as text in its own case; empty at the paragraph's start.
    pub(super) fn before(self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// Whether the atom before `at` reads like one of `words`.
    pub(super) fn after_one_of(self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|i| self.is(i, words))
    }

    /// The class of the atom before `at`.
    pub(super) fn lex_before(self, at: usize) -> Lex {
        at.checked_sub(1).map_or(Lex::Other, |i| self.lex(i))
    }

    /// One place further if an atom reads like one of `words`.
    fn skip(self, at: usize, words: &[&str]) -> usize {
        if self.is(at, words) { at + 1 } else { at }
    }

    /// One place further over "the".
    fn skip_the(self, at: usize) -> usize {
        if self.lex(at) == Lex::The { at + 1 } else { at }
    }
}

type Read = fn(Reader<'_>, usize) -> Option<Phrase>;

/// Dates that stand by themselves; modifiers, clocks and relations are built around these.
const DATES: &[(&str, Read)] = &[
    ("date-iso", dates::iso),
    ("date-slashed", dates::slashed),
    ("date-month-day", dates::month_day),
    ("date-day-month", dates::day_month),
    ("month", dates::month),
    ("weekday", dates::weekday),
    ("day-of-month", dates::day_of_month),
    ("date-month-year", dates::month_year),
    ("week-of-date", dates::week_of),
    ("weekday-of-week", dates::weekday_of_week),
    ("weekdays-away", relative::weekdays_away),
    ("holiday", dates::holiday),
    ("season", dates::season),
    ("quarter", dates::quarter),
    ("quarter-at-hand", dates::quarter_at_hand),
    ("half-year", dates::half),
    ("nth-of-period", dates::nth_of_period),
    ("year", years::year),
    ("year-named", years::named_year),
    ("fiscal-year", years::fiscal_year),
    ("decade", years::decade),
    ("century", years::century),
    ("today", relative::today),
    ("step-unit", relative::step_unit),
    ("step-name", relative::step_name),
    ("the-unit", relative::the_unit),
    ("amount-away", relative::amount_away),
    ("amount-from-date", relative::amount_from_date),
    ("unit-of-story", relative::same_time),
];

/// All other expressions.
const OTHERS: &[(&str, Read)] = &[
    ("modified", modified::modified),
    ("clock", clocks::clock),
    ("clock-iso", clocks::iso),
    ("clock-in-words", clocks::in_words),
    ("day-part", clocks::day_part),
    ("duration", durations::duration),
    ("duration-stepped", durations::stepped),
    ("duration-whole", durations::whole),
    ("duration-bare", durations::bare),
    ("duration-serial", durations::serial),
    ("set-every", sets::every),
    ("set-periodic", sets::periodic),
    ("set-rate", sets::rate),
    ("set-plural", sets::plural),
    ("reference", vague::reference),
];

/// All phrases of a paragraph, in order, not overlapping.
pub(super) fn read(reader: Reader<'_>) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < reader.atoms.len() {
        if !can_start(reader.lex(at)) {
            at += 1;
            continue;
        }
        let mut found = ranges::range(reader, at);
        if found.is_empty() {
            found.extend(longest(reader, at, DATES.iter().chain(OTHERS)));
        }
        at = found.last().map_or(at + 1, |phrase| phrase.end);
        phrases.append(&mut found);
    }
    phrases
}

/// Whether any rule begins with this class.
fn can_start(lex: Lex) -> bool {
    !matches!(lex, Lex::Other | Lex::Dash | Lex::Slash | Lex::Colon | Lex::Comma | Lex::Dot | Lex::Open)
}

/// The longest reading at a place.
fn longest<'t>(reader: Reader<'_>, at: usize, rules: impl Iterator<Item = &'t (&'static str, Read)>) -> Option<Phrase> {
    let mut best: Option<Phrase> = None;
    let reader = Reader { depth: reader.depth + 1, ..reader };
    if reader.depth > DEPTH_MAX {
        return None;
    }
    for (name, read) in rules {
        if let Some(phrase) = read(reader, at)
            && best.as_ref().is_none_or(|best| phrase.end > best.end)
        {
            let rule = if phrase.rule.is_empty() { name } else { phrase.rule };
            best = Some(Phrase { rule, ..phrase });
        }
    }
    best
}

/// The longest date at a place, modifiers excluded.
fn date(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    longest(reader, at, DATES.iter())
}

/// A unit's name, singular or plural, with the ordinal "second" read as the unit where `counted`.
fn unit(reader: Reader<'_>, at: usize) -> Option<(Unit, bool)> {
    match reader.lex(at) {
        Lex::Unit(unit, plural) => Some((unit, plural)),
        Lex::Season(_, _) if reader.is(at, &["fall", "spring"]) => None,
        Lex::Ordinal(2) if reader.is(at, &["second"]) => Some((Unit::Second, false)),
        _ => None,
    }
}
