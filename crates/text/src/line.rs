//! Lines of a field.

use crate::{
    span::{Byte, Span},
    token::class::is_blank,
};

/// A line that holds something visible, without the blank characters at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) span: Span<Byte>,
    /// Whether a blank line, or the start of the field, stands before.
    pub(crate) after_blank: bool,
}

/// The visible lines of `text[within]`, in order. Lines end at LF, CRLF, CR, NEL and Unicode's line and paragraph
/// separators.
pub(crate) fn lines(text: &str, within: Span<Byte>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = &text[within.range()];
    let mut offset = within.start() as usize;
    let mut after_blank = true;
    while !rest.is_empty() {
        let (length, ending) = line_length(rest);
        let line = &rest[..length];
        let start = line.len() - line.trim_start_matches(is_blank).len();
        let visible = line[start..].trim_end_matches(is_blank).len();
        if visible == 0 {
            after_blank = true;
        } else {
            lines.push(Line { span: Span::from(offset + start..offset + start + visible), after_blank });
            after_blank = false;
        }
        offset += length + ending;
        rest = &rest[length + ending..];
    }
    lines
}

/// The length of the first line of `text`, and the length of its end.
fn line_length(text: &str) -> (usize, usize) {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let Some((at, end)) = text.char_indices().find(|&(_, c)| is_end(c)) else { return (text.len(), 0) };
    let crlf = text[at..].starts_with("\r\n");
    (at, if crlf { 2 } else { end.len_utf8() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let text = "\u{feff}a\r\nb\rc\n\n \u{200b}\nd\u{2028} e ";
        let found: Vec<_> = lines(text, Span::from(0..text.len()))
            .into_iter()
            .map(|line| (&text[line.span.range()], line.after_blank))
            .collect();
        assert_eq!(found, [("a", true), ("b", false), ("c", false), ("d", true), ("e", false)]);
    }
}
