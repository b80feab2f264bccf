//! The worked examples: a small article of our own, and what really comes back for it.

use dateline_wire::{ExtractRequest, RequestLimits, respond};
use serde_json::{Value, json};
use utoipa::openapi::{Content, OpenApi, RefOr, path::Operation};

use crate::{
    config::Limits,
    http::{BATCH_PATH, EXTRACT_PATH, content_type::NDJSON},
    info::Info,
    model::Model,
};

const EXTRACT_REQUEST: &str = include_str!("extract_request.json");

/// Puts each example beside its schema.
pub(super) fn add(description: &mut OpenApi) {
    // The examples must not depend on the machine on which the description is written.
    let limits = Limits { workers: 4, ..Limits::default() };
    let request: Value = serde_json::from_str(EXTRACT_REQUEST).expect("the example is read by a test");
    add_request(description, EXTRACT_PATH, &[("application/json", &request), ("text/plain", &request["body"])]);
    let of_requests = limits.of_requests();
    let found = answer(&of_requests);
    add_response(description, EXTRACT_PATH, &[("application/json", &found)]);
    let (documents, results) = ([request, json!({"body": " "})], [found, refused(&of_requests)]);
    let (batch, lines) = (json!({"documents": documents}), ndjson(&documents));
    add_request(description, BATCH_PATH, &[("application/json", &batch), (NDJSON, &lines)]);
    let (batch, lines) = (json!({"results": results}), ndjson(&results));
    add_response(description, BATCH_PATH, &[("application/json", &batch), (NDJSON, &lines)]);
    add_response(description, "/v1/info", &[("application/json", &json!(Info::new(&Model::embedded(), limits)))]);
}

/// What the second document of the example's batch gets.
fn refused(limits: &RequestLimits) -> Value {
    let blank = ExtractRequest::from_json(br#"{"body": " "}"#, limits).and_then(|request| request.into_article(limits));
    json!(blank.err().map(|problem| json!(problem.details("5f8d2c1e#2"))))
}

fn ndjson(lines: &[Value]) -> Value {
    lines.iter().map(|line| format!("{line}\n")).collect::<String>().into()
}

/// What the service answers to the example, so that the description shows no answer that it does not give.
fn answer(limits: &RequestLimits) -> Value {
    let request = ExtractRequest::from_json(EXTRACT_REQUEST.as_bytes(), limits).expect("the example is read by a test");
    let (article, asked) = request.into_article(limits).expect("the example is read by a test");
    let model = Model::embedded();
    let found = model.pipeline.extract(&article).expect("the example is read by a test");
    json!(respond(&article, &found, asked, &model.id))
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
