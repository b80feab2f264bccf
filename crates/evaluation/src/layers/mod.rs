//! One measure for each layer, over what the service answers; parses, which no answer shows, are read from the encoder.

pub mod articles;
pub mod events;
pub mod linking;
pub mod names;
pub mod quotes;
pub mod reference;
pub mod syntax;
pub mod times;
