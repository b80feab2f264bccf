//! Problems as RFC 9457 writes them. The only file that knows which fault has which status.

use serde::Serialize;
use utoipa::ToSchema;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $status:literal, $title:literal;)*) => {
        /// The stable codes of problems.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema)]
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

codes! {
    /// The body is no JSON.
    JsonMalformed = "json_malformed", 400, "The body is not well-formed JSON";
    /// The body is not in UTF-8.
    CharsetInvalid = "charset_invalid", 400, "The body is not in UTF-8";
    /// The body broke off or cannot be decompressed.
    BodyUnreadable = "body_unreadable", 400, "The body could not be read";
    /// The request is no HTTP that this service can answer.
    RequestMalformed = "request_malformed", 400, "The request is malformed";
    /// The request has no key.
    KeyMissing = "key_missing", 401, "The request needs a key";
    /// The request's key is not known.
    KeyUnknown = "key_unknown", 401, "The key is not known";
    /// There is nothing at this path.
    NotFound = "not_found", 404, "There is nothing at this path";
    /// The path knows other methods.
    MethodNotAllowed = "method_not_allowed", 405, "This path does not take this method";
    /// The caller accepts no JSON.
    NotAcceptable = "not_acceptable", 406, "The answer would be JSON, which the request does not accept";
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
    /// The body's media type is not read here.
    MediaTypeUnsupported = "media_type_unsupported", 415, "The body's media type is not supported";
    /// The body's content coding is not read here.
    EncodingUnsupported = "encoding_unsupported", 415, "The body's content coding is not supported";
    /// A field that the request does not have.
    FieldUnknown = "field_unknown", 422, "The request has an unknown field";
    /// A query parameter, of which there are none.
    ParameterUnknown = "parameter_unknown", 422, "The request has an unknown query parameter";
    /// A field that the request needs.
    FieldMissing = "field_missing", 422, "The request lacks a field";
    /// A field of the wrong type or out of its range.
    FieldInvalid = "field_invalid", 422, "A field of the request is invalid";
    /// The date of publication is no date.
    DateInvalid = "date_invalid", 422, "The date of publication is invalid";
    /// The language is not read here.
    LanguageUnsupported = "language_unsupported", 422, "The language is not supported";
    /// The article's body holds no text.
    TextEmpty = "text_empty", 422, "The article has no text";
    /// The key has sent as much as it may.
    RateExceeded = "rate_exceeded", 429, "The key has sent too many documents";
    /// The key or the address is sending as many bodies as it may.
    BodiesExceeded = "bodies_exceeded", 429, "Too many bodies are sent at the same time";
    /// The request has too many headers.
    HeadersTooMany = "headers_too_many", 431, "The request has too many headers";
    /// The service failed.
    Internal = "internal", 500, "The service failed";
    /// More articles wait than may.
    Overloaded = "overloaded", 503, "The service is busy";
    /// The service is about to end.
    Draining = "draining", 503, "The service is shutting down";
    /// The service is not ready yet.
    Starting = "starting", 503, "The service is starting";
    /// The answer took too long.
    DeadlineExceeded = "deadline_exceeded", 504, "The article took too long to read";
}

/// One fault in the request's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) to the value at fault.
    #[schema(examples("/options/offset_unit"))]
    pub pointer: String,
    /// What is wrong with it.
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
    errors: Vec<FieldError>,
}

/// Why a request was not answered, as RFC 9457 has it. No member ever quotes the article.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails<'a> {
    /// Names the kind of problem: `urn:dateline:problem:` and the code.
    #[schema(examples("urn:dateline:problem:field_unknown"))]
    r#type: String,
    /// What went wrong, in general.
    title: &'static str,
    /// The HTTP status, repeated.
    status: u16,
    /// What went wrong this time.
    detail: &'a str,
    /// Names this occurrence: `urn:dateline:request:` and the request's id.
    instance: String,
    /// Stable name of the problem, for programs.
    code: Code,
    /// The limit that was passed, where one was: bytes, characters, documents or milliseconds, as `detail` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    limit: Option<u64>,
    /// What was found in its place, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    actual: Option<u64>,
    /// The faults in the request's body, where there are any; `code` is that of the first.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    errors: &'a [FieldError],
}

impl Problem {
    /// A problem with what went wrong this time.
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), limit: None, actual: None, errors: Vec::new() }
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

    /// Lists faults in the request's body.
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
            limit: self.limit,
            actual: self.actual,
            errors: &self.errors,
        }
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
