//! Coreference chains as OntoGUM has them: `{"text", "genre", "coref": [[[start, end], …], …]}`.

use serde::Deserialize;

use super::Text;
use crate::answer::Range;

#[derive(Deserialize)]
pub(crate) struct ChainDocument {
    text: String,
    pub(crate) genre: String,
    pub(crate) coref: Vec<Vec<Range>>,
}

impl Text for ChainDocument {
    fn text(&self) -> &str {
        &self.text
    }
}
