//! Whole articles annotated in our own scheme: entities, quotes with their speakers, descriptions, and events.
//!
//! - `entities`: one of an entity's names reads like one of the corpus' forms, and the types are equal; one to one.
//! - `quotes`: as in [`quotes`], on attributions of speech.
//! - `nominals`: descriptions that overlap the corpus' and whose entity is named as the one that is meant.
//! - `described`: the articles that have their descriptions annotated; release 1.0.0 of the model learned from the others
//!   of `choose`.
//! - `source_mentions`: of the speakers found through a pronoun or a description, the share whose entity has a mention at
//!   the quote's source. It needs no annotation.

mod events;
pub(crate) mod speakers;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use self::{events::EventTally, speakers::SpeakerTally};
use super::{
    events::matches,
    quotes::{self, KindRecall, QuoteScores, attribution},
};
use crate::{
    Answer, Counts, EvaluationError, Prf, Run,
    answer::{Entity, Mention, Range, overlaps},
    corpus::{Article, Attribution, GoldEntity, Text, ask, part},
    figures::Ratio,
    words::folded,
};

pub use self::events::HappeningScores;

/// Scores of a collection of articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleScores {
    /// Articles.
    pub articles: usize,
    /// Entities.
    pub entities: Prf,
    /// Quotes.
    pub quotes: ArticleQuotes,
    /// Speakers of matched quotes, in percent.
    pub speaker_accuracy: f64,
    /// Matched quotes whose speaker is not found, in percent.
    pub speaker_unknown: f64,
    /// Matched quotes of the right kind, in percent.
    pub quote_type_accuracy: f64,
    /// Descriptions that are mentions of the entity they mean.
    pub nominals: Prf,
    /// Sources of speakers found through a pronoun or a description that are mentions of their speaker.
    pub source_mentions: SourceMentions,
    /// Events.
    pub events: HappeningScores,
    /// The same over those articles alone whose descriptions are annotated, where the others are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub described: Option<Box<Self>>,
}

/// Scores of quotes that whole articles publish.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleQuotes {
    /// Contents with the same words.
    pub content_exact: Prf,
    /// Shared words of contents.
    pub soft: Prf,
    /// Contents that share more than 30 % of the corpus' characters.
    #[serde(rename = "ggt@0.3")]
    pub ggt_30: Prf,
    /// Recall by kind.
    pub recall_by_kind: BTreeMap<&'static str, KindRecall>,
    /// Sources that share a word, in percent.
    pub source_overlap: f64,
}

/// A share in percent, and of how many.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SourceMentions {
    /// In percent.
    pub share: f64,
    /// Sources.
    pub of: usize,
}

impl From<QuoteScores> for ArticleQuotes {
    fn from(scores: QuoteScores) -> Self {
        let QuoteScores { content_exact, soft, ggt_30, recall_by_kind, source_overlap, .. } = scores;
        Self { content_exact, soft, ggt_30, recall_by_kind, source_overlap }
    }
}

/// Measures the articles of `data/NAME.jsonl`; none where they are absent.
///
/// # Errors
/// [`EvaluationError`] when they cannot be read.
pub fn measure(run: &mut Run<'_>, name: &str) -> Result<Option<ArticleScores>, EvaluationError> {
    let Some(articles) = part::<Article>(run.data, name)? else { return Ok(None) };
    let answers = ask(run, &articles, &json!({}));
    let read: Vec<_> = articles.iter().zip(&answers).collect();
    let described: Vec<_> = read.iter().copied().filter(|(article, _)| article.nominals.is_some()).collect();
    let are_some = !described.is_empty() && described.len() < read.len();
    let described = are_some.then(|| Box::new(scores(&described)));
    Ok(Some(ArticleScores { described, ..scores(&read) }))
}

fn scores(read: &[(&Article, &Answer)]) -> ArticleScores {
    let mut tally = Tally::default();
    for (article, answer) in read {
        tally.add(article, answer);
    }
    tally.scores(read.len())
}

/// The forms by which an article's entities are named, folded, by their names.
pub(crate) type Named<'a> = BTreeMap<&'a str, BTreeSet<String>>;

