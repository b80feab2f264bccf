//! Problems as HTTP answers.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use dateline_wire::{Code, Problem, ProblemDetails};

use crate::{config::RETRY_AFTER_S, runtime::pool::ComputeError};

/// The media type of problems.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A problem in place of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection(pub Problem);

/// The problem of a response that has this status and no problem yet.
#[must_use]
pub fn of_status(status: StatusCode) -> Problem {
    let (code, detail) = match status {
        StatusCode::NOT_FOUND => {
            (Code::NotFound, "no such path; GET /openapi.json lists the paths, and /docs shows them")
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            (Code::MethodNotAllowed, "the path does not support this method; the header Allow lists those that it does")
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (Code::EncodingUnsupported, "Content-Encoding must be gzip, or absent"),
        StatusCode::PAYLOAD_TOO_LARGE => (Code::BodyTooLarge, "the body is too large"),
        StatusCode::REQUEST_TIMEOUT => (Code::BodyTimeout, "the body took too long to arrive"),
        status if status.is_client_error() => (Code::RequestMalformed, "the request is malformed"),
        _ => (Code::Internal, "internal error, not caused by the request"),
    };
    Problem::new(code, detail)
}

/// The status of a problem's answer.
///
/// # Panics
/// Never: every code has a status of HTTP.
#[must_use]
pub fn status(code: Code) -> StatusCode {
    StatusCode::from_u16(code.status()).expect("every code has a status of HTTP")
}

/// The answer's body and its media type.
#[must_use]
pub fn render(details: &ProblemDetails<'_>) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON))], details.to_json()).into_response()
}

impl From<Problem> for Rejection {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl IntoResponse for Rejection {
    /// An answer without a body: the router's middleware writes it, because it knows the request's id.
    fn into_response(self) -> Response {
        let status = status(self.0.code());
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER_S));
        }
        response.extensions_mut().insert(self.0);
        response
    }
}

impl From<ComputeError> for Rejection {
    fn from(error: ComputeError) -> Self {
        Self(error.into())
    }
}

impl From<ComputeError> for Problem {
    fn from(error: ComputeError) -> Self {
        match error {
            ComputeError::QueueFull => {
                Self::new(Code::Overloaded, "the queue is full; retry after the interval in Retry-After")
            }
            ComputeError::QueueTimeout => {
                Self::new(Code::Overloaded, "no worker became free in time; retry after the interval in Retry-After")
            }
            ComputeError::Deadline => {
                Self::new(Code::DeadlineExceeded, "the article was not processed within the deadline")
            }
            ComputeError::Panicked => Self::new(Code::Internal, "internal error, not caused by the request"),
        }
    }
}
