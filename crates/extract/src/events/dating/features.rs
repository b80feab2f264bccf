//! What is compared between an event and a time, and the weights.

use dateline_lexicon::{TriggerForm, VerbForm};

/// How fine a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    /// A day, or a part of one.
    Day,
    /// A week or a weekend.
    Week,
    /// A month, a quarter or a season.
    Month,
    /// A year or more.
    Year,
}

/// Where a time stands, seen from a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In its sentence, so many clause boundaries and words away.
    Sentence { boundaries: usize, words: usize },
    /// In its paragraph, so many sentences away.
    Paragraph { sentences: usize },
    /// In another paragraph, so many sentences away.
    Elsewhere { sentences: usize },
}

/// What the surface shows of one pair of event and time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Features {
    /// Where the time stands.
    pub(super) place: Place,
    /// Whether it stands after the trigger.
    pub(super) after: bool,
    /// How fine it is.
    pub(super) grain: Grain,
    /// Whether it lies after publication.
    pub(super) future: bool,
    /// Whether it is the first day that the article names.
    pub(super) first_day: bool,
    /// Whether it is the day that the article names most often.
    pub(super) main_day: bool,
    /// Whether it stands among the article's first sentences.
    pub(super) in_lead: bool,
    /// Whether the trigger does.
    pub(super) trigger_in_lead: bool,
    /// Whether a trigger of this type stands in its clause.
    pub(super) kin: bool,
    /// Whether one of this type and stem does.
    pub(super) twin: bool,
    /// Whether it is the nearest of its sentence, counted in clauses first and in words then.
    pub(super) nearest: bool,
    /// Whether it depends on the trigger, or on the verb of which the trigger is an object.
    pub(super) attached: bool,
    /// Whether it depends on another verb of the sentence.
    pub(super) held: bool,
    /// Whether it is the last day named before the trigger.
    pub(super) last_day: bool,
    /// Whether a word such as "since" or "until" stands before it.
    pub(super) bounded: bool,
    /// Whether it is the day of writing.
    pub(super) written: bool,
    /// Whether it lies a year or more before the latest time of the article.
    pub(super) old: bool,
    /// How the trigger stands.
    pub(super) form: TriggerForm,
    /// Whether the words around the trigger say that it is still to come.
    pub(super) planned: bool,
    /// Whether they say that it did not happen, may happen, or happens in general.
    pub(super) unreal: bool,
}

/// Number of weights of a pair.
pub(super) const WIDTH: usize = 36;

/// One weight per value of [`Features::values`], as a log-linear choice learned them: the probability of all times whose
/// value is the annotated date was maximised over the correctly typed events of the newsroom training articles. Events
/// without an annotated date counted 0.05 (0.01 in articles without any date), for most of them only lack a publication date.
#[rustfmt::skip]
const WEIGHTS: [f32; WIDTH] = [
    -0.04, // same sentence, same clause
    1.0, // same sentence, one boundary between
    -0.12, // same sentence, farther
    0.0, // sentence before, same paragraph
    -0.36, // sentence after, same paragraph
    -0.24, // same paragraph, farther
    -0.24, // next sentence, other paragraph
    -1.04, // logarithm of sentences between
    -0.15, // logarithm of words between
    0.1, // same sentence, after the trigger
    -0.11, // another sentence, after the trigger
    -0.41, // week
    -0.53, // month
    -0.3, // year
    -0.33, // another sentence, day
    -0.49, // another sentence, year
    -0.21, // after publication
    -0.26, // after publication, past form
    -0.5, // not after publication, planned
    0.02, // first day of the article
    0.58, // first day, both in the lead
    0.68, // most frequent day
    0.18, // in the lead
    0.05, // both in the lead
    1.01, // trigger of its type in the clause
    0.11, // trigger of its type and stem in the clause
    1.23, // last day before
    0.19, // last day before, past form
    -0.59, // bounded
    0.24, // day of writing
    -0.41, // earlier year, another sentence
    0.39, // another sentence, noun
    0.7, // nearest of its sentence
    -0.26, // another sentence, unreal
    0.94, // attached
    0.02, // held by another verb
];

