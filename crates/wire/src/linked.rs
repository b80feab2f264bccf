//! The answer as JSON-LD: terms of schema.org where it has them, `urn:dateline:term:` for all others. The context stands
//! in the document, so that no processor needs the network.
//!
//! Whatever the answer has comes over: a field without a term of schema.org keeps its name behind the prefix `dl`, and
//! an id becomes an IRI. Only what is null is left out.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::{
    ExtractResponse,
    response::{Entity, Event, Quote},
    terms::{EntityType, FactualityValue, FieldName, Resolution},
};

/// What Wikidata's identifiers begin with as URIs.
pub(crate) const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// The prefixes of the context. A caller's id may begin like one of them, and is then no IRI.
const PREFIXES: [(&str, &str); 2] = [("dl", "urn:dateline:term:"), ("oa", "http://www.w3.org/ns/oa#")];

/// The answer as a `NewsArticle`.
pub(crate) fn document(response: &ExtractResponse<'_>) -> Value {
    let iris = Iris::of(response);
    let mut answer = members(response);
    let mut take = |name: &str| answer.shift_remove(name).unwrap_or_default();
    let [id, language, entities, quotes, events] = ["id", "language", "entities", "quotes", "events"].map(&mut take);
    let entities = response.entities.iter().zip(items(entities));
    let (about, others): (Vec<_>, Vec<_>) =
        entities.partition(|(entity, _)| entity.mentions.iter().any(|mention| mention.span.field == FieldName::Title));
    let nodes = |found: Vec<(&Entity<'_>, Value)>| -> Vec<Value> {
        found.into_iter().map(|(entity, value)| iris.entity(entity, value)).collect()
    };
    let (about, mut mentions) = (nodes(about), nodes(others));
    mentions.extend(response.events.iter().zip(items(events)).map(|(event, value)| iris.event(event, value)));
    let quotes: Vec<Value> =
        response.quotes.iter().zip(items(quotes)).map(|(quote, value)| iris.quote(quote, value)).collect();
    let head = json!({
        "@context": context(), "@id": iris.article, "@type": "NewsArticle", "identifier": id, "inLanguage": language,
        "about": about, "mentions": mentions, "hasPart": quotes,
    });
    iris.joined(head, answer)
}

fn context() -> Value {
    let mut context = json!({
        "@version": 1.1,
        "@vocab": "https://schema.org/",
        "sameAs": {"@type": "@id"},
        "additionalType": {"@type": "@id"},
        "eventStatus": {"@type": "@vocab"},
        // Their order matters, and so do pairs of numbers.
        "dl:chain": {"@container": "@list"},
        "dl:ranges": {"@type": "@json"},
        "dl:offsets": {"@type": "@json"},
    });
    for (prefix, iri) in PREFIXES {
        context[prefix] = iri.into();
    }
    context
}

fn members(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(members)) => members,
        _ => unreachable!("answers are objects with string keys"),
    }
}

