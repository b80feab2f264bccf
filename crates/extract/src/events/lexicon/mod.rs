//! The trigger lexicon as the event layer reads it: rows with their event types and conditions.

mod condition;
mod topics;

use std::sync::LazyLock;

use dateline_lexicon::{Frame, Part, TriggerEntry, TriggerForm, VerbForm, trigger_rows, triggers_starting_with};

pub(super) use condition::{Condition, Test, form_name};
pub(super) use topics::{Topic, Topics};

use crate::events::EventType;

/// One trigger of one type.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its dictionary form, in lower case.
    pub(super) trigger: &'static str,
    /// Its part of speech.
    pub(super) part: Part,
    /// The type of event that it names.
    pub(super) kind: EventType,
    /// Which role stands where.
    pub(super) frame: &'static Frame,
    /// What must hold for it to name such an event.
    pub(super) conditions: Vec<Condition>,
}

/// All rows, in the order of the lexicon.
pub(super) struct Lexicon {
    rows: Vec<Row>,
    /// By type and part of speech, the row that stands for them.
    examples: Vec<[Option<usize>; Part::ALL.len()]>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The lexicon.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The forms that a word can be of a one-word verb trigger.
pub(super) fn verb_forms_of(word: &str) -> impl Iterator<Item = VerbForm> {
    triggers_starting_with(word).iter().filter_map(|entry| match entry.form {
        TriggerForm::Verb(form) => Some(form),
        _ => None,
    })
}

/// Whether a word is a one-word noun trigger.
pub(super) fn is_noun(word: &str) -> bool {
    let noun = |entry: &TriggerEntry| {
        entry.rest.is_empty() && matches!(entry.form, TriggerForm::Singular | TriggerForm::Plural)
    };
    triggers_starting_with(word).iter().any(noun)
}

impl Lexicon {
    fn new() -> Self {
        let types: Vec<EventType> = EventType::all().collect();
        let rows = trigger_rows().iter().map(|row| Row {
            trigger: row.trigger,
            part: row.part,
            kind: types[row.event_type],
            frame: &row.frame,
            conditions: row.conditions.split_whitespace().map(Condition::parse).collect(),
        });
        let mut lexicon = Self { rows: rows.collect(), examples: Vec::new() };
        lexicon.find_examples();
        lexicon
    }

    /// The row of an entry.
    pub(super) fn row(&self, entry: &TriggerEntry) -> &Row {
        &self.rows[entry.row]
    }

    /// A row whose frame stands for its type and part of speech: that with the fewest conditions, the first of them;
    /// of another part of speech where there is none.
    pub(super) fn example(&self, kind: EventType, part: Part) -> Option<&Row> {
        self.examples.get(kind as usize)?[part as usize].map(|row| &self.rows[row])
    }

    fn find_examples(&mut self) {
        let simplest = |kind: EventType, part: Option<Part>| {
            let rows = self.rows.iter().enumerate();
            let fit = rows.filter(|(_, row)| row.kind == kind && part.is_none_or(|part| row.part == part));
            fit.min_by_key(|(_, row)| row.conditions.len()).map(|(at, _)| at)
        };
        let of_parts = |kind| Part::ALL.map(|part| simplest(kind, Some(part)).or_else(|| simplest(kind, None)));
        self.examples = EventType::all().map(of_parts).collect();
    }

    /// All rows.
    #[cfg(test)]
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }
}

#[cfg(test)]
mod tests;
