//! The caller's own entities, in which names are looked up before any knowledge base.

use std::{
    collections::HashSet,
    fmt,
    sync::{Arc, OnceLock},
};

use dateline_kb::{Builder, Date, Id, Kb, Kind, Record};
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{
        Schema, Type,
        schema::{ArrayBuilder, ObjectBuilder, SchemaType},
    },
};

use crate::{
    RequestLimits,
    fields::{Fault, Fields, FromValue},
    problem::Code,
    terms::EntityType,
};

/// Name of the base that a request's own entities form, in `ids` and in `link.source`.
pub const KNOWN: &str = "known";

/// Longest id, in bytes.
const ID_BYTES_MAX: usize = 64;
/// Longest name, alias and description, in characters.
const NAME_CHARS_MAX: usize = 200;
/// Most aliases of an entity.
const ALIASES_MAX: usize = 50;

/// A person or thing that the caller knows. Unknown fields are rejected; null counts as absent.
#[derive(Clone, PartialEq, Eq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownEntity {
    /// The caller's id, of at most 64 bytes; returned as `ids.known`.
    #[schema(min_length = 1, max_length = 64, examples("cms:17"))]
    pub id: String,
    /// Its full name.
    #[schema(min_length = 1, max_length = 200, examples("Ana Prado"))]
    pub name: String,
    /// Other names. A surname can be one, if no other person in your articles has it.
    #[schema(required = false, schema_with = aliases_schema)]
    pub aliases: Vec<String>,
    /// What it is; a name of another type is not linked to it.
    #[schema(value_type = Option<EntityType>, required = false)]
    pub r#type: Option<Kind>,
    /// What it is, in a few words, which are compared with the article.
    #[schema(max_length = 200)]
    pub description: Option<String>,
    /// Its country, as an ISO 3166-1 alpha-2 code.
    #[schema(value_type = Option<String>, pattern = "^[A-Z]{2}$", examples("CA"))]
    pub country: Option<[u8; 2]>,
    /// Its Wikidata item; returned as `ids.wikidata`.
    #[schema(value_type = Option<String>, pattern = "^Q[1-9][0-9]*$", examples("Q42"))]
    pub same_as: Option<u32>,
}

/// The entities of a request, or of all documents of a batch. Clones share them, and the base that they form.
#[derive(Clone, Default)]
pub struct KnownEntities(Arc<Listed>);

#[derive(Default)]
struct Listed {
    entities: Vec<KnownEntity>,
    base: OnceLock<Option<Kb>>,
}

impl KnownEntities {
    /// The base that they form, which the first call compiles; none where there are no entities.
    #[must_use]
    pub fn base(&self) -> Option<&Kb> {
        self.0.base.get_or_init(|| base(&self.0.entities)).as_ref()
    }
}

impl From<Vec<KnownEntity>> for KnownEntities {
    fn from(entities: Vec<KnownEntity>) -> Self {
        Self(Arc::new(Listed { entities, base: OnceLock::new() }))
    }
}

impl PartialEq for KnownEntities {
    fn eq(&self, other: &Self) -> bool {
        self.0.entities == other.0.entities
    }
}

impl fmt::Debug for KnownEntities {
    /// Their number alone: names are the caller's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KnownEntities").field(&self.0.entities.len()).finish()
    }
}

/// A type, as callers write it.
struct TypeName(Kind);

impl FromValue for TypeName {
    fn expected() -> String {
        format!("one of {}", Self::choices().join(", "))
    }

    fn choices() -> &'static [&'static str] {
        &["person", "organization", "location", "group", "facility", "product", "event", "work", "law", "misc"]
    }

    fn from_value(value: Value) -> Option<Self> {
        let word = value.as_str()?;
        Self::choices().contains(&word).then(|| Kind::of_id(word).map(Self))?
    }
}

/// Reads the list at a field, whose pointers begin with `prefix`: "/known_entities".
pub(crate) fn read(value: Value, prefix: &str, limits: &RequestLimits, faults: &mut Vec<Fault>) -> KnownEntities {
    let Value::Array(values) = value else {
        faults.push(Fault::invalid(prefix, "must be an array"));
        return KnownEntities::default();
    };
    if values.len() > limits.known_entities_max {
        let (actual, limit) = (values.len(), limits.known_entities_max);
        faults.push(Fault::invalid(prefix, format!("has {actual} entities; the limit is {limit}")));
        return KnownEntities::default();
    }
    let mut ids = HashSet::new();
    let mut read = Vec::with_capacity(values.len());
    for (i, value) in values.into_iter().enumerate() {
        let prefix = format!("{prefix}/{i}/");
        if let Some(entity) = one(value, &prefix, faults) {
            if !ids.insert(entity.id.clone()) {
                faults.push(Fault::invalid(&format!("{prefix}id"), "is the id of another entity too"));
            }
            read.push(entity);
        }
    }
    read.into()
}

