//! Classes of atoms with which expressions begin, as sets of bits: a rule is tried only where one of its classes stands.

use crate::lexicon::Lex;

pub(super) const DIGITS: u32 = 1;
pub(super) const ORDINAL: u32 = 1 << 1;
pub(super) const DECADE: u32 = 1 << 2;
pub(super) const CARDINAL: u32 = 1 << 3;
pub(super) const SEVERAL: u32 = 1 << 4;
pub(super) const HALF: u32 = 1 << 5;
pub(super) const MONTH: u32 = 1 << 6;
pub(super) const WEEKDAY: u32 = 1 << 7;
pub(super) const SEASON: u32 = 1 << 8;
pub(super) const UNIT: u32 = 1 << 9;
pub(super) const PART: u32 = 1 << 10;
pub(super) const HOUR: u32 = 1 << 11;
pub(super) const TODAY: u32 = 1 << 12;
pub(super) const STEP: u32 = 1 << 13;
pub(super) const THE: u32 = 1 << 14;
pub(super) const A: u32 = 1 << 15;
pub(super) const PHASE: u32 = 1 << 16;
pub(super) const BOUND: u32 = 1 << 17;
pub(super) const EVERY: u32 = 1 << 18;
pub(super) const TIMES: u32 = 1 << 19;
pub(super) const PERIODIC: u32 = 1 << 20;
pub(super) const REFERENCE: u32 = 1 << 21;
pub(super) const FISCAL: u32 = 1 << 22;
pub(super) const ERA: u32 = 1 << 23;
pub(super) const HOLIDAY: u32 = 1 << 24;
pub(super) const APOSTROPHE: u32 = 1 << 25;
pub(super) const WHOLE: u32 = 1 << 26;

/// Whole numbers.
pub(super) const NUMBER: u32 = DIGITS | CARDINAL;
/// Amounts, with how they are bounded.
pub(super) const AMOUNT: u32 = NUMBER | SEVERAL | HALF | A | BOUND;

/// The class of an atom; 0 where nothing can begin.
pub(super) fn of(lex: Lex) -> u32 {
    match lex {
        Lex::Digits(..) | Lex::Grouped(_) => DIGITS,
        // "second" is a unit too.
        Lex::Ordinal(2) => ORDINAL | UNIT,
        Lex::Ordinal(_) => ORDINAL,
        Lex::Decade(_) | Lex::DecadeWord(_) => DECADE,
        Lex::Cardinal(_) | Lex::Scale(_) => CARDINAL,
        Lex::Several => SEVERAL,
        Lex::Half => HALF,
        Lex::Month(..) => MONTH,
        Lex::Weekday(..) | Lex::Weekdays(_) => WEEKDAY,
        Lex::Season(..) => SEASON,
        Lex::Unit(..) => UNIT,
        Lex::Part(..) => PART,
        Lex::Hour(_) => HOUR,
        Lex::Today(_) | Lex::Tonight => TODAY,
        Lex::Step(_) => STEP,
        Lex::The => THE,
        Lex::A | Lex::Per => A,
        Lex::Phase(_) | Lex::Portion(_) => PHASE,
        Lex::Bound(_) | Lex::BoundStart => BOUND,
        Lex::Every | Lex::Alternate => EVERY,
        Lex::Times(_) => TIMES,
        Lex::Periodic(..) => PERIODIC,
        Lex::Reference(_) | Lex::Tense(_) => REFERENCE,
        Lex::Fiscal | Lex::Letter => FISCAL,
        Lex::Era(_) => ERA,
        Lex::Holiday => HOLIDAY,
        Lex::Apostrophe => APOSTROPHE,
        Lex::Whole => WHOLE,
        Lex::Other | Lex::Dash | Lex::Slash | Lex::Colon | Lex::Comma | Lex::Dot | Lex::Open | Lex::Meridiem(_) => 0,
    }
}
