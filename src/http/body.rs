//! Reading a request's body, within its limits.

use std::error::Error;

use axum::body::{Body, Bytes};
use dateline_wire::{Code, Problem};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::{task::consume_budget, time::timeout};
use tokio_util::bytes::BytesMut;

use crate::config::Limits;

/// The whole body, which the router has decompressed.
pub(crate) async fn read(body: Body, bytes_max: usize, limits: &Limits) -> Result<Bytes, Problem> {
    let collected = timeout(limits.body_time_max(), collect(Limited::new(body, bytes_max))).await;
    match collected {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) if exceeds_limit(error.as_ref()) => Err(too_large(bytes_max)),
        Ok(Err(_)) => {
            Err(Problem::new(Code::BodyUnreadable, "the body broke off, or is not what Content-Encoding says"))
        }
        Err(_) => {
            let detail = format!("the body must arrive within {} ms", limits.body_ms_max);
            Err(Problem::new(Code::BodyTimeout, detail).limit(limits.body_ms_max))
        }
    }
}

/// The pieces of a body as one. A body that is decompressed is always ready, so each piece takes of the task's budget.
async fn collect(mut body: Limited<Body>) -> Result<Bytes, Box<dyn Error + Send + Sync>> {
    let mut whole = BytesMut::new();
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            whole.extend_from_slice(&data);
        }
        consume_budget().await;
    }
    Ok(whole.freeze())
}

/// Whether a body's error comes from the limit on what was sent or on what it decompresses to.
fn exceeds_limit(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |&error| error.source()).any(<dyn Error>::is::<LengthLimitError>)
}

/// The problem of a body with more bytes than `limit`.
pub(crate) fn too_large(limit: usize) -> Problem {
    let detail = format!("the body must have at most {limit} bytes, as sent and after decompression");
    Problem::new(Code::BodyTooLarge, detail).limit(limit as u64)
}
