//! The labels of Universal Dependencies, version 2, that the model knows.

macro_rules! labels {
    ($(#[$about:meta])* $name:ident: $($(#[$doc:meta])* $label:ident = $id:literal,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $label,)*
        }

        impl $name {
            /// Every label, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$label,)*];

            /// The name that Universal Dependencies gives it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$label => $id,)*
                }
            }

            /// The label of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|label| label.name() == name)
            }
        }
    };
}

labels! {
    /// A part of speech.
    Upos:
    /// Adjective: "big", "first".
    Adj = "ADJ",
    /// Preposition: "in", "by", and the genitive: "'s" is a particle.
    Adp = "ADP",
    /// Adverb: "very", "yesterday".
    Adv = "ADV",
    /// Auxiliary, modal or copula: "has", "will", "is".
    Aux = "AUX",
    /// Coordinating conjunction: "and", "&".
    Cconj = "CCONJ",
    /// Determiner: "the", "this", "no".
    Det = "DET",
    /// Interjection: "yes", "oh".
    Intj = "INTJ",
    /// Common noun.
    Noun = "NOUN",
    /// Numeral: "two", "2025".
    Num = "NUM",
    /// Particle: "not", "to" before an infinitive, "'s" after a possessor.
    Part = "PART",
    /// Pronoun: "she", "who", "nobody".
    Pron = "PRON",
    /// Proper noun.
    Propn = "PROPN",
    /// Punctuation.
    Punct = "PUNCT",
    /// Subordinating conjunction: "that", "because".
    Sconj = "SCONJ",
    /// Symbol: "$", "%".
    Sym = "SYM",
    /// Verb, auxiliaries aside.
    Verb = "VERB",
    /// Anything else.
    X = "X",
}

labels! {
    /// The relation of a word to its head. The examples name the dependent.
    Relation:
    /// The head of a sentence, which depends on nothing.
    Root = "root",
    /// A mark.
    Punct = "punct",
    /// A preposition, at its noun; "'s", at the possessor.
    Case = "case",
    /// "the", "no", at their noun.
    Det = "det",
    /// Subject of an active verb or of a copula's predicate.
    Nsubj = "nsubj",
    /// Subject of a passive verb.
    NsubjPass = "nsubj:pass",
    /// Subject of a predicate that is a clause: "the point is that …".
    NsubjOuter = "nsubj:outer",
    /// A clause as subject.
    Csubj = "csubj",
    /// A clause as subject of a passive verb.
    CsubjPass = "csubj:pass",
    /// Object.
    Obj = "obj",
    /// Indirect object: "gave *her* a prize".
    Iobj = "iobj",
    /// A noun phrase after a preposition, at a verb or adjective.
    Obl = "obl",
    /// Who did it, at a passive verb: "by *police*".
    OblAgent = "obl:agent",
    /// A noun phrase without preposition that says when or how much: "left *Monday*".
    OblUnmarked = "obl:unmarked",
    /// A clause without a subject of its own: "wants *to leave*".
    Xcomp = "xcomp",
    /// A clause as object: "said he *left*".
    Ccomp = "ccomp",
    /// An adverbial clause: "left because it *rained*".
    Advcl = "advcl",
    /// A clause at a noun: "plans *to leave*", "men *carrying* guns".
    Acl = "acl",
    /// A relative clause.
    AclRelcl = "acl:relcl",
    /// A noun phrase after a preposition, at a noun.
    Nmod = "nmod",
    /// A possessor.
    NmodPoss = "nmod:poss",
    /// A noun phrase without preposition at a noun: "$5 *a share*".
    NmodUnmarked = "nmod:unmarked",
    /// A title or description before a name: "*President* Roe".
    NmodDesc = "nmod:desc",
    /// An apposition: "Roe, the *mayor*".
    Appos = "appos",
    /// A number, at what it counts.
    Nummod = "nummod",
    /// An adjective before a noun.
    Amod = "amod",
    /// An adverb; also "not".
    Advmod = "advmod",
    /// An auxiliary.
    Aux = "aux",
    /// The auxiliary of a passive.
    AuxPass = "aux:pass",
    /// A copula, at its predicate.
    Cop = "cop",
    /// What opens a clause: "that", "because", "to".
    Mark = "mark",
    /// A conjunction, at the conjunct after it.
    Cc = "cc",
    /// A conjunct, at the first one.
    Conj = "conj",
    /// Part of a compound: "*peace* talks".
    Compound = "compound",
    /// The particle of a verb: "called *off*".
    CompoundPrt = "compound:prt",
    /// A later word of a name: "Ana *Prado*".
    Flat = "flat",
    /// A later word of a fixed expression: "because *of*".
    Fixed = "fixed",
    /// A clause beside another without a link: "*said* Roe" inside a quotation.
    Parataxis = "parataxis",
    /// "there" and "it" that stand for nothing.
    Expl = "expl",
    /// "well", "yes".
    Discourse = "discourse",
    /// Who is spoken to.
    Vocative = "vocative",
    /// An item of a list.
    List = "list",
    /// A phrase that a pronoun repeats.
    Dislocated = "dislocated",
    /// A dependent of a verb that is left out.
    Orphan = "orphan",
    /// The rest of a word that is written in parts.
    Goeswith = "goeswith",
    /// A repair: what was said by mistake.
    Reparandum = "reparandum",
    /// Not told.
    Dep = "dep",
}

impl Relation {
    /// The relation of that name; of an unknown subtype, the relation that it belongs to; else [`Dep`](Self::Dep).
    #[must_use]
    pub fn nearest(name: &str) -> Self {
        let whole = name.split_once(':').map_or(name, |(whole, _)| whole);
        Self::named(name).or_else(|| Self::named(whole)).unwrap_or(Self::Dep)
    }

    /// Whether the dependent is a subject.
    #[must_use]
    pub fn is_subject(self) -> bool {
        matches!(self, Self::Nsubj | Self::NsubjPass | Self::NsubjOuter | Self::Csubj | Self::CsubjPass)
    }

    /// Whether the dependent is the predicate of a clause.
    #[must_use]
    pub fn is_clause(self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Csubj
                | Self::CsubjPass
                | Self::Xcomp
                | Self::Ccomp
                | Self::Advcl
                | Self::Acl
                | Self::AclRelcl
                | Self::Parataxis
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_by_name() {
        assert!(Upos::ALL.iter().all(|&label| Upos::named(label.name()) == Some(label)));
        assert!(Relation::ALL.iter().all(|&label| Relation::named(label.name()) == Some(label)));
        assert_eq!((Upos::ALL.len(), Relation::ALL.len()), (17, 47));
    }

    #[test]
    fn an_unknown_subtype_is_its_relation() {
        for (name, expected) in [("obl", Relation::Obl), ("obl:tmod", Relation::Obl), ("new", Relation::Dep)] {
            assert_eq!(Relation::nearest(name), expected);
        }
    }
}
