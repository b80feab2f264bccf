//! What the lexicon knows of each word, as bits that the encoder's model can read beside its pieces.
//!
//! The bits are frozen: a model is trained on them as they are, so a bit never changes its place or its name, and a
//! change of the tables behind it needs a new model. A type of events that is split off another one later keeps the bit of
//! the other one. In order:
//!
//! | bit | name | the word is |
//! | --- | --- | --- |
//! | 0–45 | the types of [`EVENT_TYPES`] | (part of) a trigger of that type, conditions aside |
//! | 46 | `trigger-verb` | (part of) a trigger that is a verb |
//! | 47 | `trigger-noun` | (part of) a trigger that is a noun |
//! | 48 | `trigger-certain` | (part of) a trigger with a row that has no conditions |
//! | 49 | `trigger-phrase` | part of a trigger of several words |
//! | 50 | `reports-speech` | a form of a verb of saying |
//! | 51 | `reports-thought` | a form of a verb of believing, wanting or feeling |
//! | 52 | `takes-clause` | a form of a reporting verb that can take a clause |
//! | 53 | `takes-quotation` | a form of a reporting verb that can stand beside a quotation |
//! | 54 | `takes-object` | a form of a reporting verb that can take a noun phrase or somebody addressed, bidden or judged |
//! | 55 | `reporting-noun` | a noun that reports a clause: "claim", "belief" |
//! | 56 | `noun-form` | a form of a reporting verb that is more often a noun |
//! | 57 | `title` | a form of address, a position or an occupation |
//! | 58 | `title-modifier` | a word that narrows a title down: "deputy" |
//! | 59 | `person-noun` | a noun for a person, the last two aside |
//! | 60 | `body-noun` | a noun for a body or many people, or the end of a body's name |
//! | 61 | `document` | a noun for a document or a work |
//! | 62 | `not-actual` | a word that says of what it governs that it is planned or may happen |
//! | 63 | `negative` | a negation, or a word that denies what it governs or reports |

use crate::{
    class::{Class, Classes, classes},
    factuality::{Effect, Relation, effect},
    person,
    reporting::{cue_form, is_noun_form, reporting_noun},
    trigger::{EVENT_TYPES, Part, TriggerEntry, trigger_rows, triggers_starting_with},
};

/// Bits per word.
pub const LEXICON_BITS: usize = 64;

/// The names of the bits that are no event types, in order; they follow those of [`EVENT_TYPES`].
pub const LEXICON_BIT_NAMES: [&str; LEXICON_BITS - EVENT_TYPES.len()] = [
    "trigger-verb",
    "trigger-noun",
    "trigger-certain",
    "trigger-phrase",
    "reports-speech",
    "reports-thought",
    "takes-clause",
    "takes-quotation",
    "takes-object",
    "reporting-noun",
    "noun-form",
    "title",
    "title-modifier",
    "person-noun",
    "body-noun",
    "document",
    "not-actual",
    "negative",
];

const TRIGGER_VERB: u32 = 46;
const TRIGGER_NOUN: u32 = 47;
const TRIGGER_CERTAIN: u32 = 48;
const TRIGGER_PHRASE: u32 = 49;
const REPORTS_SPEECH: u32 = 50;
const REPORTS_THOUGHT: u32 = 51;
const TAKES_CLAUSE: u32 = 52;
const TAKES_QUOTATION: u32 = 53;
const TAKES_OBJECT: u32 = 54;
const REPORTING_NOUN: u32 = 55;
const NOUN_FORM: u32 = 56;
const TITLE: u32 = 57;
const TITLE_MODIFIER: u32 = 58;
const PERSON_NOUN: u32 = 59;
const BODY_NOUN: u32 = 60;
const DOCUMENT: u32 = 61;
const NOT_ACTUAL: u32 = 62;
const NEGATIVE: u32 = 63;

/// The bits of each of a sentence's words, which are in lower case. Linear in the words.
#[must_use]
pub fn bits<W: AsRef<str>>(sentence: &[W]) -> Vec<u64> {
    let mut bits: Vec<u64> = sentence.iter().map(|word| alone(word.as_ref())).collect();
    for at in 0..sentence.len() {
        for entry in triggers_starting_with(sentence[at].as_ref()) {
            let is_word = |at: usize, word: &str| sentence[at].as_ref() == word;
            if let Some(end) = entry.end(at, sentence.len(), is_word) {
                let found = of_trigger(entry);
                bits[at..end].iter_mut().for_each(|bits| *bits |= found);
            }
        }
    }
    bits
}

