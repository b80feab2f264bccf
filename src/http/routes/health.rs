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
/// Answers as long as the process does.
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
/// Ready once the model has answered a warm-up article, until the service is told to end.
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
