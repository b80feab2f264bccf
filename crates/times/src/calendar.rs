//! Calendar values of every precision, and arithmetic on them.
//!
//! Every function that computes is total: what falls outside the years -9999 to 9999 is `None`.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A stretch of the calendar, from a century down to a moment of one day, as TIMEX3 can write it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stamp {
    /// A thousand years: 2 is 2000 to 2999.
    Millennium(i16),
    /// A hundred years: 19 is 1900 to 1999.
    Century(i16),
    /// Ten years: 199 is 1990 to 1999.
    Decade(i16),
    /// A year; 0 is 1 BC, as astronomers and ISO 8601 count.
    Year(i16),
    Half(i16, u8),
    Quarter(i16, u8),
    Season(i16, Season),
    Month(i16, u8),
    /// An ISO 8601 week of its year.
    Week(i16, u8),
    Weekend(i16, u8),
    Day(Date),
    Part(Date, DayPart),
    Clock(Date, Clock),
}

/// The seasons of the northern year. Winter belongs to the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// A time of day, as precise as it was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: Option<u8>,
    pub(super) second: Option<u8>,
}

/// Units in which time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Stamp {
    /// The first day of the stretch.
    pub(super) fn first_day(self) -> Option<Date> {
        match self {
            Self::Millennium(n) => date(n.checked_mul(1000)?, 1, 1),
            Self::Century(n) => date(n.checked_mul(100)?, 1, 1),
            Self::Decade(n) => date(n.checked_mul(10)?, 1, 1),
            Self::Year(y) => date(y, 1, 1),
            Self::Half(y, n) => date(y, n * 6 - 5, 1),
            Self::Quarter(y, n) => date(y, n * 3 - 2, 1),
            Self::Season(y, season) => date(y, season.first_month(), 1),
            Self::Month(y, m) => date(y, m, 1),
            Self::Week(y, w) => week_day(y, w, 1),
            Self::Weekend(y, w) => week_day(y, w, 6),
            Self::Day(day) | Self::Part(day, _) | Self::Clock(day, _) => Some(day),
        }
    }

    /// The year of the first day.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Self::Week(y, _) | Self::Weekend(y, _) => Some(y),
            _ => self.first_day().map(Date::year),
        }
    }

    /// The day, for a stamp no longer than one.
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::Part(day, _) | Self::Clock(day, _) => Some(day),
            _ => None,
        }
    }

    /// The unit that is as long as the stamp.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Millennium(_) => Unit::Millennium,
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) | Self::Season(..) => Unit::Season,
            Self::Quarter(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
            Self::Part(..) => Unit::Hour,
            Self::Clock(_, clock) if clock.second.is_some() => Unit::Second,
            Self::Clock(_, clock) if clock.minute.is_some() => Unit::Minute,
            Self::Clock(..) => Unit::Hour,
        }
    }

    /// The stretch of length `unit` that holds the first day of this one.
    pub(super) fn widen(self, unit: Unit) -> Option<Self> {
        match (self, unit) {
            (Self::Week(..), Unit::Week) | (Self::Season(..), Unit::Season) => Some(self),
            (Self::Season(y, _) | Self::Week(y, _) | Self::Weekend(y, _), Unit::Year) => Some(Self::Year(y)),
            (Self::Weekend(y, w), Unit::Week) => Some(Self::Week(y, w)),
            _ => holding(self.first_day()?, unit),
        }
    }

    /// The stretch of length `unit` that lies `count` units after (before, when negative) this one.
    pub(super) fn shift(self, count: i32, unit: Unit) -> Option<Self> {
        let day = self.first_day()?;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => self.shift_clock(count, unit),
            Unit::Month | Unit::Quarter => {
                let months = count.checked_mul(if unit == Unit::Month { 1 } else { 3 })?;
                let (year, month) = add_months(day, months)?;
                holding(date(year, month, 1)?, unit)
            }
            Unit::Season => self.shift_season(count),
            Unit::Year => self.widen(Unit::Year)?.year().and_then(|y| year_after(y, count)).map(Self::Year),
            Unit::Decade => year_after(day.year(), count.checked_mul(10)?).map(|y| Self::Decade(y.div_euclid(10))),
            Unit::Century => year_after(day.year(), count.checked_mul(100)?).map(|y| Self::Century(y.div_euclid(100))),
            Unit::Millennium => {
                year_after(day.year(), count.checked_mul(1000)?).map(|y| Self::Millennium(y.div_euclid(1000)))
            }
            Unit::Day => add_days(day, count).map(Self::Day),
            Unit::Week | Unit::Weekend => holding(add_days(day, count.checked_mul(7)?)?, unit),
            Unit::Fortnight => holding(add_days(day, count.checked_mul(14)?)?, Unit::Week),
        }
    }

    fn shift_season(self, count: i32) -> Option<Self> {
        let Self::Season(year, season) = self.widen(Unit::Season)? else { return None };
        let index = i32::from(year).checked_mul(4)?.checked_add(season as i32)?.checked_add(count)?;
        let year = year_after(0, index.div_euclid(4))?;
        Some(Self::Season(year, Season::ALL[index.rem_euclid(4) as usize]))
    }

    fn shift_clock(self, count: i32, unit: Unit) -> Option<Self> {
        let Self::Clock(day, clock) = self else { return None };
        let seconds = i64::from(clock.hour) * 3600
            + i64::from(clock.minute.unwrap_or(0)) * 60
            + i64::from(clock.second.unwrap_or(0));
        let step = match unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            _ => 3600,
        };
        let total = seconds + i64::from(count) * step;
        let day = add_days(day, i32::try_from(total.div_euclid(86_400)).ok()?)?;
        let rest = total.rem_euclid(86_400);
        let part = |n: i64| u8::try_from(n).ok();
        let minute = if clock.minute.is_some() || unit < Unit::Hour { part(rest / 60 % 60) } else { None };
        let second = if clock.second.is_some() || unit < Unit::Minute { part(rest % 60) } else { None };
        Some(Self::Clock(day, Clock { hour: part(rest / 3600)?, minute, second }))
    }
}

