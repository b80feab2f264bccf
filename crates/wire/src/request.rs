//! What callers send.

use dateline_text::{Article, ArticleError, Format, Language, OtherLanguage, Parts, Published};
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
    defaults::Defaults,
    fields::{self, Fault, Fields},
    json,
    known::{self, KnownEntities, KnownEntity},
    language::{Declared, LANGUAGES},
    options::{self, BodyType, Options},
    problem::{Code, FieldError, Problem},
    published, query,
};

/// One article, and what to find in it. Unknown fields are rejected; null counts as absent.
#[derive(Clone, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtractRequest {
    /// The caller's own id of the article; returned unchanged.
    #[schema(max_length = 1000, examples("urn:newsroom:4711"))]
    pub id: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The standfirst or summary.
    pub r#abstract: Option<String>,
    /// The running text.
    #[schema(min_length = 1, pattern = r"\S")]
    pub body: String,
    /// How title, abstract and body are written.
    #[schema(default = "text")]
    pub body_type: Option<BodyType>,
    /// The byline as printed.
    #[schema(max_length = 1000)]
    pub byline: Option<String>,
    /// The place in the dateline as printed. Its time zone decides which day "today" is.
    #[schema(max_length = 1000, examples("LISBON"))]
    pub dateline: Option<String>,
    /// When the article was published: a date or a date-time; relative dates count from it.
    #[schema(schema_with = published_schema)]
    pub published_at: Option<Published>,
    /// The article's language as a BCP 47 tag or a locale: "en", with or without a region. Detected by default.
    #[schema(value_type = Option<String>, examples("en", "en-GB", "en_US"), pattern = "^[Ee][Nn]([-_][0-9A-Za-z]{1,8})*([.@].*)?$")]
    pub language: Option<&'static str>,
    /// The caller's own entities, at most 1,000. Names are looked up in them first, and they win over the built-in
    /// base where both match.
    #[schema(value_type = Option<Vec<KnownEntity>>, required = false, max_items = 1000)]
    pub known_entities: KnownEntities,
    /// What to answer.
    #[schema(required = false, nullable)]
    pub options: Options,
}

/// An article as plain text; a line is a paragraph.
#[derive(ToSchema)]
#[schema(min_length = 1, pattern = r"\S")]
#[expect(dead_code, reason = "describes a body that is read as it is")]
pub struct PlainText(String);

/// An article as HTML: a document, or a part of one. Offsets refer to the HTML as sent.
#[derive(ToSchema)]
#[schema(min_length = 1, pattern = r"\S")]
#[expect(dead_code, reason = "describes a body that is read as it is")]
pub struct HtmlText(String);

/// A date or a date-time.
pub(crate) fn published_schema() -> Schema {
    let format =
        |format| ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)));
    AnyOfBuilder::new()
        .description(Some(
            "When the article was published: a date or a date-time; relative dates count from it. Besides RFC 3339, the formats of \
             content systems are accepted: `2025-10-08T12:00:00+0000`, `2025-10-08 12:00:00`. A date-time without an offset is in UTC. \
             Without `published_at` relative dates get no value, unless the text states its full date in a dateline or on \
             a line of its own, or its dates and weekdays agree on one day.",
        ))
        .item(format(KnownFormat::Date))
        .item(format(KnownFormat::DateTime))
        .item(ObjectBuilder::new().schema_type(Type::Null))
        .examples(["2025-08-24", "2025-08-24T18:05:00+03:00"].map(Value::from))
        .into()
}

