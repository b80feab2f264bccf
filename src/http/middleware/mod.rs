//! What requests pass on their way to a route, a file each.

pub mod activity;
pub mod authenticate;
pub mod decompress;
pub mod deprecation;
pub mod limit_bodies;
pub mod limit_body;
pub mod limit_headers;
pub mod limit_in_flight;
pub mod normalise;
pub mod observe;
pub mod pages;
pub mod render_problems;
pub mod request_id;
pub mod require_host;