/// The forms of an article's entities, by their names.
pub(crate) fn named(article: &Article) -> Named<'_> {
    article.entities.iter().map(|entity| (entity.name.as_str(), forms(entity))).collect()
}

fn forms(entity: &GoldEntity) -> BTreeSet<String> {
    entity.aliases.iter().chain([&entity.name]).map(|form| folded(form)).collect()
}

/// The names by which an entity was found.
fn names_of(entity: &Entity) -> BTreeSet<String> {
    let names = entity.mentions.iter().filter(|mention| mention.is_name()).map(|mention| folded(&mention.span.text));
    names.chain([folded(&entity.name)]).collect()
}

/// Counts over articles.
#[derive(Default)]
struct Tally {
    entities: Counts,
    quotes: quotes::Tally,
    speakers: SpeakerTally,
    nominals: Counts,
    sources: Ratio,
    events: EventTally,
}

impl Tally {
    fn add(&mut self, article: &Article, answer: &Answer) {
        let named = named(article);
        self.add_entities(article, answer);
        let gold: Vec<Attribution> = article
            .quotes
            .iter()
            .map(|quote| Attribution {
                kind: Some(quote.kind.clone()),
                content: quote.content_spans.clone(),
                cue: quote.cue_span.into_iter().collect(),
                source: quote.source_span.into_iter().collect(),
            })
            .collect();
        let found: Vec<Attribution> = answer.quotes.iter().map(attribution).collect();
        self.quotes.add(article.text(), &gold, &found);
        self.speakers.add(article, answer, &named);
        self.add_nominals(article, answer, &named);
        self.add_sources(answer);
        self.events.add(article, answer, &named);
    }

    fn add_entities(&mut self, article: &Article, answer: &Answer) {
        let gold: Vec<_> = article.entities.iter().map(|entity| (forms(entity), entity.kind.as_str())).collect();
        let is_named = |entity: &&Entity| entity.mentions.iter().any(Mention::is_name);
        let found = answer.entities.iter().filter(is_named).map(|entity| (names_of(entity), entity.r#type.as_str()));
        let found: Vec<_> = found.collect();
        let right = matches(&gold, &found, |a, b| a.1 == b.1 && !a.0.is_disjoint(&b.0));
        self.entities += Counts { right, found: found.len(), expected: gold.len() };
    }

    fn add_nominals(&mut self, article: &Article, answer: &Answer, named: &Named<'_>) {
        let Some(gold) = &article.nominals else { return };
        let mut found: Vec<(Range, BTreeSet<String>)> = Vec::new();
        for entity in &answer.entities {
            let nominals = entity.mentions.iter().filter(|mention| mention.form == "nominal");
            let inside = nominals.filter(|mention| mention.span.is_in_body());
            found.extend(inside.map(|mention| (mention.span.range(), names_of(entity))));
        }
        let right = matches(gold, &found, |a, b| {
            overlaps(a.span, b.0) && named.get(a.entity.as_str()).is_some_and(|forms| !forms.is_disjoint(&b.1))
        });
        self.nominals += Counts { right, found: found.len(), expected: gold.len() };
    }

    fn add_sources(&mut self, answer: &Answer) {
        for quote in &answer.quotes {
            let (Some(source), Some(speaker)) = (&quote.source, &quote.speaker) else { continue };
            let entity = answer.entities.iter().find(|entity| Some(&entity.id) == speaker.entity_id.as_ref());
            let (Some(entity), "pronoun" | "nominal") = (entity, speaker.resolution.as_str()) else { continue };
            let at_source =
                |span: &crate::answer::Span| span.field == source.field && overlaps(span.range(), source.range());
            self.sources.add(entity.mentions.iter().any(|mention| at_source(&mention.span)));
        }
    }

    fn scores(self, articles: usize) -> ArticleScores {
        let [speaker_accuracy, speaker_unknown, quote_type_accuracy] = self.speakers.percent();
        ArticleScores {
            articles,
            entities: self.entities.into(),
            quotes: self.quotes.scores().into(),
            speaker_accuracy,
            speaker_unknown,
            quote_type_accuracy,
            nominals: self.nominals.into(),
            source_mentions: SourceMentions { share: self.sources.percent(), of: self.sources.whole },
            events: self.events.scores(),
            described: None,
        }
    }
}
