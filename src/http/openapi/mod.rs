//! What the OpenAPI description says beyond what the handlers' own annotations say: problems, headers and examples.

mod complete;
mod examples;
mod problems;

use dateline_wire::ProblemDetails;
use utoipa::{
    OpenApi,
    openapi::{
        self, HeaderBuilder, Object, RefOr, Type,
        path::{Operation, PathItem},
        schema::ObjectBuilder,
        security::{self, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme},
    },
};

pub use problems::{AnyProblems, BatchProblems, ExtractProblems, InfoProblems, MetricsProblems, ReadyProblems};

/// The parts of the description that belong to no operation.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dateline",
        description = "Extracts entities, quotes, events and times from a news article: who said what, what happened, to whom, \
            where and when. Every finding is a span of exactly what was sent. The same request gets the same bytes. \
            Nothing is stored.\n\nWithin `/v1`, fields and enum values may be added in any release; ignore what you do \
            not know.",
        contact(name = "The operator of this service"),
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "./", description = "The service that serves this description")),
    components(schemas(ProblemDetails)),
    tags(
        (name = "articles", description = "Extraction from articles"),
        (name = "service", description = "Version, model, types, limits and this description"),
        (name = "operations", description = "Health and metrics")
    )
)]
pub struct Description;

/// Whether callers need a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// No key is needed.
    Open,
    /// Callers send a key.
    Keys,
}

/// The description as JSON, with the headers that the middleware sets, the security that is in force, bounds and the
/// worked examples.
///
/// # Panics
/// Never: the description is plain data.
#[must_use]
pub fn render(mut description: openapi::OpenApi, access: Access) -> String {
    for item in description.paths.paths.values_mut() {
        for operation in operations(item) {
            add_headers(operation);
        }
    }
    secure(&mut description, access);
    examples::add(&mut description);
    let mut json = serde_json::to_value(&description).expect("the description is plain data");
    complete::complete(&mut json);
    serde_json::to_string_pretty(&json).expect("the description is plain data")
}

/// With keys, every operation needs one but those that answer without; an operation that can answer 401 takes one.
fn secure(description: &mut openapi::OpenApi, access: Access) {
    let none: [&str; 0] = [];
    let schemes = [
        ("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer))),
        ("header", SecurityScheme::ApiKey(security::ApiKey::Header(ApiKeyValue::new("X-API-Key")))),
    ];
    if access == Access::Keys {
        description.components.get_or_insert_default().add_security_schemes_from_iter(schemes);
    }
    description.security = Some(match access {
        Access::Open => Vec::new(),
        Access::Keys => ["bearer", "header"].map(|name| SecurityRequirement::new(name, none)).to_vec(),
    });
    let all = description.paths.paths.values_mut().flat_map(operations);
    for operation in all.filter(|operation| !operation.responses.responses.contains_key("401")) {
        operation.security = (access == Access::Keys).then(Vec::new);
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post].into_iter().filter_map(Option::as_mut)
}

fn add_headers(operation: &mut Operation) {
    let limited = operation.responses.responses.contains_key("429");
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        let mut add = |name: &str, description: &str, schema: Object| {
            let header = HeaderBuilder::new().schema(Some(schema)).description(Some(description)).build();
            response.headers.insert(name.to_owned(), header.into());
        };
        add("X-Request-Id", "The id of the request: the caller's, or a generated one", string());
        add("Server-Timing", "Duration in milliseconds of the parts of the answer: queue, extract, total", string());
        add("traceparent", "The caller's W3C trace context, where it sent a valid one", string());
        add("Cache-Control", "Whether the answer may be stored", string());
        if ["429", "503"].contains(&status.as_str()) {
            let seconds = ObjectBuilder::new().schema_type(Type::Integer).build();
            add("Retry-After", "Seconds to wait before the next try", seconds);
        }
        if status == "401" {
            add("WWW-Authenticate", "The scheme in which to send a key", string());
        }
        if limited && status != "401" {
            let left = "Documents that the key may still send (`r`), and seconds until its rate is whole again (`t`)";
            add("RateLimit", left, string());
            add("RateLimit-Policy", "Documents (`q`) that the key may send in a window of seconds (`w`)", string());
        }
    }
}

fn string() -> Object {
    Object::with_type(Type::String)
}
