//! `GET /livez` and `GET /readyz`.

use axum::{extract::State, http::StatusCode};

use crate::{
    App,
    http::{
        openapi::{AnyProblems, ReadyProblems},
        problem::Rejection,
    },
};

/// Liveness probe
///
/// Returns 204 while the process is alive.
#[utoipa::path(
    get,
    path = "/livez",
    tag = "operations",
    responses((status = NO_CONTENT, description = "The process is alive"), AnyProblems)
)]
pub async fn livez() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Readiness probe
///
/// Returns 204 once the model has processed a warm-up article, and 503 before that and during shutdown.
#[utoipa::path(
    get,
    path = "/readyz",
    tag = "operations",
    responses((status = NO_CONTENT, description = "Ready to accept articles"), ReadyProblems)
)]
pub async fn readyz(State(app): State<App>) -> Result<StatusCode, Rejection> {
    app.readiness.check_ready()?;
    Ok(StatusCode::NO_CONTENT)
}
