//! What requests pass on their way to a route, a file each.

pub mod activity;
pub mod authenticate;
pub mod limit_bodies;
pub mod limit_body;
pub mod limit_headers;
pub mod limit_in_flight;
pub mod observe;
pub mod pages;
pub mod render_problems;
pub mod request_id;
