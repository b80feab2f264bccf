//! Resolves a source phrase to a speaker: the name in it, the antecedent of a pronoun or description, or the description
//! itself.

use dateline_lexicon::{Gender, person};
use dateline_text::{Byte, Span};

use super::{
    super::{Comparison, Resolution, Speaker, confidence, words},
    SpeakerRule, Speakers,
    antecedents::{self, AnaphorKind, Candidate, Compared, PriorSpeaker},
    mentions::Site,
    phrases,
    source::Source,
};
use crate::{
    coref::{EntityId, Form},
    evidence::Evidence,
    names::EntityKind,
};

/// How many sentences of an article can speak of somebody whom it introduces later.
const LEAD_SENTENCES: usize = 4;
/// How many sentences back "one" and "others" find those of whom they are, quoted ones counted.
const PART_SENTENCES_MAX: usize = 6;

impl Speakers<'_, '_> {
    pub(super) fn resolve(&self, source: Span<Byte>) -> Option<Speaker> {
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

    /// Whom a description means: somebody named, or somebody who spoke before.
    fn described(&self, source: &Source<'_, '_>) -> Option<Speaker> {
        let (candidate, probability) = self.chosen(source, AnaphorKind::Description);
        let unnamed = |candidate| match candidate {
            Candidate::PriorSpeaker(at) => self.prior_speakers[at].speaker.entity.is_none(),
            other => other == Candidate::Nobody,
        };
        if let Some(id) =
            self.titled_before(source).or_else(|| self.introduced_later(source).filter(|_| unnamed(candidate)))
        {
            return Some(self.entity(id, Resolution::Nominal, &[source.core]));
        }
        self.meant(candidate, Resolution::Nominal, source.core, probability)
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
        let told = person::gender_of(source.head());
        let agrees = self.mentions.gender(only).zip(told).is_none_or(|(sign, told)| sign.gender == told);
        let first_sentences = self.sentences_between(0, source.span.start()) <= LEAD_SENTENCES;
        let behind = self.mentions.mentioned_before(only, source.span.end()) == 0;
        (behind && agrees && first_sentences && source.means_a_person()).then_some(only)
    }

    /// Whom a source means of all who compete.
    fn chosen(&self, source: &Source<'_, '_>, anaphor: AnaphorKind) -> (Candidate, f32) {
        let compared = antecedents::compare(self, source, anaphor);
        self.observe(source, anaphor, &compared);
        antecedents::best(&compared, anaphor)
    }

    fn observe(&self, source: &Source<'_, '_>, anaphor: AnaphorKind, compared: &[Compared]) {
        let Some(comparisons) = &self.comparisons else { return };
        let named = |one: &Compared| match one.candidate {
            Candidate::Entity(id) => Some(self.mentions.name(id)),
            Candidate::PriorSpeaker(at) => Some(self.prior_speakers[at].speaker.name),
            Candidate::Phrase(phrase) => Some(phrase.span),
            Candidate::Nobody => None,
        };
        comparisons.borrow_mut().push(Comparison {
            source: source.span,
            pronoun: anaphor != AnaphorKind::Description,
            candidates: compared.iter().map(|one| (named(one), one.values.to_vec())).collect(),
        });
    }

    /// The speaker that a candidate is, from the source as written.
    fn meant(
        &self,
        candidate: Candidate,
        resolution: Resolution,
        from: Span<Byte>,
        probability: f32,
    ) -> Option<Speaker> {
        match candidate {
            Candidate::Entity(id) => {
                let compared = self.mentions.last_before(id, from.start()).map(|(span, _, _)| span);
                let evidence = Evidence { rule: SpeakerRule::Ranking.name(), spans: compared.into_iter().collect() };
                Some(Speaker { confidence: probability, evidence, ..self.entity(id, resolution, &[from]) })
            }
            Candidate::PriorSpeaker(at) => {
                let before = &self.prior_speakers[at].speaker;
                let evidence = Evidence { rule: SpeakerRule::Ranking.name(), spans: vec![before.name] };
                Some(Speaker { chain: vec![from, before.name], confidence: probability, evidence, ..before.clone() })
            }
            Candidate::Phrase(phrase) => {
                let speaker = self.unnamed(&Source::read(self.reading, phrase.span)?)?;
                let evidence = Evidence { rule: SpeakerRule::Ranking.name(), spans: vec![phrase.span] };
                Some(Speaker { chain: vec![from, speaker.name], confidence: probability, evidence, ..speaker })
            }
            Candidate::Nobody => None,
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
        let evidence = Evidence { rule: SpeakerRule::AsWritten.name(), spans: vec![source.span] };
        Some(Speaker { name, entity: None, resolution, chain: vec![name], confidence, evidence })
    }

    /// Who speaks under a transcript's label: "Ana Prado" for "PRADO:", or the label as it stands.
    pub(super) fn labelled(&self, label: Span<Byte>) -> Option<Speaker> {
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
            let evidence = Evidence { rule: SpeakerRule::FirstPerson.name(), spans: vec![speaker.name] };
            return (word == "i").then(|| Speaker { evidence, ..speaker.clone() });
        }
        let anaphor = match word {
            "he" | "him" | "his" => AnaphorKind::Person(Gender::Masculine),
            "she" | "her" => AnaphorKind::Person(Gender::Feminine),
            "it" | "its" => AnaphorKind::Thing,
            "they" | "them" | "their" => AnaphorKind::Plural,
            _ => return self.unnamed(source),
        };
        let (candidate, probability) = self.chosen(source, anaphor);
        self.meant(candidate, Resolution::Pronoun, source.span, probability)
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
        let word = source.sole_word().filter(|word| words::is_partitive_pronoun(word))?;
        let near = |voice: &&PriorSpeaker| voice.plural && self.sentences_between(voice.at, source.span.start()) <= 2;
        let prior_speakers =
            self.prior_speakers.iter().rev().filter(near).filter(|voice| voice.speaker.entity.is_none());
        let several = || {
            let phrases = phrases::before(self.reading, &self.mentions, source.head_word(), PART_SENTENCES_MAX);
            phrases.into_iter().find(|phrase| phrase.several && phrase.opens).map(|phrase| phrase.span)
        };
        let whole = prior_speakers.map(|voice| voice.speaker.name).next().or_else(several)?;
        let name = Source::read(self.reading, whole)?.description()?;
        let one = matches!(word, "one" | "another");
        let resolution = if one { Resolution::Anonymous } else { Resolution::Collective };
        let evidence = Evidence { rule: SpeakerRule::Part.name(), spans: vec![whole] };
        let confidence = confidence::of_speaker(resolution);
        Some(Speaker { name, entity: None, resolution, chain: vec![source.span, name], confidence, evidence })
    }
}
