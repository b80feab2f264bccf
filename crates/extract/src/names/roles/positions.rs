//! Titles and positions as a small grammar: modifiers, a head noun, and what may follow it.

use dateline_gazetteer::{self as gazetteer, Kind};
use dateline_lexicon::person::{is_head, is_title_modifier};

use crate::names::words::Words;

/// The number of tokens of the title that starts at `start` and ends before `end`, in capitals or not:
/// "Deputy Prime Minister", "Secretary of State", "Lt. Gen.", "chief executive officer".
pub(crate) fn title_at(words: &Words<'_>, start: u32, end: u32) -> Option<u32> {
    let mut at = start;
    let mut last_head = None;
    while at < end {
        let lower = words.lower(at).trim_end_matches('.');
        let follows_hyphen = last_head.is_some() && words.is_hyphen(at);
        if is_head(lower) {
            at = after_head(words, at, end);
            last_head = Some(at);
        } else if is_title_modifier(lower) {
            at += 1;
            if words.is_hyphen(at) && at + 1 < end && is_title_word(words.lower(at + 1)) {
                at += 1;
            }
        } else if follows_hyphen && is_title_word(words.lower(at + 1)) {
            at += 1;
        } else if words.text(at) == "." && words.is_glued(at) && last_head == Some(at) {
            at += 1;
            last_head = Some(at);
        } else {
            break;
        }
    }
    let by_grammar = last_head.map_or(0, |end| end - start);
    let listed = gazetteer::longest((start..end).map(|word| words.text(word)))
        .filter(|(_, entry)| entry.is(Kind::Title))
        .map_or(0, |(len, _)| u32::try_from(len).unwrap_or(0));
    Some(by_grammar.max(listed)).filter(|&len| len > 0)
}

/// The token after the head and what belongs to it: "Secretary *of State*", "Attorney *General*".
fn after_head(words: &Words<'_>, head: u32, end: u32) -> u32 {
    let mut at = head + 1;
    if words.text(at) == "." && words.is_glued(at) && at < end && words.lower(head).len() <= 4 {
        at += 1;
    }
    if words.lower(at) == "of"
        && at + 1 < end
        && matches!(words.lower(at + 1), "state" | "staff" | "mission" | "police")
    {
        return at + 2;
    }
    if words.is_hyphen(at) && matches!(words.lower(at + 1), "general" | "elect" | "designate" | "in") && at + 1 < end {
        return at + if words.lower(at + 1) == "in" { 4.min(end - at) } else { 2 };
    }
    if at < end && matches!(words.lower(at), "general" | "elect" | "emeritus" | "designate") {
        return at + 1;
    }
    at
}

fn is_title_word(lower: &str) -> bool {
    is_head(lower.trim_end_matches('.')) || is_title_modifier(lower)
}
