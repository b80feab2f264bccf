//! Attributions as PolNeAR has them: `{"text", "date", "quotes": [{"kind", "content", "cue", "source"}]}`.

use serde::Deserialize;

use super::Text;
use crate::answer::Range;

#[derive(Deserialize)]
pub(crate) struct AttributionDocument {
    text: String,
    date: Option<String>,
    pub(crate) quotes: Vec<Attribution>,
}

/// One attribution; its spans may be in several parts.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Attribution {
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) content: Vec<Range>,
    #[serde(default)]
    pub(crate) cue: Vec<Range>,
    #[serde(default)]
    pub(crate) source: Vec<Range>,
}

impl Text for AttributionDocument {
    fn text(&self) -> &str {
        &self.text
    }

    fn published(&self) -> Option<&str> {
        self.date.as_deref().filter(|date| !date.is_empty())
    }
}
