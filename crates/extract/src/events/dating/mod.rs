//! Dating: which of the article's times is that of an event, by a log-linear choice between the times around its trigger,
//! those that the article turns on, and none.
//!
//! The signals are those of news and of narrative: the clause, the sentence, the day told last, the day that the article
//! is about, and the time of another mention of the same kind of event.

mod features;

pub(super) use features::on;

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use dateline_encoder::Link;
use dateline_lexicon::TriggerForm;
use dateline_text::{Byte, Document, Published, Span};

use self::features::{Features, Grain, Place, Undated};
use super::{
    EventTime, EventType, FactualityValue, Reader, Source, coreference, factuality,
    grammar::{ChunkKind, Reading},
    triggers::Trigger,
};
use crate::{
    ranker::{Candidate, Choice, Comparison, Ranker},
    times::{TimeId, Timex, TimexKind},
};

/// Times before and after a trigger that are compared.
const BEFORE_MAX: usize = 8;
const AFTER_MAX: usize = 4;
/// Triggers that are remembered with one time.
const KIN_MAX: usize = 6;
/// Least confidence of a time that another sentence states: an event without a date is better than one with a wrong date.
const STORY_CONFIDENCE_MIN: f32 = 0.8;

/// The ranker that weighs what the surface shows with what the encoder reads.
const RANKER_NAME: &str = "event_times_read";
const READ_WIDTH: usize = 6;
const READ_NAMES: [&str; READ_WIDTH] = ["surface", "read", "unread", "elsewhere", "undated_surface", "undated"];
static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released(RANKER_NAME, &READ_NAMES));

/// The article's first sentences.
const LEAD_SENTENCES: usize = 3;
/// Chunks between a time and the verb on which it depends.
const REACH_CHUNKS: usize = 12;
/// Units on either side of a trigger in which a time of its clause can stand.
const REACH_UNITS: usize = 40;

/// The calendar times of an article, in text order.
pub(super) struct Dates<'a> {
    dated: Vec<Dated<'a>>,
    /// For each number of times, the last day among so many.
    last_days: Vec<Option<usize>>,
    first_day: Option<usize>,
    main_day: Option<usize>,
    latest_year: Option<i32>,
}

/// A time that is a point of the calendar.
struct Dated<'a> {
    index: u32,
    span: Span<Byte>,
    value: &'a str,
    grain: Grain,
    sentence: usize,
    paragraph: usize,
    future: bool,
    written: bool,
    bounded: bool,
    /// The units from the verb on which it depends, if that is seen, to the time.
    clause: Option<Range<usize>>,
    kin: Vec<(EventType, String)>,
}

impl<'a> Dates<'a> {
    /// The calendar times, with the triggers that stand in the clause of each.
    pub(super) fn new(document: &Document<'_>, reading: &Reading, times: &'a [Timex], triggers: &[Trigger]) -> Self {
        let published = document.article().published();
        let today = published.map(|published| published.date().to_string());
        // Where the text states the day of writing, the times that count from it say where.
        let stated = times.iter().find_map(|time| time.day_of_writing);
        let dated = times.iter().zip(0..).filter_map(|(time, index)| {
            let value = time.value.as_deref().filter(|_| is_calendar(time))?;
            let unit = reading.units().partition_point(|unit| unit.span.end() <= time.span.start());
            let sentence = reading.sentence_of(unit.min(reading.units().len() - 1));
            let word = document.sentences()[sentence].start();
            Some(Dated {
                index,
                span: time.span,
                value,
                grain: grain(value),
                sentence,
                paragraph: document.paragraph_at(word),
                future: is_future(time, published),
                written: Some(time.span) == stated || today.as_deref().is_some_and(|today| value.starts_with(today)),
                bounded: is_bounded(reading, unit),
                clause: clause_of(reading, unit.min(reading.units().len() - 1)),
                kin: Vec::new(),
            })
        });
        let mut dates =
            Self { dated: dated.collect(), last_days: vec![None], first_day: None, main_day: None, latest_year: None };
        dates.find_days(published);
        for trigger in triggers {
            dates.bind(reading, trigger);
        }
        dates
    }

