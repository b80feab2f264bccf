//! Grammatical positions, guessed from the words beside a phrase.

use dateline_gazetteer::{WordUse, word};
use dateline_lexicon::{Class, classes, is, person};
use dateline_text::{Span, Word};

use crate::names::{Words, heads};

/// Longest title and description in front of a name that is stepped over, in tokens.
const PHRASE_TOKENS_MAX: u32 = 8;

/// The grammatical position of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// Before its verb, or after a verb of speech that follows a quotation.
    Subject,
    /// After its verb.
    Object,
    /// After a preposition.
    Oblique,
    /// The owner of what follows: "Roe's", "his".
    Possessive,
}

/// The position of a name or description.
pub(super) fn of_name(words: &Words<'_>, span: Span<Word>) -> Position {
    if words.is_possessive(span.end()) {
        return Position::Possessive;
    }
    let start = phrase_start(words, span);
    let sentence = words.sentence(span.start()).start();
    if start <= sentence {
        return Position::Subject;
    }
    let before = words.lower(start - 1);
    if is_preposition(before) {
        Position::Oblique
    } else if heads::is_speech_verb(before) || !words.is_word(start - 1) || is_clause_opener(before) {
        Position::Subject
    } else if is_verb(before) && !is_verb(words.lower(span.end())) {
        Position::Object
    } else if is_verb(words.lower(span.end())) {
        Position::Subject
    } else {
        Position::Object
    }
}

/// The start of the noun phrase that ends in the name: its titles, adjectives and article.
pub(super) fn phrase_start(words: &Words<'_>, span: Span<Word>) -> u32 {
    let first = words.sentence(span.start()).start().max(span.start().saturating_sub(PHRASE_TOKENS_MAX));
    let mut start = span.start();
    while start > first {
        let lower = words.lower(start - 1);
        let inside = words.is_capital(start - 1) && !heads::is_function_word(lower)
            || person::is_head(lower.trim_end_matches('.'))
            || person::is_title_modifier(lower)
            || is(lower, Class::Article)
            || words.is_possessive(start - 1);
        if !inside {
            break;
        }
        start -= 1;
    }
    start
}

/// The head of a mention, as the encoder was taught: its last word before the first preposition, relative or mark.
pub(in crate::coref) fn head(words: &Words<'_>, span: Span<Word>) -> u32 {
    let stops = |word: u32| {
        let lower = words.lower(word);
        is_preposition(lower)
            || !words.is_word(word)
            || matches!(lower, "and" | "or" | "who" | "that" | "which" | "whose")
    };
    let end = (span.start() + 1..span.end()).find(|&word| stops(word)).unwrap_or(span.end());
    (span.start()..end).rev().find(|&word| !words.is_possessive(word)).unwrap_or(span.start())
}

/// The position of a pronoun.
pub(super) fn of_pronoun(words: &Words<'_>, at: u32) -> Position {
    match words.lower(at) {
        "he" | "she" | "they" => Position::Subject,
        "his" | "its" | "their" => Position::Possessive,
        "her" if takes_noun(words, at + 1) => Position::Possessive,
        "it" if is_verb(words.lower(at + 1)) => Position::Subject,
        _ if is_preposition(words.before(at, 1)) => Position::Oblique,
        _ => Position::Object,
    }
}

/// Whether the token can go on a noun phrase that "her" opens.
fn takes_noun(words: &Words<'_>, at: u32) -> bool {
    let lower = words.lower(at);
    words.is_word(at) && !heads::is_function_word(lower)
        || words.is_number(at)
        || matches!(lower, "own" | "first" | "second" | "last")
}

/// Whether "it" stands for nothing: "it is clear that", "it rained", "it took years".
pub(super) fn is_expletive(words: &Words<'_>, at: u32) -> bool {
    let next = words.lower(at + 1);
    let copula = matches!(
        next,
        "is" | "was"
            | "'s"
            | "\u{2019}s"
            | "will"
            | "would"
            | "has"
            | "may"
            | "might"
            | "seems"
            | "seemed"
            | "appears"
            | "appeared"
    );
    let weather =
        matches!(next, "rained" | "snowed" | "takes" | "took" | "turns" | "turned" | "remains" | "looks" | "sounds");
    let clause = (at + 2..at + 9).take_while(|&word| words.is_word(word)).any(|word| {
        matches!(words.lower(word), "that" | "to" | "when" | "who" | "for" | "because" | "time" | "possible" | "clear")
    });
    weather || copula && clause
}

fn is_preposition(lower: &str) -> bool {
    classes(lower).any(&[Class::Preposition, Class::To]) || lower == "like"
}

fn is_clause_opener(lower: &str) -> bool {
    let openers =
        [Class::Coordinator, Class::Subordinator, Class::ConjunctivePreposition, Class::Relative, Class::Question];
    classes(lower).any(&openers) || matches!(lower, "however" | "later")
}

/// Whether a word can be a finite verb.
pub(super) fn is_verb(lower: &str) -> bool {
    classes(lower).any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
        || matches!(lower, "'s" | "also" | "never" | "then" | "later")
        || word(lower).is_some_and(|known| known.is_used_as(WordUse::Verb))
}

/// Most words of a clause, and of an introduction before its sentence's subject. Longer ones are no prose, and a search through them
/// for each of their words would take time that grows with the square of the text.
const CLAUSE_WORDS_MAX: u32 = 100;

/// Whether a clause begins or ends in the stretch.
pub(super) fn has_clause_boundary(words: &Words<'_>, between: Span<Word>) -> bool {
    between.end().saturating_sub(between.start()) > CLAUSE_WORDS_MAX
        || (between.start()..between.end()).any(|at| {
            let lower = words.lower(at);
            matches!(lower, "," | ";" | ":" | "\u{2014}" | "(" | "to")
                || is_clause_opener(lower) && lower != "or"
                || words.is_quotation_mark(at)
        })
}

/// Whether the token stands in a subordinate clause or phrase that opens its sentence and ends in a comma.
pub(super) fn is_in_introduction(words: &Words<'_>, at: u32) -> bool {
    let sentence = words.sentence(at);
    let first = words.lower(sentence.start());
    let opens = is_preposition(first)
        || is_clause_opener(first) && !matches!(first, "and" | "but" | "who" | "that")
        || matches!(first, "during" | "even" | "despite" | "asked" | "speaking");
    opens
        && at.saturating_sub(sentence.start()) <= CLAUSE_WORDS_MAX
        && (sentence.start()..at).all(|word| words.text(word) != ",")
        && (at..sentence.end().min(at + CLAUSE_WORDS_MAX)).any(|word| words.text(word) == ",")
}

/// Whether the mention stands beside a verb of speech.
pub(super) fn is_speaker(words: &Words<'_>, span: Span<Word>) -> bool {
    heads::is_speech_verb(words.lower(span.end())) || heads::is_speech_verb(words.before(phrase_start(words, span), 1))
}
