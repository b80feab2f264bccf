//! Noun phrases: whole, with what "of" and "&" join, and without what is set off from them.

use dateline_text::{Span, Word};

use crate::{Relation, Syntax, Upos};

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// Its head.
    pub head: u32,
    /// Its words, from its determiner to the last word that narrows it down. Not in it are the preposition before it,
    /// other conjuncts ("&" joins), appositions, and relative clauses.
    pub span: Span<Word>,
    /// The heads of its appositions.
    pub appositions: Vec<u32>,
    /// The predicates of its relative clauses, and of participles that a comma sets off: "Roe, *speaking* in Ayr, said".
    pub clauses: Vec<u32>,
}

impl Syntax<'_> {
    /// The noun phrase that a word heads. Where the noun is a predicate ("is the *mayor*"), its clause is not in it.
    #[must_use]
    pub fn noun_phrase(&self, head: u32) -> NounPhrase {
        let mut span = Span::new(head, head + 1);
        let mut pending = vec![head];
        while let Some(word) = pending.pop() {
            span = span.cover(Span::new(word, word + 1));
            let kept = self.dependents(word).iter().copied().filter(|&dependent| self.is_inside(head, dependent));
            pending.extend(kept);
        }
        let clauses = self.dependents(head).iter().copied().filter(|&clause| self.is_set_off(clause));
        NounPhrase { head, span, appositions: self.appositions(head).collect(), clauses: clauses.collect() }
    }

    /// The span of a noun phrase with everything that depends on its head: appositions, relative clauses, conjuncts, and
    /// the marks between, but neither its preposition nor marks at its ends.
    #[must_use]
    pub fn full_noun_phrase(&self, head: u32) -> Span<Word> {
        let whole = self.subtree(head);
        let bare = self.noun_phrase(head).span;
        let clause = self.is_predicate(head) && self.own_subject(head).is_some();
        let start = if clause { bare.start() } else { whole.start() };
        let leads = |word: u32| {
            self.upos(word) == Upos::Punct
                || self.head(word) == Some(head) && matches!(self.relation(word), Relation::Case | Relation::Cc)
                || self.relation(word) == Relation::Fixed
        };
        let start = (start..bare.start()).find(|&word| !leads(word)).unwrap_or(bare.start());
        let closes = |word: u32| self.upos(word) == Upos::Punct || self.relation(word) == Relation::Case;
        let end = (bare.end()..whole.end()).rev().find(|&word| !closes(word)).map_or(bare.end(), |word| word + 1);
        Span::new(start, end)
    }

    /// Whether a dependent inside the phrase of `head` belongs to its span.
    fn is_inside(&self, head: u32, word: u32) -> bool {
        let top = self.head(word) == Some(head);
        match self.relation(word) {
            Relation::Punct | Relation::Appos | Relation::Parataxis | Relation::Vocative | Relation::Discourse => false,
            Relation::Case | Relation::Cc | Relation::Mark => !top || self.is_ampersand(word),
            Relation::Conj => !top || self.is_joined(word),
            Relation::Acl | Relation::AclRelcl => !self.is_set_off(word),
            Relation::Dep | Relation::List | Relation::Orphan | Relation::Reparandum => false,
            relation if top && self.is_predicate(head) => is_nominal(relation),
            _ => true,
        }
    }

    /// Whether a conjunct is part of one name with the first: "Marks & Spencer".
    fn is_joined(&self, conjunct: u32) -> bool {
        self.dependents_by(conjunct, Relation::Cc).any(|word| self.is_ampersand(word))
    }

    fn is_ampersand(&self, word: u32) -> bool {
        self.is(word, &["&"])
    }

    /// Whether a clause at a noun is a relative clause or stands behind a comma.
    fn is_set_off(&self, clause: u32) -> bool {
        let start = self.subtree(clause).start();
        match self.relation(clause) {
            Relation::AclRelcl => true,
            Relation::Acl => {
                let comma = |word: u32| self.is(word, &[","]);
                comma(start) || start.checked_sub(1).is_some_and(comma)
            }
            _ => false,
        }
    }
}

/// Whether a dependent of a predicate noun belongs to the noun and not to its clause.
fn is_nominal(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Det
            | Relation::Amod
            | Relation::Nummod
            | Relation::Compound
            | Relation::Flat
            | Relation::Fixed
            | Relation::Goeswith
            | Relation::Nmod
            | Relation::NmodPoss
            | Relation::NmodUnmarked
            | Relation::NmodDesc
    )
}
