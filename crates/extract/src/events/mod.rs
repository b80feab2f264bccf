//! Events: what happened to whom, where and when, and whether it did. Terms follow ACE: trigger, argument and role.

mod arguments;
mod assertion;
mod confidence;
mod coreference;
mod dating;
mod encoded;
mod factuality;
mod grammar;
mod lexicon;
mod place;
mod triggers;
mod types;

#[cfg(test)]
mod tests;

use dateline_encoder::{Encoding, Link};
use dateline_text::{Byte, Document, Span};

pub use types::{EventType, EventTypeInfo};

use self::coreference::{Coreference, Report};
use crate::{
    coref::{Entity, EntityId},
    evidence::Evidence,
    quotes::{Quote, QuoteId},
    ranker::Comparison,
    times::{TimeId, Timex},
};

/// One happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: EventType,
    /// The word that names it best.
    pub trigger: Span<Byte>,
    /// Every trigger that reports it, in text order, `trigger` among them.
    pub mentions: Vec<Span<Byte>>,
    /// Who and what took part; roles are those of the type.
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<EventTime>,
    /// Where.
    pub place: Option<Place>,
    /// Whether it happened.
    pub factuality: Factuality,
    /// Who says so.
    pub asserted_by: AssertedBy,
    /// Probability that trigger and type are right.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// A participant.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// One of the type's [`roles`](EventTypeInfo::roles).
    pub role: &'static str,
    /// The phrase that fills the role.
    pub span: Span<Byte>,
    /// The entity, when the phrase mentions one.
    pub entity: Option<EntityId>,
    /// Probability that it fills this role.
    pub confidence: f32,
}

/// When an event took place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventTime {
    /// The time expression.
    pub id: TimeId,
    /// Where the article states it.
    pub source: Source,
    /// Probability that the event happened then.
    pub confidence: f32,
}

/// Where an event took place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The phrase that names the place.
    pub span: Span<Byte>,
    /// The entity, when the phrase mentions one.
    pub entity: Option<EntityId>,
    /// Where the article states it.
    pub source: Source,
    /// Probability that the event happened there.
    pub confidence: f32,
}

/// Where the article states an event's time or place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the trigger's own sentence.
    Sentence,
    /// In another sentence.
    Story,
}

/// Whether an event happened, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factuality {
    /// The judgement.
    pub value: FactualityValue,
    /// "not", "will", "if" and so on; none for a plain assertion.
    pub cues: Vec<Span<Byte>>,
}

/// The degrees of factuality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactualityValue {
    /// It happened or is happening.
    Actual,
    /// It is said not to have happened.
    Negated,
    /// It is announced or expected.
    Planned,
    /// It is possible, conditional, demanded or feared.
    Hypothetical,
    /// It happens in general.
    Generic,
}

/// Who asserts an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssertedBy {
    /// The article.
    Author,
    /// The speaker of the quote in which the trigger stands.
    Speaker {
        /// That quote.
        quote: QuoteId,
        /// Its speaker, where that is an entity.
        entity: Option<EntityId>,
    },
}

/// All events, in text order of their triggers.
#[must_use]
pub fn extract(
    document: &Document<'_>,
    encoding: Option<&Encoding>,
    entities: &[Entity],
    times: &[Timex],
    quotes: &[Quote],
) -> Vec<Event> {
    Layer { document, encoding, times }.read(entities, quotes, |_| {}).events()
}

/// What [`extract`] compares to choose times, places, and the triggers that report one happening.
#[must_use]
pub fn comparisons(
    document: &Document<'_>,
    encoding: Option<&Encoding>,
    entities: &[Entity],
    times: &[Timex],
    quotes: &[Quote],
) -> Vec<Comparison> {
    let mut compared = Vec::new();
    let reports = Layer { document, encoding, times }.read(entities, quotes, |comparison| compared.push(comparison));
    compared.extend(reports.comparisons());
    compared
}

/// What the layer reads beside entities and quotes.
struct Layer<'a> {
    document: &'a Document<'a>,
    encoding: Option<&'a Encoding>,
    times: &'a [Timex],
}

