//! Values that are written differently and are one.

use jiff::civil::Date;

/// Values that differ only in how much of a clock or a century is written, or in the units of a duration.
pub(super) fn same_value(value: &str, want: &str) -> bool {
    let span = |text: &str| text.starts_with('P').then(|| length(text)).flatten();
    value == want
        || span(value).is_some() && span(value) == span(want)
        || value == want.trim_end_matches('X') && want.len() == 4
        || same_clock(value, want)
}

/// An ISO 8601 period as hundredths of months and of seconds: "PT1.5H" and "PT1H30M" are one.
pub(super) fn length(period: &str) -> Option<(u64, u64)> {
    let (mut months, mut seconds, mut clock, mut number) = (0.0, 0.0, false, String::new());
    for c in period.strip_prefix('P')?.chars() {
        if c == 'T' {
            clock = true;
        } else if c.is_ascii_digit() || c == '.' {
            number.push(c);
        } else {
            let n: f64 = std::mem::take(&mut number).parse().ok()?;
            match (c, clock) {
                ('Y', _) => months += 12.0 * n,
                ('M', false) => months += n,
                ('W', _) => seconds += 604_800.0 * n,
                ('D', _) => seconds += 86_400.0 * n,
                ('H', _) => seconds += 3600.0 * n,
                ('M', true) => seconds += 60.0 * n,
                ('S', _) => seconds += n,
                _ => return None,
            }
        }
    }
    Some(((months * 100.0) as u64, (seconds * 100.0) as u64))
}

/// Whether two times of day are the same minute: "T10" and "T10:00", midnight as the day's beginning or its end; where
/// the one wanted has no day, any day will do.
pub(super) fn same_clock(value: &str, want: &str) -> bool {
    let (Some((day, clock)), Some((want_day, want_clock))) = (value.split_once('T'), want.split_once('T')) else {
        return false;
    };
    let full = |clock: &str| match clock.len() {
        2 if clock.bytes().all(|b| b.is_ascii_digit()) => format!("{clock}:00"),
        8 => clock.trim_end_matches(":00").to_owned(),
        _ => clock.to_owned(),
    };
    let (clock, want_clock) = (full(clock), full(want_clock));
    let midnight = |clock: &str| matches!(clock, "24:00" | "00:00");
    let noon = |clock: &str| matches!(clock, "MI" | "12:00");
    let same = clock == want_clock
        || midnight(&clock) && midnight(&want_clock) && want_day.is_empty()
        || noon(&clock) && noon(&want_clock);
    // Midnight at the end of a day is the beginning of the next.
    let next_day = clock == "24:00" && want_clock == "00:00" && is_next(day, want_day);
    (want_day.is_empty() || day == want_day) && same || next_day
}

/// Whether one day follows another.
fn is_next(day: &str, next: &str) -> bool {
    let parse = |text: &str| text.parse::<Date>().ok();
    parse(day).and_then(|day| day.tomorrow().ok()).is_some_and(|tomorrow| parse(next) == Some(tomorrow))
}

/// Whether a value without its year or week is the one wanted: "2016-11-14" for "XXXX-11-14", "2016-SU" for "SU".
pub(super) fn same_but_year(value: &str, want: &str) -> bool {
    if want.len() == 2 {
        return value.get(4..).is_some_and(|tail| tail.strip_prefix('-') == Some(want));
    }
    // A fiscal or school year has the value of its year.
    if let Some(year) = want.strip_prefix("FY").or_else(|| want.strip_prefix("SY")) {
        return value == year;
    }
    match want.strip_prefix("XXXX-") {
        Some("WXX-WE") => value.ends_with("-WE"),
        Some(rest) if rest.starts_with("WXX-") => {
            let day = value.get(..10).and_then(|day| day.parse::<Date>().ok());
            let weekday = day.map(|day| day.weekday().to_monday_one_offset().to_string());
            let (want_day, clock) = rest[4..].split_once('T').unwrap_or((&rest[4..], ""));
            weekday.as_deref() == Some(want_day)
                && same_clock(&format!("T{}", value.get(11..).unwrap_or_default()), &format!("T{clock}"))
        }
        Some(rest) if rest.starts_with("XX-") => {
            value.get(8..).is_some_and(|tail| tail == &rest[3..] || same_clock(tail, &rest[3..]))
        }
        Some(rest) => value.get(5..).is_some_and(|tail| tail == rest || same_clock(tail, rest)),
        None => false,
    }
}
