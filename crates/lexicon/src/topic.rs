//! Classes of words that the conditions of event triggers name, and the topics of articles.
//!
//! A row of `data/trigger-classes.tsv` and of `data/topics.tsv` is a name and its words, parted by spaces.

use std::{collections::HashMap, sync::LazyLock};

const TRIGGER_CLASSES: &str = include_str!("../data/trigger-classes.tsv");
const TOPICS: &str = include_str!("../data/topics.tsv");

/// For each word, the rows that list it, as indices.
type ByWord = HashMap<&'static str, Vec<usize>>;

static CLASSES_BY_WORD: LazyLock<ByWord> = LazyLock::new(|| by_word(TRIGGER_CLASSES));
static TOPICS_BY_WORD: LazyLock<ByWord> = LazyLock::new(|| by_word(TOPICS));
static CLASS_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| names(TRIGGER_CLASSES));
static TOPIC_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| names(TOPICS));

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter_map(|row| row.split_once('\t'))
}

fn names(table: &'static str) -> Vec<&'static str> {
    rows(table).map(|(name, _)| name).collect()
}

fn by_word(table: &'static str) -> ByWord {
    let mut found = ByWord::new();
    for (row, (_, words)) in rows(table).enumerate() {
        for word in words.split(' ') {
            found.entry(word).or_default().push(row);
        }
    }
    found
}

/// The names of the classes that conditions name.
#[must_use]
pub fn trigger_classes() -> &'static [&'static str] {
    &CLASS_NAMES
}

/// Whether a lower-case word is in the class of that name.
#[must_use]
pub fn in_trigger_class(word: &str, class: &str) -> bool {
    CLASSES_BY_WORD.get(word).is_some_and(|classes| classes.iter().any(|&row| CLASS_NAMES[row] == class))
}

/// The names of the topics.
#[must_use]
pub fn topics() -> &'static [&'static str] {
    &TOPIC_NAMES
}

/// The topics of which a lower-case word speaks, as indices into [`topics`].
#[must_use]
pub fn topics_of(word: &str) -> &'static [usize] {
    TOPICS_BY_WORD.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_once() {
        for names in [trigger_classes(), topics()] {
            let mut sorted = names.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), names.len());
        }
    }

    #[test]
    fn words_are_in_their_rows() {
        assert!(in_trigger_class("missile", "weapon") && in_trigger_class("missile", "missile"));
        assert!(!in_trigger_class("table", "weapon") && !in_trigger_class("missile", "no-such-class"));
        assert!(topics_of("striker").iter().any(|&topic| topics()[topic] == "sports"));
        assert!(topics_of("table-cloth").is_empty());
    }
}
