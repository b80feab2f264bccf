//! Pronouns: the antecedent of "he", "her", "its" among the entities mentioned before, and for an introductory clause
//! among those right after.
//!
//! Every mention near a pronoun whose entity agrees with it in gender and number is scored by a weighted sum of what
//! the surface shows: distance, grammatical position, how often the article speaks of the entity, quotation marks,
//! and binding. This follows the salience ranking of Lappin and Leass (1994), without a parser.

mod features;
pub(super) mod position;

use std::collections::HashMap;

use dateline_encoder::{Encoding, Link};
use dateline_lexicon::{Gender, person};
use dateline_text::{Span, Word};

use self::{features::Features, position::Position};
use super::{EntityId, Form, Found, GenderEvidence, Mentioned, rules};
use crate::names::{EntityKind, Words};

/// Most mentions before a pronoun that are compared.
const MENTIONS_MAX: usize = 40;
/// Farthest antecedent, in sentences.
const SENTENCES_MAX: usize = 6;
/// Lowest score of an antecedent.
const SCORE_MIN: f32 = -2.0;
/// What the encoder's preference counts beside what the surface shows, and how much of it counts.
const MARGIN_WEIGHT: f32 = 0.8;
const MARGIN_MAX: f32 = 12.0;
/// By how much the encoder must prefer an antecedent of "it" or "they" that does not open its sentence.
const THING_LEAD_MIN: f32 = 1.0;

/// How likely the gender is that a pronoun showed.
const GENDER_FROM_PRONOUN: f32 = 0.9;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    /// One person of this gender.
    Person(Gender),
    /// A thing, body or place.
    Thing,
    /// Several people, or a body of them.
    Plural,
}

/// A mention that a pronoun can refer to.
#[derive(Clone, Copy, Debug)]
struct Referent {
    span: Span<Word>,
    entity: EntityId,
    form: Form,
    sentence: usize,
    position: Position,
}

/// A pronoun and where it stands.
#[derive(Clone, Copy, Debug)]
struct Pronoun {
    word: u32,
    sentence: usize,
    agreement: Agreement,
    position: Position,
}

/// The pronouns whose antecedents can be told, in text order.
pub(super) fn resolve(words: &Words<'_>, encoding: Option<&Encoding>, mentioned: Mentioned<'_>) -> Vec<Found> {
    let mut resolver = Resolver::new(words, encoding, mentioned);
    let mut found = Vec::new();
    for word in 0..words.len() {
        let Some(agreement) = agreement(words, word) else { continue };
        let sentence = words.document().sentence_at(word);
        let position = position::of_pronoun(words, word);
        let pronoun = Pronoun { word, sentence, agreement, position };
        if let Some(resolution) = resolver.antecedent(pronoun) {
            resolver.learn(pronoun, resolution.entity);
            found.push(resolution);
        }
    }
    found
}

fn agreement(words: &Words<'_>, word: u32) -> Option<Agreement> {
    if words.text(word) == "IT" || words.text(word) == "US" {
        return None;
    }
    if let Some(gender) = person::pronoun_gender(words.lower(word)) {
        return Some(Agreement::Person(gender));
    }
    Some(match words.lower(word) {
        "its" | "itself" => Agreement::Thing,
        "it" if !position::is_expletive(words, word) => Agreement::Thing,
        "they" | "them" | "their" | "theirs" | "themselves" => Agreement::Plural,
        _ => return None,
    })
}

struct Resolver<'a, 'd> {
    words: &'a Words<'d>,
    encoding: Option<&'a Encoding>,
    /// Names and descriptions not yet reached, in text order from `next` on.
    upcoming: Vec<Referent>,
    next: usize,
    /// Mentions before the pronoun at hand, resolved pronouns among them, in text order.
    past: Vec<Referent>,
    kinds: Vec<EntityKind>,
    genders: Vec<Option<GenderEvidence>>,
    /// The first entity of each kind.
    first_of_kind: HashMap<EntityKind, EntityId>,
    /// How often each entity was mentioned before the pronoun at hand.
    counts: Vec<u32>,
    /// For each token, the number of the outermost quotation that it stands in, 0 outside.
    quotations: Vec<u32>,
}

