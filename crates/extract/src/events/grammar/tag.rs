//! Parts of speech, from closed classes, the verbs that the lexicon and the word lists know, and neighbours.

use std::{collections::HashSet, sync::LazyLock};

use dateline_lexicon::{ClosedClass, VerbForm, closed_class, common_verb_forms, is_adjective};
use dateline_text::TokenKind;

use super::unit::Unit;
use crate::events::lexicon;

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) enum Tag {
    Noun,
    Name,
    Number,
    Adjective,
    Determiner,
    Possessive,
    /// The ending "'s".
    Genitive,
    Pronoun,
    Relative,
    Verb(VerbForm),
    Be,
    Have,
    Do,
    Modal,
    Negation,
    To,
    Preposition,
    Coordinator,
    Subordinator,
    Adverb,
    Comma,
    Quote,
    /// Any other mark, and what cannot be read.
    Other,
}

impl Tag {
    /// Whether a word with this tag can stand before the head inside a noun phrase.
    pub(in crate::events) fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Adjective)
    }

    /// Whether a noun phrase begins with this tag.
    fn opens_phrase(self) -> bool {
        matches!(self, Self::Determiner | Self::Possessive | Self::Name | Self::Number | Self::Pronoun)
    }
}

/// Tags the units of one sentence.
pub(super) fn tag(units: &mut [Unit]) {
    let headline = is_headline(units);
    for at in 0..units.len() {
        units[at].tag = first_reading(units, at, headline);
    }
    for at in 0..units.len() {
        units[at].tag = second_reading(units, at);
    }
}

/// Whether nearly all words are capitalised, so that capitals tell nothing.
fn is_headline(units: &[Unit]) -> bool {
    let words = || units.iter().filter(|unit| unit.kind == TokenKind::Word && unit.lower.len() > 3);
    let (all, capital) = (words().count(), words().filter(|unit| unit.capital).count());
    all >= 3 && capital * 5 >= all * 4
}

/// What can be said without knowing how the words to the right are read.
fn first_reading(units: &[Unit], at: usize, headline: bool) -> Tag {
    let unit = &units[at];
    match unit.kind {
        TokenKind::Number => return Tag::Number,
        TokenKind::Word => {}
        TokenKind::Punctuation | TokenKind::Symbol => return mark(&unit.lower),
    }
    if unit.lower == "'s" || unit.lower == "'" {
        return if at > 0 && units[at - 1].tag == Tag::Pronoun { Tag::Be } else { Tag::Genitive };
    }
    if unit.named && unit.capital {
        return Tag::Name;
    }
    // "will likely hinge on", where "is likely to" has an adjective.
    if unit.lower == "likely" && at > 0 && units[at - 1].tag == Tag::Modal {
        return Tag::Adverb;
    }
    if let Some(class) = closed_class(&unit.lower) {
        return closed(class, units, at);
    }
    if is_number_word(&unit.lower) {
        return Tag::Number;
    }
    if unit.capital && at > 0 && !headline && !opens_again(&units[at - 1]) {
        return Tag::Name;
    }
    open(units, at)
}

fn mark(text: &str) -> Tag {
    match text {
        "," | ";" | ":" | "(" | ")" | "–" | "—" | "-" | "--" => Tag::Comma,
        "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»" => Tag::Quote,
        "'s" => Tag::Genitive,
        "&" => Tag::Coordinator,
        "$" | "€" | "£" | "¥" | "%" => Tag::Number,
        _ => Tag::Other,
    }
}

/// Whether a capital after this unit is that of a sentence's first word.
fn opens_again(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Quote) || matches!(unit.lower.as_str(), ":" | "." | "!" | "?" | "—" | "–")
}

