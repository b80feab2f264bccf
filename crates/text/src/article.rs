//! The caller's article: one text that holds all fields, and what is known about its publication.

use std::{borrow::Cow, fmt};

use jiff::{civil::DateTime, tz::Offset};

use crate::{
    furniture::FurnitureKind,
    invisible,
    markup::{self, Reading, TextContent},
    source::{Sent, Source, Writer},
    span::{Byte, Span},
};

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

/// How title, abstract and body are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// HTML: a document, or a part of one.
    Html,
}

/// A stretch of HTML that came with the page, and has no place in [`Article::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The field in which it stands.
    pub field: Field,
    /// Its span in the field as sent.
    pub span: Span<Sent>,
    /// What it is.
    pub kind: FurnitureKind,
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
    /// How these three are written.
    pub format: Format,
    /// The byline, as printed.
    pub byline: Option<String>,
    /// The dateline's place, as printed.
    pub dateline: Option<String>,
    /// When the article was published.
    pub published: Option<Published>,
}

/// One article: title, abstract and body in one text, so that a [`Span<Byte>`] alone says where a finding stands.
///
/// The text is what layers read: that of HTML without tags, and without characters that show nothing, such as soft
/// hyphens. [`place`](Self::place) leads from it back to the fields as sent.
#[derive(Clone)]
pub struct Article {
    text: String,
    fields: Vec<(Field, Span<Byte>)>,
    /// Where the text of each field came from; none for text that is read as sent.
    sources: Vec<Option<Source>>,
    left_out: Vec<LeftOut>,
    format: Format,
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
    /// Joins the parts into one article of at most `chars_max` characters (Unicode code points) over all fields. Of
    /// HTML, only the characters of its text count.
    ///
    /// # Errors
    /// [`ArticleError`] when the body is blank or the text too long.
    pub fn new(parts: Parts, chars_max: usize) -> Result<Self, ArticleError> {
        let Parts { title, summary, body, format, byline, dateline, published } = parts;
        let mut article = Self {
            text: String::new(),
            fields: Vec::new(),
            sources: Vec::new(),
            left_out: Vec::new(),
            format,
            byline,
            dateline,
            published,
        };
        let mut chars = 0;
        for (field, part) in [(Field::Title, title), (Field::Abstract, summary), (Field::Body, body)] {
            if u32::try_from(part.len()).is_err() {
                return Err(ArticleError::TooLong { limit: chars_max, actual: part.len() });
            }
            chars += match format {
                Format::Text => article.add_text(field, part),
                Format::Html => article.add_html(field, part),
            };
        }
        let body = article.fields.iter().find(|(field, _)| *field == Field::Body);
        if body.is_none_or(|(_, place)| article.text[place.range()].trim().is_empty()) {
            return Err(ArticleError::Empty);
        }
        if chars > chars_max {
            return Err(ArticleError::TooLong { limit: chars_max, actual: chars });
        }
        Ok(article)
    }

    /// Adds a field in plain text; its characters.
    fn add_text(&mut self, field: Field, sent: String) -> usize {
        let chars = sent.chars().count();
        if invisible::may_hold(&sent) {
            let Writer { text, segments, .. } = invisible::read(&sent);
            self.add(field, &text, Some(Source::new(sent, segments)));
        } else {
            self.add(field, &sent, None);
        }
        chars
    }

    /// Adds a field in HTML; the characters of its text.
    fn add_html(&mut self, field: Field, sent: String) -> usize {
        let Reading { text, segments, furniture } = markup::read(&sent);
        self.left_out.extend(furniture.into_iter().map(|(span, kind)| LeftOut { field, span, kind }));
        self.add(field, &text, Some(Source::new(sent, segments)));
        text.chars().count()
    }

