//! OntoGUM (Zhu et al. 2021): chains of names, descriptions and pronouns, without chains of one mention.
//!
//! Our mentions are shorter than the corpus' ("Roe" in "the mayor, Ana Roe, who resigned"), so a mention is the corpus'
//! with whose head word it ends; `mentions` says how many are found so.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::json;

use super::conll::{self, Sums};
use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::Range,
    corpus::{ChainDocument, Text, ask, part},
    figures::rounded,
    words::words,
};

/// Part, genre, and what the two are called.
const PARTS: [(&str, Option<&str>, &str); 3] = [
    ("ontogum/dev", Some("news"), "dev, news"),
    ("ontogum/train", Some("news"), "train, news"),
    ("ontogum/dev", None, "dev, all genres"),
];

const FORMS: [&str; 3] = ["name", "nominal", "pronoun"];

/// What ends the head of a noun phrase: "the mayor | of Ayr", "Ana Roe | , 45".
const HEAD_ENDS: [&str; 18] = [
    "of", "in", "on", "at", "to", "from", "for", "with", "by", "who", "which", "that", "whose", "where", "when",
    "about", "between", "under",
];

const PRONOUNS: [&str; 36] = [
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "you",
    "your",
    "yours",
    "yourself",
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "we",
    "us",
    "our",
    "ours",
    "ourselves",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "this",
    "that",
    "these",
    "those",
    "who",
    "whose",
];

/// Scores of one part of the corpus, in percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChainScores {
    /// Documents.
    pub documents: usize,
    /// Mean F1 of MUC, B³ and CEAF-φ4.
    pub conll_f1: f64,
    /// F1 of MUC.
    pub muc: f64,
    /// F1 of B³.
    pub b_cubed: f64,
    /// F1 of CEAF-φ4.
    pub ceaf: f64,
    /// Mentions by head word.
    pub mentions: Prf,
    /// B³ over the mentions of one form: `name`, `nominal` or `pronoun`.
    pub by_form: BTreeMap<&'static str, Prf>,
}

pub(super) fn measure(run: &mut Run<'_>) -> Result<BTreeMap<&'static str, ChainScores>, EvaluationError> {
    let mut scores = BTreeMap::new();
    for (name, genre, shown) in PARTS {
        let Some(mut documents) = part::<ChainDocument>(run.data, &format!("coref/{name}"))? else { continue };
        documents.retain(|document| genre.is_none_or(|genre| document.genre == genre));
        let answers = ask(run, &documents, &json!({ "include": ["entities"] }));
        let mut tally = Tally::default();
        for (document, answer) in documents.iter().zip(&answers) {
            tally.add(&Compared::new(document, answer));
        }
        scores.insert(shown, tally.scores(documents.len()));
    }
    Ok(scores)
}

/// Both sides' chains over the same mentions: a mention is the number of its head word.
struct Compared {
    gold: Vec<Vec<usize>>,
    found: Vec<Vec<usize>>,
    forms: HashMap<usize, &'static str>,
}

impl Compared {
    fn new(document: &ChainDocument, answer: &Answer) -> Self {
        let text = Words::new(document.text());
        let mut forms = HashMap::new();
        let mut found = Vec::new();
        for entity in &answer.entities {
            let mut chain = Vec::new();
            for mention in entity.mentions.iter().filter(|mention| mention.span.is_in_body()) {
                let Some(head) = text.head(mention.span.range()) else { continue };
                chain.push(head);
                forms.insert(head, FORMS.iter().copied().find(|form| *form == mention.form).unwrap_or(FORMS[0]));
            }
            found.push(chain);
        }
        let mut gold = Vec::new();
        for chain in &document.coref {
            let heads: Vec<usize> = chain.iter().filter_map(|&mention| text.head(mention)).collect();
            forms.extend(heads.iter().map(|&head| (head, text.form(head))));
            gold.push(heads);
        }
        Self { gold: several(gold), found: several(found), forms }
    }
}

/// Chains of at least two mentions; a mention belongs to the first chain that has it.
fn several(chains: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut seen = std::collections::HashSet::new();
    let own = chains.into_iter().map(|mut chain| {
        chain.retain(|&mention| seen.insert(mention));
        chain
    });
    own.filter(|chain| chain.len() > 1).collect()
}

/// The words of a text with their texts.
pub(crate) struct Words {
    chars: Vec<char>,
    words: Vec<Range>,
}

impl Words {
    pub(crate) fn new(text: &str) -> Self {
        Self { chars: text.chars().collect(), words: words(text) }
    }

    fn text(&self, word: usize) -> String {
        let (start, end) = self.words[word];
        self.chars[start..end].iter().collect()
    }

    /// The last word before a comma, a preposition or a relative pronoun behind the first word; a possessive's word
    /// counts with its mark.
    pub(crate) fn head(&self, (start, end): Range) -> Option<usize> {
        let first = self.words.partition_point(|word| word.1 <= start);
        let last = self.words.partition_point(|word| word.0 < end);
        let ends = |&word: &usize| {
            let between = &self.chars[self.words[word - 1].1..self.words[word].0];
            between.iter().any(|c| ",;:(–—".contains(*c))
                || HEAD_ENDS.contains(&self.text(word).to_lowercase().as_str())
        };
        (first < last).then(|| (first + 1..last).find(ends).unwrap_or(last) - 1)
    }

    /// What a head word of the corpus looks like.
    fn form(&self, head: usize) -> &'static str {
        let word = self.text(head);
        match () {
            () if PRONOUNS.contains(&word.to_lowercase().as_str()) => "pronoun",
            () if word.starts_with(char::is_uppercase) => "name",
            () => "nominal",
        }
    }
}

