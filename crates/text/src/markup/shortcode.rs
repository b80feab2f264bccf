//! Shortcodes of WordPress: `[caption id="…"]<img> The quay[/caption]`.

use std::ops::Range;

use super::{
    atoms::{Drop, Traits},
    tree::Tree,
};
use crate::furniture::FurnitureKind;

/// Bytes of the longest shortcode.
const BYTES_MAX: usize = 1_000;

/// Shortcodes whose content is a caption, or the address of what is embedded.
const ENCLOSING: [&str; 3] = ["caption", "wp_caption", "embed"];

/// Shortcodes that stand alone.
const SINGLE: [&str; 5] = ["gallery", "video", "audio", "playlist", "youtube"];

/// A shortcode in text.
struct Shortcode {
    range: Range<usize>,
    kind: ShortcodeKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ShortcodeKind {
    Opens,
    Closes,
    Single,
}

/// Adds the text of `range` to the atoms of `tree`. Shortcodes are furniture, and so is what they enclose.
pub(super) fn read(tree: &mut Tree<'_>, range: Range<usize>, traits: Traits) {
    let mut at = range.start;
    while let Some(found) = find(tree.atoms.source, at..range.end) {
        if at < found.range.start {
            tree.atoms.text(at..found.range.start, traits);
        }
        tree.atoms.seal();
        let start = tree.atoms.list.len();
        // An atom of its own, also where the text before it touches.
        tree.atoms.separate(super::atoms::AtomKind::Cell, traits);
        tree.atoms.text(found.range.clone(), traits);
        let end = tree.atoms.list.len();
        let from = match found.kind {
            ShortcodeKind::Opens => {
                tree.caption = Some(start);
                start
            }
            ShortcodeKind::Closes => tree.caption.take().unwrap_or(start),
            ShortcodeKind::Single => start,
        };
        tree.drops.push(Drop { start: from, end, kind: FurnitureKind::Caption });
        tree.atoms.separate(super::atoms::AtomKind::Border, traits);
        at = found.range.end;
    }
    if at < range.end {
        tree.atoms.text(at..range.end, traits);
    }
}

/// The first shortcode in `source[range]`.
fn find(source: &str, range: Range<usize>) -> Option<Shortcode> {
    let text = source.get(range.clone())?;
    let mut from = 0;
    while let Some(bracket) = text[from..].find('[').map(|at| from + at) {
        from = bracket + 1;
        let closes = text[from..].starts_with('/');
        let name = &text[from + usize::from(closes)..];
        let length = name.bytes().take(12).take_while(|b| b.is_ascii_alphabetic() || *b == b'_').count();
        let name = &name[..length];
        let kind = match (closes, ENCLOSING.contains(&name), SINGLE.contains(&name)) {
            (false, true, _) => ShortcodeKind::Opens,
            (true, true, _) => ShortcodeKind::Closes,
            (_, _, true) => ShortcodeKind::Single,
            _ => continue,
        };
        let end = text.as_bytes()[from..].iter().take(BYTES_MAX).position(|&b| matches!(b, b']' | b'['));
        if let Some(end) = end.map(|end| from + end).filter(|&end| text.as_bytes()[end] == b']') {
            return Some(Shortcode { range: range.start + bracket..range.start + end + 1, kind });
        }
    }
    None
}
