//! Who a source is: its entity through the names, pronouns and descriptions that coreference found, or, where the
//! article names nobody, the description itself.

mod antecedents;
mod cueless;
mod mentions;
mod phrases;
mod resolve;
mod source;

use std::{
    cell::RefCell,
    collections::{HashMap, VecDeque},
};

use dateline_encoder::Encoding;
use dateline_text::{Byte, Span, Word};

use super::{
    Comparison, Quote, Resolution, Speaker, attribution::Draft, confidence, rules::Rule, units::Reading, words,
};
use crate::{
    coref::{Entity, EntityId},
    evidence::Evidence,
};

pub(super) use antecedents::NAMES;
use antecedents::PriorSpeaker;
use mentions::Mentions;
use source::Source;

/// How far back a noun is sought again, in tokens.
const NEAR_TOKENS: u32 = 200;

/// How a speaker was found, by its name in [`Evidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpeakerRule {
    /// The source names or describes the speaker.
    AsWritten,
    /// The best-ranked one whom a pronoun or description can mean.
    Ranking,
    /// "I", said in the speaker's quotation.
    FirstPerson,
    /// The only person of the sentence before.
    Introduced,
    /// Some of those mentioned before.
    Part,
    /// Who answers in an interview.
    Interviewee,
    /// The headline repeats what the speaker says below.
    Echo,
}

impl SpeakerRule {
    const fn name(self) -> &'static str {
        match self {
            Self::AsWritten => "speaker-as-written",
            Self::Ranking => "speaker-ranking",
            Self::FirstPerson => "speaker-first-person",
            Self::Introduced => "speaker-introduced",
            Self::Part => "speaker-part",
            Self::Interviewee => "speaker-interviewee",
            Self::Echo => "speaker-echo",
        }
    }
}

/// A quotation in which others can be quoted.
struct EnclosingQuote {
    segments: Vec<Span<Byte>>,
    speaker: Speaker,
    /// Whom it answers.
    addressee: Option<EntityId>,
}

/// Resolves the sources of an article's quotes, in text order.
pub(super) struct Speakers<'r, 'a> {
    reading: &'r Reading<'a>,
    encoding: Option<&'r Encoding>,
    mentions: Mentions<'r>,
    /// Who spoke, the last one last.
    prior_speakers: VecDeque<PriorSpeaker>,
    /// The speakers of the sources read so far.
    resolved: HashMap<Span<Byte>, Option<Speaker>>,
    /// By sentence: how many sentences up to it begin outside quotations.
    narrative_sentences: Vec<usize>,
    /// The position of the first occurrence of each word.
    first_words: HashMap<&'r str, u32>,
    /// Who answers in an interview, with the mention that names them; `None` before the first question.
    interviewee: Option<Option<(EntityId, Span<Byte>)>>,
    /// The last quotation with a speaker, for what is said inside it.
    around: Option<EnclosingQuote>,
    /// What was compared, where somebody asks for it.
    comparisons: Option<RefCell<Vec<Comparison>>>,
}

impl<'r, 'a> Speakers<'r, 'a> {
    pub(super) fn new(reading: &'r Reading<'a>, encoding: Option<&'r Encoding>, entities: &'r [Entity]) -> Self {
        let mut first_words = HashMap::new();
        for (word, token) in (0..reading.len()).zip(reading.document.tokens()) {
            first_words.entry(reading.folded(word)).or_insert(token.span.start());
        }
        Self {
            reading,
            encoding,
            mentions: Mentions::new(reading.document, entities),
            prior_speakers: VecDeque::new(),
            resolved: HashMap::new(),
            narrative_sentences: narrative_sentences(reading),
            first_words,
            interviewee: None,
            around: None,
            comparisons: None,
        }
    }

    /// The same, keeping what is compared for [`comparisons`](Self::comparisons).
    pub(super) fn observed(self) -> Self {
        Self { comparisons: Some(RefCell::default()), ..self }
    }

