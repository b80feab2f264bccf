//! The date of publication: a calendar date, or a date-time of RFC 3339.

use dateline_text::Published;
use jiff::civil::{Date, Time};

/// What a valid date of publication is.
pub const EXPECTED: &str = "a date (2025-08-24) or an RFC 3339 date-time (2025-08-24T18:05:00+03:00)";

/// Reads `2025-08-24` or `2025-08-24T18:05:00+03:00`; `None` for anything else, other forms of ISO 8601 included.
///
/// Archives often lack a date-time's seconds or offset; both may be missing, because what counts is the time on the
/// clocks at the place of publication.
#[must_use]
pub fn parse(text: &str) -> Option<Published> {
    let (date, rest) = text.split_at_checked(10)?;
    if !has_shape(date, "0000-00-00") {
        return None;
    }
    let date: Date = date.parse().ok()?;
    if rest.is_empty() {
        return Some(Published::Day(date));
    }
    let clock = without_offset(rest.strip_prefix(['T', 't'])?)?;
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let digits_only = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let complete = has_shape(whole, "00:00:00");
    if !digits_only || !(complete || (has_shape(whole, "00:00") && whole == clock)) {
        return None;
    }
    // A fraction of a second dates no article.
    let time: Time = whole.parse().ok()?;
    Some(Published::Moment(date.to_datetime(time)))
}

/// The time of day without its offset from UTC, if that is well-formed.
fn without_offset(clock: &str) -> Option<&str> {
    if let Some(local) = clock.strip_suffix(['Z', 'z']) {
        return Some(local);
    }
    let Some(sign) = clock.find(['+', '-']) else { return Some(clock) };
    let (local, offset) = clock.split_at(sign);
    let hours_and_minutes = has_shape(&offset[1..], "00:00") && offset[1..3] < *"24" && offset[4..6] < *"60";
    hours_and_minutes.then_some(local)
}

/// Whether `text` is `shape` with any digit for each 0.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, want): (u8, u8)| if want == b'0' { byte.is_ascii_digit() } else { byte == want };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_date_times_are_read_and_nothing_else() {
        for text in [
            "2025-08-24",
            "2025-08-24T18:05",
            "2025-08-24T18:05:00",
            "2025-08-24T18:05+03:00",
            "2025-08-24T18:05:00Z",
            "2025-08-24t18:05:00z",
            "2025-08-24T18:05:00.123456+03:00",
            "2016-12-31T23:59:60Z",
            "0001-01-01T00:00:00-23:59",
        ] {
            assert_eq!(parse(text).map(|found| found.date().to_string()).as_deref(), text.get(..10), "{text}");
        }
        for text in [
            "",
            "Sunday",
            "2025",
            "2025-08",
            "2025-8-24",
            "20250824",
            "2025-08-32",
            "2025-02-29",
            "24.08.2025",
            "2025-W34-7",
            "-002025-08-24",
            "2025-08-24 18:05:00Z",
            "2025-08-24T18:05:00+0300",
            "2025-08-24T18:05:00+03",
            "2025-08-24T25:05:00Z",
            "2025-08-24T18:05:00.Z",
            "2025-08-24T18:05:00+03:00[Europe/Kyiv]",
            "2025-08-24T18:05:00+99:00",
            "2025-08-24é",
            "é025-08-24",
            "2025-08-24T18:05:00Z ",
            "٢٠٢٥-٠٨-٢٤",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
