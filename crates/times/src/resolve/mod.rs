//! From what an expression says to what it denotes: anchors, direction, the story's time.

mod names;
mod partial;

use jiff::civil::Date;

use self::{names::in_year, partial::partial};
use super::{
    calendar::{self, Stamp, Unit, holding},
    meaning::{Anchor, Meaning, Name},
    order::Order,
    tense::Direction,
};

/// What an expression outside every article is resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day (and time) of writing.
    pub(super) now: Option<Stamp>,
    /// Whether the text tells a story of its own time, so that dates count from what it told last and not from the
    /// day of writing.
    pub(super) narrative: bool,
    /// The time last spoken of.
    pub(super) story: Option<Stamp>,
    /// The day last spoken of.
    pub(super) day: Option<Date>,
    /// The day last spoken of in the same sentence.
    pub(super) listed: Option<Date>,
    /// The quarter last spoken of.
    pub(super) quarter: Option<Stamp>,
    /// The past year in which the sentence before, or this one, tells its story.
    pub(super) year: Option<i16>,
    /// Where the clause points.
    pub(super) direction: Option<Direction>,
    pub(super) order: Order,
}

/// What an expression denotes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Resolved {
    Stamp(Stamp),
    /// A value that is no stretch of the calendar, or one whose year nothing tells: "P2Y", "XXXX-08-24".
    Text(String),
    /// Nothing anchors it.
    Nothing,
}

/// A year so many years before the story is an aside.
const ASIDE_YEARS: i32 = 20;

impl Context {
    /// Moves the story's time to what an expression denotes.
    pub(super) fn tell(&mut self, meaning: &Meaning, stamp: Stamp) {
        if matches!((stamp, meaning), (Stamp::Quarter(..), Meaning::Named(_) | Meaning::At(_))) {
            self.quarter = Some(stamp);
        }
        self.day = stamp.day().or(self.day);
        // Looking back does not move the story: "sales rose from a year earlier".
        let back = matches!(
            meaning,
            Meaning::Shift(..=-1, Unit::Year | Unit::Month | Unit::Quarter, _) | Meaning::YearsAway(..=-1, _)
        );
        // Nor does a bare year of another age: "the first since 1614".
        let age = |story: Stamp| Some(i32::from(story.year()?) - i32::from(stamp.year()?) > ASIDE_YEARS);
        let aside = matches!(stamp, Stamp::Year(_)) && self.story.and_then(age) == Some(true);
        if !(back && !self.narrative || aside && self.narrative) {
            self.story = Some(stamp);
        }
    }

    /// What a meaning denotes here.
    pub(super) fn resolve(&self, meaning: &Meaning) -> Resolved {
        match meaning {
            Meaning::Literal(value) => Resolved::Text(value.clone()),
            // In a history, "today" is the reader's.
            Meaning::Shift(0, Unit::Day, Anchor::Now) if self.narrative && self.now.is_some() => {
                Resolved::Text("PRESENT_REF".to_owned())
            }
            _ => match self.stamp(meaning) {
                Some(stamp) => Resolved::Stamp(stamp),
                None => partial(meaning).map_or(Resolved::Nothing, Resolved::Text),
            },
        }
    }

    fn stamp(&self, meaning: &Meaning) -> Option<Stamp> {
        match meaning {
            Meaning::At(stamp) => Some(*stamp),
            Meaning::Named(name) => self.named(*name),
            Meaning::WeekdayBefore(weekday, days) => self.weekday_before(*weekday, *days),
            Meaning::Within(name, outer) => within(*name, self.outer(outer, *name)?),
            Meaning::NthUnit(n, unit, outer) => nth_unit(*n, *unit, self.stamp(outer)?),
            Meaning::NthWeekday(n, weekday, outer) => match self.stamp(outer)? {
                Stamp::Month(year, month) => calendar::nth_weekday(year, month, *n, *weekday).map(Stamp::Day),
                _ => None,
            },
            Meaning::Stepped(step, name, anchor) => self.stepped(*step, *name, anchor),
            Meaning::Shift(count, unit, anchor) => self.shift(*count, *unit, anchor),
            Meaning::YearsAway(count, anchor) => self.years_away(*count, anchor),
            Meaning::Part(part, day) => Some(Stamp::Part(self.stamp(day)?.day()?, *part)),
            Meaning::Clock(clock, day) => Some(Stamp::Clock(self.stamp(day)?.day()?, *clock)),
            Meaning::Slashed(first, second, year) => self.slashed(*first, *second, *year),
            Meaning::SomeDay => self.day_spoken_of().map(Stamp::Day),
            Meaning::Literal(_) | Meaning::Unknown => None,
        }
    }

    /// The wider period around a name. "the summer of that year" may have only a year for its anchor.
    fn outer(&self, outer: &Meaning, name: Name) -> Option<Stamp> {
        match (outer, name) {
            (Meaning::Named(Name::Month(month)), Name::MonthlyDay(_)) => self.named(Name::Month(*month)),
            _ => self.stamp(outer),
        }
    }

    fn day_spoken_of(&self) -> Option<Date> {
        self.story.and_then(Stamp::day).or_else(|| if self.narrative { None } else { self.now?.day() })
    }

    /// What names count from.
    fn base(&self) -> Option<Stamp> {
        if self.narrative { self.story } else { self.now }
    }

