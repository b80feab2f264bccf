//! What is compared between a pronoun and a mention, and the weights.

use std::sync::LazyLock;

use super::Position;
use crate::{coref::Form, ranker::Ranker};

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

/// The names of [`Features::values`], as `rankers.json` has them.
#[rustfmt::skip]
const NAMES: [&str; WIDTH] = [
    "same_sentence",
    "one_sentence_back",
    "two_sentences_back",
    "farther_back",
    "ten_tokens_between",
    "subject",
    "object",
    "oblique",
    "possessive",
    "same_position",
    "log_mentions",
    "gender_known",
    "pronoun",
    "description",
    "subject_of_own_clause",
    "subject_of_owned_clause",
    "subject_of_reflexive_clause",
    "crosses_quotation",
    "in_own_quotation",
    "first_of_kind",
    "nearest",
    "opens_sentence",
    "both_subjects_here",
    "both_subjects_one_back",
    "subject_before_object_here",
    "subject_before_object_one_back",
    "both_possessive_here",
    "other_before_possessive_here",
    "opened_last_sentence_for_subject",
    "same_clause",
    "coordinated",
    "before_verb",
];

static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("pronouns", &NAMES));

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
        let surface = RANKER.score(&self.values());
        let against = self.gender_against.max(0.5);
        surface - OTHER_GENDER * (against / (1.0 - against)).ln()
    }
}
