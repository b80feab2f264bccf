//! Whom a pronoun or a description as a source means: somebody whom the article names, somebody who spoke before
//! without a name, or nobody that is known yet.
//!
//! Everybody near is compared by what the surface and the encoder show; the best one wins, and "nobody" is one of
//! those who compete. This is mention ranking with a learned "none" (Denis and Baldridge, 2008).

mod features;
mod nouns;
mod view;

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

pub(super) use nouns::is_person_noun;
use nouns::{is_generic, is_occupation};
use view::View;

/// The names of what is compared.
pub(in super::super) use features::NAMES;
use features::WIDTH;

/// Most sentences between a source and a mention of whom it means, unless that one spoke before or bears the title.
const SENTENCES_MAX: usize = 8;
/// Most mentions before a source, and behind it, whose entities are compared.
const SITES_BEFORE_MAX: usize = 40;
const SITES_BEHIND_MAX: usize = 12;
/// Most speakers before that are compared.
pub(super) const VOICES_MAX: usize = 6;
/// Most sentences between a pronoun and a phrase that it can mean.
const PHRASE_SENTENCES_MAX: usize = 2;

static PRONOUNS: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("speaker_pronouns", &NAMES));
static DESCRIPTIONS: LazyLock<Ranker> = LazyLock::new(|| Ranker::released("speaker_descriptions", &NAMES));

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
    let ranker = match asked {
        Asked::Description => &DESCRIPTIONS,
        _ => &PRONOUNS,
    };
    let scores: Vec<f32> = compared.iter().map(|one| ranker.score(&one.values)).collect();
    choose(&scores).map_or((Rival::Nobody, 1.0), |choice| (compared[choice.candidate].rival, choice.probability))
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
            let told = voice.head.as_deref().and_then(person::gender_of);
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