    /// The first day that is named, the one named most often, and the latest year.
    fn find_days(&mut self, published: Option<Published>) {
        for (at, date) in self.dated.iter().enumerate() {
            let day = (date.grain == Grain::Day).then_some(at).or(self.last_days[at]);
            self.last_days.push(day);
        }
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        for (at, date) in self.dated.iter().enumerate().filter(|(_, date)| date.grain == Grain::Day && !date.written) {
            self.first_day.get_or_insert(at);
            counts.entry(day(date.value)).or_insert((0, at)).0 += 1;
        }
        let most = counts.values().copied().max_by_key(|&(count, at)| (count, std::cmp::Reverse(at)));
        self.main_day = most.map(|(_, at)| at);
        let told = self.dated.iter().filter(|date| !date.future).filter_map(|date| year(date.value)).max();
        self.latest_year = published.map(|published| i32::from(published.date().year())).or(told);
    }

    /// Notes a trigger with the nearest time of its clause.
    fn bind(&mut self, reading: &Reading, trigger: &Trigger) {
        let own = reading.bytes(trigger.units.clone());
        let at = self.before(own);
        let near = at.saturating_sub(2)..self.dated.len().min(at + 2);
        let sentence = reading.sentence_of(trigger.units.start);
        let in_clause = near.filter(|&at| {
            self.dated[at].sentence == sentence && boundaries_between(reading, own, self.dated[at].span) == 0
        });
        let nearest = in_clause.min_by_key(|&at| distance(own, self.dated[at].span));
        if let Some(date) = nearest.map(|at| &mut self.dated[at]).filter(|date| date.kin.len() < KIN_MAX) {
            date.kin.push((trigger.kind, coreference::stem(&trigger.lemma).to_owned()));
        }
    }

    /// The time of a trigger.
    pub(super) fn of(&self, reader: &Reader<'_>, trigger: &Trigger) -> Option<EventTime> {
        let considered = self.considered(reader, trigger);
        let scores: Vec<f32> = considered.iter().map(|(_, values)| RANKER.score(values)).collect();
        let Choice { candidate, .. } = RANKER.choose_or_nothing(&scores)?;
        let date = &self.dated[considered[candidate].0?];
        let all: f32 = scores.iter().map(|score| score.exp()).sum();
        let of_value = considered.iter().zip(&scores);
        let of_value = of_value.filter(|((at, _), _)| at.is_some_and(|at| self.dated[at].value == date.value));
        let confidence = of_value.map(|(_, score)| score.exp()).sum::<f32>() / all;
        let here = date.sentence == reader.reading.sentence_of(trigger.units.start);
        let source = if here { Source::Sentence } else { Source::Story };
        let stated = here || confidence >= STORY_CONFIDENCE_MIN;
        stated.then_some(EventTime { id: TimeId(date.index), source, confidence })
    }

    /// What [`of`](Self::of) compares.
    pub(super) fn comparison(&self, reader: &Reader<'_>, trigger: &Trigger) -> Comparison {
        let candidate = |(at, values): (Option<usize>, [f32; READ_WIDTH])| Candidate {
            span: at.map(|at| self.dated[at].span),
            values: values.to_vec(),
        };
        Comparison {
            ranker: RANKER_NAME,
            features: &READ_NAMES,
            anchor: reader.reading.bytes(trigger.units.clone()),
            kind: trigger.kind.id(),
            candidates: self.considered(reader, trigger).into_iter().map(candidate).collect(),
        }
    }

    /// The times that can be a trigger's, and last that it has none.
    fn considered(&self, reader: &Reader<'_>, trigger: &Trigger) -> Vec<(Option<usize>, [f32; READ_WIDTH])> {
        let reading = reader.reading;
        let mut seat = TriggerContext::new(reader.document, reading, trigger);
        seat.nearest = self.nearest(reading, &seat);
        seat.last_day = self.last_days[self.before(seat.span)];
        let mut candidates: Vec<usize> = self.around(&seat).chain(self.first_day).chain(self.main_day).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut time_here = false;
        let time = |at: usize| {
            let features = self.features(reading, &seat, at);
            time_here |= matches!(features.place, Place::Sentence { .. });
            let read = reader.lead(Link::EventTime, trigger, self.dated[at].span);
            let elsewhere = matches!(features.place, Place::Elsewhere { .. });
            (Some(at), [features.score(), read.unwrap_or_default(), on(read.is_none()), on(elsewhere), 0.0, 0.0])
        };
        let mut considered: Vec<_> = candidates.into_iter().map(time).collect();
        let undated = Undated {
            form: trigger.form,
            planned: seat.is(FactualityValue::Planned),
            unreal: seat.is_unreal(),
            time_here,
            any_day: self.first_day.is_some(),
            in_lead: seat.sentence < LEAD_SENTENCES,
        };
        considered.push((None, [0.0, 0.0, 0.0, 0.0, undated.score(), 1.0]));
        considered
    }

