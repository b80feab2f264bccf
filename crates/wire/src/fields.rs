//! Reading a JSON body: every fault is found, named by its JSON pointer, and said without quoting the body.
//!
//! serde's own messages quote the values that they reject, and stop at the first; hence this reader.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::problem::{Code, FieldError, Problem};

/// Most characters of an unknown field's name that a pointer repeats.
const POINTER_CHARS_MAX: usize = 64;

/// A fault and its code.
pub(super) type Fault = (Code, FieldError);

/// A value that a field can have.
pub(super) trait FromValue: Sized {
    /// What a valid value is, as in "must be …".
    fn expected() -> String;

    /// The value, if it is valid.
    fn from_value(value: Value) -> Option<Self>;
}

impl FromValue for String {
    fn expected() -> String {
        "a string".to_owned()
    }

    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl FromValue for bool {
    fn expected() -> String {
        "true or false".to_owned()
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_bool()
    }
}

/// Takes the fields of one JSON object one by one, and collects what is wrong with them.
pub(super) struct Fields<'f> {
    object: Map<String, Value>,
    pointer: String,
    faults: &'f mut Vec<Fault>,
}

impl<'f> Fields<'f> {
    /// The fields of `value`, which stands at `pointer`.
    pub(super) fn new(value: Value, pointer: &str, faults: &'f mut Vec<Fault>) -> Self {
        let object = match value {
            Value::Object(object) => object,
            _ => {
                faults.push(fault(Code::FieldInvalid, pointer.to_owned(), "must be an object"));
                Map::new()
            }
        };
        Self { object, pointer: pointer.to_owned(), faults }
    }

    /// The field's raw value; null counts as absent.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.object.remove(name).filter(|value| !value.is_null())
    }

    /// The field's value, if it is there and valid.
    pub(super) fn optional<T: FromValue>(&mut self, name: &str) -> Option<T> {
        let read = T::from_value(self.take(name)?);
        if read.is_none() {
            self.reject(Code::FieldInvalid, name, format!("must be {}", T::expected()));
        }
        read
    }

    /// The values of a list, if it is there and every one is valid.
    pub(super) fn list<T: FromValue>(&mut self, name: &str) -> Option<Vec<T>> {
        let Value::Array(values) = self.take(name)? else {
            self.reject(Code::FieldInvalid, name, "must be an array".to_owned());
            return None;
        };
        let mut read = Vec::new();
        for (i, value) in values.into_iter().enumerate() {
            match T::from_value(value) {
                Some(value) => read.push(value),
                None => self.reject(Code::FieldInvalid, &format!("{name}/{i}"), format!("must be {}", T::expected())),
            }
        }
        Some(read)
    }

    /// The field's value, if it is a string that `read` can read.
    pub(super) fn read_with<T>(
        &mut self,
        name: &str,
        code: Code,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(&self.optional::<String>(name)?);
        if value.is_none() {
            self.reject(code, name, format!("must be {expected}"));
        }
        value
    }

    /// Reports a fault in a field.
    pub(super) fn reject(&mut self, code: Code, name: &str, detail: String) {
        self.faults.push(fault(code, format!("{}/{name}", self.pointer), detail));
    }

    /// Reports every field that nobody took.
    pub(super) fn finish(self) {
        for name in self.object.keys() {
            let mut name: String = name.chars().take(POINTER_CHARS_MAX).collect();
            name = name.replace('~', "~0").replace('/', "~1");
            self.faults.push(fault(Code::FieldUnknown, format!("{}/{name}", self.pointer), "is no known field"));
        }
    }
}

fn fault(code: Code, pointer: String, detail: impl Into<String>) -> Fault {
    (code, FieldError { pointer, detail: detail.into() })
}

/// The problem that lists these faults, at most `errors_max` of them.
pub(super) fn problem(faults: &[Fault], errors_max: usize) -> Option<Problem> {
    let (code, _) = faults.first()?;
    let detail = match faults.len() {
        1 => "the request's body has one fault".to_owned(),
        count if count > errors_max => {
            format!("the request's body has {count} faults; the first {errors_max} are listed")
        }
        count => format!("the request's body has {count} faults"),
    };
    let listed = faults.iter().take(errors_max).map(|(_, error)| error.clone()).collect();
    Some(Problem::new(*code, detail).errors(listed))
}

/// Reads JSON, in which no object may have two fields of one name: a second one would be ignored silently.
///
/// # Errors
/// A problem that says at which line and column the fault is.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Problem::new(Code::CharsetInvalid, format!("the body is not UTF-8 from byte {} on", error.valid_up_to()))
    })?;
    match serde_json::from_str(text) {
        Ok(Unique(value)) => Ok(value),
        Err(error) => {
            let fault = match error.classify() {
                serde_json::error::Category::Eof => "the body ends too early",
                serde_json::error::Category::Data => "an object has two fields of one name",
                _ => "a syntax fault, a lone surrogate, a number out of range, or more than 127 levels",
            };
            let (line, column) = (error.line(), error.column());
            Err(Problem::new(Code::JsonMalformed, format!("{fault}, at line {line}, column {column}")))
        }
    }
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
            if object.insert(name, value).is_some() {
                return Err(A::Error::custom("a field stands twice"));
            }
        }
        Ok(Value::Object(object))
    }
}
