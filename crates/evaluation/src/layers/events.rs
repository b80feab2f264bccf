//! Event triggers of other corpora, whose types are mapped to ours. A trigger of a type without a map is left aside, and
//! so is what is found there; so are found types that the corpus does not have.
//!
//! `TI`: the spans overlap. `TC`: and the types are equal.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::{Event, Range, Span, overlaps},
    corpus::{EventDocument, TypeMap, ask, part, type_map},
};

const PARTS: [(&str, &str); 3] =
    [("wikievents/dev", "wikievents"), ("m2e2/dev", "ace_m2e2"), ("m2e2/test", "ace_m2e2")];

/// Scores of one part of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventScores {
    /// Triggers.
    #[serde(rename = "TI")]
    pub triggers: Prf,
    /// Triggers with their types.
    #[serde(rename = "TC")]
    pub typed: Prf,
    /// Types of ours that the corpus has.
    pub types: usize,
}

/// Measures every part that is in `data/events`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, EventScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for (name, map) in PARTS {
        let Some(documents) = part::<EventDocument>(run.data, &format!("events/{name}"))? else { continue };
        let map = type_map(run.data, map)?;
        let known = |document: &EventDocument| -> Vec<String> {
            document.events.iter().filter_map(|event| map.get(&event.kind)).map(str::to_owned).collect()
        };
        let types: BTreeSet<String> = documents.iter().flat_map(known).collect();
        let answers = ask(run, &documents, &json!({ "include": ["events"] }));
        let (mut triggers, mut typed) = (Counts::default(), Counts::default());
        for (document, answer) in documents.iter().zip(&answers) {
            let (gold, found) = compared(document, &map, answer, &types);
            let counts = |right| Counts { right, found: found.len(), expected: gold.len() };
            triggers += counts(matches(&gold, &found, |a, b| overlaps(a.0, b.0)));
            typed += counts(matches(&gold, &found, |a, b| overlaps(a.0, b.0) && a.1 == b.1));
        }
        scores.insert(name, EventScores { triggers: triggers.into(), typed: typed.into(), types: types.len() });
    }
    Ok(scores)
}

/// A trigger and its type.
type Typed<'a> = (Range, &'a str);

/// The corpus' triggers that have a type of ours, and those found that count.
fn compared<'a>(
    document: &EventDocument,
    map: &'a TypeMap,
    answer: &'a Answer,
    types: &BTreeSet<String>,
) -> (Vec<Typed<'a>>, Vec<Typed<'a>>) {
    let (mut gold, mut aside) = (Vec::new(), Vec::new());
    for event in &document.events {
        match map.get(&event.kind) {
            Some(kind) => gold.push((event.trigger, kind)),
            None => aside.push(event.trigger),
        }
    }
    let counts = |&(trigger, kind): &Typed<'_>| {
        let is_aside = aside.iter().any(|&other| overlaps(trigger, other));
        types.contains(kind) && (!is_aside || gold.iter().any(|other| overlaps(trigger, other.0)))
    };
    let found = triggers(answer).into_iter().map(|(trigger, event)| (trigger, event.r#type.as_str())).filter(counts);
    let found = found.collect();
    (gold, found)
}

/// Every mention of every event in the body: an event told twice counts twice.
pub(crate) fn triggers(answer: &Answer) -> Vec<(Range, &Event)> {
    let mentions = |event: &Event| -> BTreeSet<Range> {
        let all = std::iter::once(&event.trigger).chain(&event.mentions);
        all.filter(|span| span.is_in_body()).map(Span::range).collect()
    };
    answer.events.iter().flat_map(|event| mentions(event).into_iter().map(move |range| (range, event))).collect()
}

/// How many of the corpus' items take one of their own among those found: the first that is free.
pub(crate) fn matches<A, B>(gold: &[A], found: &[B], same: impl Fn(&A, &B) -> bool) -> usize {
    let mut free: Vec<&B> = found.iter().collect();
    let mut hits = 0;
    for item in gold {
        if let Some(at) = free.iter().position(|other| same(item, other)) {
            free.remove(at);
            hits += 1;
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_matched_once() {
        assert_eq!(matches(&[1, 1, 2], &[1, 3, 2, 2], |a, b| a == b), 2);
    }
}
