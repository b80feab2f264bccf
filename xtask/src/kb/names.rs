//! Which names of an entity are of use in English text.

use dateline_gazetteer::{Casing, Key};
use dateline_kb::Kind;

/// Longest name, in characters.
const CHARS_MAX: usize = 80;
/// Short abbreviations that news uses for places; all others are codes.
const PLACE_ABBREVIATIONS: &[&str] = &[
    "us", "usa", "uk", "uae", "eu", "drc", "drk", "nyc", "la", "png", "prc", "roc", "rok", "dprk", "ussr", "gdr",
    "frg", "nsw", "dc", "nz", "ksa", "car", "bc", "sf", "wa", "uk", "hk", "pei", "nwt", "act", "tt", "ni",
];

/// A label without what tells it from others of its name: "Georgia (country)" is "Georgia".
pub(super) fn clean(name: &str) -> String {
    let name = match name.find(" (") {
        Some(at) if name.ends_with(')') => &name[..at],
        _ => name,
    };
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a name can stand in English text and is no code.
pub(super) fn is_usable(name: &str, kind: Kind) -> bool {
    let key = Key::of(name);
    let folded = key.folded();
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let latin = letters.clone().all(is_latin);
    let count = folded.chars().count();
    let place = matches!(kind, Kind::Country | Kind::Settlement | Kind::Region | Kind::Place);
    let is_code = place
        && count <= 3
        && !folded.contains(' ')
        && key.casing() == Casing::Upper
        && !PLACE_ABBREVIATIONS.contains(&folded);
    latin
        && count > 1
        && name.chars().count() <= CHARS_MAX
        && letters.count() > 0
        && key.casing() != Casing::Lower
        && !is_code
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | 'ə' | '\u{300}'..='\u{36f}')
}

/// The part of a name that is used alone: of "Springfield, Illinois" the part before the comma.
pub(super) fn short(name: &str, kind: Kind) -> Option<&str> {
    let place = matches!(kind, Kind::Settlement | Kind::Region | Kind::Place | Kind::Facility);
    place.then(|| name.split_once(", "))?.map(|(town, _)| town).filter(|town| town.chars().count() > 2)
}

/// A club's name without the abbreviations of "football club" around it.
pub(super) fn without_club(name: &str) -> Option<String> {
    const CLUB: &[&str] = &[
        "fc", "afc", "cf", "sc", "ac", "fk", "sk", "sv", "bk", "if", "nk", "kf", "cd", "sd", "ud", "rc", "cfc", "rfc",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let is_club = |word: &&str| {
        CLUB.contains(&word.replace('.', "").to_lowercase().as_str()) && word.chars().any(char::is_uppercase)
    };
    let kept: Vec<&str> = words.iter().filter(|word| !is_club(word)).copied().collect();
    (kept.len() < words.len() && kept.iter().any(|word| word.chars().count() > 3)).then(|| kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_other_scripts_are_left_out() {
        for (name, kind, usable) in [
            ("GAB", Kind::Country, false),
            ("US", Kind::Country, true),
            ("BBC", Kind::Media, true),
            ("ga", Kind::Country, false),
            ("حرکت", Kind::Party, false),
            ("Côte d'Ivoire", Kind::Country, true),
            ("X", Kind::Company, false),
            ("🇬🇦", Kind::Country, false),
        ] {
            assert_eq!(is_usable(name, kind), usable, "{name}");
        }
    }

    #[test]
    fn names_lose_what_tells_them_apart() {
        assert_eq!(clean("Georgia  (country)"), "Georgia");
        assert_eq!(short("Springfield, Illinois", Kind::Settlement), Some("Springfield"));
        assert_eq!(short("Roe, Doe and Partners", Kind::Company), None);
        assert_eq!(without_club("Exeter City F.C.").as_deref(), Some("Exeter City"));
        assert_eq!(without_club("Exeter City"), None);
    }
}
