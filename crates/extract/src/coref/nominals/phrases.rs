//! Noun phrases that can describe a named thing: "the Swedish prime minister", "this bank", "her country".

use dateline_encoder::{Encoding, Head};
use dateline_lexicon::{Class, classes, noun_lemma, person};
use dateline_text::{Span, Word};

use crate::names::{EntityKind, Words};

/// Words of a phrase, at most.
const WORDS_MAX: u32 = 8;

/// How a phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the".
    Definite,
    /// "this", "that".
    Demonstrative,
    /// "her", "our".
    Possessive,
}

/// A singular noun phrase whose head is no name.
pub(super) struct Phrase {
    /// From the determiner to the head.
    pub(super) span: Span<Word>,
    pub(super) determiner: Determiner,
    /// What its head can mean; none for a noun that the lexicon does not know.
    pub(super) kind: Option<EntityKind>,
}

impl Phrase {
    /// The noun that says what is described.
    pub(super) fn head(&self) -> u32 {
        self.span.end() - 1
    }

    /// Between determiner and head.
    pub(super) fn modifiers(&self) -> Span<Word> {
        Span::new(self.span.start() + 1, self.head())
    }
}

/// The phrases of an article, in text order. `is_named` tells whether a word is part of a name or of a stated role.
pub(super) fn find(words: &Words<'_>, encoding: &Encoding, is_named: impl Fn(u32) -> bool) -> Vec<Phrase> {
    let part = |word: u32| encoding.best(Head::Upos, word);
    let goes_on = |word: u32| words.is_hyphen(word) || matches!(part(word), Some("ADJ" | "NOUN" | "NUM" | "PROPN"));
    let is_head = |word: u32| {
        let noun = words.is_word(word) && matches!(part(word), Some("NOUN" | "PROPN"));
        noun && !is_named(word) && !is_plural(words.lower(word))
    };
    let mut phrases = Vec::new();
    for start in 0..words.len() {
        let Some(determiner) = determiner(words.lower(start)) else { continue };
        let limit = words.sentence(start).end().min(start + WORDS_MAX);
        // An owner is a phrase of its own: "the country" in "the country's capital".
        let ends = (start + 1..=limit).filter(|&word| word == limit || words.is_possessive(word) || !goes_on(word));
        for end in ends {
            let owner = words.is_possessive(end);
            let Some(head) = end.checked_sub(1).filter(|&head| head > start && is_head(head)) else { break };
            if owner || !is_named(end) {
                let kind = kind(words.lower(head));
                phrases.push(Phrase { span: Span::new(start, end), determiner, kind });
            }
            if !owner {
                break;
            }
        }
    }
    phrases
}

fn determiner(lower: &str) -> Option<Determiner> {
    match lower {
        "the" => Some(Determiner::Definite),
        "this" | "that" => Some(Determiner::Demonstrative),
        "his" | "her" | "its" | "their" | "our" | "my" => Some(Determiner::Possessive),
        _ => None,
    }
}

fn is_plural(lower: &str) -> bool {
    lower.ends_with('s') && noun_lemma(lower) != lower && !classes(lower).has(Class::Collective)
}

/// The kind of things that a noun in lower case is for.
pub(super) fn kind(lower: &str) -> Option<EntityKind> {
    let known = classes(lower);
    if person::is_person_noun(lower) || known.any(&[Class::Kin, Class::Human, Class::Office]) {
        return Some(EntityKind::Person);
    }
    match lower {
        "country" | "nation" | "continent" => return Some(EntityKind::Location),
        "airline" | "union" => return Some(EntityKind::Organization),
        "aircraft" | "plane" | "train" | "ship" | "vessel" | "app" | "device" => return Some(EntityKind::Product),
        _ => {}
    }
    [
        (Class::LocationHead, EntityKind::Location),
        (Class::FacilityHead, EntityKind::Facility),
        (Class::Collective, EntityKind::Organization),
        (Class::OrganizationHead, EntityKind::Organization),
        (Class::BodyAlone, EntityKind::Organization),
        (Class::WorkNoun, EntityKind::Work),
        (Class::EventHead, EntityKind::Event),
        (Class::LawHead, EntityKind::Law),
    ]
    .into_iter()
    .find_map(|(class, kind)| known.has(class).then_some(kind))
}

/// Whether a noun for places is for countries, or for other places; none for a noun that can mean both.
pub(super) fn is_for_countries(lower: &str) -> Option<bool> {
    match lower {
        "country" | "nation" | "kingdom" | "republic" => Some(true),
        "state" | "region" | "area" | "territory" | "place" => None,
        _ => (kind(lower) == Some(EntityKind::Location)).then_some(false),
    }
}
