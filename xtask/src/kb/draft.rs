//! An entity in the making, as several tables tell of it.

use std::collections::BTreeSet;

use dateline_gazetteer::{Kind as Known, lookup};
use dateline_kb::{Alias, Gender, Id, Kind, NameKind, Position, Record};

use super::{
    countries,
    kinds::Kinds,
    names,
    priors::{self, Counts},
    sources,
};

/// Longest description, in characters.
const DESCRIPTION_CHARS_MAX: usize = 64;
/// Least prior of a country.
const COUNTRY_PRIOR: f32 = 9.5;
/// Most names besides the label.
const ALIASES_MAX: usize = 16;

/// An entity in the making. Tables are read from the best to the least; the first to say something is believed.
#[derive(Debug, Default)]
pub(super) struct Draft {
    names: Vec<String>,
    aliases: BTreeSet<Alias>,
    kind: Option<Kind>,
    country: Option<[u8; 2]>,
    gender: Option<Gender>,
    begin: Option<i16>,
    end: Option<i16>,
    description: String,
    positions: Vec<Position>,
    pub(super) counts: Counts,
    pub(super) prior: f32,
    from: u32,
}

impl Draft {
    pub(super) fn came_from(&mut self, table: usize) {
        self.from |= 1 << table;
    }

    pub(super) fn is_from(&self, table: usize) -> bool {
        self.from >> table & 1 == 1
    }

