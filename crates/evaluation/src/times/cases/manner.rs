//! Ways of writing a time that assistants meet and edited news does not, told from a case's text and from what it
//! expects, whatever is found in it.

use super::Expected;

/// A way of writing, and why it is no measure of a news service.
pub(super) struct Manner {
    pub(super) name: &'static str,
    pub(super) reason: &'static str,
}

const IMPOSSIBLE: Manner =
    Manner { name: "impossible dates", reason: "days that no calendar has are given no value, as the task demands" };
const SHORTHAND: Manner =
    Manner { name: "shorthand", reason: "abbreviations and spellings of chat: tmrw, EOM, 3p, 11ish, 10D" };

/// The way in which a case is written, if it is one of those.
pub(super) fn of(text: &str, expected: &[Expected]) -> Option<&'static Manner> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let spaced = words.windows(2).any(|pair| letters(pair[0], pair[1]));
    if expected.iter().any(impossible) {
        Some(&IMPOSSIBLE)
    } else if text.contains(['@', '<']) || spaced || words.iter().any(|word| shorthand(word)) {
        Some(&SHORTHAND)
    } else {
        None
    }
}

/// The reason of the way of writing that has a name.
pub(super) fn reason(name: &str) -> Option<&'static str> {
    [IMPOSSIBLE, SHORTHAND].into_iter().find(|manner| manner.name == name).map(|manner| manner.reason)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '.' | ',' | '!' | '?' | ';' | '(' | ')' | '"'))
}

/// Whether a case expects a day that its month has not.
fn impossible(expected: &Expected) -> bool {
    let Some(timex) = expected.timex.as_deref() else { return false };
    timex.trim_matches(['(', ')']).split(',').any(|part| {
        let day = part.split('T').next().unwrap_or_default();
        let [year, month, day] = day.split('-').collect::<Vec<_>>()[..] else { return false };
        let number = |text: &str| text.parse::<i8>().ok();
        match (number(month), number(day)) {
            (Some(month), Some(day)) => jiff::civil::Date::new(year.parse().unwrap_or(2000), month, day).is_err(),
            _ => false,
        }
    })
}

fn shorthand(word: &str) -> bool {
    const WORDS: &[&str] =
        &["tmrw", "tmr", "tmw", "tomorrows", "tonite", "eom", "bom", "eoy", "boy", "eod", "otd", "wkend"];
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '-'));
    let figures = digits.len() < word.len();
    WORDS.contains(&word)
        || figures && matches!(digits, "a" | "p" | "h" | "m" | "d" | "w" | "y" | "'" | "\"" | "ampm" | "ish")
        || word.len() > 5 && (word.ends_with("noonish") || word.ends_with("ampm"))
        || ["sy", "cy"].iter().any(|year| word.strip_prefix(year).is_some_and(|rest| rest.parse::<u8>().is_ok()))
}

/// "p m", "a m", "p. m." with a space between.
fn letters(first: &str, second: &str) -> bool {
    matches!(first, "a" | "p") && second == "m"
}
