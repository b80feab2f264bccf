//! `GET /metrics`.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use crate::{App, metrics::OPENMETRICS};

/// Counters, gauges and histograms for Prometheus
#[utoipa::path(get, path = "/metrics")]
pub async fn metrics(State(app): State<App>) -> Response {
    ([(header::CONTENT_TYPE, OPENMETRICS)], app.metrics.exposition()).into_response()
}
