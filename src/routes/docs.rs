//! `GET /openapi.json`, and `GET /docs` with Swagger UI from the binary.

use utoipa_swagger_ui::{Config, SwaggerUi};

/// The description's own path.
pub const OPENAPI_JSON: &str = "/openapi.json";

/// Swagger UI, which reads the description from this service and nothing from elsewhere.
#[must_use]
pub fn swagger_ui() -> SwaggerUi {
    SwaggerUi::new("/docs").config(Config::from(OPENAPI_JSON).validator_url("none"))
}
