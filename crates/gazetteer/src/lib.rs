//! Compiled name tables, and look-up in them: places, people's names, organisations, titles, and everyday words.
//!
//! The tables are transducers that are read where they lie in the binary; nothing is built at start-up but an index
//! of countries. `cargo xtask gazetteer` makes them from the raw tables in `gazetteers/`, whose README states sources
//! and licences. Tables under `data/odbl` hold data under the Open Database License and are kept apart for that.
//!
//! ```
//! use dateline_gazetteer::{Kind, country, longest, lookup, lookup_folded};
//!
//! let kyiv = lookup("Kyiv").expect("a capital");
//! assert!(kyiv.is(Kind::Capital));
//! assert_eq!(country(kyiv.country().expect("it lies somewhere")).name, "Ukraine");
//!
//! assert!(lookup("kyiv").is_none());
//! assert_eq!(lookup_folded("KYIV"), Some(kyiv));
//!
//! let (tokens, entry) = longest(["United", "Nations", "officials"].into_iter()).expect("a name");
//! assert_eq!(tokens, 2);
//! assert!(entry.is(Kind::Organization));
//! ```

mod country;
mod entry;
mod key;
mod table;
mod word;

use std::sync::LazyLock;

pub use country::{Country, CountryId, countries, country, country_of_code, country_of_demonym, country_of_name};
pub use entry::{Entry, Facts, Gender, Kind, OrganizationClass, Prominence, TitleClass};
pub use key::{Casing, Key};
pub use word::{Word, WordFacts, WordUse, is_common_word, is_name_particle, word};

use table::{Match, Table};

static TABLES: LazyLock<[Table; 2]> = LazyLock::new(|| {
    [
        Table::new(include_bytes!("../data/names.fst"), include_bytes!("../data/names.entries")),
        Table::new(include_bytes!("../data/odbl/places.fst"), include_bytes!("../data/odbl/places.entries")),
    ]
});

/// The entry of a name in the casing given, with white space between its tokens. Spellings that differ in accents,
/// full stops, apostrophes or hyphens are one name; a possessive "'s" is taken as part of it.
#[must_use]
pub fn lookup(name: &str) -> Option<Entry> {
    table::lookup(&*TABLES, name, Match::Exact)
}

/// The entry of a name in any casing, with the senses of all of them: for headlines in capitals and text without any.
#[must_use]
pub fn lookup_folded(name: &str) -> Option<Entry> {
    table::lookup(&*TABLES, name, Match::Folded)
}

/// The longest name at the start of `words`, in the casing given: how many tokens it takes (one or more), and its
/// entry. Reads no further than names reach.
pub fn longest<'w>(words: impl Iterator<Item = &'w str>) -> Option<(usize, Entry)> {
    table::longest(&*TABLES, words, Match::Exact)
}

/// As [`longest`], in any casing.
pub fn longest_folded<'w>(words: impl Iterator<Item = &'w str>) -> Option<(usize, Entry)> {
    table::longest(&*TABLES, words, Match::Folded)
}

#[cfg(test)]
mod tests;
