//! Words, numbers and clitics.

use super::class::{Class, is_apostrophe, is_blank};
use crate::abbreviation;

/// Clitics after an apostrophe, in lower case; "n't" is told apart by its "n".
const CLITICS: [&str; 6] = ["s", "m", "d", "re", "ve", "ll"];

/// Words that lost their beginning, without the apostrophe: "'em", "'til", rock "'n'" roll.
const ELISIONS: [&str; 9] = ["em", "til", "tis", "twas", "cause", "bout", "n", "neath", "cuz"];

/// The end of the run of letters, digits and marks at `at`. Format characters between two of them belong to the run.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    for (offset, c) in text[at..].char_indices() {
        match Class::of(c) {
            class if class.is_word() => end = at + offset + c.len_utf8(),
            Class::Format if end > at => {}
            _ => break,
        }
    }
    end
}

/// The end of a clitic at `at` that clings to the word before it: "'s", "n't", or the lone apostrophe of "workers'".
/// The lone apostrophe may yet prove to be a closing quotation mark.
pub(super) fn clitic_end(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].chars().next_back()?;
    if Class::of(before).is_word() || before == '.' {
        return negation_end(text, at).or_else(|| enclitic_end(text, at));
    }
    // After a bracket or a title in quotation marks, too: "the union (EU)'s".
    matches!(before, ')' | ']' | '"' | '”' | '%').then(|| enclitic_end(text, at)).flatten()
}

/// The end of an apostrophe and a clitic at `at`, whatever stands before.
fn enclitic_end(text: &str, at: usize) -> Option<usize> {
    let apostrophe = text[at..].chars().next().filter(|&c| is_apostrophe(c))?;
    let start = at + apostrophe.len_utf8();
    let end = short_run_end(text, start)?;
    let letters = &text[start..end];
    CLITICS.iter().any(|clitic| letters.eq_ignore_ascii_case(clitic)).then_some(end)
}

/// The end of an "n't" at `at`.
fn negation_end(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['n', 'N'])?;
    let apostrophe = rest.chars().next().filter(|&c| is_apostrophe(c))?;
    let start = at + 1 + apostrophe.len_utf8();
    let end = short_run_end(text, start)?;
    text[start..end].eq_ignore_ascii_case("t").then_some(end)
}

/// The end of a run of one or two ASCII letters at `start` that is no part of a longer word.
fn short_run_end(text: &str, start: usize) -> Option<usize> {
    let letters = text[start..].bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let end = start + letters;
    let inside_word = || text[end..].chars().next().is_some_and(|c| Class::of(c).is_word());
    ((1..=2).contains(&letters) && !inside_word()).then_some(end)
}

/// The end of a word at `at` that lost its beginning to an apostrophe: "'em", "'90s".
pub(super) fn elision_end(text: &str, at: usize) -> Option<usize> {
    let apostrophe = text[at..].chars().next().filter(|&c| matches!(c, '\'' | '’' | '‘' | '\u{2bc}'))?;
    if text[..at].chars().next_back().is_some_and(|c| Class::of(c).is_word()) {
        return None;
    }
    let start = at + apostrophe.len_utf8();
    let bytes = &text.as_bytes()[start..];
    if bytes.len() >= 3 && bytes[..2].iter().all(u8::is_ascii_digit) && bytes[2] == b's' {
        let end = start + 3;
        return (run_end(text, start) == end).then_some(end);
    }
    let letters = bytes.iter().take(6).take_while(|b| b.is_ascii_lowercase()).count();
    let end = start + letters;
    let next = text[end..].chars().next();
    if !ELISIONS.contains(&&text[start..end]) || next.is_some_and(|c| Class::of(c).is_word()) {
        return None;
    }
    match (letters, next) {
        (1, Some(c)) if is_apostrophe(c) => Some(end + c.len_utf8()),
        (1, _) => None,
        _ => Some(end),
    }
}

/// The end of the number at `at`: digits with inner `.`, `,` and `:`, and letters at its end ("5m", "15th").
pub(super) fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = if bytes[at] == b'.' { at + 1 } else { at };
    loop {
        let digits = (end..).take_while(|&i| is_digit(i)).count();
        end += digits;
        if digits > 0 && bytes.get(end).is_some_and(|b| b".,:".contains(b)) && is_digit(end + 1) {
            end += 1;
        } else {
            break;
        }
    }
    // "7p.m.": the letters are an abbreviation of their own.
    if matches!(bytes.get(end..end + 3), Some([b'a' | b'p', b'.', b'm'])) {
        return end;
    }
    run_end(text, end).max(end).max(run_end(text, at))
}

/// The end of the word at `at`; `previous` is the token before it.
pub(super) fn word_end(text: &str, at: usize, previous: &str) -> usize {
    if let Some(end) = dotted_end(text, at, previous) {
        return end;
    }
    let mut end = run_end(text, at);
    while let Some(apostrophe) = text[end..].chars().next().filter(|&c| is_apostrophe(c)) {
        let after = end + apostrophe.len_utf8();
        if enclitic_end(text, end).is_some() {
            return end;
        }
        if end - at > 1 && text.is_char_boundary(end - 1) && negation_end(text, end - 1).is_some() {
            return end - 1;
        }
        if !text[after..].starts_with(|c| Class::of(c) == Class::Letter) {
            return end;
        }
        end = run_end(text, after);
    }
    // A number with letters before it: "PM2.5".
    if text[..end].ends_with(|c: char| c.is_ascii_digit()) && is_decimal(text, end) {
        return run_end(text, end + 1);
    }
    let stop = text[end..].starts_with('.') && !text[end..].starts_with("...");
    if stop && abbreviation::keeps_stop(&text[at..end], previous, &text[end + 1..]) {
        return end + 1;
    }
    end
}

/// Whether a decimal point and a digit stand at `at`.
fn is_decimal(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at..at + 2), Some([b'.', digit]) if digit.is_ascii_digit())
}

/// The end of single letters with a stop each at `at`: "U.S.", "a.m.", "J.K.", "Ph.D.", and the initial "J.".
fn dotted_end(text: &str, at: usize, previous: &str) -> Option<usize> {
    let (mut end, mut groups) = (at, 0);
    loop {
        let run = run_end(text, end);
        let letters = text[end..run].chars().take(3).count();
        let single = letters == 1 || (letters == 2 && groups == 0 && text[end..].starts_with("Ph"));
        if !single || !text[run..].starts_with('.') {
            // The last stop may be missing: "U.S".
            return (groups >= 1 && letters == 1 && (groups > 1 || is_capital(&text[end..])))
                .then_some(run)
                .or_else(|| (groups >= 2 || (groups == 1 && is_initial(text, at, previous))).then_some(end));
        }
        if text[run..].starts_with("...") {
            return (groups >= 1).then_some(run);
        }
        groups += 1;
        end = run + 1;
        if !text[end..].starts_with(|c| Class::of(c) == Class::Letter) {
            return (groups >= 2 || is_initial(text, at, previous)).then_some(end);
        }
    }
}

fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether the single letter and stop at `at` are the initial of a name, not the end of a sentence: a capital, and
/// for "I" also a name or nothing before it.
fn is_initial(text: &str, at: usize, previous: &str) -> bool {
    let after = text[at..].chars().nth(2);
    is_capital(&text[at..])
        && after.is_none_or(|c| is_blank(c) || Class::of(c) != Class::Digit)
        && (!text[at..].starts_with('I') || previous.is_empty() || is_capital(previous))
}
