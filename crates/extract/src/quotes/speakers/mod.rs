//! Who a source is: its entity through the names, pronouns and descriptions that coreference found, or, where the
//! article names nobody, the description itself.

mod antecedents;
mod mentions;
mod phrases;
mod source;

use std::{
    cell::RefCell,
    collections::{HashMap, VecDeque},
};

use dateline_encoder::Encoding;
use dateline_text::{Byte, Span, TokenKind, Word};

use super::{
    Comparison, Quote, Resolution, Speaker, attribution::Draft, confidence, rules::Rule, units::Reading, words,
};
use crate::{
    coref::{Entity, EntityId, Form, Gender},
    extraction::Evidence,
    names::EntityKind,
};

pub(super) use antecedents::NAMES;
use antecedents::{Asked, Compared, Rival, Voice};
use mentions::{Mentions, Site};
use source::Source;

/// How far back a noun is sought again, in tokens.
const NEAR_TOKENS: u32 = 200;

/// How many sentences of an article can speak of somebody whom it introduces later.
const LEAD_SENTENCES: usize = 4;
/// How many sentences back "one" and "others" find those of whom they are, quoted ones counted.
const PART_SENTENCES_MAX: usize = 6;

/// How a speaker was found, by its name in [`Evidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
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

impl Way {
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
struct Around {
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
    voices: VecDeque<Voice>,
    /// The speakers of the sources read so far.
    resolved: HashMap<Span<Byte>, Option<Speaker>>,
    /// By sentence: how many sentences up to it begin outside quotations.
    told: Vec<usize>,
    /// Where each word first stands.
    first_words: HashMap<&'r str, u32>,
    /// Who answers in an interview, with the mention that names them; `None` before anybody asked.
    interviewee: Option<Option<(EntityId, Span<Byte>)>>,
    /// The last quotation with a speaker, for what is said inside it.
    around: Option<Around>,
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
            voices: VecDeque::new(),
            resolved: HashMap::new(),
            told: told_sentences(reading),
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
        let speaker = match (draft.source, draft.goes_on) {
            _ if draft.answers.is_some() => draft.answers.and_then(|first| self.interviewee(first)),
            _ if introduced.is_some() => introduced,
            (Some(source), _) if draft.rule == Rule::TranscriptTurn => self.labelled(source),
            (Some(source), _) => self.once(source),
            (None, Some(source)) if !self.same_paragraph(source.start(), start) && self.opens_for_another(start) => {
                self.introduced(start)
            }
            (None, Some(source)) => self
                .once(source)
                .map(|speaker| Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, ..speaker }),
            (None, None) if draft.cue.is_none() && draft.rule != Rule::TranscriptTurn => self.introduced(start),
            (None, None) => None,
        };
        if let Some(speaker) = &speaker {
            let answers = draft.cue.as_ref().is_some_and(|cue| words::is_answer(&cue.lemma));
            let addressee = self.last().filter(|_| answers).and_then(|voice| voice.speaker.entity);
            let place = draft.source.map_or(draft.content[0].span.start(), Span::start);
            self.hear(speaker, draft.source, place);
            if draft.content[0].quoted.is_some() {
                let segments = draft.content.iter().map(|segment| segment.span).collect();
                self.around = Some(Around { segments, speaker: speaker.clone(), addressee });
            }
        }
        speaker
    }

    /// The speaker of a source, which is resolved when it is first met.
    fn once(&mut self, source: Span<Byte>) -> Option<Speaker> {
        if let Some(known) = self.resolved.get(&source) {
            return known.clone();
        }
        let speaker = self.resolve(source);
        self.resolved.insert(source, speaker.clone());
        speaker
    }

    /// The quotation that a source stands in.
    fn around_of(&self, source: &Source<'_, '_>) -> Option<&Around> {
        self.around.as_ref().filter(|around| around.segments.iter().any(|segment| segment.contains(source.span)))
    }

    /// Keeps a speaker as the last one who spoke.
    fn hear(&mut self, speaker: &Speaker, source: Option<Span<Byte>>, at: u32) {
        let same = |voice: &Voice| match (voice.speaker.entity, speaker.entity) {
            (None, None) => voice.speaker.name == speaker.name,
            (left, right) => left == right,
        };
        let before = self.voices.iter().position(same).and_then(|at| self.voices.remove(at));
        let as_written = source.and_then(|source| Source::read(self.reading, source));
        let speaks_for_itself =
            |source: &Source<'_, '_>| !source.is_pronoun() && !source.sole_word().is_some_and(words::is_part);
        let read = match as_written.filter(speaks_for_itself) {
            None if speaker.entity.is_none() => Source::read(self.reading, speaker.name),
            written => written,
        };
        let voice = match before {
            Some(before) => Voice { at, ..before },
            None => Voice {
                speaker: speaker.clone(),
                at,
                head: read.as_ref().filter(|_| speaker.entity.is_none()).map(|source| source.head().to_owned()),
                plural: read.is_some_and(|source| source.is_plural()),
            },
        };
        self.voices.push_back(voice);
        if self.voices.len() > antecedents::VOICES_MAX {
            self.voices.pop_front();
        }
    }

    fn last(&self) -> Option<&Voice> {
        self.voices.back()
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
        let sentence = |at: u32| self.told[self.reading.document.sentence_at(self.word_at(at))];
        sentence(left).abs_diff(sentence(right))
    }

    fn same_paragraph(&self, left: u32, right: u32) -> bool {
        let paragraph = |at: u32| self.reading.document.paragraph_at(self.word_at(at));
        paragraph(left) == paragraph(right)
    }

    /// The speaker of a headline's quotation, who says the same below.
    pub(super) fn echo(&self, below: &Quote) -> Option<Speaker> {
        let speaker = below.speaker.as_ref()?;
        let evidence = Evidence { rule: Way::Echo.name(), spans: below.content.clone() };
        let confidence = speaker.confidence * confidence::WITHOUT_CUE;
        Some(Speaker { chain: vec![speaker.name], confidence, evidence, ..speaker.clone() })
    }

    /// The "that" right before the content.
    pub(super) fn complementiser(&self, draft: &Draft) -> Option<Span<Byte>> {
        let document = self.reading.document;
        let before = document.words(draft.content[0].span).start().checked_sub(1)?;
        let introduces = draft.content[0].quoted.is_none() && self.reading.folded(before) == "that";
        introduces.then(|| document.tokens()[before as usize].span)
    }

    /// Words and numbers of the content that stand in quotation marks.
    pub(super) fn quoted_words(&self, draft: &Draft) -> u32 {
        let document = self.reading.document;
        let quoted = draft.content.iter().filter(|segment| segment.quoted.is_some());
        let words = quoted.map(|segment| document.words(segment.span)).flat_map(|words| words.start()..words.end());
        let lexical =
            |&word: &u32| matches!(document.tokens()[word as usize].kind, TokenKind::Word | TokenKind::Number);
        u32::try_from(words.filter(lexical).count()).unwrap_or(u32::MAX)
    }

    /// Whether a headline's label with this speaker is one: a person, an organisation, or people as such.
    pub(super) fn can_speak(&self, speaker: &Speaker) -> bool {
        speaker.entity.map_or(speaker.resolution == Resolution::Collective, |entity| self.mentions.is_agent(entity))
    }

    fn resolve(&self, source: Span<Byte>) -> Option<Speaker> {
        let source = Source::read(self.reading, source)?;
        if matches!(source.sole_word(), Some("who" | "which")) {
            return self.relative(&source);
        }
        if let Some(speaker) = self.part(&source) {
            return Some(speaker);
        }
        if source.is_pronoun() {
            return self.pronoun(&source);
        }
        self.named(&source).or_else(|| self.described(&source)).or_else(|| self.unnamed(&source))
    }

    /// The entity named in a source: a person as head or apposition, or any other name that is the head.
    fn named(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        // "The Republican" is one of many, and a description.
        let one_of_many =
            |id| self.mentions.kind(id) == EntityKind::Group && source.is_definite() && !source.is_plural();
        let names =
            |within| self.mentions.within(within).filter(|&&(_, id, form)| form == Form::Name && !one_of_many(id));
        let person = |within| {
            names(within)
                .filter(|&&(span, entity, _)| self.mentions.is_person(entity) && source.is_head_name(span))
                .last()
        };
        let head = || names(source.core).find(|&&(span, _, _)| source.ends_with_name(span));
        let apposition = || {
            let body = |entity| !self.mentions.is_person(entity) && self.mentions.is_agent(entity);
            names(source.span).find(|&&(span, entity, _)| body(entity) && source.is_apposition(span))
        };
        // "One Berliner, Jane Roe": a person stands behind one of a people.
        let body = |&&(_, id, _): &&Site| self.mentions.kind(id) != EntityKind::Group;
        let kind_of =
            || names(source.core).find(|&&(span, id, _)| self.mentions.is_agent(id) && source.is_sort_of(span));
        let found = person(source.core)
            .or_else(|| head().filter(body))
            .or_else(|| person(source.span))
            .or_else(head)
            .or_else(kind_of)
            .or_else(apposition);
        if let Some(&(span, entity, _)) = found {
            return Some(self.entity(entity, Resolution::Named, &[span]));
        }
        let author = names(source.span).find(|_| source.is_document());
        author.map(|&(span, entity, _)| self.entity(entity, Resolution::Nominal, &[source.core, span]))
    }

    /// Whether the sentence before a quotation, in its paragraph, opens with a person who is not the last speaker.
    fn opens_for_another(&self, start: u32) -> bool {
        let document = self.reading.document;
        let Some(before) = document.sentence_at(self.word_at(start)).checked_sub(1) else { return false };
        let sentence = document.bytes(document.sentences()[before]);
        let named = self.mentions.within(sentence).find(|&&(_, entity, _)| self.mentions.is_person(entity));
        let last = self.voices.back().and_then(|voice| voice.speaker.entity);
        self.same_paragraph(sentence.start(), start) && named.is_some_and(|&(_, entity, _)| Some(entity) != last)
    }

    /// The colon right before a quotation, if there is one.
    fn colon_before(&self, start: u32) -> Option<u32> {
        let first = self.word_at(start);
        let colon = (first.saturating_sub(2)..first).rev().find(|&at| self.reading.folded(at) == ":")?;
        let document = self.reading.document;
        let line = document.sentences()[document.sentence_at(colon)];
        (line.start() < colon && self.same_paragraph(start, document.tokens()[colon as usize].span.start()))
            .then_some(colon)
    }

    /// The first person of the clause before the colon that introduces a quotation: "Roe was less cheerful: “…”".
    fn subject_before_colon(&self, start: u32) -> Option<Speaker> {
        let colon = self.colon_before(start)?;
        let document = self.reading.document;
        let sentence = document.sentences()[document.sentence_at(colon)];
        let clause = document.bytes(Span::new(sentence.start(), colon));
        let owner = |span: Span<Byte>| words::is_possessive(&document.slice(span).to_lowercase());
        let mut people = self.mentions.within(clause).filter(|&&(_, id, _)| self.mentions.is_person(id));
        let &(span, entity, form) = people.find(|&&(span, _, _)| !owner(span))?;
        let resolution = if form == Form::Name { Resolution::Named } else { Resolution::Pronoun };
        let speaker = self.entity(entity, resolution, &[span]);
        let evidence = Evidence { rule: Way::Introduced.name(), spans: vec![span] };
        Some(Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, evidence, ..speaker })
    }

    /// Whom a description means: somebody named, or somebody who spoke before.
    fn described(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let (rival, probability) = self.chosen(source, Asked::Description);
        let unnamed = |rival| match rival {
            Rival::Voice(at) => self.voices[at].speaker.entity.is_none(),
            other => other == Rival::Nobody,
        };
        if let Some(id) =
            self.titled_before(source).or_else(|| self.introduced_later(source).filter(|_| unnamed(rival)))
        {
            return Some(self.entity(id, Resolution::Nominal, &[source.core]));
        }
        self.meant(rival, Resolution::Nominal, source.core, probability)
    }

    /// The person set off right before a description: "Jane Roe, head of the agency, speaking in Lima, said".
    fn titled_before(&self, source: &Source<'_, '_>) -> Option<EntityId> {
        let first = self.reading.document.words(source.span).start();
        let comma = first.checked_sub(1).filter(|&at| self.reading.folded(at) == "," && source.means_a_person())?;
        let end = self.reading.document.tokens()[comma.checked_sub(1)? as usize].span.end();
        let (_, id, form) = self.mentions.ending_at(end)?;
        (form == Form::Name && self.mentions.is_person(id) && source.goes_on()).then_some(id)
    }

    /// The one person whom the article names only further below, with the noun of the description: "his lawyer", and then
    /// "Jane Roe, the lawyer of".
    fn introduced_later(&self, source: &Source<'_, '_>) -> Option<EntityId> {
        let mut holders = self.mentions.holders(source.head()).filter(|&id| self.mentions.is_person(id));
        let only = holders.next().filter(|_| holders.next().is_none() && !source.has_plural_head())?;
        let told = crate::names::positions::gender_of(source.head());
        let agrees = self.mentions.gender(only).zip(told).is_none_or(|(sign, told)| sign.gender == told);
        let first_sentences = self.sentences_between(0, source.span.start()) <= LEAD_SENTENCES;
        let behind = self.mentions.mentioned_before(only, source.span.end()) == 0;
        (behind && agrees && first_sentences && source.means_a_person()).then_some(only)
    }

    /// Whom a source means of all who compete.
    fn chosen(&self, source: &Source<'_, '_>, asked: Asked) -> (Rival, f32) {
        let compared = antecedents::compare(self, source, asked);
        self.observe(source, asked, &compared);
        antecedents::best(&compared, asked)
    }

    fn observe(&self, source: &Source<'_, '_>, asked: Asked, compared: &[Compared]) {
        let Some(comparisons) = &self.comparisons else { return };
        let named = |one: &Compared| match one.rival {
            Rival::Entity(id) => Some(self.mentions.name(id)),
            Rival::Voice(at) => Some(self.voices[at].speaker.name),
            Rival::Phrase(phrase) => Some(phrase.span),
            Rival::Nobody => None,
        };
        comparisons.borrow_mut().push(Comparison {
            source: source.span,
            pronoun: asked != Asked::Description,
            rivals: compared.iter().map(|one| (named(one), one.values.to_vec())).collect(),
        });
    }

    /// The speaker that a rival is, from the source as written.
    fn meant(&self, rival: Rival, resolution: Resolution, from: Span<Byte>, probability: f32) -> Option<Speaker> {
        match rival {
            Rival::Entity(id) => {
                let compared = self.mentions.last_before(id, from.start()).map(|(span, _, _)| span);
                let evidence = Evidence { rule: Way::Ranking.name(), spans: compared.into_iter().collect() };
                Some(Speaker { confidence: probability, evidence, ..self.entity(id, resolution, &[from]) })
            }
            Rival::Voice(at) => {
                let before = &self.voices[at].speaker;
                let evidence = Evidence { rule: Way::Ranking.name(), spans: vec![before.name] };
                Some(Speaker { chain: vec![from, before.name], confidence: probability, evidence, ..before.clone() })
            }
            Rival::Phrase(phrase) => {
                let speaker = self.unnamed(&Source::read(self.reading, phrase.span)?)?;
                let evidence = Evidence { rule: Way::Ranking.name(), spans: vec![phrase.span] };
                Some(Speaker { chain: vec![from, speaker.name], confidence: probability, evidence, ..speaker })
            }
            Rival::Nobody => None,
        }
    }

    /// Somebody whom the article does not name, or whose name the names layer does not know.
    fn unnamed(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let (name, resolution) = match source.unknown_name() {
            Some(name) => (name, Resolution::Named),
            None if source.is_plural() => (source.description()?, Resolution::Collective),
            None => (source.description()?, Resolution::Anonymous),
        };
        let confidence = confidence::of_speaker(resolution);
        let evidence = Evidence { rule: Way::AsWritten.name(), spans: vec![source.span] };
        Some(Speaker { name, entity: None, resolution, chain: vec![name], confidence, evidence })
    }

    /// Who speaks under a transcript's label: "Ana Prado" for "PRADO:", or the label as it stands.
    fn labelled(&self, label: Span<Byte>) -> Option<Speaker> {
        let text = self.reading.document.slice(label);
        let capitals = text.len() > 2 && !text.contains(char::is_lowercase);
        if capitals && let Some(id) = self.mentions.surnamed(&text.to_lowercase()) {
            return Some(self.entity(id, Resolution::Named, &[label]));
        }
        let source = Source::read(self.reading, label)?;
        self.named(&source).or_else(|| self.unnamed(&source))
    }

    fn pronoun(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let word = source.pronoun_word();
        if matches!(word, "i" | "we" | "me" | "us" | "you") {
            let speaker = &self.around_of(source)?.speaker;
            let evidence = Evidence { rule: Way::FirstPerson.name(), spans: vec![speaker.name] };
            return (word == "i").then(|| Speaker { evidence, ..speaker.clone() });
        }
        let asked = match word {
            "he" | "him" | "his" => Asked::Person(Gender::Masculine),
            "she" | "her" => Asked::Person(Gender::Feminine),
            "it" | "its" => Asked::Thing,
            "they" | "them" | "their" => Asked::Plural,
            _ => return self.unnamed(source),
        };
        let (rival, probability) = self.chosen(source, asked);
        self.meant(rival, Resolution::Pronoun, source.span, probability)
    }

    /// Whom a relative pronoun means: the name or phrase right before it.
    fn relative(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let document = self.reading.document;
        let mut before = source.head_word().checked_sub(1)?;
        if self.reading.folded(before) == "," {
            before = before.checked_sub(1)?;
        }
        let end = document.tokens()[before as usize].span.end();
        if let Some((span, entity, _)) = self.mentions.ending_at(end) {
            return Some(self.entity(entity, Resolution::Pronoun, &[source.span, span]));
        }
        let phrase = phrases::before(self.reading, &self.mentions, source.head_word(), 0).into_iter().next();
        let speaker = self.resolve(phrase.filter(|phrase| phrase.span.end() == end)?.span)?;
        Some(Speaker { chain: [&[source.span][..], &speaker.chain].concat(), ..speaker })
    }

    /// Some of those of whom the sentences before speak: "one said", "others".
    fn part(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let word = source.sole_word().filter(|word| words::is_part(word))?;
        let near = |voice: &&Voice| voice.plural && self.sentences_between(voice.at, source.span.start()) <= 2;
        let voices = self.voices.iter().rev().filter(near).filter(|voice| voice.speaker.entity.is_none());
        let several = || {
            let phrases = phrases::before(self.reading, &self.mentions, source.head_word(), PART_SENTENCES_MAX);
            phrases.into_iter().find(|phrase| phrase.several && phrase.opens).map(|phrase| phrase.span)
        };
        let whole = voices.map(|voice| voice.speaker.name).next().or_else(several)?;
        let name = Source::read(self.reading, whole)?.description()?;
        let one = matches!(word, "one" | "another");
        let resolution = if one { Resolution::Anonymous } else { Resolution::Collective };
        let evidence = Evidence { rule: Way::Part.name(), spans: vec![whole] };
        let confidence = confidence::of_speaker(resolution);
        Some(Speaker { name, entity: None, resolution, chain: vec![source.span, name], confidence, evidence })
    }

    /// The only person of the sentence before a quotation without a cue, or, where the quotation opens a paragraph, of
    /// the last sentence of the paragraph before.
    fn introduced(&self, start: u32) -> Option<Speaker> {
        let document = self.reading.document;
        let sentence = document.sentence_at(self.word_at(start));
        let before = document.sentences().get(sentence.checked_sub(1)?)?;
        if document.field_at(before.start()) != document.field_at(self.word_at(start)) {
            return None;
        }
        let mut people =
            self.mentions.within(document.bytes(*before)).filter(|&&(_, entity, _)| self.mentions.is_person(entity));
        let &(span, entity, form) = people.next()?;
        let only = people.all(|&(_, other, _)| other == entity);
        let resolution = if form == Form::Name { Resolution::Named } else { Resolution::Pronoun };
        let speaker = self.entity(entity, resolution, &[span]);
        let evidence = Evidence { rule: Way::Introduced.name(), spans: vec![span] };
        only.then_some(Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, evidence, ..speaker })
    }

    /// Who answers in an interview: of the people named before the first answer, the one who is mentioned most.
    fn interviewee(&mut self, first_answer: u32) -> Option<Speaker> {
        let known = *self.interviewee.get_or_insert_with(|| self.mentions.foremost_person_before(first_answer));
        let (entity, span) = known?;
        let evidence = Evidence { rule: Way::Interviewee.name(), spans: vec![span] };
        let speaker = self.entity(entity, Resolution::Named, &[span]);
        Some(Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, evidence, ..speaker })
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
        let evidence = Evidence { rule: Way::AsWritten.name(), spans: from.to_vec() };
        Speaker { name, entity: Some(id), resolution, chain, confidence: confidence::of_speaker(resolution), evidence }
    }
}

/// By sentence: how many sentences up to it begin outside quotations.
fn told_sentences(reading: &Reading<'_>) -> Vec<usize> {
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
