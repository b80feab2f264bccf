//! Problems as RFC 9457 writes them. The only file that knows which fault has which status.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use crate::terms;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $status:literal, $title:literal;)*) => {
        /// The stable codes of problems.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[doc = $doc])* $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as written in the problem.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The HTTP status of the answer.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }

            /// What went wrong, in general.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

impl PartialSchema for Code {
    fn schema() -> RefOr<Schema> {
        let values: Vec<(String, &str)> =
            Self::ALL.iter().map(|code| (code.as_str().to_owned(), code.title())).collect();
        terms::enumeration("Stable name of a kind of problem.", &values)
    }
}

impl ToSchema for Code {
    fn name() -> Cow<'static, str> {
        "Code".into()
    }
}

codes! {
    /// The body is not JSON.
    JsonMalformed = "json_malformed", 400, "The body is not well-formed JSON";
    /// The body is not in UTF-8.
    CharsetInvalid = "charset_invalid", 400, "The body is not in UTF-8";
    /// The body broke off or cannot be decompressed.
    BodyUnreadable = "body_unreadable", 400, "The body could not be read";
    /// The request is not valid HTTP.
    RequestMalformed = "request_malformed", 400, "The request is malformed";
    /// The request has no key.
    KeyMissing = "key_missing", 401, "A key is required";
    /// The request's key is not known.
    KeyUnknown = "key_unknown", 401, "Unknown key";
    /// The path does not exist.
    NotFound = "not_found", 404, "No such path";
    /// The path supports other methods.
    MethodNotAllowed = "method_not_allowed", 405, "The path does not support this method";
    /// The caller accepts none of the media types of the answer.
    NotAcceptable = "not_acceptable", 406, "No acceptable representation";
    /// The body came too slowly.
    BodyTimeout = "body_timeout", 408, "The body took too long to arrive";
    /// The body has too many bytes.
    BodyTooLarge = "body_too_large", 413, "The body is too large";
    /// The text has too many characters.
    TextTooLong = "text_too_long", 413, "The text is too long";
    /// The answer has too many bytes.
    AnswerTooLarge = "answer_too_large", 413, "The answer is too large";
    /// The batch has too many documents.
    BatchTooLong = "batch_too_long", 413, "The batch has too many documents";
    /// The body's media type is not supported.
    MediaTypeUnsupported = "media_type_unsupported", 415, "The body's media type is not supported";
    /// The body's content coding is not supported.
    EncodingUnsupported = "encoding_unsupported", 415, "The body's content coding is not supported";
    /// A field that the request does not have.
    FieldUnknown = "field_unknown", 422, "The request has an unknown field";
    /// A query parameter that the operation does not have.
    ParameterUnknown = "parameter_unknown", 422, "The request has an unknown query parameter";
    /// A field that the request needs.
    FieldMissing = "field_missing", 422, "A required field is missing";
    /// A field of the wrong type or out of its range.
    FieldInvalid = "field_invalid", 422, "A field of the request is invalid";
    /// The date of publication is not a date.
    DateInvalid = "date_invalid", 422, "The date of publication is invalid";
    /// The article is not in a supported language.
    LanguageUnsupported = "language_unsupported", 422, "The language is not supported";
    /// The article's body holds no text.
    TextEmpty = "text_empty", 422, "The article is empty";
    /// The key has used up its rate.
    RateExceeded = "rate_exceeded", 429, "The rate of the key is exceeded";
    /// The key or the address is sending the maximum number of bodies.
    BodiesExceeded = "bodies_exceeded", 429, "Too many bodies are sent at the same time";
    /// The request has too many headers.
    HeadersTooMany = "headers_too_many", 431, "The request has too many headers";
    /// The service failed; the request is not the cause.
    Internal = "internal", 500, "Internal error";
    /// A queue or a limit on concurrent requests is full.
    Overloaded = "overloaded", 503, "The service is busy";
    /// The service is shutting down.
    Draining = "draining", 503, "The service is shutting down";
    /// The service is not ready yet.
    Starting = "starting", 503, "The service is starting";
    /// The answer took too long.
    DeadlineExceeded = "deadline_exceeded", 504, "The deadline passed";
}

