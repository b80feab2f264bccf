//! The worked examples: a small article of our own, and what comes back for it.

use serde_json::{Value, json};
use utoipa::openapi::{OpenApi, RefOr};

use crate::{config::Limits, error::PROBLEM_JSON, routes::info::Info};

const EXTRACT_REQUEST: &str = include_str!("extract_request.json");
const EXTRACT_RESPONSE: &str = include_str!("extract_response.json");

/// Puts each example beside its schema.
pub(super) fn add(description: &mut OpenApi) {
    let request = parse(EXTRACT_REQUEST);
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
    add_response(description, "/v1/extract", &parse(EXTRACT_RESPONSE));
    // The example must not depend on the machine on which the description is written.
    let limits = Limits { workers: 4, ..Limits::default() };
    add_response(description, "/v1/info", &json!(Info::new(limits)));
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("the examples are read by a test")
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
