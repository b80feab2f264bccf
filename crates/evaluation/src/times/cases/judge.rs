//! Whether what was found is what a case expects.

use jiff::{
    Span,
    civil::{Date, DateTime},
};
use serde_json::Value;

use super::{
    super::{corpora::Found, stretch::stretch},
    Expected,
};

/// Whether a case passes.
pub(super) fn passes(source: &str, expected: &[Expected], found: &[Found]) -> bool {
    if expected.is_empty() {
        return found.is_empty();
    }
    expected.iter().all(|expected| {
        let inside: Vec<&Found> =
            found.iter().filter(|f| f.span.0 < expected.end && expected.start < f.span.1).collect();
        !inside.is_empty()
            && match source {
                "microsoft" => microsoft(expected, &inside),
                "duckling" => duckling(expected, &inside),
                _ => sutime(expected, &inside),
            }
    })
}

fn sutime(expected: &Expected, found: &[&Found]) -> bool {
    let Some(want) = expected.value.as_str() else { return true };
    // SUTime writes a zone's offset into the value.
    let bare = want.split_once('T').map_or(want, |(_, clock)| {
        let cut = clock.find(['+', '-']).map_or(clock.len(), |at| at);
        &want[..want.len() - clock.len() + cut]
    });
    found.iter().any(|f| f.value.as_deref().is_some_and(|v| same_value(v, bare)))
}

/// Values that differ only in how much of a clock or a century is written, or in the units of a duration.
fn same_value(value: &str, want: &str) -> bool {
    let span = |text: &str| text.starts_with('P').then(|| length(text)).flatten();
    value == want
        || span(value).is_some() && span(value) == span(want)
        || value == want.trim_end_matches('X') && want.len() == 4
        || same_clock(value, want)
}

/// An ISO 8601 period as months and seconds: "PT1.5H" and "PT1H30M" are one.
fn length(period: &str) -> Option<(u64, u64)> {
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

/// Whether what was found holds the stretch wanted and is coarser by TIMEX3's rules: "five years ago" is dated to the
/// year, and "the end of the week" to the week, with the modifier END.
fn coarser(found: &Found, (start, end): (DateTime, DateTime)) -> bool {
    let by_rule = found.rule == "amount-away" || found.modifier.is_some();
    by_rule && found.value.as_deref().and_then(stretch).is_some_and(|(first, last)| first <= start && end <= last)
}

/// Whether a duration is as long as the stretch wanted: "the next three months" is P3M.
fn as_long(found: &Found, (start, end): (DateTime, DateTime)) -> bool {
    let until = |months: u64, seconds: u64| {
        let span = Span::new().try_months(i64::try_from(months / 100).ok()?).ok()?;
        let span = span.try_seconds(i64::try_from(seconds / 100).ok()?).ok()?;
        start.checked_add(span).ok()
    };
    let length = found.value.as_deref().and_then(length);
    length.is_some_and(|(months, seconds)| months + seconds > 0 && until(months, seconds) == Some(end))
}

/// Whether two times of day are the same minute: "T10" and "T10:00".
fn same_clock(value: &str, want: &str) -> bool {
    let (Some((day, clock)), Some((want_day, want_clock))) = (value.split_once('T'), want.split_once('T')) else {
        return false;
    };
    let full = |clock: &str| match clock.len() {
        2 if clock.bytes().all(|b| b.is_ascii_digit()) => format!("{clock}:00"),
        8 => clock.trim_end_matches(":00").to_owned(),
        _ => clock.to_owned(),
    };
    (want_day.is_empty() || day == want_day) && full(clock) == full(want_clock)
}

fn microsoft(expected: &Expected, found: &[&Found]) -> bool {
    let mut wanted: Vec<String> = expected.timex.iter().cloned().collect();
    let mut stretches = Vec::new();
    for reading in [&expected.resolution, &expected.future, &expected.past] {
        collect(reading, &mut wanted, &mut stretches);
    }
    if wanted.is_empty() && stretches.is_empty() {
        return true;
    }
    let tuple = expected.timex.as_deref().and_then(|timex| timex.strip_prefix('(')?.strip_suffix(')'));
    if let Some(tuple) = tuple {
        let parts: Vec<&str> = tuple.split(',').collect();
        wanted.extend(parts.get(2).map(|part| (*part).to_owned()));
        let fill = |part: &str| {
            found.first().and_then(|f| f.value.as_deref()?.get(..4)).map(|year| part.replacen("XXXX", year, 1))
        };
        if let [start, end, _] = parts.as_slice()
            && let (Some(start), Some(end)) = (fill(start).and_then(|s| moment(&s)), fill(end).and_then(|s| moment(&s)))
        {
            stretches.push((start, end));
        }
    }
    let values = || found.iter().filter_map(|f| f.value.as_deref());
    values()
        .any(|value| wanted.iter().any(|want| same_value(value, &want.replace(' ', "T")) || same_but_year(value, want)))
        || stretches.iter().any(|&bounds| {
            same_stretch(values(), bounds) || found.iter().any(|f| coarser(f, bounds) || as_long(f, bounds))
        })
        || wanted.iter().filter_map(|want| moment(want)).any(|at| found.iter().any(|f| coarser(f, (at, at))))
}

/// Values and stretches among a reading's strings.
fn collect(reading: &Value, wanted: &mut Vec<String>, stretches: &mut Vec<(DateTime, DateTime)>) {
    match reading {
        Value::Array(items) => items.iter().for_each(|item| collect(item, wanted, stretches)),
        Value::Object(fields) => {
            let bound = |suffix: &str| {
                fields.iter().find(|(key, _)| key.to_lowercase().starts_with(suffix)).and_then(|(_, v)| v.as_str())
            };
            if let (Some(start), Some(end)) = (bound("start").and_then(moment), bound("end").and_then(moment)) {
                stretches.push((start, end));
            }
            let values = fields
                .iter()
                .filter(|(key, _)| ["value", "date", "dateTime", "time", "duration", "set"].contains(&key.as_str()));
            wanted.extend(values.filter_map(|(_, value)| value.as_str()).map(|value| {
                if value.len() == 8 && value.contains(':') { format!("T{value}") } else { value.to_owned() }
            }));
        }
        _ => {}
    }
}

/// Whether a value without its year or week is the one wanted: "2016-11-14" for "XXXX-11-14".
fn same_but_year(value: &str, want: &str) -> bool {
    match want.strip_prefix("XXXX-") {
        Some(rest) if rest.starts_with("WXX-") => {
            let day = value.get(..10).and_then(|day| day.parse::<Date>().ok());
            let weekday = day.map(|day| day.weekday().to_monday_one_offset().to_string());
            let (want_day, clock) = rest[4..].split_once('T').unwrap_or((&rest[4..], ""));
            weekday.as_deref() == Some(want_day)
                && same_clock(&format!("T{}", value.get(11..).unwrap_or_default()), &format!("T{clock}"))
        }
        Some(rest) => value.get(5..).is_some_and(|tail| tail == rest || same_clock(tail, rest)),
        None => false,
    }
}

/// A date or a date and time.
fn moment(text: &str) -> Option<DateTime> {
    let text = text.replace(' ', "T");
    let date = |text: &str| text.parse::<Date>().ok().map(|day| day.to_datetime(jiff::civil::Time::midnight()));
    date(&text).or_else(|| stretch(&text).map(|(start, _)| start))
}

/// Whether one value, or the first and last of two, have these bounds. Some recognisers count the last day of a range
/// into it and some do not.
fn same_stretch<'a>(values: impl Iterator<Item = &'a str>, (start, end): (DateTime, DateTime)) -> bool {
    let found: Vec<(DateTime, DateTime)> = values.filter_map(stretch).collect();
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
    first.0 == start && (last.1 == end || found.len() > 1 && last.0 == end)
}