    fn anchor(&self, anchor: &Anchor) -> Option<Stamp> {
        match anchor {
            Anchor::Now | Anchor::Context => self.base(),
            Anchor::Story => self.story.or(if self.narrative { None } else { self.now }),
            Anchor::At(meaning) => self.stamp(meaning),
        }
    }

    fn shift(&self, count: i32, unit: Unit, anchor: &Anchor) -> Option<Stamp> {
        let base = self.anchor(anchor)?;
        match unit {
            // "that day" after "the following year" is the day told before.
            Unit::Day if count == 0 && *anchor == Anchor::Story && base.unit() > Unit::Day => {
                return self.day.map(Stamp::Day);
            }
            Unit::Quarter if count == 0 && *anchor == Anchor::Context => return self.quarter_at_hand(base),
            Unit::Weekend if count == 0 && !self.narrative && matches!(anchor, Anchor::Now | Anchor::Context) => {
                return self.weekend(base);
            }
            _ => {}
        }
        if count == 0 {
            return if base.unit() <= unit || unit == Unit::Week && base.unit() == Unit::Weekend {
                base.widen(unit)
            } else {
                None
            };
        }
        // A stretch cannot be counted from in units shorter than itself: two days after "1998" is no day.
        if base.unit() > unit && !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        match (anchor, base) {
            // "two weeks from Friday" is a day, where "two weeks ago" is a week.
            (Anchor::At(_), Stamp::Day(day)) => shift_day(day, count, unit),
            _ => base.shift(count, unit),
        }
    }

    /// "a year earlier": in a report on a quarter, that quarter a year earlier.
    fn years_away(&self, count: i32, anchor: &Anchor) -> Option<Stamp> {
        match self.quarter {
            Some(quarter) if count == -1 && !self.narrative => quarter.shift(-4, Unit::Quarter),
            _ => self.shift(count, Unit::Year, anchor),
        }
    }

    /// The quarter reported on: the one spoken of, or the last that has ended.
    fn quarter_at_hand(&self, base: Stamp) -> Option<Stamp> {
        self.quarter.or_else(|| base.shift(-1, Unit::Quarter))
    }

    /// "the weekend", "this weekend": the coming one or the one just past.
    fn weekend(&self, base: Stamp) -> Option<Stamp> {
        let past = self.direction == Some(Direction::Past) && calendar::weekday_of(base.first_day()?) < 6;
        base.shift(if past { -1 } else { 0 }, Unit::Weekend)
    }

    fn slashed(&self, first: u8, second: u8, year: Option<i16>) -> Option<Stamp> {
        let (month, day) = if self.order == Order::MonthFirst { (first, second) } else { (second, first) };
        let found = |month: u8, day: u8| match year {
            Some(year) => calendar::date(year, month, day).map(Stamp::Day),
            None => self.named(Name::MonthDay(month, day)),
        };
        found(month, day).or_else(|| found(day, month))
    }
}

/// A name inside a wider period.
fn within(name: Name, outer: Stamp) -> Option<Stamp> {
    match (name, outer) {
        (Name::Weekday(weekday), Stamp::Week(year, week)) => calendar::week_day(year, week, weekday).map(Stamp::Day),
        (Name::Weekday(weekday), Stamp::Weekend(year, week)) if weekday >= 6 => {
            calendar::week_day(year, week, weekday).map(Stamp::Day)
        }
        (Name::MonthlyDay(day), Stamp::Month(year, month)) => calendar::date(year, month, day).map(Stamp::Day),
        (_, Stamp::Year(year)) => in_year(name, year),
        (Name::MonthDay(..) | Name::Month(_), outer) if outer.unit() <= Unit::Year => in_year(name, outer.year()?),
        _ => None,
    }
}

/// The `n`th unit of a wider period, from its end when negative.
fn nth_unit(n: i8, unit: Unit, outer: Stamp) -> Option<Stamp> {
    if unit >= outer.unit() || n == 0 {
        return None;
    }
    if let (Unit::Week, Stamp::Year(year), 1..) = (unit, outer, n) {
        return in_year(Name::Week(n.unsigned_abs()), year);
    }
    let first = if n > 0 { outer } else { outer.shift(1, outer.unit())? };
    let first = holding(first.first_day()?, Unit::Day)?;
    let step = if n > 0 { i32::from(n) - 1 } else { i32::from(n) };
    match unit {
        Unit::Week | Unit::Weekend if n < 0 => holding(calendar::add_days(first.day()?, 7 * (step + 1) - 1)?, unit),
        _ => first.shift(step, unit),
    }
}

/// The day `count` units after a day.
fn shift_day(day: Date, count: i32, unit: Unit) -> Option<Stamp> {
    let months = |each: i32| {
        let (year, month) = calendar::add_months(day, count.checked_mul(each)?)?;
        let last = day.day().unsigned_abs();
        // The 31st of a month of 30 days is its last.
        (last.saturating_sub(3)..=last).rev().find_map(|d| calendar::date(year, month, d)).map(Stamp::Day)
    };
    match unit {
        Unit::Week | Unit::Weekend => calendar::add_days(day, count.checked_mul(7)?).map(Stamp::Day),
        Unit::Fortnight => calendar::add_days(day, count.checked_mul(14)?).map(Stamp::Day),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
        _ => Stamp::Day(day).shift(count, unit),
    }
}