fn items(list: Value) -> Vec<Value> {
    match list {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

/// The IRIs of one answer.
pub(crate) struct Iris {
    /// The caller's id of the article where it is an IRI, or else a name made of the text's hash.
    pub(crate) article: String,
}

impl Iris {
    pub(crate) fn of(response: &ExtractResponse<'_>) -> Self {
        let own = response.id.clone().filter(|id| is_iri(id));
        Self { article: own.unwrap_or_else(|| format!("urn:dateline:text:{}", response.meta.text_sha256)) }
    }

    /// The IRI of what has this id in the answer.
    pub(crate) fn iri(&self, id: &str) -> String {
        format!("{}#{id}", self.article)
    }

    fn reference(&self, id: &str) -> Value {
        json!({"@id": self.iri(id)})
    }

    fn entity(&self, entity: &Entity<'_>, value: Value) -> Value {
        let mut node = json!({"@type": class(entity.r#type)});
        if entity.r#type == EntityType::Person && !entity.roles.is_empty() {
            node["jobTitle"] = entity.roles.iter().map(|role| role.title).collect();
        }
        self.joined(node, object(value))
    }

    fn quote(&self, quote: &Quote<'_>, value: Value) -> Value {
        let text: Vec<&str> = quote.content.iter().map(|segment| &*segment.text).collect();
        let mut node = json!({"@type": "Quotation", "text": text.join(" ")});
        if let Some(speaker) = &quote.speaker {
            node["spokenByCharacter"] = match (&speaker.entity_id, speaker.resolution) {
                (Some(id), _) => self.reference(id),
                (None, Resolution::Collective) => json!({"@type": "Organization", "name": speaker.name}),
                (None, Resolution::Anonymous) => json!({"@type": "Person", "name": speaker.name}),
                (None, _) => json!({"name": speaker.name}),
            };
        }
        self.joined(node, object(value))
    }

    fn event(&self, event: &Event<'_>, value: Value) -> Value {
        let status = match event.factuality.value {
            FactualityValue::Actual | FactualityValue::Planned => "EventScheduled",
            FactualityValue::Negated => "dl:negated",
            FactualityValue::Hypothetical => "dl:hypothetical",
            FactualityValue::Generic => "dl:generic",
        };
        let mut node = json!({"@type": "Event", "eventStatus": status});
        if let Some(date) = event.time.as_ref().and_then(|time| date(time.value?)) {
            node["startDate"] = date.into();
        }
        if let Some(place) = &event.place {
            node["location"] = match &place.entity_id {
                Some(id) => self.reference(id),
                None => json!({"@type": "Place", "name": place.span.text}),
            };
        }
        self.joined(node, object(value))
    }

    /// A node with the members of an object of the answer.
    fn joined(&self, node: Value, members: Map<String, Value>) -> Value {
        let mut node = object(node);
        node.retain(|_, value| !value.is_null());
        for (name, value) in members {
            self.add(&mut node, &name, value);
        }
        node.into()
    }

    fn add(&self, node: &mut Map<String, Value>, name: &str, value: Value) {
        let (name, value) = match (name, value) {
            (_, Value::Null) => return,
            ("ids", Value::Object(ids)) => return identify(node, ids),
            ("id", Value::String(id)) => ("@id".to_owned(), self.iri(&id).into()),
            ("type", Value::String(kind)) => ("additionalType".to_owned(), format!("dl:{kind}").into()),
            ("name" | "description", value) => (name.to_owned(), value),
            ("text", value) => ("oa:exact".to_owned(), value),
            ("ranges" | "offsets", value) => (format!("dl:{name}"), value),
            (_, Value::String(id)) if name.ends_with("_id") => {
                (format!("dl:{}", name.trim_end_matches("_id")), self.reference(&id))
            }
            (_, value) => (format!("dl:{name}"), self.node(value)),
        };
        node.insert(name, value);
    }

    fn node(&self, value: Value) -> Value {
        match value {
            Value::Array(items) => items.into_iter().map(|item| self.node(item)).collect(),
            Value::Object(members) => self.joined(json!({}), members),
            value => value,
        }
    }
}

/// Ids by scheme: Wikidata's as its IRI, any other as a property value.
fn identify(node: &mut Map<String, Value>, ids: Map<String, Value>) {
    let mut others = Vec::new();
    for (scheme, id) in ids {
        match (scheme.as_str(), id.as_str()) {
            ("wikidata", Some(id)) => {
                node.insert("sameAs".to_owned(), format!("{WIKIDATA}{id}").into());
            }
            _ => others.push(json!({"@type": "PropertyValue", "propertyID": scheme, "value": id})),
        }
    }
    if !others.is_empty() {
        node.insert("identifier".to_owned(), others.into());
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn class(of: EntityType) -> &'static str {
    match of {
        EntityType::Person => "Person",
        EntityType::Organization => "Organization",
        EntityType::Location | EntityType::Facility => "Place",
        EntityType::Product => "Product",
        EntityType::Event => "Event",
        EntityType::Work => "CreativeWork",
        EntityType::Law => "Legislation",
        EntityType::Group | EntityType::Misc => "Thing",
    }
}

/// A TIMEX3 value as a date or date-time of ISO 8601, if it is one: not a week, a season or a decade.
fn date(value: &str) -> Option<&str> {
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    let is_day = [4, 7, 10].contains(&day.len())
        && day
            .bytes()
            .enumerate()
            .all(|(i, byte)| if [4, 7].contains(&i) { byte == b'-' } else { byte.is_ascii_digit() });
    let is_time = |time: &str| time.len() >= 5 && time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':');
    is_day.then(|| if time.is_none_or(is_time) { value } else { day })
}

/// Whether an id is an absolute IRI to which a fragment can be added.
fn is_iri(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && PREFIXES.iter().all(|(prefix, _)| *prefix != scheme)
        && !rest.is_empty()
        && !id.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`#".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_are_iris_are_kept() {
        for (id, expected) in [
            ("urn:newsroom:4711", true),
            ("https://example.org/a?b=c", true),
            ("cms:17", true),
            ("4711", false),
            ("dl:17", false),
            ("_:b0", false),
            ("a:", false),
            ("a b:c", false),
            ("urn:x y", false),
            ("https://example.org/#a", false),
        ] {
            assert_eq!(is_iri(id), expected, "{id}");
        }
    }

    #[test]
    fn calendar_values_are_dates() {
        for (value, expected) in [
            ("2025-08-24", Some("2025-08-24")),
            ("2025-08", Some("2025-08")),
            ("2025", Some("2025")),
            ("2025-08-24T15:00", Some("2025-08-24T15:00")),
            ("2025-08-24TEV", Some("2025-08-24")),
            ("2025-W34", None),
            ("202X", None),
            ("XXXX-08-24", None),
            ("P2Y", None),
            ("PRESENT_REF", None),
            ("T15:00", None),
        ] {
            assert_eq!(date(value), expected, "{value}");
        }
    }
}
