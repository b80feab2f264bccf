//! Features of a source and a candidate antecedent.

use dateline_encoder::{Encoding, Link};
use dateline_text::{Byte, Span};

use super::{
    super::{Speakers, phrases::Phrase, source::Source},
    AnaphorKind, Candidate,
    features::Features,
    nouns::{class_of, is_body_noun, is_generic, is_occupation, is_person_noun, is_place_noun},
};
use crate::{
    coref::{EntityId, Form},
    names::EntityKind,
    quotes::words,
};

/// Clamp on the margin of the encoder's antecedent head over *none*, in logits.
const MARGIN_MAX: f32 = 12.0;

/// Extracts the features of one source and each of its candidates.
pub(super) struct FeatureExtractor<'s, 'r, 'a> {
    pub(super) speakers: &'s Speakers<'r, 'a>,
    pub(super) source: &'s Source<'s, 'a>,
    pub(super) anaphor: AnaphorKind,
    pub(super) most: [usize; 2],
    pub(super) alone: bool,
    /// The last sentence before the source that has its head noun.
    pub(super) told_in: Option<Span<Byte>>,
    /// Whether the source stands in what somebody says.
    pub(super) inside: bool,
}

impl FeatureExtractor<'_, '_, '_> {
    pub(super) fn features(&self, candidate: Candidate) -> Features {
        let mut features = Features::default();
        match candidate {
            Candidate::Nobody => self.nobody(&mut features),
            Candidate::PriorSpeaker(at) => self.voice(&mut features, at),
            Candidate::Phrase(phrase) => self.phrase(&mut features, phrase),
            Candidate::Entity(id) => self.entity(&mut features, id),
        }
        features
    }

    fn start(&self) -> u32 {
        self.source.span.start()
    }

    fn nobody(&self, features: &mut Features) {
        features.nobody = true;
        features.inside = self.inside;
        features.plural = self.anaphor == AnaphorKind::Plural;
        features.thing = self.anaphor == AnaphorKind::Thing;
        features.indefinite = self.source.is_indefinite();
        features.definite =
            self.anaphor == AnaphorKind::Description && self.source.is_definite() && !self.source.goes_on();
        features.bare = self.source.is_bare();
        features.owned = self.source.owner().is_some() || self.source.has_possessive();
        features.several = self.source.has_plural_head();
        features.collective = words::is_collective(self.source.head());
        features.definite_body = features.definite && is_body_noun(self.source.head());
        features.document = self.source.is_document();
        features.described_further = self.source.goes_on();
        features.new_head =
            self.anaphor == AnaphorKind::Description && !self.speakers.occurs_before(self.source.head(), self.start());
        features.person_noun = is_person_noun(self.source.head());
        features.definite_person = features.definite && features.person_noun;
    }

    fn voice(&self, features: &mut Features, at: usize) {
        let voice = &self.speakers.prior_speakers[at];
        features.unnamed = true;
        features.same_head = voice.head.as_deref() == Some(self.source.head());
        features.other_head = self.anaphor == AnaphorKind::Description && !features.same_head;
        self.place(features, voice.at);
        let last = self.speakers.last().map(|last| last.at);
        features.last_speaker = last == Some(voice.at);
        features.last_unnamed = features.last_speaker;
        self.document(features, self.told_in.is_some_and(|sentence| sentence.contains(voice.speaker.name)));
        features.pronoun_plural_body = self.anaphor == AnaphorKind::Plural && voice.plural;
        self.link(features, voice.speaker.name);
    }

    fn phrase(&self, features: &mut Features, phrase: Phrase) {
        features.phrase = true;
        features.inside_phrase = self.inside;
        features.phrase_opens = phrase.opens;
        features.phrase_several = phrase.several;
        features.phrase_body = words::is_collective(self.speakers.reading.folded(phrase.head));
        self.place(features, phrase.span.start());
        self.link(features, phrase.span);
    }

    fn entity(&self, features: &mut Features, id: EntityId) {
        let mentions = &self.speakers.mentions;
        let before = mentions.last_before(id, self.start());
        match before {
            Some(site) => {
                self.place(features, site.0.start());
                features.opens_sentence = mentions.opens_sentence(self.speakers.reading.document, site);
                self.link(features, site.0);
            }
            None => features.behind = true,
        }
        features.mentions = mentions.mentioned_before(id, self.start());
        features.most_mentioned = features.mentions >= self.most[usize::from(mentions.is_person(id))];
        features.first_of_kind = mentions.first_of_kind(id);
        let position = self.speakers.prior_speakers.iter().rev().position(|voice| voice.speaker.entity == Some(id));
        features.last_speaker = position == Some(0);
        features.speaker_before = position == Some(1);
        features.spoke = position.is_some();
        features.linked = mentions.within(self.source.core).any(|&(span, entity, form)| {
            entity == id
                && form != Form::Name
                && (self.anaphor != AnaphorKind::Description || self.source.is_head(span))
        });
        let kind = mentions.kind(id);
        features.nearest = mentions.is_nearest(id, self.start());
        features.only_rival = self.alone && kind == EntityKind::Person;
        features.person = kind == EntityKind::Person;
        features.body = kind == EntityKind::Organization;
        features.other_kind = !features.person && !features.body;
        match (self.anaphor, mentions.gender(id)) {
            (AnaphorKind::Person(anaphor), Some(sign)) if sign.gender != anaphor => features.gender_differs = true,
            (_, sign) => features.gender_known = sign.is_some(),
        }
        features.pronoun_plural_body = self.anaphor == AnaphorKind::Plural && features.body;
        if self.anaphor == AnaphorKind::Description {
            self.description(features, id, kind);
        }
    }

    fn description(&self, features: &mut Features, id: EntityId, kind: EntityKind) {
        let mentions = &self.speakers.mentions;
        let (head, description) = (self.source.head(), self.source.modified_head());
        let titles = mentions.titles(id);
        features.title_exact = titles.contains(&description);
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        features.title_ends = titles.iter().any(|held| ends(held, &description) || ends(&description, held));
        features.title_head = titles.iter().any(|held| held.rsplit(' ').next() == Some(head) || held.starts_with(head));
        features.other_title = !titles.is_empty() && !features.title_head && !is_generic(head);
        features.other_occupation = features.other_title && description == head && is_occupation(head);
        features.behind_titled = features.behind && features.title_head;
        let name = || self.speakers.reading.document.slice(mentions.name(id)).split(|c: char| !c.is_alphanumeric());
        features.name_holds_head = !features.person && name().any(|word| word.eq_ignore_ascii_case(head));
        let (person_noun, body_noun) = (is_person_noun(head), is_body_noun(head));
        let place = kind == EntityKind::Location && is_place_noun(head);
        features.kinds_agree = person_noun && features.person || body_noun && features.body || place;
        features.kinds_differ = !features.kinds_agree && (person_noun || body_noun && features.person);
        let definite = self.source.is_definite() && !self.source.goes_on() && features.kinds_agree;
        features.definite_last = definite && features.last_speaker;
        features.definite_opening = definite && features.opens_sentence && features.sentences_back < 2;
        features.business = features.body && words::is_generic_org_noun(head);
        features.owner = self.source.owner().is_some_and(|owner| mentions.is_of(id, owner));
        features.noun_beside = mentions.has_beside(self.speakers.reading, id, head);
        features.modifier_beside =
            self.source.modifiers().any(|word| mentions.has_beside(self.speakers.reading, id, word));
        let class = class_of(head).zip(mentions.class(self.speakers.reading.document, id));
        features.class_agrees = class.is_some_and(|(anaphor, held)| anaphor == held);
        features.class_differs = class.is_some_and(|(anaphor, held)| anaphor != held);
        let supported = features.title_head
            || features.title_ends
            || features.noun_beside
            || features.name_holds_head
            || features.class_agrees
            || features.linked;
        features.unsupported = !supported;
        features.unsupported_occupation = !supported && is_occupation(head);
        features.unsupported_modified = !supported && description != head;
        features.unsupported_bare = !supported && !self.source.is_definite();
        self.document(features, self.told_in.is_some_and(|sentence| mentions.is_within(id, sentence)));
        if let Some(body) = self.source.around_head().into_iter().find_map(|part| mentions.body_within(part)) {
            match mentions.serves(self.speakers.reading.document, id, body) {
                Some(true) => features.affiliation_agrees = true,
                Some(false) => features.affiliation_differs = true,
                None => {}
            }
        }
    }

    /// Whether a candidate can be the author of a document; `told` where a sentence before has both.
    fn document(&self, features: &mut Features, told: bool) {
        features.author = self.source.is_document();
        features.noun_told = told;
        features.author_told = features.author && told;
        features.author_last = features.author && features.last_speaker;
    }

    /// How far a mention before the source stands.
    fn place(&self, features: &mut Features, at: u32) {
        features.sentences_back = self.speakers.sentences_between(at, self.start());
        features.same_paragraph = self.speakers.same_paragraph(at, self.start());
        features.before = true;
    }

    /// What the encoder reads between the source and a mention before it in the same window.
    fn link(&self, features: &mut Features, mention: Span<Byte>) {
        let Some(encoding) = self.speakers.encoding else { return };
        let (from, to) = (self.source.head_word(), self.speakers.last_word(mention));
        if encoding.window(from).contains(Span::new(to, to + 1)) {
            features.read = read(encoding, from, to);
        }
    }
}

/// By how much the encoder prefers `to` to "nothing" as what `from` refers to.
fn read(encoding: &Encoding, from: u32, to: u32) -> f32 {
    let lead = encoding.link(Link::Antecedent, from, to) - encoding.link_to_nothing(Link::Antecedent, from);
    lead.clamp(-MARGIN_MAX, MARGIN_MAX)
}