/// Number of weights of "no time".
pub(super) const NONE_WIDTH: usize = 7;

/// One weight per value of [`Undated::values`], learned with the others.
#[rustfmt::skip]
const NONE_WEIGHTS: [f32; NONE_WIDTH] = [-1.35, -0.24, 0.03, 0.23, -0.11, -0.09, -0.14];

impl Features {
    /// The features as numbers, most of them 0 or 1.
    pub(super) fn values(&self) -> [f32; WIDTH] {
        let here = |least: usize, most: usize| matches!(self.place, Place::Sentence { boundaries, .. } if (least..=most).contains(&boundaries));
        let words = match self.place {
            Place::Sentence { words, .. } => words,
            _ => 0,
        };
        let sentences = match self.place {
            Place::Sentence { .. } => 0,
            Place::Paragraph { sentences } | Place::Elsewhere { sentences } => sentences,
        };
        let same = matches!(self.place, Place::Sentence { .. });
        let paragraph = matches!(self.place, Place::Paragraph { .. });
        let past = matches!(self.form, TriggerForm::Verb(VerbForm::Past | VerbForm::Participle));
        let noun = matches!(self.form, TriggerForm::Singular | TriggerForm::Plural);
        let day = self.grain == Grain::Day;
        [
            on(here(0, 0)),
            on(here(1, 1)),
            on(here(2, usize::MAX)),
            on(paragraph && sentences == 1 && !self.after),
            on(paragraph && sentences == 1 && self.after),
            on(paragraph && sentences > 1),
            on(!same && !paragraph && sentences == 1),
            (1.0 + sentences as f32).ln(),
            (1.0 + words as f32).ln(),
            on(same && self.after),
            on(!same && self.after),
            on(self.grain == Grain::Week),
            on(self.grain == Grain::Month),
            on(self.grain == Grain::Year),
            on(!same && day),
            on(!same && self.grain == Grain::Year),
            on(self.future),
            on(self.future && past && !self.planned),
            on(!self.future && self.planned),
            on(self.first_day),
            on(self.first_day && self.trigger_in_lead),
            on(self.main_day),
            on(self.in_lead),
            on(self.in_lead && self.trigger_in_lead),
            on(self.kin),
            on(self.twin),
            on(self.last_day && !same),
            on(self.last_day && !same && past),
            on(self.bounded),
            on(self.written),
            on(self.old && !same),
            on(!same && noun),
            on(self.nearest),
            on(!same && self.unreal),
            on(self.attached),
            on(same && self.held),
        ]
    }

    /// How well the time fits.
    pub(super) fn score(&self) -> f32 {
        self.values().iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum()
    }
}

/// What speaks for an event without a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Undated {
    /// How the trigger stands.
    pub(super) form: TriggerForm,
    /// Whether the words around the trigger say that it is still to come.
    pub(super) planned: bool,
    /// Whether they say that it did not happen, may happen, or happens in general.
    pub(super) unreal: bool,
    /// Whether its sentence names a time.
    pub(super) time_here: bool,
    /// Whether the article names a day.
    pub(super) any_day: bool,
    /// Whether the trigger stands among the article's first sentences.
    pub(super) in_lead: bool,
}

impl Undated {
    /// The features as numbers.
    pub(super) fn values(&self) -> [f32; NONE_WIDTH] {
        let past = matches!(self.form, TriggerForm::Verb(VerbForm::Past | VerbForm::Participle));
        [1.0, on(past), on(self.planned), on(self.unreal), on(self.time_here), on(self.any_day), on(self.in_lead)]
    }

    /// How well "no time" fits.
    pub(super) fn score(&self) -> f32 {
        self.values().iter().zip(NONE_WEIGHTS).map(|(value, weight)| value * weight).sum()
    }
}

fn on(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}
