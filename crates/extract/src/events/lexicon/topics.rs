//! The topics of an article.

use dateline_lexicon::{topics, topics_of};

/// Words of a topic that an article must hold for it to be one of its topics, at least.
const TOPIC_WORDS_MIN: usize = 3;
/// Words of a topic per thousand words of the article, at least.
const TOPIC_WORDS_PER_THOUSAND_MIN: usize = 8;

/// A topic, as an index into the table of topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) struct Topic(usize);

impl Topic {
    /// The topic of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        topics().iter().position(|topic| *topic == name).map(Self)
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
        let mut found = Self { counts: vec![0; topics().len()], words: 0 };
        for word in words {
            found.words += 1;
            for &topic in topics_of(word) {
                found.counts[topic] += 1;
            }
        }
        found
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
