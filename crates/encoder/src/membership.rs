//! What the name tables know of each token, as bits that the model reads beside its pieces.

use dateline_gazetteer::{Entry, Kind, is_common_word, longest, longest_folded, lookup, lookup_folded, word};
use dateline_text::{Document, Span, Word};

/// Bits per token: kinds of the token alone, kinds of a longer name that holds it, kinds of names that end in such a
/// word, and two flags.
pub const MEMBERSHIP_BITS: usize = 3 * KINDS + 2;

const KINDS: usize = Kind::ALL.len();
const LONGER: usize = KINDS;
const ENDING: usize = 2 * KINDS;
/// The token is not the first of its longer name.
const INSIDE: usize = 3 * KINDS;
/// The token is an everyday word in lower case.
const EVERYDAY: usize = INSIDE + 1;

/// The bits of every token. Words in capitals are looked up in any casing, words in lower case not at all. Linear in
/// the tokens.
pub(crate) fn membership(document: &Document<'_>) -> Vec<u64> {
    let mut bits = vec![0; document.tokens().len()];
    for &sentence in document.sentences() {
        alone(document, sentence, &mut bits);
        longer(document, sentence, &mut bits);
    }
    bits
}

fn alone(document: &Document<'_>, sentence: Span<Word>, bits: &mut [u64]) {
    for at in sentence.range() {
        let text = document.slice(document.tokens()[at].span);
        let entry = match casing(text) {
            Casing::Lower => None,
            Casing::Initial => lookup(text),
            Casing::Upper => lookup(text).or_else(|| lookup_folded(text)),
        };
        bits[at] |= entry.map_or(0, kinds);
        bits[at] |= word(text).map_or(0, |word| word.heads().fold(0, |bits, kind| bits | 1 << kind as u64)) << ENDING;
        bits[at] |= u64::from(is_common_word(&text.to_lowercase())) << EVERYDAY;
    }
}

/// Names of two tokens or more: at each token the longest, from left to right.
fn longer(document: &Document<'_>, sentence: Span<Word>, bits: &mut [u64]) {
    let mut at = sentence.start();
    while at < sentence.end() {
        let words = || (at..sentence.end()).map(|word| document.word(word));
        let found = match casing(document.word(at)) {
            Casing::Lower => None,
            Casing::Initial => longest(words()),
            Casing::Upper => longest(words()).filter(|(tokens, _)| *tokens > 1).or_else(|| longest_folded(words())),
        };
        let Some((tokens, entry)) = found.filter(|(tokens, _)| *tokens > 1) else {
            at += 1;
            continue;
        };
        for (place, bits) in bits[at as usize..at as usize + tokens].iter_mut().enumerate() {
            *bits |= kinds(entry) << LONGER | u64::from(place > 0) << INSIDE;
        }
        at += u32::try_from(tokens).expect("names are short");
    }
}

fn kinds(entry: Entry) -> u64 {
    entry.kinds().fold(0, |bits, kind| bits | 1 << kind as u64)
}

enum Casing {
    Lower,
    Initial,
    Upper,
}

fn casing(word: &str) -> Casing {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => match letters.next() {
            Some(second) if second.is_uppercase() => Casing::Upper,
            _ => Casing::Initial,
        },
        _ => Casing::Lower,
    }
}
