//! What callers send.

use dateline_text::{Article, ArticleError, Parts, Published};
use serde::Serialize;
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{
        KnownFormat, Schema, SchemaFormat, Type,
        schema::{AnyOfBuilder, ObjectBuilder},
    },
};

use crate::{
    RequestLimits,
    fields::{self, Fault, Fields, FromValue},
    problem::{Code, FieldError, Problem},
    published,
};

/// The languages that are read, as BCP 47 tags.
pub const LANGUAGES: &[&str] = &["en"];

macro_rules! choices {
    ($($(#[doc = $enum_doc:literal])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $wire:literal,)* })*) => {$(
        $(#[doc = $enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl FromValue for $name {
            fn expected() -> String {
                one_of(&[$($wire),*])
            }

            fn from_value(value: Value) -> Option<Self> {
                match value.as_str()? {
                    $($wire => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}

choices! {
    /// A list of findings.
    Layer {
        /// Who and what is named.
        Entities = "entities",
        /// Who said what.
        Quotes = "quotes",
        /// What happened.
        Events = "events",
        /// When.
        Times = "times",
    }

    /// The unit in which offsets count.
    OffsetUnit {
        /// Unicode code points, as in W3C annotations and Python.
        CodePoint = "code_point",
        /// UTF-16 code units, as in JavaScript, Java and C#.
        Utf16 = "utf16",
        /// UTF-8 bytes, as in Rust and Go.
        Utf8 = "utf8",
        /// All three: each offset is an object.
        All = "all",
    }

    /// Which attributions count as quotes.
    Attributions {
        /// What was said or written.
        Speech = "speech",
        /// Beliefs and intentions too, with contents by the convention of PARC: an introducing "that" belongs to the
        /// content, one cue makes one quote, and "who" is the source in "Roe, who said".
        All = "all",
    }

    /// How the text is written.
    BodyType {
        /// Plain text; a line is a paragraph.
        Text = "text",
    }
}

/// One article, and what to find in it. Unknown fields are refused; null counts as absent.
#[derive(Clone, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtractRequest {
    /// The caller's name for the article; comes back unchanged.
    #[schema(max_length = 1000, examples("urn:newsroom:4711"))]
    pub id: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The standfirst.
    pub r#abstract: Option<String>,
    /// The running text.
    #[schema(min_length = 1, pattern = r"\S")]
    pub body: String,
    /// How title, abstract and body are written.
    #[schema(default = "text")]
    pub body_type: Option<BodyType>,
    /// The byline, as printed.
    #[schema(max_length = 1000)]
    pub byline: Option<String>,
    /// The place in the dateline, as printed.
    #[schema(max_length = 1000, examples("LISBON"))]
    pub dateline: Option<String>,
    /// When the article was published: a date, or a date-time of RFC 3339, whose seconds and offset may be missing.
    /// Without it relative dates get no value, unless the text states its full date in a dateline or on its own line, or its dates and weekdays agree on one day.
    #[schema(schema_with = published_schema)]
    pub published_at: Option<Published>,
    /// The article's language as a BCP 47 tag: "en", or "en" with a region.
    #[schema(value_type = Option<String>, default = "en", examples("en", "en-GB"), pattern = "^[Ee][Nn](-[0-9A-Za-z]{1,8})*$")]
    pub language: Option<&'static str>,
    /// What to answer.
    #[schema(required = false, nullable)]
    pub options: Options,
}

/// An article as plain text.
#[derive(ToSchema)]
#[schema(min_length = 1, pattern = r"\S")]
#[expect(dead_code, reason = "describes a body that is read as it is")]
pub struct PlainText(String);

/// A date or a date-time.
fn published_schema() -> Schema {
    let format =
        |format| ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)));
    AnyOfBuilder::new()
        .description(Some(
            "When the article was published: a date, or a date-time of RFC 3339, whose seconds and offset may be missing.\n\
             Without it relative dates get no value, unless the text states its full date in a dateline or on its own line, or its dates and weekdays agree on one day.",
        ))
        .item(format(KnownFormat::Date))
        .item(format(KnownFormat::DateTime))
        .item(ObjectBuilder::new().schema_type(Type::Null))
        .examples(["2025-08-24", "2025-08-24T18:05:00+03:00"].map(Value::from))
        .into()
}

/// What to answer, and how. Unknown options are refused; null counts as absent.
#[derive(Clone, Debug, PartialEq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The lists to answer with; the others are absent. All lists by default.
    #[schema(required = false, nullable, default = json!(["entities", "quotes", "events", "times"]))]
    pub include: Vec<Layer>,
    /// The unit of all offsets.
    #[schema(required = false, nullable, default = "code_point")]
    pub offset_unit: OffsetUnit,
    /// Which attributions count as quotes.
    #[schema(required = false, nullable, default = "speech")]
    pub attributions: Attributions,
    /// Findings of less confidence are left out, and references to them are null.
    #[schema(required = false, nullable, minimum = 0, maximum = 1, default = 0.0)]
    pub min_confidence: f64,
    /// Whether findings say which rule decided on them, and on what spans.
    #[schema(required = false, nullable, default = false)]
    pub evidence: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            include: vec![Layer::Entities, Layer::Quotes, Layer::Events, Layer::Times],
            offset_unit: OffsetUnit::CodePoint,
            attributions: Attributions::Speech,
            min_confidence: 0.0,
            evidence: false,
        }
    }
}

