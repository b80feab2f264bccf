//! Links to knowledge bases: the one in the binary, the caller's own entities, and an operator's files.

use std::fs;

use axum::http::StatusCode;
use dateline_kb::Kb;
use serde_json::{Value, json};

use crate::{
    cli::{dateline, text},
    support::{Reply, Service, post_to},
};

const BODY: &str =
    "Angela Merkel met Ottoline Quandt in Oslo on Tuesday. Quandt later flew to Norway's second city, Bergen.";

async fn linked(request: Value) -> Reply {
    let reply = Service::new().extract(&request).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    reply
}

fn entity<'a>(answer: &'a Value, name: &str) -> &'a Value {
    let entities = answer["entities"].as_array().unwrap();
    entities.iter().find(|entity| entity["name"] == name).unwrap_or_else(|| panic!("{name} in {answer}"))
}

/// An entity of the caller's that no other base has.
fn quandt() -> Value {
    json!([{"id": "cms:17", "name": "Ottoline Quandt", "type": "person", "description": "envoy", "same_as": "Q99999999"}])
}

#[tokio::test]
async fn an_entity_has_its_item_or_a_reason() {
    let reply = linked(json!({"body": BODY, "published_at": "2021-03-02"})).await;
    let answer = reply.json();
    let oslo = entity(&answer, "Oslo");
    assert_eq!((&oslo["ids"], &oslo["nil_reason"]), (&json!({"wikidata": "Q585"}), &Value::Null));
    assert_eq!((&oslo["link"]["source"], &oslo["link"]["name"]), (&json!("wikidata"), &json!("Oslo")));
    assert!(oslo["link"]["score"].as_f64().is_some_and(|score| (0.5..=1.0).contains(&score)), "{oslo}");
    assert!(oslo["link"]["description"].is_string() && oslo["link"].get("candidates").is_none(), "{oslo}");
    assert_eq!(entity(&answer, "Angela Merkel")["ids"], json!({"wikidata": "Q567"}));
    let unknown = entity(&answer, "Ottoline Quandt");
    assert_eq!((&unknown["ids"], &unknown["link"]), (&json!({}), &Value::Null));
    assert_eq!(unknown["nil_reason"], "not_in_kb");
    for entity in answer["entities"].as_array().unwrap() {
        assert_eq!(entity["ids"] == json!({}), entity["nil_reason"].is_string(), "{entity}");
        assert_eq!(entity["link"].is_null(), entity["nil_reason"].is_string(), "{entity}");
    }
    let base = answer["meta"]["knowledge_base"][0].as_str().unwrap();
    assert!(base.starts_with("wikidata/20"), "{base}");
    let again = linked(json!({"body": BODY, "published_at": "2021-03-02"})).await;
    assert_eq!(again.bytes, reply.bytes);
}

