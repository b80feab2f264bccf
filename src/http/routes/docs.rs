//! `GET /openapi.json`, and `GET /docs` with Swagger UI from the binary.

use std::sync::{Arc, LazyLock};

use axum::{
    Extension, Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use dateline_wire::hash;
use utoipa_swagger_ui::{Config, SwaggerFile};

use crate::{
    App,
    http::{
        openapi::AnyProblems,
        problem::{Rejection, of_status},
    },
};

/// Gives the description as JSON.
#[derive(Clone, Copy)]
pub struct ServedDescription(pub fn() -> &'static str);

/// This description
///
/// With keys configured it has a `security` requirement; without, none.
#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "service",
    responses((status = OK, description = "OpenAPI 3.1", body = Object, example = json!({"openapi": "3.1.0"})), AnyProblems)
)]
pub async fn openapi(
    Extension(ServedDescription(description)): Extension<ServedDescription>,
    headers: HeaderMap,
) -> Response {
    let tag = format!("\"{}\"", hash::sha256_hex(description().as_bytes()));
    let is_known = headers.get_all(header::IF_NONE_MATCH).iter().any(|known| names(known, &tag));
    let caching = [
        (header::ETAG, HeaderValue::try_from(tag).expect("hexadecimal digits are a valid header")),
        // It may be kept, and is asked for again each time.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (caching, [(header::CONTENT_TYPE, "application/json")], description()).into_response()
}

/// Whether a list of tags holds this one, compared weakly (RFC 9110, 13.1.2).
fn names(list: &HeaderValue, tag: &str) -> bool {
    let mut tags = list.to_str().unwrap_or_default().split(',').map(str::trim);
    tags.any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

/// Files of our own, which replace Swagger UI's page around the documentation.
const OWN_FILES: [(&str, &str, &str); 3] = [
    ("", "text/html; charset=utf-8", include_str!("docs/index.html")),
    ("docs.css", "text/css; charset=utf-8", include_str!("docs/docs.css")),
    ("docs.js", "text/javascript; charset=utf-8", include_str!("docs/docs.js")),
];

/// Swagger UI writes styles into its elements, and holds its icons as data.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Swagger UI, which reads the description from this service and nothing from elsewhere.
pub fn swagger_ui() -> Router<App> {
    // A relative address, so that it holds behind a gateway that serves this under another path.
    let redirect = || async { (StatusCode::SEE_OTHER, [(header::LOCATION, "docs/")]) };
    let page = || async { file("") };
    let rest = |Path(path): Path<String>| async move { file(&path) };
    Router::new().route("/docs", get(redirect)).route("/docs/", get(page)).route("/docs/{*path}", get(rest))
}

fn file(path: &str) -> Response {
    static CONFIG: LazyLock<Arc<Config<'static>>> = LazyLock::new(Arc::default);
    let mut response = if let Some((_, media_type, text)) = OWN_FILES.iter().find(|(name, ..)| *name == path) {
        ([(header::CONTENT_TYPE, *media_type)], *text).into_response()
    } else {
        match utoipa_swagger_ui::serve(path, Arc::clone(&CONFIG)) {
            Ok(Some(file)) => vendored(file),
            _ => return Rejection(of_status(StatusCode::NOT_FOUND)).into_response(),
        }
    };
    let policy = HeaderValue::from_static(CONTENT_SECURITY_POLICY);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// A file of Swagger UI.
fn vendored(file: SwaggerFile<'static>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, file.content_type)], file.bytes.into_owned()).into_response();
    if file.gzpipped {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}
