//! Classes of words that conditions name, and the topics of an article.

use std::{collections::HashMap, sync::LazyLock};

const CLASSES: &str = include_str!("classes.txt");
const TOPICS: &str = include_str!("topics.txt");

/// Words of a topic that an article must hold for it to be one of its topics, at least.
const TOPIC_WORDS_MIN: usize = 3;
/// Words of a topic per thousand words of the article, at least.
const TOPIC_WORDS_PER_THOUSAND_MIN: usize = 8;

/// For each word, the classes that it is in.
static CLASSES_BY_WORD: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| by_word(CLASSES));
/// For each word, the topics that it speaks of.
static TOPICS_BY_WORD: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| by_word(TOPICS));
/// The names of the topics, in the order of the file.
static TOPIC_NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| TOPICS.lines().filter_map(|line| Some(line.split_once(':')?.0)).collect());

fn by_word(source: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut table: HashMap<&str, Vec<&str>> = HashMap::new();
    for (name, words) in source.lines().filter_map(|line| line.split_once(':')) {
        for word in words.split_whitespace() {
            table.entry(word).or_default().push(name);
        }
    }
    table
}

/// Whether a lower-case word is in a class.
pub(in crate::events) fn in_class(word: &str, class: &str) -> bool {
    CLASSES_BY_WORD.get(word).is_some_and(|classes| classes.contains(&class))
}

/// Whether a class has any words.
#[cfg(test)]
pub(super) fn is_class(class: &str) -> bool {
    CLASSES.lines().any(|line| line.split_once(':').is_some_and(|(name, _)| name == class))
}

/// A topic, as an index into the table of topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) struct Topic(usize);

impl Topic {
    /// The topic of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        TOPIC_NAMES.iter().position(|topic| *topic == name).map(Self)
    }
}

/// How many words of each topic an article holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) struct Topics {
    counts: Vec<usize>,
    words: usize,
}

impl Topics {
    /// Counts the topics' words among lower-case words.
    pub(in crate::events) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut topics = Self { counts: vec![0; TOPIC_NAMES.len()], words: 0 };
        for word in words {
            topics.words += 1;
            for name in TOPICS_BY_WORD.get(word).into_iter().flatten() {
                topics.counts[Topic::named(name).expect("the tables come from one file").0] += 1;
            }
        }
        topics
    }

    /// Whether the article speaks of a topic.
    pub(in crate::events) fn has(&self, topic: Topic) -> bool {
        let count = self.counts[topic.0];
        count >= TOPIC_WORDS_MIN && count * 1000 >= TOPIC_WORDS_PER_THOUSAND_MIN * self.words
    }

    /// Whether the article speaks of a topic, and of no other more often.
    pub(in crate::events) fn is_main(&self, topic: Topic) -> bool {
        self.has(topic) && self.counts.iter().all(|&count| count <= self.counts[topic.0])
    }
}