fn closed(class: ClosedClass, units: &[Unit], at: usize) -> Tag {
    match class {
        ClosedClass::Determiner => Tag::Determiner,
        ClosedClass::Possessive => Tag::Possessive,
        ClosedClass::Pronoun => Tag::Pronoun,
        ClosedClass::Relative => Tag::Relative,
        ClosedClass::Be => Tag::Be,
        ClosedClass::Have => Tag::Have,
        ClosedClass::Do => Tag::Do,
        ClosedClass::Modal if units[at].capital && at > 0 => Tag::Name,
        ClosedClass::Modal => Tag::Modal,
        ClosedClass::Negation => Tag::Negation,
        ClosedClass::To => {
            let base = |unit: &Unit| verb_readings(&unit.lower).contains(&VerbForm::Base) || unit.lower == "be";
            let next = units.get(at + 1).is_some_and(|next| {
                base(next) || matches!(closed_class(&next.lower), Some(ClosedClass::Have | ClosedClass::Do))
            });
            if next { Tag::To } else { Tag::Preposition }
        }
        ClosedClass::Preposition => Tag::Preposition,
        ClosedClass::Coordinator => Tag::Coordinator,
        ClosedClass::Subordinator => Tag::Subordinator,
        ClosedClass::Adverb => Tag::Adverb,
    }
}

fn is_number_word(word: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
    ];
    NUMBERS.contains(&word)
}

/// The forms that a word can be of a verb that the lexicon or the word lists know.
pub(in crate::events) fn verb_readings(word: &str) -> Vec<VerbForm> {
    let mut forms = common_verb_forms(word).to_vec();
    forms.extend(lexicon::verb_forms_of(word));
    if forms.is_empty() {
        forms.extend(guessed_forms(word));
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The forms of a verb that no list knows, by its ending.
fn guessed_forms(word: &str) -> &'static [VerbForm] {
    const NO_PAST: &[&str] = &[
        "hundred", "indeed", "speed", "breed", "greed", "creed", "kindred", "sacred", "naked", "wicked", "united",
        "biased", "crooked", "rugged", "exceed", "proceed", "hatred",
    ];
    const NO_GERUND: &[&str] = &[
        "morning",
        "evening",
        "something",
        "anything",
        "everything",
        "nothing",
        "spring",
        "string",
        "ceiling",
        "sibling",
        "clothing",
        "housing",
        "beijing",
        "during",
        "sterling",
        "viking",
        "sibling",
        "siblings",
        "darling",
        "bring",
    ];
    if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !NO_PAST.contains(&word) {
        &[VerbForm::Past, VerbForm::Participle]
    } else if word.len() > 5 && word.ends_with("ing") && !NO_GERUND.contains(&word) {
        &[VerbForm::Gerund]
    } else {
        &[]
    }
}

/// The reading of an open-class word from what stands before it.
fn open(units: &[Unit], at: usize) -> Tag {
    let word = units[at].lower.as_str();
    let forms = verb_readings(word);
    let before = left_tag(units, at);
    let noun_context = matches!(
        before,
        Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Number | Tag::Preposition)
    );
    // "will hinge on": a modal makes a verb of a word that no list knows.
    if forms.is_empty()
        && before == Some(Tag::Modal)
        && !units[at].capital
        && !word.ends_with("ly")
        && !is_adjective(word)
    {
        return Tag::Verb(VerbForm::Base);
    }
    if forms.is_empty() {
        return if word.ends_with("ly") && word.len() > 4 && !noun_context {
            Tag::Adverb
        } else if is_adjective(word) {
            Tag::Adjective
        } else if word.ends_with("ly") && word.len() > 5 && !word.ends_with("mily") {
            Tag::Adverb
        } else {
            Tag::Noun
        };
    }
    if matches!(before, Some(Tag::To | Tag::Modal | Tag::Do)) && forms.contains(&VerbForm::Base) {
        return Tag::Verb(VerbForm::Base);
    }
    if forms.contains(&VerbForm::Gerund) {
        return gerund(units, at, before);
    }
    let is_past = forms.contains(&VerbForm::Past) || forms.contains(&VerbForm::Participle);
    if let Some(tag) = is_past.then(|| past(units, at, before, &forms)).flatten() {
        return tag;
    }
    if noun_context {
        return Tag::Noun;
    }
    finite(units, at, before, &forms)
}

/// The tag of the nearest unit to the left that is no adverb and no negation.
fn left_tag(units: &[Unit], at: usize) -> Option<Tag> {
    units[..at].iter().rev().take(4).map(|unit| unit.tag).find(|tag| !matches!(tag, Tag::Adverb | Tag::Negation))
}

