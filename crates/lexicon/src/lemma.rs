//! Dictionary forms: inflection read backwards.
//!
//! A form of a listed verb has that verb as its lemma. The form of any other word is cut back by the rules of spelling,
//! so that every word has a lemma; where spelling leaves two ("hoping"), the ending of the stem decides.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use crate::{
    inflection::{VerbForm, irregular_plurals, irregular_verbs, verb_forms},
    reporting, trigger,
};

/// Every form of every listed verb. Irregular pasts come first: "saw" is rather the past of "see" than the verb "saw".
static VERBS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for verb in irregular_verbs() {
        for (form, kind) in verb_forms(verb) {
            if matches!(kind, VerbForm::Past | VerbForm::Participle) {
                table.entry(form).or_insert(verb);
            }
        }
    }
    let common = include_str!("../data/verbs.tsv").lines();
    let heads = reporting::verbs().chain(trigger::verbs()).filter_map(|verb| verb.split(' ').next());
    for verb in irregular_verbs().chain(common).chain(heads) {
        for (form, _) in verb_forms(verb) {
            table.entry(form).or_insert(verb);
        }
    }
    table
});

static SINGULARS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| irregular_plurals().map(|(singular, plural)| (plural, singular)).collect());

/// The dictionary form of a verb, of a form in lower case: "said", "denies", "planning".
#[must_use]
pub fn verb_lemma(form: &str) -> Cow<'_, str> {
    match VERBS.get(form) {
        Some(&verb) => Cow::Borrowed(verb),
        None => regular_verb(form),
    }
}

/// The dictionary form of an auxiliary or copula, of a form in lower case: "was", "wo" of "won't". The forms "'s" and
/// "'d" are read as "be" and "would", which they stand for most.
#[must_use]
pub fn auxiliary_lemma(form: &str) -> Cow<'_, str> {
    Cow::Borrowed(match form {
        "am" | "are" | "is" | "'m" | "'re" | "'s" | "ai" => "be",
        "'ve" => "have",
        "'ll" | "wo" => "will",
        "'d" => "would",
        "ca" => "can",
        "sha" => "shall",
        "got" | "getting" | "gets" => "get",
        "can" | "could" | "may" | "might" | "must" | "shall" | "should" | "will" | "would" => form,
        _ => return verb_lemma(form),
    })
}

/// The singular of a noun, of a form in lower case: "talks", "women", "crises". A singular is its own.
#[must_use]
pub fn noun_lemma(form: &str) -> Cow<'_, str> {
    if let Some(&singular) = SINGULARS.get(form) {
        return Cow::Borrowed(singular);
    }
    if let Some(stem) = form.strip_suffix("men").filter(|stem| stem.len() > 2) {
        return Cow::Owned(format!("{stem}man"));
    }
    match form.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']) && !IN_S.contains(&form) => without_s(form),
        _ => Cow::Borrowed(form),
    }
}

#[rustfmt::skip]
/// Singulars that end like a plural, beside those in "-ss", "-us" and "-is".
const IN_S: &[&str] = &[
    "athletics", "atlas", "bias", "canvas", "corps", "economics", "electronics", "gas", "gymnastics", "lens",
    "mathematics", "news", "physics", "politics",
];

#[rustfmt::skip]
/// Ends of forms whose "-es" goes, and of those among them whose "e" stays: "viruses", but "houses".
const HISSING: (&[&str], &[&str]) = (
    &["sses", "shes", "ches", "xes", "zzes", "tzes", "uses", "oes"],
    &["ouses", "auses", "abuses", "ccuses", "xcuses", "fuses", "muses", "shoes", "aches", "axes"],
);

/// Forms in "-ies" of words in "-ie".
const IN_IE: &[&str] = &["calories", "cookies", "movies", "prairies", "rookies", "selfies"];

/// A form without the "-s" of a plural or a third person.
fn without_s(form: &str) -> Cow<'_, str> {
    let y = form.strip_suffix("ies").filter(|stem| stem.len() > 1 && !IN_IE.contains(&form));
    if let Some(stem) = y {
        return Cow::Owned(format!("{stem}y"));
    }
    let hissing = ends(form, HISSING.0) && !ends(form, HISSING.1) && form != "uses" || form == "taxes";
    Cow::Borrowed(form.strip_suffix(if hissing { "es" } else { "s" }).unwrap_or(form))
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

