//! Speakers of quotations without a source phrase: those introduced by the words around it, or who answer in an interview.

use dateline_text::{Byte, Span};

use super::{
    super::{Resolution, Speaker, confidence, words},
    SpeakerRule, Speakers,
    mentions::Site,
};
use crate::{coref::Form, evidence::Evidence};

impl Speakers<'_, '_> {
    /// Whether the sentence before a quotation, in its paragraph, opens with a person who is not the last speaker.
    pub(super) fn opens_for_another(&self, start: u32) -> bool {
        let document = self.reading.document;
        let Some(before) = document.sentence_at(self.word_at(start)).checked_sub(1) else { return false };
        let sentence = document.bytes(document.sentences()[before]);
        let named = self.mentions.within(sentence).find(|&&(_, entity, _)| self.mentions.is_person(entity));
        let last = self.prior_speakers.back().and_then(|voice| voice.speaker.entity);
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
    pub(super) fn subject_before_colon(&self, start: u32) -> Option<Speaker> {
        let colon = self.colon_before(start)?;
        let document = self.reading.document;
        let sentence = document.sentences()[document.sentence_at(colon)];
        let clause = document.bytes(Span::new(sentence.start(), colon));
        let owner = |span: Span<Byte>| words::is_possessive(&document.slice(span).to_lowercase());
        let mut people = self.mentions.within(clause).filter(|&&(_, id, _)| self.mentions.is_person(id));
        people.find(|&&(span, _, _)| !owner(span)).map(|&first| self.beside(first))
    }

    /// The only person of the sentence before a quotation without a cue, or, where the quotation opens a paragraph, of
    /// the last sentence of the paragraph before.
    pub(super) fn introduced(&self, start: u32) -> Option<Speaker> {
        let document = self.reading.document;
        let sentence = document.sentence_at(self.word_at(start));
        let before = document.sentences().get(sentence.checked_sub(1)?)?;
        if document.field_at(before.start()) != document.field_at(self.word_at(start)) {
            return None;
        }
        let mut people =
            self.mentions.within(document.bytes(*before)).filter(|&&(_, entity, _)| self.mentions.is_person(entity));
        let &first = people.next()?;
        people.all(|&(_, other, _)| other == first.1).then(|| self.beside(first))
    }

    /// The speaker whom a mention beside a quotation names.
    fn beside(&self, (span, entity, form): Site) -> Speaker {
        let resolution = if form == Form::Name { Resolution::Named } else { Resolution::Pronoun };
        let speaker = self.entity(entity, resolution, &[span]);
        let evidence = Evidence { rule: SpeakerRule::Introduced.name(), spans: vec![span] };
        Speaker { confidence: speaker.confidence * confidence::without_cue(), evidence, ..speaker }
    }

    /// Who answers in an interview: of the people named before the first answer, the one who is mentioned most.
    pub(super) fn interviewee(&mut self, first_answer: u32) -> Option<Speaker> {
        let known = *self.interviewee.get_or_insert_with(|| self.mentions.foremost_person_before(first_answer));
        let (entity, span) = known?;
        let evidence = Evidence { rule: SpeakerRule::Interviewee.name(), spans: vec![span] };
        let speaker = self.entity(entity, Resolution::Named, &[span]);
        Some(Speaker { confidence: speaker.confidence * confidence::without_cue(), evidence, ..speaker })
    }
}