fn one(value: Value, prefix: &str, faults: &mut Vec<Fault>) -> Option<KnownEntity> {
    let mut fields = Fields::new(value, prefix, faults);
    let id = required(&mut fields, "id");
    if id.as_ref().is_some_and(|id| id.is_empty() || id.len() > ID_BYTES_MAX) {
        fields.reject(Code::FieldInvalid, "id", format!("must have 1 to {ID_BYTES_MAX} bytes"));
    }
    let name = required(&mut fields, "name");
    if name.as_ref().is_some_and(|name| !is_name(name)) {
        fields.reject(Code::FieldInvalid, "name", format!("must have 1 to {NAME_CHARS_MAX} characters"));
    }
    let aliases: Vec<String> = fields.list("aliases").unwrap_or_default();
    if aliases.len() > ALIASES_MAX || !aliases.iter().all(|alias| is_name(alias)) {
        let detail = format!("must be at most {ALIASES_MAX} names of 1 to {NAME_CHARS_MAX} characters");
        fields.reject(Code::FieldInvalid, "aliases", detail);
    }
    let kind = fields.optional::<TypeName>("type").map(|TypeName(kind)| kind);
    let description: Option<String> = fields.optional("description");
    if description.as_ref().is_some_and(|text| text.chars().count() > NAME_CHARS_MAX) {
        fields.reject(Code::FieldInvalid, "description", format!("must have at most {NAME_CHARS_MAX} characters"));
    }
    let country = fields.read_with("country", Code::FieldInvalid, "two capital letters: an ISO 3166-1 code", country);
    let same_as = fields.read_with("same_as", Code::FieldInvalid, "a Wikidata item, such as Q42", item);
    fields.finish();
    Some(KnownEntity { id: id?, name: name?, aliases, r#type: kind, description, country, same_as })
}

fn required(fields: &mut Fields<'_>, name: &'static str) -> Option<String> {
    match fields.take(name) {
        Some(Value::String(text)) => Some(text),
        Some(_) => {
            fields.reject(Code::FieldInvalid, name, "must be a string".to_owned());
            None
        }
        None => {
            fields.reject(Code::FieldMissing, name, "is required".to_owned());
            None
        }
    }
}

fn aliases_schema() -> Schema {
    let name = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(NAME_CHARS_MAX));
    let list = ArrayBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Array, Type::Null]))
        .items(name)
        .max_items(Some(ALIASES_MAX))
        .description(Some("Other names. A surname can be one, if no other person in your articles has it."));
    list.into()
}

fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= NAME_CHARS_MAX
}

fn country(code: &str) -> Option<[u8; 2]> {
    code.as_bytes().try_into().ok().filter(|code: &[u8; 2]| code.iter().all(u8::is_ascii_uppercase))
}

fn item(id: &str) -> Option<u32> {
    id.strip_prefix('Q')?.parse().ok().filter(|&item| item > 0)
}

fn base(entities: &[KnownEntity]) -> Option<Kb> {
    if entities.is_empty() {
        return None;
    }
    // A request's entities are of no date.
    let mut builder = Builder::new(KNOWN, Date { year: 9999, month: 12, day: 31 });
    for entity in entities {
        builder.add(Record {
            same_as: entity.same_as,
            aliases: entity.aliases.iter().map(|alias| alias.as_str().into()).collect(),
            country: entity.country,
            description: entity.description.clone().unwrap_or_default(),
            ..Record::new(Id::Text(entity.id.clone()), &entity.name, entity.r#type.unwrap_or(Kind::Other))
        });
    }
    // Ids were checked when they were read, and a thousand entities are far from any limit.
    Kb::open_trusted(builder.build().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fields;

    fn pointers(value: Value) -> Vec<String> {
        let mut faults = Vec::new();
        let limits = RequestLimits { known_entities_max: 3, ..RequestLimits::default() };
        read(value, "/known_entities", &limits, &mut faults);
        let Some(problem) = fields::problem(faults, 20) else { return Vec::new() };
        let details = serde_json::to_value(problem.details("1")).expect("problems are JSON");
        let errors = details["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["pointer"].as_str().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn faults_are_named_by_their_pointers() {
        for (value, pointer) in [
            (json!({}), "/known_entities"),
            (json!([7]), "/known_entities/0"),
            (json!([{"id": "a", "name": "Roe"}, {"id": "a", "name": "Doe"}]), "/known_entities/1/id"),
            (json!([{"id": "", "name": "Roe"}]), "/known_entities/0/id"),
            (json!([{"id": "x".repeat(65), "name": "Roe"}]), "/known_entities/0/id"),
            (json!([{"id": "a", "name": " "}]), "/known_entities/0/name"),
            (json!([{"id": "a", "name": "Roe", "type": "planet"}]), "/known_entities/0/type"),
            (json!([{"id": "a", "name": "Roe", "country": "can"}]), "/known_entities/0/country"),
            (json!([{"id": "a", "name": "Roe", "same_as": "42"}]), "/known_entities/0/same_as"),
            (json!([{"id": "a", "name": "Roe", "alias": []}]), "/known_entities/0/alias"),
            (json!([1, 2, 3, 4]), "/known_entities"),
        ] {
            assert!(pointers(value.clone()).contains(&pointer.to_owned()), "{value}");
        }
        assert!(pointers(json!([{"id": "a", "name": "Roe", "type": null, "same_as": "Q42"}])).is_empty());
    }

    #[test]
    fn entities_form_a_base() {
        let mut faults = Vec::new();
        let value = json!([{"id": "cms:17", "name": "Jane Roe", "aliases": ["J. Roe"], "type": "person", "country": "CA", "same_as": "Q42"}]);
        let entities = read(value, "/known_entities", &RequestLimits::default(), &mut faults);
        let base = entities.base().expect("there is one");
        for name in ["Jane Roe", "J Roe"] {
            let entity = base.entity(base.lookup(name)[0].entity).expect("it was found");
            assert_eq!(
                (entity.id().to_string(), entity.wikidata(), entity.kind()),
                ("cms:17".to_owned(), Some(42), Kind::Person)
            );
        }
        assert!(KnownEntities::default().base().is_none());
    }
}
