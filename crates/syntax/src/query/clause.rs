//! Clauses: predicates, the clauses in which words stand, and their extents.

use dateline_text::{Span, Word};

use crate::{Relation, Syntax, Upos};

impl Syntax<'_> {
    /// Whether a word heads a clause: a verb, or the noun or adjective of which a copula says something.
    #[must_use]
    pub fn is_predicate(&self, word: u32) -> bool {
        self.relation(self.first_conjunct(word)).is_clause()
    }

    /// The predicate of the clause in which a word stands, or the word itself if it is one.
    #[must_use]
    pub fn predicate_of(&self, word: u32) -> u32 {
        let mut clause = word;
        while let Some(head) = self.head(clause).filter(|_| !self.is_predicate(clause)) {
            clause = head;
        }
        clause
    }

    /// The nearest verb or other predicate above a word: of an object its verb, of a complement clause the verb that
    /// takes it, of a verb in a relative clause what the antecedent depends on.
    #[must_use]
    pub fn governing_verb(&self, word: u32) -> Option<u32> {
        let governs = |at: &u32| self.upos(*at) == Upos::Verb || self.is_predicate(*at);
        let coordinated = self.first_conjunct(word);
        self.ancestors(coordinated).find(governs)
    }

    /// The words of a clause without the marks at its ends, and without what opens it: "that", "because", "and".
    #[must_use]
    pub fn clause_span(&self, predicate: u32) -> Span<Word> {
        self.trimmed(predicate, self.subtree(predicate))
    }

    /// A stretch of a clause without marks at its ends, nor its own conjunction at its start.
    pub(super) fn trimmed(&self, predicate: u32, words: Span<Word>) -> Span<Word> {
        let opens = |word: u32| {
            let own = self.head(word) == Some(predicate) && self.relation(word) != Relation::Punct;
            own && matches!(self.relation(word), Relation::Mark | Relation::Cc) && !self.is(word, &["to"])
        };
        let is_mark = |word: u32| self.upos(word) == Upos::Punct;
        let (mut start, mut end) = (words.start(), words.end());
        while start < end && (is_mark(start) || opens(start)) {
            start += 1;
        }
        while end > start && is_mark(end - 1) {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// The clauses that say when, why or on what condition: adverbial clauses of a predicate, with what opens them.
    pub fn adverbial_clauses(&self, predicate: u32) -> impl Iterator<Item = (Option<u32>, u32)> {
        self.dependents_by(predicate, Relation::Advcl).map(|clause| (self.marker(clause), clause))
    }

    /// What opens a clause: "that", "because", "if", "to"; of two, the first.
    #[must_use]
    pub fn marker(&self, predicate: u32) -> Option<u32> {
        self.dependents_by(predicate, Relation::Mark).next()
    }
}