impl ExtractRequest {
    /// The request whose article is this text, with the options of a query string: `published_at`, `language`,
    /// `offset_unit` and `include`.
    ///
    /// # Errors
    /// A problem that names the parameters at fault.
    pub fn from_text(
        body: String,
        body_type: BodyType,
        query: Option<&str>,
        limits: &RequestLimits,
    ) -> Result<Self, Problem> {
        let mut faults = Vec::new();
        let mut fields = query::fields(query.unwrap_or_default(), &mut faults);
        let published_at = fields.read_with("published_at", Code::DateInvalid, published::EXPECTED, query::published);
        let language = language(&mut fields);
        let (offset_unit, include) = (fields.optional("offset_unit"), fields.list("include"));
        fields.finish();
        if let Some(problem) = fields::problem(faults, limits.errors_max) {
            return Err(problem);
        }
        let defaults = Options::default();
        let options = Options {
            offset_unit: offset_unit.unwrap_or(defaults.offset_unit),
            include: include.map_or(defaults.include, options::distinct),
            ..Options::default()
        };
        let (id, title, r#abstract, byline, dateline) = (None, None, None, None, None);
        let (body_type, known_entities) = (Some(body_type), KnownEntities::default());
        Ok(Self {
            id,
            title,
            r#abstract,
            body,
            body_type,
            byline,
            dateline,
            published_at,
            language,
            known_entities,
            options,
        })
    }

    /// Reads a JSON body.
    ///
    /// # Errors
    /// A problem that lists what is wrong with the body.
    pub fn from_json(bytes: &[u8], limits: &RequestLimits) -> Result<Self, Problem> {
        Self::from_value(json::parse(bytes)?, KnownEntities::default(), limits)
    }

    /// Reads a document of a batch, which has the batch's defaults where it says nothing itself.
    ///
    /// # Errors
    /// A problem that lists what is wrong with the document.
    pub fn from_line(line: &[u8], defaults: &Defaults, limits: &RequestLimits) -> Result<Self, Problem> {
        Self::from_item(json::parse(line)?, defaults, limits)
    }

    /// Reads an item of a batch, which has the batch's defaults where it says nothing itself.
    ///
    /// # Errors
    /// A problem that lists what is wrong with the item.
    pub fn from_item(item: Value, defaults: &Defaults, limits: &RequestLimits) -> Result<Self, Problem> {
        Self::from_value(defaults.fill(item), defaults.known_entities(), limits)
    }

    fn from_value(value: Value, known_default: KnownEntities, limits: &RequestLimits) -> Result<Self, Problem> {
        let mut faults: Vec<Fault> = Vec::new();
        let mut fields = Fields::new(value, "/", &mut faults);
        let id = label(&mut fields, "id", limits.label_chars_max);
        let (title, summary) = (fields.optional("title"), fields.optional("abstract"));
        let body = body(&mut fields);
        let body_type = fields.optional("body_type");
        let [byline, dateline] = ["byline", "dateline"].map(|name| label(&mut fields, name, limits.label_chars_max));
        let published_at = published_at(&mut fields);
        let language = language(&mut fields);
        let known_entities = fields.take("known_entities");
        let options = fields.take("options");
        fields.finish();
        let known_entities =
            known_entities.map_or(known_default, |value| known::read(value, "/known_entities", limits, &mut faults));
        let options = options.map_or_else(Options::default, |value| Options::read(value, "/options/", &mut faults));
        match fields::problem(faults, limits.errors_max) {
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
                known_entities,
                options,
            }),
        }
    }

    /// The article, and what else was asked.
    ///
    /// # Errors
    /// A problem when the text is blank or too long, or when it is in a language that is not read and the request does
    /// not say that it is English.
    pub fn into_article(self, limits: &RequestLimits) -> Result<(Article, Asked), Problem> {
        let Self { id, title, r#abstract, body, body_type, byline, dateline, published_at, .. } = self;
        let (language, known_entities, options) = (self.language, self.known_entities, self.options);
        let parts = Parts {
            title: title.unwrap_or_default(),
            summary: r#abstract.unwrap_or_default(),
            body,
            byline,
            dateline,
            published: published_at,
            format: body_type.unwrap_or(BodyType::Text).into(),
        };
        let article = Article::new(parts, limits.text_chars_max).map_err(|error| match error {
            ArticleError::Empty => empty_body(),
            ArticleError::TooLong { limit, actual } => {
                Problem::new(Code::TextTooLong, format!("the text has {actual} characters; the limit is {limit}"))
                    .limit(limit as u64)
                    .actual(actual as u64)
            }
        })?;
        let detected = if language.is_some() { Language::English } else { Language::of(article.text()) };
        if let Language::Other(other) = detected {
            return Err(not_read(other));
        }
        let language_uncertain = detected == Language::Uncertain;
        let language = language.unwrap_or(LANGUAGES[0]);
        Ok((article, Asked { id, language, language_uncertain, known_entities, options }))
    }
}

impl From<BodyType> for Format {
    fn from(body_type: BodyType) -> Self {
        match body_type {
            BodyType::Text => Self::Text,
            BodyType::Html => Self::Html,
        }
    }
}

fn not_read(language: OtherLanguage) -> Problem {
    let name = language.name();
    let detail = format!(
        "the text is in {name}; only English is supported. If it is English, send \"language\": \"en\" with it"
    );
    Problem::new(Code::LanguageUnsupported, detail).language(Some(language.tag().to_owned()))
}

/// What a request asks beside the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The caller's own id of the article.
    pub id: Option<String>,
    /// The language that the article is read as.
    pub language: &'static str,
    /// Whether the text did not tell its language, nor the request.
    pub language_uncertain: bool,
    /// The caller's own entities.
    pub known_entities: KnownEntities,
    /// What to answer.
    pub options: Options,
}

fn body(fields: &mut Fields<'_>) -> String {
    match fields.take("body") {
        Some(Value::String(body)) => body,
        Some(_) => {
            fields.reject(Code::FieldInvalid, "body", "must be a string".to_owned());
            String::new()
        }
        None => {
            fields.reject(Code::FieldMissing, "body", "is required: the text of the article".to_owned());
            String::new()
        }
    }
}

fn label(fields: &mut Fields<'_>, name: &'static str, chars_max: usize) -> Option<String> {
    let label: String = fields.optional(name)?;
    if label.chars().count() > chars_max {
        fields.reject(Code::FieldInvalid, name, format!("must have at most {chars_max} characters"));
    }
    Some(label)
}

pub(crate) fn published_at(fields: &mut Fields<'_>) -> Option<Published> {
    fields.read_with("published_at", Code::DateInvalid, published::EXPECTED, published::parse)
}

/// The supported language that the request declares.
pub(crate) fn language(fields: &mut Fields<'_>) -> Option<&'static str> {
    let code = Code::LanguageUnsupported;
    match Declared::read(&fields.optional::<String>("language")?) {
        Declared::Supported(language) => return Some(language),
        Declared::Other(tag) => fields.report("language", |pointer| {
            let detail = format!("is {tag:?}, which is not supported; supported: {}", LANGUAGES.join(", "));
            Fault::new(code, pointer, detail).language(tag)
        }),
        Declared::Malformed => {
            fields.reject(code, "language", "must be a BCP 47 tag or a locale, such as en, en-GB or en_US".to_owned());
        }
    }
    None
}

fn empty_body() -> Problem {
    let error = FieldError { pointer: "/body".to_owned(), detail: "must hold more than white space".to_owned() };
    Problem::new(Code::TextEmpty, "/body must hold more than white space").errors(vec![error])
}
