//! The grammar: from atoms to phrases, by small rules each with a name.
//!
//! A rule looks at one place and reads forward over a bounded number of atoms, so that the whole is linear in the
//! text. At each place the longest reading wins, and among equals the rule that stands first in the table.

mod amounts;
mod away;
mod clocks;
mod dates;
mod durations;
mod modified;
mod ranges;
mod relative;
mod sets;
mod starts;
mod vague;
mod years;

use self::starts::*;
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

/// One rule of the grammar.
struct Rule {
    name: &'static str,
    /// The classes of atoms with which the rule's expressions begin, as a union of [`starts`].
    starts: u32,
    read: Read,
}

const fn rule(name: &'static str, starts: u32, read: Read) -> Rule {
    Rule { name, starts, read }
}

/// Dates that stand by themselves; modifiers, clocks and relations are built around these.
const DATES: &[Rule] = &[
    rule("date-iso", DIGITS, dates::iso),
    rule("date-slashed", DIGITS, dates::slashed),
    rule("date-stamped", DIGITS, dates::stamped),
    rule("date-month-day", MONTH | WEEKDAY, dates::month_day),
    rule("date-day-month", DIGITS | ORDINAL | CARDINAL | THE | WEEKDAY, dates::day_month),
    rule("month", MONTH, dates::month),
    rule("weekday", WEEKDAY, dates::weekday),
    rule("day-of-month", THE | ORDINAL, dates::day_of_month),
    rule("date-month-year", DIGITS, dates::month_year),
    rule("week-of-date", THE | UNIT, dates::week_of),
    rule("weekday-of-week", STEP, dates::weekday_of_week),
    rule("weekdays-away", NUMBER, away::weekdays_away),
    rule("holiday", HOLIDAY | MONTH, dates::holiday),
    rule("season", SEASON | THE, dates::season),
    rule("quarter", THE | ORDINAL | FISCAL | DIGITS | CARDINAL | APOSTROPHE, dates::quarter),
    rule("quarter-at-hand", THE | STEP | UNIT, dates::quarter_at_hand),
    rule("period-of-accounts", THE, dates::accounts),
    rule("half-year", THE | ORDINAL | FISCAL | DIGITS, dates::half),
    rule("nth-of-period", THE | STEP | ORDINAL | CARDINAL, dates::nth_of_period),
    rule("year", THE | UNIT | NUMBER, years::year),
    rule("year-named", APOSTROPHE | CARDINAL | ERA, years::named_year),
    rule("fiscal-year", THE | FISCAL | DIGITS | CARDINAL | APOSTROPHE, years::fiscal_year),
    rule("decade", THE | DECADE | APOSTROPHE | CARDINAL, years::decade),
    rule("century", THE | ORDINAL | CARDINAL, years::century),
    rule("today", TODAY | THE | UNIT, relative::today),
    rule("step-unit", STEP | THE, relative::step_unit),
    rule("step-name", STEP | THE, relative::step_name),
    rule("the-unit", THE, relative::the_unit),
    rule("amount-away", AMOUNT | UNIT, away::amount_away),
    rule("amount-from-date", AMOUNT, away::amount_from_date),
    rule("year-ago", UNIT | THE | A, away::year_ago),
    rule("unit-of-story", THE | STEP, relative::same_time),
];

/// All other expressions.
const OTHERS: &[Rule] = &[
    rule("modified", PHASE | BOUND | THE | UNIT, modified::modified),
    rule("clock", NUMBER | HOUR, clocks::clock),
    rule("clock-iso", DIGITS, clocks::iso),
    rule("clock-stamp", WEEKDAY | MONTH, clocks::stamp),
    rule("clock-in-words", A | HALF | UNIT | NUMBER, clocks::in_words),
    rule(
        "day-part",
        TODAY | STEP | THE | PART | WEEKDAY | MONTH | DIGITS | ORDINAL | CARDINAL | HOLIDAY,
        clocks::day_part,
    ),
    rule("duration", AMOUNT | THE, durations::duration),
    rule("duration-stepped", THE | STEP, durations::stepped),
    rule("duration-whole", WHOLE, durations::whole),
    rule("duration-bare", UNIT, durations::bare),
    rule("duration-serial", THE | A | ORDINAL | CARDINAL, durations::serial),
    rule("set-every", EVERY, sets::every),
    rule("set-periodic", PERIODIC, sets::periodic),
    rule("set-clock", NUMBER | HOUR, sets::clock),
    rule("set-rate", TIMES | NUMBER | A, sets::rate),
    rule("set-plural", WEEKDAY | UNIT, sets::plural),
    rule("reference", REFERENCE | THE | A | STEP | BOUND, vague::reference),
];

/// All phrases of a paragraph, in order, not overlapping.
pub(super) fn read(reader: Reader<'_>) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < reader.atoms.len() {
        if starts::of(reader.lex(at)) == 0 {
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

/// The longest reading at a place.
fn longest<'t>(reader: Reader<'_>, at: usize, rules: impl Iterator<Item = &'t Rule>) -> Option<Phrase> {
    let mut best: Option<Phrase> = None;
    let reader = Reader { depth: reader.depth + 1, ..reader };
    if reader.depth > DEPTH_MAX {
        return None;
    }
    let class = starts::of(reader.lex(at));
    for &Rule { name, read, .. } in rules.filter(|rule| rule.starts & class != 0) {
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
