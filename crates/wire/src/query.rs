//! Query parameters of requests whose body is the article itself.

use dateline_text::Published;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::{
    fields::{Fault, Fields},
    json::NAME_CHARS_MAX,
    problem::Problem,
    published,
};

/// The parameters of a query string as fields; a list is separated by commas.
pub(crate) fn fields<'f>(query: &str, faults: &'f mut Vec<Fault>) -> Fields<'f> {
    let mut parameters = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        let value = match name.as_str() {
            "include" => items(&value).map(Value::from).collect(),
            _ => Value::from(value),
        };
        if parameters.contains_key(&name) {
            let name: String = name.chars().take(NAME_CHARS_MAX).collect();
            faults.push(Fault::invalid(&format!("?{name}"), "is given twice"));
        }
        parameters.insert(name, value);
    }
    Fields::new(Value::Object(parameters), "?", faults)
}

/// The items of a list, which a form's spaces may part too.
fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(|item| item.trim_matches([' ', '+'])).filter(|item| !item.is_empty())
}

/// A name or value without its percent-encoding. A plus sign stays: it is that of an offset from UTC more often than a
/// form's space.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The date of publication, in which a form's plus sign may stand for the space between date and time.
pub(crate) fn published(text: &str) -> Option<Published> {
    published::parse(text).or_else(|| published::parse(&text.replacen('+', " ", 1)))
}

/// Rejects all query parameters of a request that has its options in its body.
///
/// # Errors
/// [`Code::ParameterUnknown`](crate::Code::ParameterUnknown).
pub fn reject(query: Option<&str>, errors_max: usize) -> Result<(), Problem> {
    let mut faults = Vec::new();
    fields(query.unwrap_or_default(), &mut faults).finish_without_parameters();
    match crate::fields::problem(faults, errors_max) {
        Some(problem) => Err(problem),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        RequestLimits,
        options::{BodyType, Layer, OffsetUnit},
        problem::Problem,
        request::ExtractRequest,
    };

    fn read(query: &str) -> Result<ExtractRequest, Problem> {
        ExtractRequest::from_text("Rain fell.".to_owned(), BodyType::Text, Some(query), &RequestLimits::default())
    }

    #[test]
    fn parameters_are_read() {
        let request =
            read("published_at=2025-10-08T12:00:00+02:00&offset_unit=utf16&include=quotes,times&language=en_US");
        let request = request.unwrap();
        assert_eq!(request.options.offset_unit, OffsetUnit::Utf16);
        assert_eq!(request.options.include, [Layer::Quotes, Layer::Times]);
        assert_eq!(request.language, Some("en"));
        for date in ["2025-10-08", "2025-10-08T12:00:00%2B0200", "2025-10-08%2012:00:00", "2025-10-08+12:00:00"] {
            assert!(read(&format!("published_at={date}")).unwrap().published_at.is_some(), "{date}");
        }
        for list in ["quotes,%20times", "quotes,+times", ",quotes,,times,"] {
            let request = read(&format!("include={list}")).unwrap();
            assert_eq!(request.options.include, [Layer::Quotes, Layer::Times], "{list}");
        }
        for nothing in ["", "&", "include="] {
            assert!(read(nothing).is_ok(), "{nothing}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_parameter_is_said_with_its_name() {
        for (query, code, pointer, said) in [
            ("title=x", "parameter_unknown", "?title", "send JSON"),
            ("offsetunit=utf8", "parameter_unknown", "?offsetunit", "did you mean \"offset_unit\"?"),
            ("offset_unit=bytes", "field_invalid", "?offset_unit", "must be one of"),
            ("include=quote", "field_invalid", "?include/0", "did you mean \"quotes\"?"),
            ("published_at=Sunday", "date_invalid", "?published_at", "must be a date"),
            ("language=fr", "language_unsupported", "?language", "\"fr\""),
            ("language=en&language=en", "field_invalid", "?language", "given twice"),
        ] {
            let problem = read(query).err().unwrap();
            let json = serde_json::to_value(problem.details("1")).unwrap();
            assert_eq!(json["code"], code, "{query}");
            assert_eq!(json["errors"][0]["pointer"], pointer, "{query}");
            assert!(problem.detail().contains(said), "{query}: {}", problem.detail());
        }
    }
}
