//! Tables of entities, as newsrooms export them: CSV with a header line, or one JSON object a line. Columns are those of
//! `known_entities`: `id`, `name`, `aliases`, `type`, `country`, `description`, `same_as`. In CSV `|` separates aliases.

use dateline_kb::{Alias, Id, Kind, NameKind, Record};
use serde::Deserialize;

/// Why a table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The header of a CSV file lacks a column or has an unknown one.
    #[error(
        "the header must have the columns id and name, and may have aliases, type, country, description and same_as: {0}"
    )]
    Header(String),
    /// A row cannot be read.
    #[error("line {0}: {1}")]
    Row(u64, RowError),
}

/// What is wrong with a row.
#[derive(Debug, thiserror::Error)]
pub enum RowError {
    /// It is not CSV.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// It is not a JSON object with these fields.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// It has no name.
    #[error("the name is empty")]
    Name,
    /// Its type is not one of the types of entities.
    #[error(
        "{0:?} is not a type; types: person, organization, location, group, facility, product, event, work, law, misc"
    )]
    Type(String),
    /// Its country is not an ISO 3166-1 code.
    #[error("{0:?} is not a country; use two capital letters")]
    Country(String),
    /// Its Wikidata item is malformed.
    #[error("{0:?} is not a Wikidata item, such as Q42")]
    SameAs(String),
}

/// A row of either kind.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<L> {
    id: String,
    name: String,
    #[serde(default)]
    aliases: Option<L>,
    #[serde(default)]
    r#type: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    same_as: Option<String>,
}

/// Reads a CSV file.
pub(super) fn csv(bytes: &[u8]) -> Result<Vec<Record>, TableError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    if let Err(error) = reader.headers().cloned().map_err(|error| error.to_string()).and_then(|header| check(&header)) {
        return Err(TableError::Header(error));
    }
    let row = |row: csv::Result<Row<String>>| {
        let line = || row.as_ref().err().and_then(csv::Error::position).map(csv::Position::line);
        (line(), row)
    };
    let mut records = Vec::new();
    for (at, found) in (2..).zip(reader.deserialize().map(row)) {
        let (line, found) = found;
        let aliases =
            |row: &Row<String>| row.aliases.clone().unwrap_or_default().split('|').map(str::to_owned).collect();
        let record = found.map_err(RowError::from).and_then(|row| record(aliases(&row), row));
        records.push(record.map_err(|error| TableError::Row(line.unwrap_or(at), error))?);
    }
    Ok(records)
}

fn check(header: &csv::StringRecord) -> Result<(), String> {
    const KNOWN: [&str; 7] = ["id", "name", "aliases", "type", "country", "description", "same_as"];
    if let Some(unknown) = header.iter().find(|column| !KNOWN.contains(column)) {
        return Err(format!("{unknown:?} is unknown"));
    }
    match ["id", "name"].into_iter().find(|&needed| !header.iter().any(|column| column == needed)) {
        Some(missing) => Err(format!("{missing} is missing")),
        None => Ok(()),
    }
}

/// Reads a file of one JSON object a line; blank lines are skipped.
pub(super) fn ndjson(bytes: &[u8]) -> Result<Vec<Record>, TableError> {
    let lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).zip(1..);
    lines
        .filter(|(line, _)| !line.is_empty())
        .map(|(line, number)| {
            let row = serde_json::from_slice::<Row<Vec<String>>>(line).map_err(RowError::from);
            let read = row.and_then(|mut row| record(row.aliases.take().unwrap_or_default(), row));
            read.map_err(|error| TableError::Row(number, error))
        })
        .collect()
}

fn record<L>(aliases: Vec<String>, row: Row<L>) -> Result<Record, RowError> {
    let given = |cell: Option<String>| cell.filter(|text| !text.is_empty());
    if row.name.trim().is_empty() {
        return Err(RowError::Name);
    }
    let kind = match given(row.r#type) {
        None => Kind::Other,
        Some(name) => Kind::of_id(&name).ok_or(RowError::Type(name))?,
    };
    let country = match given(row.country) {
        None => None,
        Some(code) => Some(country(&code).ok_or(RowError::Country(code))?),
    };
    let same_as = match given(row.same_as) {
        None => None,
        Some(id) => Some(item(&id).ok_or(RowError::SameAs(id))?),
    };
    let aliases = aliases.into_iter().filter(|alias| !alias.trim().is_empty());
    Ok(Record {
        same_as,
        aliases: aliases.map(|text| Alias { text, kind: NameKind::Alias }).collect(),
        country,
        description: row.description.unwrap_or_default(),
        ..Record::new(Id::Text(row.id), &row.name, kind)
    })
}

fn country(code: &str) -> Option<[u8; 2]> {
    code.as_bytes().try_into().ok().filter(|code: &[u8; 2]| code.iter().all(u8::is_ascii_uppercase))
}

fn item(id: &str) -> Option<u32> {
    id.strip_prefix('Q')?.parse().ok().filter(|&item| item > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_table_say_the_same() {
        let csv_text = "name,id,aliases,type,country,same_as\nJane Roe,17,J. Roe|Roe,person,CA,Q42\nAcme,18,,,,\n";
        let json_text = "{\"id\":\"17\",\"name\":\"Jane Roe\",\"aliases\":[\"J. Roe\",\"Roe\"],\"type\":\"person\",\"country\":\"CA\",\"same_as\":\"Q42\"}\n\n{\"id\":\"18\",\"name\":\"Acme\"}";
        let (from_csv, from_json) = (csv(csv_text.as_bytes()).unwrap(), ndjson(json_text.as_bytes()).unwrap());
        assert_eq!(from_csv, from_json);
        assert_eq!((from_csv[0].aliases.len(), from_csv[0].same_as, from_csv[1].kind), (2, Some(42), Kind::Other));
    }

    #[test]
    fn faults_name_their_line() {
        for (text, line) in [
            ("id,name\n1,Roe\n2,\n", 3),
            ("id,name,type\n1,Roe,planet\n", 2),
            ("id,name,country\n1,Roe,can\n", 2),
            ("id,name,same_as\n1,Roe,42\n", 2),
            ("id,name\n1,Roe\n2\n", 3),
        ] {
            match csv(text.as_bytes()) {
                Err(TableError::Row(found, _)) => assert_eq!(found, line, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        assert!(matches!(csv(b"id,label\n"), Err(TableError::Header(_))));
        assert!(matches!(csv(b"id\n"), Err(TableError::Header(_))));
        assert!(matches!(ndjson(b"{\"id\":\"1\",\"name\":\"Roe\"}\n{}"), Err(TableError::Row(2, _))));
    }
}
