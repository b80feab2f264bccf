//! Triggers: the words that name an event, by the lexicon, where their conditions hold.

use std::{cmp::Reverse, ops::Range};

use dateline_lexicon::{Part, TriggerEntry, TriggerForm, VerbForm, in_trigger_class, triggers_starting_with};

use super::{
    EventType,
    encoded::Scores,
    grammar::{ChunkKind, Complement, Dependents, Reading, Tag},
    lexicon::{Condition, Lexicon, Row, Test, Topics, form_name, lexicon},
};
use crate::names::EntityKind;

/// Words on either side that `near:` looks at.
const NEAR_UNITS: usize = 25;

/// A trigger with what depends on it.
pub(super) struct Trigger {
    /// The type of event.
    pub(super) kind: EventType,
    /// Its units.
    pub(super) units: Range<usize>,
    /// The unit that is read as verb or noun: the first of a verb, the last of a noun.
    pub(super) head: usize,
    /// The row that named it.
    pub(super) row: &'static Row,
    /// The form in which it stands.
    pub(super) form: TriggerForm,
    /// What depends on it.
    pub(super) dependents: Dependents,
    /// Its dictionary form, as far as the lexicon knows it.
    pub(super) lemma: String,
    /// The encoder's probability of its type; none where the lexicon decides alone.
    pub(super) probability: Option<f32>,
}

/// Every trigger of the article, in text order, without overlap: at each word the longest entry whose conditions
/// hold, and among equals the one with most conditions; the encoder retypes and adds.
pub(super) fn find(reading: &Reading, scores: Option<&Scores<'_>>) -> Vec<Trigger> {
    let topics = Topics::of(reading.units().iter().map(|unit| unit.lower.as_str()));
    let mut triggers = Vec::new();
    for sentence in reading.sentences() {
        let mut at = sentence.units.start;
        while at < sentence.units.end {
            let listed = longest(reading, &topics, at, sentence.units.end);
            let trigger = match scores {
                Some(scores) => scores.decide(reading, listed, at, sentence.units.end),
                None => listed,
            };
            match trigger {
                Some(trigger) => {
                    at = trigger.units.end;
                    triggers.push(trigger);
                }
                None => at += 1,
            }
        }
    }
    triggers
}

fn longest(reading: &Reading, topics: &Topics, at: usize, end: usize) -> Option<Trigger> {
    let lexicon: &'static Lexicon = lexicon();
    let mut candidates: Vec<(&'static TriggerEntry, usize)> = triggers_starting_with(&reading.units()[at].lower)
        .iter()
        .filter_map(|entry| Some((entry, entry.end(at, end, |at, word| reading.units()[at].lower == word)?)))
        .filter(|(entry, end)| reads_as(reading, lexicon.row(entry).part, entry, at, *end))
        .collect();
    candidates.sort_by_key(|(entry, _)| {
        let as_read = matches!(entry.form, TriggerForm::Verb(form) if reading.units()[at].tag == Tag::Verb(form));
        let conditions = lexicon.row(entry).conditions.len();
        (Reverse(entry.rest.len()), Reverse(conditions), entry.row, !as_read)
    });
    let mut read: Option<(Part, usize, Dependents)> = None;
    for (entry, end) in candidates {
        let row = lexicon.row(entry);
        let units = at..end;
        let dependents = match &read {
            Some((part, end, dependents)) if *part == row.part && *end == units.end => dependents.clone(),
            _ => dependents_of(reading, row.part, units.clone()),
        };
        // Where a row asks for an object that a bare past form lacks, the form is tried as a participle.
        let asks =
            row.conditions.iter().any(|condition| !condition.denied && matches!(condition.test, Test::Object(_)));
        let passive = (asks && dependents.bare_past).then(|| dependents.as_passive(reading));
        let in_use = passive.as_ref().unwrap_or(&dependents);
        let context = Context { reading, topics, units: units.clone(), form: entry.form, dependents: in_use };
        if row.conditions.iter().all(|condition| context.holds(condition)) {
            let head = if row.part == Part::Noun { units.end - 1 } else { units.start };
            let dependents = passive.unwrap_or(dependents);
            let lemma = row.trigger.to_owned();
            return Some(Trigger {
                kind: row.kind,
                units,
                head,
                row,
                form: entry.form,
                dependents,
                lemma,
                probability: None,
            });
        }
        read = Some((row.part, units.end, dependents));
    }
    None
}

/// Whether the words are read as the entry's part of speech. Words of a name are no trigger.
fn reads_as(reading: &Reading, part: Part, entry: &TriggerEntry, at: usize, end: usize) -> bool {
    let unit = &reading.units()[at];
    let last = &reading.units()[end - 1];
    match (part, entry.form) {
        (Part::Verb, TriggerForm::Verb(form)) => match unit.tag {
            Tag::Verb(read) => read == form || (is_past(read) && is_past(form)),
            Tag::Adjective => form == VerbForm::Participle,
            _ => false,
        },
        (Part::Noun, _) => last.tag == Tag::Noun || ends_event_name(reading, end),
        _ => !unit.named,
    }
}

/// Whether the unit before `end` is the last of an event's name: "the Ayr Peace Summit".
fn ends_event_name(reading: &Reading, end: usize) -> bool {
    let (unit, next) = (&reading.units()[end - 1], reading.units().get(end));
    unit.named
        && unit.entity_kind == Some(EntityKind::Event)
        && next.is_none_or(|next| next.entity != unit.entity || !next.named)
}

fn is_past(form: VerbForm) -> bool {
    matches!(form, VerbForm::Past | VerbForm::Participle)
}

pub(super) fn dependents_of(reading: &Reading, part: Part, units: Range<usize>) -> Dependents {
    let in_verbs = matches!(reading.chunks()[reading.chunk_of(units.start)].kind, ChunkKind::Verbs { .. });
    match part {
        Part::Noun => reading.around_noun(units),
        Part::Fixed if !in_verbs => reading.around_adjective(units),
        Part::Verb | Part::Fixed => reading.around_verb(units.start, units.end),
    }
}

/// What the conditions of a row are tested against.
struct Context<'a> {
    reading: &'a Reading,
    topics: &'a Topics,
    units: Range<usize>,
    form: TriggerForm,
    dependents: &'a Dependents,
}

