//! Forms of a name under which a base may hold it, when it does not hold the name as printed.

use dateline_gazetteer::Key;
use dateline_lexicon::person as persons;

use crate::names::EntityKind;

/// Abbreviations of states and provinces that follow a town, as news agencies and the post write them.
#[rustfmt::skip]
const STATES: &[(&str, &str)] = &[
    ("ala", "Alabama"), ("al", "Alabama"), ("ak", "Alaska"), ("ariz", "Arizona"), ("az", "Arizona"),
    ("ark", "Arkansas"), ("ar", "Arkansas"), ("calif", "California"), ("ca", "California"), ("colo", "Colorado"),
    ("co", "Colorado"), ("conn", "Connecticut"), ("ct", "Connecticut"), ("del", "Delaware"), ("de", "Delaware"),
    ("fla", "Florida"), ("fl", "Florida"), ("ga", "Georgia"), ("hi", "Hawaii"), ("idaho", "Idaho"), ("id", "Idaho"),
    ("ill", "Illinois"), ("il", "Illinois"), ("ind", "Indiana"), ("in", "Indiana"), ("iowa", "Iowa"), ("ia", "Iowa"),
    ("kan", "Kansas"), ("ks", "Kansas"), ("ky", "Kentucky"), ("la", "Louisiana"), ("maine", "Maine"), ("me", "Maine"),
    ("md", "Maryland"), ("mass", "Massachusetts"), ("ma", "Massachusetts"), ("mich", "Michigan"), ("mi", "Michigan"),
    ("minn", "Minnesota"), ("mn", "Minnesota"), ("miss", "Mississippi"), ("ms", "Mississippi"), ("mo", "Missouri"),
    ("mont", "Montana"), ("mt", "Montana"), ("neb", "Nebraska"), ("ne", "Nebraska"), ("nev", "Nevada"),
    ("nv", "Nevada"), ("nh", "New Hampshire"), ("nj", "New Jersey"), ("nm", "New Mexico"), ("ny", "New York"),
    ("nc", "North Carolina"), ("nd", "North Dakota"), ("ohio", "Ohio"), ("oh", "Ohio"), ("okla", "Oklahoma"),
    ("ok", "Oklahoma"), ("ore", "Oregon"), ("or", "Oregon"), ("pa", "Pennsylvania"), ("ri", "Rhode Island"),
    ("sc", "South Carolina"), ("sd", "South Dakota"), ("tenn", "Tennessee"), ("tn", "Tennessee"), ("texas", "Texas"),
    ("tex", "Texas"), ("tx", "Texas"), ("utah", "Utah"), ("ut", "Utah"), ("vt", "Vermont"), ("va", "Virginia"),
    ("wash", "Washington"), ("wa", "Washington"), ("wva", "West Virginia"), ("wv", "West Virginia"),
    ("wis", "Wisconsin"), ("wi", "Wisconsin"), ("wyo", "Wyoming"), ("wy", "Wyoming"), ("dc", "D.C."),
    ("ont", "Ontario"), ("on", "Ontario"), ("que", "Quebec"), ("qc", "Quebec"), ("bc", "British Columbia"),
    ("alta", "Alberta"), ("ab", "Alberta"), ("man", "Manitoba"), ("sask", "Saskatchewan"), ("ns", "Nova Scotia"),
];

/// Abbreviated countries at the start of the name of a body.
const COUNTRIES: &[(&str, &str)] = &[("us", "United States"), ("uk", "United Kingdom"), ("un", "United Nations")];

/// Words around the name of a club that fans and tables leave out.
const CLUB: &[&str] = &["fc", "afc", "cf", "sc", "ac"];

/// Most forms of one name.
const FORMS_MAX: usize = 12;

/// Other forms of a name, the nearest first, without the name itself.
pub(super) fn forms(name: &str, kind: EntityKind) -> Vec<String> {
    let key = Key::of(name);
    let words: Vec<&str> = key.folded().split(' ').filter(|word| !word.is_empty()).collect();
    let mut forms = Vec::new();
    match kind {
        EntityKind::Person => person(&words, &mut forms),
        EntityKind::Location | EntityKind::Facility => place(name, &words, &mut forms),
        _ => {
            body(&words, &mut forms);
            place(name, &words, &mut forms);
        }
    }
    transliterations(&words, kind, &mut forms);
    let mut seen = vec![words.join(" ")];
    forms.retain(|form| {
        !form.is_empty() && !seen.contains(form) && {
            seen.push(form.clone());
            true
        }
    });
    forms.truncate(FORMS_MAX);
    forms
}

/// Without forms of address, endings of generation, and what stands between first name and surname.
fn person(words: &[&str], forms: &mut Vec<String>) {
    let mut bare = words;
    while let [first, rest @ ..] = bare
        && rest.len() > 1
        && persons::is_honorific(first)
    {
        bare = rest;
    }
    while let [rest @ .., last] = bare
        && rest.len() > 1
        && matches!(*last, "jr" | "sr" | "ii" | "iii" | "iv" | ",")
    {
        bare = rest;
    }
    forms.push(bare.join(" "));
    let [first, middle @ .., last] = bare else { return };
    if !middle.is_empty() {
        let full: Vec<&str> = middle.iter().copied().filter(|word| word.chars().count() > 1).collect();
        forms.push([&[*first], &full[..], &[*last]].concat().join(" "));
        if full.len() < 2 {
            forms.push(format!("{first} {last}"));
        }
    }
}

