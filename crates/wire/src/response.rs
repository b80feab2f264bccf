//! What callers get.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    options::{Layer, OffsetUnit},
    terms::{
        Act, EntityType, EventTypeId, FactualityValue, FieldName, MentionForm, NilReason, Polarity, QuoteType,
        Resolution, SourceKind, StatedIn, TimeType, WarningCode, described,
    },
};

/// A span in all three units, each as first position and first position after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct UnitOffsets {
    /// In Unicode code points, as Python counts.
    #[schema(min_items = 2, max_items = 2)]
    pub code_point: [u32; 2],
    /// In UTF-16 code units, as JavaScript and Java count.
    #[schema(min_items = 2, max_items = 2)]
    pub utf16: [u32; 2],
    /// In UTF-8 bytes, as Rust and Go count.
    #[schema(min_items = 2, max_items = 2)]
    pub utf8: [u32; 2],
}

/// A half-open stretch of a field, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TextSpan<'a> {
    /// The field of the request that holds the text.
    pub field: FieldName,
    /// First position of the span, from the start of the field; in code points where all units are asked for.
    pub start: u32,
    /// First position after the span.
    pub end: u32,
    /// Of plain text exactly this slice of the field; of HTML the text of the slice, with character references decoded
    /// and a line feed for `<br>` and for the border of a block.
    #[schema(value_type = String)]
    pub text: Cow<'a, str>,
    /// The runs of text in the span, each as first position and first position after; only where it crosses a tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub ranges: Option<Vec<[u32; 2]>>,
    /// The span in every unit, with `offset_unit: all`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub offsets: Option<UnitOffsets>,
}

/// The rule that decided on a finding, and what it saw beside the finding's own span.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Evidence<'a> {
    /// Stable name, in kebab case.
    pub rule: &'static str,
    /// What the rule saw.
    pub spans: Vec<TextSpan<'a>>,
}

/// What was found in one article. Every list is present: empty where nothing was found, or where `options.include`
/// leaves it out.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ExtractResponse<'a> {
    /// The caller's own id of the article.
    #[schema(required = true)]
    pub id: Option<String>,
    /// The language that the article was read as.
    #[schema(examples("en"))]
    pub language: &'static str,
    /// The unit of all offsets.
    pub offset_unit: OffsetUnit,
    /// The lists that were asked for.
    pub include: Vec<Layer>,
    /// Who and what is named, in the order of first mention.
    pub entities: Vec<Entity<'a>>,
    /// Who said what, in text order.
    pub quotes: Vec<Quote<'a>>,
    /// What happened, in text order of the triggers.
    pub events: Vec<Event<'a>>,
    /// Time expressions, in text order.
    pub times: Vec<Time<'a>>,
    /// Who is quoted, and how much; null where `include` leaves quotes out.
    #[schema(required = true)]
    pub source_audit: Option<SourceAudit<'a>>,
    /// What the caller should know about the text; capped per kind.
    pub warnings: Vec<Warning<'a>>,
    /// The service, model and knowledge bases that answered, and the hash of the text.
    pub meta: Meta<'a>,
}

/// A person, place, organisation or other thing that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Entity<'a> {
    /// Id of the entity in this answer; it does not depend on the options.
    #[schema(examples("e1"))]
    pub id: String,
    /// What the entity is.
    pub r#type: EntityType,
    /// The fullest name in the text.
    pub name: &'a str,
    /// Probability that type and name are right.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// Prominence in the article. Half of it is position; the headline counts most.
    #[schema(minimum = 0, maximum = 1)]
    pub salience: f64,
    /// Ids by scheme: `wikidata`; `known` for entities that the request listed; the name of each base of `--kb`.
    pub ids: BTreeMap<&'a str, Cow<'a, str>>,
    /// The entity of the first base that knows it; null where none does, and with `link: off`.
    #[schema(required = true)]
    pub link: Option<Link<'a>>,
    /// Why there is no id; null where there is one, and with `link: off`.
    #[schema(required = true)]
    pub nil_reason: Option<NilReason>,
    /// Titles and affiliations stated in the text, in text order.
    pub roles: Vec<Role<'a>>,
    /// Every mention, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// The entity of a knowledge base that an entity of the article is.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Link<'a> {
    /// Which base: `wikidata`, `known`, or the name of a base of `--kb`.
    #[schema(examples("wikidata"))]
    pub source: &'a str,
    /// Probability that the entity is the right one.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    /// Its name there.
    pub name: &'a str,
    /// What it is, in a few words; null where the base does not say.
    #[schema(required = true)]
    pub description: Option<&'a str>,
    /// What the name could mean, the likeliest first; only with `options.link: full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_items = 5)]
    pub candidates: Option<Vec<LinkCandidate<'a>>>,
}

