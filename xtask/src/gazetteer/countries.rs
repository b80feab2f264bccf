//! Countries: the international list joined with the words that English news uses.

use std::collections::{BTreeMap, BTreeSet};

use dateline_gazetteer::{CountryId, Key};

use super::{
    GazetteerError,
    rows::{Row, Rows},
};

/// One country as it is written to the compiled list.
pub(super) struct CountryWords {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) adjectives: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) capital: String,
    pub(super) prominence: u8,
    codes: [String; 5],
}

/// All countries, in the order of their two-letter codes, which makes their ids.
pub(super) struct Countries {
    all: BTreeMap<String, CountryWords>,
    names: BTreeSet<String>,
}

impl Countries {
    pub(super) fn read() -> Result<Self, GazetteerError> {
        let mut all: BTreeMap<String, CountryWords> = BTreeMap::new();
        for row in Rows::read("odbl/countries.tsv")?.iter() {
            all.insert(row.text("iso2").to_owned(), CountryWords::of(row));
        }
        for row in Rows::read("own/country_words.tsv")?.iter() {
            let country = row.one_of("iso2", |code| all.contains_key(code).then(|| code.to_owned()))?;
            if let Some(country) = country.and_then(|code| all.get_mut(&code)) {
                country.say(row)?;
            }
        }
        let names = all.values().flat_map(|country| country.aliases.iter().chain([&country.name]));
        let names = names.map(|name| Key::of(name).folded().to_owned()).collect();
        Ok(Self { all, names })
    }

    /// The id of a two-letter code.
    pub(super) fn id(&self, iso2: &str) -> Option<CountryId> {
        self.iter().find(|(_, country)| country.codes[0] == iso2).map(|(id, _)| id)
    }

    /// Whether a country is called so, in folded letters.
    pub(super) fn is_name(&self, folded: &str) -> bool {
        self.names.contains(folded)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (CountryId, &CountryWords)> {
        (0..=u8::MAX).map(CountryId).zip(self.all.values())
    }

    /// The list as the gazetteer crate reads it.
    pub(super) fn to_tsv(&self) -> String {
        let header = "name\taliases\tdemonyms\tpeople\tcapital\tiso2\tiso3\twikidata\tregion\tsubregion\n";
        let mut tsv = header.to_owned();
        for country in self.all.values() {
            let lists = [&country.aliases, &country.adjectives, &country.people].map(|list| list.join("|"));
            let columns = [&country.name].into_iter().chain(&lists).chain([&country.capital]).chain(&country.codes);
            tsv.push_str(&columns.map(String::as_str).collect::<Vec<_>>().join("\t"));
            tsv.push('\n');
        }
        tsv
    }
}

impl CountryWords {
    fn of(row: Row<'_>) -> Self {
        Self {
            name: row.text("name").to_owned(),
            aliases: row.list("aliases").map(str::to_owned).collect(),
            adjectives: Vec::new(),
            people: Vec::new(),
            capital: row.text("capital").to_owned(),
            prominence: 3,
            codes: ["iso2", "iso3", "wikidata", "region", "subregion"].map(|column| row.text(column).to_owned()),
        }
    }

    fn say(&mut self, row: Row<'_>) -> Result<(), GazetteerError> {
        if !row.text("name").is_empty() {
            self.aliases.push(std::mem::replace(&mut self.name, row.text("name").to_owned()));
        }
        self.aliases.extend(row.list("aliases").map(str::to_owned));
        self.aliases.retain(|alias| *alias != self.name);
        self.adjectives.extend(row.list("adjectives").map(str::to_owned));
        self.people.extend(row.list("people").map(str::to_owned));
        self.prominence = row.number("prominence")?.unwrap_or(6);
        Ok(())
    }
}