/// "Houston, TX" as "Houston, Texas" and "Houston".
fn place(name: &str, words: &[&str], forms: &mut Vec<String>) {
    if let Some((town, state)) = name.split_once(',') {
        let state = Key::of(state);
        let full = STATES.iter().find(|(short, _)| *short == state.folded().replace(' ', "")).map(|&(_, full)| full);
        if let Some(full) = full {
            forms.push(format!("{}, {full}", town.trim()));
        }
        forms.push(town.trim().to_owned());
    }
    if let [rest @ .., last] = words
        && rest.len() > 1
        && let Some((_, full)) = STATES.iter().find(|(short, _)| short == last)
    {
        forms.push(format!("{} , {full}", rest.join(" ")));
    }
    let unit = |word: &&str| {
        matches!(*word, "city" | "town" | "province" | "state" | "county" | "region" | "district" | "river" | "island")
    };
    match words {
        [rest @ .., last] if !rest.is_empty() && unit(last) => forms.push(rest.join(" ")),
        ["city" | "state" | "town" | "province" | "republic", "of", rest @ ..] if !rest.is_empty() => {
            forms.push(rest.join(" "));
        }
        _ => {}
    }
}

/// "U.S. Army" as "United States Army", "Leeds University" as "University of Leeds", "Leeds United FC" without "FC".
fn body(words: &[&str], forms: &mut Vec<String>) {
    if let [first, rest @ ..] = words
        && !rest.is_empty()
        && let Some((_, full)) = COUNTRIES.iter().find(|(short, _)| short == first)
    {
        forms.push(format!("{full} {}", rest.join(" ")));
        forms.push(rest.join(" "));
    }
    match words {
        [town @ .., "university"] if !town.is_empty() => forms.push(format!("university of {}", town.join(" "))),
        ["university", "of", town @ ..] if !town.is_empty() => forms.push(format!("{} university", town.join(" "))),
        _ => {}
    }
    let kept: Vec<&str> = words.iter().copied().filter(|word| !CLUB.contains(word)).collect();
    if kept.len() < words.len() && kept.iter().any(|word| word.chars().count() > 3) {
        forms.push(kept.join(" "));
    }
    if let [rest @ .., "s"] = words
        && !rest.is_empty()
    {
        forms.push(rest.join(" "));
    }
}

/// Spellings of one name that writing systems make: "al-" and "el-", double consonants, "ue" for "ü".
fn transliterations(words: &[&str], kind: EntityKind, forms: &mut Vec<String>) {
    let article = |word: &&str| matches!(*word, "al" | "el" | "ul" | "as" | "ad" | "ar" | "az" | "ash");
    if words.len() > 1 && words.iter().any(&article) {
        let replaced = |with: &str| {
            let words =
                words.iter().map(|word| if article(word) { with } else { word }).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        let plain: Vec<String> = ["al", "el", ""].map(replaced).into();
        forms.extend(plain.iter().map(|form| single(form)));
        forms.extend(plain);
    }
    if kind == EntityKind::Person && words.len() > 1 {
        let joined = words.join(" ");
        forms.push(joined.replace("ue", "u").replace("oe", "o").replace("ae", "a"));
        forms.push(single(&joined));
    }
}

/// Without the second of two equal consonants.
fn single(text: &str) -> String {
    let mut last = ' ';
    let is_second = |c: char| c == std::mem::replace(&mut last, c) && !"aeiou ".contains(c);
    let mut is_second = is_second;
    text.chars().filter(|&c| !is_second(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_other_forms() {
        for (name, kind, form) in [
            ("Sir Jack Roe", EntityKind::Person, "jack roe"),
            ("Jack Q. Roe Jr.", EntityKind::Person, "jack roe"),
            ("Houston, TX", EntityKind::Location, "Houston, Texas"),
            ("Manhattan Beach, Calif.", EntityKind::Location, "Manhattan Beach"),
            ("Nairobi City", EntityKind::Location, "nairobi"),
            ("U.S. Department of Roads", EntityKind::Organization, "United States department of roads"),
            ("Leeds University", EntityKind::Organization, "university of leeds"),
            ("Abdel Fattah El-Sissi", EntityKind::Person, "abdel fatah al sisi"),
            ("Thomas Mueller", EntityKind::Person, "thomas muller"),
            ("Exeter City FC", EntityKind::Organization, "exeter city"),
        ] {
            assert!(forms(name, kind).contains(&form.to_owned()), "{name}: {:?}", forms(name, kind));
        }
    }

    #[test]
    fn a_surname_is_never_a_form() {
        for name in ["Jane Roe", "Dr Roe", "Jane A. B. Roe", "Roe Jr."] {
            assert!(!forms(name, EntityKind::Person).contains(&"roe".to_owned()), "{name}");
        }
    }
}