fn flag(holds: bool, bit: u32) -> u64 {
    u64::from(holds) << bit
}

fn of_trigger(entry: &TriggerEntry) -> u64 {
    let row = &trigger_rows()[entry.row];
    1 << row.event_type
        | flag(row.part == Part::Verb, TRIGGER_VERB)
        | flag(row.part == Part::Noun, TRIGGER_NOUN)
        | flag(row.conditions.is_empty(), TRIGGER_CERTAIN)
        | flag(!entry.rest.is_empty(), TRIGGER_PHRASE)
}

/// The bits that a word has whatever stands beside it.
fn alone(word: &str) -> u64 {
    let bare = word.trim_end_matches('.');
    let classes = if bare.is_empty() { Classes::default() } else { classes(bare) };
    let body = [Class::Collective, Class::OrganizationHead, Class::LegalForm, Class::BodyAlone];
    reporting(word)
        | flag(classes.any(&[Class::Honorific, Class::Position]), TITLE)
        | flag(classes.has(Class::TitleModifier), TITLE_MODIFIER)
        | flag(is_person(word, classes), PERSON_NOUN)
        | flag(classes.any(&body), BODY_NOUN)
        | flag(classes.any(&[Class::Document, Class::WorkNoun]), DOCUMENT)
        | governing(word)
}

fn is_person(word: &str, classes: Classes) -> bool {
    !classes.any(&[Class::Honorific, Class::Position])
        && (classes.any(&[Class::PersonNoun, Class::Kin, Class::Masculine, Class::Feminine])
            || person::is_person_noun(word))
}

fn reporting(word: &str) -> u64 {
    let noun = flag(reporting_noun(word).is_some(), REPORTING_NOUN);
    let Some(form) = cue_form(word) else { return noun };
    let of_reading = form.readings().map(|verb| {
        let frames = verb.frames;
        let object =
            frames.noun || frames.addressee || frames.object_control || frames.judgment_for || frames.as_predicative;
        flag(verb.speech(), REPORTS_SPEECH)
            | flag(!verb.speech(), REPORTS_THOUGHT)
            | flag(frames.that, TAKES_CLAUSE)
            | flag(frames.quotation, TAKES_QUOTATION)
            | flag(object, TAKES_OBJECT)
            | flag(verb.negative, NEGATIVE)
    });
    of_reading.fold(noun | flag(is_noun_form(word), NOUN_FORM), |bits, reading| bits | reading)
}

fn governing(word: &str) -> u64 {
    let negation = matches!(word, "not" | "never" | "no" | "nor" | "neither" | "cannot") || word.ends_with("n't");
    let relations = [Relation::OverVerb, Relation::OverNoun, Relation::Before, Relation::Modifier];
    let effects = relations.into_iter().filter_map(|relation| effect(word, relation));
    effects.fold(flag(negation, NEGATIVE), |bits, effect| match effect {
        Effect::Actual => bits,
        Effect::Planned | Effect::Hypothetical => bits | flag(true, NOT_ACTUAL),
        Effect::Negated => bits | flag(true, NEGATIVE),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bits: u64) -> Vec<&'static str> {
        let all = EVENT_TYPES.iter().chain(&LEXICON_BIT_NAMES);
        all.enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, name)| *name).collect()
    }

    #[test]
    fn the_bits_of_words() {
        for (sentence, at, expected) in [
            ("she said so", 1, "reports-speech takes-clause takes-quotation"),
            ("they gunned down two", 1, "conflict.attack trigger-verb trigger-certain trigger-phrase"),
            ("the deputy minister", 1, "title title-modifier"),
            ("the widow", 1, "person-noun"),
            ("its belief", 1, "reporting-noun"),
            ("acme inc.", 1, "body-noun"),
            ("she did not", 2, "negative"),
            ("the table", 1, ""),
        ] {
            let words: Vec<&str> = sentence.split(' ').collect();
            assert_eq!(names(bits(&words)[at]).join(" "), expected, "{sentence}");
        }
    }

    #[test]
    fn all_words_of_a_trigger_have_its_bits() {
        let found = bits(&["he", "stepped", "down"]);
        assert!(names(found[1]).contains(&"personnel.end") && names(found[2]).contains(&"personnel.end"));
        assert_eq!(found[0], 0);
    }
}
