//! Words as the rules for quotes ask for them.

use dateline_lexicon::{Class, classes, is};

/// Whether a word begins a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    classes(word).any(&[Class::Article, Class::Determiner, Class::Postdeterminer, Class::Possessive])
}

/// Whether a word is a possessive pronoun before a noun.
pub(super) fn is_possessive(word: &str) -> bool {
    is(word, Class::Possessive)
}

/// Whether a word can be the subject of a reporting clause by itself.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    is(word, Class::SubjectPronoun)
}

/// Whether a word is a personal pronoun in the subject's form.
pub(super) fn is_personal_pronoun(word: &str) -> bool {
    matches!(word, "i" | "you" | "he" | "she" | "it" | "we" | "they")
}

/// Whether a word stands for a subject and an auxiliary.
pub(super) fn subject_contraction(word: &str) -> bool {
    is(word, Class::SubjectContraction)
}

/// Whether a word is an auxiliary verb, also negated.
pub(super) fn is_auxiliary(word: &str) -> bool {
    classes(word).any(&[Class::Have, Class::Do, Class::Modal]) || is_be(word) || is_negated_auxiliary(word)
}

/// Whether a word is a form of "be", or of "get" where it makes a passive.
pub(super) fn is_be(word: &str) -> bool {
    classes(word).any(&[Class::Be, Class::PassiveGet])
}

/// Whether a word is an adverb that can stand in a verb group.
pub(super) fn is_adverb(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ly") && !is(word, Class::LyNoun)) || is(word, Class::Adverb)
}

/// Whether a word begins a subordinate clause.
pub(super) fn is_subordinator(word: &str) -> bool {
    classes(word).any(&[Class::Subordinator, Class::ConjunctivePreposition, Class::Relative])
}

/// Whether a word joins.
pub(super) fn is_conjunction(word: &str) -> bool {
    is(word, Class::Coordinator)
}

/// Whether a word is a preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    classes(word).any(&[Class::Preposition, Class::To])
}

/// Whether a preposition can continue a noun phrase.
pub(super) fn joins_noun_phrase(word: &str) -> bool {
    is(word, Class::NounPreposition)
}

/// Whether a word names a time.
pub(super) fn is_time(word: &str) -> bool {
    is(word.trim_end_matches('.'), Class::TimeWord)
}

/// Whether a word begins a reported question.
pub(super) fn is_question(word: &str) -> bool {
    classes(word).any(&[Class::Question, Class::Relative])
}

/// Whether a word is a common finite verb that is no cue.
pub(super) fn is_plain_verb(word: &str) -> bool {
    is(word, Class::PlainVerb) || is_auxiliary(word)
}

/// Whether a reporting verb answers somebody.
pub(super) fn is_answer(lemma: &str) -> bool {
    matches!(lemma, "reply" | "answer" | "respond" | "retort")
}

/// Whether a word alone means some of those spoken of.
pub(super) fn is_partitive_pronoun(word: &str) -> bool {
    matches!(word, "one" | "another" | "others" | "some" | "many" | "most" | "few" | "several")
}

/// Whether a noun names a document.
pub(super) fn is_document(word: &str) -> bool {
    is(word, Class::Document)
}

/// Whether a noun means many people, or a body.
pub(super) fn is_collective(word: &str) -> bool {
    is(word, Class::Collective)
}

/// Whether a word is an auxiliary with "not".
pub(super) fn is_negated_auxiliary(word: &str) -> bool {
    word.ends_with("n't") || word == "cannot"
}

/// Whether a word negates a verb group.
pub(super) fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "n't" | "nor") || is_negated_auxiliary(word)
}

/// Whether a noun names an occasion or channel on which things are said.
pub(super) fn is_setting(word: &str) -> bool {
    is(word, Class::Setting)
}

/// Whether a word can begin an adjunct of a reporting verb.
pub(super) fn begins_adjunct(word: &str) -> bool {
    is(word, Class::Adjunct)
}

/// Whether a word joins a sentence to the one before.
pub(super) fn is_connective(word: &str) -> bool {
    is(word, Class::Connective)
}

/// Whether a word begins a clause that can stand before its main clause.
pub(super) fn is_fronting(word: &str) -> bool {
    matches!(word, "while" | "although" | "though" | "when" | "after" | "before" | "because" | "since" | "if" | "as")
}

/// Whether a noun is what any organisation can be called once it is known.
pub(super) fn is_generic_org_noun(word: &str) -> bool {
    let generic =
        ["company", "firm", "group", "organization", "organisation", "agency", "newspaper", "network", "club"];
    generic.contains(&word) || matches!(word, "bank" | "magazine")
}

/// Whether several words are written like the title of a work: each longer one with a capital.
pub(super) fn is_title_case(words: &str) -> bool {
    let mut long = words.split_whitespace().filter(|word| word.len() > 3).peekable();
    let several = words.split_whitespace().count() > 1;
    several && long.peek().is_some() && long.all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a noun behind a name says only what sort of body the name is.
pub(super) fn is_sort_of_body(word: &str) -> bool {
    is_generic_org_noun(word)
        || matches!(word, "party" | "website" | "platform" | "airline" | "brand" | "broadcaster" | "charity")
}

/// Whether a noun names an office.
pub(super) fn is_title(word: &str) -> bool {
    is(word, Class::Office)
}
