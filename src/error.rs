//! Problems as RFC 9457 writes them. The only file that knows which fault has which HTTP status.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{compute::ComputeError, config::RETRY_AFTER_S};

/// The media type of problems.
pub const PROBLEM_JSON: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $status:ident, $title:literal;)*) => {
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

            /// The status of the answer.
            #[must_use]
            pub fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)* }
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
    JsonMalformed = "json_malformed", BAD_REQUEST, "The body is not well-formed JSON";
    /// The body is not in UTF-8.
    CharsetInvalid = "charset_invalid", BAD_REQUEST, "The body is not in UTF-8";
    /// The body broke off or cannot be decompressed.
    BodyUnreadable = "body_unreadable", BAD_REQUEST, "The body could not be read";
    /// The request is no HTTP that this service can answer.
    RequestMalformed = "request_malformed", BAD_REQUEST, "The request is malformed";
    /// The request has no key.
    KeyMissing = "key_missing", UNAUTHORIZED, "The request needs a key";
    /// The request's key is not known.
    KeyUnknown = "key_unknown", UNAUTHORIZED, "The key is not known";
    /// There is nothing at this path.
    NotFound = "not_found", NOT_FOUND, "There is nothing at this path";
    /// The path knows other methods.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "This path does not take this method";
    /// The caller accepts no JSON.
    NotAcceptable = "not_acceptable", NOT_ACCEPTABLE, "The answer would be JSON, which the request does not accept";
    /// The body came too slowly.
    BodyTimeout = "body_timeout", REQUEST_TIMEOUT, "The body took too long to arrive";
    /// The body has too many bytes.
    BodyTooLarge = "body_too_large", PAYLOAD_TOO_LARGE, "The body is too large";
    /// The text has too many characters.
    TextTooLong = "text_too_long", PAYLOAD_TOO_LARGE, "The text is too long";
    /// The batch has too many documents.
    BatchTooLong = "batch_too_long", PAYLOAD_TOO_LARGE, "The batch has too many documents";
    /// The body's media type is not read here.
    MediaTypeUnsupported = "media_type_unsupported", UNSUPPORTED_MEDIA_TYPE, "The body's media type is not supported";
    /// The body's content coding is not read here.
    EncodingUnsupported = "encoding_unsupported", UNSUPPORTED_MEDIA_TYPE, "The body's content coding is not supported";
    /// A field that the request does not have.
    FieldUnknown = "field_unknown", UNPROCESSABLE_ENTITY, "The request has an unknown field";
    /// A query parameter, of which there are none.
    ParameterUnknown = "parameter_unknown", UNPROCESSABLE_ENTITY, "The request has an unknown query parameter";
    /// A field that the request needs.
    FieldMissing = "field_missing", UNPROCESSABLE_ENTITY, "The request lacks a field";
    /// A field of the wrong type or out of its range.
    FieldInvalid = "field_invalid", UNPROCESSABLE_ENTITY, "A field of the request is invalid";
    /// The date of publication is no date.
    DateInvalid = "date_invalid", UNPROCESSABLE_ENTITY, "The date of publication is invalid";
    /// The language is not read here.
    LanguageUnsupported = "language_unsupported", UNPROCESSABLE_ENTITY, "The language is not supported";
    /// The article's body holds no text.
    TextEmpty = "text_empty", UNPROCESSABLE_ENTITY, "The article has no text";
    /// The key has sent as much as it may.
    RateExceeded = "rate_exceeded", TOO_MANY_REQUESTS, "The key has sent too many documents";
    /// The service failed.
    Internal = "internal", INTERNAL_SERVER_ERROR, "The service failed";
    /// More articles wait than may.
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "The service is busy";
    /// The service is about to end.
    Draining = "draining", SERVICE_UNAVAILABLE, "The service is shutting down";
    /// The service is not ready yet.
    Starting = "starting", SERVICE_UNAVAILABLE, "The service is starting";
    /// The answer took too long.
    DeadlineExceeded = "deadline_exceeded", GATEWAY_TIMEOUT, "The article took too long to read";
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

    /// The problem that an answer of this status stands for when whoever gave it did not say more.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        let (code, detail) = match status {
            StatusCode::NOT_FOUND => (Code::NotFound, "GET /openapi.json lists the paths"),
            StatusCode::METHOD_NOT_ALLOWED => (Code::MethodNotAllowed, "the header Allow lists the methods"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                (Code::EncodingUnsupported, "the content coding must be gzip or none")
            }
            StatusCode::PAYLOAD_TOO_LARGE => (Code::BodyTooLarge, "the body is too large"),
            StatusCode::REQUEST_TIMEOUT => (Code::BodyTimeout, "the body took too long to arrive"),
            status if status.is_client_error() => (Code::RequestMalformed, "the request could not be understood"),
            _ => (Code::Internal, "the request could not be answered; the fault is the service's"),
        };
        Self::new(code, detail)
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
            status: self.code.status().as_u16(),
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
    /// The answer's body and its media type.
    #[must_use]
    pub fn render(&self) -> Response {
        let mut response = Json(self).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        response
    }
}

impl IntoResponse for Problem {
    /// An answer without a body: the router's middleware writes it, because it knows the request's id.
    fn into_response(self) -> Response {
        let mut response = self.code.status().into_response();
        if self.code.status() == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ComputeError> for Problem {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::QueueFull => Self::new(Code::Overloaded, "as many articles wait as may; try again shortly"),
            ComputeError::QueueTimeout => Self::new(Code::Overloaded, "no worker came free in time; try again shortly"),
            ComputeError::Deadline => Self::new(Code::DeadlineExceeded, "the article was not read within the deadline"),
            ComputeError::Panicked => {
                Self::new(Code::Internal, "the article could not be read; the fault is the service's")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_the_same_in_json_and_in_metrics() {
        for &code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert!(code.status().is_client_error() || code.status().is_server_error());
        }
    }
}
