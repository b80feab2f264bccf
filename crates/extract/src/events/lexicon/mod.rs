//! The trigger lexicon: which words name an event of which type, under what conditions, and which role stands where.
//!
//! The entries are data, one file per group of types and one row per trigger; `row.rs` describes how they are
//! written. Inflected forms are generated when the table is built, once per process.

mod classes;
mod condition;
mod row;

use std::{collections::HashMap, sync::LazyLock};

pub(super) use classes::{Topic, Topics, in_class};
pub(super) use condition::{Condition, Test, form_name};
pub(super) use row::{Part, Row};

use crate::{
    events::EventType,
    words::{VerbForm, plural_of, verb_forms},
};

const SOURCES: &[&str] = &[
    include_str!("conflict.txt"),
    include_str!("politics.txt"),
    include_str!("diplomacy.txt"),
    include_str!("statement.txt"),
    include_str!("justice.txt"),
    include_str!("business.txt"),
    include_str!("personnel.txt"),
    include_str!("life.txt"),
    include_str!("disaster.txt"),
    include_str!("health.txt"),
    include_str!("sports.txt"),
    include_str!("culture.txt"),
    include_str!("science.txt"),
    include_str!("cyber.txt"),
    include_str!("movement.txt"),
];

/// One surface form of a row's trigger.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Index of its row in [`Lexicon::rows`].
    pub(super) row: usize,
    /// The words after the first.
    pub(super) rest: Vec<String>,
    /// The form of the verb, or whether the noun is plural.
    pub(super) form: TriggerForm,
}

/// The form in which a trigger stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TriggerForm {
    /// A verb.
    Verb(VerbForm),
    /// A noun in the singular.
    Singular,
    /// A noun in the plural.
    Plural,
    /// A fixed expression.
    Fixed,
}

/// All rows, and an index from first words to the forms that begin with them.
pub(super) struct Lexicon {
    rows: Vec<Row>,
    by_first: HashMap<String, Vec<Entry>>,
    /// By type and part of speech, the row that stands for them.
    examples: Vec<[Option<usize>; Part::ALL.len()]>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(SOURCES));

/// The lexicon.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The forms that a word can be of a one-word verb trigger.
pub(super) fn verb_forms_of(word: &str) -> impl Iterator<Item = VerbForm> {
    lexicon().starting_with(word).iter().filter_map(|entry| match entry.form {
        TriggerForm::Verb(form) => Some(form),
        _ => None,
    })
}

/// Whether a word is a one-word noun trigger.
pub(super) fn is_noun(word: &str) -> bool {
    let noun =
        |entry: &Entry| entry.rest.is_empty() && matches!(entry.form, TriggerForm::Singular | TriggerForm::Plural);
    lexicon().starting_with(word).iter().any(noun)
}

impl Lexicon {
    fn new(sources: &[&'static str]) -> Self {
        let mut lexicon = Self { rows: Vec::new(), by_first: HashMap::new(), examples: Vec::new() };
        for row in sources.iter().flat_map(|source| row::parse(source)) {
            lexicon.add(row);
        }
        lexicon.find_examples();
        lexicon
    }

    fn add(&mut self, row: Row) {
        let index = self.rows.len();
        let mut forms: Vec<(String, TriggerForm)> = match row.part {
            Part::Verb => {
                verb_forms(&row.trigger).into_iter().map(|(form, kind)| (form, TriggerForm::Verb(kind))).collect()
            }
            Part::Noun => {
                vec![(row.trigger.clone(), TriggerForm::Singular), (plural_of(&row.trigger), TriggerForm::Plural)]
            }
            Part::Fixed => vec![(row.trigger.clone(), TriggerForm::Fixed)],
        };
        forms.sort();
        forms.dedup();
        for (form, kind) in forms {
            let mut words = form.split(' ').map(str::to_owned);
            let first = words.next().expect("a trigger has a first word");
            self.by_first.entry(first).or_default().push(Entry { row: index, rest: words.collect(), form: kind });
        }
        self.rows.push(row);
    }

    /// The forms that begin with a lower-case word, in the order of their rows.
    pub(super) fn starting_with(&self, word: &str) -> &[Entry] {
        self.by_first.get(word).map_or(&[], Vec::as_slice)
    }

    /// The row of an entry.
    pub(super) fn row(&self, entry: &Entry) -> &Row {
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
