//! Common verbs and adjectives.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::inflection::{VerbForm, verb_forms};

/// Endings of adjectives.
const ADJECTIVE_ENDINGS: &[&str] = &["ous", "ful", "able", "ible", "ical", "less", "ive", "ial", "ian", "ese", "ish"];

static VERB_FORMS: LazyLock<HashMap<String, Vec<VerbForm>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<VerbForm>> = HashMap::new();
    for (form, kind) in include_str!("../data/verbs.tsv").lines().flat_map(verb_forms) {
        let kinds = table.entry(form).or_default();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    table
});

static ADJECTIVES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/adjectives.tsv").lines().collect());

/// The forms that a lower-case word can be of a verb that is common in news and triggers no event; empty for a word that
/// is none.
#[must_use]
pub fn common_verb_forms(word: &str) -> &'static [VerbForm] {
    VERB_FORMS.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a lower-case word is an adjective, by list or by ending.
#[must_use]
pub fn is_adjective(word: &str) -> bool {
    let formed = || word.len() > 5 && ADJECTIVE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    ADJECTIVES.contains(word) || formed()
}
