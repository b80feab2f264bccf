//! Characters that show nothing and may stand anywhere, also inside a word: editors leave them behind.
//!
//! Layers do not see them, and see a space for one that does not break, so that "Car\u{ad}ney" is "Carney" to every one of them.

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
