//! Everyday English words, and the words that tell what kind of name they stand in.

use std::sync::LazyLock;

use crate::{
    entry::{Entry, Kind},
    key::{Casing, Key},
    table::Table,
};

/// What the tables know of a word written in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word(u64);

/// How a word is used, as treebanks tag it; a word can have several uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordUse {
    /// Noun.
    Noun,
    /// Verb.
    Verb,
    /// Adjective.
    Adjective,
    /// Adverb.
    Adverb,
    /// Determiner, pronoun, preposition, conjunction, auxiliary, numeral or interjection.
    Function,
}

impl WordUse {
    /// Every use with the letter that the raw table writes for it.
    pub const ALL: &[(Self, char)] =
        &[(Self::Noun, 'N'), (Self::Verb, 'V'), (Self::Adjective, 'A'), (Self::Adverb, 'R'), (Self::Function, 'F')];
}

const USES: u32 = 0;
const FREQUENCY: u32 = 8;
const PARTICLE: u32 = 12;
const LAST: u32 = 16;
const BEFORE_OF: u32 = 36;
const KINDS_MASK: u64 = (1 << (BEFORE_OF - LAST)) - 1;

impl Word {
    /// Whether the word is an everyday one, used so in English texts.
    #[must_use]
    pub fn is_common(self) -> bool {
        self.0 & ((1 << FREQUENCY) - 1) != 0
    }

    /// Whether the word is used so.
    #[must_use]
    pub fn is_used_as(self, word_use: WordUse) -> bool {
        self.0 >> (USES + word_use as u32) & 1 == 1
    }

    /// How frequent the word is in lower case: the binary logarithm of its occurrences in half a million words.
    #[must_use]
    pub fn frequency(self) -> u8 {
        (self.0 >> FREQUENCY & 0xF) as u8
    }

    /// Whether the word joins parts of a person's name: "van", "bin", "de".
    #[must_use]
    pub fn is_particle(self) -> bool {
        self.0 >> PARTICLE & 1 == 1
    }

    /// The kinds of names that end in this word: "Airport" ends facilities, "Ltd." companies.
    pub fn heads(self) -> impl Iterator<Item = Kind> {
        Entry::from_bits(self.0 >> LAST & KINDS_MASK).kinds()
    }

    /// The kinds of names in which this word stands before "of" or a name: "Ministry of", "University of", "Mount".
    pub fn heads_before_of(self) -> impl Iterator<Item = Kind> {
        Entry::from_bits(self.0 >> BEFORE_OF & KINDS_MASK).kinds()
    }

    /// Reads the packed form.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The packed form.
    #[must_use]
    pub const fn to_bits(self) -> u64 {
        self.0
    }
}

/// The facts of which a [`Word`] is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordFacts {
    /// Its uses; none for a word that is not an everyday one.
    pub uses: Vec<WordUse>,
    /// Occurrences in lower case.
    pub count: u32,
    /// Whether it is a name particle.
    pub particle: bool,
    /// Kinds of names that end in it.
    pub heads: Vec<Kind>,
    /// Kinds of names in which it stands before "of" or a name.
    pub heads_before_of: Vec<Kind>,
}

impl WordFacts {
    /// Packs the facts.
    #[must_use]
    pub fn pack(&self) -> Word {
        let kinds = |kinds: &[Kind]| kinds.iter().fold(0, |bits, &kind| bits | 1u64 << kind as u32);
        let uses = self.uses.iter().fold(0, |bits, &word_use| bits | 1u64 << (USES + word_use as u32));
        let frequency = u64::from(self.count.checked_ilog2().unwrap_or(0).min(15));
        Word(
            uses | frequency << FREQUENCY
                | u64::from(self.particle) << PARTICLE
                | kinds(&self.heads) << LAST
                | kinds(&self.heads_before_of) << BEFORE_OF,
        )
    }
}

static WORDS: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_bytes!("../data/words.fst"), include_bytes!("../data/words.entries")));

/// What the tables know of a single word, whatever its casing.
#[must_use]
pub fn word(word: &str) -> Option<Word> {
    let entry = WORDS.get(&Key::of(word)).entry(Casing::Lower)?;
    Some(Word::from_bits(entry.to_bits()))
}

/// Whether the word, whatever its casing, is an everyday English one in lower case. A capital at the start of a
/// sentence is then no sign of a name.
#[must_use]
pub fn is_common_word(text: &str) -> bool {
    word(text).is_some_and(Word::is_common)
}

/// Whether the word, whatever its casing, joins parts of a person's name: "van", "bin", "de".
#[must_use]
pub fn is_name_particle(text: &str) -> bool {
    word(text).is_some_and(Word::is_particle)
}
