//! What the targets share: an article from bytes, and one service to send requests to.

use std::sync::LazyLock;

use axum::{
    Router,
    body::{Body, Bytes},
    http::{Request, StatusCode},
};
use dateline::{App, config::Limits, http::router, model::Model};
use dateline_text::{Article, Parts};
use http_body_util::BodyExt;
use tokio::runtime::{self, Runtime};
use tower::ServiceExt;

/// Bytes up to the first newline are the title, those after it the body: a fuzzer finds its way about both.
pub fn article(bytes: &[u8]) -> Option<Article> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (title, body) = text.split_once('\n').unwrap_or(("", text));
    let parts = Parts { title: title.to_owned(), body: body.to_owned(), ..Parts::default() };
    Article::new(parts, Limits::default().text_chars_max).ok()
}

static SERVICE: LazyLock<(Runtime, Router)> = LazyLock::new(|| {
    let runtime = runtime::Builder::new_current_thread().enable_time().build().expect("a runtime starts");
    // A sanitizer makes everything slow; what is looked for here is no slowness.
    let limits = Limits { workers: 1, deadline_ms_max: 120_000, queue_ms_max: 120_000, ..Limits::default() };
    (runtime, router::router(&App::new(limits, Model::embedded()), &[]))
});

/// Sends a body, and checks that the answer is no fault of the service's.
pub fn send(path: &str, headers: &[(&str, &str)], body: &[u8]) -> (StatusCode, Bytes) {
    let (runtime, router) = &*SERVICE;
    let mut request = Request::post(path).header("host", "localhost");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_vec())).expect("the headers are valid");
    runtime.block_on(async {
        let (head, body) = router.clone().oneshot(request).await.expect("the router cannot fail").into_parts();
        assert!(!head.status.is_server_error(), "{}", head.status);
        (head.status, body.collect().await.expect("the body is whole").to_bytes())
    })
}
