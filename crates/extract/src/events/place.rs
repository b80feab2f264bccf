//! Places: where an event happened, by a log-linear choice between the places around its trigger, and none.

use std::{ops::Range, sync::LazyLock};

use dateline_encoder::Link;
use dateline_lexicon::in_trigger_class;
use dateline_text::{Byte, Span};

use super::{
    Place, Reader, Source,
    arguments::Filler,
    dating::{boundaries_between, on},
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};
use crate::ranker::{Candidate, Choice, Comparison, Ranker};

/// Chunks on either side of a trigger in which a place phrase can stand.
const REACH_CHUNKS: usize = 16;
/// Sentences before and after its own whose named places are compared.
const SENTENCES_MAX: usize = 4;
/// Places that are compared, the nearest ones.
const PLACES_MAX: usize = 16;

const RANKER_NAME: &str = "event_places";
const WIDTH: usize = 13;
#[rustfmt::skip]
const NAMES: [&str; WIDTH] = [
    "dependent",
    "local",
    "named",
    "filler",
    "filler_score",
    "same_clause",
    "log_words",
    "sentence_before",
    "sentence_after",
    "log_sentences",
    "read",
    "unread",
    "none",
];
static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released(RANKER_NAME, &NAMES));

/// The values of "none".
const NONE: [f32; WIDTH] = {
    let mut values = [0.0; WIDTH];
    values[WIDTH - 1] = 1.0;
    values
};

/// A phrase that can be a trigger's place.
struct Phrase {
    units: Range<usize>,
    /// Whether it depends on the trigger, after a preposition of place.
    dependent: bool,
    /// Whether it stands after a preposition of place.
    local: bool,
    /// How clearly the encoder reads it as filling the slot of the place.
    filler: Option<f32>,
}

/// What the places of one trigger are chosen by.
pub(super) struct Places<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) trigger: &'a Trigger,
    /// Phrases that fill a role: they are no place of the event.
    pub(super) taken: &'a [Span<Byte>],
    pub(super) fillers: &'a [Filler],
}

