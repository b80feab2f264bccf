//! Names with ids of Wikidata, in ELEVANT's form: `{"text", "eval_span", "entities": [{"start", "end", "link", …}]}`.

use serde::Deserialize;
use serde_json::Value;

use super::Text;
use crate::answer::Range;

#[derive(Deserialize)]
pub(crate) struct LinkingDocument {
    text: String,
    eval_span: Option<Range>,
    pub(crate) entities: Vec<LinkedName>,
}

#[derive(Deserialize)]
pub(crate) struct LinkedName {
    pub(crate) start: usize,
    pub(crate) end: usize,
    #[serde(default)]
    link: Value,
    #[serde(default, rename = "type")]
    kind: Value,
    #[serde(default)]
    coref: Value,
    #[serde(default)]
    optional: Value,
}

impl Text for LinkingDocument {
    fn text(&self) -> &str {
        &self.text
    }
}

impl LinkingDocument {
    /// The stretch that is annotated.
    pub(crate) fn evaluated(&self) -> Range {
        self.eval_span.unwrap_or_else(|| (0, self.text.chars().count()))
    }

    /// ELEVANT's named entities inside the stretch: no coreference, nothing optional, a capital letter and, where there
    /// is an id, a type that names people, bodies, places or events.
    pub(crate) fn named(&self) -> impl Iterator<Item = &LinkedName> {
        let (low, high) = self.evaluated();
        let chars: Vec<char> = self.text.chars().collect();
        let is_named = move |name: &&LinkedName| {
            let capital = chars[name.start..name.end].iter().any(|c| c.is_uppercase());
            (low..high).contains(&name.start)
                && !name.is_aside()
                && capital
                && (name.qid().is_none() || name.has_type())
        };
        self.entities.iter().filter(is_named)
    }
}

impl LinkedName {
    /// The id, where Wikidata has the entity.
    pub(crate) fn qid(&self) -> Option<&str> {
        self.link.as_str().filter(|link| link.starts_with('Q'))
    }

    pub(crate) fn range(&self) -> Range {
        (self.start, self.end)
    }

    fn is_aside(&self) -> bool {
        is_true(&self.coref) || is_true(&self.optional)
    }

    fn has_type(&self) -> bool {
        let kind = self.kind.to_string();
        let named = ["Person", "Organization", "Brand", "Geographic", "Event"];
        !is_true(&self.kind) || named.iter().any(|name| kind.contains(name))
    }
}

/// Whether a field says something.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::Object(fields) => !fields.is_empty(),
    }
}
