//! Event triggers: which words name an event of which type, which role stands where, and under what conditions.
//!
//! `data/event-triggers.tsv` has a row per trigger: its dictionary form; its parts of speech (`v`erb, `n`oun, `a` for a
//! fixed form); the event type; where its frame differs from that of its type and part of speech (an empty role clears
//! a place); and conditions, all of which must hold. `data/event-frames.tsv` has the frames of each type: which role
//! stands in which place (`subj`, `obj`, `poss`essor, `mod`ifier, or after a preposition).

use std::{collections::HashMap, sync::LazyLock};

use crate::inflection::{VerbForm, plural_of, verb_forms};

/// The types of events, in the order of the ontology; a [`TriggerRow`] holds an index into this list.
pub const EVENT_TYPES: [&str; 46] = [
    "conflict.attack",
    "conflict.protest",
    "conflict.mobilize",
    "conflict.truce",
    "politics.election",
    "politics.policy",
    "diplomacy.meeting",
    "diplomacy.agreement",
    "diplomacy.sanction",
    "diplomacy.aid",
    "diplomacy.threat",
    "statement.announce",
    "statement.accuse",
    "statement.demand",
    "statement.reject",
    "justice.crime",
    "justice.investigate",
    "justice.arrest",
    "justice.charge",
    "justice.trial",
    "justice.verdict",
    "justice.release",
    "business.acquisition",
    "business.transaction",
    "business.results",
    "business.org_start",
    "business.org_end",
    "business.product",
    "personnel.start",
    "personnel.end",
    "life.die",
    "life.injure",
    "life.family",
    "disaster.natural",
    "disaster.accident",
    "disaster.damage",
    "disaster.response",
    "health.outbreak",
    "health.treatment",
    "sports.match",
    "culture.event",
    "culture.award",
    "science.discovery",
    "cyber.attack",
    "cyber.vulnerability",
    "movement.travel",
];

/// A place in the clause, or a preposition, and the role of what stands there.
pub type Frame = Vec<(&'static str, &'static str)>;

/// The part of speech of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Inflected as a verb, on its first word.
    Verb,
    /// Inflected as a noun, on its last word.
    Noun,
    /// As it is written.
    Fixed,
}

impl Part {
    /// Every part, in the order of the enum.
    pub const ALL: [Self; 3] = [Self::Verb, Self::Noun, Self::Fixed];
}

/// One trigger of one type, as one part of speech.
#[derive(Clone, Debug)]
pub struct TriggerRow {
    /// Its dictionary form, in lower case.
    pub trigger: &'static str,
    /// Its part of speech.
    pub part: Part,
    /// The type of event that it names: an index into [`EVENT_TYPES`].
    pub event_type: usize,
    /// Which role stands where.
    pub frame: Frame,
    /// What must hold for it to name such an event, parted by spaces.
    pub conditions: &'static str,
}

/// The form in which a trigger stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TriggerForm {
    /// A verb.
    Verb(VerbForm),
    /// A noun in the singular.
    Singular,
    /// A noun in the plural.
    Plural,
    /// A fixed expression.
    Fixed,
}

/// One surface form of a row's trigger.
#[derive(Clone, Debug)]
pub struct TriggerEntry {
    /// Index of its row in [`trigger_rows`].
    pub row: usize,
    /// The words after the first.
    pub rest: Vec<String>,
    /// The form of the verb, or whether the noun is plural.
    pub form: TriggerForm,
}

impl TriggerEntry {
    /// Where the entry's words end, if they begin at `at` and end by `end`; `*` among them stands for one to
    /// `GAP_WORDS_MAX` words. `is_word` tells whether the word at a place is a given one.
    pub fn end(&self, at: usize, end: usize, is_word: impl Fn(usize, &str) -> bool) -> Option<usize> {
        let mut next = at + 1;
        let mut words = self.rest.iter();
        while let Some(word) = words.next() {
            if word == "*" {
                let after = words.next()?;
                next = (next..end.min(next + GAP_WORDS_MAX + 1)).skip(1).find(|&at| is_word(at, after))?;
            } else if next >= end || !is_word(next, word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }
}

/// Words that `*` in a trigger can stand for, at most.
const GAP_WORDS_MAX: usize = 4;

struct Triggers {
    rows: Vec<TriggerRow>,
    by_first: HashMap<String, Vec<TriggerEntry>>,
}

static TRIGGERS: LazyLock<Triggers> = LazyLock::new(|| {
    let mut triggers = Triggers { rows: Vec::new(), by_first: HashMap::new() };
    let frames = frames();
    for line in include_str!("../data/event-triggers.tsv").lines() {
        for row in rows_of(line, &frames) {
            triggers.add(row);
        }
    }
    triggers
});

/// All rows, in the order of the table.
#[must_use]
pub fn trigger_rows() -> &'static [TriggerRow] {
    &TRIGGERS.rows
}

/// The dictionary forms of triggers that are verbs, with the words after them, in the order of the table.
pub(crate) fn verbs() -> impl Iterator<Item = &'static str> {
    trigger_rows().iter().filter(|row| row.part == Part::Verb).map(|row| row.trigger)
}

