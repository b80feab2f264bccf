//! The forms in which an answer can be had.

use dateline_text::Article;

use crate::{ExtractResponse, Problem, annotations, convert::to_json, linked};

/// A form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Representation {
    /// JSON, as the description has it.
    #[default]
    Json,
    /// The same as JSON-LD.
    JsonLd,
    /// Its findings as a page of W3C Web Annotations.
    Annotations,
}

impl Representation {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Json, Self::JsonLd, Self::Annotations];

    /// The media type, with its profile.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Annotations => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
        }
    }

    /// The bytes of an answer in this form. Annotations need offsets in code points.
    ///
    /// # Errors
    /// As [`to_json`].
    pub fn write(
        self,
        response: &ExtractResponse<'_>,
        article: &Article,
        bytes_max: usize,
    ) -> Result<Vec<u8>, Problem> {
        match self {
            Self::Json => to_json(response, bytes_max),
            Self::JsonLd => to_json(&linked::document(response), bytes_max),
            Self::Annotations => to_json(&annotations::page(response, article), bytes_max),
        }
    }
}
