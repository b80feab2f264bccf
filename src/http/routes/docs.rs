//! `GET /openapi.json`, and `GET /docs` with Swagger UI from the binary.

use axum::{
    Extension,
    http::header,
    response::{IntoResponse, Response},
};
use utoipa_swagger_ui::{Config, SwaggerUi};

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
pub async fn openapi(Extension(ServedDescription(description)): Extension<ServedDescription>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], description()).into_response()
}

/// Swagger UI, which reads the description from this service and nothing from elsewhere.
#[must_use]
pub fn swagger_ui() -> SwaggerUi {
    SwaggerUi::new("/docs").config(Config::from("/openapi.json").validator_url("none"))
}
