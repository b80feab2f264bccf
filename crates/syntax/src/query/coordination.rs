//! Coordination: in Universal Dependencies every conjunct depends on the first.

use crate::{Relation, Syntax};

impl Syntax<'_> {
    /// The first conjunct of the coordination in which a word stands; the word itself where it is in none.
    #[must_use]
    pub fn first_conjunct(&self, word: u32) -> u32 {
        let mut first = word;
        while let Some(head) = self.head(first).filter(|_| self.relation(first) == Relation::Conj) {
            first = head;
        }
        first
    }

    /// All conjuncts of the coordination in which a word stands, itself included, in text order.
    #[must_use]
    pub fn conjuncts(&self, word: u32) -> Vec<u32> {
        let mut conjuncts = vec![self.first_conjunct(word)];
        let mut next = 0;
        while let Some(&conjunct) = conjuncts.get(next) {
            conjuncts.extend(self.dependents_by(conjunct, Relation::Conj));
            next += 1;
        }
        conjuncts.sort_unstable();
        conjuncts
    }

    /// The conjunction before a conjunct: "and", "or", "but"; in a list, the one before its last item.
    #[must_use]
    pub fn coordinator(&self, word: u32) -> Option<u32> {
        let conjuncts = self.conjuncts(word);
        let later = conjuncts.iter().copied().filter(|&conjunct| conjunct >= word.max(conjuncts[0] + 1));
        later.flat_map(|conjunct| self.dependents_by(conjunct, Relation::Cc)).next()
    }
}
