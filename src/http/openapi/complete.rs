//! What the generated description lacks: a bound for every number, defaults in words, and headers that are described once.

use serde_json::{Map, Value, json};

/// The largest integer that every reader of JSON keeps exact (RFC 8259, 6).
const EXACT_INTEGER_MAX: i64 = (1 << 53) - 1;

/// Completes a description.
pub(super) fn complete(description: &mut Value) {
    bound(description);
    tell_defaults(description);
    let mut headers = Map::new();
    share_headers(&mut description["paths"], &mut headers);
    description["components"]["headers"] = Value::Object(headers);
}

/// Gives every integer the bounds that its format has, where it has no narrower ones.
fn bound(node: &mut Value) {
    match node {
        Value::Object(members) => {
            if is_integer(members) {
                let max = if members.get("format") == Some(&json!("int32")) {
                    i64::from(i32::MAX)
                } else {
                    EXACT_INTEGER_MAX
                };
                members.entry("minimum").or_insert(json!(0));
                members.entry("maximum").or_insert(json!(max));
            }
            members.values_mut().for_each(bound);
        }
        Value::Array(items) => items.iter_mut().for_each(bound),
        _ => {}
    }
}

/// Says the default of an optional field in words. Generators of types take a `default` for a promise that the field is
/// there, which a request does not have to keep.
fn tell_defaults(node: &mut Value) {
    match node {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get_mut("properties") {
                for property in properties.values_mut().filter_map(Value::as_object_mut) {
                    if let Some(default) = property.shift_remove("default") {
                        let text = property.get("description").and_then(Value::as_str).unwrap_or_default();
                        let told = format!("{text} Default: `{default}`.");
                        property.insert("description".to_owned(), told.trim_start().into());
                    }
                }
            }
            members.values_mut().for_each(tell_defaults);
        }
        Value::Array(items) => items.iter_mut().for_each(tell_defaults),
        _ => {}
    }
}

/// Whether this is the schema of an integer, or of one or null.
fn is_integer(schema: &Map<String, Value>) -> bool {
    match schema.get("type") {
        Some(Value::String(name)) => name == "integer",
        Some(Value::Array(names)) => names.contains(&json!("integer")),
        _ => false,
    }
}

/// Moves headers to the components, so that a reader sees each once.
fn share_headers(node: &mut Value, shared: &mut Map<String, Value>) {
    match node {
        Value::Object(members) => {
            if let Some(Value::Object(headers)) = members.get_mut("headers") {
                for (name, header) in headers {
                    let first = shared.entry(name.clone()).or_insert_with(|| header.clone());
                    if first == header {
                        *header = json!({"$ref": format!("#/components/headers/{name}")});
                    }
                }
            }
            members.values_mut().for_each(|member| share_headers(member, shared));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| share_headers(item, shared)),
        _ => {}
    }
}
