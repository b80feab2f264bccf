//! Characters that show nothing and may stand anywhere, also inside a word: editors leave them behind.
//!
//! Layers do not see them, and see a space for one that does not break, so that "Car\u{ad}ney" is "Carney" to every one of them.

use crate::source::Writer;

/// Whether a character shows nothing: soft hyphens, zero-width spaces and joiners, marks of direction, byte order
/// marks. The joiner of emoji sequences is one, and so is kept beside emoji: see [`joins`].
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Whether `c` is a joiner that makes one sign of the signs beside it.
pub(crate) fn joins(before: Option<char>, c: char) -> bool {
    let is_sign = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}');
    c == '\u{200d}' && before.is_some_and(is_sign)
}

/// Whether a text may hold such characters, or spaces that do not break: whether it has to be read by [`read`].
pub(crate) fn may_hold(text: &str) -> bool {
    // In UTF-8 they begin with one of these bytes.
    text.bytes().any(|byte| matches!(byte, 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef))
        && text.chars().any(|c| c == '\u{a0}' || is_invisible(c))
}

/// Reads a plain text that may hold such characters.
pub(crate) fn read(sent: &str) -> Writer {
    let mut out = Writer::default();
    let (mut from, mut last) = (0, None);
    for (at, c) in sent.char_indices() {
        let unseen = is_invisible(c) && !joins(last, c);
        if unseen || c == '\u{a0}' {
            out.verbatim(from as u32, &sent[from..at]);
            let length = c.len_utf8();
            if unseen {
                out.unseen(at as u32, length as u32);
            } else {
                out.whole(at as u32, length as u32, " ");
            }
            from = at + length;
        }
        last = Some(c).filter(|_| !unseen).or(last);
    }
    out.verbatim(from as u32, &sent[from..]);
    out
}
