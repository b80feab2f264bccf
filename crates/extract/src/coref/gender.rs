//! The gender of persons, by form of address, title, and first name.

use dateline_gazetteer as gazetteer;
use dateline_lexicon::{Gender, person};

use super::GenderEvidence;
use crate::names::{Name, Words};

/// Highest likelihood of a gender that a first name alone tells.
const LIKELIHOOD_MAX: f32 = 0.99;

/// The gender that most forms of address and titles tell, else that of the first name; `None` where neither does.
pub(super) fn of_person<'n>(
    words: &Words<'_>,
    names: impl Iterator<Item = &'n Name> + Clone,
) -> Option<GenderEvidence> {
    let document = words.document();
    let mut balance = 0i32;
    for name in names.clone() {
        let start = document.words(name.span).start();
        let beside = if words.before(start, 1) == "." { words.before(start, 2) } else { words.before(start, 1) };
        let titles = name.roles.iter().flat_map(|role| document.slice(role.title).split_whitespace());
        let told = titles.map(str::to_lowercase).filter_map(|title| person::gender_of(&title));
        for gender in told.chain(person::gender_of(beside)) {
            balance += if gender == Gender::Masculine { 1 } else { -1 };
        }
    }
    let told = |gender| Some(GenderEvidence { gender, likelihood: 1.0 });
    match balance {
        1.. => told(Gender::Masculine),
        ..=-1 => told(Gender::Feminine),
        0 => names.filter_map(|name| of_first_name(document.slice(name.span))).next(),
    }
}

/// How many words of a name may come before its first name: "J. R. R. ". Longer runs are no person's name, and each word looked at
/// costs a look-up of all that follow.
const WORDS_BEFORE_FIRST_NAME_MAX: usize = 4;

/// The gender of the first of several words of a name: "Jane Roe", but not "Roe".
fn of_first_name(name: &str) -> Option<GenderEvidence> {
    let mut rest = name;
    for _ in 0..=WORDS_BEFORE_FIRST_NAME_MAX {
        let (first, after) = rest.split_once(|c: char| c.is_whitespace())?;
        let entry = gazetteer::lookup(rest)
            .filter(|entry| entry.gender().is_some())
            .or_else(|| gazetteer::lookup(first))
            .or_else(|| {
                let (given, _) = first.split_once('-')?;
                gazetteer::lookup(given)
            });
        match entry.and_then(gazetteer::Entry::feminine_share) {
            Some(share @ 0.8..) => return likely(Gender::Feminine, share),
            Some(share @ ..=0.2) => return likely(Gender::Masculine, 1.0 - share),
            Some(_) => return None,
            None => rest = after.trim_start(),
        }
    }
    None
}

fn likely(gender: Gender, share: f32) -> Option<GenderEvidence> {
    Some(GenderEvidence { gender, likelihood: share.min(LIKELIHOOD_MAX) })
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn a_first_name_is_found_behind_a_few_initials() {
        for (name, expected) in [
            ("Anna Berg", Some(Gender::Feminine)),
            ("J. Anna Berg", Some(Gender::Feminine)),
            ("J. R. R. Peter Berg", Some(Gender::Masculine)),
            ("Berg", None),
            ("J. K.", None),
        ] {
            assert_eq!(of_first_name(name).map(|sign| sign.gender), expected, "{name}");
        }
    }

    #[test]
    fn a_name_of_a_hundred_thousand_initials_needs_little_stack_and_time() {
        let name = "J. K. L. M. ".repeat(25_000);
        let search = move || of_first_name(&name).is_none();
        assert!(thread::Builder::new().stack_size(128 << 10).spawn(search).unwrap().join().unwrap());
    }
}
