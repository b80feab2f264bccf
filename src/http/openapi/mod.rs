//! What the OpenAPI description says beyond what the handlers' own annotations say: problems, headers and examples.

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

pub use problems::{BatchProblems, ExtractProblems, InfoProblems, MetricsProblems, ReadyProblems};

/// The parts of the description that belong to no operation.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dateline",
        description = "Reads a news article and returns its entities, quotes, events and times. Nothing is stored. Every \
            finding is a span of exactly what was sent. The same request gives the same bytes.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(ProblemDetails)),
    tags(
        (name = "articles", description = "Reading articles"),
        (name = "service", description = "What runs here"),
        (name = "operations", description = "For those who run the service")
    )
)]
pub struct Description;

/// Adds to every operation the headers that the middleware sets, and the worked examples.
pub fn complete(description: &mut openapi::OpenApi) {
    for item in description.paths.paths.values_mut() {
        for operation in operations(item) {
            add_headers(operation);
            add_keys(operation);
        }
    }
    let schemes = [
        ("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer))),
        ("header", SecurityScheme::ApiKey(security::ApiKey::Header(ApiKeyValue::new("X-API-Key")))),
    ];
    description.components.get_or_insert_default().add_security_schemes_from_iter(schemes);
    examples::add(description);
}

/// Says of an operation that can refuse a key that it takes one; where none is configured, none is needed.
fn add_keys(operation: &mut Operation) {
    if operation.responses.responses.contains_key("401") {
        let none: [&str; 0] = [];
        let requirement = |name| SecurityRequirement::new(name, none);
        operation.security = Some(vec![requirement("bearer"), requirement("header"), SecurityRequirement::default()]);
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
        add("X-Request-Id", "The request's id: the caller's, or a new one", string());
        add("Server-Timing", "Milliseconds that the parts of the answer took: queue, extract, total", string());
        add("traceparent", "The caller's trace context, where it sent one", string());
        add("Cache-Control", "no-store", string());
        if ["429", "503"].contains(&status.as_str()) {
            let seconds = ObjectBuilder::new().schema_type(Type::Integer).build();
            add("Retry-After", "Seconds after which to try again", seconds);
        }
        if status == "401" {
            add("WWW-Authenticate", "Bearer", string());
        }
        if limited && status != "401" {
            let left = "Documents that the key may still send (r), and seconds until it may send all (t)";
            add("RateLimit", left, string());
            add("RateLimit-Policy", "Documents (q) that the key may send in so many seconds (w)", string());
        }
    }
}

fn string() -> Object {
    Object::with_type(Type::String)
}
