//! What is compared between a pronoun and a mention, and the weights.

use super::Position;
use crate::coref::Form;

/// Farthest distance in tokens that still counts.
const WORDS_MAX: u32 = 80;
/// Most mentions that still count.
const MENTIONS_MAX: u32 = 30;

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
    /// Whether the gender that the entity's name makes likely agrees.
    pub(super) gender_known: bool,
    /// How likely the other gender is; 0 where nothing speaks for it.
    pub(super) gender_against: f32,
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
    /// Whether the entity is the first that the article names of its kind.
    pub(super) first_named: bool,
    /// Whether no agreeing mention stands between.
    pub(super) nearest: bool,
    /// Whether the mention opens its sentence.
    pub(super) opens_sentence: bool,
    /// Whether the mention is joined to another one by "and".
    pub(super) coordinated: bool,
    /// Whether a verb follows the mention.
    pub(super) before_verb: bool,
}

/// What the log odds of the other gender cost.
const OTHER_GENDER: f32 = 1.5;

/// Number of weights.
const WIDTH: usize = 32;

/// One weight per value of [`Features::values`], as a log-linear ranker learned them: the probability of all right
/// mentions among the agreeing ones was maximised over the train split of GAP and, counted twice, the sources "he" and
/// "she" of quotes in news articles. The reflexive's was set by hand, since reflexives are too few there.
#[rustfmt::skip]
const WEIGHTS: [f32; WIDTH] = [
    2.25, // same sentence
    0.03, // one sentence back
    -1.14, // two sentences back
    -1.15, // farther back
    -0.21, // ten tokens between
    0.57, // subject
    0.59, // object
    -0.46, // after a preposition
    -0.7, // possessive
    0.68, // same position as the pronoun
    0.14, // logarithm of earlier mentions
    0.15, // gender known
    -1.79, // pronoun
    -0.81, // description
    -2.65, // subject of the clause of which the pronoun is an object
    -0.1, // subject of the clause in which the pronoun owns
    2.0, // subject of the clause of a reflexive
    -2.35, // one of the two inside a quotation
    -0.49, // speaker of the pronoun's quotation
    0.31, // first of its kind in the article
    0.39, // nearest
    -0.03, // opens its sentence
    -0.53, // both subjects, same sentence
    -0.07, // both subjects, one sentence back
    -0.36, // subject before an object, same sentence
    0.22, // subject before an object, one sentence back
    -0.71, // both possessive, same sentence
    0.48, // other than subject before a possessive, same sentence
    1.5, // opened the last sentence, pronoun is subject
    0.54, // same clause
    -2.26, // joined by "and"
    1.01, // before a verb
];

impl Features {
    /// The features as numbers, most of them 0 or 1.
    fn values(&self) -> [f32; WIDTH] {
        let on = |holds: bool| if holds { 1.0 } else { 0.0 };
        let (here, last) = (self.sentences_back == 0, self.sentences_back == 1);
        let subject = self.position == Position::Subject;
        let bound = self.same_clause && subject;
        let (as_subject, as_owner) =
            (self.pronoun_position == Position::Subject, self.pronoun_position == Position::Possessive);
        let argument = !as_subject && !as_owner;
        [
            on(here),
            on(last),
            on(self.sentences_back == 2),
            on(self.sentences_back > 2),
            self.words_back.min(WORDS_MAX) as f32 / 10.0,
            on(subject),
            on(self.position == Position::Object),
            on(self.position == Position::Oblique),
            on(self.position == Position::Possessive),
            on(self.position == self.pronoun_position),
            (1.0 + self.mentions.min(MENTIONS_MAX) as f32).ln(),
            on(self.gender_known),
            on(self.form == Form::Pronoun),
            on(self.form == Form::Nominal),
            on(bound && argument && !self.reflexive),
            on(bound && as_owner),
            on(bound && self.reflexive),
            on(self.crosses_quotation),
            on(self.in_own_quotation),
            on(self.first_named),
            on(self.nearest),
            on(self.opens_sentence),
            on(here && subject && as_subject),
            on(last && subject && as_subject),
            on(here && subject && argument),
            on(last && subject && argument),
            on(here && self.position == Position::Possessive && as_owner),
            on(here && !subject && as_owner),
            on(self.opens_sentence && last && as_subject),
            on(self.same_clause),
            on(self.coordinated),
            on(self.before_verb),
        ]
    }

    /// Whether the mention is the subject that opens the pronoun's sentence, or the one before for a subject: most
    /// things that "it" and "they" speak of have no name, so that no other named one is safe.
    pub(super) fn is_leading_subject(&self) -> bool {
        let near = self.sentences_back == 0 || self.sentences_back == 1 && self.pronoun_position == Position::Subject;
        self.position == Position::Subject && self.opens_sentence && near
    }

    /// How well the mention fits as the pronoun's antecedent, compared with other mentions.
    pub(super) fn score(&self) -> f32 {
        let surface: f32 = self.values().iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
        let against = self.gender_against.max(0.5);
        surface - OTHER_GENDER * (against / (1.0 - against)).ln()
    }
}
