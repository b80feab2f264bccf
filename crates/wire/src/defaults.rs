//! What all documents of a batch have in common.

use serde_json::{Map, Value};

use crate::{
    RequestLimits,
    fields::{self, Fields},
    json,
    known::{self, KnownEntities},
    options::Options,
    problem::Problem,
    request,
};

/// Fields that a document of a batch has where it does not have its own; options are filled in one by one.
#[derive(Clone, Default, PartialEq)]
pub struct Defaults {
    fields: Map<String, Value>,
    // Read once, and shared by the documents.
    known_entities: KnownEntities,
}

impl std::fmt::Debug for Defaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Defaults").field(&self.fields.len()).finish()
    }
}

impl Defaults {
    /// Reads the object at `/defaults`: `options`, `known_entities`, `language` and `published_at`.
    ///
    /// # Errors
    /// A problem that lists what is wrong with it.
    pub fn from_value(value: Value, limits: &RequestLimits) -> Result<Self, Problem> {
        let kept = match &value {
            Value::Object(object) => {
                let others = object.iter().filter(|(name, _)| *name != "known_entities");
                others.map(|(name, value)| (name.clone(), value.clone())).collect()
            }
            _ => Map::new(),
        };
        let mut faults = Vec::new();
        let mut fields = Fields::new(value, "/defaults/", &mut faults);
        request::published_at(&mut fields);
        request::language(&mut fields);
        let known_entities = fields.take("known_entities");
        let options = fields.take("options");
        fields.finish();
        let known_entities = known_entities
            .map(|value| known::read(value, "/defaults/known_entities", limits, &mut faults))
            .unwrap_or_default();
        if let Some(options) = options {
            Options::read(options, "/defaults/options/", &mut faults);
        }
        match fields::problem(faults, limits.errors_max) {
            Some(problem) => Err(problem),
            None => Ok(Self { fields: kept, known_entities }),
        }
    }

    /// Reads the first line of a batch in NDJSON, if that holds defaults and no document.
    #[must_use]
    pub fn from_line(line: &[u8], limits: &RequestLimits) -> Option<Result<Self, Problem>> {
        // A long document is not read twice.
        let opening = json::without_bom(line).trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
        if !opening.starts_with(b"\"defaults\"") {
            return None;
        }
        let value = match json::parse(line) {
            Ok(Value::Object(mut object)) if object.len() == 1 => object.shift_remove("defaults")?,
            Ok(_) => return None,
            Err(problem) => return Some(Err(problem)),
        };
        match value {
            Value::Null => Some(Ok(Self::default())),
            value => Some(Self::from_value(value, limits)),
        }
    }

    /// The entities of documents that list none of their own.
    pub(crate) fn known_entities(&self) -> KnownEntities {
        self.known_entities.clone()
    }

    /// The document with what it does not have itself. A null counts as absent.
    pub(crate) fn fill(&self, document: Value) -> Value {
        match document {
            Value::Object(mut object) => {
                merge(&mut object, &self.fields);
                Value::Object(object)
            }
            other => other,
        }
    }
}

fn merge(object: &mut Map<String, Value>, defaults: &Map<String, Value>) {
    for (name, default) in defaults {
        match object.get_mut(name) {
            None | Some(Value::Null) => {
                object.insert(name.clone(), default.clone());
            }
            Some(Value::Object(own)) if name == "options" => {
                if let Value::Object(defaults) = default {
                    merge(own, defaults);
                }
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn defaults(value: Value) -> Defaults {
        Defaults::from_value(value, &RequestLimits::default()).unwrap()
    }

    #[test]
    fn a_document_has_the_defaults_where_it_says_nothing() {
        let defaults = defaults(json!({
            "published_at": "2025-03-05", "language": "en",
            "options": {"offset_unit": "utf16", "include": ["quotes"]}
        }));
        let filled = defaults.fill(json!({"body": "x", "language": null, "options": {"offset_unit": "utf8"}}));
        let expected = json!({
            "body": "x", "language": "en", "published_at": "2025-03-05",
            "options": {"offset_unit": "utf8", "include": ["quotes"]}
        });
        assert_eq!(filled, expected);
        assert_eq!(defaults.fill(json!(7)), json!(7));
        assert_eq!(defaults.fill(json!({"options": 7}))["options"], json!(7));
    }

    #[test]
    fn faults_of_defaults_are_named() {
        for (value, pointer) in [
            (json!([]), "/defaults"),
            (json!({"body": "x"}), "/defaults/body"),
            (json!({"options": {"unit": 1}}), "/defaults/options/unit"),
            (json!({"known_entities": [{"id": "a"}]}), "/defaults/known_entities/0/name"),
            (json!({"published_at": "soon"}), "/defaults/published_at"),
        ] {
            let problem = Defaults::from_value(value.clone(), &RequestLimits::default()).unwrap_err();
            assert_eq!(serde_json::to_value(problem.details("1")).unwrap()["errors"][0]["pointer"], pointer, "{value}");
        }
    }

    #[test]
    fn only_a_line_of_defaults_is_one() {
        let read = |line: &str| Defaults::from_line(line.as_bytes(), &RequestLimits::default());
        assert_eq!(read("\u{feff} { \"defaults\": {}}"), Some(Ok(Defaults::default())));
        assert_eq!(read(r#"{"defaults": null}"#), Some(Ok(Defaults::default())));
        assert!(read(r#"{"defaults": 7}"#).unwrap().is_err());
        assert!(read(r#"{"defaults": {}"#).unwrap().is_err());
        for line in [r#"{"body": "\"defaults\""}"#, r#"{"defaults": {}, "body": "x"}"#, "", "{", "7"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
