//! The operations, a file each.

pub mod batch;
pub mod docs;
pub mod extract;
pub mod health;
pub mod info;
pub mod metrics;
pub mod ninjs;
