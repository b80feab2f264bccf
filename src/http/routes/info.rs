//! `GET /v1/info`.

use axum::{Json, extract::State};

use crate::{
    App,
    config::Limits,
    http::{middleware::request_id::TraceHeaders, openapi::InfoProblems},
    info::Info,
};

/// Version, models, types and limits
///
/// What runs here: the service and its models with their scores, the languages, entity types and event types that it knows, the
/// default floors of confidence, and the limits in force.
#[utoipa::path(
    get,
    path = "/v1/info",
    tag = "service",
    params(TraceHeaders),
    responses((status = OK, description = "Version, models, types, default floors and limits", body = Info), InfoProblems)
)]
pub async fn info(State(app): State<App>) -> Json<Info> {
    Json(Info::new(&app.model, Limits::clone(&app.limits)))
}
