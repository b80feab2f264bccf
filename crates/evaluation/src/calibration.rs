//! How often each rule is right on annotated articles: the tables of a model's `calibration.json`.
//!
//! | table | an outcome for each | is right where | on |
//! | --- | --- | --- | --- |
//! | `quote_rules` | quote, by the rule that found it | its content has a Jaccard index of at least 0.5 with an annotated one | `newsroom/choose` |
//! | `speakers` | quote that was rightly found and has an annotated speaker, by `resolution`; and `without-cue` | the speaker is the annotated one | `newsroom/choose` |
//! | `event_types` | event that a rule found, by type | its trigger overlaps an annotated one of the type | `newsroom/choose` |
//! | `reference` | pronoun and description that the corpus knows, by rule | the corpus has it in a chain with one of the entity's names | news in the train split of OntoGUM |

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    Answer, EvaluationError, Ratio, Run,
    answer::overlaps,
    corpus::{Article, ChainDocument, Text, ask, part},
    layers::{
        articles::{named, speakers},
        quotes::{MATCH_MIN, attribution},
        reference::chains::Words,
    },
    words::{jaccard, words, words_in},
};

/// Imagined outcomes that draw each share towards that of its table.
const IMAGINED: f64 = 5.0;

/// What of a quote's speaker has no cue.
const WITHOUT_CUE: &str = "without-cue";

/// Outcomes of a table's rules.
#[derive(Debug, Default)]
struct Table(BTreeMap<String, Ratio>);

impl Table {
    fn add(&mut self, rule: &str, is_right: bool) {
        self.0.entry(rule.to_owned()).or_default().add(is_right);
    }

    /// The share of right outcomes for each of these names, with two decimals.
    fn shares(&self, names: &[&str]) -> BTreeMap<String, f64> {
        let mut all = Ratio::default();
        for ratio in self.0.values() {
            all += *ratio;
        }
        let share = |name: &str| {
            let Ratio { part, whole } = self.0.get(name).copied().unwrap_or_default();
            let share = (part as f64 + IMAGINED * all.share()) / (whole as f64 + IMAGINED);
            (share * 100.0).round() / 100.0
        };
        names.iter().map(|&name| (name.to_owned(), share(name))).collect()
    }
}

/// Outcomes of all tables.
#[derive(Debug, Default)]
pub struct Outcomes {
    tables: BTreeMap<&'static str, Table>,
}

impl Outcomes {
    /// Reads the corpora.
    ///
    /// # Errors
    /// [`EvaluationError`] when they cannot be read.
    pub fn measure(run: &mut Run<'_>) -> Result<Self, EvaluationError> {
        let mut outcomes = Self::default();
        let everything = json!({ "evidence": true, "min_confidence": 0 });
        let articles = part::<Article>(run.data, "newsroom/choose")?.unwrap_or_default();
        let answers = ask(run, &articles, &everything);
        for (article, answer) in articles.iter().zip(&answers) {
            outcomes.add_quotes(article, answer);
            outcomes.add_speakers(article, answer);
            outcomes.add_events(article, answer);
        }
        let documents = part::<ChainDocument>(run.data, "coref/ontogum/train")?.unwrap_or_default();
        let documents: Vec<_> = documents.into_iter().filter(|document| document.genre == "news").collect();
        let answers = ask(run, &documents, &everything);
        for (document, answer) in documents.iter().zip(&answers) {
            outcomes.add_mentions(document, answer);
        }
        Ok(outcomes)
    }

    /// The tables with the names that `tables` has, as `calibration.json` has them.
    #[must_use]
    pub fn tables(&self, tables: &Value, model_sha256: &str) -> Value {
        let empty = Table::default();
        let table = |(name, old): (&String, &Value)| {
            let names: Vec<&str> =
                old["shares"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            let shares = self.tables.get(name.as_str()).unwrap_or(&empty).shares(&names);
            (name.clone(), json!({ "model_sha256": model_sha256, "shares": shares }))
        };
        tables.as_object().into_iter().flatten().map(table).collect()
    }

    /// Every rule's outcomes: table, rule, right ones and all.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, &str, Ratio)> {
        self.tables
            .iter()
            .flat_map(|(&table, rules)| rules.0.iter().map(move |(rule, &ratio)| (table, rule.as_str(), ratio)))
    }

    fn table(&mut self, name: &'static str) -> &mut Table {
        self.tables.entry(name).or_default()
    }

    fn add_quotes(&mut self, article: &Article, answer: &Answer) {
        let words = words(article.text());
        let gold: Vec<_> = article.quotes.iter().map(|quote| words_in(&quote.content_spans, &words)).collect();
        for quote in &answer.quotes {
            let Some(evidence) = &quote.evidence else { continue };
            let content = words_in(&attribution(quote).content, &words);
            let is_right = gold.iter().any(|gold| jaccard(gold, &content) >= MATCH_MIN);
            self.table("quote_rules").add(&evidence.rule, is_right);
        }
    }

    fn add_speakers(&mut self, article: &Article, answer: &Answer) {
        let named = named(article);
        for pair in speakers::pairs(article, answer) {
            let Some(speaker) = &pair.quote.speaker else { continue };
            let is_right = speakers::is_right(pair.speaker, pair.quote, &named);
            self.table("speakers").add(&speaker.resolution, is_right);
            if pair.quote.cue.is_none() {
                self.table("speakers").add(WITHOUT_CUE, is_right);
            }
        }
    }

    fn add_events(&mut self, article: &Article, answer: &Answer) {
        let from_rules = |event: &&crate::answer::Event| {
            event.evidence.as_ref().is_some_and(|evidence| evidence.rule.starts_with("trigger-"))
        };
        for event in answer.events.iter().filter(from_rules).filter(|event| event.trigger.is_in_body()) {
            let mut gold = article.events.iter().filter(|gold| gold.kind == event.r#type);
            let is_right = gold.any(|gold| overlaps(gold.trigger_span, event.trigger.range()));
            self.table("event_types").add(&event.r#type, is_right);
        }
    }

    fn add_mentions(&mut self, document: &ChainDocument, answer: &Answer) {
        let text = Words::new(document.text());
        let chains: Vec<Vec<usize>> = document
            .coref
            .iter()
            .map(|chain| chain.iter().filter_map(|&mention| text.head(mention)).collect())
            .collect();
        for entity in &answer.entities {
            let (names, others): (Vec<_>, Vec<_>) = entity
                .mentions
                .iter()
                .filter(|mention| mention.span.is_in_body())
                .partition(|mention| mention.is_name());
            let names: Vec<usize> = names.iter().filter_map(|name| text.head(name.span.range())).collect();
            for mention in others {
                let Some((head, evidence)) = text.head(mention.span.range()).zip(mention.evidence.as_ref()) else {
                    continue;
                };
                let Some(chain) = chains.iter().find(|chain| chain.contains(&head)) else { continue };
                let is_right = names.iter().any(|name| chain.contains(name));
                self.table("reference").add(&evidence.rule, is_right);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_seldom_fires_is_drawn_towards_its_table() {
        let mut table = Table::default();
        for at in 0..90 {
            table.add("often", at % 10 != 0);
        }
        for _ in 0..10 {
            table.add("never right", false);
        }
        let shares = table.shares(&["often", "never right", "never seen"]);
        assert_eq!(shares.values().copied().collect::<Vec<_>>(), [0.27, 0.81, 0.9]);
    }
}
