//! Plain text that looks like HTML.

use std::ops::Range;

use super::element;

/// Names of inline elements that the table of elements does not hold, for they say nothing.
const INLINE: [&str; 11] = ["b", "em", "font", "i", "ins", "mark", "small", "span", "strong", "sub", "u"];

/// Character references that a text is full of once it was escaped.
const REFERENCES: [&str; 14] = [
    "amp;", "apos;", "gt;", "hellip;", "ldquo;", "lsquo;", "lt;", "mdash;", "nbsp;", "ndash;", "quot;", "rdquo;",
    "rsquo;", "shy;",
];

/// Bytes of the longest tag that is looked for.
const TAG_BYTES_MAX: usize = 1_000;

/// The first tag or character reference in a plain text, in bytes.
pub(crate) fn suspect(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text[from..].find(['<', '&']).map(|at| from + at) {
        let rest = &text[at..];
        let length = if rest.starts_with('<') { tag(rest) } else { reference(rest) };
        if let Some(length) = length {
            return Some(at..at + length);
        }
        from = at + 1;
    }
    None
}

/// The length of the tag at the start of `text`.
fn tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return Some(4);
    }
    let name_at = if text.starts_with("</") { 2 } else { 1 };
    let length = text.bytes().skip(name_at).take(12).take_while(u8::is_ascii_alphanumeric).count();
    let name = text[name_at..name_at + length].to_ascii_lowercase();
    if element::known(name.as_bytes()).is_none() && !INLINE.contains(&name.as_str()) {
        return None;
    }
    let after = &text.as_bytes()[name_at + length..];
    let end = after.iter().take(TAG_BYTES_MAX).position(|&byte| matches!(byte, b'>' | b'<'))?;
    // "<a b>" may be mathematics; an attribute has a value, or the name stands alone.
    let inner = &after[..end];
    let plain = inner.iter().all(|byte| byte.is_ascii_whitespace() || *byte == b'/');
    (after[end] == b'>' && (plain || inner.contains(&b'='))).then_some(name_at + length + end + 1)
}

/// The length of the character reference at the start of `text`.
fn reference(text: &str) -> Option<usize> {
    let rest = &text[1..];
    if let Some(known) = REFERENCES.iter().find(|known| rest.starts_with(**known)) {
        return Some(1 + known.len());
    }
    let digits = rest.strip_prefix('#')?;
    let (digits, prefix) = digits.strip_prefix(['x', 'X']).map_or((digits, 2), |hex| (hex, 3));
    let count = digits.bytes().take(7).take_while(u8::is_ascii_hexdigit).count();
    (count > 0 && digits.as_bytes().get(count) == Some(&b';')).then_some(prefix + count + 1)
}
