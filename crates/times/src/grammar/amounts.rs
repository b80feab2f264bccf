//! Numbers and amounts of time.

use super::{Reader, unit};
use crate::{calendar::Unit, lexicon::Lex, meaning::Modifier};

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// A number, in hundredths.
    Exact(u64),
    /// "several", "a few".
    Several,
}

/// An amount of one unit, its reading's end, and how it is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) end: usize,
    pub(super) count: Count,
    pub(super) unit: Unit,
    pub(super) modifier: Option<Modifier>,
    /// Whether number and unit are joined by a hyphen: "two-year".
    pub(super) joined: bool,
}

impl Amount {
    /// The amount as a whole number of units, where it is one.
    pub(super) fn whole(&self) -> Option<i32> {
        match self.count {
            Count::Exact(n) if n.is_multiple_of(100) => i32::try_from(n / 100).ok(),
            _ => None,
        }
    }

    /// ISO 8601 period of the amount: "P2Y", "PT30M", "PXD".
    pub(super) fn period(&self) -> String {
        let (times, letters, clock) = self.unit.period();
        let mark = if clock { "PT" } else { "P" };
        let Count::Exact(n) = self.count else { return format!("{mark}X{letters}") };
        match (self.unit, n) {
            (Unit::Hour, 50) => "PT30M".into(),
            (Unit::Minute, 50) => "PT30S".into(),
            (Unit::Year, 50) => "P6M".into(),
            // A half is written in the next smaller unit: "2 1/2 hours" is PT2H30M.
            (Unit::Year, n) if n % 100 == 50 => format!("P{}Y6M", n / 100),
            (Unit::Hour, n) if n % 100 == 50 => format!("PT{}H30M", n / 100),
            (Unit::Minute, n) if n % 100 == 50 => format!("PT{}M30S", n / 100),
            (Unit::Decade, n) => format!("P{}Y", decimal(n.saturating_mul(10))),
            (Unit::Century, n) => format!("P{}Y", decimal(n.saturating_mul(100))),
            _ => format!("{mark}{}{letters}", decimal(n.saturating_mul(u64::from(times)))),
        }
    }
}

/// A number of hundredths in decimal notation without needless zeros.
fn decimal(hundredths: u64) -> String {
    match (hundredths / 100, hundredths % 100) {
        (n, 0) => n.to_string(),
        (n, rest) if rest.is_multiple_of(10) => format!("{n}.{}", rest / 10),
        (n, rest) => format!("{n}.{rest:02}"),
    }
}

/// Words between number and unit: "six more months", "18 consecutive months", "the three previous years".
const BETWEEN: &[&str] = &[
    "more",
    "full",
    "consecutive",
    "straight",
    "successive",
    "additional",
    "further",
    "whole",
    "long",
    "solid",
    "short",
    "calendar",
    "business",
    "working",
    "trading",
    "extra",
    "remaining",
];

/// Words between number and unit that step when the unit is one: "the three previous years", but "up from 300 last
/// year".
const STEPPING: &[&str] = &["past", "last", "previous", "preceding", "next", "following", "coming", "upcoming"];

/// Most atoms that a number in words may have.
const NUMBER_ATOMS_MAX: usize = 12;

/// A whole number: "15", "1,500", "2 million", "twenty-four", "two hundred and five". Gives end and value.
pub(super) fn cardinal(reader: Reader<'_>, at: usize) -> Option<(usize, u64)> {
    if let Lex::Digits(value, _) | Lex::Grouped(value) = reader.lex(at) {
        return Some(match reader.lex(at + 1) {
            Lex::Scale(scale) if scale > 12 => (at + 2, u64::from(value).saturating_mul(u64::from(scale))),
            _ => (at + 1, u64::from(value)),
        });
    }
    let (mut total, mut group, mut end, mut place) = (0_u64, 0_u64, at, 1000_u32);
    while end < at + NUMBER_ATOMS_MAX {
        let joined = end > at && (reader.lex(end) == Lex::Dash || reader.is(end, &["and"]));
        let next = if joined { end + 1 } else { end };
        match reader.lex(next) {
            // "and" joins to a hundred only: "five and six days" are two amounts.
            Lex::Cardinal(_) if joined && reader.is(end, &["and"]) && place < 1000 => break,
            Lex::Cardinal(n) if n >= 10 && place > 10 || n < 10 && place > 1 && !(n == 0 && next > at) => {
                group += u64::from(n);
                place = if n >= 20 { 10 } else { 1 };
            }
            Lex::Scale(scale) if next > at && !joined => {
                group = group.max(1).saturating_mul(u64::from(scale));
                if scale >= 1000 {
                    total = u64::saturating_add(total, group);
                    group = 0;
                }
                place = 1000;
            }
            _ => break,
        }
        end = next + 1;
    }
    (end > at).then_some((end, total.saturating_add(group)))
}

