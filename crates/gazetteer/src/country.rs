//! Countries: their names, peoples and capitals.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::key::Key;

/// Index of a [`Country`]. Ids are stable within a build only; [`Country::iso2`] is the lasting name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryId(pub u8);

/// A sovereign state or a territory with an ISO 3166-1 code, or a state that no longer exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// The name that English news uses: "South Korea".
    pub name: &'static str,
    /// Other names: "Republic of Korea", "R.O.K.".
    pub aliases: Vec<&'static str>,
    /// Adjectives of its people and things: "South Korean".
    pub demonyms: Vec<&'static str>,
    /// Nouns for its people, in singular and plural: "South Koreans", "Spaniard".
    pub people: Vec<&'static str>,
    /// The seat of government, if the territory has one.
    pub capital: Option<&'static str>,
    /// ISO 3166-1 alpha-2 code: "KR".
    pub iso2: &'static str,
    /// ISO 3166-1 alpha-3 code: "KOR".
    pub iso3: &'static str,
    /// Wikidata item: "Q884".
    pub wikidata: Option<&'static str>,
    /// Continent: "Asia".
    pub region: &'static str,
    /// Part of the continent: "Eastern Asia".
    pub subregion: &'static str,
}

struct Countries {
    all: Vec<Country>,
    by_demonym: BTreeMap<String, CountryId>,
    by_name: BTreeMap<String, CountryId>,
    by_iso2: BTreeMap<&'static str, CountryId>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| read(include_str!("../data/odbl/countries.tsv")));

fn read(tsv: &'static str) -> Countries {
    let all: Vec<Country> = tsv.lines().skip(1).map(read_line).collect();
    let mut countries =
        Countries { all: Vec::new(), by_demonym: BTreeMap::new(), by_name: BTreeMap::new(), by_iso2: BTreeMap::new() };
    for (country, id) in all.iter().zip((0..=u8::MAX).map(CountryId)) {
        countries.by_iso2.insert(country.iso2, id);
        for name in country.aliases.iter().chain([&country.name]) {
            countries.by_name.entry(folded(name)).or_insert(id);
        }
        for demonym in country.demonyms.iter().chain(&country.people) {
            countries.by_demonym.entry(folded(demonym)).or_insert(id);
        }
    }
    countries.all = all;
    countries
}

fn read_line(line: &'static str) -> Country {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    Country {
        name: next(),
        aliases: list(next()),
        demonyms: list(next()),
        people: list(next()),
        capital: Some(next()).filter(|capital| !capital.is_empty()),
        iso2: next(),
        iso3: next(),
        wikidata: Some(next()).filter(|item| !item.is_empty()),
        region: next(),
        subregion: next(),
    }
}

fn list(joined: &'static str) -> Vec<&'static str> {
    joined.split('|').filter(|item| !item.is_empty()).collect()
}

fn folded(name: &str) -> String {
    Key::of(name).folded().to_owned()
}

/// All countries, in the order of their ids.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES.all
}

/// The country with this id.
///
/// # Panics
/// If the id comes from nowhere in this crate.
#[must_use]
pub fn country(id: CountryId) -> &'static Country {
    &COUNTRIES.all[usize::from(id.0)]
}

/// The country of an ISO 3166-1 alpha-2 code in capitals.
#[must_use]
pub fn country_of_code(iso2: &str) -> Option<CountryId> {
    COUNTRIES.by_iso2.get(iso2).copied()
}

/// The country that a name names, whatever its casing: "Ukraine", "the Netherlands", "U.K.".
#[must_use]
pub fn country_of_name(name: &str) -> Option<CountryId> {
    let name = folded(name);
    let bare = name.strip_prefix("the ").unwrap_or(&name);
    COUNTRIES.by_name.get(bare).copied()
}

/// The country of a demonym, whatever its casing: "Ukrainian", "Spaniards".
#[must_use]
pub fn country_of_demonym(demonym: &str) -> Option<CountryId> {
    COUNTRIES.by_demonym.get(&folded(demonym)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(id: Option<CountryId>) -> Option<&'static str> {
        id.map(|id| country(id).name)
    }

    #[test]
    fn countries_are_found_by_name_code_and_people() {
        assert_eq!(name_of(country_of_name("U.K.")), Some("United Kingdom"));
        assert_eq!(name_of(country_of_name("the Netherlands")), Some("Netherlands"));
        assert_eq!(name_of(country_of_name("COTE D'IVOIRE")), Some("Ivory Coast"));
        assert_eq!(name_of(country_of_code("KR")), Some("South Korea"));
        assert_eq!(name_of(country_of_demonym("Danes")), Some("Denmark"));
        assert_eq!(name_of(country_of_demonym("dutch")), Some("Netherlands"));
        assert_eq!(country_of_name("Atlantis"), None);
    }

    #[test]
    fn every_country_is_complete() {
        assert!(countries().len() <= usize::from(u8::MAX));
        for country in countries() {
            assert!(!country.name.is_empty() && country.iso2.len() == 2 && country.iso3.len() == 3, "{country:?}");
            assert!(country.wikidata.is_none_or(|item| item.starts_with('Q')), "{country:?}");
            assert_eq!(name_of(country_of_name(country.name)), Some(country.name));
        }
    }
}
