//! Credits of pictures: "Photo: Ann Roe", "(Getty Images)", "Ann Roe/Reuters". A caption that says what the picture
//! shows is no credit.

use super::pattern::Words;

/// How a credit starts.
const STARTS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photographer",
    "photography",
    "picture",
    "pictures",
    "image",
    "images",
    "credit",
    "illustration",
    "graphic",
    "video",
    "pic",
];

/// Agencies and archives, as words of a line in lower case.
const AGENCIES: &[&str] = &[
    "aap",
    "afp",
    "alamy",
    "anadolu",
    "ap",
    "bloomberg",
    "dpa",
    "efe",
    "epa",
    "getty",
    "istock",
    "nurphoto",
    "pa",
    "reuters",
    "shutterstock",
    "sipa",
    "tass",
    "unsplash",
    "upi",
    "wikimedia",
    "xinhua",
    "zuma",
];

/// Words in lower case that may stand among the names of a credit.
const BETWEEN: &[&str] =
    &["by", "via", "for", "of", "and", "the", "from", "courtesy", "de", "van", "von", "al", "bin", "provided"];

/// Words of the longest credit.
const WORDS_MAX: usize = 12;

/// Whether the line names who made or owns a picture and says nothing else.
pub(super) fn is_credit(line: &str, words: &Words) -> bool {
    if words.len() > WORDS_MAX || !line.split(is_separator).filter(|word| !word.is_empty()).all(is_of_names) {
        return false;
    }
    let (first, second) = (words.get(0).unwrap_or_default(), words.get(1).unwrap_or_default());
    let labelled =
        STARTS.contains(&first) && matches!(second, ":" | "by" | "credit" | "courtesy" | "©") && words.len() > 2;
    let agency = words.iter().any(|word| AGENCIES.contains(&word));
    let agency_alone = first == "getty" && (words.len() == 1 || (words.len() == 2 && second == "images"));
    let of_agency =
        line.contains('/') || words.iter().any(|word| matches!(word, "via" | "photo" | "images" | "photos"));
    labelled || agency_alone || (agency && of_agency && words.len() > 1)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '|' | ':' | ',' | '(' | ')' | '[' | ']' | '&' | '-' | '–' | '—' | '•' | '.')
}

/// Whether a word may be part of the names of people and agencies.
fn is_of_names(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.starts_with(|c: char| c.is_uppercase() || c == '©' || c == '@')
        || BETWEEN.contains(&lower.as_str())
        || STARTS.contains(&lower.as_str())
        || word.bytes().all(|b| b.is_ascii_digit())
}
