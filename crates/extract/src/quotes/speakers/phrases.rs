//! Noun phrases that name nobody, as what a pronoun can mean: "a neighbour", "police and soldiers".

use dateline_lexicon::{VerbForm, cue_form, person};
use dateline_text::{Byte, Span, TokenKind, Word};

use super::{
    super::{clause, units::Reading, words},
    antecedents::AnaphorKind,
    mentions::Mentions,
};

/// How many phrases are kept.
const PHRASES_MAX: usize = 8;
/// Most tokens of a phrase before its head noun.
const BEFORE_HEAD_MAX: u32 = 6;
/// Most tokens of a sentence that are looked through.
const TOKENS_MAX: u32 = 120;

/// Somebody, or several people, whom a noun phrase describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// From its article to its head noun.
    pub(super) span: Span<Byte>,
    /// The head noun.
    pub(super) head: u32,
    /// Whether it means several people.
    pub(super) several: bool,
    /// Whether it begins its sentence.
    pub(super) opens: bool,
}

impl Phrase {
    /// Whether a pronoun that asks like this can mean it.
    pub(super) fn agrees(&self, reading: &Reading<'_>, anaphor: AnaphorKind) -> bool {
        let head = reading.folded(self.head);
        match anaphor {
            AnaphorKind::Person(gender) => {
                let told = person::gender_of(head);
                !self.several && !words::is_collective(head) && told.is_none_or(|told| told == gender)
            }
            AnaphorKind::Thing => !self.several && words::is_collective(head),
            AnaphorKind::Plural => self.several || words::is_collective(head),
            AnaphorKind::Description => false,
        }
    }
}

/// The phrases before a word, in its sentence and as many as `sentences_back` before, the last one first and each noun once.
pub(super) fn before(reading: &Reading<'_>, mentions: &Mentions<'_>, word: u32, sentences_back: usize) -> Vec<Phrase> {
    let document = reading.document;
    let here = document.sentence_at(word);
    let mut found: Vec<Phrase> = Vec::new();
    for sentence in (here.saturating_sub(sentences_back)..=here).rev().map(|at| document.sentences()[at]) {
        if document.field_at(sentence.start()) != document.field_at(word) {
            break;
        }
        let end = sentence.end().min(word);
        let first = sentence.start().max(end.saturating_sub(TOKENS_MAX));
        for phrase in
            (first..end).rev().filter_map(|head| at(reading, mentions, Span::new(sentence.start(), end), head))
        {
            let known = found.iter().any(|other| reading.folded(other.head) == reading.folded(phrase.head));
            if !known {
                found.push(phrase);
            }
            if found.len() == PHRASES_MAX {
                return found;
            }
        }
    }
    found
}

/// The phrase of the words `within` whose head noun is at `head`.
fn at(reading: &Reading<'_>, mentions: &Mentions<'_>, within: Span<Word>, head: u32) -> Option<Phrase> {
    let noun = reading.folded(head);
    let next = head + 1;
    if !is_somebody(noun) || next < within.end() && (is_capital(reading, next) || is_somebody(reading.folded(next))) {
        return None;
    }
    let mut start = head;
    while start > within.start() && head - start < BEFORE_HEAD_MAX && modifies(reading, start - 1) {
        start -= 1;
    }
    let determined = start > within.start() && words::is_determiner(reading.folded(start - 1));
    start -= u32::from(determined);
    // "police and soldiers"
    let joined =
        start >= within.start() + 2 && reading.folded(start - 1) == "and" && is_somebody(reading.folded(start - 2));
    start -= if joined { 2 } else { 0 };
    let span = reading.document.bytes(Span::new(start, head + 1));
    let plural = is_plural(noun);
    let phrase = determined || plural || words::is_collective(noun);
    let free = || mentions.overlapping(span).is_none() && !is_apposed(reading, mentions, start, head);
    (phrase && free()).then(|| Phrase { span, head, several: plural || joined, opens: start == within.start() })
}

/// Whether a comma sets a phrase off from a name: "the lawyer, Jane Roe", "Jane Roe, a lawyer".
fn is_apposed(reading: &Reading<'_>, mentions: &Mentions<'_>, start: u32, head: u32) -> bool {
    let tokens = reading.document.tokens();
    let named = |at: u32| tokens.get(at as usize).is_some_and(|token| mentions.overlapping(token.span).is_some());
    let comma = |at: u32| at < reading.len() && reading.folded(at) == ",";
    comma(head + 1) && named(head + 2) || start > 1 && comma(start - 1) && named(start - 2)
}

/// Whether a token stands between an article and its noun.
fn modifies(reading: &Reading<'_>, at: u32) -> bool {
    let word = reading.folded(at);
    let lexical = matches!(reading.document.tokens()[at as usize].kind, TokenKind::Word | TokenKind::Number);
    let finite = cue_form(word).is_some_and(|form| form.tense == VerbForm::Past) || words::is_plain_verb(word);
    let noun = lexical && !clause::is_function_word(word) && !words::is_determiner(word) && !finite;
    noun && !words::is_subject_pronoun(word) || matches!(word, "-" | "'s")
}

fn is_capital(reading: &Reading<'_>, at: u32) -> bool {
    reading.document.word(at).starts_with(char::is_uppercase)
}

/// Whether a noun means a person, people, or a body.
fn is_somebody(noun: &str) -> bool {
    let one = |noun: &str| person::is_person_noun(noun) || person::gender_of(noun).is_some() || ANYBODY.contains(&noun);
    one(noun)
        || words::is_collective(noun) && !words::is_subject_pronoun(noun) && !words::is_determiner(noun)
        || noun.strip_suffix('s').is_some_and(one)
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us")
        || matches!(noun, "people" | "men" | "women" | "children" | "police")
}

#[rustfmt::skip]
/// Nouns for persons beside the offices, occupations and relations.
const ANYBODY: &[&str] = &[
    "adult", "applicant", "attacker", "buyer", "caller", "campaigner", "child", "client", "colleague",
    "customer", "demonstrator", "driver", "elder", "fan", "fighter", "friend", "gunman", "guy", "kid",
    "listener", "local", "migrant", "netizen", "opponent", "passenger", "patient", "person", "protester",
    "reader", "respondent", "shopper", "soldier", "suspect", "teenager", "user", "viewer", "villager",
    "visitor", "voter", "worker",
];