/// The stretch of length `unit` that holds a day.
pub(super) fn holding(day: Date, unit: Unit) -> Option<Stamp> {
    let (year, month) = (day.year(), day.month().unsigned_abs());
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Stamp::Day(day),
        Unit::Week | Unit::Fortnight => {
            Stamp::Week(day.iso_week_date().year(), day.iso_week_date().week().unsigned_abs())
        }
        Unit::Weekend => Stamp::Weekend(day.iso_week_date().year(), day.iso_week_date().week().unsigned_abs()),
        Unit::Month => Stamp::Month(year, month),
        Unit::Quarter => Stamp::Quarter(year, month.div_ceil(3)),
        Unit::Season if month <= 2 => Stamp::Season(year.checked_sub(1)?, Season::Winter),
        Unit::Season => Stamp::Season(year, Season::ALL[usize::from(month / 3) - 1]),
        Unit::Year => Stamp::Year(year),
        Unit::Decade => Stamp::Decade(year.div_euclid(10)),
        Unit::Century => Stamp::Century(year.div_euclid(100)),
        Unit::Millennium => Stamp::Millennium(year.div_euclid(1000)),
    })
}

impl Season {
    const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Fall, Self::Winter];

    pub(super) fn first_month(self) -> u8 {
        self as u8 * 3 + 3
    }

    pub(super) fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }
}

impl DayPart {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    /// Whether the hours of this part are counted after noon.
    pub(super) fn after_noon(self) -> bool {
        matches!(self, Self::Afternoon | Self::Evening | Self::Night)
    }
}

