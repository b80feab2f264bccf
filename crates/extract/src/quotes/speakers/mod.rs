//! Who a source is: its entity through the names, pronouns and descriptions that coreference found, or, where the
//! article names nobody, the description itself.

mod mentions;
mod source;

use dateline_text::{Byte, Span};

use super::{Resolution, Speaker, attribution::Draft, confidence, rules::Rule, units::Reading, words};
use crate::coref::{Entity, EntityId, Form, Gender};

use mentions::Mentions;
use source::Source;

/// Resolves the sources of an article's quotes, in text order.
pub(super) struct Speakers<'r, 'a> {
    reading: &'r Reading<'a>,
    mentions: Mentions<'r>,
    /// The speaker of the last quote that had one, and where its source stands.
    last: Option<(Speaker, u32)>,
    /// The last quotation with a speaker, for what is said inside it in the first person.
    around: Option<(Span<Byte>, Speaker)>,
}

impl<'r, 'a> Speakers<'r, 'a> {
    pub(super) fn new(reading: &'r Reading<'a>, entities: &'r [Entity]) -> Self {
        Self { reading, mentions: Mentions::new(reading.document, entities), last: None, around: None }
    }

    /// The speaker of one quote; `None` where nobody can be named.
    pub(super) fn of(&mut self, draft: &Draft) -> Option<Speaker> {
        let speaker = match (draft.source, draft.goes_on) {
            (Some(source), _) => self.resolve(source),
            (None, Some(source)) => self
                .resolve(source)
                .map(|speaker| Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, ..speaker }),
            (None, None) if draft.cue.is_none() && draft.rule != Rule::TranscriptTurn => {
                self.introduced(draft.content[0].span.start())
            }
            (None, None) => None,
        };
        if let Some(speaker) = &speaker {
            let place = draft.source.map_or(draft.content[0].span.start(), Span::start);
            self.last = Some((speaker.clone(), place));
            if draft.content[0].quoted.is_some() {
                self.around = Some((draft.content[0].span, speaker.clone()));
            }
        }
        speaker
    }

    /// The "that" right before the content.
    pub(super) fn complementiser(&self, draft: &Draft) -> Option<Span<Byte>> {
        let document = self.reading.document;
        let before = document.words(draft.content[0].span).start().checked_sub(1)?;
        let introduces = draft.content[0].quoted.is_none() && self.reading.folded(before) == "that";
        introduces.then(|| document.tokens()[before as usize].span)
    }

    /// Whether a headline's label with this speaker is one: a person, an organisation, or people as such.
    pub(super) fn can_speak(&self, speaker: &Speaker) -> bool {
        speaker.entity.map_or(speaker.resolution == Resolution::Collective, |entity| self.mentions.is_agent(entity))
    }

    fn resolve(&self, source: Span<Byte>) -> Option<Speaker> {
        let source = Source::read(self.reading, source)?;
        if source.is_pronoun() {
            return self.pronoun(&source);
        }
        self.named(&source).or_else(|| self.nominal(&source)).or_else(|| self.unnamed(&source))
    }

    /// The entity named in a source: a person as head or apposition, or any other name that is the head.
    fn named(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let names = |within| self.mentions.within(within).filter(|&&(_, _, form)| form == Form::Name);
        let person = |within| {
            names(within)
                .filter(|&&(span, entity, _)| self.mentions.is_person(entity) && source.is_head_name(span))
                .last()
        };
        let head = || names(source.core).find(|&&(span, _, _)| source.ends_with_name(span));
        if let Some(&(span, entity, _)) = person(source.core).or_else(head).or_else(|| person(source.span)) {
            return Some(self.entity(entity, Resolution::Named, &[span]));
        }
        let author = names(source.span).find(|_| source.is_document());
        author.map(|&(span, entity, _)| self.entity(entity, Resolution::Nominal, &[source.core, span]))
    }

    /// The entity that a description refers to.
    fn nominal(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let described =
            self.mentions.within(source.core).find(|&&(span, _, form)| form == Form::Nominal && source.is_head(span));
        if let Some(&(span, entity, _)) = described {
            return Some(self.entity(entity, Resolution::Nominal, &[span]));
        }
        let description = source.definite()?;
        let at = source.span.start();
        let document = self.reading.document;
        if let Some(entity) =
            self.mentions.titled(&description, at).or_else(|| self.mentions.body(document, source.head(), at))
        {
            return Some(self.entity(entity, Resolution::Nominal, &[source.core]));
        }
        // "the statement": that of the last speaker.
        let (last, _) = self.last.as_ref().filter(|_| source.is_document())?;
        let id = last.entity?;
        Some(self.entity(id, Resolution::Nominal, &[source.core]))
    }

    /// Somebody whom the article does not name, or whose name the names layer does not know.
    fn unnamed(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        if let Some(name) = source.unknown_name() {
            let confidence = confidence::of_speaker(Resolution::Named);
            return Some(Speaker { name, entity: None, resolution: Resolution::Named, chain: vec![name], confidence });
        }
        let resolution = if source.is_plural() { Resolution::Collective } else { Resolution::Anonymous };
        let name = source.description()?;
        let confidence = confidence::of_speaker(resolution);
        Some(Speaker { name, entity: None, resolution, chain: vec![name], confidence })
    }

    fn pronoun(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let word = source.pronoun_word();
        if matches!(word, "i" | "we" | "me" | "us" | "you") {
            let (quotation, speaker) = self.around.as_ref()?;
            return (word == "i" && quotation.contains(source.span)).then(|| speaker.clone());
        }
        let linked = self.mentions.within(source.span).find(|&&(_, _, form)| form == Form::Pronoun);
        if let Some(&(span, entity, _)) = linked {
            return Some(self.entity(entity, Resolution::Pronoun, &[span]));
        }
        let gender = match word {
            "he" | "him" | "his" => Gender::Masculine,
            "she" | "her" => Gender::Feminine,
            "it" | "they" | "them" | "its" | "their" => return self.repeated(source),
            _ => return self.unnamed(source),
        };
        let entity =
            self.mentions.antecedent(self.reading.document, source.span.start(), gender, self.last_entity())?;
        Some(self.entity(entity, Resolution::Pronoun, &[source.span]))
    }

    /// "they" and "it" repeat the last speaker when that is a body or several people.
    fn repeated(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let (last, _) = self.last.as_ref()?;
        let body = match last.entity {
            Some(entity) => !self.mentions.is_person(entity),
            None => last.resolution == Resolution::Collective,
        };
        let mut chain = vec![source.span];
        chain.extend(last.chain.iter().copied().filter(|&span| span != source.span));
        let confidence = confidence::of_speaker(Resolution::Pronoun);
        let resolution = if last.entity.is_some() { Resolution::Pronoun } else { last.resolution };
        body.then(|| Speaker { resolution, chain, confidence, ..last.clone() })
    }

    fn last_entity(&self) -> Option<(EntityId, u32)> {
        self.last.as_ref().and_then(|(speaker, at)| Some((speaker.entity?, *at)))
    }

    /// The only person of the sentence before a quotation without a cue, in the same paragraph.
    fn introduced(&self, start: u32) -> Option<Speaker> {
        let document = self.reading.document;
        let word = document.words(Span::new(start, start + 1)).start();
        let sentence = document.sentence_at(word);
        let before = document.sentences().get(sentence.checked_sub(1)?)?;
        if document.paragraph_at(before.start()) != document.paragraph_at(word) {
            return None;
        }
        let mut people =
            self.mentions.within(document.bytes(*before)).filter(|&&(_, entity, _)| self.mentions.is_person(entity));
        let &(span, entity, form) = people.next()?;
        let only = people.all(|&(_, other, _)| other == entity);
        let resolution = if form == Form::Name { Resolution::Named } else { Resolution::Pronoun };
        let speaker = self.entity(entity, resolution, &[span]);
        only.then_some(Speaker { confidence: speaker.confidence * confidence::WITHOUT_CUE, ..speaker })
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
        Speaker { name, entity: Some(id), resolution, chain, confidence: confidence::of_speaker(resolution) }
    }
}

/// Whether a word is a pronoun that can stand for a speaker.
fn is_pronoun(word: &str) -> bool {
    (words::is_subject_pronoun(word) || matches!(word, "him" | "her" | "them" | "me" | "us" | "his" | "its" | "their"))
        && !matches!(word, "this" | "that" | "many" | "some" | "most" | "few" | "all" | "both" | "one")
}
