//! Complement clauses: what is said, asked, wanted or begun.

use dateline_text::{Span, Word};

use crate::{Relation, Syntax};

/// A clause that a word takes as its complement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complement {
    /// Its predicate.
    pub predicate: u32,
    /// What opens it: "that", "whether", "to".
    pub marker: Option<u32>,
    /// Its words, in text order: one span, or several where the clause of the word that takes it stands inside, as in
    /// "We will, *Roe said*, stay". Without marks at their ends, and without "that".
    pub spans: Vec<Span<Word>>,
}

impl Syntax<'_> {
    /// The predicate of the clause that is the object of a verb: "said he *left*", "wants to *leave*".
    #[must_use]
    pub fn complement_clause(&self, word: u32) -> Option<u32> {
        let of = |relation| self.dependents_by(word, relation).next();
        of(Relation::Ccomp).or_else(|| of(Relation::Xcomp))
    }

    /// The clause that a verb or noun takes: its object clause; of a noun the clause that says what it is about ("the
    /// claim that he left"); of a verb of saying that stands as an aside, the clause around it.
    #[must_use]
    pub fn complement(&self, word: u32) -> Option<Complement> {
        let own = self.complement_clause(word).or_else(|| self.dependents_by(word, Relation::Acl).next());
        if let Some(predicate) = own {
            let marker = self.marker(predicate);
            return Some(Complement { predicate, marker, spans: vec![self.clause_span(predicate)] });
        }
        let around = self.head(word).filter(|_| self.relation(word) == Relation::Parataxis)?;
        let predicate = if self.is_predicate(around) { around } else { self.predicate_of(around) };
        Some(Complement { predicate, marker: None, spans: self.around(predicate, word) })
    }

    /// The words of a clause before and behind an aside in it.
    fn around(&self, predicate: u32, aside: u32) -> Vec<Span<Word>> {
        let (whole, aside) = (self.subtree(predicate), self.subtree(aside));
        let before = Span::new(whole.start(), aside.start().max(whole.start()));
        let behind = Span::new(aside.end().min(whole.end()), whole.end());
        let spans = [before, behind].map(|span| self.trimmed(predicate, span));
        spans.into_iter().filter(|span| !span.is_empty()).collect()
    }
}