impl Places<'_> {
    /// The place of the trigger.
    pub(super) fn choose(&self) -> Option<Place> {
        let phrases = self.phrases();
        let scores = phrases.iter().map(|phrase| RANKER.score(&self.values(phrase)));
        let scores: Vec<f32> = scores.chain([RANKER.score(&NONE)]).collect();
        let Choice { candidate, probability } = RANKER.choose_or_nothing(&scores)?;
        let reading = self.reader.reading;
        let units = phrases.get(candidate)?.units.clone();
        let named = units.clone().rev().find(|&at| reading.units()[at].names_place());
        let here = reading.sentence_of(units.start) == self.sentence();
        Some(Place {
            span: reading.bytes(units),
            entity: named.and_then(|at| reading.units()[at].entity),
            source: if here { Source::Sentence } else { Source::Story },
            confidence: probability,
        })
    }

    /// What [`choose`](Self::choose) compares.
    pub(super) fn comparison(&self) -> Comparison {
        let reading = self.reader.reading;
        let candidate = |phrase: &Phrase| Candidate {
            span: Some(reading.bytes(phrase.units.clone())),
            values: self.values(phrase).to_vec(),
        };
        let none = Candidate { span: None, values: NONE.to_vec() };
        Comparison {
            ranker: RANKER_NAME,
            features: &NAMES,
            anchor: reading.bytes(self.trigger.units.clone()),
            kind: self.trigger.kind.id(),
            candidates: self.phrases().iter().map(candidate).chain([none]).collect(),
        }
    }

    fn sentence(&self) -> usize {
        self.reader.reading.sentence_of(self.trigger.units.start)
    }

    /// Places after a preposition that depends on the trigger; those of its sentence; what the encoder reads as the place;
    /// and the names of places around. No two overlap, and none fills a role.
    fn phrases(&self) -> Vec<Phrase> {
        let reading = self.reader.reading;
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut add = |units: Range<usize>, dependent: bool, local: bool, filler: Option<f32>| {
            let span = reading.bytes(units.clone());
            let known = phrases.iter_mut().find(|known| reading.bytes(known.units.clone()).overlaps(span));
            match known {
                Some(known) => known.filler = known.filler.or(filler),
                None if self.taken.iter().any(|taken| taken.overlaps(span)) => {}
                None => phrases.push(Phrase { units, dependent, local, filler }),
            }
        };
        for (preposition, complement) in &self.trigger.dependents.prepositions {
            if is_local(reading, *preposition) && names_place(reading, complement.units.clone()) {
                add(complement.units.clone(), true, true, None);
            }
        }
        for units in self.local_phrases() {
            add(units, false, true, None);
        }
        for filler in self.fillers.iter().filter(|filler| filler.role.is_none()) {
            add(filler.units.clone(), false, false, Some(filler.score));
        }
        for units in self.named_around() {
            add(units, false, false, None);
        }
        phrases
    }

    /// The place phrases of the sentence.
    fn local_phrases(&self) -> impl Iterator<Item = Range<usize>> {
        let reading = self.reader.reading;
        let sentence = &reading.sentences()[self.sentence()].chunks;
        let own = reading.chunk_of(self.trigger.units.end - 1);
        let reach = sentence.start.max(own.saturating_sub(REACH_CHUNKS))..sentence.end.min(own + REACH_CHUNKS);
        let end = sentence.end;
        reach.filter_map(move |at| {
            let (preposition, phrase) = (&reading.chunks()[at], reading.chunks().get(at + 1)?);
            let local = preposition.kind == ChunkKind::Preposition && is_local(reading, preposition.head);
            (local && at + 1 < end && names_place(reading, phrase.units.clone())).then(|| phrase.units.clone())
        })
    }

    /// The names of places nearest to the trigger.
    fn named_around(&self) -> Vec<Range<usize>> {
        let reading = self.reader.reading;
        let (own, last) = (self.sentence(), reading.sentences().len() - 1);
        let from = reading.sentences()[own.saturating_sub(SENTENCES_MAX)].units.start;
        let to = reading.sentences()[(own + SENTENCES_MAX).min(last)].units.end;
        let (all, start) = (reading.named_places(), self.trigger.units.start);
        let after = all.partition_point(|name| name.start < start);
        // A sentence can hold any number of names.
        let near = &all[after.saturating_sub(PLACES_MAX)..all.len().min(after + PLACES_MAX)];
        let around = near.iter().map(|name| name.start.max(from)..name.end.min(to));
        let mut names: Vec<Range<usize>> = around.filter(|name| !name.is_empty()).collect();
        names.sort_by_key(|name| name.start.abs_diff(start));
        names.truncate(PLACES_MAX);
        names
    }

    fn values(&self, phrase: &Phrase) -> [f32; WIDTH] {
        let reading = self.reader.reading;
        let (own, trigger) = (self.sentence(), reading.bytes(self.trigger.units.clone()));
        let (sentence, span) = (reading.sentence_of(phrase.units.start), reading.bytes(phrase.units.clone()));
        let here = sentence == own;
        let words = phrase.units.start.abs_diff(self.trigger.units.start);
        let head = reading.units()[phrase.units.end - 1].span;
        let read = self.reader.lead(Link::EventPlace, self.trigger, head);
        [
            on(phrase.dependent),
            on(phrase.local),
            on(phrase.units.clone().any(|at| reading.units()[at].names_place())),
            on(phrase.filler.is_some()),
            phrase.filler.unwrap_or_default().min(8.0),
            on(here && boundaries_between(reading, trigger, span) == 0),
            if here { (1.0 + words as f32).ln() } else { 0.0 },
            on(sentence < own),
            on(sentence > own),
            (1.0 + sentence.abs_diff(own) as f32).ln(),
            read.unwrap_or_default(),
            on(read.is_none()),
            0.0,
        ]
    }
}

fn is_local(reading: &Reading, preposition: usize) -> bool {
    matches!(
        reading.units()[preposition].lower.as_str(),
        "in" | "at" | "on" | "near" | "off" | "outside" | "inside" | "across" | "throughout" | "around" | "along"
    )
}

/// Whether a phrase names a place, or its head is a common noun for one: "a crowded prison", but not "in prison".
fn names_place(reading: &Reading, units: Range<usize>) -> bool {
    let head = units.end - 1;
    (units.len() > 1 && in_trigger_class(&reading.units()[head].lower, "location"))
        || units.into_iter().any(|at| reading.units()[at].names_place())
}
