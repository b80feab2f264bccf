//! The article of an item, and the entries that its lists have.

use serde_json::Value;

use super::Version;
use crate::{
    Code, ExtractRequest, KnownEntities, Options, Problem, RequestLimits,
    fields::{self, Fault, Fields},
    options::BodyType,
    published, request,
};

/// The lists of an item by name.
type Lists = Vec<(&'static str, Vec<Value>)>;

/// One text of an item, and whether it is HTML.
struct Written {
    text: String,
    is_html: bool,
}

pub(super) fn read(item: Value, version: Version, limits: &RequestLimits) -> Result<(ExtractRequest, Lists), Problem> {
    let mut faults = Vec::new();
    let mut fields = Fields::new(item, "/", &mut faults);
    let (title, body) = match version {
        Version::One => (plain(fields.optional("headline")), body_of_one(&mut fields)),
        Version::Two => texts(&mut fields, "contenttype"),
        Version::Three => texts(&mut fields, "contentType"),
    };
    let created = if version == Version::Three { "versionCreated" } else { "versioncreated" };
    let published_at = fields.read_with(created, Code::DateInvalid, published::EXPECTED, published::parse);
    let language = request::language(&mut fields);
    let lists = version.lists().map(|name| (name, list(&mut fields, name))).into();
    if let Some(problem) = fields::problem(faults, limits.errors_max) {
        return Err(problem);
    }
    let body = body.ok_or_else(|| {
        let names = match version {
            Version::One => "body_html or body_text",
            Version::Two | Version::Three => "bodies, with text or HTML as its value,",
        };
        Problem::new(Code::FieldMissing, format!("the item needs {names} to hold the article"))
    })?;
    let request = ExtractRequest {
        id: None,
        title: title.map(|title| title.written_as(body.is_html)),
        r#abstract: None,
        body_type: Some(if body.is_html { BodyType::Html } else { BodyType::Text }),
        body: body.text,
        byline: None,
        dateline: None,
        published_at,
        language,
        known_entities: KnownEntities::default(),
        options: Options::default(),
    };
    Ok((request, lists))
}

impl Written {
    /// The text, to be read as HTML or not; plain text has its signs of markup escaped in HTML.
    fn written_as(self, is_html: bool) -> String {
        if is_html && !self.is_html { self.text.replace('&', "&amp;").replace('<', "&lt;") } else { self.text }
    }
}

fn plain(text: Option<String>) -> Option<Written> {
    text.map(|text| Written { text, is_html: false })
}

fn body_of_one(fields: &mut Fields<'_>) -> Option<Written> {
    let [html, text] =
        ["body_html", "body_text"].map(|name| fields.optional::<String>(name).filter(|text| !text.trim().is_empty()));
    match (html, text) {
        (Some(_), Some(_)) => {
            let detail = "must be left out where there is body_html: send one of the two".to_owned();
            fields.reject(Code::FieldInvalid, "body_text", detail);
            None
        }
        (Some(text), None) => Some(Written { text, is_html: true }),
        (None, text) => plain(text),
    }
}

/// The first headline, and the body: HTML before plain text where there are several.
fn texts(fields: &mut Fields<'_>, content_type: &str) -> (Option<Written>, Option<Written>) {
    let mut read = |name| {
        let values = list(fields, name);
        let mut texts = Vec::new();
        for (i, value) in values.iter().enumerate() {
            let Some(text) = value.get("value").and_then(Value::as_str) else {
                fields.reject(Code::FieldInvalid, &format!("{name}/{i}/value"), "must be a string".to_owned());
                continue;
            };
            let media_type = value.get(content_type).and_then(Value::as_str).map(str::to_ascii_lowercase);
            let is_html = match media_type.as_deref().map(|media| media.split(';').next().unwrap_or_default().trim()) {
                Some("text/html" | "application/xhtml+xml") => true,
                Some("text/plain") => false,
                None => ["</", "<p", "<br"].iter().any(|tag| text.contains(tag)),
                Some(_) => continue,
            };
            if !text.trim().is_empty() {
                texts.push(Written { text: text.to_owned(), is_html });
            }
        }
        texts
    };
    let (headlines, mut bodies) = (read("headlines"), read("bodies"));
    let html = bodies.iter().position(|body| body.is_html).unwrap_or_default();
    let body = (!bodies.is_empty()).then(|| bodies.swap_remove(html));
    (headlines.into_iter().next(), body)
}

/// The objects of a list.
fn list(fields: &mut Fields<'_>, name: &'static str) -> Vec<Value> {
    let Some(value) = fields.take(name) else { return Vec::new() };
    let Value::Array(entries) = value else {
        fields.reject(Code::FieldInvalid, name, "must be an array of objects".to_owned());
        return Vec::new();
    };
    for (i, entry) in entries.iter().enumerate() {
        let is_text = |member: &str| entry.get(member).is_none_or(Value::is_string);
        if !entry.is_object() {
            fields.report(&format!("{name}/{i}"), |pointer| Fault::invalid(pointer, "must be an object"));
        } else if let Some(member) = ["name", "uri", "scheme", "code"].into_iter().find(|member| !is_text(member)) {
            fields.reject(Code::FieldInvalid, &format!("{name}/{i}/{member}"), "must be a string".to_owned());
        }
    }
    entries
}
