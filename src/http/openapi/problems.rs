//! The problems that each operation can answer with.

use std::collections::BTreeMap;

use dateline_wire::{Code, ExtractRequest, Problem, ProblemDetails, RequestLimits};
use serde_json::json;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, example::ExampleBuilder},
};

use crate::{
    config::Limits,
    http::{body::too_large, problem::PROBLEM_JSON},
    runtime::{pool::ComputeError, readiness::Readiness},
};

macro_rules! problem_sets {
    ($($(#[doc = $doc:literal])* $name:ident = $codes:expr;)*) => {$(
        $(#[doc = $doc])*
        pub struct $name;

        impl $name {
            /// The codes of the problems.
            pub const CODES: &[Code] = $codes;
        }

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                responses(Self::CODES)
            }
        }
    )*};
}

problem_sets! {
    /// What can go wrong with an article.
    ExtractProblems = &[
        Code::RequestMalformed, Code::JsonMalformed, Code::CharsetInvalid, Code::BodyUnreadable, Code::KeyMissing, Code::KeyUnknown, Code::NotAcceptable, Code::BodyTimeout,
        Code::BodyTooLarge, Code::TextTooLong, Code::AnswerTooLarge, Code::MediaTypeUnsupported, Code::EncodingUnsupported,
        Code::FieldUnknown, Code::ParameterUnknown, Code::FieldMissing, Code::FieldInvalid, Code::DateInvalid,
        Code::LanguageUnsupported, Code::TextEmpty, Code::RateExceeded, Code::BodiesExceeded, Code::HeadersTooMany, Code::Internal, Code::Overloaded, Code::Draining,
        Code::DeadlineExceeded,
    ];

    /// What can go wrong with a batch as a whole; each document has a result of its own.
    BatchProblems = &[
        Code::RequestMalformed, Code::JsonMalformed, Code::CharsetInvalid, Code::BodyUnreadable, Code::KeyMissing, Code::KeyUnknown, Code::NotAcceptable, Code::BodyTimeout,
        Code::BodyTooLarge, Code::BatchTooLong, Code::MediaTypeUnsupported, Code::EncodingUnsupported,
        Code::FieldUnknown, Code::ParameterUnknown, Code::FieldMissing, Code::FieldInvalid, Code::RateExceeded, Code::BodiesExceeded,
        Code::HeadersTooMany, Code::Internal, Code::Overloaded, Code::Draining,
    ];

    /// What can go wrong with a question about the service.
    InfoProblems = &[
        Code::RequestMalformed, Code::KeyMissing, Code::KeyUnknown, Code::NotAcceptable, Code::RateExceeded, Code::HeadersTooMany,
    ];

    /// What can go wrong with a question for metrics.
    MetricsProblems = &[Code::RequestMalformed, Code::KeyMissing, Code::KeyUnknown, Code::HeadersTooMany];

    /// What can go wrong with every request.
    AnyProblems = &[Code::RequestMalformed, Code::HeadersTooMany];

    /// Why the service is not ready.
    ReadyProblems = &[Code::RequestMalformed, Code::Starting, Code::Draining];
}

/// One response per status, with every code that has it as an example.
fn responses(codes: &[Code]) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status = BTreeMap::<String, Vec<Code>>::new();
    for &code in codes {
        by_status.entry(code.status().to_string()).or_default().push(code);
    }
    by_status.into_iter().map(|(status, codes)| (status, response(&codes).into())).collect()
}

fn response(codes: &[Code]) -> Response {
    let lines: Vec<String> = codes.iter().map(|code| format!("`{}`: {}", code.as_str(), code.title())).collect();
    let examples = codes.iter().map(|&code| {
        let problem = json!(example(code).details("5f8d2c1e"));
        (code.as_str(), RefOr::T(ExampleBuilder::new().summary(code.title()).value(Some(problem)).build()))
    });
    let schema = Ref::from_schema_name(ProblemDetails::name());
    let content = ContentBuilder::new().schema(Some(schema)).examples_from_iter(examples).build();
    ResponseBuilder::new().description(lines.join("\n\n")).content(PROBLEM_JSON, content).build()
}

/// A problem of this code as callers get it, made by what makes theirs where that takes no connection.
fn example(code: Code) -> Problem {
    let refused = match code {
        Code::JsonMalformed => refuse(r#"{"body": "Rain fell.""#),
        Code::FieldUnknown => refuse(r#"{"body": "Rain fell.", "headline": "Rain"}"#),
        Code::FieldMissing => refuse(r#"{"title": "Rain"}"#),
        Code::FieldInvalid => refuse(r#"{"body": "Rain fell.", "options": {"offset_unit": "bytes"}}"#),
        Code::DateInvalid => refuse(r#"{"body": "Rain fell.", "published_at": "Sunday"}"#),
        Code::LanguageUnsupported => refuse(r#"{"body": "Rain fell.", "language": "fr"}"#),
        Code::TextEmpty => refuse(r#"{"body": " "}"#),
        Code::BodyTooLarge => Some(too_large(Limits::default().body_bytes_max)),
        Code::Overloaded => Some(ComputeError::QueueFull.into()),
        Code::DeadlineExceeded => Some(ComputeError::Deadline.into()),
        Code::Internal => Some(ComputeError::Panicked.into()),
        Code::Starting => Readiness::default().check_ready().err(),
        _ => None,
    };
    refused.unwrap_or_else(|| Problem::new(code, code.title()))
}

/// Why this body of a request is refused.
fn refuse(body: &str) -> Option<Problem> {
    let limits = RequestLimits::default();
    ExtractRequest::from_json(body.as_bytes(), &limits).and_then(|request| request.into_article(&limits)).err()
}
