//! Answers as JSON-LD and as Web Annotations.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::{ARTICLE, Service, post};

const LINKED: &str = "application/ld+json";
const ANNOTATIONS: &str = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

/// Names of schema.org that documents use; the service's own names have a prefix.
const SCHEMA: [&str; 16] = [
    "identifier",
    "inLanguage",
    "about",
    "mentions",
    "hasPart",
    "name",
    "description",
    "text",
    "sameAs",
    "additionalType",
    "jobTitle",
    "spokenByCharacter",
    "eventStatus",
    "startDate",
    "location",
    "propertyID",
];

/// Every string and number, with how often it occurs.
fn leaves(value: &Value, found: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::Object(members) => members.values().for_each(|member| leaves(member, found)),
        Value::Null => {}
        leaf => *found.entry(leaf.to_string()).or_default() += 1,
    }
}

/// Calls `each` for every name, but for those inside a JSON literal.
fn names(value: &Value, each: &mut impl FnMut(&str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(item, each)),
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            each(name);
            if name != "@context" && name != "dl:offsets" {
                names(member, each);
            }
        }),
        _ => {}
    }
}

/// The answer with its ids, types and items of Wikidata as the document has them.
fn as_linked(value: &Value, base: &str, name: &str) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| as_linked(item, base, name)).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), as_linked(member, base, name))).collect()
        }
        Value::String(id) if name == "id" || name.ends_with("_id") => format!("{base}#{id}").into(),
        Value::String(kind) if name == "type" => format!("dl:{kind}").into(),
        Value::String(item) if name == "wikidata" => format!("http://www.wikidata.org/entity/{item}").into(),
        value => value.clone(),
    }
}

#[tokio::test]
async fn json_ld_has_everything_that_the_answer_has() {
    let service = Service::new();
    let known = json!([{"id": "cms:17", "name": "Ana Prado", "type": "person", "same_as": "Q42"}]);
    let body =
        format!("{ARTICLE}\n\n“We will stay in Lisbon,” said Ana Prado of NATO, the mayor of Paris, on Tuesday.");
    for (id, options) in [
        (json!("urn:newsroom:4711"), json!({})),
        (json!("17"), json!({"link": "full", "evidence": true, "offset_unit": "all", "attributions": "all"})),
        (json!(null), json!({"include": ["times"]})),
    ] {
        let request = json!({
            "id": id, "title": "Ana Prado stays", "body": body, "published_at": "2025-03-05", "known_entities": known,
            "options": options,
        });
        let reply = service.extract_as(LINKED, &request).await;
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, Some(LINKED)), "{}", reply.text());
        let (mut answer, mut document) = (service.extract(&request).await.json(), reply.json());
        let hash = format!("urn:dateline:text:{}", answer["meta"]["text_sha256"].as_str().unwrap());
        let base = if id == "urn:newsroom:4711" { "urn:newsroom:4711" } else { &hash };
        assert_eq!(document["@id"], base);
        // The caller's own id of the article stays as it is.
        let own = answer.as_object_mut().unwrap().shift_remove("id").unwrap();
        assert_eq!(document.as_object_mut().unwrap().shift_remove("identifier").unwrap_or_default(), own);
        let context = document.as_object_mut().unwrap().shift_remove("@context").unwrap();
        assert!(context.is_object() && context["@vocab"] == "https://schema.org/", "{context}");
        names(&document, &mut |name| {
            let known = name.starts_with('@') || SCHEMA.contains(&name) || name == "value";
            assert!(known || name.starts_with("dl:") || name == "oa:exact", "{name}");
        });
        let [mut sent, mut found] = [BTreeMap::new(), BTreeMap::new()];
        leaves(&as_linked(&answer, base, ""), &mut sent);
        leaves(&document, &mut found);
        for (leaf, count) in &sent {
            let in_document = found.get(leaf).copied().unwrap_or_default();
            assert!(in_document >= *count, "{leaf}: {in_document} of {count}");
        }
    }
}

#[tokio::test]
async fn json_ld_says_in_terms_of_schema_org_who_said_what_and_what_happened() {
    let service = Service::new();
    let request = json!({
        "title": "Ana Prado stays", "published_at": "2025-03-05",
        "body": "“We will stay in Lisbon,” said Mayor Ana Prado. Police arrested two protesters in Lisbon on Monday. \
            The army did not attack Lisbon.",
        "known_entities": [{"id": "cms:17", "name": "Ana Prado", "type": "person", "same_as": "Q42"}],
    });
    let document = service.extract_as(LINKED, &request).await.json();
    let person = &document["about"][0];
    assert_eq!((&person["@type"], &person["name"]), (&json!("Person"), &json!("Ana Prado")), "{document:#}");
    assert_eq!(person["sameAs"], "http://www.wikidata.org/entity/Q42");
    assert_eq!(person["identifier"], json!([{"@type": "PropertyValue", "propertyID": "known", "value": "cms:17"}]));
    assert_eq!(person["jobTitle"], json!(["Mayor"]));
    let quote = &document["hasPart"][0];
    assert_eq!((&quote["@type"], &quote["text"]), (&json!("Quotation"), &json!("We will stay in Lisbon,")));
    assert_eq!(quote["spokenByCharacter"], json!({"@id": person["@id"]}));
    let events: Vec<&Value> =
        document["mentions"].as_array().unwrap().iter().filter(|node| node["dl:trigger"].is_object()).collect();
    let named = |trigger: &str| {
        events.iter().find(|event| event["dl:trigger"]["oa:exact"] == trigger).unwrap_or_else(|| panic!("{trigger}"))
    };
    let arrest = named("arrested");
    assert_eq!((&arrest["@type"], &arrest["eventStatus"]), (&json!("Event"), &json!("EventScheduled")));
    assert_eq!(arrest["startDate"], "2025-03-03");
    let places = document["mentions"].as_array().unwrap();
    let lisbon = places.iter().find(|node| node["name"] == "Lisbon").unwrap();
    assert_eq!((&lisbon["@type"], &arrest["location"]), (&json!("Place"), &json!({"@id": lisbon["@id"]})));
    assert_eq!(named("attack")["eventStatus"], "dl:negated");
}