#[tokio::test]
async fn the_callers_own_entities_are_found_first() {
    let known = json!([
        {"id": "cms:17", "name": "Ottoline Quandt", "type": "person", "same_as": "Q99999999"},
        {"id": "cms:18", "name": "Oslo", "aliases": ["Christiania"], "type": "location", "country": "NO"}
    ]);
    let answer = linked(json!({"body": BODY, "known_entities": known})).await.json();
    let quandt = entity(&answer, "Ottoline Quandt");
    assert_eq!(quandt["ids"], json!({"known": "cms:17", "wikidata": "Q99999999"}));
    assert_eq!((&quandt["link"]["source"], &quandt["link"]["description"]), (&json!("known"), &Value::Null));
    let oslo = entity(&answer, "Oslo");
    assert_eq!(
        (&oslo["ids"], &oslo["link"]["source"]),
        (&json!({"known": "cms:18", "wikidata": "Q585"}), &json!("known"))
    );
    assert_eq!(answer["meta"]["knowledge_base"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn links_can_be_left_out_and_candidates_shown() {
    let off = linked(json!({"body": BODY, "options": {"link": "off"}})).await.json();
    for entity in off["entities"].as_array().unwrap() {
        let (ids, link, reason) = (&entity["ids"], &entity["link"], &entity["nil_reason"]);
        assert_eq!((ids, link, reason), (&json!({}), &Value::Null, &Value::Null));
    }
    let full = linked(json!({"body": BODY, "options": {"link": "full"}})).await.json();
    let link = &entity(&full, "Oslo")["link"];
    let candidates = link["candidates"].as_array().unwrap();
    assert!((1..=5).contains(&candidates.len()), "{link}");
    assert_eq!((&candidates[0]["ids"]["wikidata"], &candidates[0]["score"]), (&json!("Q585"), &link["score"]));
    let certain = linked(json!({"body": BODY, "options": {"min_confidence": {"links": 1.0}}})).await.json();
    assert_eq!(entity(&certain, "Oslo")["nil_reason"], "below_threshold");
}

#[tokio::test]
async fn a_batch_has_known_entities_for_all_its_documents() {
    let own = json!([{"id": "x:1", "name": "Ottoline Quandt"}]);
    let documents = [
        json!({"body": BODY}),
        json!({"body": BODY, "known_entities": own}),
        json!({"body": BODY, "known_entities": []}),
    ];
    let defaults = json!({"known_entities": quandt()});
    let service = Service::new();
    let batch = json!({"defaults": defaults, "documents": documents}).to_string();
    let whole = service.send(post_to("/v1/batch", "application/json", batch)).await.json();
    let lines: Vec<String> = [json!({"defaults": defaults})].iter().chain(&documents).map(Value::to_string).collect();
    let streamed = service.send(post_to("/v1/batch", "application/x-ndjson", lines.join("\n"))).await.text();
    let streamed: Vec<Value> = streamed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(whole["results"].as_array().unwrap(), &streamed);
    let known = streamed.iter().map(|answer| &entity(answer, "Ottoline Quandt")["ids"]["known"]);
    assert_eq!(known.collect::<Vec<_>>(), [&json!("cms:17"), &json!("x:1"), &Value::Null]);
}

#[tokio::test]
async fn faults_of_known_entities_are_named() {
    let service = Service::new();
    let many: Vec<Value> = (0..1001).map(|i| json!({"id": format!("{i}"), "name": "Roe"})).collect();
    for (known, code, pointer) in [
        (json!({"id": "a"}), "field_invalid", "/known_entities"),
        (json!([{"id": "a", "name": "Roe", "alias": "R"}]), "field_unknown", "/known_entities/0/alias"),
        (json!([{"id": "a"}]), "field_missing", "/known_entities/0/name"),
        (json!(many), "field_invalid", "/known_entities"),
    ] {
        let reply = service.extract(&json!({"body": BODY, "known_entities": known})).await;
        assert_eq!((reply.status, reply.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, code));
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer);
    }
    let reply = service.extract(&json!({"body": BODY, "options": {"link": "best"}})).await;
    assert!(reply.text().contains("off, precise, full"), "{}", reply.text());
}

#[tokio::test]
async fn info_describes_the_base() {
    let info = Service::new().get("/v1/info").await.json();
    let base = &info["knowledge_bases"][0];
    assert_eq!((&base["name"], base["sha256"].as_str().unwrap().len()), (&json!("wikidata"), 64));
    assert!(base["entities"].as_u64().unwrap() > 300_000 && base["date"].is_string(), "{base}");
    assert!(!base["licences"].as_array().unwrap().is_empty() && !base["sources"].as_array().unwrap().is_empty());
    let entities = json!([{"id": "a", "name": "Roe"}]);
    let answer = linked(json!({"body": BODY, "known_entities": entities})).await.json();
    assert_eq!(answer["meta"]["knowledge_base"], json!([base["id"]]));
}

#[test]
fn an_operators_table_is_compiled_and_asked_first() {
    let folder = std::env::temp_dir().join(format!("dateline-kb-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let table = "id,name,aliases,type,country,same_as\n17,Ottoline Quandt,O. Quandt|Otti Quandt,person,NO,\n18,Oslo,,location,NO,Q585\n";
    fs::write(file("people.csv"), table).unwrap();
    let built = dateline(&["kb", "build", &file("people.csv"), "-o", &file("people.kb")], b"");
    assert!(built.status.success() && text(&built.stderr).contains("2 entities"), "{}", text(&built.stderr));
    Kb::open(fs::read(file("people.kb")).unwrap()).unwrap();
    let mut answers = Vec::new();
    for source in ["people.csv", "people.kb"] {
        let read = dateline(&["extract", "-", "--kb", &format!("cms={}", file(source))], BODY.as_bytes());
        assert!(read.status.success(), "{}", text(&read.stderr));
        let answer: Value = serde_json::from_slice(&read.stdout).unwrap();
        assert_eq!(entity(&answer, "Ottoline Quandt")["ids"], json!({"cms": "17"}));
        assert_eq!(entity(&answer, "Oslo")["ids"], json!({"cms": "18", "wikidata": "Q585"}));
        assert_eq!(answer["meta"]["knowledge_base"].as_array().unwrap().len(), 2);
        answers.push(answer);
    }
    fs::write(file("bad.csv"), "id,name\n1,\n").unwrap();
    for (argument, said) in [
        (format!("cms={}", file("bad.csv")), "line 2: the name is empty"),
        (format!("cms={}", file("no.kb")), "no.kb"),
        (format!("wikidata={}", file("people.kb")), "a base that is built in"),
        (file("people.kb"), "NAME=FILE"),
    ] {
        let refused = dateline(&["extract", "-", "--kb", &argument], BODY.as_bytes());
        assert!(!refused.status.success() && text(&refused.stderr).contains(said), "{}", text(&refused.stderr));
    }
    fs::remove_dir_all(folder).unwrap();
    assert_eq!(answers[0]["entities"], answers[1]["entities"]);
}