fn duckling(expected: &Expected, found: &[&Found]) -> bool {
    if expected.kind == "duration" {
        let raw = expected.raw.as_deref().unwrap_or_default();
        return period(raw).is_some_and(|want| found.iter().any(|f| f.value.as_deref() == Some(want.as_str())));
    }
    let bounds: Vec<DateTime> =
        expected.value.as_array().into_iter().flatten().filter_map(|v| v.as_str()?.parse().ok()).collect();
    let stretches: Vec<_> = found.iter().filter_map(|f| stretch(f.value.as_deref()?)).collect();
    if let [start, end] = bounds.as_slice()
        && found.iter().any(|f| as_long(f, (*start, *end)))
    {
        return true;
    }
    let (Some(first), Some(last), Some(&start)) = (stretches.first(), stretches.last(), bounds.first()) else {
        return false;
    };
    match bounds.get(1) {
        Some(&end) => {
            [0, 1, -1].into_iter().any(|years| {
                let moved = |at: DateTime| at.checked_add(Span::new().years(years)).ok();
                moved(first.0) == Some(start) && (moved(last.1) == Some(end) || moved(last.0) == Some(end))
            }) || found.iter().any(|f| coarser(f, (start, end)))
        }
        None => {
            same_start(first.0, start, expected.grain.as_deref()) || found.iter().any(|f| coarser(f, (start, start)))
        }
    }
}

/// Whether a beginning is the one wanted, or the same weekday of a neighbouring week, or the same day of a
/// neighbouring year.
fn same_start(found: DateTime, want: DateTime, grain: Option<&str>) -> bool {
    let year = |years: i64| found.checked_add(Span::new().years(years)).ok() == Some(want);
    let week = |days: i64| found.checked_add(Span::new().days(days)).ok() == Some(want);
    // Assistants take 12-hour times, and days, to lie ahead.
    let ahead = matches!(grain, Some("Hour" | "Minute"))
        && (week(1) || found.checked_add(Span::new().hours(12)).ok() == Some(want));
    year(0) || year(1) || year(-1) || week(7) || week(-7) || ahead
}

/// ISO period of duckling's "(DurationData 1 Second)".
fn period(raw: &str) -> Option<String> {
    let mut words = raw.trim_start_matches('(').trim_end_matches(')').split(' ').skip(1);
    let (count, unit) = (words.next()?.parse::<u32>().ok()?, words.next()?);
    let (minutes, days) = (count / 60, count % 60);
    Some(match unit {
        "Second" if count >= 60 && count.is_multiple_of(60) => return period(&format!("(D {minutes} Minute)")),
        "Second" => format!("PT{count}S"),
        "Minute" if count > 60 && days > 0 => format!("PT{minutes}H{days}M"),
        "Minute" => format!("PT{count}M"),
        "Hour" => format!("PT{count}H"),
        "Day" => format!("P{count}D"),
        "Week" => format!("P{count}W"),
        "Month" if count > 12 && !count.is_multiple_of(12) => format!("P{}Y{}M", count / 12, count % 12),
        "Month" => format!("P{count}M"),
        "Quarter" => format!("P{}M", count * 3),
        _ => format!("P{count}Y"),
    })
}