    /// The label of a table, which is a name besides for all but the first.
    pub(super) fn name(&mut self, name: &str) {
        let name = names::clean(name);
        if !name.is_empty() && !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    pub(super) fn kind(&mut self, kind: Option<Kind>) {
        self.kind = self.kind.filter(|&kind| kind != Kind::Other).or(kind).or(self.kind);
    }

    pub(super) fn country(&mut self, country: Option<[u8; 2]>) {
        self.country = self.country.or(country);
    }

    pub(super) fn gender(&mut self, gender: &str) {
        self.gender = self.gender.or_else(|| Gender::of_id(gender).filter(|&gender| gender != Gender::Unknown));
    }

    pub(super) fn years(&mut self, begin: Option<i16>, end: Option<i16>) {
        self.begin = self.begin.or(begin);
        self.end = self.end.or(end);
    }

    pub(super) fn describe(&mut self, description: &str) {
        if self.description.is_empty() {
            description.clone_into(&mut self.description);
        }
    }

    pub(super) fn position(&mut self, position: Position) {
        if !self.positions.iter().any(|known| known.title == position.title) {
            self.positions.push(position);
        }
    }

    pub(super) fn label(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    pub(super) fn kind_of(&self) -> Kind {
        self.kind.unwrap_or(Kind::Other)
    }

    /// Adds a name that stands for the whole.
    pub(super) fn alias(&mut self, text: &str, kind: NameKind) {
        self.aliases.insert(Alias { text: text.to_owned(), kind });
    }

    /// All names, the label first.
    pub(super) fn all_names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Settles what is left open; `None` for an entity without a name that can stand in English text.
    pub(super) fn finish(mut self, kinds: &Kinds) -> Option<Self> {
        if self.kind.is_none_or(|kind| kind == Kind::Other) {
            self.kind = self.kind.or(Some(Kind::Other)).map(|kind| self.guess(kinds).unwrap_or(kind));
        }
        let kind = self.kind_of();
        if kind == Kind::Country
            && let Some(code) = countries::of_cell(self.label())
        {
            self.country = Some(code);
            self.counts.at_least(COUNTRY_PRIOR);
        }
        self.country = self.country.or_else(|| countries::of_description(&self.description));
        self.drop_names_of_surroundings();
        if kind == Kind::Person {
            self.finish_person();
        }
        self.names.retain(|name| names::is_usable(name, kind));
        self.names.truncate(ALIASES_MAX);
        let label = self.names.first()?.clone();
        for name in self.names.clone().into_iter().skip(1) {
            self.alias(&name, NameKind::Alias);
        }
        if let Some(short) = names::short(&label, kind) {
            self.alias(short, NameKind::Short);
        }
        if kind == Kind::Team
            && let Some(bare) = names::without_club(&label)
        {
            self.alias(&bare, NameKind::Alias);
        }
        self.positions.sort_by_key(|position| std::cmp::Reverse((position.until.unwrap_or(i16::MAX), position.from)));
        self.counts.at_least(priors::of_positions(&self.positions));
        self.prior = self.counts.prior(kind, self.from.count_ones());
        self.description = cut(&self.description);
        Some(self)
    }

    /// What an entity is of which no table says it: from its description, else from the last word of its name, else a
    /// person if it is called like one.
    fn guess(&self, kinds: &Kinds) -> Option<Kind> {
        let told = |text: &str| kinds.of_description(text).filter(|&kind| kind != Kind::Other);
        let is_called = |word: &str, known| lookup(word).is_some_and(|entry| entry.is(known));
        let words: Vec<&str> = self.label().split(' ').collect();
        let person = || match words[..] {
            [first, .., last] => is_called(first, Known::FirstName) && is_called(last, Known::Surname),
            _ => false,
        };
        told(&self.description).or_else(|| {
            if !self.description.is_empty() {
                return None;
            }
            if person() { Some(Kind::Person) } else { words.last().and_then(|word| told(word)) }
        })
    }

    /// Tables split "Fulton County, Georgia" at the comma, which makes "Georgia" a name of the county.
    fn drop_names_of_surroundings(&mut self) {
        let around: Vec<String> =
            self.names.iter().filter_map(|name| Some(name.split_once(", ")?.1.to_owned())).collect();
        let states = |name: &String| {
            matches!(self.kind, Some(Kind::Settlement | Kind::Region))
                && lookup(name).is_some_and(|entry| entry.is(Known::Region) || entry.is(Known::Country))
        };
        let label = self.names.first().cloned();
        let dropped: Vec<String> = self
            .names
            .iter()
            .filter(|name| {
                Some(*name) != label.as_ref()
                    && (around.contains(name)
                        || self.kind == Some(Kind::Region) && self.label().ends_with("County") && states(name))
            })
            .cloned()
            .collect();
        self.names.retain(|name| !dropped.contains(name));
    }

    /// A surname or first name alone is no name of a person here, unless it is a name of its own.
    fn finish_person(&mut self) {
        let lower = self.description.to_lowercase();
        let words: BTreeSet<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
        let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if self.gender.is_none()
            && says(&[
                "actress",
                "businesswoman",
                "queen",
                "princess",
                "empress",
                "duchess",
                "noblewoman",
                "stateswoman",
                "woman",
            ])
        {
            self.gender = Some(Gender::Female);
        }
        let label = self.label().to_lowercase();
        let parts: BTreeSet<&str> = label.split_whitespace().collect();
        if parts.len() > 1 {
            self.names.retain(|name| !parts.contains(name.to_lowercase().as_str()));
        }
    }

    pub(super) fn into_record(self, id: Id) -> Record {
        Record {
            same_as: None,
            aliases: self.aliases.into_iter().collect(),
            country: self.country,
            gender: self.gender.unwrap_or(Gender::Unknown),
            begin: self.begin,
            end: self.end,
            description: self.description,
            positions: self.positions,
            prior: self.prior,
            licence: sources::licence_of(self.from),
            ..Record::new(id, self.names.first().map_or("", String::as_str), self.kind.unwrap_or(Kind::Other))
        }
    }
}

/// A description no longer than it may be, cut between words.
fn cut(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((limit, _)) = text.char_indices().nth(DESCRIPTION_CHARS_MAX) else { return text };
    let end = text[..limit].rfind(' ').unwrap_or(limit);
    format!("{}…", text[..end].trim_end_matches([',', ';', ' ', '(']))
}
