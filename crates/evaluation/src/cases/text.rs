//! How texts of cases and answers are compared.

use crate::{answer::Range, words::is_word};

const DETERMINERS: [&str; 16] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose",
    "some",
];

/// A text with its white space folded, its quotation marks straight, and no leading determiner.
pub(super) fn bare(text: &str) -> String {
    let straight = |c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    };
    let text: String = text.chars().map(straight).collect();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 && DETERMINERS.contains(&words[0].to_lowercase().as_str()) {
        words.remove(0);
    }
    words.join(" ")
}

/// A bare text in lower case.
pub(super) fn key(text: &str) -> String {
    bare(text).to_lowercase()
}

/// Whether the words are in the text, with no word character beside them.
pub(super) fn has_words(text: &str, words: &str) -> bool {
    let (text, words) = (key(text), key(words));
    text.char_indices().map(|(at, _)| at).chain([text.len()]).any(|at| is_whole(&text, at, &words))
}

/// Where the words are in a text, in code points: from left to right, without overlaps, with no word character beside.
pub(super) fn occurrences(text: &str, words: &str) -> Vec<Range> {
    let mut found = Vec::new();
    let mut next = 0;
    for (point, (at, _)) in text.char_indices().enumerate() {
        if at >= next && is_whole(text, at, words) {
            found.push((point, point + words.chars().count()));
            next = at + words.len();
        }
    }
    found
}

fn is_whole(text: &str, at: usize, words: &str) -> bool {
    let Some(rest) = text[at..].strip_prefix(words) else { return false };
    !text[..at].ends_with(is_word) && !rest.starts_with(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn determiners_and_marks_do_not_count() {
        assert_eq!(key("The  “Roe”’s\nplan"), "\"roe\"'s plan");
        assert_eq!(bare("the"), "the");
        assert_eq!(bare("Their house"), "house");
    }

    #[test]
    fn words_are_whole() {
        assert!(has_words("A shooting, he said", "shooting"));
        assert!(!has_words("crossfire", "fire"));
        assert_eq!(occurrences("fire crossfire “fire”", "fire"), [(0, 4), (16, 20)]);
    }
}