/// An entity that a name could mean.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LinkCandidate<'a> {
    /// Its ids by scheme.
    pub ids: BTreeMap<&'a str, Cow<'a, str>>,
    /// Its name in the base.
    pub name: &'a str,
    /// What it is, in a few words; null where the base does not say.
    #[schema(required = true)]
    pub description: Option<&'a str>,
    /// Probability that it is the right one.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
}

/// A title or position stated of a person.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Role<'a> {
    /// The title or position, with "former", "acting" or "deputy" where the text has it.
    #[schema(examples("President"))]
    pub title: &'a str,
    /// The organisation or place that the title belongs to, where the text states it.
    #[schema(required = true)]
    pub affiliation: Option<Affiliation<'a>>,
    /// The whole phrase that states the role.
    pub span: TextSpan<'a>,
}

/// What a role belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Affiliation<'a> {
    /// The name as the text has it.
    pub name: &'a str,
    /// Id of the entity, where the affiliation is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Mention<'a> {
    /// Its span.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// How the mention refers.
    pub form: MentionForm,
    /// Probability that the mention refers to this entity.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// The rule that decided; only with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// A quotation or reported statement, and who said it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Quote<'a> {
    /// Id of the quote in this answer; it does not depend on the options.
    #[schema(examples("q1"))]
    pub id: String,
    /// How much of the content is in quotation marks.
    pub r#type: QuoteType,
    /// Whether the source said it or only thought it.
    pub act: Act,
    /// The quotation as printed, for highlighting: from its first to its last character, with its outer quotation marks and
    /// any reporting clause inside it.
    pub span: TextSpan<'a>,
    /// The quoted words in text order, without quotation marks and reporting clause.
    pub content: Vec<TextSpan<'a>>,
    /// The words that report the quote, such as "said"; null where there are none.
    #[schema(required = true)]
    pub cue: Option<Cue<'a>>,
    /// The phrase beside the cue that names the source; null where there is none.
    #[schema(required = true)]
    pub source: Option<TextSpan<'a>>,
    /// The person or body that said it; null when nobody can be named.
    #[schema(required = true)]
    pub speaker: Option<Speaker<'a>>,
    /// Probability that this is an attribution with this content.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// The rule that decided; only with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// Who is quoted in an article, and how much.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SourceAudit<'a> {
    /// Number of distinct sources.
    #[schema(examples(3))]
    pub distinct: usize,
    /// Number of sources with a name.
    #[schema(examples(1))]
    pub named: usize,
    /// Number of unnamed persons, such as "a senior official".
    #[schema(examples(1))]
    pub anonymous: usize,
    /// Number of unnamed groups, bodies or documents, such as "residents".
    #[schema(examples(1))]
    pub collective: usize,
    /// Number of quotes.
    pub quotes: usize,
    /// Number of quotes whose speaker is null.
    pub quotes_without_speaker: usize,
    /// Number of words in quotation marks; those of a quote inside another one count once, for the outer one.
    pub quoted_words: u32,
    /// Number of words in quotation marks of quotes whose speaker is null.
    pub quoted_words_without_speaker: u32,
    /// The sources, in the order of their first quote.
    pub sources: Vec<AuditedSource<'a>>,
}

/// One source and what it said.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AuditedSource<'a> {
    /// The name of the source, or its first description.
    pub name: &'a str,
    /// Id of the entity, where the source is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// How the source is identified.
    pub kind: SourceKind,
    /// Number of its quotes.
    pub quotes: usize,
    /// Number of its words in quotation marks.
    pub quoted_words: u32,
    /// Its share of all words in quotation marks; 0 where there are none.
    #[schema(minimum = 0, maximum = 1)]
    pub quoted_words_share: f64,
}

/// The words that report a quote.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Cue<'a> {
    /// Its span.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// Dictionary form of the cue.
    #[schema(examples("say"))]
    pub lemma: &'a str,
    /// Whether the source is reported to have said it.
    pub polarity: Polarity,
}

/// The person or body that a quote is attributed to.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Speaker<'a> {
    /// The speaker's name, or the description where there is no name.
    pub name: &'a str,
    /// Id of the entity, where the speaker is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// The entity's first title in the text.
    #[schema(required = true)]
    pub title: Option<&'a str>,
    /// The organisation or place that this title belongs to.
    #[schema(required = true)]
    pub affiliation: Option<&'a str>,
    /// How the speaker was found.
    pub resolution: Resolution,
    /// The steps from the source as written to the name: "he", "Carney", "Mark Carney".
    pub chain: Vec<&'a str>,
    /// Probability that this is the speaker.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// The rule that decided; only with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// Something that happened, was planned, or was said not to have happened.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Event<'a> {
    /// Id of the event in this answer; it does not depend on the options.
    #[schema(examples("v1"))]
    pub id: String,
    /// What kind of event it is.
    pub r#type: EventTypeId,
    /// Prominence in the article. Half of it is position; the headline counts most. The rest is who takes part, how often
    /// it is mentioned, and whether it happened.
    #[schema(examples(0.87), minimum = 0, maximum = 1)]
    pub salience: f64,
    /// The word that names the event best.
    pub trigger: TextSpan<'a>,
    /// Every trigger that names this event, in text order.
    pub mentions: Vec<TextSpan<'a>>,
    /// The participants, each with its role.
    pub arguments: Vec<Argument<'a>>,
    /// The time of the event; null where the article does not state one.
    #[schema(required = true)]
    pub time: Option<EventTime<'a>>,
    /// The place of the event; null where the article does not state one.
    #[schema(required = true)]
    pub place: Option<Place<'a>>,
    /// Whether the event happened.
    pub factuality: Factuality<'a>,
    /// Who states that it happened: the article itself or a speaker.
    pub asserted_by: AssertedBy,
    /// Probability that trigger and type are right.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// The rule that decided; only with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// A participant of an event.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Argument<'a> {
    /// The participant's role; `GET /v1/info` lists the roles of each event type.
    #[schema(examples("participant"))]
    pub role: &'static str,
    /// The phrase that fills the role.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// Id of the entity, where the phrase mentions one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// Probability that the phrase fills this role.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
}

