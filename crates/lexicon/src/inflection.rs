//! Inflection: the surface forms of verbs and nouns, generated from their dictionary form.
//!
//! Forms are generated rather than stripped, so that a table of dictionary forms can be turned into a table of
//! everything that may stand in a text, with no guess about unknown words.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerbForm {
    /// "attack", also the plain present.
    Base,
    /// "attacks"
    Third,
    /// "attacked", "struck"
    Past,
    /// "attacked", "stricken"
    Participle,
    /// "attacking"
    Gerund,
}

/// The past and the participle of verbs whose past is irregular, by dictionary form; variants are parted by spaces.
static IRREGULAR: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = include_str!("../data/irregular-verbs.tsv").lines().filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    });
    rows.collect()
});

/// Verbs of several syllables that double their last consonant, as a stressed last syllable asks for, or by custom.
static DOUBLING: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/doubling-verbs.tsv").lines().collect());

/// Nouns with an irregular plural.
static IRREGULAR_PLURALS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| irregular_plurals().collect());

/// The verbs whose past is irregular, by dictionary form, in the order of the table.
pub(crate) fn irregular_verbs() -> impl Iterator<Item = &'static str> {
    include_str!("../data/irregular-verbs.tsv").lines().filter_map(|row| row.split('\t').next())
}

/// The nouns with an irregular plural, and those plurals, in the order of the table.
pub(crate) fn irregular_plurals() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../data/irregular-nouns.tsv").lines().filter_map(|row| row.split_once('\t'))
}

/// The forms of a verb, British and American spellings alike ("travelled" and "traveled", "-ise" beside "-ize"), in a
/// fixed order and without duplicates. A particle after the verb ("step down") stays behind each form.
#[must_use]
pub fn verb_forms(lemma: &str) -> Vec<(String, VerbForm)> {
    let (verb, rest) = lemma.split_once(' ').map_or((lemma, ""), |(verb, rest)| (verb, rest));
    let mut forms = conjugate(verb);
    if let Some(stem) = verb.strip_suffix("ize") {
        forms.extend(conjugate(&format!("{stem}ise")));
    }
    if !rest.is_empty() {
        for (form, _) in &mut forms {
            form.push(' ');
            form.push_str(rest);
        }
    }
    forms
}

/// The forms of a verb of one word in its own spelling, in a fixed order; a form can come twice, as past and participle.
#[must_use]
pub fn conjugate(verb: &str) -> Vec<(String, VerbForm)> {
    let mut forms = vec![(verb.to_owned(), VerbForm::Base), (with_s(verb), VerbForm::Third)];
    let stems = stems(verb);
    match verb.strip_suffix("ie") {
        Some(root) => forms.push((format!("{root}ying"), VerbForm::Gerund)),
        None => forms.extend(stems.iter().map(|stem| (format!("{stem}ing"), VerbForm::Gerund))),
    }
    if let Some((past, participle)) = IRREGULAR.get(verb) {
        forms.extend(past.split(' ').map(|form| (form.to_owned(), VerbForm::Past)));
        forms.extend(participle.split(' ').map(|form| (form.to_owned(), VerbForm::Participle)));
        return forms;
    }
    let pasts = stems.iter().map(|stem| match verb.strip_suffix('y') {
        Some(root) if !root.ends_with(is_vowel) => format!("{root}ied"),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{stem}ed"),
    });
    let pasts: Vec<String> = pasts.collect();
    for form in [VerbForm::Past, VerbForm::Participle] {
        forms.extend(pasts.iter().map(|past| (past.clone(), form)));
    }
    forms
}

/// What "-ing" and "-ed" are added to: one stem, or two where spelling varies.
fn stems(verb: &str) -> Vec<String> {
    if verb.ends_with("ee") || verb.ends_with("oe") || verb.ends_with("ye") || verb == "be" {
        return vec![verb.to_owned()];
    }
    if let Some(root) = verb.strip_suffix('e') {
        return vec![root.to_owned()];
    }
    let doubled = || verb.chars().chain(verb.chars().last()).collect::<String>();
    if DOUBLING.contains(verb) && ends_doubling(verb) {
        return if verb.ends_with('l') { vec![doubled(), verb.to_owned()] } else { vec![doubled()] };
    }
    if verb.chars().filter(|c| is_vowel(*c)).count() == 1 && ends_doubling(verb) {
        return vec![doubled()];
    }
    vec![verb.to_owned()]
}

/// Whether a verb ends in one vowel and one consonant that can double.
fn ends_doubling(verb: &str) -> bool {
    let mut tail = verb.chars().rev();
    let (last, vowel, before) = (tail.next(), tail.next(), tail.next());
    last.is_some_and(|c| !is_vowel(c) && !"wxyhk".contains(c))
        && vowel.is_some_and(is_vowel)
        && before.is_none_or(|c| !is_vowel(c) || verb.starts_with("qu") || verb.contains("qui"))
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

/// The plural of a noun; of a phrase, the plural of its last word.
#[must_use]
pub fn plural_of(noun: &str) -> String {
    let (head, last) = noun.rsplit_once(' ').map_or(("", noun), |(head, last)| (head, last));
    let plural = IRREGULAR_PLURALS.get(last).map_or_else(|| with_s(last), |&plural| plural.to_owned());
    if head.is_empty() { plural } else { format!("{head} {plural}") }
}

/// "-s" with its spelling: of a noun's plural and of a verb's third person alike.
fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        _ if matches!(word, "have") => "has".to_owned(),
        _ if matches!(word, "be") => "is".to_owned(),
        Some(root) if !root.ends_with(is_vowel) => format!("{root}ies"),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        _ if matches!(word, "go" | "do" | "undergo" | "veto" | "hero" | "echo" | "embargo") => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_take_the_forms_of_the_dictionary() {
        let cases = [
            ("attack", "attack attacks attacking attacked attacked"),
            ("accuse", "accuse accuses accusing accused accused"),
            ("deny", "deny denies denying denied denied"),
            ("deploy", "deploy deploys deploying deployed deployed"),
            ("stab", "stab stabs stabbing stabbed stabbed"),
            ("visit", "visit visits visiting visited visited"),
            ("raid", "raid raids raiding raided raided"),
            ("acquit", "acquit acquits acquitting acquitted acquitted"),
            ("agree", "agree agrees agreeing agreed agreed"),
            ("die", "die dies dying died died"),
            ("quit", "quit quits quitting quit quitted quit quitted"),
            ("flee", "flee flees fleeing fled fled"),
            ("strike", "strike strikes striking struck struck stricken"),
            ("travel", "travel travels travelling traveling travelled traveled travelled traveled"),
            ("veto", "veto vetoes vetoing vetoed vetoed"),
            ("step down", "step down steps down stepping down stepped down stepped down"),
        ];
        for (lemma, expected) in cases {
            let forms: Vec<String> = verb_forms(lemma).into_iter().map(|(form, _)| form).collect();
            assert_eq!(forms.join(" "), expected);
        }
    }

    #[test]
    fn both_spellings_of_ize_are_generated() {
        assert!(verb_forms("criticize").contains(&("criticised".to_owned(), VerbForm::Past)));
    }

    #[test]
    fn nouns_take_the_plural_of_the_dictionary() {
        for (noun, plural) in
            [("attack", "attacks"), ("inquiry", "inquiries"), ("crash", "crashes"), ("peace deal", "peace deals")]
        {
            assert_eq!(plural_of(noun), plural);
        }
    }
}
