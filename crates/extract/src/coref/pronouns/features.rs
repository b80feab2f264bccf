//! What is compared between a pronoun and a mention, and the weights.

use super::{Agreement, Position};
use crate::coref::Form;

/// What the surface shows of one pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Features {
    /// Sentences between the mention's and the pronoun's, 0 for the same one.
    pub(super) sentences_back: usize,
    /// Tokens between them.
    pub(super) words_back: u32,
    /// Where the mention stands.
    pub(super) position: Position,
    /// Where the pronoun stands.
    pub(super) pronoun_position: Position,
    /// Mentions of the entity before the pronoun.
    pub(super) mentions: u32,
    /// Whether the entity's gender is known, and so agrees.
    pub(super) gender_known: bool,
    /// How the mention refers.
    pub(super) form: Form,
    /// Whether both stand in one clause.
    pub(super) same_clause: bool,
    /// Whether the pronoun is reflexive.
    pub(super) reflexive: bool,
    /// Whether one of the two stands in a quotation and the other does not, or in another one.
    pub(super) crosses_quotation: bool,
    /// Whether the mention speaks the quotation in which the pronoun stands.
    pub(super) in_own_quotation: bool,
}

/// How well the mention fits as the pronoun's antecedent; below 0, not at all.
pub(super) fn score(features: Features, agreement: Agreement) -> f32 {
    let mut score = match agreement {
        Agreement::Person(_) => 2.5,
        Agreement::Thing => 0.6,
        Agreement::Plural => 0.3,
    };
    score -= 0.9 * features.sentences_back as f32;
    score -= 0.02 * features.words_back.min(60) as f32;
    score += match features.position {
        Position::Subject => 1.2,
        Position::Object => 0.1,
        Position::Oblique => -0.3,
        Position::Possessive => 0.0,
    };
    if features.position == features.pronoun_position {
        score += 0.4;
    }
    score += 0.35 * (1.0 + features.mentions.min(30) as f32).ln();
    if features.gender_known {
        score += 0.8;
    }
    if features.form == Form::Pronoun {
        score += 0.3;
    }
    let argument = matches!(features.pronoun_position, Position::Object | Position::Oblique);
    if features.same_clause && features.position == Position::Subject {
        score += match (features.reflexive, argument) {
            (true, _) => 3.0,
            (false, true) => -2.5,
            (false, false) => 0.5,
        };
    }
    if features.crosses_quotation {
        score -= 0.4;
    }
    if features.in_own_quotation {
        score -= 2.5;
    }
    score
}