/// The time of an event.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EventTime<'a> {
    /// Id of the time expression.
    #[schema(examples("t1"))]
    pub time_id: String,
    /// Text of the time expression.
    pub text: &'a str,
    /// TIMEX3 value of the time expression.
    #[schema(required = true)]
    pub value: Option<&'a str>,
    /// Where the article states it.
    pub source: StatedIn,
    /// Probability that the event happened then.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
}

/// The place of an event.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Place<'a> {
    /// The phrase that names the place.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// Id of the entity, where the phrase mentions one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
    /// Where the article states it.
    pub source: StatedIn,
    /// Probability that the event happened there.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
}

/// Whether an event happened, and the words that say so.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Factuality<'a> {
    /// Whether the event happened.
    pub value: FactualityValue,
    /// The words that decide, such as "not", "will" or "if"; empty for a plain assertion.
    pub cues: Vec<TextSpan<'a>>,
}

/// Who states that an event happened.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(discriminator(
    property_name = "kind",
    mapping(
        ("author" = "#/components/schemas/AssertedByAuthor"),
        ("speaker" = "#/components/schemas/AssertedBySpeaker")
    )
))]
pub enum AssertedBy {
    /// The article.
    Author(AssertedByAuthor),
    /// The speaker of a quote.
    Speaker(AssertedBySpeaker),
}

/// The article itself states that the event happened.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AssertedByAuthor {
    /// Always `author`.
    pub kind: AuthorKind,
}

/// The speaker of a quote states that the event happened.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AssertedBySpeaker {
    /// Always `speaker`.
    pub kind: SpeakerKind,
    /// Id of the quote that holds the trigger; null when the options leave the quote out.
    #[schema(required = true)]
    pub quote_id: Option<String>,
    /// Id of the speaker's entity, where the speaker is one.
    #[schema(required = true)]
    pub entity_id: Option<String>,
}

described! {
    /// The tag of `AssertedByAuthor`.
    AuthorKind {
        /// The article.
        Author,
    }

    /// The tag of `AssertedBySpeaker`.
    SpeakerKind {
        /// The speaker of a quote.
        Speaker,
    }
}

/// A time expression, as TIMEX3 describes it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Time<'a> {
    /// Id of the time expression in this answer; it does not depend on the options.
    #[schema(examples("t1"))]
    pub id: String,
    /// Its span.
    #[serde(flatten)]
    pub span: TextSpan<'a>,
    /// The TIMEX3 type.
    pub r#type: TimeType,
    /// TIMEX3 `value`; null where there is no date to count from.
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
    /// Offset from UTC in minutes of the zone that a time of day names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples(-300), minimum = -1440, maximum = 1440)]
    pub zone_minutes: Option<i16>,
    /// Probability that span and value are right.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// The rule that decided; only with `options.evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub evidence: Option<Evidence<'a>>,
}

/// Something about the text that the caller should know.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Warning<'a> {
    /// The kind of warning.
    pub code: WarningCode,
    /// The warning in words; for page furniture, what kind of furniture.
    #[schema(examples("page furniture (comments), left out of extraction"))]
    pub detail: String,
    /// The text that the warning is about; null where it is about the whole article.
    #[schema(required = true)]
    pub span: Option<TextSpan<'a>>,
    /// How many warnings are left out; only with `warnings_omitted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub count: Option<u32>,
}

/// What answered, and on what text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Meta<'a> {
    /// Name and version of the service.
    #[schema(examples("dateline/0.2.0"))]
    pub service: &'static str,
    /// Name and version of the model.
    #[schema(examples("en-news/1.0.0"))]
    pub model: &'a str,
    /// Name and version of each knowledge base that entities were linked to.
    pub knowledge_base: &'a [String],
    /// SHA-256, in hexadecimal, of title, abstract and body in UTF-8: those that are not empty, with a blank line (two
    /// line feeds) between them.
    pub text_sha256: String,
}
