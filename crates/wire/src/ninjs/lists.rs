//! Which list an entity belongs to, and how an entry writes it.

use serde_json::{Map, Value};

use super::Version;
use crate::{
    linked::WIKIDATA,
    response::Entity,
    terms::{EntityType, FieldName},
};

/// The place of an entity's list among those of [`Version::lists`].
pub(super) fn list_of(of: EntityType) -> Option<usize> {
    match of {
        EntityType::Person => Some(0),
        EntityType::Organization => Some(1),
        EntityType::Location | EntityType::Facility => Some(2),
        EntityType::Event => Some(3),
        EntityType::Product | EntityType::Work | EntityType::Law => Some(4),
        EntityType::Group | EntityType::Misc => None,
    }
}

/// The members that identify an entity in an entry.
pub(super) fn identity(entity: &Entity<'_>, version: Version) -> Vec<(&'static str, String)> {
    let wikidata = entity.ids.get("wikidata");
    let other = entity.ids.iter().find(|(scheme, _)| **scheme != "wikidata").map(|(_, id)| id.to_string());
    match (version, wikidata, other) {
        (Version::One, Some(id), _) => vec![("scheme", WIKIDATA.to_owned()), ("code", id.to_string())],
        (Version::One, None, Some(id)) => vec![("code", id)],
        (_, Some(id), None) => vec![("uri", format!("{WIKIDATA}{id}"))],
        (_, Some(id), Some(other)) => vec![("uri", format!("{WIKIDATA}{id}")), ("literal", other)],
        (_, None, Some(other)) => vec![("literal", other)],
        (_, None, None) => Vec::new(),
    }
}

/// An entry of a list.
pub(super) fn entry(entity: &Entity<'_>, version: Version) -> Value {
    let in_headline = entity.mentions.iter().any(|mention| mention.span.field == FieldName::Title);
    let rel = if in_headline { "about" } else { "mentions" };
    let mut entry = Map::new();
    entry.insert("name".to_owned(), entity.name.into());
    entry.insert("rel".to_owned(), rel.into());
    for (name, value) in identity(entity, version) {
        entry.insert(name.to_owned(), value.into());
    }
    Value::Object(entry)
}

/// Whether an entry is this entity: it has the same identifier, or no other one of Wikidata's and the same name.
pub(super) fn is_same(entry: &Value, entity: &Entity<'_>) -> bool {
    let text = |name| entry.get(name).and_then(Value::as_str);
    let stated = text("uri").and_then(wikidata_id).or_else(|| {
        let scheme = text("scheme")?;
        text("code").filter(|_| scheme.to_ascii_lowercase().contains("wikidata"))
    });
    match (stated, entity.ids.get("wikidata")) {
        (Some(stated), Some(id)) => stated.eq_ignore_ascii_case(id),
        _ => text("name").is_some_and(|name| {
            let name = name.trim().to_lowercase();
            let linked = entity.link.as_ref().map(|link| link.name);
            linked.into_iter().chain([entity.name]).any(|known| known.to_lowercase() == name)
        }),
    }
}

/// The identifier of a URI of Wikidata's, with either protocol, of an entity or its page.
fn wikidata_id(uri: &str) -> Option<&str> {
    let rest = uri.strip_prefix("http://").or_else(|| uri.strip_prefix("https://"))?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest).strip_prefix("wikidata.org/")?;
    rest.strip_prefix("entity/").or_else(|| rest.strip_prefix("wiki/"))
}
