//! The date of publication: a calendar date, or a date-time of RFC 3339 or as newsrooms' systems write it.

use dateline_text::Published;
use jiff::{
    civil::{Date, Time},
    tz::Offset,
};

/// What a valid date of publication is.
pub const EXPECTED: &str = "a date (2025-08-24) or a date-time (2025-08-24T18:05:00+03:00)";

/// Reads `2025-08-24`, `2025-08-24T18:05:00+03:00`, and what content systems write: an offset without its colon
/// (`+0300`, Superdesk) or without minutes (`+03`, PostgreSQL), a space in place of the `T` (MySQL, WordPress), a space before the
/// offset, no seconds, no offset. A date-time without an offset is in UTC. `None` for anything else.
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
    let (clock, offset) = split_offset(rest.strip_prefix(['T', 't', ' '])?)?;
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let digits_only = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let complete = has_shape(whole, "00:00:00");
    if !digits_only || !(complete || (has_shape(whole, "00:00") && whole == clock)) {
        return None;
    }
    // A fraction of a second dates no article.
    let time: Time = whole.parse().ok()?;
    Some(Published::Moment(date.to_datetime(time), Some(offset)))
}

/// The time of day and its offset from UTC.
fn split_offset(clock: &str) -> Option<(&str, Offset)> {
    if let Some(local) =
        clock.strip_suffix(['Z', 'z']).or_else(|| clock.strip_suffix(" UTC")).or_else(|| clock.strip_suffix(" GMT"))
    {
        return Some((local, Offset::UTC));
    }
    let Some(sign) = clock.find(['+', '-']) else { return Some((clock, Offset::UTC)) };
    let (local, offset) = clock.split_at(sign);
    let digits = &offset[1..];
    let (hours, minutes) = match digits.len() {
        2 if has_shape(digits, "00") => (digits, "00"),
        4 if has_shape(digits, "0000") => digits.split_at(2),
        5 if has_shape(digits, "00:00") => (&digits[..2], &digits[3..]),
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = (hours * 60 + minutes) * if offset.starts_with('-') { -60 } else { 60 };
    Some((local.strip_suffix(' ').unwrap_or(local), Offset::from_seconds(seconds).ok()?))
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
            "2025-08-24T18:05:00+0300",
            "2025-08-24 18:05:00",
            "2025-08-24 18:05:00Z",
            "2025-08-24 18:05:00+00:00",
            "2025-08-24 18:05:00.123456+00",
            "2025-08-24 18:05:00 +0300",
            "2025-08-24 18:05:00 UTC",
            "2025-08-24 18:05:00 GMT",
            "2025-08-24T18:05:00.1234567890123Z",
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
            "2025-08-24  18:05:00",
            "2025-08-24 ",
            "2025-08-24T18:05:00+3",
            "2025-08-24T18:05:00+030",
            "2025-08-24T18:05:00+03:0",
            "2025-08-24T18:05:00  +0300",
            "2025-08-24T18:05:00+",
            "2025-08-24T25:05:00Z",
            "2025-08-24T18:05:00.Z",
            "2025-08-24T18:05:00.12a4567890123Z",
            "2025-08-24 18:05:00 EST",
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

    #[test]
    fn the_offset_is_that_which_is_stated_or_utc() {
        for (text, minutes) in [
            ("2025-08-24T18:05", Some(0)),
            ("2025-08-24 18:05:00", Some(0)),
            ("2025-08-24T18:05Z", Some(0)),
            ("2025-08-24T18:05+03:00", Some(180)),
            ("2025-08-24T18:05+0300", Some(180)),
            ("2025-08-24T18:05+03", Some(180)),
            ("2025-08-24T18:05:00-04:30", Some(-270)),
        ] {
            let Some(Published::Moment(_, offset)) = parse(text) else { panic!("{text}") };
            assert_eq!(offset.map(|offset| offset.seconds() / 60), minutes, "{text}");
        }
    }
}
