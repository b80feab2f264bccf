//! The running process: its threads, its listener, and its life.

pub(crate) mod connection;
mod lingering;
pub mod pool;
pub mod process;
pub mod readiness;
pub mod reload;
pub mod server;
pub mod shutdown;
mod silence;
pub mod tls;
mod unread;
