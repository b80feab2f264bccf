//! The running process: its threads, its listener, and its life.

pub(crate) mod connection;
pub mod pool;
pub mod process;
pub mod readiness;
pub mod server;
pub mod shutdown;
pub mod tls;
