//! Lines that say when the article was published or updated.

use super::pattern::Words;

/// Words that say what happened at the time.
const LEADS: &[&str] = &["updated", "published", "posted", "modified", "uploaded"];

/// Words that may stand with them, beside numbers.
const OTHERS: &[&str] = &[
    "last",
    "first",
    "originally",
    "on",
    "at",
    "ago",
    "date",
    "time",
    "am",
    "pm",
    "a",
    "m",
    "p",
    "and",
    "the",
    "article",
    "story",
    "of",
    "today",
    "yesterday",
    "just",
    "now",
];

/// Names of months, weekdays and units of time, by their first three letters.
const CALENDAR: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "sec", "min", "hou", "hrs", "day", "wee", "yea",
];

/// Letters of the longest name of a month, weekday or unit.
const CALENDAR_LETTERS_MAX: usize = 9;

/// Time zones.
const ZONES: &[&str] = &[
    "gmt", "utc", "bst", "ist", "cet", "cest", "eet", "eest", "edt", "est", "et", "cdt", "cst", "ct", "mdt", "mst",
    "mt", "pdt", "pst", "pt", "wat", "cat", "eat", "sast", "msk", "sgt", "hkt", "jst", "kst", "aest", "aedt", "nzst",
    "z",
];

/// Whether the line is made of "updated", "published" and the like, and of a date or time.
pub(super) fn is_timestamp(words: &Words) -> bool {
    let leads = words.iter().filter(|word| LEADS.contains(word)).count();
    let numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let relative = words.iter().any(|word| matches!(word, "today" | "yesterday" | "ago" | "now"));
    leads > 0 && (numbers > 0 || relative) && words.iter().all(|word| LEADS.contains(&word) || is_of_time(word))
}

fn is_of_time(word: &str) -> bool {
    let calendar =
        || word.len() <= CALENDAR_LETTERS_MAX && word.get(..3).is_some_and(|start| CALENDAR.contains(&start));
    !word.starts_with(char::is_alphabetic) || OTHERS.contains(&word) || ZONES.contains(&word) || calendar()
}
