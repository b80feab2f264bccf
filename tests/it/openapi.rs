//! The description: committed, complete, and true of what is served.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Method, Request},
};
use dateline::http::{
    openapi::{Access, BatchProblems, ExtractProblems, InfoProblems, ReadyProblems},
    router::openapi_json,
};
use dateline_wire::{Code, Representation};
use serde_json::{Value, json};

use crate::support::{ARTICLE, Service, post_to};

fn description() -> Value {
    serde_json::from_str(&openapi_json(Access::Open)).unwrap()
}

fn extract(description: &Value) -> &Value {
    &description["paths"]["/v1/extract"]["post"]
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The schema that a `$ref` names, or the schema itself.
fn resolve<'a>(description: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => &description["components"]["schemas"][reference.rsplit('/').next().unwrap()],
        None => schema,
    }
}

/// Checks a value against the parts of JSON Schema that the description uses.
fn conforms(description: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    let schema = resolve(description, schema);
    if schema == &json!({}) {
        return Ok(());
    }
    if let Some(options) = schema["anyOf"].as_array() {
        let fits = options.iter().any(|option| conforms(description, option, value).is_ok());
        return if fits { Ok(()) } else { Err(format!("{value} fits none of {schema}")) };
    }
    if let Some(options) = schema["oneOf"].as_array() {
        let fits = options.iter().filter(|option| conforms(description, option, value).is_ok()).count();
        return if fits == 1 { Ok(()) } else { Err(format!("{value} fits {fits} of {schema}")) };
    }
    if let Some(parts) = schema["allOf"].as_array() {
        if !value.is_object() {
            return Err(format!("{value} is no object"));
        }
        let members =
            parts.iter().flat_map(|part| keys(&resolve(description, part)["properties"])).collect::<BTreeSet<_>>();
        if let Some(unknown) = keys(value).difference(&members).next() {
            return Err(format!("{unknown} is not in {schema}"));
        }
        return parts.iter().try_for_each(|part| conforms_object(description, resolve(description, part), value));
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return Err(format!("{schema} has no type")),
    };
    let actual = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() && types.contains(&"integer") => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !types.contains(&actual) {
        return Err(format!("{value} is no {types:?}"));
    }
    if schema["enum"].as_array().is_some_and(|choices| !choices.contains(value)) {
        return Err(format!("{value} is none of {}", schema["enum"]));
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| conforms(description, &schema["items"], item)),
        Value::Object(members) => {
            let mut others = members.iter().filter(|(name, _)| schema["properties"].get(name).is_none());
            if let map @ Value::Object(_) = &schema["additionalProperties"] {
                others.try_for_each(|(_, value)| conforms(description, map, value))?;
            } else if let Some((unknown, _)) = others.next() {
                return Err(format!("{unknown} is not in {schema}"));
            }
            conforms_object(description, schema, value)
        }
        _ => Ok(()),
    }
}

/// Checks the members that an object schema knows, and that none it requires is missing.
fn conforms_object(description: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    for required in schema["required"].as_array().into_iter().flatten() {
        value.get(required.as_str().unwrap()).ok_or_else(|| format!("{required} is missing in {value}"))?;
    }
    let known = schema["properties"].as_object().into_iter().flatten();
    known
        .filter_map(|(name, schema)| value.get(name).map(|value| (schema, value)))
        .try_for_each(|(schema, value)| conforms(description, schema, value))
}

/// Whether two answers are the same but for the last digits of confidences, in which processors differ.
fn close(shown: &Value, answered: &Value) -> Result<(), String> {
    match (shown, answered) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            a.values().zip(b.values()).try_for_each(|(a, b)| close(a, b))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a.iter().zip(b).try_for_each(|(a, b)| close(a, b)),
        (Value::Number(a), Value::Number(b)) if a.is_f64() && b.is_f64() => {
            let near = (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= 0.05;
            if near { Ok(()) } else { Err(format!("{a} is not {b}")) }
        }
        (a, b) if a == b => Ok(()),
        (a, b) => Err(format!("{a} is not {b}")),
    }
}

/// All schemas in a description, with where they are.
fn schemas<'a>(node: &'a Value, place: &str, found: &mut Vec<(String, &'a Value)>) {
    match node {
        Value::Object(members) => {
            if members.contains_key("type") || members.contains_key("enum") {
                found.push((place.to_owned(), node));
            }
            for (name, member) in members.iter().filter(|(name, _)| !name.starts_with("example")) {
                schemas(member, &format!("{place}/{name}"), found);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| schemas(item, &format!("{place}/{i}"), found));
        }
        _ => {}
    }
}