/// An ordinal: "15th", "fifteenth", "twenty-first". Gives end and value.
pub(super) fn ordinal(reader: Reader<'_>, at: usize) -> Option<(usize, u32)> {
    match reader.lex(at) {
        Lex::Ordinal(n) => Some((at + 1, n)),
        Lex::Cardinal(tens) if tens >= 20 => {
            let next = if reader.lex(at + 1) == Lex::Dash { at + 2 } else { at + 1 };
            match reader.lex(next) {
                Lex::Ordinal(n) if (1..10).contains(&n) => Some((next + 1, tens + n)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// How an amount is bounded, read before it: "about", "more than", "at least", "up to", "no more than".
pub(super) fn bound(reader: Reader<'_>, at: usize) -> Option<(usize, Modifier)> {
    let spelled = |words: &[&str]| words.iter().enumerate().all(|(i, word)| reader.is(at + i, &[word]));
    const BOUNDS: &[(&[&str], Modifier)] = &[
        (&["no", "more", "than"], Modifier::EqualOrLess),
        (&["not", "more", "than"], Modifier::EqualOrLess),
        (&["no", "less", "than"], Modifier::EqualOrMore),
        (&["no", "fewer", "than"], Modifier::EqualOrMore),
        (&["not", "less", "than"], Modifier::EqualOrMore),
        (&["more", "than"], Modifier::MoreThan),
        (&["less", "than"], Modifier::LessThan),
        (&["fewer", "than"], Modifier::LessThan),
        (&["at", "least"], Modifier::EqualOrMore),
        (&["at", "most"], Modifier::EqualOrLess),
        (&["up", "to"], Modifier::EqualOrLess),
        (&["as", "many", "as"], Modifier::EqualOrLess),
        (&["as", "long", "as"], Modifier::EqualOrLess),
        (&["as", "little", "as"], Modifier::EqualOrMore),
        (&["well", "over"], Modifier::MoreThan),
        (&["just", "over"], Modifier::MoreThan),
        (&["just", "under"], Modifier::LessThan),
        (&["only", "about"], Modifier::Approx),
        (&["close", "to"], Modifier::Approx),
    ];
    match reader.lex(at) {
        Lex::Bound(modifier) => Some((at + 1, modifier)),
        Lex::BoundStart => {
            BOUNDS.iter().find(|(words, _)| spelled(words)).map(|&(words, modifier)| (at + words.len(), modifier))
        }
        _ => None,
    }
}

/// A number of units: "two years", "2 1/2 hours", "a year and a half", "half a century", "several months".
pub(super) fn amount(reader: Reader<'_>, at: usize) -> Option<Amount> {
    let (start, modifier) = bound(reader, at).map_or((at, None), |(end, modifier)| (end, Some(modifier)));
    let (end, count) = count(reader, start)?;
    // "over" before a vague amount is a preposition.
    if reader.is(at, &["over"]) && count == Count::Several {
        return None;
    }
    let joined = reader.lex(end) == Lex::Dash && reader.glued(end) && reader.glued(end + 1);
    let mut end = if joined { end + 1 } else { end };
    let stepped = !joined && reader.is(end, STEPPING);
    if stepped || !joined && reader.is(end, BETWEEN) {
        end += 1;
    }
    let (unit, plural) = unit(reader, end)?;
    // "a years-old slump": an article counts one.
    let one = reader.lex(start) == Lex::A && end == start + 1;
    if stepped && !plural || one && plural {
        return None;
    }
    // "the World Cup 2018 day five": a year before a unit.
    if !plural && unit < Unit::Year && !joined && matches!(reader.lex(start), Lex::Digits(1900..=2099, 4)) {
        return None;
    }
    end += 1;
    // "three-quarters of the city", "a quarter": fractions.
    if unit == Unit::Quarter && (joined || !plural || reader.is(end, &["of"])) {
        return None;
    }
    let mut count = count;
    if let (Count::Exact(n), Some((until, rest))) = (&mut count, fraction(reader, end)) {
        *n = n.saturating_add(rest);
        end = until;
    }
    // "a week or so", "two years or so".
    let (end, modifier) = match modifier {
        None if reader.is(end, &["or"]) && reader.is(end + 1, &["so"]) => (end + 2, Some(Modifier::Approx)),
        _ => (end, modifier),
    };
    Some(Amount { end, count, unit, modifier, joined })
}

/// "and a half", "and a quarter", "and three quarters": where it ends, and hundredths. A unit must not follow at once,
/// so that "two years and a quarter century" stays two amounts.
fn fraction(reader: Reader<'_>, at: usize) -> Option<(usize, u64)> {
    if !reader.is(at, &["and"]) {
        return None;
    }
    let parts = match reader.lex(at + 1) {
        Lex::A | Lex::Cardinal(1) => 1,
        Lex::Cardinal(2) => 2,
        Lex::Cardinal(3) => 3,
        _ => 0,
    };
    let word = if parts > 0 { at + 2 } else { at + 1 };
    let hundredths = match reader.lex(word) {
        Lex::Half if parts <= 1 => 50,
        Lex::Unit(Unit::Quarter, _) => 25 * parts.max(1),
        _ => return None,
    };
    Some((word + 1, hundredths))
}

/// The number before a unit.
fn count(reader: Reader<'_>, at: usize) -> Option<(usize, Count)> {
    let one = Count::Exact(100);
    let of = |end: usize| reader.skip(end, &["of"]);
    match reader.lex(at) {
        _ if reader.is(at, &["½"]) => Some((reader.skip(at + 1, &["a", "an"]), Count::Exact(50))),
        Lex::Half => {
            let joined = reader.lex(at + 1) == Lex::Dash && reader.lex(at + 2) != Lex::A;
            let end = if joined { at + 1 } else { reader.skip(reader.skip(at + 1, &["of"]), &["a", "an"]) };
            Some((end, Count::Exact(50)))
        }
        Lex::A => match reader.lex(at + 1) {
            _ if reader.is(at + 1, &["½"]) => Some((at + 2, Count::Exact(50))),
            Lex::Several if reader.is(at + 1, &["couple"]) => Some((of(at + 2), Count::Exact(200))),
            Lex::Several => Some((of(at + 2), Count::Several)),
            Lex::Half => Some((if reader.lex(at + 2) == Lex::Dash { at + 2 } else { of(at + 2) }, Count::Exact(50))),
            Lex::Scale(n) => Some((of(at + 2), Count::Exact(u64::from(n) * 100))),
            _ if reader.is(at + 1, &["good", "further", "number"]) => None,
            _ => Some((at + 1, one)),
        },
        Lex::Several if reader.is(at, &["couple"]) => Some((of(at + 1), Count::Exact(200))),
        Lex::Several => Some((of(at + 1), Count::Several)),
        Lex::Scale(_) if reader.word(at).ends_with(['s', 'S']) => Some((of(at + 1), Count::Several)),
        Lex::Digits(..) | Lex::Grouped(_) | Lex::Cardinal(_) | Lex::Scale(_) => number(reader, at),
        _ => None,
    }
}

/// A number that may carry a fraction: "2.5", "2 1/2", "two and a half", "1 ½".
fn number(reader: Reader<'_>, at: usize) -> Option<(usize, Count)> {
    let (end, whole) = cardinal(reader, at)?;
    let hundredths = whole.saturating_mul(100);
    let exact = |end, rest| Some((end, Count::Exact(hundredths.saturating_add(rest))));
    if let (Lex::Dot, Lex::Digits(n, digits @ 1..=2)) = (reader.lex(end), reader.lex(end + 1))
        && reader.glued(end)
        && reader.glued(end + 1)
    {
        return exact(end + 2, u64::from(if digits == 1 { n * 10 } else { n }));
    }
    // A fraction may follow a space or a hyphen: "2 1/2", "2-1/2".
    let start = if reader.lex(end) == Lex::Dash { end + 1 } else { end };
    if let (Lex::Digits(n @ 1..=3, 1), Lex::Slash, Lex::Digits(d @ 2..=4, 1)) =
        (reader.lex(start), reader.lex(start + 1), reader.lex(start + 2))
    {
        return exact(start + 3, u64::from(n * 100 / d));
    }
    if let (Lex::Slash, Lex::Digits(d @ 2..=4, 1), 1..=3) = (reader.lex(end), reader.lex(end + 1), whole)
        && reader.glued(end)
    {
        return Some((end + 2, Count::Exact(whole * 100 / u64::from(d))));
    }
    match reader.word(end) {
        "½" => exact(end + 1, 50),
        "¼" => exact(end + 1, 25),
        "¾" => exact(end + 1, 75),
        _ => match fraction(reader, end) {
            Some((until, rest)) => exact(reader.skip(until, &["of"]), rest),
            None => exact(end, 0),
        },
    }
}
