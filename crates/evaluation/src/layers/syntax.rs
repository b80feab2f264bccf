//! Parts of speech and dependencies on the dev sets of Universal Dependencies: UPOS, UAS and LAS by our words, marks
//! included. A subtype that we do not have counts as its relation. Lemmas are those of verbs, auxiliaries and nouns with
//! the treebank's part of speech, so that they measure inflection alone.

use std::{collections::BTreeMap, path::Path};

use dateline_encoder::Encoder;
use dateline_lexicon::{auxiliary_lemma, noun_lemma, verb_lemma};
use dateline_syntax::{Relation, Syntax};
use dateline_text::{Article, Document, Parts};
use serde::Serialize;

use crate::{
    EvaluationError, Ratio,
    answer::Range,
    service::in_parallel,
    treebank::{self, Expected, ParsedDocument},
};

/// The parts that are measured: name, file, and what the documents' ids contain.
const PARTS: [(&str, &str, &str); 3] = [
    ("ewt", "en_ewt-ud-dev.conllu.gz", ""),
    ("gum", "en_gum-ud-dev-open.conllu.gz", ""),
    ("gum-news", "en_gum-ud-dev-open.conllu.gz", "_news_"),
];

/// Scores of one treebank, in percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SyntaxScores {
    /// Words whose governor is known.
    pub words: usize,
    /// Words with the right part of speech.
    #[serde(rename = "UPOS")]
    pub upos: f64,
    /// Words with the right governor.
    #[serde(rename = "UAS")]
    pub attached: f64,
    /// Words with the right governor and relation.
    #[serde(rename = "LAS")]
    pub labelled: f64,
    /// Verbs, auxiliaries and nouns with the right lemma.
    pub lemmas: f64,
}

/// Measures every treebank that is in `data/syntax/ud`; none of the figures but lemmas means anything where the model was
/// not trained to parse, so then there are none.
///
/// # Errors
/// [`EvaluationError`] when a treebank cannot be read.
pub fn measure(data: &Path, encoder: &impl Encoder) -> Result<BTreeMap<&'static str, SyntaxScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for (name, file, id) in PARTS {
        let path = data.join("syntax/ud").join(file);
        if !path.exists() {
            continue;
        }
        let mut documents = treebank::read(&path)?;
        documents.retain(|document| document.id.contains(id) && !document.text.trim().is_empty());
        let tallies = in_parallel(documents.len(), |at| tally(&documents[at], encoder));
        let whole: Option<Vec<Tally>> = tallies.into_iter().collect();
        scores.extend(whole.filter(|tallies| !tallies.is_empty()).map(|tallies| (name, Tally::scores(&tallies))));
    }
    Ok(scores)
}

/// Counts over words.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    upos: Ratio,
    attached: Ratio,
    labelled: Ratio,
    lemmas: Ratio,
}

/// Counts of one document; none where there is no parse.
fn tally(expected: &ParsedDocument, encoder: &impl Encoder) -> Option<Tally> {
    let parts = Parts { body: expected.text.clone(), ..Parts::default() };
    let article = Article::new(parts, usize::MAX).ok()?;
    let document = Document::new(&article);
    let syntax = Syntax::read(&document, &encoder.encode(&document).ok()?)?;
    let mut tally = Tally::default();
    for word in expected.expected(&code_points(&document)) {
        tally.add(&syntax, &word);
    }
    Some(tally)
}

impl Tally {
    fn add(&mut self, syntax: &Syntax<'_>, expected: &Expected<'_>) {
        let Ok(word) = u32::try_from(expected.word) else { return };
        let attached = syntax.head(word).map(|head| head as usize) == expected.governor;
        self.upos.add(syntax.upos(word).name() == expected.token.upos);
        self.attached.add(attached);
        self.labelled.add(attached && syntax.relation(word) == Relation::nearest(&expected.token.relation));
        if let Some(lemma) = lemma(&expected.token.upos, &syntax.folded(word)).filter(|_| expected.whole) {
            self.lemmas.add(lemma == expected.token.lemma.to_lowercase());
        }
    }

    fn scores(all: &[Self]) -> SyntaxScores {
        let mut sum = Self::default();
        for tally in all {
            sum.upos += tally.upos;
            sum.attached += tally.attached;
            sum.labelled += tally.labelled;
            sum.lemmas += tally.lemmas;
        }
        SyntaxScores {
            words: sum.upos.whole,
            upos: sum.upos.percent(),
            attached: sum.attached.percent(),
            labelled: sum.labelled.percent(),
            lemmas: sum.lemmas.percent(),
        }
    }
}

/// The dictionary form of a word with an open part of speech.
fn lemma(upos: &str, folded: &str) -> Option<String> {
    match upos {
        "VERB" => Some(verb_lemma(folded).into_owned()),
        "AUX" => Some(auxiliary_lemma(folded).into_owned()),
        "NOUN" => Some(noun_lemma(folded).into_owned()),
        _ => None,
    }
}

/// The code points of every word in the text as it was sent.
fn code_points(document: &Document<'_>) -> Vec<Range> {
    let article = document.article();
    let text = article.sent().map(|(_, text)| text).next().unwrap_or_default();
    let (mut at, mut seen) = (0, 0);
    let mut count = |byte: u32| {
        seen += text[at..byte as usize].chars().count();
        at = byte as usize;
        seen
    };
    let places = document.tokens().iter().filter_map(|token| article.place(token.span));
    places.map(|(_, span)| (count(span.start()), count(span.end()))).collect()
}