impl<'a, 'd> Resolver<'a, 'd> {
    fn new(words: &'a Words<'d>, encoding: Option<&'a Encoding>, mentioned: Mentioned<'_>) -> Self {
        let Mentioned { names, entity_of, entities, nominals } = mentioned;
        let document = words.document();
        let named = names.iter().zip(entity_of).map(|(name, &entity)| (document.words(name.span), entity, Form::Name));
        let described = nominals.iter().map(|nominal| (nominal.span, nominal.entity, Form::Nominal));
        let mut upcoming: Vec<Referent> = named
            .chain(described)
            .map(|(span, entity, form)| Referent {
                span,
                entity,
                form,
                sentence: document.sentence_at(span.start()),
                position: position::of_name(words, span),
            })
            .collect();
        let mut first_of_kind = HashMap::new();
        for (entity, id) in entities.iter().zip((0..).map(EntityId)) {
            first_of_kind.entry(entity.kind).or_insert(id);
        }
        upcoming.sort_by_key(|referent| (referent.span.start(), referent.span.end()));
        Self {
            words,
            encoding,
            upcoming,
            next: 0,
            past: Vec::new(),
            kinds: entities.iter().map(|entity| entity.kind).collect(),
            genders: entities.iter().map(|entity| entity.gender).collect(),
            first_of_kind,
            counts: vec![0; entities.len()],
            quotations: document.quotations().outermost(document),
        }
    }

