//! One measure for each layer, over what the service answers.

pub mod articles;
pub mod events;
pub mod linking;
pub mod names;
pub mod quotes;
pub mod reference;
pub mod times;
