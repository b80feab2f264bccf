//! Direction from tense: whether the clause around an expression speaks of the past or of the future.

use dateline_text::{Document, Shape};

/// Where a clause points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// Most tokens looked at on either side.
const TOKENS_MAX: u32 = 24;

/// Verb forms that point forward by themselves.
const FUTURE: &[&str] = &["will", "'ll", "’ll", "shall", "won't", "wo", "upcoming", "scheduled", "slated", "due"];

/// Words before a limit.
const LIMITS: &[&str] = &["by", "until", "till", "through", "effective", "beginning", "starting", "payable"];

/// Words after which an infinitive points forward: "is expected to", "plans to", "is due to".
const PROSPECT: &[&str] = &[
    "expected",
    "expects",
    "expect",
    "plans",
    "plan",
    "planned",
    "planning",
    "due",
    "set",
    "agreed",
    "hopes",
    "hope",
    "intends",
    "intend",
    "vowed",
    "likely",
    "ready",
    "promised",
    "supposed",
    "going",
    "wants",
    "want",
    "is",
    "are",
    "aims",
    "preparing",
    "pledged",
    "about",
    "poised",
    "bound",
    "continue",
    "proposed",
    "invited",
    "decided",
];

/// Forms of the past that do not end in "ed".
const PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "went", "took", "came", "made", "got", "gave", "told", "left", "met", "held",
    "won", "lost", "began", "fell", "rose", "became", "brought", "bought", "sold", "sent", "spoke", "wrote", "saw",
    "found", "led", "ran", "paid", "struck", "grew", "knew", "thought", "felt", "kept", "stood", "broke", "drove",
    "chose", "flew", "hit", "shot", "fought", "built", "drew", "threw", "beat", "wore", "sought", "caught", "taught",
    "sank", "swept", "spent", "lent", "heard", "blew", "rang", "sang", "shook", "woke", "stole", "bore", "swore",
    "wasn't", "weren't", "hadn't", "didn't", "been", "ago", "slid", "shut", "died", "'d", "froze", "laid", "lay",
    "dealt", "withdrew", "overcame", "hung", "dug", "hid", "bit", "slept", "wound", "stuck", "fled", "forgot",
];

/// Words in "ed" that are no forms of the past.
const NOT_PAST: &[&str] =
    &["need", "indeed", "hundred", "speed", "feed", "seed", "breed", "bed", "red", "shed", "wed", "united"];

/// The direction of the clause around the tokens `start..end`; the nearest verb before them decides, else the nearest
/// one after.
pub(super) fn direction(document: &Document<'_>, start: u32, end: u32) -> Option<Direction> {
    // What a limit names lies ahead: "by Friday", "until 9 a.m. Tuesday", "as early as Monday".
    let limit = |back: u32, words: &[&str]| {
        start.checked_sub(back).is_some_and(|word| words.iter().any(|w| document.word(word).eq_ignore_ascii_case(w)))
    };
    if limit(1, LIMITS) || limit(1, &["as"]) && limit(2, &["early", "soon", "late"]) {
        return Some(Direction::Future);
    }
    let sentence = document.sentences().get(document.sentence_at(start))?;
    let first = sentence.start().max(start.saturating_sub(TOKENS_MAX));
    let before = (first..start).rev().find_map(|word| verb(document, word));
    let last = sentence.end().min(end.saturating_add(TOKENS_MAX));
    before.or_else(|| (end..last.max(end)).find_map(|word| verb(document, word)))
}

fn verb(document: &Document<'_>, word: u32) -> Option<Direction> {
    let text = document.word(word);
    let shape = document.tokens()[word as usize].shape;
    if !matches!(shape, Shape::Lower | Shape::Initial | Shape::Uncased) || text.len() > 16 {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|w| text.eq_ignore_ascii_case(w));
    if is(FUTURE) {
        return Some(Direction::Future);
    }
    if is(&["to"]) && word > 0 {
        let before = document.word(word - 1);
        let verb = document.tokens().get(word as usize + 1).is_some_and(|next| next.shape == Shape::Lower)
            && !["the", "a", "an", "his", "her", "its", "their"].contains(&document.word(word + 1));
        return (verb && PROSPECT.iter().any(|w| before.eq_ignore_ascii_case(w))).then_some(Direction::Future);
    }
    let regular = text.len() > 3 && text.ends_with("ed") && shape == Shape::Lower && !is(NOT_PAST);
    (regular || is(PAST)).then_some(Direction::Past)
}
