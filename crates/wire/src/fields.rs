//! Reading a JSON body: every fault is found, named by its JSON pointer, and said without quoting the body.
//!
//! serde's own messages quote the values that they reject, and stop at the first; hence this reader.

use serde_json::{Map, Value};

use crate::{
    json::NAME_CHARS_MAX,
    problem::{Code, FieldError, Problem},
    suggest,
};

/// Unknown fields of one object for which the field that was meant is looked for: an object can hold thousands.
const SUGGESTED_MAX: usize = 20;

/// What is wrong with one value.
pub(crate) struct Fault {
    code: Code,
    error: FieldError,
    /// The same as a complete sentence.
    sentence: String,
    /// The language that is not supported, as a BCP 47 tag.
    language: Option<String>,
}

impl Fault {
    /// Of the value at `pointer`; `detail` continues its name: "must be …".
    pub(crate) fn new(code: Code, pointer: &str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        let name = if pointer.is_empty() { "the request" } else { pointer };
        let sentence = format!("{name} {detail}");
        Self { code, error: FieldError { pointer: pointer.to_owned(), detail }, sentence, language: None }
    }

    pub(crate) fn invalid(pointer: &str, detail: impl Into<String>) -> Self {
        Self::new(Code::FieldInvalid, pointer, detail)
    }

    /// Of a name in the object at `prefix` that is none of `allowed`; `suggests` the one that was meant.
    fn unknown(prefix: &str, name: &str, allowed: &[&str], suggests: bool) -> Self {
        let parameter = prefix == "?";
        let name: String = name.chars().take(NAME_CHARS_MAX).collect();
        let pointer = format!("{prefix}{}", if parameter { name.clone() } else { escaped(&name) });
        let meant = if suggests { suggest::field(&name, prefix, allowed) } else { None };
        let hint = match meant {
            Some(field) => format!("; did you mean {field:?}?"),
            None => ".".to_owned(),
        };
        let (kind, code) =
            if parameter { ("query parameter", Code::ParameterUnknown) } else { ("field", Code::FieldUnknown) };
        let parent = prefix.trim_end_matches('/');
        let place = if parameter || parent.is_empty() { String::new() } else { format!(" in {parent}") };
        let remark = match (parameter, name.as_str()) {
            // Query strings are written to access logs.
            (true, "title" | "abstract" | "byline" | "dateline" | "id") => "; send JSON to give it",
            _ => "",
        };
        let rest = format!("{remark}{hint} Allowed: {}", allowed.join(", "));
        Self {
            code,
            error: FieldError { pointer, detail: format!("unknown {kind}{rest}") },
            sentence: format!("unknown {kind} {name:?}{place}{rest}"),
            language: None,
        }
    }

    /// Names the language that is not supported.
    pub(crate) fn language(mut self, tag: String) -> Self {
        self.language = Some(tag);
        self
    }

    fn is_unknown(&self) -> bool {
        matches!(self.code, Code::FieldUnknown | Code::ParameterUnknown)
    }
}

/// A name as a token of a JSON pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A value that a field can have.
pub(crate) trait FromValue: Sized {
    /// What a valid value is, as in "must be …".
    fn expected() -> String;

    /// The words that are valid, where only these are.
    fn choices() -> &'static [&'static str] {
        &[]
    }

    /// The value, if it is valid.
    fn from_value(value: Value) -> Option<Self>;
}

/// What is wrong with a value that is none of this type.
fn unexpected<T: FromValue>(word: Option<&str>) -> String {
    let hint = word.and_then(|word| suggest::word(word, T::choices()));
    let hint = hint.map(|word| format!("; did you mean {word:?}?")).unwrap_or_default();
    format!("must be {}{hint}", T::expected())
}

/// A number from 0 to 1.
pub(crate) struct Confidence(pub(crate) f64);

impl FromValue for Confidence {
    fn expected() -> String {
        "a number from 0 to 1".to_owned()
    }

    fn from_value(value: Value) -> Option<Self> {
        value.as_f64().filter(|number| (0.0..=1.0).contains(number)).map(Self)
    }
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
pub(crate) struct Fields<'f> {
    object: Map<String, Value>,
    /// What a field's pointer begins with: "/", "/options/", or "?" for query parameters.
    prefix: String,
    known: Vec<&'static str>,
    /// What is no object lacks no field either.
    is_object: bool,
    faults: &'f mut Vec<Fault>,
}

