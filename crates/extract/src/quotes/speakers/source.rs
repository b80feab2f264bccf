//! A source phrase: its core before any apposition, its head, and what they tell.

use dateline_lexicon::{Class, is};
use dateline_text::{Byte, Span, Word};

use super::{
    super::{clause, units::Reading, words},
    antecedents::is_person_noun,
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
                let before = reading.folded(at - 1);
                let behind_noun = at > words.start() + 1 && !words::is_determiner(before) && !is_hyphen(before);
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

    /// The word, where the source is one alone.
    pub(super) fn sole_word(&self) -> Option<&str> {
        (self.words.len() == 1).then(|| self.folded(self.words.start()))
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
            .find(|&i| matches!(self.folded(i), "," | ")"))
            .map_or(self.words.start(), |i| i + 1);
        let relative = |word: &str| matches!(word, "who" | "which" | "whose" | "that");
        let governed = (part..at.start()).any(|i| words::is_preposition(self.folded(i)) || relative(self.folded(i)));
        // "Minister of Health Jane Roe": without an article, a name at the end is what the title belongs to.
        let titled = at.end() == self.core_end
            && !words::is_determiner(self.folded(self.words.start()))
            && !words::is_preposition(self.folded(at.start().saturating_sub(1)));
        let by_author =
            self.is_document() && (part..at.start()).any(|i| matches!(self.folded(i), "by" | "from" | "of"));
        (!governed || by_author || titled) && !self.is_owner(at.end()) && !self.is_modifier(at.end())
    }

    /// Whether what ends before `end` narrows down the noun that follows: "a Roe ally".
    fn is_modifier(&self, end: u32) -> bool {
        let noun = |word: &str| word.starts_with(char::is_alphabetic) && !clause::is_function_word(word);
        end <= self.head && (end..=self.head).all(|at| noun(self.folded(at)) && !self.is_capital(at))
    }

    /// Whether the head noun only says what sort of body the name right before it is: "the Kronen party".
    pub(super) fn is_sort_of(&self, name: Span<Byte>) -> bool {
        let end = self.reading.document.words(name).end();
        end == self.head && words::is_sort_of_body(self.folded(self.head))
    }

    /// Whether the head noun is one for a person.
    pub(super) fn means_a_person(&self) -> bool {
        is_person_noun(self.folded(self.head))
    }

    fn is_capital(&self, at: u32) -> bool {
        self.reading.document.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a name is all that stands behind a comma: "the refugee agency, UNHCR".
    pub(super) fn is_apposition(&self, name: Span<Byte>) -> bool {
        let at = self.reading.document.words(name);
        let article = at.start() > self.words.start() && self.folded(at.start() - 1) == "the";
        let start = at.start() - u32::from(article);
        let ends = at.end() >= self.words.end() || matches!(self.folded(at.end()), "," | ")");
        start > self.words.start() && self.folded(start - 1) == "," && ends
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

    /// The first word behind an article, a possessive pronoun or an owner.
    fn first_modifier(&self) -> u32 {
        let first = self.words.start();
        let owner = (first..self.head).rev().find(|&at| matches!(self.folded(at), "'s" | "'"));
        match owner {
            Some(owner) => owner + 1,
            None if self.head > first && words::is_determiner(self.folded(first)) => first + 1,
            None => first,
        }
    }

    /// The head noun with what narrows it down: "minister", "chief financial officer".
    pub(super) fn modified_head(&self) -> String {
        (self.first_modifier()..=self.head).map(|at| self.folded(at)).collect::<Vec<_>>().join(" ")
    }

    /// The words of more than two letters that narrow the head noun down.
    pub(super) fn modifiers(&self) -> impl Iterator<Item = &str> {
        (self.first_modifier()..self.head).map(|at| self.folded(at)).filter(|word| word.len() > 2)
    }

    /// What owns the head noun: "Roe" in "Roe's lawyer".
    pub(super) fn owner(&self) -> Option<Span<Byte>> {
        let first = self.words.start();
        let mark = (first..self.head).rev().find(|&at| matches!(self.folded(at), "'s" | "'"))?;
        (mark > first).then(|| self.reading.document.bytes(Span::new(first, mark)))
    }

    /// Whether a possessive pronoun owns the head noun: "his lawyer".
    pub(super) fn has_possessive(&self) -> bool {
        words::is_possessive(self.folded(self.words.start()))
    }

    /// Whether the article introduces somebody new: "a witness", "some of them", "two men".
    pub(super) fn is_indefinite(&self) -> bool {
        let first = self.folded(self.words.start());
        words::is_determiner(first)
            && !words::is_possessive(first)
            && !matches!(first, "the" | "this" | "that" | "these" | "those" | "both")
    }

    /// Whether the article is "the", or points: "the minister", "these lawyers".
    pub(super) fn is_definite(&self) -> bool {
        self.head > self.words.start()
            && matches!(self.folded(self.words.start()), "the" | "this" | "that" | "these" | "those")
    }

    /// Whether nothing determines the head noun.
    pub(super) fn is_bare(&self) -> bool {
        !words::is_determiner(self.folded(self.words.start())) && self.owner().is_none()
    }

    /// Whether the description goes on behind its head noun.
    pub(super) fn goes_on(&self) -> bool {
        self.words.end() > self.head + 1
    }

    /// The part of the core before the head noun, and what a preposition joins to it.
    pub(super) fn around_head(&self) -> [Span<Byte>; 2] {
        let document = self.reading.document;
        let (first, behind) = (self.words.start(), self.head + 1);
        [document.bytes(Span::new(first, self.head)), document.bytes(Span::new(behind, self.core_end.max(behind)))]
    }

    /// The head noun as a token.
    pub(super) fn head_word(&self) -> u32 {
        self.head
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

    /// Whether the head is a plural by its form.
    pub(super) fn has_plural_head(&self) -> bool {
        let head = self.folded(self.head);
        let plural = head.len() > 3
            && head.ends_with('s')
            && !head.ends_with("ss")
            && !head.ends_with("us")
            && !head.ends_with("is");
        plural || matches!(head, "people" | "men" | "women" | "children")
    }

    /// Whether the head means several people, a body or a document.
    pub(super) fn is_plural(&self) -> bool {
        let head = self.folded(self.head);
        let several = ["two", "three", "four", "five", "six", "several", "dozens", "hundreds", "thousands"];
        self.has_plural_head()
            || several.contains(&self.folded(self.words.start()))
            || words::is_collective(head)
            || words::is_document(head)
            || matches!(head, "everyone" | "everybody" | "nobody")
    }

    /// The core without its article.
    pub(super) fn description(&self) -> Option<Span<Byte>> {
        let article = is(self.folded(self.words.start()), Class::Article);
        let first = self.words.start() + u32::from(article);
        (first < self.core_end).then(|| self.reading.document.bytes(Span::new(first, self.core_end)))
    }
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "\u{2010}" | "\u{2011}")
}
