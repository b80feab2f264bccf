//! Candidates: stretches of capitalised words, with the small words that hold names together, cut where one name ends
//! and the next one or a title begins.

use dateline_gazetteer::{self as gazetteer, Entry, Kind};
use dateline_text::{Shape, Span, Word};

use super::{casing::Casing, heads, split::Splitter};
use crate::names::{roles::positions, words::Words};

/// A stretch that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its tokens.
    pub(super) span: Span<Word>,
    /// The number of tokens of the capitalised title directly before it.
    pub(super) title_len: u32,
}

/// The candidates of one running sentence, in order.
pub(super) fn in_sentence(words: &Words<'_>, casing: &Casing, sentence: Span<Word>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = sentence.start();
    while at < sentence.end() {
        if !starts_run(words, at) {
            at += 1;
            continue;
        }
        let bound =
            at >= sentence.start() + 2 && words.is_hyphen(at - 1) && heads::is_bound_prefix(words.lower(at - 2));
        let run = Span::new(if bound { at - 2 } else { at }, run_end(words, at, sentence.end()));
        Splitter { words, found: &mut found }.split(trusted_part(words, casing, run));
        if let Some(last) = found.last_mut().filter(|last| last.span.end() > at) {
            last.span = with_year(words, last.span);
        }
        at = run.end();
    }
    found
}

fn starts_run(words: &Words<'_>, at: u32) -> bool {
    let lower = words.lower(at);
    let is_money =
        matches!(words.lower(at + 1), "dollar" | "dollars") || words.is_glued(at + 1) && words.text(at + 1) == "$";
    let is_letter_compound = lower.chars().count() == 1 && words.is_hyphen(at + 1);
    is_name_word(words, at) && lower != "i" && !is_money && !is_letter_compound
}

/// Whether the token is capitalised and no day or month.
fn is_name_word(words: &Words<'_>, at: u32) -> bool {
    let lower = words.lower(at);
    let is_short_date = heads::is_calendar_abbreviation(lower) && (lower.ends_with('.') || words.is_number(at + 1));
    words.is_capital(at) && !heads::is_calendar_word(lower) && !is_short_date
}

/// The end of the run of name words that starts at `start`.
fn run_end(words: &Words<'_>, start: u32, sentence_end: u32) -> u32 {
    let mut end = start + 1;
    while let Some(next) = extend(words, start, end, sentence_end).filter(|&next| next <= sentence_end) {
        end = next;
    }
    end
}

/// Where the run `start..end` ends after its next piece, if it goes on.
fn extend(words: &Words<'_>, start: u32, end: u32, limit: u32) -> Option<u32> {
    if end >= limit {
        return None;
    }
    let name_word = |at: u32| at < limit && is_name_word(words, at);
    let last = end - 1;
    if name_word(end) && words.lower(end) != "i" {
        return Some(end + 1);
    }
    if end == start + 1
        && heads::is_month_surname(words.lower(end))
        && words.is_capital(end)
        && !words.is_number(end + 1)
    {
        let named = gazetteer::lookup(words.text(start)).is_some_and(|entry| entry.is(Kind::FirstName));
        return named.then_some(end + 1);
    }
    if words.is_hyphen(end) {
        return extend_over_hyphen(words, start, end).then_some(end + 2);
    }
    let text = words.lower(end);
    match text {
        "." if words.is_glued(end) && is_dotted(words, last) => {
            (name_word(end + 1) || heads::is_legal_form(words.lower(last))).then_some(end + 1)
        }
        "," if heads::is_legal_form(words.lower(end + 1)) && name_word(end + 1) && words.text(last) != "." => {
            Some(end + 2)
        }
        "," => extend_over_list(words, start, end, limit),
        "&" if name_word(end + 1) => Some(end + 2),
        _ if words.is_possessive(end) => {
            let inside = heads::is_possessive_inside(words.lower(last)) || is_saint(words, start, last);
            (inside && name_word(end + 1)).then_some(end + 2)
        }
        _ if words.is_number(end) => {
            let model = heads::is_product_prefix(words.lower(last)) || takes_number(words.lower(last));
            model.then_some(end + 1)
        }
        "of" | "for" | "on" => extend_over_of(words, start, end, limit),
        "and" => (name_word(end + 1) && is_coordinated_inside(words, start, end)).then_some(end + 2),
        _ if heads::is_name_particle(text) => {
            let next = if heads::is_name_particle(words.lower(end + 1)) { end + 2 } else { end + 1 };
            name_word(next).then_some(next + 1)
        }
        _ => None,
    }
}

