//! Whom a pronoun or a description as a source means: somebody whom the article names, somebody who spoke before
//! without a name, or nobody that is known yet.
//!
//! Everybody near is compared by what the surface and the encoder show; the best one wins, and "nobody" is one of
//! those who compete. This is mention ranking with a learned "none" (Denis and Baldridge, 2008).

mod features;
mod weights;

use dateline_encoder::{Encoding, Link};
use dateline_gazetteer::OrganizationClass;
use dateline_text::{Byte, Span};

use super::{
    Speakers,
    phrases::{self, Phrase},
    source::Source,
};
use crate::{
    coref::{EntityId, Form, Gender},
    names::EntityKind,
    quotes::{Resolution, Speaker},
};

use features::Features;
pub(super) use weights::WIDTH;

/// The names of what is compared.
pub(in super::super) use features::NAMES;

/// Most sentences between a source and a mention of whom it means, unless that one spoke before or bears the title.
const SENTENCES_MAX: usize = 8;
/// Most mentions before a source, and behind it, whose entities are compared.
const SITES_BEFORE_MAX: usize = 40;
const SITES_BEHIND_MAX: usize = 12;
/// Most speakers before that are compared.
pub(super) const VOICES_MAX: usize = 6;
/// Most sentences between a pronoun and a phrase that it can mean.
const PHRASE_SENTENCES_MAX: usize = 2;
/// What the encoder's preference is cut to.
const READ_MAX: f32 = 12.0;

/// Who competes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rival {
    /// Whom the article names.
    Entity(EntityId),
    /// Who spoke before without a name: the place among the voices.
    Voice(usize),
    /// Whom a noun phrase before describes, who did not speak yet.
    Phrase(Phrase),
    /// Nobody of these.
    Nobody,
}

/// Somebody who spoke before.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    pub(super) speaker: Speaker,
    /// Where the source of the last quote of this voice stands.
    pub(super) at: u32,
    /// The head noun of a voice without a name, folded.
    pub(super) head: Option<String>,
    pub(super) plural: bool,
}

/// One who competes, with what is compared.
pub(super) struct Compared {
    pub(super) rival: Rival,
    pub(super) values: [f32; WIDTH],
}

/// How a source asks for whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// "he", "she"
    Person(Gender),
    /// "it"
    Thing,
    /// "they"
    Plural,
    /// "the minister"
    Description,
}

/// Everybody who competes for a source, "nobody" last.
pub(super) fn compare(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, asked: Asked) -> Vec<Compared> {
    let mut rivals = Vec::new();
    let mut add = |rival: Rival| {
        if !rivals.contains(&rival) && agrees(speakers, source, asked, rival) {
            rivals.push(rival);
        }
    };
    for site in speakers.mentions.before(source.span.start()).take(SITES_BEFORE_MAX) {
        if speakers.sentences_between(site.0.start(), source.span.start()) > SENTENCES_MAX {
            break;
        }
        add(Rival::Entity(site.1));
    }
    for (at, voice) in speakers.voices.iter().enumerate() {
        add(voice.speaker.entity.map_or(Rival::Voice(at), Rival::Entity));
    }
    if asked != Asked::Description {
        for phrase in phrases::before(speakers.reading, &speakers.mentions, source.head_word(), PHRASE_SENTENCES_MAX) {
            add(Rival::Phrase(phrase));
        }
    } else {
        for id in speakers.mentions.holders(source.head()) {
            add(Rival::Entity(id));
        }
        for site in speakers.mentions.behind(source.span.end()).take(SITES_BEHIND_MAX) {
            if speakers.sentences_between(source.span.start(), site.0.start()) > 2 {
                break;
            }
            add(Rival::Entity(site.1));
        }
    }
    // Who speaks a quotation is "I" in it, and who is answered "you".
    let inside = speakers.around_of(source);
    if let Some(around) = inside {
        let present = [around.speaker.entity, around.addressee];
        rivals.retain(|rival| !matches!(rival, Rival::Entity(id) if present.contains(&Some(*id))));
    }
    // "He" is the only man of the article's last sentences, where there is one.
    let known = |rival: &Rival, asked| match *rival {
        Rival::Entity(id) => speakers.mentions.gender(id).map(|sign| sign.gender == asked),
        _ => None,
    };
    let sole = match asked {
        Asked::Person(gender) if inside.is_none() => {
            let mut near = rivals.iter().filter(|rival| known(rival, gender) != Some(false));
            near.next().is_some_and(|first| known(first, gender) == Some(true)) && near.next().is_none()
        }
        _ => false,
    };
    if !sole {
        rivals.push(Rival::Nobody);
    }
    let most = most_mentioned(speakers, source, &rivals);
    let view = View {
        speakers,
        source,
        asked,
        most,
        alone: rivals.len() <= 2,
        told_in: if asked == Asked::Description { speakers.sentence_of(source) } else { None },
        inside: inside.is_some(),
    };
    rivals.into_iter().map(|rival| Compared { rival, values: view.features(rival).values() }).collect()
}

