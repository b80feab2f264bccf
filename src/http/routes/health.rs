//! `GET /livez` and `GET /readyz`.

use axum::{extract::State, http::StatusCode};

use crate::{
    App,
    http::{openapi::ReadyProblems, problem::Rejection},
};

/// Whether the process answers at all
#[utoipa::path(
    get,
    path = "/livez",
    tag = "operations",
    responses((status = NO_CONTENT, description = "It does"))
)]
pub async fn livez() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Whether articles are taken
///
/// No while the service starts, until it has read a warm-up article; and no again from the moment it is told to end.
#[utoipa::path(
    get,
    path = "/readyz",
    tag = "operations",
    responses((status = NO_CONTENT, description = "They are"), ReadyProblems)
)]
pub async fn readyz(State(app): State<App>) -> Result<StatusCode, Rejection> {
    app.readiness.check_ready()?;
    Ok(StatusCode::NO_CONTENT)
}
