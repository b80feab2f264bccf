//! Links to Wikidata: the found name that covers the corpus' best answers for it. Precision is over linked names that
//! overlap any of the corpus'.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::{Range, overlaps},
    corpus::{LinkedName, LinkingDocument, ask, part},
    figures::Ratio,
};

const PARTS: [&str; 5] = ["news_fair_v2/dev", "news_fair_v2/test", "msnbc/test", "wiki_fair_v2/dev", "kore50/test"];

/// Scores of one part of a corpus.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkingScores {
    /// Links.
    pub linked: Prf,
    /// Share of names unknown to Wikidata that are found and not linked, in percent.
    pub nil_accuracy: Option<f64>,
}

/// Measures every part that is in `data/linking`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, LinkingScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for name in PARTS {
        let Some(documents) = part::<LinkingDocument>(run.data, &format!("linking/{name}"))? else { continue };
        let answers = ask(run, &documents, &json!({ "include": ["entities"] }));
        let (mut linked, mut nil) = (Counts::default(), Ratio::default());
        for (document, answer) in documents.iter().zip(&answers) {
            let found = found(answer, document.evaluated());
            for name in document.named() {
                compare(name, &found, &mut linked, &mut nil);
            }
        }
        let nil_accuracy = (nil.whole > 0).then(|| nil.percent());
        scores.insert(name, LinkingScores { linked: linked.into(), nil_accuracy });
    }
    Ok(scores)
}

/// Names in the evaluated stretch, each with its link.
fn found(answer: &Answer, (low, high): Range) -> Vec<(Range, Option<&str>)> {
    let mut found = Vec::new();
    for entity in &answer.entities {
        let names = entity.mentions.iter().filter(|mention| mention.is_name() && mention.span.is_in_body());
        let inside = names.map(|name| name.span.range()).filter(|range| (low..high).contains(&range.0));
        found.extend(inside.map(|range| (range, entity.ids.get("wikidata").map(String::as_str))));
    }
    found
}

fn compare(name: &LinkedName, found: &[(Range, Option<&str>)], linked: &mut Counts, nil: &mut Ratio) {
    let gold = name.range();
    let near = found.iter().filter(|(range, _)| overlaps(*range, gold));
    let fit = |&(start, end): &Range| {
        let shared = end.min(gold.1) - start.max(gold.0);
        let longer = (end - start).abs_diff(gold.1 - gold.0);
        (shared, std::cmp::Reverse(longer))
    };
    // The first of equals, as `max_by_key` would give the last.
    let best = near.reduce(|best, other| if fit(&other.0) > fit(&best.0) { other } else { best });
    let link = best.and_then(|&(_, link)| link);
    linked.found += usize::from(link.is_some());
    match name.qid() {
        Some(qid) => {
            linked.expected += 1;
            linked.right += usize::from(link == Some(qid));
        }
        None if best.is_some() => nil.add(link.is_none()),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::from_value;

    use super::*;

    #[test]
    fn the_name_that_covers_most_answers() {
        let name = |link| from_value(json!({ "start": 0, "end": 10, "link": link })).expect("a name");
        let (mut linked, mut nil) = (Counts::default(), Ratio::default());
        let found = [((0, 4), Some("Q1")), ((2, 10), Some("Q2")), ((12, 14), Some("Q3"))];
        compare(&name("Q2"), &found, &mut linked, &mut nil);
        compare(&name("Q1"), &found, &mut linked, &mut nil);
        compare(&name(""), &found, &mut linked, &mut nil);
        assert_eq!(linked, Counts { right: 1, found: 3, expected: 2 });
        assert_eq!(nil, Ratio { part: 0, whole: 1 });
    }
}
