//! Conditions on a trigger, as the lexicon's files write them: `test:value,value`, with `!` before it to deny it.

use dateline_lexicon::{TriggerForm, VerbForm};

use super::Topic;

/// A condition: a test, its values, any of which may match, and whether the test must fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) struct Condition {
    /// What is looked at.
    pub(in crate::events) test: Test,
    /// Whether the test must fail.
    pub(in crate::events) denied: bool,
}

/// What a condition looks at. A value is a word, a `@class` of words, or a kind of entity (`person`, `org`, `place`,
/// `group`, `facility`, `name` for any of them).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) enum Test {
    /// `next:` the word after the trigger.
    Next(Vec<&'static str>),
    /// `prev:` the word before it.
    Previous(Vec<&'static str>),
    /// `near:` a word of the same sentence, at most 25 words away.
    Near(Vec<&'static str>),
    /// `topic:` the article speaks of this.
    Topic(Topic),
    /// `main:` the article speaks of this more than of anything else.
    MainTopic(Topic),
    /// `subj:` the logical subject's head.
    Subject(Vec<&'static str>),
    /// `obj:` the logical object's head; `any`: there is an object.
    Object(Vec<&'static str>),
    /// `prep:` a phrase with this preposition depends on the trigger.
    Preposition(Vec<&'static str>),
    /// `mod:` a word inside the noun phrase before the trigger.
    Modifier(Vec<&'static str>),
    /// `poss:any` the noun has a possessor.
    Possessed,
    /// `head:yes` the noun is the head of its phrase.
    Head,
    /// `infinitive:yes` an infinitive follows.
    Infinitive,
    /// `name:yes` the trigger stands beside a name within its phrase.
    Named,
    /// `form:` the trigger's form.
    Form(Vec<&'static str>),
}

impl Condition {
    /// Reads one condition.
    ///
    /// # Panics
    /// If it is not written as described; a test reads every file.
    pub(super) fn parse(text: &'static str) -> Self {
        let (denied, text) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
        let (name, values) = text.split_once(':').unwrap_or((text, ""));
        let list = || values.split(',').collect::<Vec<_>>();
        let topic = || Topic::named(values).unwrap_or_else(|| panic!("no topic {values:?}"));
        let test = match name {
            "next" => Test::Next(list()),
            "prev" => Test::Previous(list()),
            "near" => Test::Near(list()),
            "topic" => Test::Topic(topic()),
            "main" => Test::MainTopic(topic()),
            "subj" => Test::Subject(list()),
            "obj" => Test::Object(list()),
            "prep" => Test::Preposition(list()),
            "mod" => Test::Modifier(list()),
            "poss" => Test::Possessed,
            "head" => Test::Head,
            "infinitive" => Test::Infinitive,
            "name" => Test::Named,
            "form" => Test::Form(list()),
            other => panic!("no condition {other:?}"),
        };
        Self { test, denied }
    }
}

/// The name by which `form:` speaks of a form.
pub(in crate::events) fn form_name(form: TriggerForm) -> &'static str {
    match form {
        TriggerForm::Verb(VerbForm::Base) => "base",
        TriggerForm::Verb(VerbForm::Third) => "third",
        TriggerForm::Verb(VerbForm::Past) => "past",
        TriggerForm::Verb(VerbForm::Participle) => "participle",
        TriggerForm::Verb(VerbForm::Gerund) => "gerund",
        TriggerForm::Singular => "noun",
        TriggerForm::Plural => "plural",
        TriggerForm::Fixed => "fixed",
    }
}
