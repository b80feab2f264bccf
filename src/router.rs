//! The routes and what every request passes on its way to them.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use http_body_util::Limited;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
    cors::{AllowHeaders, CorsLayer},
    decompression::{DecompressionBody, RequestDecompressionLayer},
};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    App, access, admission,
    description::{self, Description},
    error::Problem,
    negotiation,
    routes::{batch, docs, extract, health, info, metrics},
    server::activity,
    telemetry::{self, RequestId},
};

/// The one list of operations: routes and description come from it.
fn operations() -> OpenApiRouter<App> {
    for_callers().routes(routes!(metrics::metrics))
}

/// Those that are served even where metrics have an address of their own.
fn for_callers() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(extract::extract))
        .routes(routes!(batch::batch))
        .routes(routes!(info::info))
        .routes(routes!(health::livez))
        .routes(routes!(health::readyz))
        .routes(routes!(docs::openapi))
}

/// The OpenAPI description of the service, as JSON.
///
/// # Panics
/// Never: the description is plain data.
#[must_use]
pub fn openapi_json() -> String {
    let (_, mut description) = operations().split_for_parts();
    description::complete(&mut description);
    description.to_pretty_json().expect("the description is plain data")
}

/// The service: every path, and every answer that is no success a problem.
pub fn router(app: &App, cors_origins: &[HeaderValue]) -> Router {
    let (operations, _) = operations().split_for_parts();
    wrap(operations.merge(docs::swagger_ui()), app, cors_origins)
}

/// The service without its metrics, which [`for_operators`] has.
pub fn without_metrics(app: &App, cors_origins: &[HeaderValue]) -> Router {
    let (operations, _) = for_callers().split_for_parts();
    wrap(operations.merge(docs::swagger_ui()), app, cors_origins)
}

/// Metrics and health, for an address that callers do not reach; no key is asked for.
pub fn for_operators(app: &App) -> Router {
    let routes = OpenApiRouter::new()
        .routes(routes!(health::livez))
        .routes(routes!(health::readyz))
        .routes(routes!(metrics::metrics));
    let app = App { keys: Arc::default(), ..app.clone() };
    wrap(routes.split_for_parts().0, &app, &[])
}

/// The routes behind what every request passes, the outermost first.
fn wrap(routes: Router<App>, app: &App, cors_origins: &[HeaderValue]) -> Router {
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn(activity::follow))
        .layer(middleware::from_fn_with_state(app.clone(), telemetry::observe))
        .layer(middleware::from_fn(admission::hold))
        .option_layer(cors(cors_origins))
        .layer(CompressionLayer::new().compress_when(compressible()))
        .layer(middleware::from_fn(render_problems))
        .layer(CatchPanicLayer::custom(|_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR).into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), access::admit))
        .layer(middleware::from_fn_with_state(app.clone(), admission::admit))
        .layer(middleware::from_fn(negotiation::require_json))
        .layer(middleware::from_fn_with_state(app.clone(), limit_body))
        .layer(RequestDecompressionLayer::new())
        .map_request(|request: Request<DecompressionBody<Body>>| request.map(Body::new));
    routes.layer(layers).with_state(app.clone())
}

/// What is worth compressing: not the lines of a batch, which would wait in the compressor for those after them.
fn compressible() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new(batch::NDJSON))
}

/// Lets pages of these origins call the service.
fn cors(origins: &[HeaderValue]) -> Option<CorsLayer> {
    let layer = || {
        CorsLayer::new()
            .allow_origin(origins.to_vec())
            .allow_methods([Method::GET, Method::POST])
            .allow_headers(AllowHeaders::mirror_request())
            .expose_headers([
                access::RATE_LIMIT,
                access::RATE_LIMIT_POLICY,
                header::ETAG,
                header::RETRY_AFTER,
                header::WWW_AUTHENTICATE,
                telemetry::X_REQUEST_ID,
                telemetry::SERVER_TIMING,
            ])
    };
    (!origins.is_empty()).then(layer)
}

/// Refuses a body that says it is too large before a byte of it is read, and cuts off one that is.
async fn limit_body(State(app): State<App>, request: Request, next: Next) -> Result<Response, Problem> {
    let limit = match request.uri().path() {
        batch::PATH => batch::bytes_max(request.headers(), &app.limits),
        _ => Some(app.limits.body_bytes_max),
    };
    let Some(limit) = limit else { return Ok(next.run(request).await) };
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    match announced {
        Some(actual) if actual > limit as u64 => Err(extract::too_large(limit).actual(actual)),
        _ => Ok(next.run(request.map(|body| Body::new(Limited::new(body, limit)))).await),
    }
}

/// Gives every answer that is no success its problem as the body.
async fn render_problems(Extension(RequestId(id)): Extension<RequestId>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let (mut head, _) = response.into_parts();
    let problem = head.extensions.remove::<Problem>().unwrap_or_else(|| Problem::of_status(status));
    let (rendered, body) = problem.details(&id).render().into_parts();
    head.status = problem.code().status();
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.extend(rendered.headers);
    head.extensions.insert(problem.code());
    Response::from_parts(head, body)
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::{config::Limits, model::Model};

    async fn panics() -> StatusCode {
        panic!("a slice of the article")
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_a_problem_that_does_not_say_why() {
        let router =
            wrap(Router::new().route("/panics", get(panics)), &App::new(Limits::default(), Model::embedded()), &[]);
        let response = router.oneshot(Request::get("/panics").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(problem["code"], "internal");
        assert!(!problem.to_string().contains("slice"), "{problem}");
    }
}
