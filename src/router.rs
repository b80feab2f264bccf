//! The routes and what every request passes on its way to them.

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use http_body_util::Limited;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    cors::{AllowHeaders, CorsLayer},
    decompression::{DecompressionBody, RequestDecompressionLayer},
};
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    App,
    error::Problem,
    routes::{docs, extract, health, info, metrics},
    telemetry::{self, RequestId},
};

/// The one list of operations: routes and description come from it.
fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(extract::extract))
        .routes(routes!(info::info))
        .routes(routes!(health::livez))
        .routes(routes!(health::readyz))
        .routes(routes!(metrics::metrics))
}

/// The description of the operations.
#[must_use]
pub fn openapi() -> OpenApi {
    operations().into_openapi()
}

/// The service: every path, and every answer that is no success a problem.
#[must_use]
pub fn router(app: &App, cors_origins: &[HeaderValue]) -> Router {
    let (operations, description) = operations().split_for_parts();
    let description = description.to_json().expect("the description is plain data");
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn_with_state(app.clone(), telemetry::observe))
        .option_layer(cors(cors_origins))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(render_problems))
        .layer(CatchPanicLayer::custom(|_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR).into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), limit_body))
        .layer(RequestDecompressionLayer::new())
        .map_request(|request: Request<DecompressionBody<Body>>| request.map(Body::new));
    operations
        .route(docs::OPENAPI_JSON, get(move || async { ([(header::CONTENT_TYPE, "application/json")], description) }))
        .merge(docs::swagger_ui())
        .layer(layers)
        .with_state(app.clone())
}

/// Lets pages of these origins call the service.
fn cors(origins: &[HeaderValue]) -> Option<CorsLayer> {
    let layer = || {
        CorsLayer::new()
            .allow_origin(origins.to_vec())
            .allow_methods([Method::GET, Method::POST])
            .allow_headers(AllowHeaders::mirror_request())
            .expose_headers([header::ETAG, header::RETRY_AFTER, telemetry::X_REQUEST_ID, telemetry::SERVER_TIMING])
    };
    (!origins.is_empty()).then(layer)
}

/// Refuses a body that says it is too large before a byte of it is read, and cuts off one that is.
async fn limit_body(State(app): State<App>, request: Request, next: Next) -> Result<Response, Problem> {
    let limit = app.limits.body_bytes_max;
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    match announced {
        Some(actual) if actual > limit as u64 => Err(extract::too_large(limit).actual(actual)),
        _ => Ok(next.run(request.map(|body| Body::new(Limited::new(body, limit)))).await),
    }
}

/// Gives every answer that is no success its problem as the body.
async fn render_problems(request: Request, next: Next) -> Response {
    let request_id = request.extensions().get::<RequestId>().cloned();
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let (mut head, _) = response.into_parts();
    let mut problem = head.extensions.remove::<Problem>().unwrap_or_else(|| Problem::of_status(status));
    if let Some(RequestId(id)) = request_id {
        problem = problem.instance(&id);
    }
    let (rendered, body) = problem.render().into_parts();
    head.status = problem.code().status();
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.extend(rendered.headers);
    head.extensions.insert(problem.code());
    Response::from_parts(head, body)
}
