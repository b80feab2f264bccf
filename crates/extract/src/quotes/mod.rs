//! Quotes: what was said, who said it, and the words that report it. Terms follow PARC: content, cue and source.

mod attribution;
mod audit;
mod clause;
mod confidence;
mod content;
mod continuation;
mod credit;
mod cues;
mod echo;
mod encoded;
mod fusion;
mod headline;
mod interview;
mod phrases;
mod relative;
mod rules;
mod speakers;
mod subject;
mod transcript;
mod units;
mod words;

use std::collections::BTreeSet;

use dateline_encoder::Encoding;
use dateline_text::{Byte, Document, Span, Word};

use crate::{
    coref::{Entity, EntityId},
    evidence::Evidence,
    extraction::{Warning, WarningCode},
};

pub use dateline_lexicon::Act;

pub use audit::{Audit, HeardSource, SourceKind, audit};

pub(crate) use confidence::of_speaker as confidence_of;

use attribution::Draft;
use clause::Clause;
use rules::Rule;
use units::Reading;

/// Index of a [`Quote`] in [`Extraction::quotes`](crate::Extraction::quotes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(pub u32);

/// One attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of the content stands in quotation marks.
    pub kind: QuoteKind,
    /// Whether it was voiced.
    pub act: Act,
    /// What was said, in text order, without quotation marks and reporting clause; never empty.
    pub content: Vec<Span<Byte>>,
    /// The "that" which introduces the content.
    pub complementiser: Option<Span<Byte>>,
    /// The cue of a quote before, when it reports this one too: "“A,” she said. “B.”"
    pub shared_cue: Option<Span<Byte>>,
    /// The words that report it.
    pub cue: Option<Cue>,
    /// The phrase that names who said it, beside the cue.
    pub source: Option<Span<Byte>>,
    /// The relative pronoun between that phrase and the cue: "Roe, who said …".
    pub relative: Option<Span<Byte>>,
    /// Who said it, where that can be known.
    pub speaker: Option<Speaker>,
    /// Words and numbers of the content that stand in quotation marks.
    pub quoted_words: u32,
    /// Probability that this is an attribution with this content.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// How much of a quote's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A part.
    Mixed,
    /// Nothing.
    Indirect,
}

/// The reporting expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its span.
    pub span: Span<Byte>,
    /// Its dictionary form: "say" for "said".
    pub lemma: String,
    /// Whether the reporting itself is affirmed.
    pub polarity: Polarity,
}

/// Whether something is affirmed or negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// "said"
    Affirmed,
    /// "did not say"
    Negated,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The speaker's name, or the description where there is no name.
    pub name: Span<Byte>,
    /// The entity, when the speaker is one.
    pub entity: Option<EntityId>,
    /// How the speaker was found.
    pub resolution: Resolution,
    /// From the source as written to the name: "she", "Prado", "Ana Prado".
    pub chain: Vec<Span<Byte>>,
    /// Probability that this is the speaker.
    pub confidence: f32,
    /// What decided.
    pub evidence: Evidence,
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// The source is a name.
    Named,
    /// The source is a pronoun.
    Pronoun,
    /// The source is a description of a named entity.
    Nominal,
    /// A person whom the article does not name.
    Anonymous,
    /// Several people, or a body, whom the article does not name.
    Collective,
}

/// The quotes of an article in text order, and what is wrong with its quotation marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotes {
    /// The attributions.
    pub quotes: Vec<Quote>,
    /// Unclosed marks.
    pub warnings: Vec<Warning>,
}

/// All attributions.
///
/// Quotation marks are paired, the text is cut into units in which every quotation is one item, each cue of a unit
/// is given its content and source by the structure around it, quotations without a cue are given to who speaks on,
/// and at last every source is resolved to a speaker.
#[must_use]
pub fn attribute(document: &Document<'_>, encoding: Option<&Encoding>, entities: &[Entity]) -> Quotes {
    let quotations = document.quotations();
    let reading = Reading::new(document, quotations);
    let drafts = drafts(&reading, encoding);
    let mut speakers = speakers::Speakers::new(&reading, encoding, entities);
    let mut quotes: Vec<Quote> = drafts.into_iter().filter_map(|draft| quote(&reading, &mut speakers, draft)).collect();
    echo::resolve(document, &speakers, &mut quotes);
    let unclosed = |&span: &Span<Byte>| Warning { code: WarningCode::QuoteUnclosed, span };
    Quotes { quotes, warnings: quotations.unclosed.iter().map(unclosed).collect() }
}