fn gerund(units: &[Unit], at: usize, before: Option<Tag>) -> Tag {
    let of = units.get(at + 1).is_some_and(|next| next.lower == "of");
    match before {
        Some(Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective) => Tag::Noun,
        Some(Tag::Name | Tag::Noun) if of || lexicon::is_noun(&units[at].lower) => Tag::Noun,
        _ if of => Tag::Noun,
        _ => Tag::Verb(VerbForm::Gerund),
    }
}

fn past(units: &[Unit], at: usize, before: Option<Tag>, forms: &[VerbForm]) -> Option<Tag> {
    let participle = forms.contains(&VerbForm::Participle);
    let base = forms.contains(&VerbForm::Base) || forms.contains(&VerbForm::Third);
    let by = units.get(at + 1).is_some_and(|next| next.lower == "by");
    Some(match before {
        Some(Tag::Be | Tag::Have) if participle => Tag::Verb(VerbForm::Participle),
        Some(Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number) if base => return None,
        Some(Tag::Determiner | Tag::Possessive | Tag::Genitive) => Tag::Adjective,
        Some(Tag::Adjective | Tag::Preposition) if base => return None,
        _ if by && participle => Tag::Verb(VerbForm::Participle),
        _ if !forms.contains(&VerbForm::Past) => Tag::Verb(VerbForm::Participle),
        Some(Tag::Pronoun | Tag::Name | Tag::Noun | Tag::Relative) => Tag::Verb(VerbForm::Past),
        Some(Tag::Preposition) => Tag::Adjective,
        _ if base => return None,
        None => Tag::Verb(VerbForm::Participle),
        _ => Tag::Verb(VerbForm::Past),
    })
}

/// A word that can be a base or third-person form, or a noun.
fn finite(units: &[Unit], at: usize, before: Option<Tag>, forms: &[VerbForm]) -> Tag {
    let word = units[at].lower.as_str();
    let third = forms.contains(&VerbForm::Third);
    let form = if third { VerbForm::Third } else { VerbForm::Base };
    let next = units.get(at + 1);
    let complement = next.is_some_and(|next| {
        matches!(
            closed_class(&next.lower),
            Some(
                ClosedClass::Determiner
                    | ClosedClass::Possessive
                    | ClosedClass::Pronoun
                    | ClosedClass::To
                    | ClosedClass::Subordinator
            )
        ) || next.kind == TokenKind::Number
            || (next.named && next.capital)
    });
    let verb = match before {
        Some(Tag::Pronoun | Tag::Relative) => true,
        Some(Tag::Name | Tag::Noun | Tag::Coordinator) => {
            let agrees = third || units[at - 1].lower.ends_with('s') || units[at - 1].tag == Tag::Coordinator;
            agrees && (complement || !is_noun_too(word))
        }
        _ => !is_noun_too(word),
    };
    if verb { Tag::Verb(form) } else { Tag::Noun }
}

/// Whether a word that can be a verb is a noun as often.
fn is_noun_too(word: &str) -> bool {
    static NOUNS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("noun_verbs.txt").split_whitespace().collect());
    let singular = word.strip_suffix('s').unwrap_or(word);
    lexicon::is_noun(word) || NOUNS.contains(word) || NOUNS.contains(singular)
}

/// What the words to the right change.
fn second_reading(units: &[Unit], at: usize) -> Tag {
    let (unit, next) = (&units[at], units.get(at + 1).map(|next| next.tag));
    match unit.tag {
        // "sees her" beside "sees her son", "that" and "which" as they stand.
        Tag::Possessive if unit.lower == "her" && !next.is_some_and(Tag::is_nominal) => Tag::Pronoun,
        Tag::Determiner
            if matches!(
                next,
                None | Some(Tag::Verb(_) | Tag::Be | Tag::Have | Tag::Modal | Tag::Comma | Tag::Other)
            ) =>
        {
            Tag::Pronoun
        }
        // "the wounded were taken": an adjective with no noun after it is the noun.
        Tag::Adjective if !next.is_some_and(Tag::is_nominal) && at > 0 && units[at - 1].tag.opens_phrase() => Tag::Noun,
        // "the killed and wounded" stays as it is; "rising prices" after nothing is read as it stands.
        tag => tag,
    }
}