impl<'f> Fields<'f> {
    /// The fields of `value`, whose pointers begin with `prefix`.
    pub(crate) fn new(value: Value, prefix: &str, faults: &'f mut Vec<Fault>) -> Self {
        let is_object = value.is_object();
        let object = match value {
            Value::Object(object) => object,
            _ => {
                faults.push(Fault::invalid(prefix.trim_end_matches('/'), "must be an object"));
                Map::new()
            }
        };
        Self { object, prefix: prefix.to_owned(), known: Vec::new(), is_object, faults }
    }

    /// The field's raw value; null counts as absent.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<Value> {
        self.known.push(name);
        self.object.shift_remove(name).filter(|value| !value.is_null())
    }

    /// The field's value, if it is there and valid.
    pub(crate) fn optional<T: FromValue>(&mut self, name: &'static str) -> Option<T> {
        let value = self.take(name)?;
        let word = value.as_str().filter(|_| !T::choices().is_empty()).map(str::to_owned);
        let read = T::from_value(value);
        if read.is_none() {
            self.reject(Code::FieldInvalid, name, unexpected::<T>(word.as_deref()));
        }
        read
    }

    /// The values of a list, if it is there and every one is valid.
    pub(crate) fn list<T: FromValue>(&mut self, name: &'static str) -> Option<Vec<T>> {
        let Value::Array(values) = self.take(name)? else {
            self.reject(Code::FieldInvalid, name, "must be an array".to_owned());
            return None;
        };
        let mut read = Vec::new();
        for (i, value) in values.into_iter().enumerate() {
            let word = value.as_str().map(str::to_owned);
            match T::from_value(value) {
                Some(value) => read.push(value),
                None => self.reject(Code::FieldInvalid, &format!("{name}/{i}"), unexpected::<T>(word.as_deref())),
            }
        }
        Some(read)
    }

    /// The field's value, if it is a string that `read` can read.
    pub(crate) fn read_with<T>(
        &mut self,
        name: &'static str,
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
    pub(crate) fn reject(&mut self, code: Code, name: &str, detail: String) {
        self.report(name, |pointer| Fault::new(code, pointer, detail));
    }

    /// Reports a fault in a field, given its pointer.
    pub(crate) fn report(&mut self, name: &str, fault: impl FnOnce(&str) -> Fault) {
        if !self.is_object {
            return;
        }
        let fault = fault(&format!("{}{name}", self.prefix));
        self.faults.push(fault);
    }

    /// Reports every query parameter of a request that has its options in its body.
    pub(crate) fn finish_without_parameters(self) {
        for name in self.object.keys() {
            let name: String = name.chars().take(NAME_CHARS_MAX).collect();
            let mut fault = Fault::new(Code::ParameterUnknown, &format!("?{name}"), "is not read beside a JSON body");
            fault.sentence = format!("query parameter {name:?} is not supported here; send options in the JSON body");
            self.faults.push(fault);
        }
    }

    /// Reports every field that nobody took.
    pub(crate) fn finish(self) {
        for (at, name) in self.object.keys().enumerate() {
            let suggests = at < SUGGESTED_MAX;
            self.faults.push(Fault::unknown(&self.prefix, name, &self.known, suggests));
        }
    }
}

/// The problem that lists these faults, at most `errors_max` of them. A field that is unknown comes first: it often
/// explains why another one is missing.
pub(crate) fn problem(mut faults: Vec<Fault>, errors_max: usize) -> Option<Problem> {
    faults.sort_by_key(|fault| !fault.is_unknown());
    let first = faults.first_mut()?;
    let (code, language) = (first.code, first.language.take());
    let mut detail = std::mem::take(&mut first.sentence);
    let others = faults.len() - 1;
    match others {
        0 => {}
        1 => detail += " (and 1 more error)",
        _ => detail += &format!(" (and {others} more errors)"),
    }
    let listed = faults.into_iter().take(errors_max).map(|fault| fault.error).collect();
    Some(Problem::new(code, detail).language(language).errors(listed))
}
