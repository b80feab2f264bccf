//! Reading JSON strictly, and saying in plain words what is wrong with it.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::problem::{Code, Problem};

/// Most characters of a field's name that a problem repeats.
pub(crate) const NAME_CHARS_MAX: usize = 40;

/// The byte order mark in UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// The bytes behind a byte order mark at their start: no editor shows one, and it says nothing in UTF-8.
#[must_use]
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}

/// Bytes as text, without a byte order mark.
///
/// # Errors
/// [`Code::CharsetInvalid`] with the first byte that is wrong.
pub fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    let is_utf32 = bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff");
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    std::str::from_utf8(without_bom(bytes)).map_err(|error| {
        let at = error.valid_up_to() + bytes.len() - without_bom(bytes).len();
        let detail = match (is_utf32, is_utf16) {
            (true, _) => "the body is in UTF-32; send it in UTF-8".to_owned(),
            (_, true) => "the body is in UTF-16; send it in UTF-8".to_owned(),
            _ => format!("the body is not valid UTF-8 from byte {at} on; send it in UTF-8"),
        };
        Problem::new(Code::CharsetInvalid, detail)
    })
}

/// Reads JSON, in which no object may have two fields of one name: a second one would be ignored silently.
///
/// # Errors
/// A problem that names the fault, its line and its column.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    match serde_json::from_str(utf8(bytes)?) {
        Ok(Unique(value)) => Ok(value),
        Err(error) => Err(Problem::new(Code::JsonMalformed, describe(&error))),
    }
}

/// A fault of JSON in words. serde_json's messages about syntax name what it expected and quote nothing; the messages of
/// our own name a field.
fn describe(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let place = format!(" at line {line} column {column}");
    let fault = message.strip_suffix(&place).unwrap_or(&message);
    let fault = match fault {
        "recursion limit exceeded" => "more than 127 levels of nesting".to_owned(),
        // serde_json says so of both.
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => {
            "an escape \\u without four digits, or half of a surrogate pair".to_owned()
        }
        "trailing characters" => "characters after the end of the JSON value".to_owned(),
        fault => fault.replace("EOF", "end of input"),
    };
    format!("invalid JSON: {fault} at line {line}, column {column}")
}

/// A JSON value whose objects have no field twice.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Unique(value)) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Unique(value))) = entries.next_entry::<String, Unique>()? {
            if object.contains_key(&name) {
                let name: String = name.chars().take(NAME_CHARS_MAX).collect();
                return Err(A::Error::custom(format_args!("the field {name:?} is given twice")));
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_json_is_named() {
        for (text, expected) in [
            (r#"{"body": "Rain fell.", }"#, "invalid JSON: trailing comma at line 1, column 24"),
            (
                "{\n  \"body\": \"Rain\nfell.\"}",
                "invalid JSON: control character (\\u0000-\\u001F) found while parsing a string at line 3, column 0",
            ),
            ("{'body': 1}", "invalid JSON: key must be a string at line 1, column 2"),
            (r#"{"body": "x""#, "invalid JSON: end of input while parsing an object at line 1, column 12"),
            ("", "invalid JSON: end of input while parsing a value at line 1, column 0"),
            (r#"{"body": "x"} x"#, "invalid JSON: characters after the end of the JSON value at line 1, column 15"),
            (r#"{"a": 1, "a": 2}"#, "invalid JSON: the field \"a\" is given twice at line 1, column 16"),
            (
                r#"{"a": "\ud800"}"#,
                "invalid JSON: an escape \\u without four digits, or half of a surrogate pair at line 1, column 14",
            ),
            (r#"{"a": NaN}"#, "invalid JSON: expected value at line 1, column 7"),
            (r#"{"a" 1}"#, "invalid JSON: expected `:` at line 1, column 6"),
        ] {
            let problem = parse(text.as_bytes()).unwrap_err();
            assert_eq!((problem.code(), problem.detail()), (Code::JsonMalformed, expected), "{text}");
        }
        let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
        assert!(parse(deep.as_bytes()).unwrap_err().detail().contains("127 levels"));
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(parse(b"\xef\xbb\xbf{}").unwrap(), Value::Object(Map::new()));
        assert_eq!(utf8(b"\xef\xbb\xbfx").unwrap(), "x");
        assert!(utf8(b"\xff\xfe{\0").unwrap_err().detail().contains("UTF-16"));
        assert!(utf8(b"\xff\xfe\0\0{\0\0\0").unwrap_err().detail().contains("UTF-32"));
        assert!(utf8(b"\xef\xbb\xbfab\xff").unwrap_err().detail().contains("byte 5"));
    }
}
