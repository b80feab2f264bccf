//! The worked examples: a small article of our own, and what really comes back for it.

use serde_json::{Value, json};
use utoipa::openapi::{OpenApi, RefOr};

use crate::{
    api::{convert, request::ExtractRequest},
    config::Limits,
    error::PROBLEM_JSON,
    model::Model,
    routes::info::Info,
};

const EXTRACT_REQUEST: &str = include_str!("extract_request.json");

/// Puts each example beside its schema.
pub(super) fn add(description: &mut OpenApi) {
    // The examples must not depend on the machine on which the description is written.
    let limits = Limits { workers: 4, ..Limits::default() };
    let request: Value = serde_json::from_str(EXTRACT_REQUEST).expect("the example is read by a test");
    let plain = request["body"].clone();
    let post = description.paths.paths.get_mut("/v1/extract").and_then(|item| item.post.as_mut());
    let post = post.expect("the operation is in the router");
    if let Some(RefOr::T(body)) = &mut post.request_body {
        for (media_type, content) in &mut body.content {
            if let RefOr::T(content) = content {
                content.example = Some(if media_type == "text/plain" { plain.clone() } else { request.clone() });
            }
        }
    }
    add_response(description, "/v1/extract", &answer(&limits));
    add_response(description, "/v1/info", &json!(Info::new(&Model::embedded(), limits)));
}

/// What the service answers to the example, so that the description shows no answer that it does not give.
fn answer(limits: &Limits) -> Value {
    let request = ExtractRequest::from_json(EXTRACT_REQUEST.as_bytes(), limits).expect("the example is read by a test");
    let (article, asked) = request.into_article(limits).expect("the example is read by a test");
    let model = Model::embedded();
    let found = model.pipeline.extract(&article).expect("the example is read by a test");
    json!(convert::respond(&article, &found, asked, &model.id))
}

fn add_response(description: &mut OpenApi, path: &str, example: &Value) {
    let item = description.paths.paths.get_mut(path).expect("the operation is in the router");
    let operation = item.post.as_mut().or(item.get.as_mut()).expect("every path has an operation");
    for response in operation.responses.responses.values_mut() {
        let RefOr::T(response) = response else { continue };
        for (media_type, content) in &mut response.content {
            if let RefOr::T(content) = content
                && media_type != PROBLEM_JSON
            {
                content.example = Some(example.clone());
            }
        }
    }
}
