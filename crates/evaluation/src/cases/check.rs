//! What a check looks at, as its JSON says it: an object of one key.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

/// One check. Where a text is asked for, a list gives several accepted ones. Capitals count in names and mentions, not
/// elsewhere; a leading article or possessive never counts. A mention, a trigger or the text of a time may end in `#n`: the
/// n-th occurrence of the word in title, abstract and body.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Some entity is so.
    Entity(EntityCheck),
    /// No entity is so.
    NoEntity(EntityCheck),
    /// One entity is mentioned by all these forms.
    SameEntity(Vec<String>),
    /// No entity is mentioned by all these forms.
    DifferentEntities(Vec<String>),
    /// Some quote is so.
    Quote(QuoteCheck),
    /// No quote is so.
    NoQuote(QuoteCheck),
    /// Exactly so many quotes are so.
    QuoteCount {
        /// How many.
        n: usize,
        /// A part of their content.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content: Option<String>,
    },
    /// Some event is so.
    Event(EventCheck),
    /// No event is so.
    NoEvent(EventCheck),
    /// One event has all these triggers.
    SameEvent(Vec<String>),
    /// No event has all these triggers.
    DifferentEvents(Vec<String>),
    /// Some time expression is so.
    Time(TimeCheck),
    /// No time expression is so.
    NoTime(TimeCheck),
    /// The answer warns so.
    Warning {
        /// The warning's code.
        code: String,
    },
    /// The text of every span is that slice of its field.
    Spans {},
}

/// One text, or several accepted ones; null is a text too.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Accepted {
    /// This one.
    One(Option<String>),
    /// Any of these.
    Any(Vec<Option<String>>),
}

impl Accepted {
    /// The texts, none for null.
    pub(super) fn each(&self) -> impl Iterator<Item = Option<&str>> {
        let all = match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Any(texts) => texts,
        };
        all.iter().map(Option::as_deref)
    }

    /// The texts that are not null.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.each().flatten()
    }

    /// Whether null is accepted.
    pub(super) fn takes_null(&self) -> bool {
        self.each().any(|text| text.is_none())
    }
}

/// Tells a field that is null from one that is absent.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Accepted>, D::Error> {
    Accepted::deserialize(deserializer).map(Some)
}

/// What an entity is like; what is absent does not matter.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntityCheck {
    /// Its name, or one of its name mentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Accepted>,
    /// A part of any of its mentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Accepted>,
    /// Mentions that it has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<String>,
    /// A part of one of its titles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Accepted>,
    /// A part of that title's affiliation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// A part of none of its titles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_role: Option<Accepted>,
}

/// What a quote is like.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuoteCheck {
    /// A part of its content, whose segments are joined by spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// All of its content, but for a full stop or comma at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<Accepted>,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Accepted>,
    /// Its speaker's name, or a mention of the speaker; null where nobody is named.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Accepted>,
    /// The polarity of its cue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<String>,
}

/// What an event is like.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventCheck {
    /// Words of one of its mentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Accepted>,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Accepted>,
    /// Whether it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factuality: Option<Accepted>,
    /// How its date begins; null where it has none.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub date: Option<Accepted>,
    /// A word of its place; null where it has none.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub place: Option<Accepted>,
    /// Arguments that it has, by role (`person|defendant`: either): the phrase, or one that holds a whole mention of an
    /// entity mentioned so; null for any.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Accepted>,
    /// Arguments that it does not have.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub no_args: BTreeMap<String, Accepted>,
    /// `author`, or a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asserted_by: Option<String>,
}

/// What a time expression is like.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimeCheck {
    /// A part of its text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Accepted>,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Accepted>,
}

impl Check {
    /// The list of the answer that it looks at.
    #[must_use]
    pub fn list(&self) -> &'static str {
        match self {
            Self::Entity(_) | Self::NoEntity(_) | Self::SameEntity(_) | Self::DifferentEntities(_) => "entities",
            Self::Quote(_) | Self::NoQuote(_) | Self::QuoteCount { .. } => "quotes",
            Self::Event(_) | Self::NoEvent(_) | Self::SameEvent(_) | Self::DifferentEvents(_) => "events",
            Self::Time(_) | Self::NoTime(_) => "times",
            Self::Warning { .. } | Self::Spans {} => "warnings",
        }
    }
}