/// The forms that begin with a lower-case word, in the order of their rows.
#[must_use]
pub fn triggers_starting_with(word: &str) -> &'static [TriggerEntry] {
    TRIGGERS.by_first.get(word).map_or(&[], Vec::as_slice)
}

type Frames = HashMap<(&'static str, Part), Frame>;

fn frames() -> Frames {
    let rows = include_str!("../data/event-frames.tsv").lines().filter_map(|line| {
        let mut cells = line.split('\t');
        let (kind, part) = (cells.next()?, cells.next()?);
        let part = if part == "noun" { Part::Noun } else { Part::Verb };
        Some(((kind, part), parse_frame(cells.next()?)))
    });
    rows.collect()
}

fn parse_frame(text: &'static str) -> Frame {
    text.split_whitespace().filter_map(|cell| cell.split_once('=')).collect()
}

/// The rows of a line, one for each part of speech.
fn rows_of(line: &'static str, frames: &Frames) -> Vec<TriggerRow> {
    let mut cells = line.split('\t');
    let (Some(trigger), Some(parts), Some(kind)) = (cells.next(), cells.next(), cells.next()) else {
        return Vec::new();
    };
    let Some(event_type) = EVENT_TYPES.iter().position(|id| *id == kind) else { return Vec::new() };
    let changes = parse_frame(cells.next().unwrap_or_default());
    let conditions = cells.next().unwrap_or_default();
    let row = |part| {
        let of_type = if part == Part::Noun { Part::Noun } else { Part::Verb };
        let of_type = frames.get(&(kind, of_type)).into_iter().flatten().copied();
        let mut frame: Frame = of_type.filter(|(place, _)| !changes.iter().any(|(p, _)| p == place)).collect();
        frame.extend(changes.iter().copied());
        frame.retain(|(_, role)| !role.is_empty());
        TriggerRow { trigger, part, event_type, frame, conditions }
    };
    parts.split(' ').filter_map(part_named).map(row).collect()
}

fn part_named(letter: &str) -> Option<Part> {
    match letter {
        "v" => Some(Part::Verb),
        "n" => Some(Part::Noun),
        "a" => Some(Part::Fixed),
        _ => None,
    }
}

impl Triggers {
    fn add(&mut self, row: TriggerRow) {
        let mut forms = forms_of(&row);
        forms.sort();
        forms.dedup();
        for (form, kind) in forms {
            let mut words = form.split(' ').map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let entry = TriggerEntry { row: self.rows.len(), rest: words.collect(), form: kind };
            self.by_first.entry(first).or_default().push(entry);
        }
        self.rows.push(row);
    }
}

fn forms_of(row: &TriggerRow) -> Vec<(String, TriggerForm)> {
    match row.part {
        Part::Verb => verb_forms(row.trigger).into_iter().map(|(form, kind)| (form, TriggerForm::Verb(kind))).collect(),
        Part::Noun => {
            vec![(row.trigger.to_owned(), TriggerForm::Singular), (plural_of(row.trigger), TriggerForm::Plural)]
        }
        Part::Fixed => vec![(row.trigger.to_owned(), TriggerForm::Fixed)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_well_written() {
        let frames = frames();
        for line in include_str!("../data/event-triggers.tsv").lines() {
            let parts = line.split('\t').nth(1).unwrap_or_default();
            assert_eq!(rows_of(line, &frames).len(), parts.split(' ').count(), "{line}");
        }
        assert!(trigger_rows().len() > 1000);
    }

    #[test]
    fn every_type_has_triggers_and_both_frames() {
        for (index, id) in EVENT_TYPES.iter().enumerate() {
            assert!(trigger_rows().iter().any(|row| row.event_type == index), "{id}");
            assert!([Part::Verb, Part::Noun].iter().all(|&part| frames().contains_key(&(*id, part))), "{id}");
        }
    }

    #[test]
    fn triggers_are_found_by_each_of_their_forms() {
        for (word, rest, form) in [
            ("attacked", "", TriggerForm::Verb(VerbForm::Past)),
            ("airstrikes", "", TriggerForm::Plural),
            ("shot", "down", TriggerForm::Verb(VerbForm::Past)),
        ] {
            let found = triggers_starting_with(word);
            assert!(found.iter().any(|entry| entry.rest.join(" ") == rest && entry.form == form), "{word} {rest}");
        }
    }
}
