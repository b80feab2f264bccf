use super::*;
use crate::Code;

fn read(item: &str) -> Result<(Item, ExtractRequest), Problem> {
    Item::read(item.as_bytes(), Extension::Absent, &RequestLimits::default())
}

#[test]
fn versions_are_told_by_what_the_item_states_or_uses() {
    for (item, version) in [
        (r#"{"body_text": "x"}"#, Version::One),
        (r#"{"bodies": []}"#, Version::Two),
        (r#"{"bodies": [{"contentType": "text/plain", "value": "x"}]}"#, Version::Three),
        (r#"{"versionCreated": "2025-01-01", "bodies": []}"#, Version::Three),
        (r#"{"standard": {"version": "3.1"}, "bodies": []}"#, Version::Three),
        (r#"{"$standard": {"version": "1.3"}}"#, Version::One),
        ("[]", Version::One),
    ] {
        assert_eq!(Version::of(&serde_json::from_str(item).unwrap()), version, "{item}");
    }
}

#[test]
fn the_article_is_read() {
    let (_, request) =
        read(r#"{"headline": "Bell & Son < Co", "body_html": "<p>Rain.</p>", "language": "en"}"#).unwrap();
    assert_eq!(request.title.as_deref(), Some("Bell &amp; Son &lt; Co"));
    assert_eq!(request.body, "<p>Rain.</p>");
    let several = r#"{"headlines": [{"value": "Rain"}], "bodies": [
        {"contenttype": "text/plain", "value": "Rain fell."},
        {"contenttype": "image/png", "value": "AAAA"},
        {"contenttype": "text/html; charset=utf-8", "value": "<p>Rain fell.</p>"}]}"#;
    let (_, request) = read(several).unwrap();
    assert_eq!((request.title.as_deref(), request.body.as_str()), (Some("Rain"), "<p>Rain fell.</p>"));
}

#[test]
fn what_is_wrong_with_an_item_is_said() {
    let deep = format!("{{\"body_text\": \"x\", \"x\": {}1{}}}", "[".repeat(200), "]".repeat(200));
    for (item, code, said) in [
        ("[]", Code::FieldInvalid, "must be an object"),
        (r#"{"uri": "urn:x"}"#, Code::FieldMissing, "body_html or body_text"),
        (r#"{"bodies": []}"#, Code::FieldMissing, "bodies"),
        (r#"{"body_html": " ", "body_text": ""}"#, Code::FieldMissing, "body_html or body_text"),
        (r#"{"body_html": "<p>a</p>", "body_text": "a"}"#, Code::FieldInvalid, "/body_text"),
        (r#"{"body_text": 7}"#, Code::FieldInvalid, "/body_text must be a string"),
        (r#"{"body_text": "x", "headline": ["y"]}"#, Code::FieldInvalid, "/headline"),
        (r#"{"body_text": "x", "person": {"name": "Ann"}}"#, Code::FieldInvalid, "/person must be an array"),
        (r#"{"body_text": "x", "person": ["Ann"]}"#, Code::FieldInvalid, "/person/0 must be an object"),
        (r#"{"body_text": "x", "person": [{"name": 1}]}"#, Code::FieldInvalid, "/person/0/name"),
        (r#"{"bodies": [{"value": null}]}"#, Code::FieldInvalid, "/bodies/0/value"),
        (r#"{"body_text": "x", "versioncreated": "Sunday"}"#, Code::DateInvalid, "/versioncreated"),
        (r#"{"body_text": "x", "language": "fr"}"#, Code::LanguageUnsupported, "/language"),
        (r#"{"body_text": "x", "body_text": "y"}"#, Code::JsonMalformed, "given twice"),
        (r#"{"body_text": "\ud800"}"#, Code::JsonMalformed, "surrogate"),
        (&deep, Code::JsonMalformed, "127 levels"),
    ] {
        let problem = read(item).err().unwrap_or_else(|| panic!("{item}"));
        assert_eq!(problem.code(), code, "{item}: {}", problem.detail());
        assert!(problem.detail().contains(said), "{item}: {}", problem.detail());
    }
}

#[test]
fn the_extension_is_asked_for_in_the_query() {
    let asked = |query| Extension::of_query(query, 10);
    for (query, expected) in [
        (None, Extension::Absent),
        (Some(""), Extension::Absent),
        (Some("extension=false"), Extension::Absent),
        (Some("extension=true"), Extension::Present),
    ] {
        assert_eq!(asked(query).unwrap(), expected, "{query:?}");
    }
    for (query, code, said) in [
        ("extension=1", Code::FieldInvalid, "?extension must be true or false"),
        ("extensions=true", Code::ParameterUnknown, "did you mean \"extension\"?"),
        ("extension=true&extension=true", Code::FieldInvalid, "given twice"),
    ] {
        let problem = asked(Some(query)).err().unwrap();
        assert_eq!(problem.code(), code, "{query}");
        assert!(problem.detail().contains(said), "{query}: {}", problem.detail());
    }
}
