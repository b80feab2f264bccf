//! Which occurrence of a name an expression without year means: "March", "last Tuesday", "the 19th".

use jiff::civil::Date;

use super::Context;
use crate::{
    calendar::{self, Season, Stamp, Unit, holding},
    holidays,
    meaning::{Anchor, Name},
    tense::Direction,
};

/// How much further away a date seems that lies against the direction of its clause. Newspapers write the year of
/// dates that are nearly a year away, so that "he was told to return by 14 January", written on the 7th, looks ahead.
const AGAINST_DIRECTION: i32 = 6;

/// How much further away, in quarters, a day seems that lies before the one last told.
const STORY_BACK: i32 = 5;

/// The last month in which "this winter" is the one that began the year before.
const WINTER_LAST_MONTH: i8 = 3;

impl Context {
    /// The occurrence of a name that an expression without year means.
    pub(super) fn named(&self, name: Name) -> Option<Stamp> {
        // News of a death stands among the dates of a life: weekdays count from the day of writing there too.
        let base = if matches!(name, Name::Weekday(_)) { self.now.or(self.story) } else { self.base() }?;
        match name {
            Name::Weekday(weekday) => self.weekday(base.day()?, weekday),
            Name::Month(_) | Name::MonthDay(..) | Name::Season(_)
                if self.year.is_some() && !self.narrative && self.direction != Some(Direction::Future) =>
            {
                in_year(name, self.year?)
            }
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
            let this_half = Stamp::Half(today.year(), if today.month() <= 6 { 1 } else { 2 });
            let under_way = holding(today, stamp.unit()) == Some(*stamp) || *stamp == this_half;
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
        let future = self.direction == Some(Direction::Future) || self.now.is_none();
        // "They host Hull on Saturday and travel to Leeds on Wednesday", written on a Wednesday: next week's.
        let forward = if back == 0 && self.listed > Some(today) { 7 } else { forward };
        calendar::add_days(today, if future { forward } else { -back }).map(Stamp::Day)
    }

    /// The weekday on which a stretch of so many more days begins; where the clause speaks of the past, it has ended.
    pub(super) fn weekday_before(&self, weekday: u8, days: u8) -> Option<Stamp> {
        let first = self.named(Name::Weekday(weekday))?;
        let last = calendar::add_days(first.day()?, days.into())?;
        let ended = self.narrative || last <= self.base()?.day()?;
        if self.direction != Some(Direction::Past) || ended { Some(first) } else { first.shift(-7, Unit::Day) }
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
    pub(super) fn stepped(&self, step: i32, name: Name, anchor: &Anchor) -> Option<Stamp> {
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
            // A winter that began last year is this one until spring has come.
            let wintry = name == Name::Season(Season::Winter) && today.month() <= WINTER_LAST_MONTH;
            let began = if wintry && self.direction != Some(Direction::Future) { -1 } else { 0 };
            return in_year(name, calendar::year_after(year, began)?);
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

/// A yearly name in a year.
pub(super) fn in_year(name: Name, year: i16) -> Option<Stamp> {
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
