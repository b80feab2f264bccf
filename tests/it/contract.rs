//! What the contract promises of answers.

use axum::http::StatusCode;
use dateline::{config::Limits, model::Model};
use dateline_wire::Floors;
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
    let lists = ["entities", "quotes", "events", "times", "source_audit"];
    let keys = [&["id", "language", "offset_unit", "include"][..], &lists, &["warnings", "meta"]].concat();
    let places: Vec<_> = keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.first() == Some(&1) && text.contains("\"meta\":{\"service\""));
    let answer = reply.json();
    assert_eq!(answer.as_object().unwrap().len(), keys.len());
    assert_eq!(answer["id"], "urn:x:1");
    assert_eq!(answer["language"], "en");
    assert_eq!(answer["offset_unit"], "code_point");
    assert_eq!(answer["include"], json!(["entities", "quotes", "events", "times"]));
    assert_eq!(answer["meta"]["knowledge_base"], json!(Model::embedded().knowledge_bases));
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
            let expected = if include.contains(&list) { &whole[list] } else { &json!([]) };
            assert_eq!(&part[list], expected, "{list} of {include:?}");
        }
        let audit = if include.contains(&"quotes") { &whole["source_audit"] } else { &Value::Null };
        assert_eq!((part.get("source_audit"), part["include"][0].as_str()), (Some(audit), include.first().copied()));
        assert_eq!(part["warnings"], whole["warnings"]);
    }
}

