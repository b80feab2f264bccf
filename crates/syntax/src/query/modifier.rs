//! What stands at a noun or verb: possessors, adjectives, names before a noun, prepositional phrases.

use crate::{Relation, Syntax};

/// A noun phrase behind a preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prepositional {
    /// The first word of the preposition: "of", "because" of "because of". None where there is none, as in "left
    /// Monday".
    pub preposition: Option<u32>,
    /// The head of the noun phrase; its conjuncts are not listed.
    pub noun: u32,
}

/// A relative clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Its predicate.
    pub predicate: u32,
    /// Its pronoun, where it has one.
    pub pronoun: Option<u32>,
}

impl Syntax<'_> {
    /// The possessor of a noun: "*his*", "*Russia*'s".
    #[must_use]
    pub fn possessor(&self, noun: u32) -> Option<u32> {
        self.dependents_by(noun, Relation::NmodPoss).next()
    }

    /// The determiner of a noun: "the", "a", "no".
    #[must_use]
    pub fn determiner(&self, noun: u32) -> Option<u32> {
        self.dependents_by(noun, Relation::Det).next()
    }

    /// Adjectives, participles, numbers, nouns and names that stand before a noun, in text order.
    pub fn premodifiers(&self, noun: u32) -> impl Iterator<Item = u32> {
        let before = self.dependents(noun).iter().copied().take_while(move |&word| word < noun);
        before.filter(|&word| {
            matches!(
                self.relation(word),
                Relation::Amod
                    | Relation::Nummod
                    | Relation::Compound
                    | Relation::NmodDesc
                    | Relation::Nmod
                    | Relation::NmodUnmarked
            )
        })
    }

    /// The prepositional phrases that depend on a verb, adjective or noun, and noun phrases that stand like one.
    pub fn prepositional(&self, word: u32) -> impl Iterator<Item = Prepositional> {
        let phrases = self.dependents(word).iter().copied().filter(|&noun| {
            matches!(
                self.relation(noun),
                Relation::Obl | Relation::OblAgent | Relation::OblUnmarked | Relation::Nmod | Relation::NmodUnmarked
            )
        });
        phrases.map(|noun| Prepositional { preposition: self.preposition(noun), noun })
    }

    /// The first word of the preposition before a noun phrase, also where it shares that of a conjunct before it.
    #[must_use]
    pub fn preposition(&self, noun: u32) -> Option<u32> {
        let of = |noun| self.dependents_by(noun, Relation::Case).find(|&case| case < noun);
        of(noun).or_else(|| of(self.first_conjunct(noun)))
    }

    /// The adverbs at a word, "not" among them.
    pub fn adverbs(&self, word: u32) -> impl Iterator<Item = u32> {
        self.dependents_by(word, Relation::Advmod)
    }

    /// The particle of a verb: "called *off*".
    #[must_use]
    pub fn particle(&self, verb: u32) -> Option<u32> {
        self.dependents_by(verb, Relation::CompoundPrt).next()
    }

    /// The appositions of a noun, in text order.
    pub fn appositions(&self, noun: u32) -> impl Iterator<Item = u32> {
        self.dependents_by(noun, Relation::Appos)
    }

    /// The relative clauses of a noun, in text order.
    pub fn relative_clauses(&self, noun: u32) -> impl Iterator<Item = Relative> {
        self.dependents_by(noun, Relation::AclRelcl).map(|predicate| {
            let mut words = self.subtree(predicate).start()..predicate;
            let pronoun = words.find(|&word| self.is(word, &["who", "whom", "which", "that", "whose"]));
            Relative { predicate, pronoun }
        })
    }
}
