//! The rules by which mentions that are no names refer, and how often they are right.
//!
//! `confidence` is the share of the rule's mentions that gold, where it knows the mention, puts with a name of the same
//! entity: measured on the train split of OntoGUM, cataphora on that of GAP, where it is frequent enough. Name mentions
//! keep the confidence of the name.

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Stable name.
    pub(super) name: &'static str,
    /// Precision.
    pub(super) confidence: f32,
}

/// "he", "her": the best-ranked agreeing person.
pub(super) const PERSON: Rule = Rule { name: "pronoun-person", confidence: 0.74 };
/// "it", "its": the subject that opens the sentence.
pub(super) const THING: Rule = Rule { name: "pronoun-thing", confidence: 0.68 };
/// "they", "their": the body or people whose name opens the sentence.
pub(super) const PLURAL: Rule = Rule { name: "pronoun-plural", confidence: 0.79 };
/// A pronoun before its name.
pub(super) const CATAPHORA: Rule = Rule { name: "cataphora", confidence: 0.87 };
/// "the prime minister": the only holder of the office.
pub(super) const OFFICE_HOLDER: Rule = Rule { name: "office-holder", confidence: 0.71 };
