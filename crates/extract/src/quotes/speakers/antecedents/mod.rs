//! Ranks candidate antecedents of a pronoun or a description that is a quote's source: entities that the article
//! names, unnamed speakers of earlier quotes, and noun phrases.
//!
//! A log-linear model scores each candidate by features of the text and the encoder; [`Candidate::Nobody`] is scored like
//! any other (mention ranking with a learned "none": Denis and Baldridge, 2008).

mod extractor;
mod features;
mod nouns;

use std::sync::LazyLock;

use dateline_lexicon::{Gender, person};

use super::{
    Speakers,
    phrases::{self, Phrase},
    source::Source,
};
use crate::{
    coref::EntityId,
    names::EntityKind,
    quotes::{Resolution, Speaker},
    ranker::{Ranker, choose},
};

use extractor::FeatureExtractor;
pub(super) use nouns::is_person_noun;
use nouns::{is_generic, is_occupation};

/// The names of what is compared.
pub(in super::super) use features::NAMES;
use features::WIDTH;

/// Most sentences between a source and a mention of whom it means, unless that one spoke before or bears the title.
const SENTENCES_MAX: usize = 8;
/// Most mentions before a source, and behind it, whose entities are compared.
const SITES_BEFORE_MAX: usize = 40;
const SITES_BEHIND_MAX: usize = 12;
/// Most earlier speakers that are candidates.
pub(super) const PRIOR_SPEAKERS_MAX: usize = 6;
/// Most sentences between a pronoun and a phrase that it can mean.
const PHRASE_SENTENCES_MAX: usize = 2;

static PRONOUNS: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("speaker_pronouns", &NAMES));
static DESCRIPTIONS: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("speaker_descriptions", &NAMES));

/// A candidate antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Candidate {
    /// An entity that the article names.
    Entity(EntityId),
    /// An unnamed speaker of an earlier quote: the index in `prior_speakers`.
    PriorSpeaker(usize),
    /// A noun phrase before the source that describes somebody who has not spoken yet.
    Phrase(Phrase),
    /// None of these.
    Nobody,
}

/// The speaker of an earlier quote.
#[derive(Clone, Debug)]
pub(super) struct PriorSpeaker {
    pub(super) speaker: Speaker,
    /// Where the source of the last quote of this voice stands.
    pub(super) at: u32,
    /// The head noun of a voice without a name, folded.
    pub(super) head: Option<String>,
    pub(super) plural: bool,
}

/// A candidate with its features.
pub(super) struct Compared {
    pub(super) candidate: Candidate,
    pub(super) values: [f32; WIDTH],
}

/// The kind of anaphor that a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnaphorKind {
    /// "he", "she"
    Person(Gender),
    /// "it"
    Thing,
    /// "they"
    Plural,
    /// "the minister"
    Description,
}

/// The candidates for a source, [`Candidate::Nobody`] last.
pub(super) fn compare(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, anaphor: AnaphorKind) -> Vec<Compared> {
    let mut candidates = Vec::new();
    let mut add = |candidate: Candidate| {
        if !candidates.contains(&candidate) && agrees(speakers, source, anaphor, candidate) {
            candidates.push(candidate);
        }
    };
    for site in speakers.mentions.before(source.span.start()).take(SITES_BEFORE_MAX) {
        if speakers.sentences_between(site.0.start(), source.span.start()) > SENTENCES_MAX {
            break;
        }
        add(Candidate::Entity(site.1));
    }
    for (at, voice) in speakers.prior_speakers.iter().enumerate() {
        add(voice.speaker.entity.map_or(Candidate::PriorSpeaker(at), Candidate::Entity));
    }
    if anaphor != AnaphorKind::Description {
        for phrase in phrases::before(speakers.reading, &speakers.mentions, source.head_word(), PHRASE_SENTENCES_MAX) {
            add(Candidate::Phrase(phrase));
        }
    } else {
        for id in speakers.mentions.holders(source.head()) {
            add(Candidate::Entity(id));
        }
        for site in speakers.mentions.behind(source.span.end()).take(SITES_BEHIND_MAX) {
            if speakers.sentences_between(source.span.start(), site.0.start()) > 2 {
                break;
            }
            add(Candidate::Entity(site.1));
        }
    }
    // Who speaks a quotation is "I" in it, and who is answered "you".
    let inside = speakers.around_of(source);
    if let Some(around) = inside {
        let present = [around.speaker.entity, around.addressee];
        candidates.retain(|candidate| !matches!(candidate, Candidate::Entity(id) if present.contains(&Some(*id))));
    }
    // "He" is the only man of the article's last sentences, where there is one.
    let known = |candidate: &Candidate, anaphor| match *candidate {
        Candidate::Entity(id) => speakers.mentions.gender(id).map(|sign| sign.gender == anaphor),
        _ => None,
    };
    let sole = match anaphor {
        AnaphorKind::Person(gender) if inside.is_none() => {
            let mut near = candidates.iter().filter(|candidate| known(candidate, gender) != Some(false));
            near.next().is_some_and(|first| known(first, gender) == Some(true)) && near.next().is_none()
        }
        _ => false,
    };
    if !sole {
        candidates.push(Candidate::Nobody);
    }
    let most = most_mentioned(speakers, source, &candidates);
    let view = FeatureExtractor {
        speakers,
        source,
        anaphor,
        most,
        alone: candidates.len() <= 2,
        told_in: if anaphor == AnaphorKind::Description { speakers.sentence_of(source) } else { None },
        inside: inside.is_some(),
    };
    candidates.into_iter().map(|candidate| Compared { candidate, values: view.features(candidate).values() }).collect()
}

