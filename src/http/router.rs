//! The routes and what every request passes on its way to them.

use std::{
    sync::{Arc, LazyLock},
    time::Duration,
};

use axum::{
    Extension, Router,
    http::{HeaderValue, Method, StatusCode, header},
    middleware,
    response::IntoResponse,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
    cors::{AllowHeaders, CorsLayer},
};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    content_type,
    middleware::{
        activity, authenticate, decompress, deprecation, limit_bodies, limit_body, limit_headers, limit_in_flight,
        normalise,
        observe::{self, SERVER_TIMING},
        pages, render_problems,
        request_id::X_REQUEST_ID,
        require_host,
    },
    openapi::{self, Access, Description},
    playground,
    problem::{Rejection, of_status},
    routes::{batch, docs, extract, health, info, metrics, ninjs},
};
use crate::App;

/// How long a browser need not ask again what a page may send: the longest that all of them accept.
const PREFLIGHT_AGE_MAX: Duration = Duration::from_secs(7_200);

/// The one list of operations: routes and description come from it.
fn operations() -> OpenApiRouter<App> {
    for_callers().routes(routes!(metrics::metrics))
}

/// Those that are served even where metrics have an address of their own.
fn for_callers() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(extract::extract))
        .routes(routes!(batch::batch))
        .routes(routes!(ninjs::ninjs))
        .routes(routes!(info::info))
        .routes(routes!(docs::openapi))
        .routes(routes!(health::livez))
        .routes(routes!(health::readyz))
}

/// The OpenAPI description of the service, as JSON.
#[must_use]
pub fn openapi_json(access: Access) -> String {
    openapi::render(operations().split_for_parts().1, access)
}

/// Written once: the description never changes while the service runs.
fn served_description(access: Access) -> &'static str {
    static DESCRIPTIONS: [LazyLock<String>; 2] =
        [LazyLock::new(|| openapi_json(Access::Open)), LazyLock::new(|| openapi_json(Access::Keys))];
    &DESCRIPTIONS[usize::from(access == Access::Keys)]
}

/// All routes; every non-2xx response is rendered as `application/problem+json`.
pub fn router(app: &App, cors_origins: &[HeaderValue]) -> Router {
    let (operations, _) = operations().split_for_parts();
    wrap(operations.merge(pages(app)), app, cors_origins)
}

/// The service without its metrics, which [`for_operators`] has.
pub fn without_metrics(app: &App, cors_origins: &[HeaderValue]) -> Router {
    let (operations, _) = for_callers().split_for_parts();
    wrap(operations.merge(pages(app)), app, cors_origins)
}

/// What a browser is shown: the documentation and, unless it is switched off, the playground.
fn pages(app: &App) -> Router<App> {
    let front = if app.has_playground { playground::routes() } else { playground::routes_without_page() };
    front.merge(docs::swagger_ui())
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
    let description = match app.keys.is_empty() {
        true => || served_description(Access::Open),
        false => || served_description(Access::Keys),
    };
    let layers = ServiceBuilder::new()
        .layer(Extension(docs::ServedDescription(description)))
        .layer(middleware::from_fn(activity::follow))
        .layer(middleware::from_fn_with_state(app.clone(), observe::observe))
        .layer(middleware::from_fn(limit_in_flight::hold))
        .option_layer(cors(cors_origins))
        .layer(CompressionLayer::new().compress_when(compressible()))
        .layer(middleware::from_fn(pages::guard))
        .layer(middleware::from_fn(content_type::vary))
        .layer(middleware::from_fn(deprecation::announce))
        .layer(middleware::from_fn(render_problems::render_problems))
        .layer(CatchPanicLayer::custom(|_| Rejection(of_status(StatusCode::INTERNAL_SERVER_ERROR)).into_response()))
        .layer(middleware::from_fn_with_state(app.clone(), limit_headers::limit_headers))
        .layer(middleware::from_fn(require_host::require_host))
        .layer(middleware::from_fn_with_state(app.clone(), authenticate::authenticate))
        .layer(middleware::from_fn_with_state(app.clone(), limit_bodies::limit_bodies))
        .layer(middleware::from_fn_with_state(app.clone(), limit_in_flight::limit_in_flight))
        .layer(middleware::from_fn(content_type::require_json))
        .layer(middleware::from_fn_with_state(app.clone(), limit_body::limit_body))
        .layer(middleware::from_fn(decompress::decompress));
    let routes = routes.layer(layers).with_state(app.clone());
    Router::new().fallback_service(ServiceBuilder::new().map_request(normalise::normalise).service(routes))
}

/// What is worth compressing: not the lines of a batch, which would wait in the compressor for those after them.
fn compressible() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new(content_type::NDJSON))
}

/// Lets pages of these origins call the service.
fn cors(origins: &[HeaderValue]) -> Option<CorsLayer> {
    let layer = || {
        CorsLayer::new()
            .allow_origin(origins.to_vec())
            .allow_methods([Method::GET, Method::POST])
            .allow_headers(AllowHeaders::mirror_request())
            .max_age(PREFLIGHT_AGE_MAX)
            .expose_headers([
                authenticate::RATE_LIMIT,
                authenticate::RATE_LIMIT_POLICY,
                header::ETAG,
                deprecation::DEPRECATION,
                deprecation::SUNSET,
                header::LINK,
                header::RETRY_AFTER,
                header::WWW_AUTHENTICATE,
                X_REQUEST_ID,
                SERVER_TIMING,
            ])
    };
    (!origins.is_empty()).then(layer)
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request, routing::get};
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
        let response =
            router.oneshot(Request::get("/panics").header("host", "x").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(problem["code"], "internal");
        assert!(!problem.to_string().contains("slice"), "{problem}");
    }
}
