//! The fields and options of a request, as flags. The service's own code checks them, so that both accept the same values.

use std::fs;

use dateline_wire::published;
use serde_json::{Map, Value, json};

/// What is known of the articles, and what to find in them.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Article")]
pub(super) struct RequestArgs {
    /// The headline.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The standfirst or summary.
    #[arg(long, value_name = "TEXT")]
    r#abstract: Option<String>,
    /// The byline as printed.
    #[arg(long, value_name = "TEXT")]
    byline: Option<String>,
    /// The place in the dateline; its time zone decides which day "today" is.
    #[arg(long, value_name = "PLACE")]
    dateline: Option<String>,
    /// When it was published: a date (2025-08-24) or a date-time (2025-08-24T18:05:00+03:00). Relative dates count from it.
    #[arg(long, value_parser = published_at, value_name = "DATE")]
    published_at: Option<String>,
    /// How the articles are written. By default files that end in .html, .htm or .xhtml are HTML, and others plain text.
    #[arg(long, value_name = "TYPE", value_parser = ["text", "html"])]
    body_type: Option<String>,
    /// The language of the articles, which is detected by default. Only English (en) is supported.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// File with entities of your own to link names to: a JSON list, as `known_entities` of a request. For CSV, see --kb.
    #[arg(long, value_parser = known_entities, value_name = "FILE")]
    known_entities: Option<Value>,
    /// Which findings to return, separated by commas: entities, quotes, events, times.
    #[arg(long, value_delimiter = ',', value_name = "LIST", help_heading = "Findings")]
    include: Vec<String>,
    /// The unit of offsets: `code_point` (default), utf16, utf8 or all.
    #[arg(long, value_name = "UNIT", help_heading = "Findings")]
    offset_unit: Option<String>,
    /// How to link entities: precise (default), full, which also lists candidates, or off.
    #[arg(long, value_name = "MODE", help_heading = "Findings")]
    link: Option<String>,
    /// Which attributions count as quotes: speech (default) or all, which includes beliefs and intentions.
    #[arg(long, value_name = "KIND", help_heading = "Findings")]
    attributions: Option<String>,
    /// Least confidence: a number for all findings (0.8), or one for each kind (quotes=0.8,events=0.6).
    #[arg(long, value_parser = min_confidence, value_name = "FLOOR", help_heading = "Findings")]
    min_confidence: Option<Value>,
    /// Name the rule that decided on each finding.
    #[arg(long, help_heading = "Findings")]
    evidence: bool,
}

fn published_at(text: &str) -> Result<String, String> {
    published::parse(text).map(|_| text.to_owned()).ok_or_else(|| format!("must be {}", published::EXPECTED))
}

/// The list in a file; the service's own code checks its items.
fn known_entities(file: &str) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let list = serde_json::from_str::<Vec<Value>>(&text);
    list.map(Value::from).map_err(|error| format!("it must hold a JSON list of entities: {error}"))
}

/// A number, or `quotes=0.8,events=0.6`.
fn min_confidence(text: &str) -> Result<Value, String> {
    let number = |text: &str| text.parse::<f64>().map_err(|_| format!("{text:?} is not a number from 0 to 1"));
    if !text.contains('=') {
        return Ok(json!(number(text)?));
    }
    let floor = |part: &str| {
        let (kind, floor) = part.split_once('=').ok_or_else(|| format!("{part:?} must be KIND=NUMBER"))?;
        Ok((kind.trim().to_owned(), json!(number(floor.trim())?)))
    };
    text.split(',').map(floor).collect::<Result<Map<_, _>, String>>().map(Value::Object)
}

impl RequestArgs {
    /// The request for an article, as a caller of the service would send it.
    pub(super) fn with(&self, id: Option<&str>, body: String, is_html: bool) -> Value {
        let body_type = self.body_type.as_deref().unwrap_or(if is_html { "html" } else { "text" });
        let fields = [
            ("id", id.map(Value::from)),
            ("title", self.title.as_deref().map(Value::from)),
            ("abstract", self.r#abstract.as_deref().map(Value::from)),
            ("body", Some(body.into())),
            ("body_type", Some(body_type.into())),
            ("byline", self.byline.as_deref().map(Value::from)),
            ("dateline", self.dateline.as_deref().map(Value::from)),
            ("published_at", self.published_at.as_deref().map(Value::from)),
            ("language", self.language.as_deref().map(Value::from)),
            ("known_entities", self.known_entities.clone()),
            ("options", Some(self.options())),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect::<Map<_, _>>().into()
    }

    fn options(&self) -> Value {
        let options = [
            ("include", (!self.include.is_empty()).then(|| json!(self.include))),
            ("offset_unit", self.offset_unit.as_deref().map(Value::from)),
            ("link", self.link.as_deref().map(Value::from)),
            ("attributions", self.attributions.as_deref().map(Value::from)),
            ("min_confidence", self.min_confidence.clone()),
            ("evidence", self.evidence.then_some(true.into())),
        ];
        options.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect::<Map<_, _>>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_are_a_number_or_one_for_each_kind() {
        for (text, expected) in [
            ("0.8", Some(json!(0.8))),
            ("quotes=0.8, events=0.6", Some(json!({"quotes": 0.8, "events": 0.6}))),
            ("much", None),
            ("quotes=much", None),
            ("quotes=0.8,events", None),
        ] {
            assert_eq!(min_confidence(text).ok(), expected, "{text}");
        }
    }
}
