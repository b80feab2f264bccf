//! What operators see: the log, metrics, and traces where a collector takes them.

pub mod log;
pub mod metrics;
#[cfg(feature = "opentelemetry")]
pub mod traces;
