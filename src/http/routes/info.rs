//! `GET /v1/info`.

use axum::{Json, extract::State};

use crate::{
    App,
    config::Limits,
    http::{middleware::request_id::TraceHeaders, openapi::InfoProblems},
    info::Info,
};

/// Version, models, types and limits
#[utoipa::path(
    get,
    path = "/v1/info",
    tag = "service",
    params(TraceHeaders),
    responses((status = OK, description = "What runs here", body = Info), InfoProblems)
)]
pub async fn info(State(app): State<App>) -> Json<Info> {
    Json(Info::new(&app.model, Limits::clone(&app.limits)))
}
