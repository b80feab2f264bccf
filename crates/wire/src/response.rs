//! What callers get.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    request::OffsetUnit,
    terms::{
        Act, EntityType, EventTypeId, FactualityValue, FieldName, MentionForm, Polarity, QuoteType, Resolution,
        SourceKind, TimeType, WarningCode,
    },
};

/// A place in a field: a number in the unit asked for or, with `offset_unit: all`, an object with all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Offset {
    /// In the unit asked for.
    One(u32),
    /// In every unit.
    All {
        /// Unicode code points.
        code_point: u32,
        /// UTF-16 code units.
        utf16: u32,
        /// UTF-8 bytes.
        utf8: u32,
    },
}

/// A half-open stretch of a field, and exactly that slice of what the caller sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TextSpan<'a> {
    /// The field.
    pub field: FieldName,
    /// First position inside, counted from the field's start.
    pub start: Offset,
    /// First position after.
    pub end: Offset,
    /// The slice.
    pub text: &'a str,
}

/// The rule that decided on a finding, and what it saw beside the finding's own span.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Evidence<'a> {
    /// Stable name, in kebab case.
    pub rule: &'static str,
    /// What the rule saw.
    pub spans: Vec<TextSpan<'a>>,
}

/// What was found in one article. A list is absent when `options.include` leaves it out; an article in which nothing
/// is found has empty lists.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ExtractResponse<'a> {
    /// The caller's name for the article.
    #[schema(required = true)]
    pub id: Option<String>,
    /// The language that the article was read as.
    #[schema(examples("en"))]
    pub language: &'static str,
    /// The unit of all offsets.
    pub offset_unit: OffsetUnit,
    /// Who and what is named, in the order of first mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub entities: Option<Vec<Entity<'a>>>,
    /// Who said what, in text order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub quotes: Option<Vec<Quote<'a>>>,
    /// Who is heard in these quotes, and how much; together with `quotes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub source_audit: Option<SourceAudit<'a>>,
    /// What happened, in text order of the triggers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub events: Option<Vec<Event<'a>>>,
    /// When, in text order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub times: Option<Vec<Time<'a>>>,
    /// What the caller should know about the text.
    pub warnings: Vec<Warning<'a>>,
    /// What answered, and on what text.
    pub meta: Meta<'a>,
}

/// A person, place, organisation or other thing that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Entity<'a> {
    /// Names the entity in this answer; the same whatever the options are.
    #[schema(examples("e1"))]
    pub id: String,
    /// What it is.
    pub r#type: EntityType,
    /// The fullest name in the text.
    pub name: &'a str,
    /// Probability that type and name are right.
    pub confidence: f64,
    /// How much the article is about it, from 0 to 1.
    pub salience: f64,
    /// Titles and affiliations stated in the text, in text order.
    pub roles: Vec<Role<'a>>,
    /// Every mention, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// A title or position stated of a person.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Role<'a> {
    /// The title.
    #[schema(examples("President"))]
    pub title: &'a str,
    /// Of what, where the text says so.
    #[schema(required = true)]
    pub affiliation: Option<Affiliation<'a>>,
    /// The whole phrase.
    pub span: TextSpan<'a>,
}

/// What a role belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Affiliation<'a> {
    /// As the text names it.
    pub name: &'a str,
    /// The entity, where it is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Mention<'a> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// How it refers.
    pub form: MentionForm,
    /// Probability that it refers to this entity.
    pub confidence: f64,
    /// What decided, with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// One attribution.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Quote<'a> {
    /// Names the quote in this answer; the same whatever the options are.
    #[schema(examples("q1"))]
    pub id: String,
    /// How much of the content stands in quotation marks.
    pub r#type: QuoteType,
    /// What the source did.
    pub act: Act,
    /// What was said, in text order, without quotation marks and reporting clause.
    pub content: Vec<TextSpan<'a>>,
    /// The words that report it.
    #[schema(required = true)]
    pub cue: Option<Cue<'a>>,
    /// The phrase beside the cue that names who said it.
    #[schema(required = true)]
    pub source: Option<TextSpan<'a>>,
    /// Who said it; null when nobody can be named.
    #[schema(required = true)]
    pub speaker: Option<Speaker<'a>>,
    /// Probability that this is an attribution with this content.
    pub confidence: f64,
    /// What decided, with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// Who is heard in the quotes of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SourceAudit<'a> {
    /// Distinct sources.
    #[schema(examples(3))]
    pub distinct: usize,
    /// Those with a name.
    #[schema(examples(1))]
    pub named: usize,
    /// People without a name: "a senior official".
    #[schema(examples(1))]
    pub anonymous: usize,
    /// Several people, bodies or documents without a name: "residents".
    #[schema(examples(1))]
    pub collective: usize,
    /// Quotes.
    pub quotes: usize,
    /// Quotes of which nobody knows who said them.
    pub quotes_without_speaker: usize,
    /// Words in quotation marks; those of a quote inside another one count once, for the outer one.
    pub quoted_words: u32,
    /// Those of quotes without a speaker.
    pub quoted_words_without_speaker: u32,
    /// The sources, in the order of their first quote.
    pub sources: Vec<AuditedSource<'a>>,
}

