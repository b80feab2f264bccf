//! The date of publication: a calendar date, or a date-time of RFC 3339.

use dateline_text::Published;
use jiff::{
    civil::{Date, DateTime},
    fmt::temporal::Pieces,
};

/// Reads `2025-08-24` or `2025-08-24T18:05:00+03:00`; `None` for anything else, other ISO 8601 forms included.
#[must_use]
pub fn parse(text: &str) -> Option<Published> {
    let bytes = text.as_bytes();
    if !has_shape(bytes.get(..10)?, b"0000-00-00") {
        return None;
    }
    if bytes.len() == 10 {
        return text.parse::<Date>().ok().map(Published::Day);
    }
    // jiff also reads other separators, shorter forms and time zone names, which RFC 3339 does not have.
    let zone = match bytes.strip_suffix(b"Z").or_else(|| bytes.strip_suffix(b"z")) {
        Some(local) => local,
        None => {
            let (local, offset) = bytes.split_at_checked(bytes.len().checked_sub(6)?)?;
            if !has_shape(offset, b"+00:00") && !has_shape(offset, b"-00:00") {
                return None;
            }
            local
        }
    };
    let (time, fraction) = zone[10..].split_at_checked(9)?;
    let fraction_holds = match fraction {
        [] => true,
        [b'.', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    if !fraction_holds || !(has_shape(time, b"T00:00:00") || has_shape(time, b"t00:00:00")) {
        return None;
    }
    let pieces = Pieces::parse(text).ok()?;
    let moment = DateTime::from_parts(pieces.date(), pieces.time()?);
    Some(Published::Moment(moment, pieces.to_numeric_offset()?))
}

/// Whether `bytes` is `shape` with any digit for each 0.
fn has_shape(bytes: &[u8], shape: &[u8]) -> bool {
    bytes.len() == shape.len()
        && bytes.iter().zip(shape).all(|(&byte, &want)| if want == b'0' { byte.is_ascii_digit() } else { byte == want })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_moments_of_rfc_3339_are_read_and_nothing_else() {
        for text in [
            "2025-08-24",
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
            "2025-08-24T18:05",
            "2025-08-24T18:05:00",
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
