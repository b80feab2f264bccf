//! `GET /livez` and `GET /readyz`.

use axum::{extract::State, http::StatusCode};

use crate::{App, error::Problem};

/// Whether the process answers at all
#[utoipa::path(get, path = "/livez")]
pub async fn livez() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Whether articles are taken
#[utoipa::path(get, path = "/readyz")]
pub async fn readyz(State(app): State<App>) -> Result<StatusCode, Problem> {
    app.readiness.check()?;
    Ok(StatusCode::NO_CONTENT)
}
