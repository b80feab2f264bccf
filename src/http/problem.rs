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

/// The problem that an answer of this status stands for when whoever gave it did not say more.
#[must_use]
pub fn of_status(status: StatusCode) -> Problem {
    let (code, detail) = match status {
        StatusCode::NOT_FOUND => (Code::NotFound, "GET /openapi.json lists the paths"),
        StatusCode::METHOD_NOT_ALLOWED => (Code::MethodNotAllowed, "the header Allow lists the methods"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (Code::EncodingUnsupported, "the content coding must be gzip or none"),
        StatusCode::PAYLOAD_TOO_LARGE => (Code::BodyTooLarge, "the body is too large"),
        StatusCode::REQUEST_TIMEOUT => (Code::BodyTimeout, "the body took too long to arrive"),
        status if status.is_client_error() => (Code::RequestMalformed, "the request could not be understood"),
        _ => (Code::Internal, "the request could not be answered; the fault is the service's"),
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
            ComputeError::QueueFull => Self::new(Code::Overloaded, "as many articles wait as may; try again shortly"),
            ComputeError::QueueTimeout => Self::new(Code::Overloaded, "no worker came free in time; try again shortly"),
            ComputeError::Deadline => Self::new(Code::DeadlineExceeded, "the article was not read within the deadline"),
            ComputeError::Panicked => {
                Self::new(Code::Internal, "the article could not be read; the fault is the service's")
            }
        }
    }
}
