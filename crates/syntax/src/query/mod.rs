//! What layers ask of a parse. Every answer is a word, a span of words or a list of them. Nothing here knows of names or
//! entities.

mod clause;
mod complement;
mod coordination;
mod modifier;
mod negation;
mod noun_phrase;
mod participant;
#[cfg(test)]
mod tests;
mod verb_group;

pub use complement::Complement;
pub use modifier::{Prepositional, Relative};
pub use negation::Negation;
pub use noun_phrase::NounPhrase;
pub use verb_group::{Form, Modality, Mood, Tense, VerbGroup, Voice};