fn is_dotted(words: &Words<'_>, last: u32) -> bool {
    let lower = words.lower(last);
    lower.chars().count() == 1
        || matches!(
            lower,
            "jr" | "sr"
                | "st"
                | "mt"
                | "dr"
                | "mr"
                | "mrs"
                | "ms"
                | "gen"
                | "col"
                | "lt"
                | "sen"
                | "rep"
                | "gov"
                | "rev"
                | "prof"
                | "sgt"
                | "capt"
                | "maj"
                | "ft"
                | "fr"
        )
        || heads::is_legal_form(lower)
}

fn is_saint(words: &Words<'_>, start: u32, last: u32) -> bool {
    last > start && matches!(words.lower(start), "st" | "st." | "saint")
}

fn takes_number(lower: &str) -> bool {
    matches!(
        lower,
        "highway"
            | "route"
            | "channel"
            | "artemis"
            | "apollo"
            | "formula"
            | "vision"
            | "expo"
            | "agenda"
            | "euro"
            | "area"
            | "cop"
            | "resolution"
            | "covid"
            | "hurricane"
            | "league"
            | "f"
            | "wta"
            | "atp"
    )
}

/// Whether the hyphen at `at` joins its two words into one name: "Al-Assad" and "Covid-19", but not "London-based" or
/// "China-Pakistan".
fn extend_over_hyphen(words: &Words<'_>, start: u32, at: u32) -> bool {
    let (left, right) = (at - 1, at + 1);
    if words.is_number(right) {
        return words.is_glued(right) && matches!(words.shape(left), Shape::Upper | Shape::Mixed | Shape::Initial);
    }
    if words.is_capital(right) {
        let is_place = |word: u32| {
            gazetteer::lookup(words.text(word))
                .is_some_and(|entry| (entry.is(Kind::Country) || entry.is(Kind::Group)) && !entry.is(Kind::FirstName))
        };
        return !(is_place(left) && is_place(right)) || is_governed(words, start, at);
    }
    let lower = words.lower(right);
    if at >= start + 2 && is_given_syllable(words, left, lower) {
        return true;
    }
    words.shape(left) == Shape::Initial
        && !heads::is_compound_ending(lower)
        && !gazetteer::is_common_word(lower)
        && !heads::is_function_word(lower)
        && lower.chars().count() > 1
}

/// Whether a lower-case word after a hyphen goes on a given name of two syllables: "Moon Jae-in", "Siu Kwok-hung".
fn is_given_syllable(words: &Words<'_>, left: u32, lower: &str) -> bool {
    let is_common = |word: u32| gazetteer::is_common_word(words.lower(word));
    let is_place = gazetteer::lookup(words.text(left - 1)).is_some_and(Entry::is_place);
    if words.shape(left) == Shape::Lower {
        return lower.len() <= 5 && words.is_hyphen(left - 1);
    }
    (1..=6).contains(&lower.len())
        && words.shape(left) == Shape::Initial
        && words.shape(left - 1) == Shape::Initial
        && !is_common(left)
        && !is_place
        && !heads::is_compound_ending(lower)
}

/// Whether "of" or "for" at `at` goes on inside the name, and to where: "Bank of Ghana", "Institute for the Blind".
fn extend_over_of(words: &Words<'_>, start: u32, at: u32, limit: u32) -> Option<u32> {
    let left = words.lower(at - 1);
    let head = match words.lower(at) {
        "of" => heads::takes_of(left),
        "for" => {
            heads::is_organization_head(left)
                || matches!(left, "centre" | "center" | "program" | "programme" | "fund" | "plan")
        }
        _ => matches!(
            left,
            "committee"
                | "commission"
                | "panel"
                | "conference"
                | "convention"
                | "council"
                | "agreement"
                | "institute"
                | "centre"
                | "center"
                | "research"
        ),
    };
    let office = matches!(left, "secretary" | "chief" | "commissioner")
        && matches!(words.lower(at + 1), "state" | "staff" | "police");
    if office && words.is_capital(at + 1) && at + 1 < limit {
        return Some(at + 2);
    }
    if at == start || !head && !is_governed(words, start, at) {
        return None;
    }
    let next = if words.lower(at + 1) == "the" { at + 2 } else { at + 1 };
    (next < limit && is_name_word(words, next)).then_some(next + 1)
}

/// Whether the words before `at` are the object of a head that takes "of": "Ministry of Health" before "and".
fn is_governed(words: &Words<'_>, start: u32, at: u32) -> bool {
    (start..at).any(|word| {
        let is_head =
            heads::is_organization_head(words.lower(word)) || matches!(words.lower(word), "centre" | "center");
        is_head && matches!(words.lower(word + 1), "of" | "for" | "on") && word + 2 < at
    })
}