    /// Of the times of a trigger's sentence, the nearest, counted in clauses first.
    fn nearest(&self, reading: &Reading, seat: &TriggerContext) -> Option<usize> {
        let here = self.around(seat).filter(|&at| self.dated[at].sentence == seat.sentence);
        here.min_by_key(|&at| {
            let span = self.dated[at].span;
            (boundaries_between(reading, seat.span, span), distance(seat.span, span))
        })
    }

    /// The times nearest to a trigger on either side.
    fn around(&self, seat: &TriggerContext) -> Range<usize> {
        let at = self.before(seat.span);
        at.saturating_sub(BEFORE_MAX)..self.dated.len().min(at + AFTER_MAX)
    }

    /// How many times stand before a trigger.
    fn before(&self, trigger: Span<Byte>) -> usize {
        self.dated.partition_point(|date| date.span.end() <= trigger.start())
    }

    fn features(&self, reading: &Reading, seat: &TriggerContext, at: usize) -> Features {
        let date = &self.dated[at];
        let place = if date.sentence == seat.sentence {
            Place::Sentence {
                boundaries: boundaries_between(reading, seat.span, date.span),
                words: words_between(reading, seat.span, date.span),
            }
        } else {
            let sentences = date.sentence.abs_diff(seat.sentence);
            if date.paragraph == seat.paragraph {
                Place::Paragraph { sentences }
            } else {
                Place::Elsewhere { sentences }
            }
        };
        let same_day =
            |other: Option<usize>| other.is_some_and(|other| day(self.dated[other].value) == day(date.value));
        Features {
            place,
            after: date.span.start() > seat.span.start(),
            grain: date.grain,
            future: date.future,
            first_day: same_day(self.first_day),
            main_day: same_day(self.main_day),
            in_lead: date.sentence < LEAD_SENTENCES,
            trigger_in_lead: seat.sentence < LEAD_SENTENCES,
            kin: date.kin.iter().any(|(kind, _)| *kind == seat.kind),
            twin: date.kin.iter().any(|(kind, stem)| *kind == seat.kind && *stem == seat.stem),
            nearest: seat.nearest == Some(at),
            attached: date.clause.as_ref().is_some_and(|clause| clause.contains(&seat.unit)),
            held: date.clause.as_ref().is_some_and(|clause| !clause.contains(&seat.unit)),
            last_day: seat.last_day == Some(at),
            bounded: date.bounded,
            written: date.written,
            old: year(date.value).zip(self.latest_year).is_some_and(|(year, latest)| year < latest),
            form: seat.form,
            planned: seat.is(FactualityValue::Planned),
            unreal: seat.is_unreal(),
        }
    }
}

/// A trigger and where it stands.
struct TriggerContext {
    unit: usize,
    span: Span<Byte>,
    kind: EventType,
    stem: String,
    form: TriggerForm,
    sentence: usize,
    paragraph: usize,
    /// Of the times of its sentence, the nearest.
    nearest: Option<usize>,
    /// Of the times before it, the last that is a day.
    last_day: Option<usize>,
    factuality: FactualityValue,
}

impl TriggerContext {
    fn new(document: &Document<'_>, reading: &Reading, trigger: &Trigger) -> Self {
        let sentence = reading.sentence_of(trigger.units.start);
        Self {
            unit: trigger.head,
            span: reading.bytes(trigger.units.clone()),
            kind: trigger.kind,
            stem: coreference::stem(&trigger.lemma).to_owned(),
            form: trigger.form,
            sentence,
            paragraph: document.paragraph_at(document.sentences()[sentence].start()),
            nearest: None,
            last_day: None,
            factuality: factuality::judge(reading, trigger, None).value,
        }
    }

    fn is(&self, factuality: FactualityValue) -> bool {
        self.factuality == factuality
    }

    fn is_unreal(&self) -> bool {
        !self.is(FactualityValue::Actual) && !self.is(FactualityValue::Planned)
    }
}

