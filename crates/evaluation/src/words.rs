//! Words of a text, for measures that compare word sets.

use std::collections::BTreeSet;

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::answer::Range;

/// Whether a character belongs to a word: a letter, a number, or `_`.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// The words of a text in code points: runs of word characters, with one apostrophe and what follows it.
pub(crate) fn words(text: &str) -> Vec<Range> {
    let chars: Vec<char> = text.chars().collect();
    let end_of = |from: usize| from + chars[from..].iter().take_while(|&&c| is_word(c)).count();
    let (mut words, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if !is_word(chars[at]) {
            at += 1;
            continue;
        }
        let start = at;
        at = end_of(at);
        let apostrophe = matches!(chars.get(at), Some('\'' | '\u{2019}'));
        if apostrophe && chars.get(at + 1).is_some_and(|&c| is_word(c)) {
            at = end_of(at + 1);
        }
        words.push((start, at));
    }
    words
}

/// Numbers of the words that any of the spans touches.
pub(crate) fn words_in(spans: &[Range], words: &[Range]) -> BTreeSet<usize> {
    let touched = |&(start, end): &Range| {
        let first = words.partition_point(|word| word.1 <= start);
        (first..words.len()).take_while(move |&at| words[at].0 < end)
    };
    spans.iter().flat_map(touched).collect()
}

/// Size of what two sets share, over the size of both together.
pub(crate) fn jaccard(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> f64 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// A text in lower case, with one space for each run of characters that belong to no word.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if is_word(c) {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_lowercase()
}

/// A folded text without a leading article.
pub(crate) fn without_article(folded: &str) -> &str {
    ["the ", "a ", "an "].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded)
}

/// The words of a folded text, without these three.
pub(crate) fn content_words(text: &str) -> BTreeSet<String> {
    folded(text).split_whitespace().filter(|word| !["the", "of", "in"].contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_joins_two_runs_once() {
        let text = "Roe's o'er'n — 3.5 it’s '";
        let found: Vec<String> =
            words(text).into_iter().map(|(start, end)| text.chars().skip(start).take(end - start).collect()).collect();
        assert_eq!(found, ["Roe's", "o'er", "n", "3", "5", "it’s"]);
    }

    #[test]
    fn a_span_touches_every_word_that_it_overlaps() {
        let words = words("one two three");
        assert_eq!(words_in(&[(2, 5)], &words), BTreeSet::from([0, 1]));
        assert_eq!(words_in(&[(3, 4)], &words), BTreeSet::new());
    }

    #[test]
    fn texts_fold_to_their_words() {
        assert_eq!(folded(" The U.S. — Senate! "), "the u s senate");
        assert_eq!(without_article("the theatre"), "theatre");
        assert_eq!(content_words("The Bank of Ayr"), BTreeSet::from(["ayr".to_owned(), "bank".to_owned()]));
    }
}
