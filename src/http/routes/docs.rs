//! `GET /openapi.json`, and `GET /docs` with Swagger UI from the binary.

use axum::{
    Extension, Router,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::map_response,
    response::{IntoResponse, Response},
};
use dateline_wire::hash;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::App;

/// Gives the description as JSON.
#[derive(Clone, Copy)]
pub struct ServedDescription(pub fn() -> &'static str);

/// This description
#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "service",
    responses((status = OK, description = "OpenAPI 3.1", body = Object, example = json!({"openapi": "3.1.0"})))
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

/// Swagger UI, which reads the description from this service and nothing from elsewhere. All its links are relative, so that it
/// works behind a prefix that a gateway removes.
pub fn swagger_ui() -> Router<App> {
    let config = Config::from("../openapi.json").validator_url("none");
    Router::from(SwaggerUi::new("/docs").config(config)).layer(map_response(relative))
}

async fn relative(mut response: Response) -> Response {
    if let Some(location) = response.headers_mut().get_mut(header::LOCATION) {
        *location = HeaderValue::from_static("docs/");
    }
    response
}
