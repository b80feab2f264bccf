//! The playground: a page that shows what an article says, served from the binary, and `GET /` for everything else.
//!
//! The page's files are in `page/`: plain ES modules and custom elements, without a build step. Every address in them is
//! relative, so that the page works behind a gateway that serves it under a path of its own.

mod accept;
mod files;

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use dateline_wire::SERVICE;
use serde::Serialize;

use self::{accept::accepts_html, files::File};
use super::problem::{Rejection, of_status};
use crate::App;

/// The page at `/`, its files under `/playground/`, and the icon.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(page_or_index))
        .route("/playground/{*path}", get(file))
        .route("/favicon.ico", get(async |headers: HeaderMap| serve("icon.svg", &headers)))
}

/// `GET /` and the icon, for a service without the page.
pub(super) fn routes_without_page() -> Router<App> {
    Router::new()
        .route("/", get(index))
        .route("/favicon.ico", get(async |headers: HeaderMap| serve("icon.svg", &headers)))
}

/// The page for a browser, which names HTML in its `Accept`; the index for everything else.
async fn page_or_index(headers: HeaderMap) -> Response {
    let mut response =
        if accepts_html(&headers) { serve("index.html", &headers) } else { index().await.into_response() };
    response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept"));
    response
}

/// A file of the page.
async fn file(Path(path): Path<String>, headers: HeaderMap) -> Response {
    serve(&path, &headers)
}

fn serve(path: &str, headers: &HeaderMap) -> Response {
    match File::get(path) {
        Some(file) => file.respond(headers),
        None => Rejection(of_status(StatusCode::NOT_FOUND)).into_response(),
    }
}

/// Where to go from here.
#[derive(Serialize)]
struct Index {
    service: &'static str,
    documentation: &'static str,
    openapi: &'static str,
    info: &'static str,
    extract: &'static str,
    batch: &'static str,
}

/// A short index, for callers that are not browsers. Its addresses are relative to it.
async fn index() -> Json<Index> {
    Json(Index {
        service: SERVICE,
        documentation: "docs/",
        openapi: "openapi.json",
        info: "v1/info",
        extract: "v1/extract",
        batch: "v1/batch",
    })
}