/// One error in the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) to the invalid value, or `?` and the name of a query parameter.
    #[schema(examples("/options/offset_unit"))]
    pub pointer: String,
    /// What is invalid, and how to fix it.
    #[schema(examples("must be one of code_point, utf16, utf8, all"))]
    pub detail: String,
}

/// Why a request was not answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    code: Code,
    detail: String,
    limit: Option<u64>,
    actual: Option<u64>,
    language: Option<String>,
    errors: Vec<FieldError>,
}

/// Position of a document in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Its line of NDJSON, from 1; blank lines count.
    Line(u64),
    /// Its place in the list of a JSON batch, from 0.
    Index(u64),
}

/// Why a request was not answered (RFC 9457). No member ever quotes the article.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails<'a> {
    /// The kind of problem: `urn:dateline:problem:` and the code.
    #[schema(examples("urn:dateline:problem:field_unknown"))]
    r#type: String,
    /// What went wrong, in general.
    title: &'static str,
    /// The HTTP status, repeated.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What went wrong this time, and how to fix it.
    detail: &'a str,
    /// This occurrence: `urn:dateline:request:` and the request's id.
    instance: String,
    /// The id of the document, in a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    id: Option<&'a str>,
    /// The line of the document in an NDJSON batch, from 1; blank lines count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 1)]
    line: Option<u64>,
    /// The position of the document in a JSON batch, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    index: Option<u64>,
    /// Stable name of the problem, for programs.
    code: Code,
    /// The limit that was exceeded; its unit is in `detail`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    limit: Option<u64>,
    /// The value that exceeded the limit, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    actual: Option<u64>,
    /// The language that was declared or found, as a BCP 47 tag; with `language_unsupported`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, examples("de"))]
    language: Option<&'a str>,
    /// The errors in the request, where there are any; `code` and `detail` are those of the first.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    errors: &'a [FieldError],
}

impl Problem {
    /// A problem with what went wrong this time.
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), limit: None, actual: None, language: None, errors: Vec::new() }
    }

    /// Says which limit was passed.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Says what was found in place of at most the limit.
    #[must_use]
    pub fn actual(mut self, actual: u64) -> Self {
        self.actual = Some(actual);
        self
    }

    /// Names the language that is not supported, as a BCP 47 tag.
    #[must_use]
    pub fn language(mut self, tag: Option<String>) -> Self {
        self.language = tag;
        self
    }

    /// Lists errors in the request.
    #[must_use]
    pub fn errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// The problem's code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// What went wrong this time.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// What the caller reads about the request of this id.
    #[must_use]
    pub fn details(&self, request_id: &str) -> ProblemDetails<'_> {
        ProblemDetails {
            r#type: format!("urn:dateline:problem:{}", self.code.as_str()),
            title: self.code.title(),
            status: self.code.status(),
            detail: &self.detail,
            instance: format!("urn:dateline:request:{request_id}"),
            code: self.code,
            id: None,
            line: None,
            index: None,
            limit: self.limit,
            actual: self.actual,
            language: self.language.as_deref(),
            errors: &self.errors,
        }
    }

    /// What the caller reads about a document of the batch of this request id.
    #[must_use]
    pub fn details_of<'a>(&'a self, request_id: &str, position: Position, id: Option<&'a str>) -> ProblemDetails<'a> {
        let (number, line, index) = match position {
            Position::Line(line) => (line, Some(line), None),
            Position::Index(index) => (index + 1, None, Some(index)),
        };
        ProblemDetails { id, line, index, ..self.details(&format!("{request_id}#{number}")) }
    }
}

impl ProblemDetails<'_> {
    /// The problem as JSON.
    ///
    /// # Panics
    /// Never: problems have string keys and whole numbers.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("problems have string keys and whole numbers")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_the_same_in_json_and_in_metrics() {
        for &code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert!((400..600).contains(&code.status()));
        }
    }
}