    fn antecedent(&mut self, pronoun: Pronoun) -> Option<Found> {
        while let Some(&reached) = self.upcoming.get(self.next).filter(|next| next.span.start() < pronoun.word) {
            self.remember(reached);
            self.next += 1;
        }
        let before = &self.past[self.past.len().saturating_sub(MENTIONS_MAX)..];
        let mut best: Option<(f32, Referent)> = None;
        let mut nearest = true;
        for referent in before.iter().rev() {
            if referent.sentence + SENTENCES_MAX < pronoun.sentence || !self.agrees(referent, pronoun) {
                continue;
            }
            let features = Features { nearest, ..self.features(referent, pronoun) };
            nearest = false;
            let read = self.read(referent, pronoun);
            let sure = features.is_leading_subject() || read.is_some_and(|lead| lead > THING_LEAD_MIN);
            if !matches!(pronoun.agreement, Agreement::Person(_)) && !sure {
                continue;
            }
            let score = features.score() + MARGIN_WEIGHT * read.unwrap_or_default();
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, *referent));
            }
        }
        if let Some(following) = self.cataphor(pronoun)
            && best.is_none_or(|(_, referent)| referent.sentence < pronoun.sentence)
        {
            return Some(Found { span: word_span(pronoun.word), entity: following, rule: rules::CATAPHORA });
        }
        let (_, referent) = best.filter(|(score, _)| *score >= SCORE_MIN)?;
        let rule = match pronoun.agreement {
            Agreement::Person(_) => rules::PERSON,
            Agreement::Thing => rules::THING,
            Agreement::Plural => rules::PLURAL,
        };
        Some(Found { span: word_span(pronoun.word), entity: referent.entity, rule })
    }

    /// By how much the encoder prefers a mention to "nothing" as the antecedent; none where no encoder reads.
    fn read(&self, referent: &Referent, pronoun: Pronoun) -> Option<f32> {
        let encoding = self.encoding?;
        let head = position::head(self.words, referent.span);
        let link = encoding.link(Link::Antecedent, pronoun.word, head);
        Some((link - encoding.link_to_nothing(Link::Antecedent, pronoun.word)).clamp(-MARGIN_MAX, MARGIN_MAX))
    }

    /// The person right after the introductory clause that the pronoun stands in: "After he resigned, Roe left."
    fn cataphor(&self, pronoun: Pronoun) -> Option<EntityId> {
        if !position::is_in_introduction(self.words, pronoun.word) {
            return None;
        }
        let next =
            self.upcoming[self.next..].iter().take(MENTIONS_MAX).find(|referent| self.agrees(referent, pronoun))?;
        let comma = self.words.before(position::phrase_start(self.words, next.span), 1) == ",";
        (next.sentence == pronoun.sentence && next.position == Position::Subject && comma).then_some(next.entity)
    }

    /// Records a resolved pronoun as a mention that later pronouns can refer to, and the gender that it shows.
    fn learn(&mut self, pronoun: Pronoun, entity: EntityId) {
        if let Agreement::Person(gender) = pronoun.agreement {
            let sign = self.genders[entity.0 as usize]
                .get_or_insert(GenderEvidence { gender, likelihood: GENDER_FROM_PRONOUN });
            if sign.gender != gender {
                *sign = GenderEvidence { gender, likelihood: GENDER_FROM_PRONOUN };
            }
        }
        self.remember(Referent {
            span: word_span(pronoun.word),
            entity,
            form: Form::Pronoun,
            sentence: pronoun.sentence,
            position: pronoun.position,
        });
    }

    fn remember(&mut self, referent: Referent) {
        self.counts[referent.entity.0 as usize] += 1;
        self.past.push(referent);
    }

    fn agrees(&self, referent: &Referent, pronoun: Pronoun) -> bool {
        let kind = self.kinds[referent.entity.0 as usize];
        match pronoun.agreement {
            Agreement::Person(gender) => {
                kind == EntityKind::Person
                    && self.genders[referent.entity.0 as usize].is_none_or(|sign| !sign.excludes(gender))
            }
            Agreement::Thing => !matches!(kind, EntityKind::Person | EntityKind::Group),
            Agreement::Plural => matches!(kind, EntityKind::Organization | EntityKind::Group),
        }
    }

    fn features(&self, referent: &Referent, pronoun: Pronoun) -> Features {
        let (words, at) = (self.words, referent.entity.0 as usize);
        let between = Span::new(referent.span.end().min(pronoun.word), pronoun.word);
        let quotation = |word: u32| self.quotations.get(word as usize).copied().unwrap_or(0);
        Features {
            sentences_back: pronoun.sentence - referent.sentence,
            words_back: between.len(),
            position: referent.position,
            pronoun_position: pronoun.position,
            mentions: self.counts[at],
            gender_known: self.genders[at].is_some_and(|sign| pronoun.agreement == Agreement::Person(sign.gender)),
            gender_against: match (self.genders[at], pronoun.agreement) {
                (Some(sign), Agreement::Person(asked)) if sign.gender != asked => sign.likelihood,
                _ => 0.0,
            },
            form: referent.form,
            same_clause: pronoun.sentence == referent.sentence && !position::has_clause_boundary(words, between),
            reflexive: words.lower(pronoun.word).ends_with("self") || words.lower(pronoun.word).ends_with("selves"),
            crosses_quotation: quotation(referent.span.start()) != quotation(pronoun.word),
            first_named: self.first_of_kind.get(&self.kinds[at]) == Some(&referent.entity),
            nearest: false,
            coordinated: words.lower(referent.span.end()) == "and" && words.is_capital(referent.span.end() + 1)
                || words.before(referent.span.start(), 1) == "and"
                    && words.is_capital(referent.span.start().saturating_sub(2)),
            before_verb: position::is_verb(words.lower(referent.span.end())),
            opens_sentence: position::phrase_start(words, referent.span)
                == words.sentence(referent.span.start()).start(),
            in_own_quotation: quotation(pronoun.word) != 0
                && quotation(referent.span.start()) == 0
                && pronoun.sentence <= referent.sentence + 1
                && position::is_speaker(words, referent.span),
        }
    }
}

fn word_span(word: u32) -> Span<Word> {
    Span::new(word, word + 1)
}