impl ExtractRequest {
    /// The request whose article is this text, and nothing more.
    #[must_use]
    pub fn plain(body: String) -> Self {
        Self {
            id: None,
            title: None,
            r#abstract: None,
            body,
            body_type: None,
            byline: None,
            dateline: None,
            published_at: None,
            language: None,
            options: Options::default(),
        }
    }

    /// Reads a JSON body.
    ///
    /// # Errors
    /// A problem that lists what is wrong with the body.
    pub fn from_json(bytes: &[u8], limits: &RequestLimits) -> Result<Self, Problem> {
        Self::from_value(fields::parse(bytes)?, limits)
    }

    /// Reads what the body, or one document of a batch, holds.
    pub(super) fn from_value(value: Value, limits: &RequestLimits) -> Result<Self, Problem> {
        let mut faults: Vec<Fault> = Vec::new();
        let mut fields = Fields::new(value, "", &mut faults);
        let labels = ["id", "byline", "dateline"].map(|name| label(&mut fields, name, limits.label_chars_max));
        let [id, byline, dateline] = labels;
        let (title, summary) = (fields.optional("title"), fields.optional("abstract"));
        let body = body(&mut fields);
        let body_type = fields.optional("body_type");
        let published_at = fields.read_with("published_at", Code::DateInvalid, published::EXPECTED, published::parse);
        let language = fields.read_with("language", Code::LanguageUnsupported, &one_of(LANGUAGES), supported);
        let options = fields.take("options");
        fields.finish();
        let options = options.map_or_else(Options::default, |options| Options::read(options, &mut faults));
        match fields::problem(&faults, limits.errors_max) {
            Some(problem) => Err(problem),
            None => Ok(Self {
                id,
                title,
                r#abstract: summary,
                body,
                body_type,
                byline,
                dateline,
                published_at,
                language,
                options,
            }),
        }
    }

    /// The article, and what else was asked.
    ///
    /// # Errors
    /// A problem when the text is blank or too long.
    pub fn into_article(self, limits: &RequestLimits) -> Result<(Article, Asked), Problem> {
        let Self { id, title, r#abstract, body, body_type: _, byline, dateline, published_at, language, options } =
            self;
        let parts = Parts {
            title: title.unwrap_or_default(),
            summary: r#abstract.unwrap_or_default(),
            body,
            byline,
            dateline,
            published: published_at,
            ..Parts::default()
        };
        let article = Article::new(parts, limits.text_chars_max).map_err(|error| match error {
            ArticleError::Empty => empty_body(),
            ArticleError::TooLong { limit, actual } => {
                Problem::new(Code::TextTooLong, format!("the text has {actual} characters; at most {limit} are read"))
                    .limit(limit as u64)
                    .actual(actual as u64)
            }
        })?;
        Ok((article, Asked { id, language: language.unwrap_or(LANGUAGES[0]), options }))
    }
}

/// What a request asks beside the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The caller's name for the article.
    pub id: Option<String>,
    /// The language that the article is read as.
    pub language: &'static str,
    /// What to answer.
    pub options: Options,
}

