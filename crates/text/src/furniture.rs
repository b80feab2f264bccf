//! Page furniture: lines that came with the page and are no part of the article.

use crate::span::{Byte, Span};

/// What kind of furniture a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    /// An invitation to comment, or a count of comments.
    Comments,
}

/// A stretch of text that is left out of extraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span<Byte>,
    /// What it is.
    pub kind: FurnitureKind,
}

/// The furniture kind of one paragraph, if it is furniture.
pub(crate) fn classify(paragraph: &str) -> Option<FurnitureKind> {
    paragraph.eq_ignore_ascii_case("comments").then_some(FurnitureKind::Comments)
}