impl<'a> Layer<'a> {
    /// Every trigger's event, before those that are one happening are joined.
    fn read(self, entities: &[Entity], quotes: &[Quote], mut observe: impl FnMut(Comparison)) -> Coreference<'a> {
        let Self { document, encoding, times } = self;
        let reading = grammar::Reading::new(document, entities);
        let scores = encoding.map(|encoding| encoded::Scores::read(document, &reading, encoding));
        let triggers = triggers::find(&reading, scores.as_ref());
        let dates = dating::Dates::new(document, &reading, times, &triggers);
        let reader = Reader { document, reading: &reading, encoding };
        let context = Context { reader, scores, times, dates, asserters: assertion::Asserters::new(quotes) };
        let report = |trigger: &triggers::Trigger| Report {
            event: context.describe(trigger, &mut observe),
            lemma: trigger.lemma.clone(),
            word: context.reader.word(trigger),
            sentence: reading.sentence_of(trigger.units.start),
        };
        let reports = triggers.iter().map(report).collect();
        Coreference { reports, encoding, times, text: document.article().text() }
    }
}

/// A document, its grammar, and what the encoder reads.
struct Reader<'a> {
    document: &'a Document<'a>,
    reading: &'a grammar::Reading,
    encoding: Option<&'a Encoding>,
}

impl Reader<'_> {
    /// The first token of a trigger.
    fn word(&self, trigger: &triggers::Trigger) -> u32 {
        self.document.words(self.reading.units()[trigger.units.start].span).start()
    }

    /// By how much the encoder prefers what begins at a span to "nothing" as what a trigger links to, at most
    /// [`MARGIN_MAX`]; none where it does not compare the two.
    fn lead(&self, link: Link, trigger: &triggers::Trigger, to: Span<Byte>) -> Option<f32> {
        let lead = self.encoding?.lead(link, self.word(trigger), self.document.words(to).start())?;
        Some(lead.clamp(-MARGIN_MAX, MARGIN_MAX))
    }
}

/// What the encoder says counts up to this much, for and against.
const MARGIN_MAX: f32 = 8.0;

/// What is known of the article when its events are described.
struct Context<'a> {
    reader: Reader<'a>,
    scores: Option<encoded::Scores<'a>>,
    times: &'a [Timex],
    dates: dating::Dates<'a>,
    asserters: assertion::Asserters<'a>,
}

impl Context<'_> {
    /// Everything about the one happening that a trigger reports.
    fn describe(&self, trigger: &triggers::Trigger, observe: &mut impl FnMut(Comparison)) -> Event {
        let Reader { document, reading, .. } = self.reader;
        let span = reading.bytes(trigger.units.clone());
        let mut arguments = arguments::find(reading, trigger, self.times);
        let fillers = self.scores.as_ref();
        let fillers = fillers.and_then(|scores| arguments::fillers(document, reading, scores.encoding(), trigger));
        if let Some(fillers) = &fillers {
            arguments::join(reading, fillers, &mut arguments);
        }
        let taken: Vec<Span<Byte>> = arguments.iter().map(|argument| argument.span).collect();
        let fillers = fillers.as_deref().unwrap_or_default();
        let places = place::Places { reader: &self.reader, trigger, taken: &taken, fillers };
        observe(self.dates.comparison(&self.reader, trigger));
        observe(places.comparison());
        let time = self.dates.of(&self.reader, trigger);
        let future = time
            .map(|time| &self.times[time.id.0 as usize])
            .filter(|time| dating::is_future(time, document.article().published()))
            .map(|time| time.span);
        let factuality = factuality::judge(reading, trigger, future);
        let factuality = match &self.scores {
            Some(scores) => {
                let shown = factuality::is_shown(reading, trigger, &factuality);
                scores.factuality(document.words(span).start(), factuality, shown)
            }
            None => factuality,
        };
        Event {
            kind: trigger.kind,
            trigger: span,
            mentions: vec![span],
            place: places.choose(),
            arguments,
            time,
            factuality,
            asserted_by: self.asserters.of(span),
            confidence: confidence::of(trigger),
            evidence: Evidence::rule(confidence::rule(trigger)),
        }
    }
}
