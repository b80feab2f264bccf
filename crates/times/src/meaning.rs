//! What an expression says, before anything outside it is consulted.

use super::calendar::{Clock, DayPart, Season, Stamp, Unit};

/// The TIMEX3 attribute `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modifier {
    Before,
    After,
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    /// As TIMEX3 writes it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }

    /// The modifier of a point in the past that is "more than", "at least" ... an amount of time away.
    pub(super) fn of_point(self) -> Self {
        match self {
            Self::MoreThan | Self::EqualOrMore => Self::Before,
            Self::LessThan | Self::EqualOrLess => Self::After,
            other => other,
        }
    }
}

/// The words that step from one period to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Last,
    Past,
    This,
    Current,
    Next,
    Coming,
    Previous,
    Following,
    Same,
    That,
    Recent,
}

impl Step {
    /// How many periods away.
    pub(super) fn count(self) -> i32 {
        match self {
            Self::Last | Self::Past | Self::Previous => -1,
            Self::This | Self::Current | Self::Same | Self::That | Self::Recent => 0,
            Self::Next | Self::Coming | Self::Following => 1,
        }
    }

    /// What the step starts from.
    pub(super) fn anchor(self) -> Anchor {
        match self {
            Self::Previous | Self::Following | Self::Same | Self::That => Anchor::Story,
            _ => Anchor::Now,
        }
    }
}

/// What a relative expression starts from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Anchor {
    /// The time of writing.
    Now,
    /// The period under way: that of writing in news, that of the story in a narrative.
    Context,
    /// The time last spoken of.
    Story,
    /// The time that another expression denotes.
    At(Box<Meaning>),
}

/// A period with a name, whichever year (or week, or month) it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Name {
    Month(u8),
    MonthDay(u8, u8),
    /// "the 19th".
    MonthlyDay(u8),
    Weekday(u8),
    /// "Tuesday the 14th".
    WeekdayDay(u8, u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    /// An ISO 8601 week.
    Week(u8),
    /// Index into the table of holidays.
    Holiday(usize),
    /// "the '90s", "the nineties".
    Decade(u8),
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A period that needs nothing else.
    At(Stamp),
    /// The nearest such period in the direction that tense and context give.
    Named(Name),
    /// A weekday with which a stretch of so many more days begins: "(from) Monday (through Thursday)".
    WeekdayBefore(u8, u8),
    /// A name inside a wider period: "August last year", "the third quarter of that year".
    Within(Name, Box<Meaning>),
    /// The `n`th unit of a wider period, from its end when negative: "the first week of May".
    NthUnit(i8, Unit, Box<Meaning>),
    /// The `n`th weekday of a month: "the third Wednesday in November".
    NthWeekday(i8, u8, Box<Meaning>),
    /// The last (-1), this (0) or next (1) such period: "last March".
    Stepped(i32, Name, Anchor),
    /// `count` units after the anchor: "last week", "two days later".
    Shift(i32, Unit, Anchor),
    /// So many years from the anchor: "a year ago", which in a report on a quarter is a quarter.
    YearsAway(i32, Anchor),
    /// A part of a day.
    Part(DayPart, Box<Meaning>),
    /// A time of a day.
    Clock(Clock, Box<Meaning>),
    /// Two numbers that may be day and month or month and day, and a year if stated.
    Slashed(u8, u8, Option<i16>),
    /// A time that the story names elsewhere, which nothing here tells.
    Unknown,
    /// The day spoken of, or the day of writing.
    SomeDay,
    /// A value that nothing can change: durations, sets, `PRESENT_REF`.
    Literal(String),
}
