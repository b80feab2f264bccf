//! Dates and times of day alone, compared by what they denote.
//!
//! GUM annotates dates by a scheme of its own (TEI): no durations, sets or references to the present, and intervals
//! where TIMEX3 has weeks, seasons, decades and centuries. Scored as TIMEX3, most of what differs is scheme; scored
//! so, it is error.

use jiff::civil::{Date, DateTime};

use super::{corpora::Found, stretch::stretch};

/// Whether an expression of a corpus or of the pipeline is a date or a time of day.
pub(super) fn is_date(timex: &Found) -> bool {
    let value = timex.value.as_deref().unwrap_or_default();
    matches!(timex.kind.as_str(), "DATE" | "TIME")
        && !value.is_empty()
        && !value.starts_with('P')
        && !value.ends_with("REF")
}

/// Whether two expressions denote the same stretch of the calendar, or the same time of day where the corpus gives no
/// day, or a part of the day that the corpus gives.
pub(super) fn same(expected: &Found, found: &Found) -> bool {
    let (Some(want), Some(value)) = (expected.value.as_deref(), found.value.as_deref()) else { return false };
    let clock = |text: &str| text.split_once('T').map_or(text, |(_, clock)| clock).get(..5).map(str::to_owned);
    let day = |text: &str| text.get(..10).and_then(|day| day.parse::<Date>().ok());
    want == value
        || want.contains(':') && !want.contains('-') && clock(want) == clock(value)
        || want.len() == 10 && value.contains('T') && day(want) == day(value)
        || bounds(want).is_some() && bounds(want) == bounds(value)
        || before_christ(want).is_some_and(|year| value == year)
}

/// Beginning and end (exclusive) of a TIMEX3 value or a TEI interval.
fn bounds(value: &str) -> Option<(DateTime, DateTime)> {
    match value.split_once('/') {
        Some((from, to)) => Some((stretch(from)?.0, stretch(to)?.1)),
        None => stretch(value),
    }
}

/// TIMEX3's value of a year before our era, which TEI writes "-0500".
fn before_christ(value: &str) -> Option<String> {
    let year = value.strip_prefix('-').filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    Some(format!("BC{year:0>4}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timex(kind: &str, value: &str) -> Found {
        let value = Some(value.to_owned());
        Found { span: (0, 1), text: String::new(), kind: kind.to_owned(), value, modifier: None, zone: None, rule: "" }
    }

    #[test]
    fn the_same_time_in_two_schemes() {
        for (want, value) in [
            ("1990-01-01/1999-12-31", "199"),
            ("1800/1899", "18"),
            ("2015-06-08/2015-06-14", "2015-W24"),
            ("2021-08-11", "2021-08-11TNI"),
            ("18:13:00", "2022-07-11T18:13"),
            ("-500", "BC0500"),
        ] {
            assert!(same(&timex("DATE", want), &timex("DATE", value)), "{want} {value}");
        }
        for (want, value) in [("2015", "2016"), ("2015-06-08/", "2015-06-08"), ("--10", "2015-10"), ("", "2015")] {
            assert!(!same(&timex("DATE", want), &timex("DATE", value)), "{want} {value}");
        }
    }

    #[test]
    fn durations_sets_and_references_are_no_dates() {
        assert!(is_date(&timex("DATE", "2015")));
        for (kind, value) in [("DURATION", "P1D"), ("SET", "P1D"), ("DATE", "PRESENT_REF"), ("DATE", "")] {
            assert!(!is_date(&timex(kind, value)), "{kind} {value}");
        }
    }
}
