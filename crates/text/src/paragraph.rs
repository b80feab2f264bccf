//! Paragraphs, from lines.
//!
//! A line is a paragraph, except in hard-wrapped text, where lines of one paragraph were broken at a fixed width. A
//! field counts as hard-wrapped if, among its pairs of neighbouring lines, most are full: the second line's first
//! word would not have fitted on the first line within the width of the field's longest line; if some of them break a
//! sentence (no stop before, or a small letter after); and if that width is one that text is wrapped at. There, a
//! full line goes on in the next one, and a short line ends its paragraph. Everywhere, a line that breaks off in
//! mid-sentence goes on in a next line that starts with a small letter. A blank line, or page furniture between two
//! lines, always separates them.

use crate::{
    line::Line,
    span::{Byte, Span},
    token::class::{Class, is_close_bracket},
};

/// Widths at which text is wrapped, in characters.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// Pairs of neighbouring lines that a field needs to show that it is wrapped.
const PAIRS_MIN: usize = 2;

/// A line shorter than this, in characters, may be an item of a list, which goes on in no other line.
const BROKEN_LINE_CHARS_MIN: usize = 40;

/// Joins lines into paragraphs. `joinable` tells of each line whether it may go on from the line before: no blank
/// line and no furniture stands between.
pub(crate) fn join(text: &str, lines: &[(Line, bool)]) -> Vec<Span<Byte>> {
    let measured: Vec<_> = lines.iter().map(|&(line, _)| Measured::of(&text[line.span.range()])).collect();
    let wrap = wrap_width(lines, &measured);
    let mut paragraphs: Vec<Span<Byte>> = Vec::new();
    for (i, &(line, joinable)) in lines.iter().enumerate() {
        let goes_on = joinable && i > 0 && {
            let (before, after) = (&measured[i - 1], &measured[i]);
            before.breaks_off(after) || wrap.is_some_and(|width| !after.is_item && before.is_full(after, width))
        };
        match paragraphs.last_mut() {
            Some(last) if goes_on => *last = last.cover(line.span),
            _ => paragraphs.push(line.span),
        }
    }
    paragraphs
}

/// What a line shows about where it was broken. Lengths in characters.
struct Measured {
    length: usize,
    first_word: usize,
    starts_small: bool,
    /// Whether a small letter or a comma ends the line.
    ends_open: bool,
    ends_with_stop: bool,
    /// Whether the line starts like an item of a list.
    is_item: bool,
}

impl Measured {
    fn of(line: &str) -> Self {
        let first = line.split_whitespace().next().unwrap_or_default();
        let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
        let end = line.chars().rev().find(|&c| !is_closing(c));
        let starts_small = first.starts_with(char::is_lowercase) && !first.ends_with([':', ')', '.']);
        Self {
            length: line.chars().count(),
            first_word: first.chars().count(),
            starts_small: starts_small && !first.contains("://"),
            ends_open: last.ends_with(|c: char| c == ',' || c.is_lowercase()) && !last.contains(['.', '@']),
            ends_with_stop: end.is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | '…')),
            is_item: !first.starts_with(['"', '\'', '“', '‘', '«', '(', '['])
                && first.starts_with(|c| matches!(Class::of(c), Class::Punctuation | Class::Symbol)),
        }
    }

    /// Whether the first word of the next line would not have fitted within `width`.
    fn is_full(&self, next: &Self, width: usize) -> bool {
        self.length + 1 + next.first_word > width
    }

    /// Whether the line ends within a sentence that the next line takes up.
    fn breaks_off(&self, next: &Self) -> bool {
        self.ends_open && next.starts_small && self.length >= BROKEN_LINE_CHARS_MIN
    }
}

fn is_closing(c: char) -> bool {
    is_close_bracket(c) || matches!(c, '"' | '\'' | '”' | '’' | '»')
}

/// The width at which the lines were wrapped, if they were.
fn wrap_width(lines: &[(Line, bool)], measured: &[Measured]) -> Option<usize> {
    let width = measured.iter().map(|line| line.length).max().filter(|width| WRAP_WIDTHS.contains(width))?;
    let (mut pairs, mut full, mut broken) = (0, 0, 0);
    for (pair, &(_, joinable)) in measured.windows(2).zip(&lines[1..]) {
        let [before, after] = pair else { continue };
        if joinable {
            pairs += 1;
            full += usize::from(before.is_full(after, width));
            broken += usize::from(before.is_full(after, width) && (after.starts_small || !before.ends_with_stop));
        }
    }
    (pairs >= PAIRS_MIN && 3 * full >= 2 * pairs && 2 * broken >= full).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line;

    fn paragraphs(text: &str) -> Vec<&str> {
        let lines: Vec<_> =
            line::lines(text, Span::from(0..text.len())).into_iter().map(|line| (line, !line.after_blank)).collect();
        join(text, &lines).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        let text = "The council met on Monday and agreed on the new budget after a long debate about schools.\n\
                    Mayor Ann Roe called it fair.\nOthers did not.\n\nThe vote was close.";
        assert_eq!(paragraphs(text).len(), 4);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The council met on Monday and agreed on the new\nbudget after a long debate about schools and\n\
                    roads. Mayor Ann Roe called it fair, but the\nopposition did not.\n\nThe vote was close. It \
                    will be held again\nnext week, said Roe.";
        let found = paragraphs(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].ends_with("did not."));
        assert_eq!(paragraphs(&text.replace('\n', "\r\n")).len(), 2);
    }

    #[test]
    fn a_short_line_ends_a_wrapped_paragraph() {
        let text = "The council met on Monday and agreed on the new\nbudget after a long debate about schools and\n\
                    roads.\nMayor Ann Roe called it fair, but many people in\nthe opposition did not agree with her, \
                    and they\nwant another vote.";
        let found = paragraphs(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[1].starts_with("Mayor"));
    }

    #[test]
    fn a_sentence_broken_once_is_joined() {
        let text = "Residents said on Tuesday that they had not been told about\nthe plan before the vote.\nRoe left.";
        assert_eq!(paragraphs(text).len(), 2);
    }

    #[test]
    fn lists_stay_lists() {
        let text = "She sells:\napples\npears\noranges\n\nWhat to know\nWho won\nWhat comes next";
        assert_eq!(paragraphs(text).len(), 7);
    }
}
