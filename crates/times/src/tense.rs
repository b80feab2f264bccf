//! Direction from tense: whether the clause around an expression speaks of the past or of the future.

use std::{collections::HashMap, sync::LazyLock};

use dateline_text::{Document, Shape};

/// Where a clause points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// Most tokens looked at on either side.
const TOKENS_MAX: u32 = 32;

/// Most tokens from "from" to the end of a stretch.
const SPAN_TOKENS_MAX: u32 = 8;

/// Verb forms that point forward by themselves.
const FUTURE: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "shall",
    "won't",
    "wo",
    "upcoming",
    "scheduled",
    "slated",
    "due",
    // The present tense of what stands in a calendar.
    "starts",
    "begins",
    "opens",
    "reopens",
    "resumes",
    "expires",
    "departs",
    "airs",
    "premieres",
    "kicks",
];

/// Words before a limit.
const LIMITS: &[&str] = &["by", "until", "till", "effective", "beginning", "starting", "payable"];

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

/// The present tense of what stands in a calendar, where a subject is before it.
const PRESENT: &[&str] = &[
    "meet", "leaves", "arrives", "meets", "visits", "returns", "retires", "closes", "ends", "goes", "faces", "hosts",
    "votes", "convenes", "travels", "heads", "launches", "turns", "runs", "lasts", "becomes", "comes", "takes",
    "debuts",
];

/// Words after which a noun stands and no verb.
const NO_SUBJECT: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "of", "in", "on", "by", "with", "for", "from",
    "and", "or", "to", "these", "those", "some", "many", "no", "all", "two", "three", "four", "five", "six", "ten",
    "home",
];

/// Forms after which a participle is of the present.
const BE: &[&str] = &["is", "are", "'s", "’s", "'re", "’re"];

/// What was ahead once after "had been".
const WAS_AHEAD: &[&str] = &["due", "scheduled", "set", "expected", "supposed", "planned", "slated"];

/// Participles that point forward after those.
const EXPECTED: &[&str] =
    &["expected", "planned", "anticipated", "predicted", "projected", "tipped", "billed", "timed", "booked"];

/// Words between which and a noun a form in "ed" is an adjective.
const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my"];

/// Words in "ed" that are no forms of the past.
const NOT_PAST: &[&str] = &[
    "need", "indeed", "hundred", "speed", "feed", "seed", "breed", "bed", "red", "shed", "wed", "united", "succeed",
    "proceed", "exceed", "bleed", "embed", "greed", "deed", "weed", "sacred", "naked",
];

/// Forms of speech after which "would" is the future seen from the past: "she said it would open".
const REPORTING: &[&str] = &[
    "said",
    "told",
    "announced",
    "added",
    "promised",
    "pledged",
    "vowed",
    "warned",
    "predicted",
    "confirmed",
    "stated",
    "insisted",
    "declared",
    "estimated",
    "explained",
    "wrote",
    "decided",
    "agreed",
    "hoped",
    "expected",
    "thought",
];

/// The direction of the clause around the tokens `start..end`; the nearest verb before them decides, else the nearest
/// one after.
pub(super) fn direction(document: &Document<'_>, start: u32, end: u32) -> Option<Direction> {
    // What a limit names lies ahead: "by Friday", "until 9 a.m. Tuesday", "as early as Monday".
    let limit = |back: u32, words: &[&str]| {
        start.checked_sub(back).is_some_and(|word| words.iter().any(|w| document.word(word).eq_ignore_ascii_case(w)))
    };
    let sentence = document.sentences().get(document.sentence_at(start))?;
    // "this year through August": the part of a period that is over.
    let through = limit(1, &["through", "thru"]) && !limit(2, &["year", "months", "weeks", "quarter", "period"]);
    // "from 6 p.m. Friday until 10 a.m. Saturday": both ends are as late as the clause.
    let spanned = limit(1, &["until", "till", "through", "thru"]) && (2..=SPAN_TOKENS_MAX).any(|n| limit(n, &["from"]));
    if !spanned && (through || limit(1, LIMITS)) || limit(1, &["as"]) && limit(2, &["early", "soon", "late"]) {
        // "By Thursday, crews had found ten": a limit that opens its sentence is as late as the clause after it.
        let opens = sentence.start() + 1 == start;
        let last = sentence.end().min(end.saturating_add(TOKENS_MAX));
        let after = || (end..last.max(end)).find_map(|word| verb(document, word));
        return if opens { after() } else { None }.or(Some(Direction::Future));
    }
    let first = sentence.start().max(start.saturating_sub(TOKENS_MAX));
    let before = (first..start).rev().find_map(|word| verb(document, word));
    let last = sentence.end().min(end.saturating_add(TOKENS_MAX));
    before.or_else(|| (end..last.max(end)).find_map(|word| verb(document, word)))
}

