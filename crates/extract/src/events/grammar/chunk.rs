//! Chunks: noun phrases and verb groups without overlap, and the words between them.

use std::ops::Range;

use dateline_lexicon::VerbForm;

use super::{tag::Tag, unit::Unit};
use crate::names::EntityKind;

/// A noun phrase, a verb group, or one word between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) struct Chunk {
    /// What it is.
    pub(in crate::events) kind: ChunkKind,
    /// Its units.
    pub(in crate::events) units: Range<usize>,
    /// Its head: the last noun of a phrase, the main verb of a group.
    pub(in crate::events) head: usize,
}

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) enum ChunkKind {
    /// A noun phrase up to its head; what follows the head is in chunks of its own.
    Phrase,
    /// Auxiliaries, negation, adverbs and a main verb.
    Verbs {
        /// Whether it stands in the passive.
        passive: bool,
        /// Whether it begins with "to".
        infinitive: bool,
        /// Whether it can be the verb of a main clause.
        finite: bool,
    },
    /// "of", "in", "by"
    Preposition,
    /// "and", "or", "but"
    Coordinator,
    /// "that", "if", "because"
    Subordinator,
    /// "who", "which"
    Relative,
    /// A comma or another mark inside a sentence.
    Comma,
    /// A quotation mark.
    Quote,
    /// Anything else.
    Other,
}

/// Units of one phrase or verb group: longer ones are cut, which only hostile text meets.
const UNITS_MAX: usize = 32;

/// Appends the chunks of the units from `start` on.
pub(super) fn chunk(units: &[Unit], start: usize, chunks: &mut Vec<Chunk>) {
    let mut at = start;
    while at < units.len() {
        let next = verbs(units, at).or_else(|| phrase(units, at)).unwrap_or_else(|| single(units, at));
        at = next.units.end;
        chunks.push(next);
    }
}

fn single(units: &[Unit], at: usize) -> Chunk {
    let kind = match units[at].tag {
        Tag::Preposition => ChunkKind::Preposition,
        Tag::Coordinator => ChunkKind::Coordinator,
        Tag::Subordinator => ChunkKind::Subordinator,
        Tag::Relative => ChunkKind::Relative,
        Tag::Comma => ChunkKind::Comma,
        Tag::Quote => ChunkKind::Quote,
        _ => ChunkKind::Other,
    };
    Chunk { kind, units: at..at + 1, head: at }
}

/// The verb group that begins at a unit.
fn verbs(units: &[Unit], start: usize) -> Option<Chunk> {
    let (mut at, mut head, mut last_auxiliary) = (start, None, None);
    let limit = units.len().min(start + UNITS_MAX);
    while at < limit {
        match units[at].tag {
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do if head.is_none() => last_auxiliary = Some(at),
            Tag::To if at == start => {}
            Tag::Negation if head.is_none() => {}
            Tag::Adverb if head.is_none() && (at > start || leads_to_verb(units, at)) => {}
            Tag::Verb(_) if head.is_none() => head = Some(at),
            _ => break,
        }
        at += 1;
    }
    let head = head.or(last_auxiliary)?;
    let end = head + 1;
    let auxiliaries = &units[start..head];
    let participle = matches!(units[head].tag, Tag::Verb(VerbForm::Participle));
    let be = auxiliaries.iter().rev().find(|unit| matches!(unit.tag, Tag::Be | Tag::Have | Tag::Do | Tag::Modal));
    let be = be.map(|unit| unit.tag);
    let gerund = matches!(units[head].tag, Tag::Verb(VerbForm::Gerund));
    let infinitive = units[start].tag == Tag::To;
    // "of being hacked", "after having fled"
    let participial = matches!(units[start].lower.as_str(), "being" | "having");
    Some(Chunk {
        kind: ChunkKind::Verbs {
            passive: participle && (be.is_none() || be == Some(Tag::Be)),
            infinitive,
            finite: !infinitive && !participial && !((participle || gerund) && be.is_none()),
        },
        units: start..end,
        head,
    })
}

/// Whether an adverb stands before a verb of its own clause.
fn leads_to_verb(units: &[Unit], at: usize) -> bool {
    let next = units[at..].iter().take(3).find(|unit| unit.tag != Tag::Adverb);
    next.is_some_and(|unit| matches!(unit.tag, Tag::Verb(_)))
}

/// The noun phrase that begins at a unit.
fn phrase(units: &[Unit], start: usize) -> Option<Chunk> {
    if units[start].tag == Tag::Pronoun {
        return Some(Chunk { kind: ChunkKind::Phrase, units: start..start + 1, head: start });
    }
    let limit = units.len().min(start + UNITS_MAX);
    let mut head = None;
    for at in start..limit {
        match units[at].tag {
            // "told a reporter Monday"
            Tag::Name if head.is_some() && is_weekday(&units[at].lower) => break,
            // "terms Roe rejected": a person's name after a plural begins a clause of its own.
            Tag::Name
                if head.is_some_and(|head| is_plural(units, head))
                    && units[at].entity_kind == Some(EntityKind::Person) =>
            {
                break;
            }
            Tag::Noun | Tag::Name | Tag::Number => head = Some(at),
            Tag::Determiner | Tag::Possessive if at == start || units[at - 1].tag == Tag::Determiner => {}
            // "a phone next month", "left five people dead": an adjective after a common noun is not part of its phrase.
            Tag::Adjective if head.is_none_or(|head: usize| units[head].tag != Tag::Noun) => {}
            Tag::Adverb if head.is_none() && at > start => {}
            // "Canada's president": the phrase goes on.
            Tag::Genitive if head.is_some() && units.get(at + 1).is_some_and(|next| next.tag.is_nominal()) => {}
            // "the killing, bombed" – a verb form inside a phrase is a modifier only before a noun.
            Tag::Verb(VerbForm::Gerund) if at > start && head.is_none() && next_is_noun(units, at) => {}
            _ => break,
        }
    }
    let head = head?;
    Some(Chunk { kind: ChunkKind::Phrase, units: start..head + 1, head })
}

fn is_plural(units: &[Unit], noun: usize) -> bool {
    units[noun].tag == Tag::Noun && units[noun].lower.ends_with('s') && !units[noun].lower.ends_with("ss")
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

fn next_is_noun(units: &[Unit], at: usize) -> bool {
    units.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::Name))
}
