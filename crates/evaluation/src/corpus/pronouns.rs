//! GAP: a text, a pronoun, and two names of which one, or neither, is meant.

use serde::Deserialize;

use super::Text;
use crate::answer::Range;

#[derive(Deserialize)]
pub(crate) struct PronounDocument {
    text: String,
    pub(crate) pronoun: Range,
    candidate_a: Range,
    candidate_b: Range,
    a_coref: bool,
    b_coref: bool,
}

impl PronounDocument {
    /// The two names, each with whether the pronoun means it.
    pub(crate) fn candidates(&self) -> [(Range, bool); 2] {
        [(self.candidate_a, self.a_coref), (self.candidate_b, self.b_coref)]
    }
}

impl Text for PronounDocument {
    fn text(&self) -> &str {
        &self.text
    }
}
