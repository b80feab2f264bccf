//! Closed classes and common open-class words of English.

use std::{collections::HashMap, sync::LazyLock};

use super::inflection::{VerbForm, verb_forms};

/// The closed class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// "the", "a", "this", "some"
    Determiner,
    /// "his", "their": a determiner that also refers.
    Possessive,
    /// "he", "they", "us"
    Pronoun,
    /// "who", "which", "whom", "what"
    Relative,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "could", "must"
    Modal,
    /// "not", "n't", "never"
    Negation,
    /// "to"
    To,
    /// "of", "in", "against"
    Preposition,
    /// "and", "or", "but"
    Coordinator,
    /// "that", "if", "because", "while"
    Subordinator,
    /// "also", "already", "still": adverbs that stand between a subject and its verb.
    Adverb,
}

const CLASSES: &[(Class, &str)] = &[
    (
        Class::Determiner,
        "the a an this these those some any no each every all both another such either neither several many few more \
         most half much",
    ),
    (Class::Possessive, "his her its their my our your whose"),
    (
        Class::Pronoun,
        "he she it they i we you him them us me himself herself itself themselves ourselves myself yourself someone \
         somebody anyone anybody everyone everybody nobody none others something anything everything nothing",
    ),
    (Class::Relative, "who which whom what whoever"),
    (
        Class::Be,
        "be is are was were been being am 's-be 're 'm isn't aren't wasn't weren't he's she's they're it's we're",
    ),
    (Class::Have, "have has had having 've haven't hasn't hadn't"),
    (Class::Do, "do does did don't doesn't didn't doing"),
    (
        Class::Modal,
        "will would can could may might must shall should 'll 'd won't wouldn't can't cannot couldn't mustn't shouldn't ought",
    ),
    (Class::Negation, "not n't never nor"),
    (Class::To, "to"),
    (
        Class::Preposition,
        "of in on at by for with from against into onto over under between among amid about after before during near \
         outside inside across through throughout toward towards off around along behind beyond within without upon \
         via per despite since until till unlike like alongside above below beneath beside besides except following \
         regarding concerning including aboard amongst out up down as than",
    ),
    (Class::Coordinator, "and or but & plus"),
    (
        Class::Subordinator,
        "that if because while when where although though unless whereas once whether how why whenever",
    ),
    (
        Class::Adverb,
        "also already still just now then later earlier soon again ever even once twice first so too very only again \
         reportedly allegedly apparently immediately recently previously subsequently formally officially together \
         further instead always often sometimes almost nearly there here back away home abroad thus therefore yet today \
         yesterday tomorrow tonight however meanwhile quite rather well far long ahead apart forward overseas",
    ),
];

/// Verbs that are common in news and are no trigger of an event, in their dictionary form.
const COMMON_VERBS: &str = include_str!("verbs.txt");
/// Common adjectives that have no telling ending.
const ADJECTIVES: &str = include_str!("adjectives.txt");

static CLASS_BY_WORD: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for &(class, words) in CLASSES {
        for word in words.split_whitespace() {
            table.entry(word).or_insert(class);
        }
    }
    table
});

static VERB_BY_FORM: LazyLock<HashMap<String, Vec<VerbForm>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<VerbForm>> = HashMap::new();
    for lemma in COMMON_VERBS.split_whitespace() {
        for (form, kind) in verb_forms(lemma) {
            let kinds = table.entry(form).or_default();
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    table
});

static ADJECTIVE_SET: LazyLock<HashMap<&'static str, ()>> =
    LazyLock::new(|| ADJECTIVES.split_whitespace().map(|word| (word, ())).collect());

/// The closed class of a lower-case word, if it has one.
pub(crate) fn class_of(word: &str) -> Option<Class> {
    CLASS_BY_WORD.get(word).copied()
}

/// The forms that a lower-case word can be of a common verb; empty for a word that is none.
pub(crate) fn common_verb_forms(word: &str) -> &'static [VerbForm] {
    VERB_BY_FORM.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a lower-case word is a common adjective, by list or by ending.
pub(crate) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ous", "ful", "able", "ible", "ical", "less", "ive", "ial", "ian", "ese", "ish"];
    ADJECTIVE_SET.contains_key(word) || (word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending)))
}
