//! Triggers as the encoder reads them, weighed against the lexicon's.

use std::ops::Range;

use dateline_encoder::{Encoding, Head};
use dateline_lexicon::{Part, TriggerForm};
use dateline_text::Document;

use super::{
    EventType, Factuality, FactualityValue,
    grammar::{Reading, Tag, Unit},
    lexicon::lexicon,
    triggers::{Trigger, dependents_of},
};
use crate::names::EntityKind;

/// Probability of another type at which a row's type is overruled.
const RETYPE_MIN: f32 = 0.6;
/// Probability of a type at which a word is a trigger without the lexicon.
const ADD_MIN: f32 = 0.45;
/// Most words of a trigger that the lexicon does not know.
const UNITS_MAX: usize = 3;
/// Fewest units of a window that can be garbled, and the share of marked ones, one in so many, above which it is.
const WINDOW_UNITS_MIN: usize = 24;
const MARKED_SHARE: usize = 4;
/// Units in a row that the encoder gives one type at which it names nothing.
const RUN_UNITS_MAX: usize = 6;

/// What a factuality that a rule reads weighs beside the encoder's probabilities, where a cue shows it …
const CUE_WEIGHT: f32 = 0.75;
/// … and where it is what is left when nothing shows another: a plain assertion, or the purpose of an infinitive.
const DEFAULT_WEIGHT: f32 = 0.45;

/// Whether a unit can begin a trigger that the lexicon does not know: a content word, and of names those of events only.
fn names_event(unit: &Unit) -> bool {
    let content = matches!(unit.tag, Tag::Noun | Tag::Verb(_) | Tag::Adjective | Tag::Name);
    content && (!unit.named || unit.entity_kind == Some(EntityKind::Event))
}

/// Whether a unit can end one: a content word, or a particle such as the "for" of "called for".
fn ends_trigger(reading: &Reading, at: usize) -> bool {
    names_event(&reading.units()[at]) || reading.units()[at].tag == Tag::Preposition
}

/// What the encoder reads at one unit.
#[derive(Clone, Copy, Default)]
struct Score {
    /// The token; none in a window that the encoder could not read.
    word: Option<u32>,
    best: Option<EventType>,
    probability: f32,
}

/// Forgets the windows in which the encoder names a type at more words than any prose has triggers: it has lost the thread,
/// as in a text whose paragraphs run together.
fn discard_overfiring_windows(document: &Document<'_>, reading: &Reading, encoding: &Encoding, scores: &mut [Score]) {
    let units = reading.units();
    let window = |at: usize| encoding.window(document.words(units[at].span).start());
    let mut start = 0;
    while start < scores.len() {
        let own = window(start);
        let end = start + (start..scores.len()).take_while(|&at| window(at) == own).count();
        let marked = scores[start..end].iter().filter(|score| score.probability > ADD_MIN).count();
        if end - start >= WINDOW_UNITS_MIN && marked * MARKED_SHARE > end - start {
            scores[start..end].fill(Score::default());
        }
        start = end;
    }
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
        let mut of_unit: Vec<Score> = reading
            .units()
            .iter()
            .map(|unit| {
                let word = document.words(unit.span).start();
                let probabilities = encoding.probabilities(Head::Trigger, word);
                let typed = kinds.iter().zip(&probabilities).filter(|(kind, _)| kind.is_some());
                let (best, probability) = typed
                    .max_by(|(_, a), (_, b)| a.total_cmp(b))
                    .map_or((None, 0.0), |(kind, &probability)| (*kind, probability));
                Score { word: Some(word), best, probability }
            })
            .collect();
        discard_overfiring_windows(document, reading, encoding, &mut of_unit);
        Self { encoding, of_unit }
    }

    /// What the encoder read.
    pub(super) fn encoding(&self) -> &'a Encoding {
        self.encoding
    }

    /// The trigger at `at`: what the lexicon lists there, with the encoder's say on its type, else what the encoder marks.
    pub(super) fn decide(&self, reading: &Reading, listed: Option<Trigger>, at: usize, end: usize) -> Option<Trigger> {
        match listed {
            Some(trigger) => Some(self.weigh(trigger)),
            None => self.unlisted(reading, at, end),
        }
    }

    /// A listed trigger with the encoder's say on its type, and its probability.
    fn weigh(&self, trigger: Trigger) -> Trigger {
        let scores = self.of_unit[trigger.units.clone()].iter();
        let Some(score) = scores.max_by(|a, b| a.probability.total_cmp(&b.probability)) else { return trigger };
        match score.best {
            Some(kind) if kind == trigger.kind => Trigger { probability: Some(score.probability), ..trigger },
            Some(kind) if score.probability > RETYPE_MIN => match lexicon().example(kind, trigger.row.part) {
                Some(row) => Trigger { kind, row, probability: Some(score.probability), ..trigger },
                None => trigger,
            },
            _ => Trigger { probability: self.probability(trigger.head, trigger.kind), ..trigger },
        }
    }

    /// The probability that a unit is a trigger of a type; none where the encoder could not read it, or does not know the
    /// type.
    fn probability(&self, unit: usize, kind: EventType) -> Option<f32> {
        let mut labels = self.encoding.labels(Head::Trigger).iter();
        let label = labels.position(|label| *label == kind.id())?;
        self.encoding.probabilities(Head::Trigger, self.of_unit[unit].word?).get(label).copied()
    }

    /// The factuality of the trigger that begins at the token `word`: the degree for which the rules' reading, `shown` by
    /// words or not, and the encoder's probabilities together speak most. A denial needs a word that denies.
    pub(super) fn factuality(&self, word: u32, read: Factuality, shown: bool) -> Factuality {
        let weight = if shown { CUE_WEIGHT } else { DEFAULT_WEIGHT };
        let degrees = self.encoding.labels(Head::Factuality).iter().map(|label| degree(label));
        let known = degrees.zip(self.encoding.probabilities(Head::Factuality, word));
        let best = known
            .filter_map(|(value, probability)| Some((value?, probability)))
            .filter(|(value, _)| *value != FactualityValue::Negated || read.value == FactualityValue::Negated)
            .map(|(value, probability)| (value, probability + if value == read.value { weight } else { 0.0 }))
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        match best {
            Some((value, _)) if value != read.value => Factuality { value, cues: Vec::new() },
            _ => read,
        }
    }

    fn unlisted(&self, reading: &Reading, at: usize, end: usize) -> Option<Trigger> {
        let kind = self.kind_at(at)?;
        let unit = &reading.units()[at];
        let same = |at: &usize| self.kind_at(*at) == Some(kind);
        let before = (at.saturating_sub(RUN_UNITS_MAX)..at).rev().take_while(same).count();
        let run = (at..end.min(at + RUN_UNITS_MAX)).take_while(same).count();
        if !names_event(unit) || before + run >= RUN_UNITS_MAX {
            return None;
        }
        let last = (at..at + run.min(UNITS_MAX)).rev().find(|&last| ends_trigger(reading, last)).unwrap_or(at);
        let stop = last + 1;
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