/// The end of a list of fields that goes on at the comma `at`: "Ministry of Labour, Sport and Culture".
fn extend_over_list(words: &Words<'_>, start: u32, at: u32, limit: u32) -> Option<u32> {
    let is_list_head = |word: u32| {
        matches!(words.lower(word), "ministry" | "department" | "committee" | "institute" | "faculty" | "bureau")
    };
    if !(start..at).any(is_list_head) || !is_governed(words, start, at) {
        return None;
    }
    let mut end = at;
    while words.text(end) == "," && end < limit && words.is_capital(end + 1) {
        end += 2;
        while end < limit && words.is_capital(end) {
            end += 1;
        }
    }
    (words.lower(end) == "and" && words.is_capital(end + 1) && end + 1 < limit).then_some(end + 2)
}

/// Whether "and" at `at` joins parts of one name: "Ministry of Health and Welfare", "Marks and Spencer".
fn is_coordinated_inside(words: &Words<'_>, start: u32, at: u32) -> bool {
    let place = |word: u32| {
        gazetteer::lookup(words.text(word)).is_some_and(|entry| entry.is(Kind::Country) || entry.is(Kind::City))
    };
    if is_governed(words, start, at) {
        return !place(at - 1) || !place(at + 1);
    }
    let mut end = at + 1;
    while words.is_capital(end) {
        end += 1;
    }
    end > at + 1
        && heads::is_organization_head(words.lower(end - 1))
        && !heads::is_organization_head(words.lower(at - 1))
        && gazetteer::is_common_word(words.lower(at - 1))
        && gazetteer::is_common_word(words.lower(at + 1))
        || gazetteer::longest((start..end).map(|word| words.text(word)))
            .is_some_and(|(len, _)| start + u32::try_from(len).unwrap_or(0) > at)
}

/// The name of an event with the year before or after it: "2010 Winter Games", "Winter Games 2010".
fn with_year(words: &Words<'_>, span: Span<Word>) -> Span<Word> {
    let is_year =
        |word: u32| words.is_number(word) && words.text(word).len() == 4 && words.text(word).starts_with(['1', '2']);
    if span.len() < 2 || !heads::is_event_head(words.lower(span.end() - 1)) {
        return span;
    }
    let sentence = words.sentence(span.start());
    if span.start() > sentence.start() && is_year(span.start() - 1) {
        Span::new(span.start() - 1, span.end())
    } else if span.end() < sentence.end() && is_year(span.end()) {
        Span::new(span.start(), span.end() + 1)
    } else {
        span
    }
}

/// The run without a first word that owes its capital to its place.
fn trusted_part(words: &Words<'_>, casing: &Casing, run: Span<Word>) -> Span<Word> {
    let start = run.start();
    if casing.is_trusted(words, start) {
        return run;
    }
    let listed = known_at(words, run).is_some_and(|(len, entry)| {
        len > 1 || run.len() == 1 && !entry.is_ambiguous() && !gazetteer::is_common_word(words.lower(start))
    });
    let headed = run.len() > 1 && !heads::is_function_word(words.lower(start)) && has_head(words, run);
    let titled = !heads::is_function_word(words.lower(start)) && positions::title_at(words, start, run.end()).is_some();
    let named = run.len() > 1
        && !heads::is_function_word(words.lower(start))
        && gazetteer::lookup(words.text(start))
            .is_some_and(|entry| entry.is(Kind::FirstName) || entry.is(Kind::Country) || entry.is(Kind::Group));
    if listed || headed || titled || named { run } else { Span::new(start + 1, run.end()) }
}

/// The longest gazetteer name at the start of a run.
pub(super) fn known_at(words: &Words<'_>, run: Span<Word>) -> Option<(u32, Entry)> {
    let (len, entry) = gazetteer::longest(words.texts(run))?;
    Some((u32::try_from(len).ok()?, entry))
}

/// Whether the last word, or the word before "of", tells the kind of a body, building, event, law or place.
pub(super) fn has_head(words: &Words<'_>, run: Span<Word>) -> bool {
    let is_head = |word: u32| {
        let lower = words.lower(word);
        heads::is_organization_head(lower)
            || heads::is_facility_head(lower)
            || heads::is_event_head(lower)
            || heads::is_law_head(lower)
            || heads::is_location_head(lower)
    };
    run.len() > 1
        && (is_head(run.end() - 1)
            || (run.start()..run.end()).any(|word| {
                words.lower(word + 1) == "of" && word + 1 < run.end() && heads::takes_of(words.lower(word))
            }))
}
