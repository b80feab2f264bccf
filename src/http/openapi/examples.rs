//! The worked examples: a small article of our own, and what really comes back for it.

use dateline_wire::Representation;
use serde_json::{Value, json};
use utoipa::openapi::{Content, OpenApi, RefOr, path::Operation};

use crate::{
    config::Limits,
    http::{BATCH_PATH, EXTRACT_PATH, NINJS_PATH},
    info::Info,
    model::Model,
};

/// An article of our own.
const EXTRACT_REQUEST: &str = include_str!("extract_request.json");

/// What the service answers to it. It is kept because the last digits of confidences differ between processors; a test
/// compares it with what the service answers, and writes it anew where `DATELINE_UPDATE_EXAMPLES` is set.
const EXTRACT_ANSWER: &str = include_str!("extract_answer.json");

/// The same answer in its other forms.
const EXTRACT_LINKED: &str = include_str!("extract_linked.json");
const EXTRACT_ANNOTATIONS: &str = include_str!("extract_annotations.json");

/// A ninjs item of our own, and what the service answers to it.
const NINJS_REQUEST: &str = include_str!("ninjs_request.json");
const NINJS_ANSWER: &str = include_str!("ninjs_answer.json");

/// Puts each example beside its schema.
pub(super) fn add(description: &mut OpenApi) {
    // The examples must not depend on the machine on which the description is written.
    let limits = Limits { workers: 4, ..Limits::default() };
    let [request, found] = [EXTRACT_REQUEST, EXTRACT_ANSWER].map(read);
    let html =
        json!("<p>“We will <b>stay</b>,” said Ana Prado of <a href=\"/berg\">Berg &amp; Sons</a> on Tuesday.</p>");
    let bodies = [("application/json", &request), ("text/plain", &request["body"]), ("text/html", &html)];
    add_request(description, EXTRACT_PATH, &bodies);
    let [linked, annotations] = [EXTRACT_LINKED, EXTRACT_ANNOTATIONS].map(read);
    let forms = Representation::ALL.map(Representation::media_type);
    let answers = [(forms[0], &found), (forms[1], &linked), (forms[2], &annotations)];
    add_response(description, EXTRACT_PATH, &answers);
    let [item, enriched] = [NINJS_REQUEST, NINJS_ANSWER].map(read);
    add_request(description, NINJS_PATH, &[("application/json", &item)]);
    add_response(description, NINJS_PATH, &[("application/json", &enriched)]);
    let defaults = json!({"published_at": request["published_at"], "options": request["options"]});
    let mut document = request;
    for given in ["published_at", "options"] {
        document.as_object_mut().and_then(|document| document.shift_remove(given));
    }
    let batch = json!({"defaults": defaults, "documents": [document]});
    add_request(description, BATCH_PATH, &[("application/json", &batch)]);
    add_response(description, BATCH_PATH, &[("application/json", &json!({"results": [found]}))]);
    add_response(description, "/v1/info", &[("application/json", &json!(Info::new(&Model::embedded(), limits)))]);
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("the example is read by a test")
}

/// Examples by media type.
type Examples<'e> = &'e [(&'static str, &'e Value)];

fn operation<'d>(description: &'d mut OpenApi, path: &str) -> &'d mut Operation {
    let item = description.paths.paths.get_mut(path).expect("the operation is in the router");
    item.post.as_mut().or(item.get.as_mut()).expect("every path has an operation")
}

fn add_request(description: &mut OpenApi, path: &str, examples: Examples<'_>) {
    if let Some(RefOr::T(body)) = &mut operation(description, path).request_body {
        show(&mut body.content, examples);
    }
}

fn add_response(description: &mut OpenApi, path: &str, examples: Examples<'_>) {
    for response in operation(description, path).responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            show(&mut response.content, examples);
        }
    }
}

fn show<'c>(contents: impl IntoIterator<Item = (&'c String, &'c mut RefOr<Content>)>, examples: Examples<'_>) {
    for (media_type, content) in contents {
        if let (RefOr::T(content), Some((_, example))) =
            (content, examples.iter().find(|(of_type, _)| of_type == media_type))
        {
            content.example = Some((*example).clone());
        }
    }
}
