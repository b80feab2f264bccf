//! What the layers know about single English words: the closed classes, common open-class words, and inflection.

mod classes;
mod inflection;

pub(crate) use classes::{Class, class_of, common_verb_forms, is_adjective};
pub(crate) use inflection::{VerbForm, plural_of, verb_forms};
