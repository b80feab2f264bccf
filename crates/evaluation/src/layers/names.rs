//! Names: strict micro F1. A name counts when both ends and the type, mapped to the corpus' types, equal the corpus'.
//!
//! `coarse` keeps persons, organizations and locations; where a corpus has no facilities, ours are locations.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::Range,
    corpus::{NameDocument, NameSpan, ask, part},
};

/// A corpus' part, how our types map to its, and types of it that are left out.
type Part = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const WORLDWIDE: &[(&str, &str)] = &[
    ("person", "Person"),
    ("organization", "Organization"),
    ("location", "Location"),
    ("group", "NORP"),
    ("facility", "Facility"),
    ("product", "Product"),
    ("event", "Misc"),
    ("work", "Misc"),
    ("law", "Misc"),
    ("misc", "Misc"),
];

const CONLL: &[(&str, &str)] = &[
    ("person", "PER"),
    ("organization", "ORG"),
    ("location", "LOC"),
    ("facility", "LOC"),
    ("group", "MISC"),
    ("product", "MISC"),
    ("event", "MISC"),
    ("work", "MISC"),
    ("law", "MISC"),
    ("misc", "MISC"),
];

const THREE: &[(&str, &str)] = &[("person", "PER"), ("organization", "ORG"), ("location", "LOC"), ("facility", "LOC")];

const PARTS: [Part; 4] = [
    ("worldwide_newswire/dev", WORLDWIDE, &["Date", "Money"]),
    ("worldwide_newswire/test", WORLDWIDE, &["Date", "Money"]),
    ("cleanconll/dev", CONLL, &[]),
    ("finer_ord/val", THREE, &[]),
];

/// Scores of one part of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NameScores {
    /// All types of the corpus.
    pub micro: Prf,
    /// Persons, organizations and locations.
    pub coarse: Prf,
    /// F1 of each type.
    pub by_type: BTreeMap<&'static str, f64>,
}

/// Names with their types.
type Typed = BTreeSet<(Range, &'static str)>;

/// Measures every part that is in `data/ner`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, NameScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for (name, types, left_out) in PARTS {
        let Some(documents) = part::<NameDocument>(run.data, &format!("ner/{name}"))? else { continue };
        let answers = ask(run, &documents, &json!({ "include": ["entities"] }));
        let mut tally = Tally::default();
        for (document, answer) in documents.iter().zip(&answers) {
            tally.add(&expected(&document.entities, types, left_out), &found(answer, types));
        }
        scores.insert(name, tally.scores());
    }
    Ok(scores)
}

/// What a corpus has; a type that none of ours maps to can only be missed.
fn expected(names: &[NameSpan], types: &[(&str, &'static str)], left_out: &[&str]) -> Typed {
    let known = |kind: &str| types.iter().map(|&(_, theirs)| theirs).find(|theirs| *theirs == kind).unwrap_or("other");
    let kept = names.iter().filter(|name| !left_out.contains(&name.kind.as_str()));
    kept.map(|name| ((name.start, name.end), known(&name.kind))).collect()
}

fn found(answer: &Answer, types: &[(&str, &'static str)]) -> Typed {
    let theirs = |ours: &str| types.iter().find(|(own, _)| *own == ours).map(|&(_, theirs)| theirs);
    let names = |entity: &crate::answer::Entity| -> Vec<(Range, &'static str)> {
        let Some(kind) = theirs(&entity.r#type) else { return Vec::new() };
        let names = entity.mentions.iter().filter(|mention| mention.is_name() && mention.span.is_in_body());
        names.map(|mention| (mention.span.range(), kind)).collect()
    };
    answer.entities.iter().flat_map(names).collect()
}

/// Counts over documents.
#[derive(Default)]
struct Tally {
    by_type: BTreeMap<&'static str, Counts>,
    coarse: Counts,
}

impl Tally {
    fn add(&mut self, expected: &Typed, found: &Typed) {
        for item in expected.union(found) {
            let (expected, found) = (expected.contains(item), found.contains(item));
            *self.by_type.entry(item.1).or_default() += count(expected, found);
        }
        let [expected, found] = [expected, found].map(coarse);
        for item in expected.union(&found) {
            self.coarse += count(expected.contains(item), found.contains(item));
        }
    }

    fn scores(self) -> NameScores {
        let mut all = Counts::default();
        for &counts in self.by_type.values() {
            all += counts;
        }
        let by_type = self.by_type.iter().map(|(&kind, &counts)| (kind, Prf::from(counts).f1)).collect();
        NameScores { micro: all.into(), coarse: self.coarse.into(), by_type }
    }
}

fn count(expected: bool, found: bool) -> Counts {
    let one = usize::from;
    Counts { right: one(expected && found), found: one(found), expected: one(expected) }
}

/// The persons, organizations and locations.
fn coarse(names: &Typed) -> Typed {
    let kind = |kind| match kind {
        "Person" | "PER" => Some("PER"),
        "Organization" | "ORG" => Some("ORG"),
        "Location" | "LOC" => Some("LOC"),
        _ => None,
    };
    names.iter().filter_map(|&(range, theirs)| Some((range, kind(theirs)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_with_both_ends_and_its_type() {
        let mut tally = Tally::default();
        let expected = Typed::from([((0, 4), "PER"), ((8, 12), "LOC"), ((20, 24), "MISC")]);
        let found = Typed::from([((0, 4), "PER"), ((8, 11), "LOC"), ((20, 24), "ORG")]);
        tally.add(&expected, &found);
        let scores = tally.scores();
        assert_eq!((scores.micro.p, scores.micro.r), (33.3, 33.3));
        assert_eq!((scores.coarse.p, scores.coarse.r), (33.3, 50.0));
        assert_eq!(scores.by_type["PER"], 100.0);
    }
}