/// The most mentions before the source of a person, and of anything else, among the candidates.
fn most_mentioned(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, candidates: &[Candidate]) -> [usize; 2] {
    let mut most = [1; 2];
    for candidate in candidates {
        if let Candidate::Entity(id) = *candidate {
            let kind = usize::from(speakers.mentions.is_person(id));
            most[kind] = most[kind].max(speakers.mentions.mentioned_before(id, source.span.start()));
        }
    }
    most
}

/// The one who fits best, and the probability that it is this one.
pub(super) fn best(compared: &[Compared], anaphor: AnaphorKind) -> (Candidate, f32) {
    let ranker = match anaphor {
        AnaphorKind::Description => &DESCRIPTIONS,
        _ => &PRONOUNS,
    };
    let scores: Vec<f32> = compared.iter().map(|one| ranker.score(&one.values)).collect();
    choose(&scores)
        .map_or((Candidate::Nobody, 1.0), |choice| (compared[choice.candidate].candidate, choice.probability))
}

fn agrees(speakers: &Speakers<'_, '_>, source: &Source<'_, '_>, anaphor: AnaphorKind, candidate: Candidate) -> bool {
    let mentions = &speakers.mentions;
    match (anaphor, candidate) {
        (_, Candidate::Nobody) => true,
        (AnaphorKind::Person(gender), Candidate::Entity(id)) => {
            mentions.is_person(id) && mentions.gender(id).is_none_or(|sign| !sign.excludes(gender))
        }
        (AnaphorKind::Thing, Candidate::Entity(id)) => {
            !matches!(mentions.kind(id), EntityKind::Person | EntityKind::Group)
        }
        (AnaphorKind::Plural, Candidate::Entity(id)) => !matches!(mentions.kind(id), EntityKind::Person),
        (AnaphorKind::Person(gender), Candidate::PriorSpeaker(at)) => {
            let voice = &speakers.prior_speakers[at];
            let told = voice.head.as_deref().and_then(person::gender_of);
            !voice.plural && told.is_none_or(|known| known == gender)
        }
        (_, Candidate::Phrase(phrase)) => {
            let spoke = |voice: &PriorSpeaker| voice.head.as_deref() == Some(speakers.reading.folded(phrase.head));
            phrase.agrees(speakers.reading, anaphor) && !speakers.prior_speakers.iter().any(spoke)
        }
        (AnaphorKind::Thing, Candidate::PriorSpeaker(at)) => {
            speakers.prior_speakers[at].speaker.resolution == Resolution::Collective
        }
        (AnaphorKind::Plural, Candidate::PriorSpeaker(at)) => speakers.prior_speakers[at].plural,
        (AnaphorKind::Description, Candidate::PriorSpeaker(at)) => {
            speakers.prior_speakers[at].plural == source.is_plural()
        }
        (AnaphorKind::Description, Candidate::Entity(id)) => {
            let told = person::gender_of(source.head());
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
