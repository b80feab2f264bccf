//! From what an expression says to what it denotes: anchors, direction, the story's time.

use jiff::civil::Date;

use super::{
    calendar::{self, Stamp, Unit, holding},
    holidays,
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
    /// The quarter last spoken of.
    pub(super) quarter: Option<Stamp>,
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

impl Context {
    /// Moves the story's time to what an expression denotes.
    pub(super) fn tell(&mut self, meaning: &Meaning, stamp: Stamp) {
        if matches!((stamp, meaning), (Stamp::Quarter(..), Meaning::Named(_) | Meaning::At(_))) {
            self.quarter = Some(stamp);
        }
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
            Unit::Quarter if count == 0 && *anchor == Anchor::Context => return self.quarter_at_hand(base),
            Unit::Weekend if count == 0 && !self.narrative && *anchor != Anchor::Story => return self.weekend(base),
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

    /// The occurrence of a name that an expression without year means.
    fn named(&self, name: Name) -> Option<Stamp> {
        let base = self.base()?;
        match name {
            Name::Weekday(weekday) => self.weekday(base.day()?, weekday),
            Name::WeekdayDay(weekday, day) => self.weekday_day(base.first_day()?, weekday, day),
            Name::MonthlyDay(day) => self.monthly_day(day),
            Name::Decade(n) => {
                let year = base.year()?;
                let decade = (year / 100) * 10 + i16::from(n / 10);
                Some(Stamp::Decade(if decade * 10 > year { decade - 10 } else { decade }))
            }
            _ if self.narrative => story_occurrence(base, name),
            _ => self.nearest(base, name),
        }
    }

    /// The occurrence of a yearly name nearest to the day of writing in the clause's direction.
    fn nearest(&self, base: Stamp, name: Name) -> Option<Stamp> {
        let (year, today) = (base.year()?, base.first_day()?);
        let candidates = [-1, 0, 1].map(|n| in_year(name, calendar::year_after(year, n)?));
        let cost = |stamp: &Stamp| {
            let under_way = holding(today, stamp.unit()) == Some(*stamp);
            let days = if under_way { 0 } else { calendar::days_between(today, stamp.first_day()?)? };
            Some(match self.direction {
                // Quarters are reported long after they end, whatever the tense.
                _ if matches!(name, Name::Quarter(_)) => days.abs() * if days > 0 { AGAINST_DIRECTION } else { 1 },
                Some(Direction::Past) if days > 0 => days * AGAINST_DIRECTION,
                Some(Direction::Future) if days < 0 => -days * AGAINST_DIRECTION,
                // The future is the rarer reading where nothing tells.
                None if days > 0 => days * 2,
                _ => days.abs(),
            })
        };
        candidates.into_iter().flatten().min_by_key(|stamp| cost(stamp).unwrap_or(i32::MAX))
    }

    fn weekday(&self, today: Date, weekday: u8) -> Option<Stamp> {
        let back = (i32::from(calendar::weekday_of(today)) - i32::from(weekday)).rem_euclid(7);
        let forward = (7 - back) % 7;
        let future = self.direction == Some(Direction::Future) || self.narrative;
        calendar::add_days(today, if future { forward } else { -back }).map(Stamp::Day)
    }

    /// "Tuesday the 14th": the nearest month in which that day is that weekday.
    fn weekday_day(&self, today: Date, weekday: u8, day: u8) -> Option<Stamp> {
        let found = |months: i32| {
            let (year, month) = calendar::add_months(today, months)?;
            calendar::date(year, month, day).filter(|d| calendar::weekday_of(*d) == weekday)
        };
        [0, 1, -1, 2, -2, 3, -3].into_iter().find_map(found).map(Stamp::Day)
    }

    fn monthly_day(&self, day: u8) -> Option<Stamp> {
        let month = |stamp: Stamp| if stamp.unit() <= Unit::Month { stamp.first_day() } else { None };
        let base = self.story.and_then(month).or_else(|| self.base().and_then(month))?;
        calendar::date(base.year(), base.month().unsigned_abs(), day).map(Stamp::Day)
    }

    /// "last March", "this summer", "next Tuesday".
    fn stepped(&self, step: i32, name: Name, anchor: &Anchor) -> Option<Stamp> {
        let base = self.anchor(anchor)?;
        let today = base.first_day()?;
        if let Name::Weekday(weekday) = name {
            let base = base.day()?;
            let distance = i32::from(weekday) - i32::from(calendar::weekday_of(base));
            let days = match step {
                0 => distance,
                1 => (distance - 1).rem_euclid(7) + 1,
                _ => -((-distance - 1).rem_euclid(7) + 1),
            };
            return calendar::add_days(base, days).map(Stamp::Day);
        }
        let year = base.year()?;
        if step == 0 {
            return in_year(name, year);
        }
        let years = if step > 0 { [0, 1] } else { [0, -1] };
        years.into_iter().find_map(|n| {
            let stamp = in_year(name, calendar::year_after(year, n)?)?;
            let first = stamp.first_day()?;
            let under_way = holding(today, stamp.unit()) == Some(stamp);
            (!under_way && if step > 0 { first > today } else { first < today }).then_some(stamp)
        })
    }
}

/// How much further away a date seems that lies against the direction of its clause. Newspapers write the year of
/// dates that are nearly a year away, so that "he was told to return by 14 January", written on the 7th, looks ahead.
const AGAINST_DIRECTION: i32 = 6;

/// How much further away, in quarters, a day seems that lies before the one last told.
const STORY_BACK: i32 = 5;

/// A year so many years before the story is an aside.
const ASIDE_YEARS: i32 = 20;

/// A name in a narrative: its occurrence nearest to the day last told, or in the year last told.
fn story_occurrence(story: Stamp, name: Name) -> Option<Stamp> {
    let year = story.year()?;
    if story.unit() > Unit::Month {
        return in_year(name, year);
    }
    let told = story.first_day()?;
    let candidates = [0, 1, -1].map(|n| in_year(name, calendar::year_after(year, n)?));
    let cost = |stamp: &Stamp| {
        let days = calendar::days_between(told, stamp.first_day()?)?;
        // A story runs forward.
        Some(if days < 0 { days.saturating_mul(-STORY_BACK) / 4 } else { days })
    };
    candidates.into_iter().flatten().min_by_key(|stamp| cost(stamp).unwrap_or(i32::MAX))
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

/// A yearly name in a year.
fn in_year(name: Name, year: i16) -> Option<Stamp> {
    Some(match name {
        Name::Month(month) => Stamp::Month(year, month),
        Name::MonthDay(month, day) => Stamp::Day(calendar::date(year, month, day)?),
        Name::Season(season) => Stamp::Season(year, season),
        Name::Quarter(n) => Stamp::Quarter(year, n),
        Name::Half(n) => Stamp::Half(year, n),
        Name::Week(n) => calendar::week_day(year, n, 1).map(|_| Stamp::Week(year, n))?,
        Name::Holiday(index) => Stamp::Day(holidays::day(index, year)?),
        Name::Weekday(_) | Name::WeekdayDay(..) | Name::MonthlyDay(_) | Name::Decade(_) => return None,
    })
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

/// What can be written of a period whose year or week nothing tells.
fn partial(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Named(name) => Some(match *name {
            Name::Month(month) => format!("XXXX-{month:02}"),
            Name::MonthDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Name::MonthlyDay(day) => format!("XXXX-XX-{day:02}"),
            Name::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
            Name::Season(season) => format!("XXXX-{}", season.code()),
            Name::Quarter(n) => format!("XXXX-Q{n}"),
            Name::Half(n) => format!("XXXX-H{n}"),
            Name::Week(n) => format!("XXXX-W{n:02}"),
            Name::Decade(n) => format!("XX{}", n / 10),
            Name::WeekdayDay(_, day) => format!("XXXX-XX-{day:02}"),
            Name::Holiday(index) => {
                let (this, next) = (holidays::day(index, 2001)?, holidays::day(index, 2002)?);
                let fixed = (this.month(), this.day()) == (next.month(), next.day());
                return fixed.then(|| format!("XXXX-{:02}-{:02}", this.month(), this.day()));
            }
        }),
        Meaning::Part(part, day) => Some(format!("{}T{}", day_or_unknown(day)?, part.code())),
        Meaning::Clock(clock, day) => Some(format!("{}T{clock}", day_or_unknown(day)?)),
        _ => None,
    }
}

/// The date of a time of day: what is known of it, or `XXXX-XX-XX` where the text gives none.
fn day_or_unknown(day: &Meaning) -> Option<String> {
    match day {
        Meaning::SomeDay => Some("XXXX-XX-XX".to_owned()),
        Meaning::Shift(..) => None,
        _ => partial(day),
    }
}
