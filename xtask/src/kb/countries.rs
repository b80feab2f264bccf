//! The country of an entity, from whatever names it.

use dateline_gazetteer::{
    CountryId, Kind, countries, country, country_of_code, country_of_demonym, country_of_name, lookup,
};

/// Most words of a country's name or demonym.
const WORDS_MAX: usize = 4;
/// Names that the repositories of politicians have for countries.
const NICKNAMES: &[(&str, &str)] = &[
    ("saudi", "SA"),
    ("swiss", "CH"),
    ("czech", "CZ"),
    ("us", "US"),
    ("uae", "AE"),
    ("congo kinshasa", "CD"),
    ("bosnia herzegovina", "BA"),
    ("iceland althing", "IS"),
    ("wales", "GB"),
    ("scotland", "GB"),
    ("northern ireland", "GB"),
    ("england", "GB"),
];

/// Continents lie in no country, though towns and regions are called after them.
const CONTINENTS: &[&str] = &["Asia", "Europe", "Africa", "America", "Oceania", "Antarctica", "Caribbean"];

fn code(id: CountryId) -> Option<[u8; 2]> {
    country(id).iso2.as_bytes().try_into().ok()
}

/// From a code, a name, a demonym, or an item of Wikidata.
pub(super) fn of_cell(cell: &str) -> Option<[u8; 2]> {
    let name = cell.replace('-', " ");
    let nickname = NICKNAMES.iter().find(|&&(known, _)| known.eq_ignore_ascii_case(&name)).map(|&(_, iso2)| iso2);
    let by_code = || countries().iter().find(|country| country.iso3 == cell || country.wikidata == Some(cell));
    country_of_code(nickname.unwrap_or(cell))
        .or_else(|| country_of_name(&name))
        .or_else(|| country_of_demonym(&name))
        .and_then(code)
        .or_else(|| by_code()?.iso2.as_bytes().try_into().ok())
}

/// From a description: the demonym at its start, else the country or region that it ends in.
pub(super) fn of_description(text: &str) -> Option<[u8; 2]> {
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_owned();
    let words: Vec<String> = text.split_whitespace().map(clean).filter(|word| !word.is_empty()).collect();
    let spans = |from: usize| (1..=WORDS_MAX.min(words.len() - from)).rev().map(move |length| from..from + length);
    let first = (0..words.len().min(2)).flat_map(spans).find_map(|span| country_of_demonym(&words[span].join(" ")));
    let last = || (0..words.len()).rev().flat_map(spans).find_map(|span| named(&words[span].join(" ")));
    first.or_else(last).and_then(code)
}

fn named(name: &str) -> Option<CountryId> {
    if !name.starts_with(char::is_uppercase) || CONTINENTS.iter().any(|continent| name.ends_with(continent)) {
        return None;
    }
    country_of_name(name)
        .or_else(|| lookup(name).filter(|entry| entry.is(Kind::Region)).and_then(dateline_gazetteer::Entry::country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_named_in_many_ways() {
        for (cell, iso2) in [
            ("DEU", b"DE"),
            ("DE", b"DE"),
            ("south-korea", b"KR"),
            ("saudi", b"SA"),
            ("Germany", b"DE"),
            ("Q889", b"AF"),
        ] {
            assert_eq!(of_cell(cell).as_ref(), Some(iso2), "{cell}");
        }
        assert_eq!((of_cell("world"), of_cell("")), (None, None));
    }

    #[test]
    fn descriptions_name_countries() {
        for (text, iso2) in [
            ("American actor", Some(b"US")),
            ("city in Texas, USA", Some(b"US")),
            ("South Korean singer", Some(b"KR")),
            ("capital city of France", Some(b"FR")),
            ("music genre", None),
        ] {
            assert_eq!(of_description(text).as_ref(), iso2, "{text}");
        }
    }
}