#[test]
fn numbers_have_bounds_and_enums_say_what_their_values_mean() {
    let description = description();
    let mut found = Vec::new();
    schemas(&description["components"]["schemas"], "", &mut found);
    schemas(&description["paths"], "", &mut found);
    for (place, schema) in found {
        let types = schema["type"].to_string();
        if types.contains("integer") || types.contains("number") {
            assert!(schema["minimum"].is_number() && schema["maximum"].is_number(), "{place}: {schema}");
        }
        let values = schema["enum"].as_array().into_iter().flatten();
        for value in values.filter(|_| !place.ends_with("/EventTypeId")) {
            let text = schema["description"].as_str().unwrap_or_default();
            assert!(text.contains(&format!("`{}`", value.as_str().unwrap())), "{place}: {value} is not described");
        }
    }
    for (name, schema) in description["components"]["schemas"].as_object().unwrap() {
        assert!(schema["description"].is_string(), "{name} has no description");
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let refers = |schema: &Value| schema.get("$ref").is_some();
            let mut options = property["oneOf"].as_array().into_iter().flatten();
            let described = property["description"].is_string() || refers(property) || options.any(refers);
            assert!(described, "{name}.{field} has no description");
        }
    }
}

#[test]
fn unions_with_a_tag_say_which_it_is() {
    let union = &description()["components"]["schemas"]["AssertedBy"];
    assert_eq!(union["discriminator"]["propertyName"], "kind");
    assert_eq!(union["discriminator"]["mapping"]["speaker"], "#/components/schemas/AssertedBySpeaker");
    assert!(union["oneOf"].as_array().unwrap().iter().all(|option| option["$ref"].is_string()), "{union}");
}

#[test]
fn operations_and_properties_come_in_the_order_of_a_reader() {
    let text = openapi_json(Access::Open);
    let paths = description()["paths"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        paths,
        ["/v1/extract", "/v1/batch", "/v1/ninjs", "/v1/info", "/openapi.json", "/livez", "/readyz", "/metrics"]
    );
    let entity = &description()["components"]["schemas"]["Entity"]["properties"];
    let names: Vec<_> = entity.as_object().unwrap().keys().take(4).cloned().collect();
    assert_eq!(names, ["id", "type", "name", "confidence"]);
    assert!(text.contains("\"url\": \"./\"") && !text.contains("x-ndjson\":"), "NDJSON is described in words");
}

#[test]
fn the_description_of_a_service_with_keys_says_so() {
    let open: Value = serde_json::from_str(&openapi_json(Access::Open)).unwrap();
    let keyed: Value = serde_json::from_str(&openapi_json(Access::Keys)).unwrap();
    assert_eq!(open["security"], json!([]));
    assert_eq!(keyed["security"], json!([{"bearer": []}, {"header": []}]));
    assert_eq!(keyed["paths"]["/livez"]["get"]["security"], json!([]));
    assert!(keyed["paths"]["/v1/extract"]["post"].get("security").is_none());
    assert!(open["paths"]["/livez"]["get"].get("security").is_none());
}

#[test]
fn the_committed_description_is_that_of_the_handlers() {
    let committed = include_str!("../../openapi/openapi.json");
    let current = openapi_json(Access::Open);
    assert!(committed.trim_end() == current, "run: cargo run -- openapi > openapi/openapi.json");
}

#[tokio::test]
async fn every_operation_is_served_and_has_an_example() {
    let (service, description) = (Service::new(), description());
    assert_eq!(service.get("/openapi.json").await.json(), description);
    assert_eq!(description["openapi"], "3.1.0");
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let reply = service.send(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await;
            let status = reply.status.as_u16().to_string();
            assert!(operation["responses"].get(&status).is_some(), "{path} answers {status}");
            for (status, response) in operation["responses"].as_object().unwrap() {
                for (media_type, content) in response["content"].as_object().into_iter().flatten() {
                    let has_example = content.get("example").or(content.get("examples")).is_some();
                    assert!(has_example, "{path} {status} {media_type} has no example");
                }
                for header in ["X-Request-Id", "Server-Timing", "Cache-Control"] {
                    assert!(response["headers"].get(header).is_some(), "{path} {status} {header}");
                }
            }
        }
    }
}

