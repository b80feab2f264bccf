//! The rules by which mentions that are no names refer, and how often they are right.
//! Name mentions keep the confidence of the name.

use std::sync::LazyLock;

use crate::calibration::Shares;

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Stable name.
    pub(super) name: &'static str,
}

impl Rule {
    /// The share of the rule's mentions that are right; `reference` in `calibration.json`.
    pub(super) fn confidence(self) -> f32 {
        SHARES.of(self.name)
    }
}

static SHARES: LazyLock<Shares> = LazyLock::new(|| {
    let rules = [PERSON.name, THING.name, PLURAL.name, CATAPHORA.name, DESCRIPTION.name];
    Shares::released("reference", &rules)
});

/// "he", "her": the best-ranked agreeing person.
pub(super) const PERSON: Rule = Rule { name: "pronoun-person" };
/// "it", "its": the subject that opens the sentence.
pub(super) const THING: Rule = Rule { name: "pronoun-thing" };
/// "they", "their": the body or people whose name opens the sentence.
pub(super) const PLURAL: Rule = Rule { name: "pronoun-plural" };
/// A pronoun before its name.
pub(super) const CATAPHORA: Rule = Rule { name: "cataphora" };
/// "the prime minister", "the bank": what the ranker of descriptions chooses.
pub(super) const DESCRIPTION: Rule = Rule { name: "description" };