fn verb(document: &Document<'_>, word: u32) -> Option<Direction> {
    let text = document.word(word);
    let shape = document.tokens()[word as usize].shape;
    if !matches!(shape, Shape::Lower | Shape::Initial | Shape::Uncased) || text.len() > WORD_BYTES_MAX {
        return None;
    }
    let mut lower = [0; WORD_BYTES_MAX];
    for (to, from) in lower.iter_mut().zip(text.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let before = |back: u32, words: &[&str]| {
        word.checked_sub(back).is_some_and(|at| words.iter().any(|w| document.word(at).eq_ignore_ascii_case(w)))
    };
    let passive = || word.checked_sub(1).is_some_and(|before| document.word(before).eq_ignore_ascii_case("be"));
    match VERBS.get(&lower[..text.len()]) {
        // "will be held", "is to be held": what stands before "be" tells.
        Some(Verb::Points(Direction::Past)) if passive() => None,
        // "had been due to expire": what was ahead once.
        Some(Verb::Points(Direction::Future)) if before(1, &["been"]) && before(2, &["had"]) => Some(Direction::Past),
        Some(Verb::Points(direction)) => Some(*direction),
        // "She leaves in May"; "the leaves" are no verb.
        Some(Verb::Present) => (!before(1, NO_SUBJECT)).then_some(Direction::Future),
        Some(Verb::To) if before(1, WAS_AHEAD) && before(2, &["been"]) && before(3, &["had"]) => Some(Direction::Past),
        Some(Verb::To) => prospect(document, word).then_some(Direction::Future),
        Some(Verb::Would) => reported(document, word).then_some(Direction::Future),
        Some(Verb::None) => None,
        None => {
            // "is expected overnight", "are closed on Monday": no past.
            if before(1, BE) && text.ends_with("ed") {
                return EXPECTED.contains(&text).then_some(Direction::Future);
            }
            // "a still unspecified date", "the revised plan" tell no tense.
            let adjective = before(1, ARTICLES) || text.starts_with("un") && !text.starts_with("unde");
            let past = text.len() > 3 && text.ends_with("ed") && shape == Shape::Lower && !passive() && !adjective;
            past.then_some(Direction::Past)
        }
    }
}

/// Whether a word in lower case looks like a form of the past.
pub(super) fn is_past(lower: &str) -> bool {
    PAST.contains(&lower) || lower.len() > 3 && lower.ends_with("ed") && !NOT_PAST.contains(&lower)
}

/// Whether "to" at `word` opens an infinitive that points forward.
fn prospect(document: &Document<'_>, word: u32) -> bool {
    let Some(before) = word.checked_sub(1).map(|before| document.word(before)) else { return false };
    let next = document.tokens().get(word as usize + 1).is_some_and(|next| next.shape == Shape::Lower);
    next && !["the", "a", "an", "his", "her", "its", "their"].contains(&document.word(word + 1))
        && PROSPECT.iter().any(|w| before.eq_ignore_ascii_case(w))
}

/// Whether "would" at `word` is the future of a report: a form of speech stands before it in the sentence, and no
/// "have" after it, which speaks of what did not happen.
fn reported(document: &Document<'_>, word: u32) -> bool {
    let unreal = document.tokens().len() > word as usize + 1 && document.word(word + 1).eq_ignore_ascii_case("have");
    let Some(sentence) = document.sentences().get(document.sentence_at(word)) else { return false };
    let first = sentence.start().max(word.saturating_sub(TOKENS_MAX));
    !unreal && (first..word).any(|before| REPORTING.contains(&document.word(before)))
}

/// Longest word looked up, in bytes.
const WORD_BYTES_MAX: usize = 16;

/// What a word says of the clause's direction.
#[derive(Clone, Copy)]
enum Verb {
    Points(Direction),
    /// "to", which points forward after some words.
    To,
    /// "would", which points forward in a report.
    Would,
    /// The present tense of what people do on a date, which points forward.
    Present,
    /// Looks like a form of the past and is none.
    None,
}

static VERBS: LazyLock<HashMap<&'static [u8], Verb>> = LazyLock::new(|| {
    let future = FUTURE.iter().map(|&word| (word, Verb::Points(Direction::Future)));
    let past = PAST.iter().map(|&word| (word, Verb::Points(Direction::Past)));
    let not_past = NOT_PAST.iter().map(|&word| (word, Verb::None));
    let all = future.chain(past).chain(not_past).chain([("to", Verb::To), ("would", Verb::Would)]);
    let present = PRESENT.iter().map(|&word| (word, Verb::Present));
    all.chain(present).map(|(word, verb)| (word.as_bytes(), verb)).collect()
});
