//! Cases of Facebook's duckling.

use jiff::{
    Span,
    civil::{DateTime, Time},
};

use super::{
    super::{super::corpora::Found, Expected},
    Reference,
    bounds::{self, Bounds},
    values::length,
};

/// Whether a case's value is the one found.
pub(super) fn same(expected: &Expected, found: &[&Found], reference: Option<Reference>) -> bool {
    if expected.kind == "duration" {
        let raw = expected.raw.as_deref().unwrap_or_default();
        let want = period(raw).and_then(|want| length(&want));
        return want.is_some() && found.iter().any(|f| f.value.as_deref().and_then(length) == want);
    }
    let wanted: Vec<DateTime> =
        expected.value.as_array().into_iter().flatten().filter_map(|v| v.as_str()?.parse().ok()).collect();
    let grain = expected.grain.as_deref().unwrap_or_default();
    match wanted.as_slice() {
        [start, end, ..] => {
            same_interval((*start, *end), grain, found, reference)
                || expected.holiday.is_some() && within(found, (*start, *end), reference)
        }
        [start] => {
            same_point(*start, grain, found, reference)
                || expected.holiday.is_some() && neighbouring(found, *start, reference)
        }
        [] => false,
    }
}

/// Whether the day of a feast lies in its days, which duckling counts from the evening before.
fn within(found: &[&Found], (start, end): Bounds, reference: Option<Reference>) -> bool {
    found.iter().filter_map(|f| bounds::of(f, reference)).any(|(first, last)| start <= first && last <= end)
}

/// Whether a holiday without year is that of a neighbouring year: assistants take it to lie ahead.
fn neighbouring(found: &[&Found], want: DateTime, reference: Option<Reference>) -> bool {
    const DAYS: std::ops::RangeInclusive<i32> = 340..=390;
    let days = |at: DateTime| want.since(at).map_or(0, |span| span.get_days().abs());
    found.iter().filter_map(|f| bounds::of(f, reference)).any(|(first, _)| DAYS.contains(&days(first)))
}

fn same_interval((start, end): Bounds, grain: &str, found: &[&Found], reference: Option<Reference>) -> bool {
    let moved = |at: DateTime, years: i64| at.checked_add(Span::new().years(years)).ok();
    let years = [0, 1, -1].into_iter().filter_map(|years| Some((moved(start, years)?, moved(end, years)?)));
    let week = |at: DateTime| at.checked_sub(Span::new().days(7)).ok();
    let years = years.chain(week(start).zip(week(end)));
    let zoned: Vec<Found> = found.iter().map(|f| in_zone(f, reference)).collect();
    let zoned: Vec<&Found> = zoned.iter().collect();
    // The last hour or minute is counted in.
    let last = match grain {
        "Hour" => Span::new().hours(1),
        _ => Span::new().minutes(1),
    };
    years.into_iter().any(|(start, end)| {
        let before = end.checked_sub(last).unwrap_or(end);
        let friday_evening = start.checked_add(Span::new().hours(6)).unwrap_or(start);
        let weekend = zoned.iter().any(|f| f.value.as_deref().is_some_and(|v| v.ends_with("-WE")));
        bounds::same(&zoned, (start, end), reference)
            || zoned.len() > 1 && bounds::same(&zoned, (start, before), reference)
            || weekend && bounds::same(&zoned, (friday_evening, end), reference)
            || zoned.iter().any(|f| bounds::coarser(f, (start, end), reference) || bounds::same_part(f, (start, end)))
    }) || found.iter().any(|f| bounds::as_long(f, (start, end)))
}

fn same_point(start: DateTime, grain: &str, found: &[&Found], reference: Option<Reference>) -> bool {
    let zoned = found.first().map(|f| in_zone(f, reference));
    let first = zoned.as_ref().and_then(|f| bounds::of(f, reference));
    first.is_some_and(|first| same_start(first.0, start, grain))
        || found.iter().any(|f| {
            let away = reference.and_then(|reference| bounds::until(f, reference.moment));
            bounds::coarser(f, (start, start), reference) || away.and_then(|at| floor(at, grain)) == Some(start)
        })
}

/// A time of day moved from the zone that it names to that of the speaker, as duckling answers.
fn in_zone(found: &Found, reference: Option<Reference>) -> Found {
    let moved = || {
        let minutes = reference?.offset - i32::from(found.zone?);
        let at = bounds::of(found, reference)?.0.checked_add(Span::new().minutes(minutes)).ok()?;
        Some(at.strftime("%Y-%m-%dT%H:%M").to_string())
    };
    Found { value: moved().or_else(|| found.value.clone()), ..found.clone() }
}

/// The beginning of the unit of time that holds a moment.
fn floor(at: DateTime, grain: &str) -> Option<DateTime> {
    let midnight = || at.with().time(Time::midnight());
    match grain {
        "Year" => midnight().month(1).day(1).build().ok(),
        "Quarter" => midnight().month((at.month() - 1) / 3 * 3 + 1).day(1).build().ok(),
        "Month" => midnight().day(1).build().ok(),
        "Week" => {
            let days = i64::from(at.weekday().to_monday_zero_offset());
            midnight().build().ok()?.checked_sub(Span::new().days(days)).ok()
        }
        "Day" => midnight().build().ok(),
        "Hour" => at.with().minute(0).second(0).build().ok(),
        _ => at.with().second(0).build().ok(),
    }
}

/// Whether a beginning is the one wanted, or the same weekday of a neighbouring week, or the same day of a
/// neighbouring year.
fn same_start(found: DateTime, want: DateTime, grain: &str) -> bool {
    let year = |years: i64| found.checked_add(Span::new().years(years)).ok() == Some(want);
    let week = |days: i64| found.checked_add(Span::new().days(days)).ok() == Some(want);
    // Assistants take 12-hour times, and days, to lie ahead.
    let ahead =
        matches!(grain, "Hour" | "Minute") && (week(1) || found.checked_add(Span::new().hours(12)).ok() == Some(want));
    year(0) || year(1) || year(-1) || week(7) || week(-7) || ahead
}

/// ISO period of duckling's "(DurationData 1 Second)".
fn period(raw: &str) -> Option<String> {
    let mut words = raw.trim_start_matches('(').trim_end_matches(')').split(' ').skip(1);
    let (count, unit) = (words.next()?.parse::<u32>().ok()?, words.next()?);
    Some(match unit {
        "Second" => format!("PT{count}S"),
        "Minute" => format!("PT{count}M"),
        "Hour" => format!("PT{count}H"),
        "Day" => format!("P{count}D"),
        "Week" => format!("P{count}W"),
        "Month" => format!("P{count}M"),
        "Quarter" => format!("P{}M", count * 3),
        _ => format!("P{count}Y"),
    })
}
