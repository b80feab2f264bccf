//! `POST /v1/ninjs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use axum::http::StatusCode;
use dateline::http::{openapi::Access, router::openapi_json};
use dateline_wire::ninjs::EXTENSION;
use serde_json::{Value, json};

use crate::support::{Reply, Service, post_to};

const REQUEST: &str = include_str!("../../src/http/openapi/ninjs_request.json");

async fn enrich(service: &Service, item: impl Into<Vec<u8>>) -> Reply {
    service.send(post_to("/v1/ninjs", "application/json", item.into())).await
}

/// The names that each version's schema gives the lists, and the members of their entries that the service writes.
fn names(item: &Value) -> ([&'static str; 5], &'static [&'static str]) {
    if item.get("bodies").is_some() {
        let lists = ["people", "organisations", "places", "events", "objects"];
        return (lists, &["name", "rel", "uri", "literal"]);
    }
    (["person", "organisation", "place", "event", "object"], &["name", "rel", "scheme", "code"])
}

/// Checks that `after` is `before` with new entries, and nothing else; gives the names of the new ones.
fn added(before: &Value, after: &Value) -> BTreeSet<String> {
    let (lists, members) = names(before);
    let (mut rest_before, mut rest_after) = (before.clone(), after.clone());
    let mut added = BTreeSet::new();
    for list in lists {
        let entries = |item: &Value| item.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        let (old, new) = (entries(before), entries(after));
        assert_eq!(new[..old.len()], old, "{list}");
        for entry in &new[old.len()..] {
            for (name, value) in entry.as_object().unwrap() {
                assert!(members.contains(&name.as_str()) && value.is_string(), "{entry}");
            }
            assert!(["uri", "scheme"].iter().all(|name| {
                entry.get(name).is_none_or(|uri| uri.as_str().unwrap().starts_with("http://www.wikidata.org/entity/"))
            }));
            assert!(!entry["name"].as_str().unwrap().is_empty() && entry["rel"].is_string(), "{entry}");
            added.insert(entry["name"].as_str().unwrap().to_owned());
        }
        for item in [&mut rest_before, &mut rest_after] {
            item.as_object_mut().unwrap().shift_remove(list);
        }
    }
    assert_eq!(rest_before, rest_after);
    added
}

/// The item without the entries at the end of each list that it did not have before, as the bytes of its members.
fn is_within(before: &str, after: &str) -> bool {
    let mut rest = before.bytes().peekable();
    for byte in after.bytes() {
        rest.next_if_eq(&byte);
    }
    rest.peek().is_none()
}

#[tokio::test]
async fn items_of_every_version_are_enriched_and_stay_as_they_came() {
    let service = Service::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ninjs");
    let (mut count, mut with_entries) = (0, 0);
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let sent = fs::read_to_string(&path).unwrap();
        let before = sent.trim_start_matches('\u{feff}');
        let reply = enrich(&service, sent.clone()).await;
        assert_eq!(reply.status, StatusCode::OK, "{path:?}: {}", reply.text());
        let after = reply.text();
        let item: Value = serde_json::from_str(before).unwrap();
        let new = added(&item, &reply.json());
        assert!(is_within(before, &after), "{path:?}: {after}");
        with_entries += usize::from(!new.is_empty());
        count += 1;
        // What was added is not added again.
        let again = enrich(&service, after.clone()).await;
        assert_eq!(again.text(), after, "{path:?}");
    }
    assert_eq!((count, with_entries), (20, 20));
}

#[tokio::test]
async fn the_example_is_what_the_service_answers() {
    let reply = enrich(&Service::new(), REQUEST).await;
    assert_eq!(reply.status, StatusCode::OK);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/http/openapi/ninjs_answer.json");
    if std::env::var_os("DATELINE_UPDATE_EXAMPLES").is_some() {
        fs::write(file, &reply.bytes).unwrap();
    }
    assert_eq!(reply.text(), fs::read_to_string(file).unwrap());
    let people = reply.json()["people"].clone();
    assert_eq!(people.as_array().unwrap().len(), 1, "{people}");
}

/// The published schema of the extension: the answer's, from the description.
fn extension_schema() -> Value {
    let description = openapi_json(Access::Open).replace("#/components/schemas/", "#/$defs/");
    let schemas = serde_json::from_str::<Value>(&description).unwrap()["components"]["schemas"].take();
    let (mut definitions, mut wanted) = (BTreeMap::new(), vec!["ExtractResponse".to_owned()]);
    while let Some(name) = wanted.pop() {
        let schema = schemas[&name].clone();
        let text = schema.to_string();
        let named = text.split("#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        wanted.extend(named.filter(|name| !definitions.contains_key(name)));
        definitions.insert(name, schema);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dateline:ninjs-extension",
        "title": "The member x_dateline of a ninjs item",
        "description": "What POST /v1/extract answers to the article of the item; the fields title and body are the item's \
            headline and body. The schema says nothing of the item's other members.",
        "type": "object",
        "required": [EXTENSION],
        "properties": {EXTENSION: {"$ref": "#/$defs/ExtractResponse"}},
        "$defs": definitions,
    })
}

#[test]
fn the_committed_schema_of_the_extension_is_that_of_the_answer() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/ninjs-extension.schema.json");
    let current = format!("{:#}\n", extension_schema());
    if std::env::var_os("DATELINE_UPDATE_EXAMPLES").is_some() {
        fs::write(file, &current).unwrap();
    }
    assert!(fs::read_to_string(file).unwrap() == current, "run this test with DATELINE_UPDATE_EXAMPLES=1");
}

