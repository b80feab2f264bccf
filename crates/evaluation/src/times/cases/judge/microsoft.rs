//! Cases of Microsoft's Recognizers-Text.

use jiff::civil::{Date, DateTime, Time};
use serde_json::Value;

use super::{
    super::{super::corpora::Found, super::stretch::stretch, Expected},
    Reference,
    bounds::{self, Bounds},
    values::{same_but_year, same_value},
};

/// Whether a case's value is the one found.
pub(super) fn same(expected: &Expected, found: &[&Found], reference: Option<Reference>) -> bool {
    let mut wanted: Vec<String> = expected.timex.iter().cloned().collect();
    let mut stretches = Vec::new();
    for reading in [&expected.resolution, &expected.values, &expected.future, &expected.past] {
        collect(reading, &mut wanted, &mut stretches);
    }
    if wanted.is_empty() && stretches.is_empty() {
        return true;
    }
    let tuple = expected.timex.as_deref().and_then(|timex| timex.strip_prefix('(')?.strip_suffix(')'));
    let parts: Vec<&str> = tuple.map(|tuple| tuple.split(',').collect()).unwrap_or_default();
    wanted.extend(parts.get(2).map(|part| (*part).to_owned()));
    if let [start, end, _] = parts.as_slice() {
        stretches.extend(filled(start, found).zip(filled(end, found)));
        if same_ends(found, start, end, reference) {
            return true;
        }
    }
    let mut values = found.iter().filter_map(|f| f.value.as_deref());
    values
        .any(|value| wanted.iter().any(|want| same_value(value, &want.replace(' ', "T")) || same_but_year(value, want)))
        || stretches.iter().any(|&at| {
            bounds::same(found, at, reference)
                || found.iter().any(|f| bounds::coarser(f, at, reference) || bounds::as_long(f, at))
        })
        || wanted.iter().any(|want| same_point(want, expected, found, reference))
}

/// Whether a point wanted lies in what was found coarsely, or where a duration from the moment of speaking ends.
fn same_point(want: &str, expected: &Expected, found: &[&Found], reference: Option<Reference>) -> bool {
    let Some(at) = moment(want).or_else(|| filled(want, found)) else { return false };
    let point = matches!(expected.kind.as_str(), "date" | "datetime");
    found.iter().any(|f| {
        let away = reference.and_then(|reference| bounds::until(f, reference.moment));
        let whole_day = want.len() <= 10;
        let reached = |end: DateTime| end == at || whole_day && end.date() == at.date();
        bounds::coarser(f, (at, at), reference) || point && away.is_some_and(reached)
    })
}

/// Whether the first and last of the expressions found are the two ends of a range.
fn same_ends(found: &[&Found], start: &str, end: &str, reference: Option<Reference>) -> bool {
    let [first, .., last] = found else { return false };
    let matches = |found: &Found, want: &str| {
        let value = found.value.as_deref().unwrap_or_default();
        let point = || moment(want).or_else(|| filled(want, &[found]));
        same_value(value, want)
            || same_but_year(value, want)
            || point().is_some_and(|at| bounds::coarser(found, (at, at), reference))
    };
    matches(first, start) && matches(last, end)
}

/// A date without year in the year of what was found.
fn filled(part: &str, found: &[&Found]) -> Option<DateTime> {
    let year = found.iter().find_map(|f| f.value.as_deref()?.get(..4).filter(|year| year.parse::<u16>().is_ok()))?;
    moment(&part.replacen("XXXX", year, 1))
}

/// Values and stretches among a reading's strings.
fn collect(reading: &Value, wanted: &mut Vec<String>, stretches: &mut Vec<Bounds>) {
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

/// A date or a date and time.
fn moment(text: &str) -> Option<DateTime> {
    let text = text.replace(' ', "T");
    let date = |text: &str| text.parse::<Date>().ok().map(|day| day.to_datetime(Time::midnight()));
    let exact = text.contains('T').then(|| text.parse::<DateTime>().ok()).flatten();
    exact.or_else(|| date(&text)).or_else(|| stretch(&text).map(|(start, _)| start))
}
