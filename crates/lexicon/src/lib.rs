//! What is known about English words, whatever text they stand in: classes, inflection, reporting verbs, event triggers.
//!
//! The tables are in `data`, one row a line and cells parted by tabs. They are read when they are first asked for, which
//! takes a few milliseconds once per process. Words are asked for in lower case.
//!
//! ```
//! use dateline_lexicon::{Class, cue_form, is};
//!
//! assert!(is("between", Class::Preposition));
//! assert_eq!(cue_form("denied").map(|form| form.cue.lemma), Some("deny"));
//! ```

mod bits;
mod class;
mod closed;
mod factuality;
mod inflection;
mod lemma;
mod open;
pub mod person;
mod reporting;
mod topic;
mod trigger;

pub use bits::{LEXICON_BIT_NAMES, LEXICON_BITS, bits};
pub use class::{Class, Classes, classes, is};
pub use closed::{ClosedClass, closed_class};
pub use factuality::{Effect, Relation, effect};
pub use inflection::{VerbForm, conjugate, plural_of, verb_forms};
pub use lemma::{auxiliary_lemma, noun_lemma, verb_lemma};
pub use open::{common_verb_forms, is_adjective};
pub use person::Gender;
pub use reporting::{Act, CueForm, CueVerb, Frames, cue_form, is_noun_form, reporting_noun};
pub use topic::{in_trigger_class, topics, topics_of, trigger_classes};
pub use trigger::{
    EVENT_TYPES, Frame, Part, TriggerEntry, TriggerForm, TriggerRow, trigger_rows, triggers_starting_with,
};