    /// What was compared so far.
    pub(super) fn comparisons(self) -> Vec<Comparison> {
        self.comparisons.map(RefCell::into_inner).unwrap_or_default()
    }

    /// The speaker of one quote; `None` where nobody can be named.
    pub(super) fn of(&mut self, draft: &Draft) -> Option<Speaker> {
        let start = draft.content[0].span.start();
        let introduced =
            if draft.source.is_none() && draft.cue.is_none() { self.subject_before_colon(start) } else { None };
        let speaker = match (draft.source, draft.inherited_source) {
            _ if draft.interview_first_answer.is_some() => {
                draft.interview_first_answer.and_then(|first| self.interviewee(first))
            }
            _ if introduced.is_some() => introduced,
            (Some(source), _) if draft.rule == Rule::TranscriptTurn => self.labelled(source),
            (Some(source), _) => self.resolve_cached(source),
            (None, Some(source)) if !self.same_paragraph(source.start(), start) && self.opens_for_another(start) => {
                self.introduced(start)
            }
            (None, Some(source)) => self
                .resolve_cached(source)
                .map(|speaker| Speaker { confidence: speaker.confidence * confidence::without_cue(), ..speaker }),
            (None, None) if draft.cue.is_none() && draft.rule != Rule::TranscriptTurn => self.introduced(start),
            (None, None) => None,
        };
        if let Some(speaker) = &speaker {
            let answers = draft.cue.as_ref().is_some_and(|cue| words::is_answer(&cue.lemma));
            let addressee = self.last().filter(|_| answers).and_then(|voice| voice.speaker.entity);
            let place = draft.source.map_or(draft.content[0].span.start(), Span::start);
            self.record_speaker(speaker, draft.source, place);
            if draft.content[0].quoted.is_some() {
                let segments = draft.content.iter().map(|segment| segment.span).collect();
                self.around = Some(EnclosingQuote { segments, speaker: speaker.clone(), addressee });
            }
        }
        speaker
    }

    /// The speaker of a source, which is resolved when it is first met.
    fn resolve_cached(&mut self, source: Span<Byte>) -> Option<Speaker> {
        if let Some(known) = self.resolved.get(&source) {
            return known.clone();
        }
        let speaker = self.resolve(source);
        self.resolved.insert(source, speaker.clone());
        speaker
    }

    /// The quotation that contains a source.
    fn around_of(&self, source: &Source<'_, '_>) -> Option<&EnclosingQuote> {
        self.around.as_ref().filter(|around| around.segments.iter().any(|segment| segment.contains(source.span)))
    }

    /// Records a speaker as the last one who spoke.
    fn record_speaker(&mut self, speaker: &Speaker, source: Option<Span<Byte>>, at: u32) {
        let same = |voice: &PriorSpeaker| match (voice.speaker.entity, speaker.entity) {
            (None, None) => voice.speaker.name == speaker.name,
            (left, right) => left == right,
        };
        let before = self.prior_speakers.iter().position(same).and_then(|at| self.prior_speakers.remove(at));
        let as_written = source.and_then(|source| Source::read(self.reading, source));
        let speaks_for_itself = |source: &Source<'_, '_>| {
            !source.is_pronoun() && !source.sole_word().is_some_and(words::is_partitive_pronoun)
        };
        let read = match as_written.filter(speaks_for_itself) {
            None if speaker.entity.is_none() => Source::read(self.reading, speaker.name),
            written => written,
        };
        let voice = match before {
            Some(before) => PriorSpeaker { at, ..before },
            None => PriorSpeaker {
                speaker: speaker.clone(),
                at,
                head: read.as_ref().filter(|_| speaker.entity.is_none()).map(|source| source.head().to_owned()),
                plural: read.is_some_and(|source| source.is_plural()),
            },
        };
        self.prior_speakers.push_back(voice);
        if self.prior_speakers.len() > antecedents::PRIOR_SPEAKERS_MAX {
            self.prior_speakers.pop_front();
        }
    }

    fn last(&self) -> Option<&PriorSpeaker> {
        self.prior_speakers.back()
    }

