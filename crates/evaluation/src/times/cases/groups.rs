//! Groups of cases, and why some are no measure of a news service.

use super::{Case, Expected, manner};

/// The groups to which a case belongs, each with the expressions expected there. SUTime's cases are whole texts, of
/// which every expression is a case of its own.
pub(super) fn split<'a>(source: &str, case: &'a Case) -> Vec<(String, &'a [Expected])> {
    if source == "sutime" {
        let each = case.expected.iter();
        return each.map(|e| (format!("sutime/{}", sutime_kind(e)), std::slice::from_ref(e))).collect();
    }
    if let Some(manner) = manner::of(&case.text, &case.expected)
        && out_of_scope(&format!("{source}/{}", case.suite)).is_none()
        && !case.expected.is_empty()
    {
        return vec![(format!("{source}/{}", manner.name), &case.expected)];
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
    if let Some(holiday) = &first.holiday {
        return if by_almanac(holiday) { "holiday by an almanac".to_owned() } else { "holiday".to_owned() };
    }
    format!("{} {}", first.kind, first.grain.as_deref().unwrap_or_default().to_lowercase())
}

/// Holidays that no rule of the civil, Christian or Jewish calendar gives: those of religious almanacs and of the
/// sighting of the moon.
const BY_ALMANAC: &[&str] = &[
    "Ashura",
    "Bhai Dooj",
    "Boghi",
    "Chhath",
    "Dayananda",
    "Dhanteras",
    "Diwali",
    "Eid",
    "Ganesh",
    "Guru",
    "Holi",
    "Holika",
    "Islamic",
    "Isra",
    "Jumu'atul-Wida",
    "Kaanum",
    "Karva",
    "Krishna",
    "Laylat",
    "Maha",
    "Mahavir",
    "Mattu",
    "Mawlid",
    "Naraka",
    "Navaratri",
    "Pargat",
    "Parsi",
    "Rabindra",
    "Raksha",
    "Rama",
    "Ramadan",
    "Ratha-Yatra",
    "Thai",
    "Thiru",
    "Ugadi",
    "Vaisakhi",
    "Vasant",
    "Vesak",
    "Vijayadashami",
];

fn by_almanac(holiday: &str) -> bool {
    holiday.split(' ').next().is_some_and(|first| BY_ALMANAC.contains(&first))
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
        ("PeriodExtractor/nothing", "nothing is expected of one part of the recogniser where another part answers"),
        ("PeriodParser/nothing", "nothing is expected of one part of the recogniser where another part answers"),
        ("duckling/Time/latentCorpus", "bare numbers as times"),
        ("holiday by an almanac", "dates by almanacs and by the sighting of the moon, which no rule gives"),
        ("interval second", "open intervals from the second of speaking"),
        ("datetime second", "points counted in seconds from the moment of speaking"),
        ("sutime/own notation", "values in SUTime's own notation for what it could not resolve"),
    ];
    let manner = group.split_once('/').and_then(|(_, name)| manner::reason(name));
    manner.or_else(|| REASONS.iter().find(|(part, _)| group.contains(part)).map(|&(_, reason)| reason))
}