    fn add(&mut self, field: Field, text: &str, source: Option<Source>) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(FIELD_SEPARATOR);
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.fields.push((field, Span::from(start..self.text.len())));
        self.sources.push(source);
    }

    /// The whole text: the fields in order, with a blank line between them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The fields that have text, in order, with their places in [`text`](Self::text).
    #[must_use]
    pub fn fields(&self) -> &[(Field, Span<Byte>)] {
        &self.fields
    }

    /// The field in which a span stands, with the field's own place; `None` for a span that crosses a field's edge.
    #[must_use]
    pub fn field_of(&self, span: Span<Byte>) -> Option<(Field, Span<Byte>)> {
        self.fields.iter().copied().find(|(_, place)| place.contains(span))
    }

    /// The fields that have text, in order, as the caller sent them.
    pub fn sent(&self) -> impl Iterator<Item = (Field, &str)> {
        self.fields.iter().zip(&self.sources).map(|(&(field, place), source)| {
            (field, source.as_ref().map_or_else(|| &self.text[place.range()], Source::sent))
        })
    }

    /// The fields that have text, in order, as software that selects text sees them: plain text as sent, of HTML the text
    /// content of its elements.
    pub fn text_contents(&self) -> impl Iterator<Item = (Field, TextContent)> {
        let read = match self.format {
            Format::Text => TextContent::of_text,
            Format::Html => TextContent::of_html,
        };
        self.sent().map(move |(field, sent)| (field, read(sent)))
    }

    /// Where a span of the text stands in the field as sent; `None` for a span that crosses a field's edge. In HTML it
    /// begins and ends on text, never inside a tag or a character reference.
    #[must_use]
    pub fn place(&self, span: Span<Byte>) -> Option<(Field, Span<Sent>)> {
        let at = self.fields.iter().position(|(_, place)| place.contains(span))?;
        let (field, place) = self.fields[at];
        let within = Span::new(span.start() - place.start(), span.end() - place.start());
        let sent = match &self.sources[at] {
            Some(source) => source.place(within),
            None => Span::new(within.start(), within.end()),
        };
        Some((field, sent))
    }

    /// What a span of a field as sent says: of plain text the slice, of HTML its text, in which character references
    /// are decoded and a line feed stands for what breaks a line. Empty for a field without text.
    ///
    /// # Panics
    /// If the span is not one that [`place`](Self::place) gave for that field.
    #[must_use]
    pub fn text_at(&self, field: Field, span: Span<Sent>) -> Cow<'_, str> {
        match self.source_of(field) {
            Some((_, Some(source))) => source.text(span),
            Some((place, None)) => Cow::Borrowed(&self.text[place.range()][span.range()]),
            None => Cow::Borrowed(""),
        }
    }

    /// The runs of text in a span of a field as sent: more than one where it crosses a tag.
    #[must_use]
    pub fn runs(&self, field: Field, span: Span<Sent>) -> Vec<Span<Sent>> {
        match self.source_of(field) {
            Some((_, Some(source))) => source.runs(span),
            _ => vec![span],
        }
    }

    fn source_of(&self, field: Field) -> Option<(Span<Byte>, Option<&Source>)> {
        let at = self.fields.iter().position(|&(of, _)| of == field)?;
        Some((self.fields[at].1, self.sources[at].as_ref()))
    }

    /// How title, abstract and body were sent.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The first tag or character reference in each field, where plain text looks like HTML.
    pub fn suspected_markup(&self) -> impl Iterator<Item = (Field, Span<Sent>)> {
        let text = self.sent().filter(|_| self.format == Format::Text);
        text.filter_map(|(field, sent)| {
            let found = markup::suspect(sent)?;
            Some((field, Span::from(found)))
        })
    }

    /// What came with the page in HTML: marked up as such, and left out of the text.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// What a stretch that was left out says, and its runs of text.
    #[must_use]
    pub fn left_out_text(&self, left_out: &LeftOut) -> (String, Vec<Span<Sent>>) {
        let Some((_, Some(source))) = self.source_of(left_out.field) else { return (String::new(), Vec::new()) };
        let within = markup::read_all(&source.sent()[left_out.span.range()]);
        let whole = Span::new(0, left_out.span.len());
        let start = left_out.span.start();
        let runs =
            within.runs(whole).into_iter().map(|run| Span::new(start + run.start(), start + run.end())).collect();
        (within.text(whole).into_owned(), runs)
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
