//! Problems get their bodies here, where the request's id is known.

use axum::{Extension, extract::Request, http::header, middleware::Next, response::Response};
use dateline_wire::Problem;

use super::request_id::RequestId;
use crate::http::problem::{of_status, render, status as status_of};

/// Renders every non-2xx response as `application/problem+json`.
pub async fn render_problems(Extension(RequestId(id)): Extension<RequestId>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let (mut head, _) = response.into_parts();
    let problem = head.extensions.remove::<Problem>().unwrap_or_else(|| of_status(status));
    let (rendered, body) = render(&problem.details(&id)).into_parts();
    head.status = status_of(problem.code());
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.extend(rendered.headers);
    head.extensions.insert(problem.code());
    Response::from_parts(head, body)
}
