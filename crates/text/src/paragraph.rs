//! Paragraphs: the lines of a field that hold visible text.

use crate::span::{Byte, Span};

/// The lines of `text[within]` that are not blank, without their white space at both ends.
pub(crate) fn paragraphs(text: &str, within: Span<Byte>) -> Vec<Span<Byte>> {
    let mut spans = Vec::new();
    let mut offset = within.start() as usize;
    for line in text[within.range()].split_inclusive('\n') {
        let (trimmed, lead) = (line.trim(), line.len() - line.trim_start().len());
        if !trimmed.is_empty() {
            spans.push(Span::from(offset + lead..offset + lead + trimmed.len()));
        }
        offset += line.len();
    }
    spans
}
