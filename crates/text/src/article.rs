//! The caller's article: one text that holds all fields, and what is known about its publication.

use std::fmt;

use jiff::{civil::DateTime, tz::Offset};

use crate::span::{Byte, Span};

/// Stands between two fields in [`Article::text`]; belongs to none of them.
const FIELD_SEPARATOR: &str = "\n\n";

/// A field of the article that can hold findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The headline.
    Title,
    /// The standfirst.
    Abstract,
    /// The running text.
    Body,
}

/// When the article was published, as the caller stated it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// A calendar day.
    Day(jiff::civil::Date),
    /// A moment, as the civil date and time in the zone of publication, and that zone's offset from UTC if stated.
    Moment(DateTime, Option<Offset>),
}

impl Published {
    /// The calendar day of publication, in the zone of publication.
    #[must_use]
    pub fn date(self) -> jiff::civil::Date {
        match self {
            Self::Day(date) => date,
            Self::Moment(datetime, _) => datetime.date(),
        }
    }
}

/// The parts from which an [`Article`] is made.
#[derive(Clone, Default)]
pub struct Parts {
    /// The headline, empty when there is none.
    pub title: String,
    /// The standfirst, empty when there is none.
    pub summary: String,
    /// The running text.
    pub body: String,
    /// The byline, as printed.
    pub byline: Option<String>,
    /// The dateline's place, as printed.
    pub dateline: Option<String>,
    /// When the article was published.
    pub published: Option<Published>,
}

/// One article: title, abstract and body in one text, so that a [`Span<Byte>`] alone says where a finding stands.
#[derive(Clone)]
pub struct Article {
    text: String,
    fields: Vec<(Field, Span<Byte>)>,
    byline: Option<String>,
    dateline: Option<String>,
    published: Option<Published>,
}

/// Why an article cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArticleError {
    /// The body holds nothing but white space.
    #[error("the body holds no text")]
    Empty,
    /// Title, abstract and body together are too long.
    #[error("the text has {actual} characters; the limit is {limit}")]
    TooLong {
        /// Most characters allowed.
        limit: usize,
        /// Characters found.
        actual: usize,
    },
}

impl Article {
    /// Joins the parts into one article of at most `chars_max` characters (Unicode code points) over all fields.
    ///
    /// # Errors
    /// [`ArticleError`] when the body is blank or the text too long.
    pub fn new(parts: Parts, chars_max: usize) -> Result<Self, ArticleError> {
        let Parts { title, summary, body, byline, dateline, published } = parts;
        if body.trim().is_empty() {
            return Err(ArticleError::Empty);
        }
        let fields = [(Field::Title, title), (Field::Abstract, summary), (Field::Body, body)];
        let actual = fields.iter().map(|(_, text)| text.chars().count()).sum();
        if actual > chars_max {
            return Err(ArticleError::TooLong { limit: chars_max, actual });
        }
        let (mut text, mut spans) = (String::new(), Vec::new());
        for (field, part) in fields.into_iter().filter(|(_, part)| !part.is_empty()) {
            if !text.is_empty() {
                text.push_str(FIELD_SEPARATOR);
            }
            let start = text.len();
            text.push_str(&part);
            spans.push((field, Span::from(start..text.len())));
        }
        Ok(Self { text, fields: spans, byline, dateline, published })
    }

    /// The whole text: the fields in order, with a blank line between them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The fields that the caller filled, in order, with their places in [`text`](Self::text).
    #[must_use]
    pub fn fields(&self) -> &[(Field, Span<Byte>)] {
        &self.fields
    }

    /// The field in which a span stands, with the field's own place; `None` for a span that crosses a field's edge.
    #[must_use]
    pub fn field_of(&self, span: Span<Byte>) -> Option<(Field, Span<Byte>)> {
        self.fields.iter().copied().find(|(_, place)| place.contains(span))
    }

    /// The byline as the caller gave it.
    #[must_use]
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }

    /// The dateline's place as the caller gave it.
    #[must_use]
    pub fn dateline(&self) -> Option<&str> {
        self.dateline.as_deref()
    }

    /// When the article was published, if the caller said so.
    #[must_use]
    pub fn published(&self) -> Option<Published> {
        self.published
    }
}

impl fmt::Debug for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Article({} bytes)", self.text.len())
    }
}
