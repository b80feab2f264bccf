//! A source phrase: its core before any apposition, its head, and what they tell.

use dateline_text::{Byte, Span, Word};

use super::{
    super::{clause, units::Reading, words},
    is_pronoun,
};

/// A source with its parts.
pub(super) struct Source<'r, 'a> {
    reading: &'r Reading<'a>,
    /// All of it.
    pub(super) span: Span<Byte>,
    /// The part before the first comma, bracket or relative clause.
    pub(super) core: Span<Byte>,
    words: Span<Word>,
    core_end: u32,
    /// The head noun of the core: its last word before a preposition that follows a noun.
    head: u32,
}

impl<'r, 'a> Source<'r, 'a> {
    /// Reads a source; `None` where it holds no word.
    pub(super) fn read(reading: &'r Reading<'a>, span: Span<Byte>) -> Option<Self> {
        let words = reading.document.words(span);
        if words.is_empty() {
            return None;
        }
        let breaks = |&at: &u32| {
            at > words.start()
                && matches!(reading.folded(at), "," | "(" | "who" | "which" | "—" | "–" | "--" | ";" | ":" | "[")
        };
        let core_end = (words.start()..words.end()).find(breaks).unwrap_or(words.end());
        // The head ends before a preposition or a participle behind a noun: "data released on Tuesday".
        let begins = |&at: &u32| {
            let word = reading.folded(at);
            let participle = || {
                let behind_noun = at > words.start() + 1 && !words::is_determiner(reading.folded(at - 1));
                word.len() > 4 && word.ends_with("ed") && behind_noun && at + 1 < core_end
            };
            at > words.start() && (words::is_preposition(word) || participle())
        };
        let head_end = (words.start()..core_end).find(begins).unwrap_or(core_end);
        let core = reading.document.bytes(Span::new(words.start(), core_end));
        Some(Self { reading, span, core, words, core_end, head: head_end - 1 })
    }

    fn folded(&self, at: u32) -> &str {
        self.reading.folded(at)
    }

    /// Whether the source is a pronoun alone.
    pub(super) fn is_pronoun(&self) -> bool {
        self.core_end == self.words.start() + 1 && is_pronoun(self.folded(self.words.start()))
    }

    /// The pronoun.
    pub(super) fn pronoun_word(&self) -> &str {
        self.folded(self.words.start())
    }

    /// Whether a name is the head of the core, or begins or is an apposition: nothing governs it.
    pub(super) fn is_head_name(&self, name: Span<Byte>) -> bool {
        let at = self.reading.document.words(name);
        let part = (self.words.start()..at.start())
            .rev()
            .find(|&i| self.folded(i) == ",")
            .map_or(self.words.start(), |i| i + 1);
        let governed = (part..at.start())
            .any(|i| words::is_preposition(self.folded(i)) || matches!(self.folded(i), "who" | "which" | "whose"));
        // "Minister of Health Jane Roe": without an article, a name at the end is what the title belongs to.
        let titled = at.end() == self.core_end
            && !words::is_determiner(self.folded(self.words.start()))
            && !words::is_preposition(self.folded(at.start().saturating_sub(1)));
        let by_author =
            self.is_document() && (part..at.start()).any(|i| matches!(self.folded(i), "by" | "from" | "of"));
        (!governed || by_author || titled) && !self.is_owner(at.end())
    }

    /// Whether a name is the last word of the core, so that the source names a body or a place.
    pub(super) fn ends_with_name(&self, name: Span<Byte>) -> bool {
        let at = self.reading.document.words(name);
        let next = at.end();
        let last = next >= self.core_end || words::is_preposition(self.folded(next)) || self.folded(next) == "(";
        self.is_head(name) && last && !(self.words.start()..at.start()).any(|i| words::is_preposition(self.folded(i)))
    }

    /// Whether what ends before `end` owns what follows: "Roe's lawyer".
    fn is_owner(&self, end: u32) -> bool {
        end < self.core_end && matches!(self.folded(end), "'s" | "'")
    }

    /// Whether a mention holds the head noun.
    pub(super) fn is_head(&self, mention: Span<Byte>) -> bool {
        let at = self.reading.document.words(mention);
        at.start() <= self.head && self.head < at.end()
    }

    /// Whether the head noun names a document.
    pub(super) fn is_document(&self) -> bool {
        words::is_document(self.folded(self.head))
    }

    /// What a definite description of a few words says behind its article: "minister", "chief financial officer".
    pub(super) fn definite(&self) -> Option<String> {
        let first = self.words.start();
        let definite = matches!(self.folded(first), "the" | "this" | "that");
        let short = self.core_end == self.head + 1 && self.head > first && self.head <= first + 4;
        let text = |at: u32| self.folded(at).to_owned();
        (definite && short).then(|| (first + 1..self.core_end).map(text).collect::<Vec<_>>().join(" "))
    }

    /// The head noun.
    pub(super) fn head(&self) -> &str {
        self.folded(self.head)
    }

    /// A name at the head that no entity bears: the capitalised words that end the head's part of the core.
    pub(super) fn unknown_name(&self) -> Option<Span<Byte>> {
        let document = self.reading.document;
        let capital = |at: u32| document.word(at).starts_with(char::is_uppercase);
        let mut start = self.head + 1;
        while start > self.words.start() && capital(start - 1) && !clause::is_function_word(self.folded(start - 1)) {
            start -= 1;
        }
        let sentence_first = |at: u32| document.sentences()[document.sentence_at(at)].start() == at;
        let mut end = self.head + 1;
        let words = end - start;
        while end + 1 < self.core_end && matches!(self.folded(end), "of" | "for") && words > 0 && capital(end + 1) {
            end += 2;
        }
        let known = |word: &str| {
            words::is_determiner(word) || words::is_time(word) || words::is_collective(word) || words::is_document(word)
        };
        let label = || end < self.reading.len() && self.folded(end) == ":";
        let sure =
            words > 1 || words == 1 && label() || words == 1 && !sentence_first(start) && !known(self.folded(start));
        let other = words::is_time(self.folded(self.head)) || words::is_title(self.folded(self.head));
        (sure && !other).then(|| document.bytes(Span::new(start, end)))
    }

    /// Whether the head means several people, a body or a document.
    pub(super) fn is_plural(&self) -> bool {
        let head = self.folded(self.head);
        let plural = head.len() > 3
            && head.ends_with('s')
            && !head.ends_with("ss")
            && !head.ends_with("us")
            && !head.ends_with("is");
        plural
            || words::is_collective(head)
            || words::is_document(head)
            || matches!(head, "everyone" | "everybody" | "nobody")
    }

    /// The core without its article.
    pub(super) fn description(&self) -> Option<Span<Byte>> {
        let article = matches!(self.folded(self.words.start()), "the" | "a" | "an");
        let first = self.words.start() + u32::from(article);
        (first < self.core_end).then(|| self.reading.document.bytes(Span::new(first, self.core_end)))
    }
}