/// What is compared to find whom a pronoun or a description as a source means; for fitting the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The source as written.
    pub source: Span<Byte>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// Each one whom the source can mean: the name or earlier description, `None` for nobody known, and the values that
    /// are weighed.
    pub candidates: Vec<(Option<Span<Byte>>, Vec<f32>)>,
}

/// The names of the values of a [`Comparison`], in order.
pub const COMPARED: &[&str] = &speakers::NAMES;

/// What [`attribute`] compares in an article, in the order of its decisions.
#[must_use]
pub fn comparisons(document: &Document<'_>, encoding: Option<&Encoding>, entities: &[Entity]) -> Vec<Comparison> {
    let quotations = document.quotations();
    let reading = Reading::new(document, quotations);
    let drafts = drafts(&reading, encoding);
    let mut speakers = speakers::Speakers::new(&reading, encoding, entities).observed();
    for draft in drafts {
        quote(&reading, &mut speakers, draft);
    }
    speakers.comparisons()
}

/// The attributions of an article before their speakers are known, in text order.
fn drafts(reading: &Reading<'_>, encoding: Option<&Encoding>) -> Vec<Draft> {
    let mut drafts = match encoding {
        Some(encoding) => fusion::fuse(reading, encoded::find(reading, encoding), attributions_by_rule(reading)),
        None => attributions_by_rule(reading),
    };
    let turns = transcript::find(reading);
    drafts.retain(|draft| transcript::fits(&turns, draft));
    drafts.extend(turns);
    drafts.extend(headline::find(reading));
    drafts.retain(|draft| draft.content.iter().any(|segment| content::has_content(reading, *segment)));
    credit::find(reading, &mut drafts);
    subject::find(reading, &mut drafts);
    relative::resolve(reading, &mut drafts);
    distinct(&mut drafts);
    continuation::add(reading, &mut drafts);
    interview::find(reading, &mut drafts);
    drop_dangling_shared_cues(&mut drafts);
    drafts
}

/// Drops shared cues that no attribution has as its own any more.
fn drop_dangling_shared_cues(drafts: &mut [Draft]) {
    let cues: BTreeSet<Span<Byte>> = drafts.iter().filter_map(|draft| Some(draft.cue.as_ref()?.span)).collect();
    for draft in drafts {
        draft.shared_cue = draft.shared_cue.filter(|cue| cues.contains(cue));
    }
}

/// Attributions by the rules for cues, outside quotations and inside those that contain others.
fn attributions_by_rule(reading: &Reading<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for unit in reading.units(Span::<Word>::new(0, reading.len()), 0) {
        drafts.extend(attribution::of_unit(Clause { reading, unit: &unit }));
    }
    for quotation in &reading.quotations.found {
        if quotation.holds_others {
            let within = reading.document.words(quotation.inner);
            for unit in reading.units(within, quotation.depth + 1) {
                let inner = attribution::of_unit(Clause { reading, unit: &unit });
                drafts.extend(inner.into_iter().filter(|draft| draft.content.iter().any(|s| s.quoted.is_some())));
            }
        }
    }
    drafts
}

/// Orders attributions by their content and keeps the first of those with the same one.
fn distinct(drafts: &mut Vec<Draft>) {
    drafts.sort_by_key(|draft| (draft.content[0].span.start(), std::cmp::Reverse(draft.end())));
    drafts.dedup_by(|later, first| later.content == first.content);
}

/// A quote with its speaker; `None` for a headline's label that names nobody who could speak.
fn quote(reading: &Reading<'_>, speakers: &mut speakers::Speakers<'_, '_>, draft: Draft) -> Option<Quote> {
    let kind = draft.kind();
    let speaker = speakers.of(&draft);
    let rule = draft.rule;
    if rule == Rule::HeadlineLabel && !speaker.as_ref().is_some_and(|speaker| speakers.can_speak(speaker)) {
        return None;
    }
    let spans = draft.cue.iter().map(|cue| cue.span).chain(draft.source).collect();
    Some(Quote {
        kind,
        act: draft.act,
        complementiser: content::complementiser(reading, &draft),
        quoted_words: content::quoted_words(reading, &draft),
        relative: draft.relative,
        shared_cue: draft.shared_cue,
        content: draft.content.iter().map(|segment| segment.span).collect(),
        cue: draft.cue,
        source: draft.source,
        speaker,
        confidence: draft.confidence,
        evidence: Evidence { rule: rule.name(), spans },
    })
}

#[cfg(test)]
mod tests;
