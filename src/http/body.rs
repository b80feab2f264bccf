//! Reading a request's body, within its limits.

use std::{error::Error, sync::Arc};

use axum::body::{Body, Bytes};
use dateline_wire::{Code, Problem};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::consume_budget,
    time::timeout,
};
use tokio_util::bytes::BytesMut;

use crate::App;

/// A body, with the permits to hold as many bytes.
pub(crate) struct HeldBody {
    pub(crate) bytes: Bytes,
    /// To be kept for as long as the bytes, or what was read from them, are in memory.
    pub(crate) room: Option<OwnedSemaphorePermit>,
}

/// The whole body, which the router has decompressed.
pub(crate) async fn read(body: Body, bytes_max: usize, app: &App) -> Result<HeldBody, Problem> {
    let limits = &app.limits;
    let collected = timeout(limits.body_time_max(), collect(Limited::new(body, bytes_max), &app.body_bytes)).await;
    match collected {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) if exceeds_limit(error.as_ref()) => Err(too_large(bytes_max)),
        Ok(Err(error)) if error.is::<NoRoom>() => Err(Problem::new(Code::Overloaded, error.to_string())),
        Ok(Err(_)) => {
            Err(Problem::new(Code::BodyUnreadable, "the body ended early, or does not match Content-Encoding"))
        }
        Err(_) => {
            let detail = format!("the body must arrive within {} ms", limits.body_ms_max);
            Err(Problem::new(Code::BodyTimeout, detail).limit(limits.body_ms_max))
        }
    }
}

/// Other bodies take all the memory that there is for bodies.
#[derive(Debug, thiserror::Error)]
#[error("the memory for request bodies is full; try again shortly")]
struct NoRoom;

/// The pieces of a body as one. A body that is decompressed is always ready, so each piece takes of the task's budget.
async fn collect(mut body: Limited<Body>, permits: &Arc<Semaphore>) -> Result<HeldBody, Box<dyn Error + Send + Sync>> {
    let (mut whole, mut room) = (BytesMut::new(), None::<OwnedSemaphorePermit>);
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            let count = u32::try_from(data.len()).map_err(|_| NoRoom)?;
            let more = Arc::clone(permits).try_acquire_many_owned(count).map_err(|_| NoRoom)?;
            match &mut room {
                Some(room) => room.merge(more),
                None => room = Some(more),
            }
            whole.extend_from_slice(&data);
        }
        consume_budget().await;
    }
    Ok(HeldBody { bytes: whole.freeze(), room })
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
