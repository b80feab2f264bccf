//! The keys under which names are held and looked up.
//!
//! Letters are folded as in [`dateline_gazetteer::Key`]: case, accents, full stops, apostrophes and hyphens do not
//! part two spellings. Beyond that a leading "the" and a company's legal form are left out. Abbreviations in capitals
//! have keys of their own, so that "WHO" is not "Who".

use dateline_gazetteer::{Casing, Key};

/// Endings that the law requires of companies' names. Part of the format: another list is another version.
#[rustfmt::skip]
const LEGAL_FORMS: &[&str] = &[
    "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh",
    "ag", "sa", "nv", "bv", "spa", "pty", "bhd", "berhad", "oyj", "ab", "asa", "kk", "pvt", "pte", "holdings",
    "holding",
];

/// Before the folded letters of an abbreviation.
const ABBREVIATION: char = '\u{1}';
/// Longest abbreviation, in letters.
const ABBREVIATION_CHARS_MAX: usize = 6;
/// Shortest abbreviation that may be written like a word: "Nato", "Unesco".
const ABBREVIATION_AS_WORD_CHARS_MIN: usize = 4;

/// The key under which a name is held; empty for a name without a letter or digit.
pub(crate) fn of_name(name: &str) -> String {
    let key = Key::of(name);
    let plain = plain(key.folded());
    if is_abbreviation(&key) { format!("{ABBREVIATION}{plain}") } else { plain.to_owned() }
}

/// The keys under which a mention is looked up, the closest first.
pub(crate) fn of_mention(mention: &str) -> Vec<String> {
    let key = Key::of(mention);
    let plain = plain(key.folded());
    if plain.is_empty() {
        return Vec::new();
    }
    let abbreviation = || format!("{ABBREVIATION}{plain}");
    if is_abbreviation(&key) {
        return vec![abbreviation(), plain.to_owned()];
    }
    let mut keys = vec![plain.to_owned()];
    let letters = plain.chars().count();
    if !plain.contains(' ') && (ABBREVIATION_AS_WORD_CHARS_MIN..=ABBREVIATION_CHARS_MAX).contains(&letters) {
        keys.push(abbreviation());
    }
    keys
}

fn is_abbreviation(key: &Key) -> bool {
    let folded = key.folded();
    key.casing() == Casing::Upper && !folded.contains(' ') && folded.chars().count() <= ABBREVIATION_CHARS_MAX
}

/// A folded name without its leading article and its legal form. A name that is nothing else keeps them.
fn plain(folded: &str) -> &str {
    let mut rest = folded.strip_prefix("the ").unwrap_or(folded).trim_end_matches([' ', ',']);
    while let Some((before, last)) = rest.rsplit_once(' ') {
        if !LEGAL_FORMS.contains(&last) || before.trim_end_matches([' ', ',', '&']).is_empty() {
            break;
        }
        rest = before.trim_end_matches([' ', ',']);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_share_a_key() {
        for (one, other) in [
            ("Target Corp.", "Target"),
            ("The Beatles", "Beatles"),
            ("Acme Widgets, Inc.", "ACME WIDGETS"),
            ("Côte d'Ivoire", "Cote d’Ivoire"),
            ("U.N.", "UN"),
            ("Al-Jazeera", "Al Jazeera"),
        ] {
            assert_eq!(of_name(one), of_name(other), "{one} {other}");
            assert!(of_mention(other).contains(&of_name(one)), "{one} {other}");
        }
    }

    #[test]
    fn abbreviations_are_no_words() {
        assert_ne!(of_name("WHO"), of_name("Who"));
        assert!(!of_mention("Who").contains(&of_name("WHO")));
        assert!(of_mention("Nato").contains(&of_name("NATO")));
        assert!(of_mention("IRAN").contains(&of_name("Iran")));
    }

    #[test]
    fn a_name_keeps_something() {
        for name in ["The Company", "The", "Co", "& Co", "Corporation Limited"] {
            assert!(!of_name(name).is_empty(), "{name}");
        }
        assert!(of_mention(" … ").iter().all(|key| !key.is_empty()));
    }
}