/// The most mentions before the source of a person, and of anything else, among the rivals.
fn most_mentioned(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, rivals: &[Rival]) -> [usize; 2] {
    let mut most = [1; 2];
    for rival in rivals {
        if let Rival::Entity(id) = *rival {
            let kind = usize::from(speakers.mentions.is_person(id));
            most[kind] = most[kind].max(speakers.mentions.mentioned_before(id, source.span.start()));
        }
    }
    most
}

/// The one who fits best, and the probability that it is this one.
pub(super) fn best(compared: &[Compared], asked: Asked) -> (Rival, f32) {
    let score = |one: &Compared| weights::of(asked).iter().zip(one.values).map(|(weight, value)| weight * value).sum();
    let scores: Vec<f32> = compared.iter().map(score).collect();
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
    let first = scores.iter().position(|&score| score >= highest);
    (first.map_or(Rival::Nobody, |at| compared[at].rival), 1.0 / sum.max(1.0))
}

fn agrees(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, asked: Asked, rival: Rival) -> bool {
    let mentions = &speakers.mentions;
    match (asked, rival) {
        (_, Rival::Nobody) => true,
        (Asked::Person(gender), Rival::Entity(id)) => {
            mentions.is_person(id) && mentions.gender(id).is_none_or(|sign| !sign.excludes(gender))
        }
        (Asked::Thing, Rival::Entity(id)) => !matches!(mentions.kind(id), EntityKind::Person | EntityKind::Group),
        (Asked::Plural, Rival::Entity(id)) => !matches!(mentions.kind(id), EntityKind::Person),
        (Asked::Person(gender), Rival::Voice(at)) => {
            let voice = &speakers.voices[at];
            let told = voice.head.as_deref().and_then(crate::names::positions::gender_of);
            !voice.plural && told.is_none_or(|known| known == gender)
        }
        (_, Rival::Phrase(phrase)) => {
            let spoke = |voice: &Voice| voice.head.as_deref() == Some(speakers.reading.folded(phrase.head));
            phrase.agrees(speakers.reading, asked) && !speakers.voices.iter().any(spoke)
        }
        (Asked::Thing, Rival::Voice(at)) => speakers.voices[at].speaker.resolution == Resolution::Collective,
        (Asked::Plural, Rival::Voice(at)) => speakers.voices[at].plural,
        (Asked::Description, Rival::Voice(at)) => speakers.voices[at].plural == source.is_plural(),
        (Asked::Description, Rival::Entity(id)) => {
            let told = crate::names::positions::gender_of(source.head());
            let plural = mentions.is_person(id) && source.has_plural_head();
            // "Roe's lawyer" is not Roe; "Roe's statement" is Roe's.
            let owns = !source.is_document() && source.owner().is_some_and(|owner| mentions.is_of(id, owner));
            // "A lawyer" is somebody new.
            let known = source.is_indefinite()
                && !source.is_document()
                && mentions.is_person(id)
                && mentions.mentioned_before(id, source.span.start()) > 0;
            // "The prosecutor" is not the judge.
            let titles = mentions.titles(id);
            let holds = |title: &String| title.split(' ').any(|word| word == source.head() || is_generic(word));
            let other = source.modified_head() == source.head()
                && is_occupation(source.head())
                && !titles.is_empty()
                && !titles.iter().any(holds);
            let beside = mentions.word_before(speakers.reading, id);
            let other = other
                || beside
                    .is_some_and(|word| is_occupation(word) && is_occupation(source.head()) && word != source.head());
            !plural
                && !owns
                && !known
                && !other
                && mentions.gender(id).zip(told).is_none_or(|(sign, told)| sign.gender == told)
        }
    }
}

