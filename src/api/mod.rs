//! The wire: what callers send and get, in the terms of the contract.

pub mod batch;
pub mod convert;
pub mod fields;
pub mod offsets;
pub mod published;
pub mod request;
pub mod response;
pub mod terms;