/// Whether a time lies after the day of publication; only a date of a month or finer can tell.
pub(super) fn is_future(time: &Timex, published: Option<Published>) -> bool {
    let (Some(value), Some(published)) = (time.value.as_deref(), published) else { return false };
    let today = published.date().to_string();
    let known = value.len().min(today.len());
    let is_date = value.len() >= 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit()) && !value.contains('W');
    is_date && value.is_char_boundary(known) && value[..known] > today[..known]
}

/// Whether a time is a point of the calendar, not "PRESENT_REF" or a duration.
fn is_calendar(time: &Timex) -> bool {
    matches!(time.kind, TimexKind::Date | TimexKind::Time)
        && time.value.as_ref().is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()))
}

/// How fine a TIMEX3 value of the calendar is.
fn grain(value: &str) -> Grain {
    let parts = value.split('-').count();
    match (parts, value.contains('W')) {
        (_, true) => Grain::Week,
        (1, _) => Grain::Year,
        (2, _) => Grain::Month,
        _ => Grain::Day,
    }
}

/// The day of a value that is a day or a part of one.
fn day(value: &str) -> &str {
    value.get(..DAY_BYTES).unwrap_or(value)
}

/// Length of "2025-03-12".
const DAY_BYTES: usize = 10;

fn year(value: &str) -> Option<i32> {
    value.get(..4)?.parse().ok()
}

/// Whether a word before a time makes it the bound of a stretch: "since Monday", "until May".
fn is_bounded(reading: &Reading, unit: usize) -> bool {
    const BOUNDS: &[&str] = &["since", "until", "till", "by", "before", "after", "from", "to", "through", "than"];
    unit.checked_sub(1).is_some_and(|before| BOUNDS.contains(&reading.units()[before].lower.as_str()))
}

/// The stretch from the verb on which the time at a unit depends to the time: the last verb before it in its part of the
/// sentence, else, where it opens that, the first verb after it.
fn clause_of(reading: &Reading, unit: usize) -> Option<Range<usize>> {
    let (own, sentence) = (reading.chunk_of(unit), &reading.sentences()[reading.sentence_of(unit)].chunks);
    let verb = |at: &usize| matches!(reading.chunks()[*at].kind, ChunkKind::Verbs { .. });
    let goes_on = |at: &usize| {
        !matches!(
            reading.chunks()[*at].kind,
            ChunkKind::Comma | ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Quote
        )
    };
    let left = (sentence.start.max(own.saturating_sub(REACH_CHUNKS))..own).rev().take_while(goes_on).find(verb);
    let right = || (own + 1..sentence.end.min(own + REACH_CHUNKS)).find(verb);
    match left {
        Some(verb) => Some(reading.chunks()[verb].units.start..unit),
        None => right().map(|verb| unit..reading.chunks()[verb].units.end),
    }
}

fn distance(a: Span<Byte>, b: Span<Byte>) -> u32 {
    a.start().abs_diff(b.start())
}

/// The units between a trigger and a time.
fn between(reading: &Reading, trigger: Span<Byte>, time: Span<Byte>) -> Range<usize> {
    let (left, right) = if time.start() < trigger.start() { (time, trigger) } else { (trigger, time) };
    let units = reading.units();
    let from = units.partition_point(|unit| unit.span.start() < left.end());
    let to = units.partition_point(|unit| unit.span.end() <= right.start());
    from..to.max(from)
}

fn words_between(reading: &Reading, trigger: Span<Byte>, time: Span<Byte>) -> usize {
    between(reading, trigger, time).len().min(REACH_UNITS)
}

/// Verb groups and conjunctions that stand between a trigger and another phrase: how many clauses apart they are.
pub(super) fn boundaries_between(reading: &Reading, trigger: Span<Byte>, other: Span<Byte>) -> usize {
    let units = between(reading, trigger, other);
    if units.is_empty() || units.len() > REACH_UNITS {
        return if units.is_empty() { 0 } else { units.len() };
    }
    let chunks = reading.chunk_of(units.start)..=reading.chunk_of(units.end - 1);
    let verbs = chunks.filter(|&at| match reading.chunks()[at].kind {
        ChunkKind::Verbs { finite, .. } => finite,
        ChunkKind::Subordinator | ChunkKind::Relative => true,
        _ => false,
    });
    verbs.count()
}