#[tokio::test]
async fn the_extension_is_what_extract_answers_and_replaces_an_older_one() {
    let service = Service::new();
    let extend =
        async |item: &str| service.send(post_to("/v1/ninjs?extension=true", "application/json", item.to_owned())).await;
    let article = "“We will stay,” said Ana Prado. Police arrested two protesters in Lisbon on Monday.";
    let items = [
        json!({"headline": "Prado stays", "body_text": article, "versioncreated": "2025-10-08"}),
        json!({"headlines": [{"value": "Prado stays"}], "bodies": [{"value": article}], "versioncreated": "2025-10-08"}),
        json!({"headlines": [{"value": "Prado stays"}], "bodies": [{"value": article}], "versionCreated": "2025-10-08"}),
    ];
    let request = json!({"title": "Prado stays", "body": article, "published_at": "2025-10-08"});
    let answer = service.extract(&request).await.json();
    for list in ["entities", "quotes", "events", "times"] {
        assert_ne!(answer[list], json!([]), "{list}");
    }
    for item in items {
        let plain = enrich(&service, item.to_string()).await;
        let extended = extend(&item.to_string()).await;
        let mut parts = extended.json();
        assert_eq!(parts.as_object_mut().unwrap().shift_remove(EXTENSION), Some(answer.clone()), "{item}");
        assert_eq!(parts, plain.json());
        assert_eq!(extend(&extended.text()).await.text(), extended.text());
        let stale = format!("{{\"{EXTENSION}\": {{\"old\": [1]}}, {}", &item.to_string()[1..]);
        assert_eq!(extend(&stale).await.json()[EXTENSION], answer);
        assert_eq!(enrich(&service, stale).await.json()[EXTENSION], json!({"old": [1]}));
    }
}

#[tokio::test]
async fn what_cannot_be_enriched_is_a_problem() {
    let service = Service::new();
    for (item, status, code) in [
        (r#"{"body_text": ""}"#, 422, "field_missing"),
        (r#"{"body_html": "<p> </p>"}"#, 422, "text_empty"),
        (r#"{"body_text": "x", "body_html": "<p>x</p>"}"#, 422, "field_invalid"),
        (r#"{"body_text": "\udc00"}"#, 400, "json_malformed"),
        (r#"{"body_text": "x", "person": {}}"#, 422, "field_invalid"),
        (
            r#"{"body_text": "La maire a ouvert une ligne nouvelle vers le port, et les ouvriers de la ville étaient là mardi."}"#,
            422,
            "language_unsupported",
        ),
    ] {
        let reply = enrich(&service, item).await;
        assert_eq!((reply.status.as_u16(), reply.code().as_str()), (status, code), "{item}");
    }
    let text = service.send(post_to("/v1/ninjs", "text/plain", "Rain fell.")).await;
    assert_eq!(text.code(), "media_type_unsupported");
    let query = service.send(post_to("/v1/ninjs?extend=true", "application/json", REQUEST)).await;
    assert_eq!(query.code(), "parameter_unknown");
    let null = r#"{"body_text": "Ana Prado sang in Lisbon.", "place": null}"#;
    assert!(enrich(&service, null).await.json()["place"].is_array());
    let many = format!(
        r#"{{"body_text": "Rain fell.", "person": [{}{{"name": "Ann"}}]}}"#,
        r#"{"name": "Ann"},"#.repeat(50_000)
    );
    assert_eq!(enrich(&service, many.clone()).await.text(), many);
}
