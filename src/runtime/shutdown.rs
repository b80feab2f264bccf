//! When the process is told to end.

use std::{future::Future, io};

use tokio::signal::unix::{SignalKind, signal};

/// Resolves at SIGTERM or SIGINT.
///
/// # Errors
/// When the system takes no handler for them.
pub fn told_to_end() -> io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {},
            _ = interrupt.recv() => {},
        }
    })
}
