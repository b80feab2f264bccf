//! Bylines: "By Ann Roe", "By Ann Roe and Joe Doe, Staff Writers".

/// How a byline starts, in lower case.
const STARTS: [&str; 6] = ["by", "written by", "story by", "words by", "reporting by", "report by"];

/// Words in lower case that may stand among the names.
const BETWEEN: &[&str] = &[
    "and", "in", "for", "of", "the", "with", "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "da",
    "di", "du", "dos", "del", "ter", "at",
];

/// Words that follow a "by" that is no byline, in lower case: "By Monday", "By the numbers".
const NO_NAMES: &[&str] = &[
    "a",
    "all",
    "an",
    "any",
    "april",
    "august",
    "comparison",
    "contrast",
    "day",
    "december",
    "design",
    "early",
    "february",
    "friday",
    "his",
    "her",
    "its",
    "january",
    "july",
    "june",
    "land",
    "late",
    "law",
    "mail",
    "march",
    "may",
    "midnight",
    "monday",
    "most",
    "next",
    "night",
    "no",
    "noon",
    "november",
    "now",
    "october",
    "one",
    "our",
    "phone",
    "request",
    "saturday",
    "sea",
    "september",
    "some",
    "sunday",
    "that",
    "the",
    "their",
    "then",
    "this",
    "thursday",
    "tuesday",
    "two",
    "using",
    "wednesday",
    "what",
    "which",
    "year",
    "your",
];

/// Words of the longest byline.
const WORDS_MAX: usize = 16;

/// Whether the line names who wrote the article and says nothing else.
pub(super) fn is_byline(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let line = line.trim_end_matches(|c: char| !c.is_alphabetic() && c != ')');
    let Some(names) = STARTS.iter().find_map(|start| after_start(line, start)) else { return false };
    let words: Vec<_> = names.split_whitespace().map(|word| word.trim_matches(is_mark)).collect();
    let named = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let first = words.first().map_or(String::new(), |first| first.to_lowercase());
    (2..=WORDS_MAX).contains(&words.len())
        && named >= 2
        && words[0].starts_with(char::is_uppercase)
        && !NO_NAMES.contains(&first.as_str())
        && words.iter().all(|word| is_of_names(word))
}

/// What follows `start` and a space or colon.
fn after_start<'l>(line: &'l str, start: &str) -> Option<&'l str> {
    let head = line.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start))?;
    let rest = &line[head.len()..];
    rest.starts_with([' ', ':', '\u{a0}']).then(|| rest.trim_start_matches(is_mark))
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '|' | '/' | '&' | '-' | '–' | '—' | '•' | '·' | '(' | ')')
}

/// Whether a word may be part of names, posts and addresses.
fn is_of_names(word: &str) -> bool {
    word.is_empty() || word.contains('@') || word.starts_with(char::is_uppercase) || BETWEEN.contains(&word)
}