fn regular_verb(form: &str) -> Cow<'_, str> {
    if let Some(stem) = form.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return Cow::Owned(format!("{stem}y"));
    }
    let stem = ["ing", "ed"].iter().find_map(|ending| form.strip_suffix(ending));
    if let Some(stem) = stem.filter(|stem| stem.chars().any(is_vowel)) {
        return of_stem(stem);
    }
    match form.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with('s') => without_s(form),
        _ => Cow::Borrowed(form),
    }
}

/// The verb to whose stem "-ing" or "-ed" was added.
fn of_stem(stem: &str) -> Cow<'_, str> {
    let mut tail = stem.chars().rev();
    let (last, before) = (tail.next(), tail.next());
    let labelled = stem.strip_suffix("ell").is_some_and(|start| start.contains(is_vowel));
    if labelled || last == before && last.is_some_and(|c| "bdgmnprt".contains(c)) {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    let silent = ends(stem, SILENT_E.0) && !ends(stem, SILENT_E.1);
    if silent { Cow::Owned(format!("{stem}e")) } else { Cow::Borrowed(stem) }
}

#[rustfmt::skip]
/// Ends of stems that lost an "e", and of those among them that did not.
const SILENT_E: (&[&str], &[&str]) = (
    &["c", "v", "u", "z", "ng", "rg", "dg", "eg", "ag", "ig", "at", "ut", "id", "ud", "od", "is", "us", "as", "os",
      "ns", "rs", "ps", "ls", "ir", "ur", "ar", "in", "un", "il", "ul", "bl", "tl", "pl", "cl", "dl", "gl", "fl", "kl",
      "im", "um", "ib", "ak", "ik", "ok", "ap", "ip", "op", "or"],
    &["tz", "zz", "ing", "ong", "oat", "eat", "out", "aid", "oid", "aud", "ood", "ain", "ein", "oin", "oun", "ruin",
      "ail", "eil", "oil", "aul", "aim", "eak", "oak", "ook", "eap", "oop", "oor", "our", "air", "oar", "ear",
      "elop", "llop", "itor", "vor", "bor", "nsor", "hor", "focus"],
);

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_verbs_are_found_by_any_form() {
        for (form, lemma) in [
            ("said", "say"),
            ("denies", "deny"),
            ("planning", "plan"),
            ("were", "be"),
            ("has", "have"),
            ("saw", "see"),
            ("found", "find"),
            ("announced", "announce"),
            ("stated", "state"),
            ("hoped", "hope"),
            ("struck", "strike"),
            ("travelled", "travel"),
            ("dying", "die"),
            ("agreed", "agree"),
            ("told", "tell"),
            ("criticised", "criticize"),
        ] {
            assert_eq!(verb_lemma(form), lemma);
        }
    }

    #[test]
    fn other_verbs_are_cut_back_by_spelling() {
        for (form, lemma) in [
            ("jogging", "jog"),
            ("yodelled", "yodel"),
            ("baking", "bake"),
            ("tidied", "tidy"),
            ("waltzes", "waltz"),
            ("crunches", "crunch"),
            ("mumbled", "mumble"),
            ("sneezing", "sneeze"),
            ("mow", "mow"),
            ("knitting", "knit"),
            ("enclosed", "enclose"),
            ("gleaned", "glean"),
            ("sing", "sing"),
            ("red", "red"),
        ] {
            assert_eq!(regular_verb(form), lemma);
        }
    }

    #[test]
    fn auxiliaries_have_their_short_forms() {
        for (form, lemma) in [("'re", "be"), ("wo", "will"), ("ca", "can"), ("did", "do"), ("might", "might")] {
            assert_eq!(auxiliary_lemma(form), lemma);
        }
    }

    #[test]
    fn plurals_become_singulars() {
        for (form, lemma) in [
            ("talks", "talk"),
            ("inquiries", "inquiry"),
            ("crashes", "crash"),
            ("women", "woman"),
            ("crises", "crisis"),
            ("houses", "house"),
            ("viruses", "virus"),
            ("heroes", "hero"),
            ("shoes", "shoe"),
            ("boss", "boss"),
            ("virus", "virus"),
            ("crisis", "crisis"),
            ("firemen", "fireman"),
            ("men", "man"),
            ("people", "person"),
            ("cases", "case"),
            ("prizes", "prize"),
            ("taxes", "tax"),
            ("tomatoes", "tomato"),
            ("gas", "gas"),
            ("uses", "use"),
            ("movies", "movie"),
            ("knives", "knife"),
        ] {
            assert_eq!(noun_lemma(form), lemma);
        }
    }
}
