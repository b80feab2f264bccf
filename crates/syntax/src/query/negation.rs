//! Negation: what says that something did not happen or is not so.

use dateline_lexicon::{Class, is};

use crate::{Relation, Syntax};

/// How a word is negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Negation {
    /// By an adverb: "did *not* leave", "*never* left".
    Adverb(u32),
    /// By its determiner: "*no* arrests".
    Determiner(u32),
    /// By its subject or object: "*nobody* left", "*no* one left", "made *no* arrests".
    Participant(u32),
    /// By what opens its phrase or clause: "*without* leaving".
    Marker(u32),
}

/// Determiners and pronouns that say that there is none.
const NONE: &[&str] = &["no", "neither", "none", "nobody", "nothing", "no-one", "noone"];

/// Adverbs that negate as "not" does.
const HARDLY: &[&str] = &["hardly", "barely", "scarcely", "nowhere"];

impl Negation {
    /// The word that negates.
    #[must_use]
    pub fn word(self) -> u32 {
        match self {
            Self::Adverb(word) | Self::Determiner(word) | Self::Participant(word) | Self::Marker(word) => word,
        }
    }
}

impl Syntax<'_> {
    /// How a verb or noun is negated: by a word of its own, or by one that it shares with the conjunct before it ("did
    /// *not* eat or drink"; "no injuries or deaths").
    #[must_use]
    pub fn negation(&self, word: u32) -> Option<Negation> {
        self.own_negation(word).or_else(|| {
            let first = self.first_conjunct(word);
            let shares = first != word && self.shares_auxiliaries(word) && !self.is_contrasted(word);
            self.own_negation(first).filter(|_| shares)
        })
    }

    fn own_negation(&self, word: u32) -> Option<Negation> {
        let of = |relations: &[Relation], negates: &dyn Fn(u32) -> bool| {
            let found = |&&dependent: &&u32| relations.contains(&self.relation(dependent)) && negates(dependent);
            self.dependents(word).iter().find(found).copied()
        };
        let adverb = |at: u32| is(&self.folded(at), Class::Negation) || self.is(at, HARDLY);
        let none = |at: u32| self.is(at, NONE);
        let without = |at: u32| self.is(at, &["without"]);
        of(&[Relation::Advmod, Relation::Cc], &adverb)
            .map(Negation::Adverb)
            .or_else(|| of(&[Relation::Det], &none).map(Negation::Determiner))
            .or_else(|| of(&[Relation::Mark, Relation::Case], &without).map(Negation::Marker))
            .or_else(|| self.empty_participant(word).map(Negation::Participant))
    }

    /// The word by which the subject or object of a verb is nobody or nothing.
    fn empty_participant(&self, verb: u32) -> Option<u32> {
        let participants = self.dependents(verb).iter().copied().filter(|&word| {
            let relation = self.relation(word);
            matches!(relation, Relation::Nsubj | Relation::NsubjPass | Relation::Obj)
        });
        participants.into_iter().find_map(|noun| {
            let words = || self.dependents(noun).iter().copied();
            let no = words().find(|&word| self.relation(word) == Relation::Det && self.is(word, NONE));
            // "not a single ship sank"
            let not = || words().find(|&word| word < noun && self.is(word, &["not"]));
            no.or_else(|| self.is(noun, NONE).then_some(noun)).or_else(not)
        })
    }

    /// Whether "but" or a mark alone joins a conjunct to the one before: no negation goes over it.
    fn is_contrasted(&self, conjunct: u32) -> bool {
        self.dependents_by(conjunct, Relation::Cc).any(|word| !self.is(word, &["and", "or", "nor", "&"]))
    }
}
