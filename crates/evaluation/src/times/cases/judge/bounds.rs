//! Stretches of the calendar by their beginning and end.

use jiff::{
    Span,
    civil::{DateTime, Time},
};

use super::{
    super::super::{corpora::Found, stretch::stretch},
    Reference,
    values::length,
};

/// Beginning and end.
pub(super) type Bounds = (DateTime, DateTime);

/// Rules whose dates are coarser than others' by TIMEX3's guidelines: "five years ago" is a year, "the week of 5 May" a
/// week.
const COARSE_RULES: &[&str] = &["amount-away", "amount-from-date", "week-of-date"];

/// The stretch that an expression denotes; the day of speaking for `PRESENT_REF`.
pub(super) fn of(found: &Found, reference: Option<Reference>) -> Option<Bounds> {
    let value = found.value.as_deref()?;
    if value == "PRESENT_REF" {
        let start = reference?.moment.with().time(Time::midnight()).build().ok()?;
        return Some((start, start.checked_add(Span::new().days(1)).ok()?));
    }
    stretch(value).or_else(|| part(value))
}

/// The hours that are of a part of the day by any reckoning.
fn part(value: &str) -> Option<Bounds> {
    let (day, part) = value.split_once('T')?;
    let (from, to) = match part {
        "MO" => (6, 12),
        "MI" => (12, 13),
        "AF" => (12, 18),
        "EV" => (18, 22),
        "NI" => (20, 24),
        _ => return None,
    };
    let day = day.parse::<jiff::civil::Date>().ok()?.to_datetime(Time::midnight());
    let hour = |n: i64| day.checked_add(Span::new().hours(n)).ok();
    Some((hour(from)?, hour(to)?))
}

/// Whether an expression is dated more coarsely than by its words.
pub(super) fn is_coarse(found: &Found) -> bool {
    found.modifier.is_some()
        || COARSE_RULES.contains(&found.rule)
        || matches!(found.value.as_deref(), Some(value) if value == "PRESENT_REF")
}

/// Whether what was found holds the stretch wanted and is coarser by TIMEX3's rules: "the end of the week" is dated to
/// the week, with the modifier END.
pub(super) fn coarser(found: &Found, (start, end): Bounds, reference: Option<Reference>) -> bool {
    is_coarse(found) && of(found, reference).is_some_and(|(first, last)| first <= start && end <= last)
}

/// Whether a part of the day lies within the hours wanted.
pub(super) fn same_part(found: &Found, (start, end): Bounds) -> bool {
    found.value.as_deref().and_then(part).is_some_and(|(first, last)| {
        let late_or_early = found.modifier.is_some() && start < last && first < end;
        start <= first && last <= end || late_or_early
    })
}

/// Whether one expression, or the first and last of two, have these bounds. Some recognisers count the last day of a
/// range into it and some do not.
pub(super) fn same(found: &[&Found], (start, end): Bounds, reference: Option<Reference>) -> bool {
    let all: Vec<(&Found, Bounds)> = found.iter().filter_map(|f| Some((*f, of(f, reference)?))).collect();
    let (Some((first, from)), Some((last, to))) = (all.first(), all.last()) else { return false };
    let holds = |found: &Found, (start, end): Bounds, at: DateTime| is_coarse(found) && start <= at && at <= end;
    let two = all.len() > 1;
    (from.0 == start || two && holds(first, *from, start))
        && (to.1 == end || two && (to.0 == end || holds(last, *to, end)))
}

/// Whether a duration is as long as the stretch wanted: "the next three months" is P3M.
pub(super) fn as_long(found: &Found, (start, end): Bounds) -> bool {
    until(found, start) == Some(end)
}

/// Where a duration ends that begins at `start`.
pub(super) fn until(found: &Found, start: DateTime) -> Option<DateTime> {
    let (months, seconds) = length(found.value.as_deref()?)?;
    if months + seconds == 0 || !months.is_multiple_of(100) {
        return None;
    }
    let span = Span::new().try_months(i64::try_from(months / 100).ok()?).ok()?;
    let span = span.try_seconds(i64::try_from(seconds / 100).ok()?).ok()?;
    start.checked_add(span).ok()
}