#[tokio::test]
async fn ids_do_not_depend_on_the_options_and_references_resolve_or_are_null() {
    let service = Service::new();
    let all = json!({"attributions": "all", "min_confidence": 0});
    let whole = service.extract(&json!({"body": ARTICLE, "options": all})).await.json();
    let spoken = service.extract(&json!({"body": ARTICLE, "options": {"min_confidence": 0}})).await.json();
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
async fn a_floor_can_be_set_for_each_kind_of_finding() {
    let service = Service::new();
    let least = |answer: &Value, list: &str| {
        let confidences = answer[list].as_array().unwrap().iter().map(|found| found["confidence"].as_f64().unwrap());
        confidences.fold(1.0, f64::min)
    };
    let read = async |floors: Value| {
        let options = json!({"min_confidence": floors});
        service.extract(&json!({"body": ARTICLE, "published_at": "2025-03-05", "options": options})).await.json()
    };
    let (all, default) = (read(json!(0)).await, read(Value::Null).await);
    let floors = serde_json::to_value(Floors::default()).unwrap();
    for list in ["entities", "quotes", "events", "times"] {
        assert!(least(&default, list) >= floors[list].as_f64().unwrap(), "{list}");
        let only = read(json!({ list: 0.93 })).await;
        assert!(least(&only, list) >= 0.93, "{list}");
        for other in ["entities", "quotes", "events", "times"].iter().filter(|&&other| other != list) {
            assert_eq!(ids(&only, other), ids(&default, other), "{other} with a floor for {list}");
        }
    }
    let quoted = read(json!({"quotes": 0.93})).await;
    for quote in quoted["quotes"].as_array().unwrap() {
        assert!(quote["speaker"].is_null() || quote["speaker"]["confidence"].as_f64().unwrap() >= 0.93, "{quote}");
    }
    let strict = read(json!({"arguments": 1})).await;
    assert!(
        strict["events"].as_array().unwrap().iter().all(|event| event["time"].is_null() && event["place"].is_null())
    );
    assert!(all["events"].as_array().unwrap().iter().any(|event| !event["time"].is_null()), "{}", all["events"]);
    assert_eq!(read(json!({})).await, default);
}

#[tokio::test]
async fn times_and_places_of_events_say_where_they_are_stated() {
    let service = Service::new();
    let text = "Ana Prado met Rui Teles in Lisbon on Tuesday. They signed the accord.";
    let answer = service.extract(&json!({"body": text, "published_at": "2025-03-05"})).await.json();
    let event = &answer["events"][0];
    for what in ["time", "place"] {
        assert_eq!(event[what]["source"], "sentence", "{event}");
        assert!((0.0..=1.0).contains(&event[what]["confidence"].as_f64().unwrap()), "{event}");
    }
    let request = json!({"body": ARTICLE, "published_at": "2025-03-05", "options": {"min_confidence": 0}});
    for event in service.extract(&request).await.json()["events"].as_array().unwrap() {
        let (source, confidence) = (&event["time"]["source"], event["time"]["confidence"].as_f64().unwrap_or(1.0));
        assert!(source != "story" || confidence >= 0.8, "{event}");
    }
}

#[tokio::test]
async fn the_span_of_a_quote_is_the_quotation_as_printed() {
    let service = Service::new();
    for (body, expected) in [
        (
            "“We will stay,” said Ana Prado, the mayor, “and sign.” Rain fell.",
            "“We will stay,” said Ana Prado, the mayor, “and sign.”",
        ),
        ("\"We will stay,\" said Ana Prado.", "\"We will stay,\""),
        ("Ana Prado said that the city would stay.", "the city would stay"),
    ] {
        let answer = service.extract(&json!({"body": body})).await.json();
        assert_eq!(answer["quotes"][0]["span"]["text"], expected, "{}", answer["quotes"]);
    }
}

#[tokio::test]
async fn warnings_have_a_limit_for_each_kind_and_answers_one_for_their_size() {
    let service = Service::new();
    let request = json!({"body": "“".repeat(1_000), "options": {"offset_unit": "all", "include": []}});
    let warnings = service.extract(&request).await.json()["warnings"].clone();
    let warnings = warnings.as_array().unwrap();
    assert_eq!(warnings.len(), 51);
    let omitted = warnings.last().unwrap();
    assert_eq!((&omitted["code"], &omitted["span"]), (&json!("warnings_omitted"), &Value::Null));
    assert_eq!(omitted["count"], 948);
    let small = Service::with(Limits { answer_bytes_max: 2_000, ..Limits::default() });
    assert_eq!(small.extract(&json!({"body": "Rain fell."})).await.status, StatusCode::OK);
    let refused = small.extract(&json!({"body": ARTICLE})).await;
    assert_eq!((refused.code().as_str(), &refused.json()["limit"]), ("answer_too_large", &json!(2_000)));
}

#[tokio::test]
async fn plain_text_has_its_options_in_the_query() {
    let service = Service::new();
    let text = "Ana Prado met Rui Teles on Tuesday.";
    let query = "?published_at=2025-03-05T12:00:00%2B0000&offset_unit=utf16&include=times&language=en_US";
    let sent = crate::support::post_to(&format!("/v1/extract{query}"), "text/plain", text);
    let request =
        json!({"body": text, "published_at": "2025-03-05", "options": {"offset_unit": "utf16", "include": ["times"]}});
    assert_eq!(service.send(sent).await.text(), service.extract(&request).await.text());
    for (query, pointer) in [("?title=x", "?title"), ("?include=times&order=1", "?order")] {
        let sent = crate::support::post_to(&format!("/v1/extract{query}"), "text/plain", text);
        let refused = service.send(sent).await;
        assert_eq!(
            (refused.code().as_str(), &refused.json()["errors"][0]["pointer"]),
            ("parameter_unknown", &json!(pointer))
        );
    }
    let json_body = crate::support::post_to("/v1/extract?include=times", "application/json", r#"{"body":"x"}"#);
    let refused = service.send(json_body).await;
    assert_eq!(
        (refused.code().as_str(), &refused.json()["errors"][0]["pointer"]),
        ("parameter_unknown", &json!("?include"))
    );
}

#[tokio::test]
async fn a_byte_order_mark_before_a_request_is_not_counted() {
    let service = Service::new();
    let plain = service.send(post("text/plain", format!("\u{feff}{ARTICLE}"))).await;
    assert_eq!(plain.text(), service.send(post("text/plain", ARTICLE)).await.text());
    let json = service.extract_bytes(format!("\u{feff}{}", json!({"body": ARTICLE}))).await;
    assert_eq!(json.text(), plain.text());
    let inside = service.extract(&json!({"body": format!("\u{feff}Ana Prado left.")})).await.json();
    assert_eq!(inside["entities"][0]["mentions"][0]["start"], 1);
}

#[tokio::test]
async fn dates_of_content_systems_are_read() {
    let service = Service::new();
    let read = async |date: &str| {
        let reply = service.extract(&json!({"body": "It rained on Tuesday.", "published_at": date})).await;
        (reply.status.as_u16(), reply.json()["times"][0]["value"].clone())
    };
    for date in ["2025-10-08T12:00:00+0000", "2025-10-08 12:00:00", "2025-10-08T12:00:00", "2025-10-08T12:00:00Z"] {
        assert_eq!(read(date).await, (200, json!("2025-10-07")), "{date}");
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
        "byline": "By Jo Roe", "dateline": "CORK", "published_at": null, "language": "en_IE", "options": null});
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
    assert_eq!(info["default_min_confidence"], serde_json::to_value(Floors::default()).unwrap());
    assert_eq!((&info["limits"]["warnings_max"], &info["limits"]["answer_bytes_max"]), (&json!(50), &json!(16 << 20)));
    assert_eq!(info["limits"]["body_bytes_max"], 4 << 20);
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
