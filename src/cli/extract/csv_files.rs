//! `--format csv`: entities.csv, quotes.csv and events.csv, a row for each finding.

use std::{fs, fs::File, io, path::Path};

use csv::{QuoteStyle, Writer, WriterBuilder};
use serde_json::Value;

use crate::knowledge::WIKIDATA;

const ENTITIES: &[&str] = &[
    "article",
    "id",
    "type",
    "name",
    "title",
    "affiliation",
    "wikidata",
    "other_ids",
    "link_name",
    "link_score",
    "mentions",
    "salience",
    "confidence",
];
const QUOTES: &[&str] = &[
    "article",
    "id",
    "type",
    "act",
    "speaker",
    "speaker_id",
    "title",
    "affiliation",
    "resolution",
    "content",
    "cue",
    "field",
    "start",
    "end",
    "confidence",
];
const EVENTS: &[&str] = &[
    "article",
    "id",
    "type",
    "trigger",
    "factuality",
    "date",
    "place",
    "arguments",
    "asserted_by",
    "field",
    "start",
    "end",
    "salience",
    "confidence",
];

/// The three files.
pub(super) struct CsvFiles {
    entities: Writer<File>,
    quotes: Writer<File>,
    events: Writer<File>,
}

impl CsvFiles {
    /// Makes the folder where it is missing, and the files, which must not exist yet.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let file = |name: &str, columns: &[&str]| {
            let file = File::create_new(folder.join(name))
                .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
            let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(file);
            writer.write_record(columns)?;
            io::Result::Ok(writer)
        };
        Ok(Self {
            entities: file("entities.csv", ENTITIES)?,
            quotes: file("quotes.csv", QUOTES)?,
            events: file("events.csv", EVENTS)?,
        })
    }

    /// Adds the rows of an answer.
    pub(super) fn write(&mut self, article: &str, answer: &Value) -> Result<(), csv::Error> {
        for entity in items(&answer["entities"]) {
            self.entities.write_record(row(article, &entity_cells(entity)))?;
        }
        for quote in items(&answer["quotes"]) {
            self.quotes.write_record(row(article, &quote_cells(quote)))?;
        }
        for event in items(&answer["events"]) {
            self.events.write_record(row(article, &event_cells(event)))?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.entities.flush()?;
        self.quotes.flush()?;
        self.events.flush()
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn row(article: &str, cells: &[String]) -> Vec<String> {
    std::iter::once(article).chain(cells.iter().map(String::as_str)).map(harmless).collect()
}

/// A cell that no spreadsheet takes for a formula: an article could hold one.
fn harmless(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

/// A value as a cell: a string as it is, null as nothing.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn entity_cells(entity: &Value) -> Vec<String> {
    let role = &entity["roles"][0];
    let mentions = items(&entity["mentions"]).count().to_string();
    let others = entity["ids"].as_object().into_iter().flatten().filter(|(scheme, _)| *scheme != WIKIDATA);
    let others: Vec<String> = others.map(|(scheme, id)| format!("{scheme}: {}", cell(id))).collect();
    let mut cells: Vec<String> = ["id", "type", "name"].iter().map(|name| cell(&entity[name])).collect();
    cells.extend([
        cell(&role["title"]),
        cell(&role["affiliation"]["name"]),
        cell(&entity["ids"][WIKIDATA]),
        others.join("; "),
        cell(&entity["link"]["name"]),
        cell(&entity["link"]["score"]),
        mentions,
    ]);
    cells.extend(["salience", "confidence"].iter().map(|name| cell(&entity[name])));
    cells
}

fn quote_cells(quote: &Value) -> Vec<String> {
    let speaker = &quote["speaker"];
    let content: Vec<&str> = items(&quote["content"]).filter_map(|segment| segment["text"].as_str()).collect();
    let span = &quote["span"];
    let mut cells: Vec<String> = ["id", "type", "act"].iter().map(|name| cell(&quote[name])).collect();
    cells.extend(["name", "entity_id", "title", "affiliation", "resolution"].iter().map(|name| cell(&speaker[name])));
    cells.extend([content.join(" … "), cell(&quote["cue"]["text"])]);
    cells.extend(["field", "start", "end"].iter().map(|name| cell(&span[name])));
    cells.push(cell(&quote["confidence"]));
    cells
}

fn event_cells(event: &Value) -> Vec<String> {
    let filled = |argument: &Value| format!("{}: {}", cell(&argument["role"]), cell(&argument["text"]));
    let arguments: Vec<String> = items(&event["arguments"]).map(filled).collect();
    let (trigger, asserted_by) = (&event["trigger"], &event["asserted_by"]);
    let asserted_by = if asserted_by["quote_id"].is_null() { &asserted_by["kind"] } else { &asserted_by["quote_id"] };
    let mut cells = vec![cell(&event["id"]), cell(&event["type"]), cell(&trigger["text"])];
    cells.extend([cell(&event["factuality"]["value"]), cell(&event["time"]["value"]), cell(&event["place"]["text"])]);
    cells.extend([arguments.join("; "), cell(asserted_by)]);
    cells.extend(["field", "start", "end"].iter().map(|name| cell(&trigger[name])));
    cells.extend(["salience", "confidence"].iter().map(|name| cell(&event[name])));
    cells
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_have_a_cell_for_each_column() {
        for value in [
            json!({}),
            json!({"roles": [], "mentions": [{}], "content": [{"text": "a"}, {"text": "b"}], "arguments": []}),
        ] {
            assert_eq!(row("a", &entity_cells(&value)).len(), ENTITIES.len());
            assert_eq!(row("a", &quote_cells(&value)).len(), QUOTES.len());
            assert_eq!(row("a", &event_cells(&value)).len(), EVENTS.len());
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in
            [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2.5", "-2.5"), ("Ana", "Ana"), ("", "")]
        {
            assert_eq!(harmless(text), expected);
        }
    }
}