impl Context<'_> {
    fn holds(&self, condition: &Condition) -> bool {
        self.test(&condition.test) != condition.denied
    }

    fn test(&self, test: &Test) -> bool {
        let units = self.reading.units();
        match test {
            Test::Next(values) => self.next_is(values),
            Test::Previous(values) => self.units.start > 0 && self.is_one_of(self.units.start - 1, values),
            Test::Near(values) => self.is_near(values),
            Test::Topic(topic) => self.topics.has(*topic),
            Test::MainTopic(topic) => self.topics.is_main(*topic),
            Test::Subject(values) => self.any_is(&self.dependents.subject, values),
            Test::Object(values) => self.any_is(&self.dependents.object, values),
            Test::Preposition(values) => {
                let written =
                    self.dependents.prepositions.iter().any(|(at, _)| values.contains(&units[*at].lower.as_str()));
                written || self.next_is(values)
            }
            Test::Modifier(values) => {
                let chunk = &self.reading.chunks()[self.reading.chunk_of(self.units.start)];
                (chunk.units.start..self.units.start).any(|at| self.is_one_of(at, values))
            }
            Test::Possessed => !self.dependents.possessor.is_empty(),
            Test::Head => {
                let chunk = &self.reading.chunks()[self.reading.chunk_of(self.units.end - 1)];
                chunk.head + 1 == self.units.end
            }
            Test::Infinitive => self.dependents.infinitive.is_some(),
            Test::Named => {
                let chunk = &self.reading.chunks()[self.reading.chunk_of(self.units.start)];
                chunk.units.clone().any(|at| units[at].tag == Tag::Name)
            }
            Test::Form(values) => values.contains(&form_name(self.form)),
        }
    }

    fn next_is(&self, values: &[&str]) -> bool {
        let next = self.units.end;
        let second = |value: &str, rest: &str| {
            self.is_one_of(next, &[value]) && self.reading.units().get(next + 1).is_some_and(|unit| unit.lower == rest)
        };
        next < self.reading.units().len()
            && values.iter().any(|value| match value.split_once('_') {
                Some((first, rest)) => second(first, rest),
                None => self.is_one_of(next, &[*value]),
            })
    }

    fn is_near(&self, values: &[&str]) -> bool {
        let sentence = &self.reading.sentences()[self.reading.sentence_of(self.units.start)].units;
        let from = sentence.start.max(self.units.start.saturating_sub(NEAR_UNITS));
        let to = sentence.end.min(self.units.end + NEAR_UNITS);
        (from..self.units.start).chain(self.units.end..to).any(|at| self.is_one_of(at, values))
    }

    fn any_is(&self, complements: &[Complement], values: &[&str]) -> bool {
        complements.iter().any(|complement| {
            values == ["any"]
                || self.is_one_of(complement.head, values)
                || self
                    .reading
                    .entity_kind_in(complement)
                    .is_some_and(|kind| values.iter().any(|value| is_kind(kind, value)))
        })
    }

    fn is_one_of(&self, at: usize, values: &[&str]) -> bool {
        let unit = &self.reading.units()[at];
        values.iter().any(|value| match value.strip_prefix('@') {
            Some(class) => in_trigger_class(&unit.lower, class),
            None => unit.lower == *value || (unit.named && unit.entity_kind.is_some_and(|kind| is_kind(kind, value))),
        })
    }
}

/// Whether the lexicon's word for a kind of entity covers a kind.
fn is_kind(kind: EntityKind, value: &str) -> bool {
    match value {
        "person" => kind == EntityKind::Person,
        "org" => kind == EntityKind::Organization,
        "place" => kind == EntityKind::Location,
        "group" => kind == EntityKind::Group,
        "facility" => kind == EntityKind::Facility,
        "name" => matches!(
            kind,
            EntityKind::Person
                | EntityKind::Organization
                | EntityKind::Location
                | EntityKind::Group
                | EntityKind::Facility
        ),
        _ => false,
    }
}