/// One source, looked at with one rival after the other.
struct View<'s, 'r, 'a> {
    speakers: &'s Speakers<'r, 'a>,
    source: &'s Source<'s, 'a>,
    asked: Asked,
    most: [usize; 2],
    alone: bool,
    /// The last sentence before the source that has its head noun.
    told_in: Option<Span<Byte>>,
    /// Whether the source stands in what somebody says.
    inside: bool,
}

impl View<'_, '_, '_> {
    fn features(&self, rival: Rival) -> Features {
        let mut features = Features::default();
        match rival {
            Rival::Nobody => self.nobody(&mut features),
            Rival::Voice(at) => self.voice(&mut features, at),
            Rival::Phrase(phrase) => self.phrase(&mut features, phrase),
            Rival::Entity(id) => self.entity(&mut features, id),
        }
        features
    }

    fn start(&self) -> u32 {
        self.source.span.start()
    }

    fn nobody(&self, features: &mut Features) {
        features.nobody = true;
        features.inside = self.inside;
        features.plural = self.asked == Asked::Plural;
        features.thing = self.asked == Asked::Thing;
        features.indefinite = self.source.is_indefinite();
        features.definite = self.asked == Asked::Description && self.source.is_definite() && !self.source.goes_on();
        features.bare = self.source.is_bare();
        features.owned = self.source.owner().is_some() || self.source.has_possessive();
        features.several = self.source.has_plural_head();
        features.collective = crate::quotes::words::is_collective(self.source.head());
        features.definite_body = features.definite && is_body_noun(self.source.head());
        features.document = self.source.is_document();
        features.described_further = self.source.goes_on();
        features.new_head =
            self.asked == Asked::Description && !self.speakers.occurs_before(self.source.head(), self.start());
        features.person_noun = is_person_noun(self.source.head());
        features.definite_person = features.definite && features.person_noun;
    }

    fn voice(&self, features: &mut Features, at: usize) {
        let voice = &self.speakers.voices[at];
        features.unnamed = true;
        features.same_head = voice.head.as_deref() == Some(self.source.head());
        features.other_head = self.asked == Asked::Description && !features.same_head;
        self.place(features, voice.at);
        let last = self.speakers.last().map(|last| last.at);
        features.last_speaker = last == Some(voice.at);
        features.last_unnamed = features.last_speaker;
        self.document(features, self.told_in.is_some_and(|sentence| sentence.contains(voice.speaker.name)));
        features.pronoun_plural_body = self.asked == Asked::Plural && voice.plural;
        self.link(features, voice.speaker.name);
    }

    fn phrase(&self, features: &mut Features, phrase: Phrase) {
        features.phrase = true;
        features.inside_phrase = self.inside;
        features.phrase_opens = phrase.opens;
        features.phrase_several = phrase.several;
        features.phrase_body = crate::quotes::words::is_collective(self.speakers.reading.folded(phrase.head));
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
        let position = self.speakers.voices.iter().rev().position(|voice| voice.speaker.entity == Some(id));
        features.last_speaker = position == Some(0);
        features.speaker_before = position == Some(1);
        features.spoke = position.is_some();
        features.linked = mentions.within(self.source.core).any(|&(span, entity, form)| {
            entity == id && form != Form::Name && (self.asked != Asked::Description || self.source.is_head(span))
        });
        let kind = mentions.kind(id);
        features.nearest = mentions.is_nearest(id, self.start());
        features.only_rival = self.alone && kind == EntityKind::Person;
        features.person = kind == EntityKind::Person;
        features.body = kind == EntityKind::Organization;
        features.other_kind = !features.person && !features.body;
        match (self.asked, mentions.gender(id)) {
            (Asked::Person(asked), Some(sign)) if sign.gender != asked => features.gender_differs = true,
            (_, sign) => features.gender_known = sign.is_some(),
        }
        features.pronoun_plural_body = self.asked == Asked::Plural && features.body;
        if self.asked == Asked::Description {
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
        features.business = features.body && crate::quotes::words::is_business(head);
        features.owner = self.source.owner().is_some_and(|owner| mentions.is_of(id, owner));
        features.noun_beside = mentions.has_beside(self.speakers.reading, id, head);
        features.modifier_beside =
            self.source.modifiers().any(|word| mentions.has_beside(self.speakers.reading, id, word));
        let class = class_of(head).zip(mentions.class(self.speakers.reading.document, id));
        features.class_agrees = class.is_some_and(|(asked, held)| asked == held);
        features.class_differs = class.is_some_and(|(asked, held)| asked != held);
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

    /// Whether a rival can be the author of a document; `told` where a sentence before has both.
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
    lead.clamp(-READ_MAX, READ_MAX)
}

/// The sort of body that a noun means.
fn class_of(noun: &str) -> Option<OrganizationClass> {
    Some(match noun {
        "party" => OrganizationClass::Party,
        "newspaper" | "paper" | "network" | "broadcaster" | "magazine" | "outlet" | "channel" | "daily" => {
            OrganizationClass::Media
        }
        "university" | "institute" | "college" | "school" => OrganizationClass::Academic,
        "club" | "team" | "side" | "league" | "squad" | "franchise" => OrganizationClass::Sport,
        "ministry" | "government" | "department" | "court" | "parliament" | "administration" | "regulator" => {
            OrganizationClass::Government
        }
        "army" | "military" | "militia" | "navy" | "militants" | "rebels" => OrganizationClass::Armed,
        "union" | "charity" | "church" | "association" | "foundation" => OrganizationClass::Association,
        "bloc" => OrganizationClass::Intergovernmental,
        _ => return None,
    })
}

/// Whether a noun means a body; some of these can mean a person as well.
fn is_body_noun(noun: &str) -> bool {
    let or_person = ["developer", "publisher", "producer", "operator", "maker", "manufacturer", "retailer", "supplier"];
    crate::quotes::words::is_collective(noun) || or_person.contains(&noun)
}

fn is_place_noun(noun: &str) -> bool {
    let places = ["city", "town", "country", "kingdom", "republic", "island", "state", "province", "region", "village"];
    places.contains(&noun) || matches!(noun, "nation" | "county" | "municipality" | "territory" | "capital")
}

/// Whether a noun means one person: an office, an occupation, or what anybody can be called.
pub(super) fn is_person_noun(noun: &str) -> bool {
    !crate::quotes::words::is_collective(noun) && crate::names::positions::is_person_noun(noun)
        || is_generic(noun)
        || crate::quotes::words::is_title(noun)
        || matches!(noun, "old" | "mother" | "father" | "lawmaker" | "incumbent" | "newcomer" | "victim" | "suspect")
}

fn is_occupation(noun: &str) -> bool {
    crate::names::positions::is_head(noun) && !is_generic(noun)
}

/// Whether a noun fits whoever holds some title, or any man or woman.
fn is_generic(noun: &str) -> bool {
    matches!(
        noun,
        "official" | "leader" | "man" | "woman" | "politician" | "executive" | "boss" | "chief" | "expert" | "old"
    )
}
