//! The table of everyday words and of the words that head names.

use std::collections::BTreeMap;

use dateline_gazetteer::{Casing, Key, Word, WordFacts, WordUse};

use super::{GazetteerError, rows::Rows, sources::kind_of};

/// Words by folded key.
pub(super) struct Words {
    facts: BTreeMap<String, WordFacts>,
}

impl Words {
    pub(super) fn read() -> Result<Self, GazetteerError> {
        let mut words = Self { facts: BTreeMap::new() };
        for file in ["common_words.tsv", "own/everyday_words.tsv"] {
            for row in Rows::read(file)?.iter() {
                let facts = words.facts_of(row.text("word"));
                facts.count += row.number("count")?.unwrap_or(0);
                for word_use in row.text("uses").chars() {
                    let known = WordUse::ALL.iter().find(|&&(_, letter)| letter == word_use);
                    facts.uses.extend(known.map(|&(word_use, _)| word_use));
                }
            }
        }
        for row in Rows::read("own/heads.tsv")?.iter() {
            let facts = words.facts_of(row.text("word"));
            facts.heads = row.all_of("last", kind_of)?;
            facts.heads_before_of = row.all_of("before_of", kind_of)?;
        }
        for row in Rows::read("own/particles.tsv")?.iter() {
            words.facts_of(row.text("word")).particle = true;
        }
        Ok(words)
    }

    fn facts_of(&mut self, word: &str) -> &mut WordFacts {
        self.facts.entry(Key::of(word).folded().to_owned()).or_default()
    }

    /// What is known of a folded word.
    pub(super) fn get(&self, folded: &str) -> Option<Word> {
        self.facts.get(folded).map(WordFacts::pack)
    }

    /// The table's keys and packed words.
    pub(super) fn pack(&self) -> BTreeMap<Vec<u8>, u64> {
        let key = |word: &str| [word.as_bytes(), &[Casing::Lower.byte()]].concat();
        self.facts.iter().map(|(word, facts)| (key(word), facts.pack().to_bits())).collect()
    }
}