/// One source and what it said.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AuditedSource<'a> {
    /// The name, or the first description.
    pub name: &'a str,
    /// The entity, where the source is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// How it is identified.
    pub kind: SourceKind,
    /// Its quotes.
    pub quotes: usize,
    /// Its words in quotation marks.
    pub quoted_words: u32,
    /// Its share of all words in quotation marks, from 0 to 1; 0 where there are none.
    pub quoted_words_share: f64,
}

/// The reporting expression.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Cue<'a> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// Its dictionary form.
    #[schema(examples("say"))]
    pub lemma: &'a str,
    /// Whether the reporting itself is affirmed.
    pub polarity: Polarity,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Speaker<'a> {
    /// The name, or the description where there is no name.
    pub name: &'a str,
    /// The entity, where the speaker is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// The entity's first title in the text.
    #[schema(required = true)]
    pub title: Option<&'a str>,
    /// What that title belongs to.
    #[schema(required = true)]
    pub affiliation: Option<&'a str>,
    /// How the speaker was found.
    pub resolution: Resolution,
    /// From the source as written to the name.
    pub chain: Vec<&'a str>,
    /// Probability that this is the speaker.
    pub confidence: f64,
    /// What decided, with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// One happening.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Event<'a> {
    /// Names the event in this answer; the same whatever the options are.
    #[schema(examples("v1"))]
    pub id: String,
    /// What happened.
    pub r#type: EventTypeId,
    /// How much the article is about it: half for its place, most of all in the headline, and the rest for who takes part, how
    /// often it is told, and whether it happened.
    #[schema(examples(0.87), minimum = 0, maximum = 1)]
    pub salience: f64,
    /// The word that names it best.
    pub trigger: TextSpan<'a>,
    /// Every trigger that reports it, in text order.
    pub mentions: Vec<TextSpan<'a>>,
    /// Who and what took part.
    pub arguments: Vec<Argument<'a>>,
    /// When.
    #[schema(required = true)]
    pub time: Option<EventTime<'a>>,
    /// Where.
    #[schema(required = true)]
    pub place: Option<Place<'a>>,
    /// Whether it happened.
    pub factuality: Factuality<'a>,
    /// Who says so.
    pub asserted_by: AssertedBy,
    /// Probability that trigger and type are right.
    pub confidence: f64,
    /// What decided, with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// A participant.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Argument<'a> {
    /// One of the event type's roles.
    #[schema(examples("participant"))]
    pub role: &'static str,
    /// The phrase that fills it.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// The entity, where the phrase mentions one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// Probability that it fills this role.
    pub confidence: f64,
}

/// When an event took place.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EventTime<'a> {
    /// The time expression.
    #[schema(examples("t1"))]
    pub time_id: String,
    /// Its text.
    pub text: &'a str,
    /// Its value.
    #[schema(required = true)]
    pub value: Option<&'a str>,
}

/// Where an event took place.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Place<'a> {
    /// The phrase.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// The entity, where the phrase mentions one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
}

/// Whether an event happened, and the words that tell.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Factuality<'a> {
    /// The judgement.
    pub value: FactualityValue,
    /// "not", "will", "if" and so on; none for a plain assertion.
    pub cues: Vec<TextSpan<'a>>,
}

/// Who asserts an event.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AssertedBy {
    /// The article.
    Author,
    /// The speaker of the quote in which the trigger stands.
    Speaker {
        /// That quote; null when the options leave it out.
        #[schema(required = true)]
        quote_id: Option<String>,
        /// Its speaker, where that is an entity.
        #[schema(required = true)]
        entity_id: Option<String>,
    },
}

/// One time expression, as TIMEX3.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Time<'a> {
    /// Names the time in this answer; the same whatever the options are.
    #[schema(examples("t1"))]
    pub id: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// What it denotes.
    pub r#type: TimeType,
    /// TIMEX3 `value`; null where nothing anchors it.
    #[schema(required = true, examples("2025-08-24", "2025-W34", "P2Y", "PRESENT_REF"))]
    pub value: Option<&'a str>,
    /// TIMEX3 `mod`, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples("APPROX"))]
    pub r#mod: Option<&'static str>,
    /// TIMEX3 `quant` of a set, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples("EVERY"))]
    pub quant: Option<&'a str>,
    /// TIMEX3 `freq` of a set, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples("2X"))]
    pub freq: Option<&'a str>,
    /// Offset from UTC, in minutes, of the zone that a time of day names, where it names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples(-300))]
    pub zone_minutes: Option<i16>,
    /// Probability that span and value are right.
    pub confidence: f64,
    /// What decided, with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// Something about the text that the caller should know.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Warning<'a> {
    /// What it is.
    pub code: WarningCode,
    /// The same in words; for page furniture, its kind too.
    #[schema(examples("page furniture (comments), left out of extraction"))]
    pub detail: String,
    /// Where it stands.
    pub span: TextSpan<'a>,
}

/// What answered, and on what text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Meta<'a> {
    /// The service and its version.
    #[schema(examples("dateline/0.1.0"))]
    pub service: &'static str,
    /// The model and its version.
    #[schema(examples("en-news/1.0.0"))]
    pub model: &'a str,
    /// SHA-256, in hexadecimal, of title, abstract and body in UTF-8: those that are not empty, with a blank line (two
    /// line feeds) between them.
    pub text_sha256: String,
}
