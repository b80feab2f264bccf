//! Whole articles with entities, quotes and events in our own scheme: `newsroom` and `gold`.

use serde::Deserialize;

use super::Text;
use crate::answer::Range;

#[derive(Deserialize)]
pub(crate) struct Article {
    text: String,
    published_at: Option<String>,
    pub(crate) entities: Vec<GoldEntity>,
    pub(crate) quotes: Vec<GoldQuote>,
    pub(crate) events: Vec<GoldEvent>,
    /// Descriptions that mean a listed entity; only some articles have them annotated.
    pub(crate) nominals: Option<Vec<GoldNominal>>,
}

#[derive(Deserialize)]
pub(crate) struct GoldEntity {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldQuote {
    pub(crate) kind: String,
    pub(crate) content_spans: Vec<Range>,
    pub(crate) cue_span: Option<Range>,
    pub(crate) source_span: Option<Range>,
    pub(crate) speaker: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldEvent {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) trigger_span: Range,
    pub(crate) factuality: String,
    pub(crate) date: Option<String>,
    pub(crate) place: Option<String>,
    /// Events of one type with one label are one happening.
    #[serde(rename = "ref")]
    pub(crate) label: Option<String>,
    pub(crate) args: Vec<GoldArgument>,
}

#[derive(Deserialize)]
pub(crate) struct GoldArgument {
    pub(crate) role: String,
    pub(crate) text: String,
    pub(crate) entity: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldNominal {
    pub(crate) span: Range,
    pub(crate) entity: String,
}

impl Text for Article {
    fn text(&self) -> &str {
        &self.text
    }

    fn published(&self) -> Option<&str> {
        self.published_at.as_deref().filter(|date| !date.is_empty())
    }
}
