//! Coreference of events: triggers that report one happening become mentions of one event.
//!
//! Merging is cautious: a wrong merge hides an event, a missed one only repeats it.

use dateline_text::{Byte, Span};

use super::{Argument, AssertedBy, Event, Source};

/// Earlier events of its type that a new one is compared with.
const LOOK_BACK: usize = 8;

/// Arguments of one event, over all its mentions; further ones are not taken over.
const ARGUMENTS_MAX: usize = 24;

/// Merges events, given in text order; each comes with the dictionary form of its trigger. The first mention's
/// trigger stands for the event, arguments are united, and what the first mention leaves open a later one fills in.
pub(super) fn merge(found: Vec<(Event, String)>, text: &str) -> Vec<Event> {
    let mut merged: Vec<(Event, String)> = Vec::new();
    let mut by_kind: std::collections::BTreeMap<super::EventType, Vec<usize>> = std::collections::BTreeMap::new();
    for (event, lemma) in found {
        let earlier = by_kind.entry(event.kind).or_default();
        let same =
            earlier.iter().rev().take(LOOK_BACK).copied().find(|&at| is_same(&merged[at], (&event, &lemma), text));
        match same {
            Some(at) => absorb(&mut merged[at].0, event, text),
            None => {
                earlier.push(merged.len());
                merged.push((event, lemma));
            }
        }
    }
    merged.into_iter().map(|(event, _)| event).collect()
}

/// Whether two mentions report one happening: nothing that is known of both differs, and they share a participant, or
/// a time and place.
fn is_same(earlier: &(Event, String), later: (&Event, &str), text: &str) -> bool {
    let ((a, a_lemma), (b, b_lemma)) = ((&earlier.0, earlier.1.as_str()), later);
    if a.factuality.value != b.factuality.value || a.asserted_by != b.asserted_by && !(is_author(a) || is_author(b)) {
        return false;
    }
    let clash = |x: Option<u32>, y: Option<u32>| matches!((x, y), (Some(x), Some(y)) if x != y);
    let entity = |event: &Event| event.place.and_then(|place| place.entity).map(|id| id.0);
    if clash(a.time.map(|time| time.id.0), b.time.map(|time| time.id.0)) || clash(entity(a), entity(b)) {
        return false;
    }
    let (shared, differing) = compare(&a.arguments, &b.arguments, text);
    let near_lemma = stem(a_lemma) == stem(b_lemma);
    differing == 0 && shared > 0 && (near_lemma || shared > 1)
}

fn is_author(event: &Event) -> bool {
    event.asserted_by == AssertedBy::Author
}

/// How many roles two mentions fill with the same phrase or entity, and how many with different ones.
fn compare(a: &[Argument], b: &[Argument], text: &str) -> (usize, usize) {
    let (mut shared, mut differing) = (0, 0);
    for role in roles(a) {
        let of = |arguments: &[Argument]| arguments.iter().filter(|x| x.role == role).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (of(a), of(b));
        if theirs.is_empty() {
            continue;
        }
        let same = mine.iter().any(|x| theirs.iter().any(|y| is_same_filler(x, y, text)));
        if same {
            shared += 1;
        } else if mine.iter().chain(&theirs).all(|x| x.entity.is_some()) || numbers_differ(&mine, &theirs, text) {
            differing += 1;
        }
    }
    (shared, differing)
}

fn roles(arguments: &[Argument]) -> Vec<&'static str> {
    let mut roles: Vec<&'static str> = arguments.iter().map(|argument| argument.role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

fn is_same_filler(a: &Argument, b: &Argument, text: &str) -> bool {
    match (a.entity, b.entity) {
        (Some(a), Some(b)) => a == b,
        _ => {
            let (a, b) = (bare(text, a.span), bare(text, b.span));
            a == b && a.len() > 3
        }
    }
}

/// A phrase without its article, in lower case.
fn bare(text: &str, span: Span<Byte>) -> String {
    let lower = text[span.range()].to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower).to_owned()
}

/// "three people" and "five people" are different victims.
fn numbers_differ(a: &[Argument], b: &[Argument], text: &str) -> bool {
    let digits = |arguments: &[Argument]| -> Vec<String> {
        let spans = arguments.iter().map(|argument| &text[argument.span.range()]);
        spans
            .filter_map(|phrase| phrase.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit())))
            .map(str::to_owned)
            .collect()
    };
    let (a, b) = (digits(a), digits(b));
    !a.is_empty() && !b.is_empty() && a != b
}

/// What a verb and the noun made from it share: "arrest", "resign" and "resignation".
pub(super) fn stem(lemma: &str) -> &str {
    const ENDINGS: &[&str] = &["ation", "ition", "ment", "tion", "sion", "ing", "ion", "al", "e"];
    ENDINGS.iter().find_map(|ending| lemma.strip_suffix(ending)).filter(|stem| stem.len() >= 4).unwrap_or(lemma)
}

fn absorb(event: &mut Event, later: Event, text: &str) {
    event.mentions.extend(later.mentions);
    // What a trigger's own sentence states goes before what another sentence does.
    event.time = match (event.time, later.time) {
        (Some(known), Some(time)) if known.source == Source::Story && time.source == Source::Sentence => Some(time),
        (known, time) => known.or(time),
    };
    event.place = event.place.or(later.place);
    event.confidence = event.confidence.max(later.confidence);
    for argument in later.arguments {
        let known = |known: &Argument| {
            known.role == argument.role && (known.span == argument.span || is_same_filler(known, &argument, text))
        };
        if event.arguments.len() < ARGUMENTS_MAX && !event.arguments.iter().any(known) {
            event.arguments.push(argument);
        }
    }
}
