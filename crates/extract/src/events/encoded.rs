//! Triggers as the encoder reads them, weighed against the lexicon's.

use std::ops::Range;

use dateline_encoder::{Encoding, Head};
use dateline_text::Document;

use super::{
    EventType, Factuality, FactualityValue,
    grammar::{Reading, Tag},
    lexicon::{Part, TriggerForm, lexicon},
    triggers::{Trigger, dependents_of},
};

/// Probability of "no trigger" at which a row of the lexicon is overruled.
const DROP_MIN: f32 = 0.97;
/// Probability of another type at which a row's type is overruled.
const RETYPE_MIN: f32 = 0.6;
/// Probability of a type at which a word is a trigger without the lexicon.
const ADD_MIN: f32 = 0.45;
/// Most words of a trigger that the lexicon does not know.
const UNITS_MAX: usize = 3;

/// What a factuality that a rule reads weighs beside the encoder's probabilities, where a cue shows it …
const CUE_WEIGHT: f32 = 0.75;
/// … and where it is what is left when nothing shows another: a plain assertion, or the purpose of an infinitive.
const DEFAULT_WEIGHT: f32 = 0.45;

/// What the encoder reads at one unit.
#[derive(Clone, Copy)]
struct Score {
    none: f32,
    best: Option<EventType>,
    probability: f32,
}

/// A degree of factuality as the model's labels name it.
fn degree(label: &str) -> Option<FactualityValue> {
    match label {
        "actual" => Some(FactualityValue::Actual),
        "negated" => Some(FactualityValue::Negated),
        "planned" => Some(FactualityValue::Planned),
        "hypothetical" => Some(FactualityValue::Hypothetical),
        "generic" => Some(FactualityValue::Generic),
        _ => None,
    }
}

/// What the encoder reads at every unit of an article.
pub(super) struct Scores<'a> {
    encoding: &'a Encoding,
    of_unit: Vec<Score>,
}

impl<'a> Scores<'a> {
    pub(super) fn read(document: &Document<'_>, reading: &Reading, encoding: &'a Encoding) -> Self {
        let kinds: Vec<Option<EventType>> = encoding
            .labels(Head::Trigger)
            .iter()
            .map(|label| EventType::all().find(|kind| kind.id() == label))
            .collect();
        let of_unit = reading
            .units()
            .iter()
            .map(|unit| {
                let probabilities = encoding.probabilities(Head::Trigger, document.words(unit.span).start());
                let typed = kinds.iter().zip(&probabilities).filter(|(kind, _)| kind.is_some());
                let (best, probability) = typed
                    .max_by(|(_, a), (_, b)| a.total_cmp(b))
                    .map_or((None, 0.0), |(kind, &probability)| (*kind, probability));
                Score { none: probabilities[0], best, probability }
            })
            .collect();
        Self { encoding, of_unit }
    }

    /// What the encoder read.
    pub(super) fn encoding(&self) -> &'a Encoding {
        self.encoding
    }

    /// The trigger at `at`: what the lexicon lists there unless the encoder overrules it, else what the encoder marks.
    pub(super) fn decide(&self, reading: &Reading, listed: Option<Trigger>, at: usize, end: usize) -> Option<Trigger> {
        match listed {
            Some(trigger) => self.weigh(trigger),
            None => self.unlisted(reading, at, end),
        }
    }

    /// A listed trigger with the encoder's say; none when that is sure that nothing is reported.
    fn weigh(&self, trigger: Trigger) -> Option<Trigger> {
        let units = || self.of_unit[trigger.units.clone()].iter();
        let none = units().map(|score| score.none).fold(1.0, f32::min);
        let score = *units().max_by(|a, b| a.probability.total_cmp(&b.probability))?;
        if none > DROP_MIN {
            return None;
        }
        match score.best {
            Some(kind) if kind != trigger.kind && score.probability > RETYPE_MIN => {
                let row = lexicon().example(kind, trigger.row.part)?;
                Some(Trigger { kind, row, probability: Some(score.probability), ..trigger })
            }
            Some(kind) if kind == trigger.kind => Some(Trigger { probability: Some(score.probability), ..trigger }),
            _ => Some(trigger),
        }
    }

    /// The factuality of the trigger that begins at the token `word`: the degree for which the rules' reading, `shown` by
    /// words or not, and the encoder's probabilities together speak most. A denial needs a word that denies.
    pub(super) fn factuality(&self, word: u32, read: Factuality, shown: bool) -> Factuality {
        let weight = if shown { CUE_WEIGHT } else { DEFAULT_WEIGHT };
        let degrees = self.encoding.labels(Head::Factuality).iter().map(|label| degree(label));
        let known = degrees.zip(self.encoding.probabilities(Head::Factuality, word));
        let best = known
            .filter_map(|(value, probability)| Some((value?, probability)))
            .filter(|(value, _)| *value != FactualityValue::Negated || !read.cues.is_empty())
            .map(|(value, probability)| (value, probability + if value == read.value { weight } else { 0.0 }))
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        match best {
            Some((FactualityValue::Actual, _)) => Factuality { value: FactualityValue::Actual, cues: Vec::new() },
            Some((value, _)) => Factuality { value, ..read },
            None => read,
        }
    }

    fn unlisted(&self, reading: &Reading, at: usize, end: usize) -> Option<Trigger> {
        let kind = self.kind_at(at)?;
        let unit = &reading.units()[at];
        let stop = (at + 1..end.min(at + UNITS_MAX))
            .find(|&next| self.kind_at(next) != Some(kind))
            .unwrap_or(end.min(at + UNITS_MAX));
        let units: Range<usize> = at..stop;
        let (part, form) = match unit.tag {
            Tag::Verb(form) => (Part::Verb, TriggerForm::Verb(form)),
            _ if reading.units()[stop - 1].tag == Tag::Noun || unit.named => (Part::Noun, TriggerForm::Singular),
            _ => (Part::Fixed, TriggerForm::Fixed),
        };
        let row = lexicon().example(kind, part)?;
        let head = if row.part == Part::Noun { units.end - 1 } else { units.start };
        Some(Trigger {
            kind,
            head,
            row,
            form,
            dependents: dependents_of(reading, row.part, units.clone()),
            lemma: unit.lower.clone(),
            probability: Some(self.of_unit[at].probability),
            units,
        })
    }

    fn kind_at(&self, at: usize) -> Option<EventType> {
        let score = self.of_unit[at];
        score.best.filter(|_| score.probability > ADD_MIN)
    }
}