/// Sums over documents.
#[derive(Default)]
struct Tally {
    measures: [Sums; 3],
    mentions: Counts,
    by_form: [Sums; 3],
}

impl Tally {
    fn add(&mut self, Compared { gold, found, forms }: &Compared) {
        let measures = [conll::muc(gold, found), conll::b_cubed(gold, found, |_| true), conll::ceaf(gold, found)];
        for (sums, measure) in self.measures.iter_mut().zip(measures) {
            sums.add(measure);
        }
        for (sums, form) in self.by_form.iter_mut().zip(FORMS) {
            sums.add(conll::b_cubed(gold, found, |mention| forms.get(&mention) == Some(&form)));
        }
        let sorted = |chains: &[Vec<usize>]| {
            let mut all = chains.concat();
            all.sort_unstable();
            all
        };
        self.mentions += Counts::of_sorted(&sorted(found), &sorted(gold));
    }

    fn scores(self, documents: usize) -> ChainScores {
        let [muc, b_cubed, ceaf] = self.measures.map(Sums::f1);
        let form = |(sums, form): (Sums, &'static str)| {
            let (p, r) = sums.shares();
            let counts = (Some(sums.complete.1 as usize), Some(sums.precise.1 as usize));
            (form, Prf { gold: counts.0, predicted: counts.1, ..Prf::of_shares(p, r) })
        };
        ChainScores {
            documents,
            conll_f1: rounded(100.0 * (muc + b_cubed + ceaf) / 3.0),
            muc: rounded(100.0 * muc),
            b_cubed: rounded(100.0 * b_cubed),
            ceaf: rounded(100.0 * ceaf),
            mentions: self.mentions.into(),
            by_form: self.by_form.into_iter().zip(FORMS).map(form).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_is_its_head_word() {
        for (text, head, form) in [
            ("the mayor of Ayr", "mayor", "nominal"),
            ("the Crown prosecutor, Mark Roe, who left", "prosecutor", "nominal"),
            ("Ana Roe, 45", "Roe", "name"),
            ("daughter's", "daughter's", "nominal"),
            ("himself", "himself", "pronoun"),
        ] {
            let words = Words::new(text);
            let found = words.head((0, text.chars().count())).expect("a head");
            assert_eq!((words.text(found).as_str(), words.form(found)), (head, form), "{text}");
        }
    }

    #[test]
    fn chains_of_one_mention_are_left_out() {
        assert_eq!(several(vec![vec![1], vec![2, 3], vec![3, 4]]), [vec![2, 3]]);
    }
}
