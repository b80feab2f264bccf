//! The stretch of the calendar that a TIMEX3 value denotes, for comparison with recognisers that answer with a
//! beginning and an end.

use jiff::{
    Span,
    civil::{Date, DateTime, ISOWeekDate, Weekday},
};

/// Beginning and end (exclusive) of a value such as `2025-08`, `2025-W34`, `2025-SU`, `199`, `2025-08-24T10:30`;
/// `None` for values that denote no stretch of the calendar.
pub(super) fn stretch(value: &str) -> Option<(DateTime, DateTime)> {
    if let Some((day, clock)) = value.split_once('T') {
        return of_clock(day.parse().ok()?, clock);
    }
    let year = || value.get(..4)?.parse::<i16>().ok();
    let until = |start: Date, span: Span| {
        Some((start.to_datetime(midnight()), start.checked_add(span).ok()?.to_datetime(midnight())))
    };
    let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
    match (value.len(), value.get(4..).unwrap_or_default()) {
        (2, _) => until(first(value.parse::<i16>().ok()?.checked_mul(100)?, 1)?, Span::new().years(100)),
        (3, _) => until(first(value.parse::<i16>().ok()?.checked_mul(10)?, 1)?, Span::new().years(10)),
        (4, _) => until(first(year()?, 1)?, Span::new().years(1)),
        (_, "-SP") => until(first(year()?, 3)?, Span::new().months(3)),
        (_, "-SU") => until(first(year()?, 6)?, Span::new().months(3)),
        (_, "-FA") => until(first(year()?, 9)?, Span::new().months(3)),
        (_, "-WI") => until(first(year()?, 12)?, Span::new().months(3)),
        (7, rest) => match rest.get(..2)? {
            "-Q" => until(first(year()?, rest[2..].parse::<i8>().ok()? * 3 - 2)?, Span::new().months(3)),
            "-H" => until(first(year()?, rest[2..].parse::<i8>().ok()? * 6 - 5)?, Span::new().months(6)),
            _ => until(first(year()?, rest[1..].parse().ok()?)?, Span::new().months(1)),
        },
        (8, rest) => until(week(year()?, rest.strip_prefix("-W")?, Weekday::Monday)?, Span::new().days(7)),
        (11, rest) => {
            until(week(year()?, rest.strip_prefix("-W")?.strip_suffix("-WE")?, Weekday::Saturday)?, Span::new().days(2))
        }
        _ => until(value.parse().ok()?, Span::new().days(1)),
    }
}

fn week(year: i16, week: &str, day: Weekday) -> Option<Date> {
    ISOWeekDate::new(year, week.parse().ok()?, day).ok().map(ISOWeekDate::date)
}

fn midnight() -> jiff::civil::Time {
    jiff::civil::Time::midnight()
}

fn of_clock(day: Date, clock: &str) -> Option<(DateTime, DateTime)> {
    let mut parts = clock.split(':').map(|part| part.parse::<i8>().ok());
    let hour = parts.next()??;
    let minute = parts.next().flatten().unwrap_or(0);
    let second = parts.next().flatten();
    let start = day
        .to_datetime(midnight())
        .checked_add(Span::new().hours(hour).minutes(minute).seconds(second.unwrap_or(0)))
        .ok()?;
    let length = if second.is_some() { Span::new().seconds(1) } else { Span::new().minutes(1) };
    Some((start, start.checked_add(length).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_denote_their_stretch() {
        for (value, start, end) in [
            ("19", "1900-01-01", "2000-01-01"),
            ("199", "1990-01-01", "2000-01-01"),
            ("2025", "2025-01-01", "2026-01-01"),
            ("2025-H2", "2025-07-01", "2026-01-01"),
            ("2025-Q3", "2025-07-01", "2025-10-01"),
            ("2025-WI", "2025-12-01", "2026-03-01"),
            ("2025-08", "2025-08-01", "2025-09-01"),
            ("2025-W34", "2025-08-18", "2025-08-25"),
            ("2025-W34-WE", "2025-08-23", "2025-08-25"),
            ("2025-08-24", "2025-08-24", "2025-08-25"),
        ] {
            let day = |text: &str| text.parse::<Date>().unwrap().to_datetime(midnight());
            assert_eq!(stretch(value), Some((day(start), day(end))), "{value}");
        }
        for value in ["P2Y", "PRESENT_REF", "XXXX-08-24", "2025-08-24TMO", ""] {
            assert_eq!(stretch(value), None, "{value}");
        }
    }
}
