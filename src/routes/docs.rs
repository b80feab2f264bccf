//! `GET /openapi.json`, and `GET /docs` with Swagger UI from the binary.

use std::sync::LazyLock;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::router;

/// The description never changes while the service runs.
static DESCRIPTION: LazyLock<String> = LazyLock::new(router::openapi_json);

/// This description
#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "service",
    responses((status = OK, description = "OpenAPI 3.1", body = Object, example = json!({"openapi": "3.1.0"})))
)]
pub async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], DESCRIPTION.as_str()).into_response()
}

/// Swagger UI, which reads the description from this service and nothing from elsewhere.
#[must_use]
pub fn swagger_ui() -> SwaggerUi {
    SwaggerUi::new("/docs").config(Config::from("/openapi.json").validator_url("none"))
}
