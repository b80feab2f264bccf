//! The log: one line each for what happens, never any text of a request.

use std::{io::IsTerminal, panic, time::Duration};

use tracing::Metadata;
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::{EnvFilter, filter::filter_fn, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::config::LogFormat;

/// Milliseconds with two decimals.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 100_000.0).round() / 100.0
}

/// Whether a line comes from a crate of this repository.
fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target().starts_with("dateline")
}

/// The log of a process. Dropping it writes what still waits.
pub struct Log {
    /// Counts lines that were dropped because too many waited.
    pub dropped: ErrorCounter,
    _writer: WorkerGuard,
}

/// Writes log lines to standard error, and panics as log lines that say where and not what: their messages can hold
/// slices of the text. Lines are written by a thread of their own, which nothing waits for: beyond `lines_max` that
/// wait, they are dropped.
///
/// Libraries' lines are left out at any level: some repeat what callers wrote, as that of HTTP/2 does with malformed heads.
///
/// # Errors
/// When `filter` is not a filter directive.
pub fn init(format: LogFormat, filter: &str, lines_max: usize) -> Result<Log, tracing_subscriber::filter::ParseError> {
    let filter = EnvFilter::try_new(filter)?;
    let (writer, guard) = NonBlockingBuilder::default()
        .lossy(true)
        .buffered_lines_limit(lines_max)
        .thread_name("log")
        .finish(std::io::stderr());
    let dropped = writer.error_counter();
    let lines = tracing_subscriber::registry().with(filter).with(filter_fn(is_ours));
    match format {
        LogFormat::Json => {
            lines.with(fmt::layer().json().flatten_event(true).with_current_span(false).with_writer(writer)).init();
        }
        // A terminal gets colours, unless NO_COLOR is set.
        LogFormat::Pretty if std::io::stderr().is_terminal() => lines.with(fmt::layer().with_writer(writer)).init(),
        LogFormat::Pretty => lines.with(fmt::layer().with_ansi(false).with_writer(writer)).init(),
    }
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    Ok(Log { dropped, _writer: guard })
}
