//! What is compared between an event and a time, and the weights.

use std::sync::LazyLock;

use dateline_lexicon::{TriggerForm, VerbForm};

use crate::ranker::Ranker;

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
const WIDTH: usize = 36;

/// The names of [`Features::values`], as `rankers.json` has them.
#[rustfmt::skip]
const NAMES: [&str; WIDTH] = [
    "same_clause",
    "one_boundary",
    "farther_boundary",
    "sentence_before_in_paragraph",
    "sentence_after_in_paragraph",
    "farther_in_paragraph",
    "next_sentence_elsewhere",
    "log_sentences",
    "log_words",
    "after_trigger_here",
    "after_trigger_elsewhere",
    "week",
    "month",
    "year",
    "day_in_other_sentence",
    "year_in_other_sentence",
    "future",
    "future_for_past",
    "planned_not_future",
    "first_day",
    "first_day_in_lead",
    "main_day",
    "in_lead",
    "both_in_lead",
    "same_type_in_clause",
    "same_type_and_stem_in_clause",
    "last_day",
    "last_day_for_past",
    "bounded",
    "day_of_writing",
    "earlier_year_in_other_sentence",
    "noun_in_other_sentence",
    "nearest",
    "unreal_in_other_sentence",
    "attached",
    "held_by_other_verb",
];

/// Number of weights of "no time".
const NONE_WIDTH: usize = 7;

/// The names of [`Undated::values`], as `rankers.json` has them.
const NONE_NAMES: [&str; NONE_WIDTH] =
    ["always", "past", "planned", "unreal", "time_in_sentence", "any_day", "in_lead"];

static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("event_times", &NAMES));
static NONE_RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("event_without_time", &NONE_NAMES));

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
        RANKER.score(&self.values())
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
        NONE_RANKER.score(&self.values())
    }
}

/// 1 where it holds, else 0.
pub(in crate::events) fn on(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}
