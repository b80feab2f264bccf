//! What the process is told by signals: to end, or to read keys and certificates again.

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

/// Calls `act` at each SIGHUP, for as long as the returned future is polled. The signal is caught from now on: by default it
/// would end the process.
///
/// # Errors
/// When the system takes no handler for it.
pub fn at_hangup(mut act: impl FnMut()) -> io::Result<impl Future<Output = ()>> {
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        while hangup.recv().await.is_some() {
            act();
        }
    })
}
