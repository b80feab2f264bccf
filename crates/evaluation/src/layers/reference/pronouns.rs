//! GAP (Webster et al. 2018): the pronoun's entity also has a mention that overlaps the name that is meant.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::{Range, overlaps},
    corpus::{PronounDocument, ask, part},
};

const PARTS: [(&str, &str); 2] = [("gap/dev", "gap/dev (first 600)"), ("gap/test", "gap/test (first 600)")];

/// Texts of each part that are read.
const DOCUMENTS_MAX: usize = 600;

pub(super) fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, Prf>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for (name, shown) in PARTS {
        let Some(mut documents) = part::<PronounDocument>(run.data, &format!("coref/{name}"))? else { continue };
        documents.truncate(DOCUMENTS_MAX);
        let answers = ask(run, &documents, &json!({ "include": ["entities"] }));
        let mut counts = Counts::default();
        for (document, answer) in documents.iter().zip(&answers) {
            let chain = chain_of(answer, document.pronoun);
            for (name, is_meant) in document.candidates() {
                let is_found = chain.iter().any(|&mention| overlaps(mention, name));
                counts += Counts {
                    right: usize::from(is_found && is_meant),
                    found: usize::from(is_found),
                    expected: usize::from(is_meant),
                };
            }
        }
        scores.insert(shown, counts.into());
    }
    Ok(scores)
}

/// Mentions of the first entity that has one at the pronoun.
fn chain_of(answer: &Answer, pronoun: Range) -> Vec<Range> {
    let mut chains = answer
        .entities
        .iter()
        .map(|entity| -> Vec<Range> { entity.mentions.iter().map(|mention| mention.span.range()).collect() });
    chains.find(|chain| chain.iter().any(|&mention| overlaps(mention, pronoun))).unwrap_or_default()
}
