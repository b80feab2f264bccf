//! The problems that each operation can answer with.

use std::collections::BTreeMap;

use serde_json::json;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, example::ExampleBuilder},
};

use crate::error::{Code, PROBLEM_JSON, Problem, ProblemDetails};

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
        Code::JsonMalformed, Code::CharsetInvalid, Code::BodyUnreadable, Code::NotAcceptable, Code::BodyTimeout,
        Code::BodyTooLarge, Code::TextTooLong, Code::MediaTypeUnsupported, Code::EncodingUnsupported,
        Code::FieldUnknown, Code::ParameterUnknown, Code::FieldMissing, Code::FieldInvalid, Code::DateInvalid,
        Code::LanguageUnsupported, Code::TextEmpty, Code::Internal, Code::Overloaded, Code::Draining,
        Code::DeadlineExceeded,
    ];

    /// What can go wrong with a question about the service.
    InfoProblems = &[Code::NotAcceptable];

    /// Why articles are not taken.
    ReadyProblems = &[Code::Starting, Code::Draining];
}

/// One response per status, with every code that has it as an example.
fn responses(codes: &[Code]) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status = BTreeMap::<String, Vec<Code>>::new();
    for &code in codes {
        by_status.entry(code.status().as_str().to_owned()).or_default().push(code);
    }
    by_status.into_iter().map(|(status, codes)| (status, response(&codes).into())).collect()
}

fn response(codes: &[Code]) -> Response {
    let lines: Vec<String> = codes.iter().map(|code| format!("`{}`: {}", code.as_str(), code.title())).collect();
    let examples = codes.iter().map(|&code| {
        let problem = json!(Problem::new(code, code.title()).details("5f8d2c1e"));
        (code.as_str(), RefOr::T(ExampleBuilder::new().summary(code.title()).value(Some(problem)).build()))
    });
    let schema = Ref::from_schema_name(ProblemDetails::name());
    let content = ContentBuilder::new().schema(Some(schema)).examples_from_iter(examples).build();
    ResponseBuilder::new().description(lines.join("\n\n")).content(PROBLEM_JSON, content).build()
}