impl Unit {
    /// Number and letter of one unit in an ISO 8601 period, and whether it belongs to the part after `T`.
    pub(super) fn period(self) -> (u32, &'static str, bool) {
        match self {
            Self::Second => (1, "S", true),
            Self::Minute => (1, "M", true),
            Self::Hour => (1, "H", true),
            Self::Day => (1, "D", false),
            Self::Weekend => (1, "WE", false),
            Self::Week => (1, "W", false),
            Self::Fortnight => (2, "W", false),
            Self::Month => (1, "M", false),
            Self::Quarter => (3, "M", false),
            Self::Season => (1, "S", false),
            Self::Year => (1, "Y", false),
            Self::Decade => (1, "DE", false),
            Self::Century => (1, "CE", false),
            Self::Millennium => (1, "ML", false),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.hour)?;
        // TIMEX3 writes a bare hour with its minutes.
        write!(f, ":{:02}", self.minute.unwrap_or(0))?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millennium(n) if n < 0 => write!(f, "BC{}", -1 - i32::from(n)),
            Self::Millennium(n) => write!(f, "{n}"),
            Self::Century(n) if n < 0 => write!(f, "BC{:02}", -1 - i32::from(n)),
            Self::Century(n) => write!(f, "{n:02}"),
            Self::Decade(n) if n < 0 => write!(f, "BC{:03}", -1 - i32::from(n)),
            Self::Decade(n) => write!(f, "{n:03}"),
            Self::Year(y) => write_year(f, y),
            Self::Half(y, n) => write_year(f, y).and_then(|()| write!(f, "-H{n}")),
            Self::Quarter(y, n) => write_year(f, y).and_then(|()| write!(f, "-Q{n}")),
            Self::Season(y, season) => write_year(f, y).and_then(|()| write!(f, "-{}", season.code())),
            Self::Month(y, m) => write_year(f, y).and_then(|()| write!(f, "-{m:02}")),
            Self::Week(y, w) => write_year(f, y).and_then(|()| write!(f, "-W{w:02}")),
            Self::Weekend(y, w) => write_year(f, y).and_then(|()| write!(f, "-W{w:02}-WE")),
            Self::Day(day) => write_day(f, day),
            Self::Part(day, part) => write_day(f, day).and_then(|()| write!(f, "T{}", part.code())),
            Self::Clock(day, clock) => write_day(f, day).and_then(|()| write!(f, "T{clock}")),
        }
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i16) -> fmt::Result {
    // TIMEX3 names years before our era instead of numbering them from zero downwards.
    if year <= 0 { write!(f, "BC{:04}", 1 - i32::from(year)) } else { write!(f, "{year:04}") }
}

fn write_day(f: &mut fmt::Formatter<'_>, day: Date) -> fmt::Result {
    write_year(f, day.year())?;
    write!(f, "-{:02}-{:02}", day.month(), day.day())
}

/// A day, where the calendar has it.
pub(super) fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day `count` days later, or earlier when negative.
pub(super) fn add_days(day: Date, count: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(count).ok()?).ok()
}

/// Days from one day to another, negative backwards.
pub(super) fn days_between(from: Date, to: Date) -> Option<i32> {
    Some(to.since(from).ok()?.get_days())
}

/// The year and month `count` months after those of a day.
pub(super) fn add_months(day: Date, count: i32) -> Option<(i16, u8)> {
    let months = (i32::from(day.year()) * 12 + i32::from(day.month()) - 1).checked_add(count)?;
    let year = year_after(0, months.div_euclid(12))?;
    Some((year, u8::try_from(months.rem_euclid(12) + 1).ok()?))
}

/// The year `count` years after `year`.
pub(super) fn year_after(year: i16, count: i32) -> Option<i16> {
    let year = i32::from(year).checked_add(count)?;
    i16::try_from(year).ok().filter(|y| (-9999..=9999).contains(y))
}

/// A day of an ISO 8601 week; 1 is Monday.
pub(super) fn week_day(year: i16, week: u8, weekday: u8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    ISOWeekDate::new(year, i8::try_from(week).ok()?, weekday).ok().map(ISOWeekDate::date)
}

/// 1 for Monday to 7 for Sunday.
pub(super) fn weekday_of(day: Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// The `n`th such weekday of a month, counted from its end when negative.
pub(super) fn nth_weekday(year: i16, month: u8, n: i8, weekday: u8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    date(year, month, 1)?.nth_weekday_of_month(n, weekday).ok()
}
