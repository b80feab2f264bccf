//! What the service answers, as its JSON says it: the fields that measures and cases look at.

use serde::Deserialize;

/// A half-open stretch of a field, in the unit asked for; measures ask for code points.
pub type Range = (usize, usize);

/// Whether two stretches share a character.
pub(crate) fn overlaps(a: Range, b: Range) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// An answer. Lists that were not asked for are empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What happened.
    pub events: Vec<Event>,
    /// When.
    pub times: Vec<Time>,
    /// What is odd about the text.
    pub warnings: Vec<Warning>,
}

impl Answer {
    /// Every span of the lists.
    pub(crate) fn spans(&self) -> impl Iterator<Item = &Span> {
        let mentions = self.entities.iter().flat_map(|entity| &entity.mentions).map(|mention| &mention.span);
        let quotes = self
            .quotes
            .iter()
            .flat_map(|quote| quote.content.iter().chain(quote.cue.iter().map(|cue| &cue.span)).chain(&quote.source));
        let events = self.events.iter().flat_map(|event| {
            let arguments = event.arguments.iter().map(|argument| &argument.span);
            std::iter::once(&event.trigger).chain(&event.mentions).chain(arguments)
        });
        mentions.chain(quotes).chain(events).chain(self.times.iter().map(|time| &time.span))
    }
}

/// A place in a field and its text.
#[derive(Clone, Debug, Deserialize)]
pub struct Span {
    /// `title`, `abstract` or `body`.
    pub field: String,
    /// First position inside.
    pub start: usize,
    /// First position behind.
    pub end: usize,
    /// The text there.
    pub text: String,
}

impl Span {
    /// Where it is in its field.
    #[must_use]
    pub fn range(&self) -> Range {
        (self.start, self.end)
    }

    /// Whether its text is what its field has there.
    pub(crate) fn is_of(&self, field: &[char]) -> bool {
        field.get(self.start..self.end).is_some_and(|slice| self.text.chars().eq(slice.iter().copied()))
    }

    /// Whether it is in the body, where annotations of corpora are.
    #[must_use]
    pub fn is_in_body(&self) -> bool {
        self.field == "body"
    }
}

/// An entity.
#[derive(Clone, Debug, Deserialize)]
pub struct Entity {
    /// Its id in this answer.
    pub id: String,
    /// Its type.
    pub r#type: String,
    /// Its name.
    pub name: String,
    /// Titles and affiliations.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Ids in knowledge bases, by scheme.
    #[serde(default)]
    pub ids: std::collections::BTreeMap<String, String>,
    /// Its mentions.
    pub mentions: Vec<Mention>,
}

/// A title.
#[derive(Clone, Debug, Deserialize)]
pub struct Role {
    /// The title.
    pub title: Option<String>,
    /// What it belongs to.
    pub affiliation: Option<Affiliation>,
}

/// What a title belongs to.
#[derive(Clone, Debug, Deserialize)]
pub struct Affiliation {
    /// Its name.
    pub name: Option<String>,
}

/// A mention of an entity.
#[derive(Clone, Debug, Deserialize)]
pub struct Mention {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// `name`, `nominal` or `pronoun`.
    pub form: String,
    /// What found it, where that was asked for.
    pub evidence: Option<Evidence>,
}

/// What found something; only with `options.evidence`.
#[derive(Clone, Debug, Deserialize)]
pub struct Evidence {
    /// The name of the rule.
    pub rule: String,
}

impl Mention {
    /// Whether it is a name.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.form == "name"
    }
}

/// A quote.
#[derive(Clone, Debug, Deserialize)]
pub struct Quote {
    /// Its id in this answer.
    pub id: String,
    /// `direct`, `mixed` or `indirect`.
    pub r#type: String,
    /// What was said.
    pub content: Vec<Span>,
    /// The words that report it.
    pub cue: Option<Cue>,
    /// The phrase that says who said it.
    pub source: Option<Span>,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// What found it, where that was asked for.
    pub evidence: Option<Evidence>,
}

/// A reporting expression.
#[derive(Clone, Debug, Deserialize)]
pub struct Cue {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// `affirmed` or `negated`.
    pub polarity: Option<String>,
}

/// The speaker of a quote.
#[derive(Clone, Debug, Deserialize)]
pub struct Speaker {
    /// The name or description.
    pub name: String,
    /// The entity, where it is one.
    pub entity_id: Option<String>,
    /// How the speaker was found.
    pub resolution: String,
}

/// An event.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Its type.
    pub r#type: String,
    /// The word that names it best.
    pub trigger: Span,
    /// All words that name it.
    #[serde(default)]
    pub mentions: Vec<Span>,
    /// Who and what took part.
    #[serde(default)]
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<EventTime>,
    /// Where.
    pub place: Option<Place>,
    /// Whether it happened.
    pub factuality: Factuality,
    /// Who says so.
    pub asserted_by: AssertedBy,
    /// What found it, where that was asked for.
    pub evidence: Option<Evidence>,
}

/// A participant.
#[derive(Clone, Debug, Deserialize)]
pub struct Argument {
    /// Its role.
    pub role: String,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The entity, where it is one.
    pub entity_id: Option<String>,
}

/// The time of an event.
#[derive(Clone, Debug, Deserialize)]
pub struct EventTime {
    /// TIMEX3 value.
    pub value: Option<String>,
}

/// The place of an event.
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    /// The phrase.
    pub text: String,
    /// The entity, where it is one.
    pub entity_id: Option<String>,
}

/// Whether an event happened.
#[derive(Clone, Debug, Deserialize)]
pub struct Factuality {
    /// `actual`, `negated`, `planned`, `hypothetical` or `generic`.
    pub value: String,
}

/// Who asserts an event.
#[derive(Clone, Debug, Deserialize)]
pub struct AssertedBy {
    /// `author` or `speaker`.
    pub kind: String,
    /// The quote.
    pub quote_id: Option<String>,
    /// Its speaker, where that is an entity.
    pub entity_id: Option<String>,
}

/// A time expression.
#[derive(Clone, Debug, Deserialize)]
pub struct Time {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// `date`, `time`, `duration` or `set`.
    pub r#type: String,
    /// TIMEX3 value.
    pub value: Option<String>,
}

/// A warning.
#[derive(Clone, Debug, Deserialize)]
pub struct Warning {
    /// Its code.
    pub code: String,
}