/// Checks that both selectors of every annotation select the same text of the field.
fn select(page: &Value, texts: &[(&str, &str)]) -> Vec<String> {
    let base = page["partOf"]["id"].as_str().unwrap().trim_end_matches("#annotations");
    let items = page["items"].as_array().unwrap();
    assert_eq!(page["partOf"]["total"], items.len());
    let ids: std::collections::BTreeSet<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len());
    let selected = items.iter().map(|item| {
        let source = item["target"]["source"].as_str().unwrap().strip_prefix(base).unwrap();
        let (_, text) = texts.iter().find(|(field, _)| source == format!("#{field}")).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let [position, quote] = [0, 1].map(|at| &item["target"]["selector"][at]);
        let [start, end] = ["start", "end"].map(|edge| position[edge].as_u64().unwrap() as usize);
        let exact = String::from_iter(&chars[start..end]);
        assert!(!exact.is_empty() && quote["exact"] == exact, "{item}");
        assert_eq!(quote["prefix"], String::from_iter(&chars[start.saturating_sub(32)..start]), "{item}");
        assert_eq!(quote["suffix"], String::from_iter(&chars[end..chars.len().min(end + 32)]), "{item}");
        exact
    });
    selected.collect()
}

#[tokio::test]
async fn annotations_select_plain_text_in_code_points() {
    let service = Service::new();
    let (title, body) =
        ("🚢 Prado stays", "🚢🚢 “We will stay,” said Ana Prado on Monday.\r\n\r\nPolice arrested her in Lisbon.");
    let request = json!({
        "title": title, "body": body, "published_at": "2025-03-05", "options": {"offset_unit": "utf16"},
    });
    let reply = service.extract_as(ANNOTATIONS, &request).await;
    assert_eq!(reply.header("content-type"), Some(ANNOTATIONS));
    let page = reply.json();
    assert_eq!(
        (&page["@context"], &page["type"]),
        (&json!("http://www.w3.org/ns/anno.jsonld"), &json!("AnnotationPage"))
    );
    let selected = select(&page, &[("title", title), ("body", body)]);
    for text in ["“We will stay,”", "Ana Prado", "Monday", "arrested", "her", "Lisbon"] {
        assert!(selected.iter().any(|exact| exact == text), "{text}: {selected:?}");
    }
}

#[tokio::test]
async fn annotations_select_the_text_content_of_html() {
    let html = "<!DOCTYPE html><html><head><title>News</title></head><body><nav>Home</nav>\n\
        <p>🚢 &ldquo;We will <b>st</b>ay,&rdquo; said Mayor <i>Ana</i>&nbsp;Prado<!-- of --> of AT&amp;T today.</p>\r\n\
        <script>if (a < b) {}</script><p>Police arrested her in Lisbon<br>on Monday.</p></body></html>";
    let content = "Home\n🚢 “We will stay,” said Mayor Ana\u{a0}Prado of AT&T today.\nif (a < b) {}Police arrested her in Lisbonon Monday.";
    let mut request = post("text/html", html);
    request.headers_mut().insert("accept", ANNOTATIONS.parse().unwrap());
    let page = Service::new().send(request).await.json();
    let selected = select(&page, &[("body", content)]);
    for text in ["“We will stay,”", "Ana\u{a0}Prado", "AT&T", "arrested", "Lisbon", "Monday"] {
        assert!(selected.iter().any(|exact| exact == text), "{text}: {selected:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_had_is_refused_with_what_can() {
    let service = Service::new();
    let request = json!({"body": "Rain fell."});
    for accept in ["text/turtle", "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#expanded\"", "*/*;q=0"] {
        let reply = service.extract_as(accept, &request).await;
        assert_eq!((reply.status.as_u16(), reply.code().as_str()), (406, "not_acceptable"), "{accept}");
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        for form in ["application/json", LINKED, ANNOTATIONS] {
            assert!(detail.contains(form), "{detail}");
        }
    }
    for (accept, media_type) in [
        ("application/json;q=0.5, application/ld+json", LINKED),
        ("application/ld+json;q=0.2, */*;q=0.1", LINKED),
        ("application/ld+json, */*", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
    ] {
        let reply = service.extract_as(accept, &request).await;
        assert_eq!(reply.header("content-type"), Some(media_type), "{accept}");
        assert!(reply.headers.get_all("vary").iter().any(|value| value == "accept"), "{accept}");
    }
    // Other operations have JSON alone.
    let mut batch = crate::support::post_to("/v1/batch", "application/json", r#"{"documents": []}"#);
    batch.headers_mut().insert("accept", LINKED.parse().unwrap());
    assert_eq!(service.send(batch).await.code(), "not_acceptable");
}
