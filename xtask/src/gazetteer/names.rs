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

/// Towns and personal names of this prominence or more stay even if they are everyday words too.
const PROMINENCE_OF_COMMON_NAME_MIN: u8 = 3;
/// Everyday words of this frequency or more are too frequent to be rare first names or surnames.
const FREQUENCY_OF_PERSONAL_NAME_MAX: u8 = 4;
/// Names of small towns that are shorter are parts of longer names more often: "San", "Van", "Bar".
const LENGTH_OF_SMALL_TOWN_MIN: usize = 4;
/// Bodies of this prominence or less do not take the name of a place from it: the club "America".
const PROMINENCE_OF_BODY_NAMED_LIKE_A_PLACE_MAX: u8 = 2;

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
        let common = key.casing() != Casing::Upper && self.word(&key).is_some_and(Word::is_common);
        if self.is_unfit(&key, kinds, facts) {
            return;
        }
        let entry = Facts { common_word: common, ..facts }.pack(kinds);
        self.entries.entry(key.to_bytes()).and_modify(|known| *known = known.union(entry)).or_insert(entry);
    }

    fn word(&self, key: &Key) -> Option<Word> {
        self.words.get(key.folded()).filter(|word| word.is_common())
    }

    /// Whether a name would be found by mistake more often than not: one letter, no Latin letter, a small town with a
    /// very short name, a small town or a rare personal name that is an everyday word, a lesser body named like a
    /// place.
    fn is_unfit(&self, key: &Key, kinds: &[Kind], facts: Facts) -> bool {
        let folded = key.folded();
        if folded.chars().count() < 2 || !folded.chars().any(|c| c.is_ascii_alphabetic()) {
            return true;
        }
        let little = facts.prominence < PROMINENCE_OF_COMMON_NAME_MIN;
        if kinds == [Kind::City] && little && folded.len() < LENGTH_OF_SMALL_TOWN_MIN {
            return true;
        }
        match (kinds, self.word(key)) {
            ([Kind::City | Kind::Region], Some(word)) => little || word.is_used_as(WordUse::Function),
            ([Kind::FirstName | Kind::Surname], Some(word)) => {
                let rare = facts.prominence < 2 || little && word.frequency() > FREQUENCY_OF_PERSONAL_NAME_MAX;
                rare || word.is_used_as(WordUse::Function)
            }
            ([Kind::Organization], _) if facts.prominence <= PROMINENCE_OF_BODY_NAMED_LIKE_A_PLACE_MAX => {
                let known = self.entries.get(&key.to_bytes());
                known.is_some_and(|&entry| Entry::is_place(entry)) || self.countries.is_name(folded)
            }
            _ => false,
        }
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
