//! Look-ups in the committed tables.

use fst::Streamer;

use super::*;

fn kinds(name: &str) -> Vec<Kind> {
    lookup(name).map(|entry| entry.kinds().collect()).unwrap_or_default()
}

fn country_name(name: &str) -> Option<&'static str> {
    Some(country(lookup(name)?.country()?).name)
}

#[test]
fn names_have_their_kinds() {
    for (name, kind) in [
        ("Ukraine", Kind::Country),
        ("U.S.", Kind::Country),
        ("US", Kind::Country),
        ("Côte d’Ivoire", Kind::Country),
        ("Kyiv", Kind::Capital),
        ("Sao Paulo", Kind::City),
        ("Ukrainians", Kind::Group),
        ("Catalonia", Kind::Region),
        ("Fatima", Kind::FirstName),
        ("Nakamura", Kind::Surname),
        ("prime minister", Kind::Title),
        ("Prime Minister", Kind::Title),
        ("Secretaries of State", Kind::Title),
        ("Gen.", Kind::Title),
    ] {
        assert!(kinds(name).contains(&kind), "{name}: {:?}", kinds(name));
    }
}

#[test]
fn casing_tells_names_apart() {
    for name in ["us", "ukraine", "nice", "UKRAINE", "Us", "of", "Of", "", ".", "-", "’"] {
        assert_eq!(kinds(name), [], "{name}");
    }
    for name in ["ukraine", "UKRAINE", "us", "sao paulo", "SÃO PAULO"] {
        assert!(lookup_folded(name).is_some_and(Entry::is_place), "{name}");
    }
}

#[test]
fn names_know_their_country() {
    for (name, country) in [("Odesa", "Ukraine"), ("Danes", "Denmark"), ("Lagos", "Nigeria"), ("UK", "United Kingdom")]
    {
        assert_eq!(country_name(name), Some(country), "{name}");
    }
}

#[test]
fn first_names_and_titles_know_their_gender() {
    for (name, gender) in [
        ("Mary", Some(Gender::Feminine)),
        ("James", Some(Gender::Masculine)),
        ("Michael", Some(Gender::Masculine)),
        ("Taylor", None),
        ("Mrs.", Some(Gender::Feminine)),
        ("spokesman", Some(Gender::Masculine)),
        ("president", None),
    ] {
        assert_eq!(lookup(name).expect(name).gender(), gender, "{name}");
    }
}

#[test]
fn names_that_need_context_are_marked() {
    for name in ["Nice", "Mark", "Florence", "Paris", "Mobile", "Reading"] {
        assert!(lookup(name).expect(name).is_ambiguous(), "{name}");
    }
    for name in ["Kyiv", "Ukraine", "Zimbabwe", "Reykjavik", "US", "WHO"] {
        assert!(!lookup(name).expect(name).is_ambiguous(), "{name}");
    }
}

#[test]
fn everyday_words_are_no_rare_names() {
    for name in ["People", "More", "Said", "Will", "Man", "Officials"] {
        let found = kinds(name);
        assert!(!found.contains(&Kind::Surname) && !found.contains(&Kind::FirstName), "{name}: {found:?}");
        assert!(!found.contains(&Kind::City), "{name}: {found:?}");
    }
    assert!(!kinds("America").contains(&Kind::Organization));
}

#[test]
fn the_longest_name_wins() {
    for (words, length) in [
        (&["New", "York", "City", "officials"][..], Some(3)),
        (&["United", "Arab", "Emirates"], Some(3)),
        (&["Guinea", "-", "Bissau", "is"], Some(3)),
        (&["Guinea", "-", "pigs"], Some(1)),
        (&["U.S.", "officials"], Some(1)),
        (&["Paris", ".", "Hilton"], Some(1)),
        (&["-", "Paris"], None),
        (&["the", "Paris"], None),
        (&[], None),
    ] {
        assert_eq!(longest(words.iter().copied()).map(|(length, _)| length), length, "{words:?}");
    }
    let headline = ["UNITED", "STATES", "VOTES"];
    assert_eq!(longest_folded(headline.into_iter()).map(|(length, _)| length), Some(2));
}

#[test]
fn everyday_words_are_known() {
    for name in ["the", "The", "reading", "man", "war", "officials", "Sunday"] {
        assert!(is_common_word(name), "{name}");
    }
    for name in ["Kyiv", "paris", "Prado", "", "."] {
        assert!(!is_common_word(name), "{name}");
    }
    let run = word("run").expect("an everyday word");
    assert!(run.is_used_as(WordUse::Noun) && run.is_used_as(WordUse::Verb));
    assert!(!run.is_used_as(WordUse::Function));
}

#[test]
fn every_name_is_found_by_every_look_up() {
    for table in &*TABLES {
        let mut keys = table.fst().stream();
        while let Some((key, _)) = keys.next() {
            let (_, name) = key.split_last().expect("a key ends in its casing");
            let name = std::str::from_utf8(name).expect("keys are text");
            assert!(lookup_folded(name).is_some(), "{name}");
            let words: Vec<_> = name.split(' ').collect();
            let (length, _) = longest_folded(words.iter().copied()).expect(name);
            assert_eq!(length, words.len(), "{name}");
        }
    }
}
