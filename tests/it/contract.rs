//! What the contract promises of answers.

use axum::http::StatusCode;
use dateline::model::Model;
use serde_json::{Value, json};

use crate::support::{ARTICLE, Service, post};

fn lists(answer: &Value) -> Vec<&str> {
    let lists = ["entities", "quotes", "events", "times"];
    lists.into_iter().filter(|list| answer.get(list).is_some_and(Value::is_array)).collect()
}

fn ids(answer: &Value, list: &str) -> Vec<String> {
    let findings = answer[list].as_array().into_iter().flatten();
    findings.map(|finding| finding["id"].as_str().unwrap().to_owned()).collect()
}

/// Every `*_id` in the answer, with the ids that it can point at.
fn references<'a>(node: &'a Value, found: &mut Vec<(&'a str, &'a str)>) {
    match node {
        Value::Object(members) => {
            for (name, value) in members {
                if let (true, Some(id)) = (name.ends_with("_id"), value.as_str()) {
                    found.push((name, id));
                }
                references(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn an_article_comes_back_with_all_lists_in_the_order_of_the_contract() {
    let request = json!({"id": "urn:x:1", "body": ARTICLE, "published_at": "2025-03-05"});
    let reply = Service::new().extract(&request).await;
    assert_eq!(reply.status, StatusCode::OK);
    let text = reply.text();
    let lists = ["entities", "quotes", "source_audit", "events", "times"];
    let keys = [&["id", "language", "offset_unit"][..], &lists, &["warnings", "meta"]].concat();
    let places: Vec<_> = keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.first() == Some(&1) && text.contains("\"meta\":{\"service\""));
    let answer = reply.json();
    assert_eq!(answer.as_object().unwrap().len(), keys.len());
    assert_eq!(answer["id"], "urn:x:1");
    assert_eq!(answer["language"], "en");
    assert_eq!(answer["offset_unit"], "code_point");
    assert_eq!(answer["meta"]["service"], dateline_wire::SERVICE);
    assert_eq!(answer["meta"]["model"], Model::embedded().id);
    assert_eq!(answer["meta"]["text_sha256"], dateline_wire::hash::sha256_hex(ARTICLE.as_bytes()));
}

#[tokio::test]
async fn plain_text_is_the_body_of_an_article() {
    let service = Service::new();
    for content_type in ["text/plain", "text/plain; charset=utf-8", "Text/Plain;charset=\"UTF-8\""] {
        let plain = service.send(post(content_type, ARTICLE)).await;
        assert_eq!(plain.status, StatusCode::OK, "{content_type}");
        assert_eq!(plain.json(), service.extract(&json!({"body": ARTICLE})).await.json());
    }
}

#[tokio::test]
async fn an_article_in_which_nothing_is_found_has_empty_lists() {
    let answer = Service::new().extract(&json!({"body": "of"})).await.json();
    assert_eq!(lists(&answer), ["entities", "quotes", "events", "times"]);
    for list in lists(&answer) {
        assert_eq!(answer[list], json!([]), "{list}");
    }
    assert_eq!(answer["id"], Value::Null);
}

#[tokio::test]
async fn include_leaves_lists_out_and_changes_nothing_else() {
    let service = Service::new();
    let whole = service.extract(&json!({"body": ARTICLE})).await.json();
    for include in [&[][..], &["times"], &["entities", "quotes"], &["events", "entities", "events"]] {
        let request = json!({"body": ARTICLE, "options": {"include": include}});
        let part = service.extract(&request).await.json();
        for list in ["entities", "quotes", "events", "times"] {
            let expected = include.contains(&list).then_some(&whole[list]);
            assert_eq!(part.get(list), expected, "{list} of {include:?}");
        }
        assert_eq!(part["warnings"], whole["warnings"]);
    }
}

#[tokio::test]
async fn ids_do_not_depend_on_the_options_and_references_resolve_or_are_null() {
    let service = Service::new();
    let all = json!({"attributions": "all"});
    let whole = service.extract(&json!({"body": ARTICLE, "options": all})).await.json();
    let spoken = service.extract(&json!({"body": ARTICLE})).await.json();
    for options in [
        json!({"min_confidence": 0.5}),
        json!({"min_confidence": 0.8}),
        json!({"min_confidence": 0.9, "attributions": "all"}),
        json!({"min_confidence": 1.0}),
        json!({"attributions": "speech"}),
    ] {
        let part = service.extract(&json!({"body": ARTICLE, "options": options})).await.json();
        for list in ["entities", "quotes", "events", "times"] {
            let known = [ids(&whole, list), ids(&spoken, list)].concat();
            assert!(ids(&part, list).iter().all(|id| known.contains(id)), "{list} with {options}");
            let least = options["min_confidence"].as_f64().unwrap_or_default();
            assert!(part[list].as_array().unwrap().iter().all(|f| f["confidence"].as_f64().unwrap() >= least));
        }
        let speech_only = options["attributions"] != "all";
        assert!(!speech_only || part["quotes"].as_array().unwrap().iter().all(|quote| quote["act"] == "speech"));
        let mut found = Vec::new();
        references(&part, &mut found);
        for (name, id) in found {
            let list = match name {
                "entity_id" => "entities",
                "quote_id" => "quotes",
                "time_id" => "times",
                other => panic!("unknown reference {other}"),
            };
            assert!(ids(&part, list).iter().any(|known| known == id), "{name} {id} with {options}");
        }
    }
}

#[tokio::test]
async fn evidence_is_there_when_asked_for_and_absent_otherwise() {
    let service = Service::new();
    let without = service.extract(&json!({"body": ARTICLE})).await.text();
    assert!(!without.contains("\"evidence\":"));
    let answer = service.extract(&json!({"body": ARTICLE, "options": {"evidence": true}})).await.json();
    for list in ["quotes", "events", "times"] {
        for finding in answer[list].as_array().unwrap() {
            let rule = finding["evidence"]["rule"].as_str().unwrap();
            let is_kebab =
                rule.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric()));
            assert!(is_kebab, "{list}: {rule}");
        }
    }
}

#[tokio::test]
async fn page_furniture_is_reported_with_its_place() {
    let body = "The port stayed shut.\nComments\n";
    let answer = Service::new().extract(&json!({"body": body})).await.json();
    let span = json!({"field": "body", "start": 22, "end": 30, "text": "Comments"});
    assert_eq!(answer["warnings"][0]["code"], "page_furniture");
    assert_eq!(answer["warnings"][0]["span"], span);
}

#[tokio::test]
async fn optional_fields_may_be_null_and_languages_may_have_a_region() {
    let request = json!({"id": null, "title": null, "abstract": null, "body": "Rain fell.", "body_type": "text",
        "byline": "By Jo Roe", "dateline": "CORK", "published_at": null, "language": "en-IE", "options": null});
    let reply = Service::new().extract(&request).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.json()["language"], "en");
}

#[tokio::test]
async fn info_says_what_runs_here() {
    let service = Service::new();
    let info = service.get("/v1/info").await.json();
    assert_eq!(info["service"], dateline_wire::SERVICE);
    assert_eq!(info["models"][0]["id"], Model::embedded().id);
    let scores = info["models"][0]["scores"].as_array().unwrap();
    assert!(scores.iter().any(|score| score["measure"] == "pronouns, GAP dev" && score["unit"] == "f1"), "{scores:?}");
    assert_eq!(info["languages"], json!(["en"]));
    assert_eq!(info["entity_types"].as_array().unwrap().len(), 10);
    assert_eq!(info["event_types"].as_array().unwrap().len(), 46);
    assert_eq!(info["limits"], serde_json::to_value(&*service.app.limits).unwrap());
    assert_eq!(info["limits"]["body_bytes_max"], 1 << 20);
    assert_eq!(info["limits"]["text_chars_max"], 200_000);
}

#[tokio::test]
async fn liveness_readiness_and_docs_answer() {
    let service = Service::new();
    assert_eq!(service.get("/livez").await.status, StatusCode::NO_CONTENT);
    assert_eq!(service.get("/readyz").await.code(), "starting");
    dateline::runtime::server::warm_up(&service.app).await.unwrap();
    assert_eq!(service.get("/readyz").await.status, StatusCode::NO_CONTENT);
    let docs = service.get("/docs/").await;
    assert_eq!(docs.status, StatusCode::OK);
    assert!(!docs.text().contains("http://") && !docs.text().contains("https://"), "{}", docs.text());
    assert_eq!(service.get("/docs/swagger-ui-bundle.js").await.status, StatusCode::OK);
}