    /// Whether a word stands before `at`.
    fn occurs_before(&self, word: &str, at: u32) -> bool {
        self.first_words.get(word).is_some_and(|&first| first < at)
    }

    /// The last sentence before a source that has its head noun, of those near.
    fn sentence_of(&self, source: &Source<'_, '_>) -> Option<Span<Byte>> {
        let document = self.reading.document;
        let first = document.words(source.span).start();
        let near = first.saturating_sub(NEAR_TOKENS)..first;
        let told = near.rev().find(|&at| self.reading.folded(at) == source.head())?;
        Some(document.bytes(document.sentences()[document.sentence_at(told)]))
    }

    fn word_at(&self, at: u32) -> u32 {
        self.reading.document.words(Span::new(at, at + 1)).start()
    }

    fn last_word(&self, mention: Span<Byte>) -> u32 {
        let words = self.reading.document.words(mention);
        words.end().saturating_sub(1).max(words.start())
    }

    /// Sentences between two places, in either order; a quotation is part of the sentence in which it begins.
    fn sentences_between(&self, left: u32, right: u32) -> usize {
        let sentence = |at: u32| self.narrative_sentences[self.reading.document.sentence_at(self.word_at(at))];
        sentence(left).abs_diff(sentence(right))
    }

    fn same_paragraph(&self, left: u32, right: u32) -> bool {
        let paragraph = |at: u32| self.reading.document.paragraph_at(self.word_at(at));
        paragraph(left) == paragraph(right)
    }

    /// The speaker of a headline's quotation, who says the same below.
    pub(super) fn echo(&self, below: &Quote) -> Option<Speaker> {
        let speaker = below.speaker.as_ref()?;
        let evidence = Evidence { rule: SpeakerRule::Echo.name(), spans: below.content.clone() };
        let confidence = speaker.confidence * confidence::without_cue();
        Some(Speaker { chain: vec![speaker.name], confidence, evidence, ..speaker.clone() })
    }

    /// Whether a headline's label with this speaker is one: a person, an organisation, or people as such.
    pub(super) fn can_speak(&self, speaker: &Speaker) -> bool {
        speaker.entity.map_or(speaker.resolution == Resolution::Collective, |entity| self.mentions.is_agent(entity))
    }

    /// A named speaker, with the chain from the source as written to the name.
    fn entity(&self, id: EntityId, resolution: Resolution, from: &[Span<Byte>]) -> Speaker {
        let name = self.mentions.name(id);
        let mut chain = from.to_vec();
        if let Some(&first) = from.first().filter(|_| resolution != Resolution::Named) {
            chain.extend(self.mentions.name_before(id, first.start()));
        }
        chain.push(name);
        let document = self.reading.document;
        chain.dedup_by(|a, b| document.slice(*a) == document.slice(*b));
        let evidence = Evidence { rule: SpeakerRule::AsWritten.name(), spans: from.to_vec() };
        Speaker { name, entity: Some(id), resolution, chain, confidence: confidence::of_speaker(resolution), evidence }
    }
}

/// By sentence: how many sentences up to it begin outside quotations.
fn narrative_sentences(reading: &Reading<'_>) -> Vec<usize> {
    let document = reading.document;
    let mut quotations = reading.quotations.found.iter().filter(|quotation| quotation.depth == 0).peekable();
    let mut told = 0;
    let number = |sentence: &Span<Word>| {
        let start = document.bytes(*sentence).start();
        while quotations.next_if(|quotation| quotation.outer.end() <= start).is_some() {}
        told += usize::from(quotations.peek().is_none_or(|quotation| quotation.outer.start() >= start));
        told
    };
    document.sentences().iter().map(number).collect()
}

/// Whether a word is a pronoun that can stand for a speaker.
fn is_pronoun(word: &str) -> bool {
    (words::is_subject_pronoun(word) || matches!(word, "him" | "her" | "them" | "me" | "us" | "his" | "its" | "their"))
        && !matches!(word, "this" | "that" | "many" | "some" | "most" | "few" | "all" | "both" | "one")
}
