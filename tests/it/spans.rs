//! Every span is exactly that slice of what the caller sent, in every unit.

use dateline::config::Limits;
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::support::{ARTICLE, Service};

/// The slice of `text` from `start` to `end`, counted in `unit`; `None` where an end cuts a character.
fn slice(text: &str, unit: &str, start: usize, end: usize) -> Option<String> {
    match unit {
        "code_point" => Some(text.chars().skip(start).take(end - start).collect()),
        "utf16" => String::from_utf16(text.encode_utf16().collect::<Vec<_>>().get(start..end)?).ok(),
        _ => text.get(start..end).map(str::to_owned),
    }
}

/// Checks all spans in an answer, and counts them.
fn check(node: &Value, request: &Value, unit: &str) -> usize {
    let mut spans = 0;
    if let Some(field) = node.get("field").and_then(Value::as_str) {
        let sent = request[field].as_str().unwrap();
        let units = if unit == "all" { vec!["code_point", "utf16", "utf8"] } else { vec![unit] };
        for unit_of in units {
            let at = |end: &str, i: usize| {
                let place = if unit == "all" { &node["offsets"][unit_of][i] } else { &node[end] };
                place.as_u64().unwrap() as usize
            };
            let found = slice(sent, unit_of, at("start", 0), at("end", 1));
            assert_eq!(found.as_deref(), node["text"].as_str(), "{unit_of} of {node} in {sent:?}");
        }
        if unit == "all" {
            assert_eq!(json!([node["start"], node["end"]]), node["offsets"]["code_point"]);
        } else {
            assert_eq!(node.get("offsets"), None);
        }
        spans += 1;
    }
    let children: Box<dyn Iterator<Item = &Value>> = match node {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => return spans,
    };
    spans + children.map(|child| check(child, request, unit)).sum::<usize>()
}

async fn check_all_units(service: &Service, title: &str, summary: &str, body: &str) -> usize {
    let mut spans = Vec::new();
    for unit in ["code_point", "utf16", "utf8", "all"] {
        let options = json!({"offset_unit": unit, "attributions": "all", "evidence": true});
        let request = json!({"title": title, "abstract": summary, "body": body, "language": "en", "published_at": "2025-03-05", "options": options});
        let reply = service.extract(&request).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        spans.push(check(&reply.json(), &request, unit));
    }
    assert!(spans.iter().all(|&count| count == spans[0]), "the same findings in every unit: {spans:?}");
    spans[0]
}

/// Pieces of news with random Unicode between them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("President Ana Prado met Rui Teles in Lisbon on Tuesday. "),
        Just("“We will go,” she said. “And stay.” "),
        Just("\"It’s 'over',\" said Mr. Teles, \"for two years"),
        Just("The army did not attack Kharkiv last week. "),
        Just("\r\nRead more\r\n"),
        Just("\nComments\n"),
        Just("e\u{301}\u{200d}👩‍👩‍👧 🇵🇹 \u{feff}\u{200b}"),
        Just("שלום עולם "),
    ];
    let random = proptest::string::string_regex("[\\x00-\\u{10ffff}]{0,12}").unwrap();
    prop::collection::vec(prop_oneof![3 => piece.prop_map(str::to_owned), 2 => random], 0..12)
        .prop_map(|pieces| pieces.concat())
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn the_slices_of_an_article_are_its_texts() {
    let title = "Harbour talks 🚢 resume";
    let spans = runtime().block_on(check_all_units(&Service::new(), title, "Zoë Ó Sé’s view", ARTICLE));
    assert!(spans > 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_slices_of_any_text_are_its_texts(title in text(), summary in text(), body in text()) {
        let service = Service::with(Limits { queue_ms_max: 60_000, deadline_ms_max: 60_000, ..Limits::default() });
        runtime().block_on(check_all_units(&service, &title, &summary, &format!("A{body}")));
    }
}

#[tokio::test]
async fn a_title_that_ends_in_that_introduces_nothing_in_the_body() {
    let service = Service::new();
    for title in [")sheaccording to, said that", "The mayor said that", "Officials say that"] {
        for body in [
            "Berg & Sons\u{201d} said U.S.  of Ayr \u{201c}($5m 1,000 , said three people $5m",
            "Rain would fall in Ayr, said three people.",
            "Rain would fall in Ayr.",
        ] {
            let request = json!({
                "title": title, "body": body, "language": "en",
                "options": {"attributions": "all", "min_confidence": 0},
            });
            let reply = service.extract(&request).await;
            assert_eq!(reply.status, 200, "{title:?} {body:?}");
            check(&reply.json(), &request, "code_point");
        }
    }
}

#[tokio::test]
async fn a_place_at_the_end_of_a_title_is_not_one_with_that_at_the_begin_of_the_body() {
    let service = Service::new();
    for (title, body) in [
        ("Three people were shot dead in Oslo", "Oslo police arrested a man on Monday."),
        ("Three killed in Oslo", "Oslo was shaken by an attack that killed three people."),
        ("Army kills three in Kyiv", "Kyiv said the attack on Monday killed three people."),
    ] {
        let request = json!({"title": title, "body": body, "options": {"min_confidence": 0}});
        let reply = service.extract(&request).await;
        assert_eq!(reply.status, 200, "{title:?} {body:?}");
        check(&reply.json(), &request, "code_point");
    }
}
