//! `POST /v1/ninjs`.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::response::Response;
use dateline_answer::answer_ninjs;
use dateline_wire::{
    Representation,
    ninjs::{Extension, Item, NinjsItem},
};

use super::extract::respond;
use crate::{
    App,
    http::{
        NINJS_PATH,
        body::{self, HeldBody},
        content_type,
        middleware::request_id::TraceHeaders,
        openapi::ExtractProblems,
        problem::Rejection,
    },
    observe::metrics::{Arrival, Stage},
};

/// A ninjs item with its lists filled
///
/// Send an item of IPTC ninjs 1, 2 or 3, as JSON. Its article is `body_html` or `body_text` with `headline`, or the first
/// HTML of `bodies`, else the first plain text, with the first of `headlines`. Who and what the article names is added to the
/// item's own lists of people, organisations, places, events and objects; an entry that has the same Wikidata identifier
/// or the same name is not added again. Everything else comes back byte for byte.
/// With `extension=true` the item also gets a member `x_dateline`, which is what `/v1/extract` answers to its article.
#[utoipa::path(
    post,
    path = NINJS_PATH,
    tag = "articles",
    request_body(content = NinjsItem, content_type = "application/json"),
    params(
        ("extension" = Option<bool>, Query, description = "Whether the item also gets `x_dateline`: what `/v1/extract` \
            answers to its article, with quotes and events. `false` by default."),
        TraceHeaders,
    ),
    responses(
        (
            status = OK,
            description = "The item, enriched",
            body = NinjsItem,
            headers(("ETag" = String, description = "Strong tag of the body; weak where the answer is compressed"))
        ),
        ExtractProblems,
    )
)]
pub async fn ninjs(State(app): State<App>, request: Request) -> Result<Response, Rejection> {
    app.readiness.check_open()?;
    let (head, sent) = request.into_parts();
    content_type::media_type(&head.headers, &[("application/json", ())], "application/json")?;
    let limits = app.limits.of_requests();
    let extension = Extension::of_query(head.uri.query(), limits.errors_max)?;
    let begun = Instant::now();
    // The item takes the room of its body until it has been answered.
    let HeldBody { bytes, room: _room } = body::read(sent, app.limits.body_bytes_max, &app).await?;
    let received = begun.elapsed();
    app.metrics.stage(Stage::Receive, received);
    let (item, request) = Item::read(&bytes, extension, &limits)?;
    drop(bytes);
    let parsed = begun.elapsed() - received;
    app.metrics.stage(Stage::Parse, parsed);
    let (model, of_answers) = (app.model.clone(), app.limits.of_answers());
    let computed = app.pool.run(move || answer_ninjs(&model, &item, request, &limits, of_answers)).await?;
    respond(&app, computed, Representation::Json, Arrival { begun, received, parsed })
}
