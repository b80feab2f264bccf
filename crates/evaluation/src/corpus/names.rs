//! Names: `{"text", "entities": [{"start", "end", "type"}]}`.

use serde::Deserialize;

use super::Text;

#[derive(Deserialize)]
pub(crate) struct NameDocument {
    text: String,
    pub(crate) entities: Vec<NameSpan>,
}

#[derive(Deserialize)]
pub(crate) struct NameSpan {
    pub(crate) start: usize,
    pub(crate) end: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

impl Text for NameDocument {
    fn text(&self) -> &str {
        &self.text
    }
}
