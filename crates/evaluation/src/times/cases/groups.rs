//! Groups of cases, and why some are no measure of a news service.

use super::{Case, Expected};

/// The groups to which a case belongs, each with the expressions expected there. SUTime's cases are whole texts, of
/// which every expression is a case of its own.
pub(super) fn split<'a>(source: &str, case: &'a Case) -> Vec<(String, &'a [Expected])> {
    if source == "sutime" {
        let each = case.expected.iter();
        return each.map(|e| (format!("sutime/{}", sutime_kind(e)), std::slice::from_ref(e))).collect();
    }
    let kind = case.expected.first().map_or("nothing", |e| e.kind.as_str());
    let group = match source {
        "duckling" => format!("duckling/{}/{}", case.suite, duckling_kind(case)),
        _ => format!("{source}/{}/{kind}", case.suite),
    };
    vec![(group, &case.expected)]
}

fn sutime_kind(expected: &Expected) -> String {
    let value = expected.value.as_str().unwrap_or_default();
    let own = ["INTERSECT", "OFFSET", "PREV_", "THIS ", "XX", "X", "&gt;", "#"].iter().any(|mark| value.contains(mark));
    let hours = value.starts_with("PT") && value.len() > 6;
    let own = own && !value.starts_with("XXXX-WXX") && !value.starts_with("PX") || hours;
    if own { "own notation".to_owned() } else { expected.kind.to_lowercase() }
}

/// Kind of a duckling case: its holiday's calendar, or its type and grain.
fn duckling_kind(case: &Case) -> String {
    let Some(first) = case.expected.first() else { return "nothing".to_owned() };
    if first.holiday.is_some() {
        return "holiday".to_owned();
    }
    format!("{} {}", first.kind, first.grain.as_deref().unwrap_or_default().to_lowercase())
}

/// Why the cases of a group do not occur in news or have no TIMEX3 answer.
pub(super) fn out_of_scope(group: &str) -> Option<&'static str> {
    const REASONS: &[(&str, &str)] = &[
        ("microsoft/DateTimeModelCalendarMode", "an assistant's calendar mode: bare numbers are times of appointments"),
        ("microsoft/DateTimeModelTasksMode", "an assistant's task mode: every time is moved into the future"),
        ("microsoft/DateTimeModelComplexCalendar", "an assistant's commands with alternatives and open ranges"),
        ("microsoft/DateTimeModelExperimentalMode", "an unreleased mode of the recogniser"),
        ("microsoft/DateTimeModelExtendedTypes", "an assistant's lists of alternative dates"),
        ("microsoft/DateTimeModelSplitDateAndTime", "an option that cuts a date from its time"),
        ("microsoft/MergedExtractorSkipFromTo", "an option of the recogniser's interface"),
        ("microsoft/TimeZone", "time zones without a time"),
        ("timerange", "ranges of times of day: TIMEX3 annotates the two ends"),
        ("duckling/Time/latentCorpus", "bare numbers as times"),
        ("duckling/Time/allExamples/holiday", "mostly the holidays of the Hebrew, Islamic and Hindu calendars"),
        ("interval second", "open intervals from the second of speaking"),
        ("interval minute", "ranges of times of day: TIMEX3 annotates the two ends"),
        ("interval hour", "ranges of times of day: TIMEX3 annotates the two ends"),
        ("datetime second", "points counted in seconds from the moment of speaking"),
        ("sutime/own notation", "values in SUTime's own notation for what it could not resolve"),
    ];
    REASONS.iter().find(|(part, _)| group.contains(part)).map(|&(_, reason)| reason)
}