#[test]
fn every_code_belongs_to_an_operation_or_to_none() {
    let of_operations: BTreeSet<_> =
        [ExtractProblems::CODES, BatchProblems::CODES, InfoProblems::CODES, ReadyProblems::CODES]
            .concat()
            .iter()
            .map(|code| code.as_str())
            .collect();
    let others: Vec<_> = Code::ALL.iter().filter(|code| !of_operations.contains(code.as_str())).collect();
    assert_eq!(others, [&Code::NotFound, &Code::MethodNotAllowed]);
    let description = description();
    for code in ExtractProblems::CODES {
        let response = &extract(&description)["responses"][code.status().to_string()];
        let example = &response["content"]["application/problem+json"]["examples"][code.as_str()]["value"];
        assert_eq!(example["code"], code.as_str());
        assert_eq!(conforms(&description, &description["components"]["schemas"]["Problem"], example), Ok(()));
    }
}

#[tokio::test]
async fn answers_conform_to_the_description() {
    let (service, description) = (Service::new(), description());
    let schemas = &description["components"]["schemas"];
    for options in [
        json!({}),
        json!({"offset_unit": "all", "evidence": true, "attributions": "all"}),
        json!({"include": ["times"]}),
    ] {
        let answer = service
            .extract(&json!({"title": "News", "body": ARTICLE, "published_at": "2025-03-05", "options": options}))
            .await
            .json();
        assert_eq!(conforms(&description, &schemas["ExtractResponse"], &answer), Ok(()));
    }
    let info = service.get("/v1/info").await.json();
    assert_eq!(conforms(&description, &schemas["Info"], &info), Ok(()));
    for body in [json!({}), json!({"body": "x", "y": 1}), json!({"body": "x".repeat(200_001)})] {
        let problem = service.extract(&body).await.json();
        assert_eq!(conforms(&description, &schemas["Problem"], &problem), Ok(()));
    }
}

#[tokio::test]
async fn the_worked_example_shows_what_the_service_answers_to_it() {
    let (service, description) = (Service::new(), description());
    let operation = extract(&description);
    let request = &operation["requestBody"]["content"]["application/json"]["example"];
    assert_eq!(conforms(&description, &description["components"]["schemas"]["ExtractRequest"], request), Ok(()));
    let answer = service.extract(request).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let mut answers = Vec::new();
    for (form, file) in Representation::ALL.into_iter().zip(["answer", "linked", "annotations"]) {
        let answer = service.extract_as(form.media_type(), request).await.json();
        if std::env::var_os("DATELINE_UPDATE_EXAMPLES").is_some() {
            let file = format!("{}/src/http/openapi/extract_{file}.json", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(file, format!("{answer:#}\n")).unwrap();
        }
        answers.push((form.media_type(), answer));
    }
    if std::env::var_os("DATELINE_UPDATE_EXAMPLES").is_some() {
        return;
    }
    let shown = &operation["responses"]["200"]["content"];
    for (media_type, answer) in &answers {
        let told = "run this test with DATELINE_UPDATE_EXAMPLES=1, then the others";
        assert_eq!(close(&shown[*media_type]["example"], answer), Ok(()), "{media_type}: {told}");
    }
    for list in ["entities", "quotes", "events", "times"] {
        assert_ne!(answer.json()[list], json!([]), "{list} has nothing to show");
    }
}

#[tokio::test]
async fn the_worked_batch_shows_what_the_service_answers_to_it() {
    let (service, description) = (Service::new(), description());
    let operation = &description["paths"]["/v1/batch"]["post"];
    let schemas = &description["components"]["schemas"];
    let media_type = "application/json";
    let request = &operation["requestBody"]["content"][media_type]["example"];
    let mut sent = post_to("/v1/batch", media_type, request.to_string());
    sent.headers_mut().insert("x-request-id", "5f8d2c1e".parse().unwrap());
    let reply = service.send(sent).await.json();
    assert_eq!(close(&operation["responses"]["200"]["content"][media_type]["example"], &reply), Ok(()));
    assert_eq!(conforms(&description, &schemas["BatchRequest"], request), Ok(()));
    assert_eq!(conforms(&description, &schemas["BatchResponse"], &reply), Ok(()));
}

#[tokio::test]
async fn the_request_schema_lists_the_fields_that_are_read_and_no_others() {
    let (service, description) = (Service::new(), description());
    let schemas = &description["components"]["schemas"];
    for (schema, wrap) in [("ExtractRequest", false), ("Options", true)] {
        for field in keys(&schemas[schema]["properties"]) {
            // A field of the wrong type is invalid where it is known, and unknown otherwise.
            let object = json!({field: [[]]});
            let body = if wrap { json!({"body": "x", "options": object}) } else { object };
            let errors = service.extract(&body).await.json()["errors"].clone();
            let details: Vec<_> =
                errors.as_array().unwrap().iter().map(|error| error["detail"].as_str().unwrap()).collect();
            assert!(!details.iter().any(|detail| detail.starts_with("unknown field")), "{field}: {errors}");
        }
    }
}