impl Options {
    fn read(value: Value, faults: &mut Vec<Fault>) -> Self {
        let defaults = Self::default();
        let mut fields = Fields::new(value, "/options", faults);
        let options = Self {
            include: fields.list("include").unwrap_or(defaults.include),
            offset_unit: fields.optional("offset_unit").unwrap_or(defaults.offset_unit),
            attributions: fields.optional("attributions").unwrap_or(defaults.attributions),
            min_confidence: fields.optional("min_confidence").map_or(defaults.min_confidence, |Confidence(c)| c),
            evidence: fields.optional("evidence").unwrap_or(defaults.evidence),
        };
        fields.finish();
        options
    }
}

/// A number from 0 to 1.
struct Confidence(f64);

impl FromValue for Confidence {
    fn expected() -> String {
        "a number from 0 to 1".to_owned()
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_f64().filter(|number| (0.0..=1.0).contains(number)).map(Self)
    }
}

fn one_of(words: &[&str]) -> String {
    match words {
        [only] => format!("{only:?}"),
        several => format!("one of {}", several.join(", ")),
    }
}

fn body(fields: &mut Fields<'_>) -> String {
    match fields.take("body") {
        Some(Value::String(body)) => body,
        Some(_) => {
            fields.reject(Code::FieldInvalid, "body", "must be a string".to_owned());
            String::new()
        }
        None => {
            fields.reject(Code::FieldMissing, "body", "is required".to_owned());
            String::new()
        }
    }
}

fn label(fields: &mut Fields<'_>, name: &str, chars_max: usize) -> Option<String> {
    let label: String = fields.optional(name)?;
    if label.chars().count() > chars_max {
        fields.reject(Code::FieldInvalid, name, format!("must have at most {chars_max} characters"));
    }
    Some(label)
}

/// The supported language of a tag, whose region does not matter.
fn supported(tag: &str) -> Option<&'static str> {
    let mut subtags = tag.split('-');
    let primary = subtags.next()?;
    let well_formed = subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    LANGUAGES.iter().copied().find(|language| well_formed && language.eq_ignore_ascii_case(primary))
}

fn empty_body() -> Problem {
    let error = FieldError { pointer: "/body".to_owned(), detail: "must hold more than white space".to_owned() };
    Problem::new(Code::TextEmpty, "the article's body holds no text").errors(vec![error])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FromValue>(word: &str) -> Option<T> {
        T::from_value(word.into())
    }

    #[test]
    fn choices_are_written_as_they_are_read() {
        for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Utf8, OffsetUnit::All] {
            assert_eq!(read(serde_json::to_value(unit).unwrap().as_str().unwrap()), Some(unit));
        }
        for layer in Options::default().include {
            assert_eq!(read(serde_json::to_value(layer).unwrap().as_str().unwrap()), Some(layer));
        }
        for choice in [Attributions::Speech, Attributions::All] {
            assert_eq!(read(serde_json::to_value(choice).unwrap().as_str().unwrap()), Some(choice));
        }
    }

    #[test]
    fn a_language_is_supported_in_any_region() {
        for (tag, expected) in [
            ("en", Some("en")),
            ("EN", Some("en")),
            ("en-GB", Some("en")),
            ("en-Latn-US", Some("en")),
            ("de", None),
            ("eng", None),
            ("", None),
            ("en-", None),
            ("en_GB", None),
            ("en-a b", None),
        ] {
            assert_eq!(supported(tag), expected, "{tag}");
        }
    }
}
