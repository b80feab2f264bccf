//! `GET /metrics`.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use crate::{App, http::openapi::MetricsProblems, observe::metrics::OPENMETRICS};

/// Metrics for Prometheus
///
/// Counters, gauges and histograms in the OpenMetrics text format.
#[utoipa::path(
    get,
    path = "/metrics",
    tag = "operations",
    responses(
        (
        status = OK,
        description = "OpenMetrics text",
        body = String,
        content_type = "application/openmetrics-text",
        example = "# HELP dateline_jobs_waiting Articles waiting for a worker.\n# TYPE dateline_jobs_waiting gauge\ndateline_jobs_waiting 0\n# EOF\n"
        ),
        MetricsProblems
    )
)]
pub async fn metrics(State(app): State<App>) -> Response {
    ([(header::CONTENT_TYPE, OPENMETRICS)], app.metrics.exposition()).into_response()
}
