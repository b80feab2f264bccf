//! Gathers the names of all sources, joins the senses of each, and drops what would do more harm than good.

use std::collections::BTreeMap;

use dateline_gazetteer::{
    Casing, CountryId, Entry, Facts, Key, Kind, OrganizationClass, Prominence, TitleClass, Word, WordUse,
};

use super::{
    GazetteerError,
    countries::Countries,
    rows::{Row, Rows},
    sources::{Source, kind_of},
    spelling,
    words::Words,
};

/// Towns of this prominence or more keep a name that is an everyday word too.
const PROMINENCE_OF_TOWN_WITH_COMMON_NAME_MIN: u8 = 3;

/// A table in the making.
pub(super) struct Names<'a> {
    words: &'a Words,
    countries: &'a Countries,
    entries: BTreeMap<Vec<u8>, Entry>,
}

impl<'a> Names<'a> {
    pub(super) fn new(words: &'a Words, countries: &'a Countries) -> Self {
        Self { words, countries, entries: BTreeMap::new() }
    }

    /// Adds the names of countries.
    pub(super) fn add_countries(&mut self) {
        for (id, country) in self.countries.iter() {
            let facts = Facts { country: Some(id), prominence: country.prominence, ..Facts::default() };
            for name in country.aliases.iter().chain([&country.name]) {
                self.add(name, &[Kind::Country], facts);
            }
        }
    }

    /// Adds the adjectives and nouns of nationality, and the capitals.
    pub(super) fn add_demonyms(&mut self) {
        for (id, country) in self.countries.iter() {
            let facts = Facts { country: Some(id), prominence: country.prominence, ..Facts::default() };
            for demonym in country.adjectives.iter().chain(&country.people) {
                self.add(demonym, &[Kind::Group], facts);
            }
            if !country.capital.is_empty() {
                self.add(&country.capital, &[Kind::City, Kind::Capital], facts);
            }
        }
    }

    /// Adds the names of one raw table.
    pub(super) fn add_source(&mut self, source: &Source) -> Result<(), GazetteerError> {
        for row in Rows::read(source.file)?.iter() {
            let kinds = kinds(row, source)?;
            let facts = self.facts(row, source)?;
            for name in row.list("aliases").chain([row.text("name")]) {
                self.add_spellings(name, &kinds, facts);
            }
        }
        Ok(())
    }

    fn facts(&self, row: Row<'_>, source: &Source) -> Result<Facts, GazetteerError> {
        let population: Option<u64> = row.number("population")?;
        let prominence = row.number("prominence")?;
        let by_population = population.map(|population| Prominence::of_population(population).0);
        let country: Option<CountryId> = row.one_of("country", |iso2| self.countries.id(iso2))?;
        let title = source.kind == Some(Kind::Title);
        Ok(Facts {
            feminine_share: row.number("feminine_share")?,
            country,
            prominence: prominence.or(by_population).unwrap_or(source.prominence),
            common_word: false,
            title_class: if title { row.one_of("class", title_class)? } else { None },
            organization_class: if title { None } else { row.one_of("class", organization_class)?.or(source.class) },
        })
    }

    fn add_spellings(&mut self, name: &str, kinds: &[Kind], facts: Facts) {
        if kinds.contains(&Kind::Title) {
            for spelling in spelling::of_title(name, facts.title_class) {
                self.add(&spelling, kinds, facts);
            }
        }
        if Key::of(name).casing() == Casing::Mixed {
            self.add(&spelling::capitalised(name), kinds, facts);
        }
        self.add(name, kinds, facts);
    }

    fn add(&mut self, name: &str, kinds: &[Kind], facts: Facts) {
        let key = Key::of(name);
        let common = self.is_common(&key);
        if self.is_unfit(&key, kinds, facts, common) {
            return;
        }
        let entry = Facts { common_word: common, ..facts }.pack(kinds);
        self.entries.entry(key.to_bytes()).and_modify(|known| *known = known.union(entry)).or_insert(entry);
    }

    fn is_common(&self, key: &Key) -> bool {
        self.words.get(key.folded()).is_some_and(Word::is_common)
    }

    /// Whether a name would be found by mistake more often than not: one letter, no Latin letter, a small town or a
    /// personal name that is a function word, a small town called like an everyday word.
    fn is_unfit(&self, key: &Key, kinds: &[Kind], facts: Facts, common: bool) -> bool {
        let folded = key.folded();
        let latin = folded.chars().any(|c| c.is_ascii_alphabetic());
        let function = self.words.get(folded).is_some_and(|word| word.is_used_as(WordUse::Function));
        let town = kinds == [Kind::City] || kinds == [Kind::Region];
        let personal = kinds == [Kind::FirstName] || kinds == [Kind::Surname];
        let small = facts.prominence < PROMINENCE_OF_TOWN_WITH_COMMON_NAME_MIN;
        folded.chars().count() < 2 || !latin || function && (town || personal) || town && common && small
    }

    /// The finished table.
    pub(super) fn finish(self) -> BTreeMap<Vec<u8>, u64> {
        self.entries.into_iter().map(|(key, entry)| (key, entry.to_bits())).collect()
    }
}

fn kinds(row: Row<'_>, source: &Source) -> Result<Vec<Kind>, GazetteerError> {
    let mut kinds = row.all_of("kinds", kind_of)?;
    kinds.extend(source.kind);
    Ok(kinds)
}

fn title_class(name: &str) -> Option<TitleClass> {
    TitleClass::ALL.iter().find(|&&(_, id)| id == name).map(|&(class, _)| class)
}

fn organization_class(name: &str) -> Option<OrganizationClass> {
    OrganizationClass::ALL.iter().find(|&&(_, id)| id == name).map(|&(class, _)| class)
}
