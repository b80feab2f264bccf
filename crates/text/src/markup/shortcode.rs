//! Shortcodes of WordPress: `[caption id="…"]<img> The quay[/caption]`.
//!
//! Captions and embedded pages are furniture, and so is what they enclose. Of others only the marks are left out, and
//! only of those that no editor writes for readers: with an attribute, or with an end (`[/name]`) somewhere in the text.

use std::{collections::HashSet, ops::Range};

use super::{
    atoms::{AtomKind, Drop, Traits},
    tree::{Candidate, Tree},
};
use crate::furniture::FurnitureKind;

/// Bytes of the longest shortcode, and of the longest name of one.
const BYTES_MAX: usize = 1_000;
const NAME_BYTES_MAX: usize = 40;

/// Shortcodes whose content is a caption, or the address of what is embedded.
const ENCLOSING: [&str; 3] = ["caption", "wp_caption", "embed"];

/// Shortcodes that stand alone.
const SINGLE: [&str; 5] = ["gallery", "video", "audio", "playlist", "youtube"];

/// Shortcodes that set a quotation apart.
const PULL_QUOTE: [&str; 4] = ["pullquote", "pull_quote", "pull-quote", "pullquotes"];

/// How the names of shortcodes begin that lay a page out, and so end paragraphs.
const LAYOUT: [&str; 12] =
    ["vc_", "et_pb_", "fusion_", "av_", "row", "column", "section", "one_", "two_", "three_", "tab", "accordion"];

/// What is known of shortcodes while a document is read.
pub(super) struct Shortcodes<'s> {
    /// Names that have an end somewhere.
    ended: HashSet<&'s str>,
    /// Where a `[caption]` and a `[pullquote]` began, as places among the atoms.
    caption: Option<usize>,
    pull_quote: Option<usize>,
}

impl<'s> Shortcodes<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let ends = source.match_indices("[/").filter_map(|(at, mark)| {
            let rest = &source[at + mark.len()..];
            let name = name(rest);
            rest[name.len()..].starts_with(']').then_some(name)
        });
        Self { ended: ends.filter(|name| !name.is_empty()).collect(), caption: None, pull_quote: None }
    }

    /// Whether a quotation is open that is set apart.
    pub(super) fn in_pull_quote(&self) -> bool {
        self.pull_quote.is_some()
    }

    /// Whether no editor writes this for readers; `inner` is what stands after the name.
    fn is_mark(&self, name: &str, closes: bool, inner: &str) -> bool {
        closes || inner.contains("=\"") || inner.contains("='") || self.ended.contains(name)
    }
}

/// A shortcode in text.
struct Shortcode {
    range: Range<usize>,
    kind: Kind,
    closes: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Opens,
    Closes,
    Single,
    Quote,
    Layout,
    Inline,
}

impl Kind {
    fn of(name: &str, closes: bool) -> Self {
        if ENCLOSING.contains(&name) {
            if closes { Self::Closes } else { Self::Opens }
        } else if SINGLE.contains(&name) && !closes {
            Self::Single
        } else if PULL_QUOTE.contains(&name) {
            Self::Quote
        } else if LAYOUT.iter().any(|start| name.starts_with(start)) {
            Self::Layout
        } else {
            Self::Inline
        }
    }
}

/// The name of a shortcode at the start of `text`.
fn name(text: &str) -> &str {
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    &text[..text.bytes().take(NAME_BYTES_MAX).take_while(is_part).count()]
}

/// Adds the text of `range` to the atoms of `tree`.
pub(super) fn read(tree: &mut Tree<'_>, range: Range<usize>) {
    let mut at = range.start;
    while let Some(found) = find(&tree.shortcodes, tree.atoms.source, at..range.end) {
        if at < found.range.start {
            let traits = tree.text_traits();
            tree.atoms.text(at..found.range.start, traits);
        }
        at = found.range.end;
        match found.kind {
            Kind::Opens | Kind::Closes | Kind::Single => leave_out(tree, &found),
            Kind::Quote => set_apart(tree, found.closes),
            Kind::Layout => tree.atoms.separate(AtomKind::Border, Traits::default()),
            Kind::Inline => {}
        }
    }
    if at < range.end {
        let traits = tree.text_traits();
        tree.atoms.text(at..range.end, traits);
    }
}

/// Marks a caption as furniture, with its shortcodes.
fn leave_out(tree: &mut Tree<'_>, found: &Shortcode) {
    let traits = tree.text_traits();
    tree.atoms.seal();
    let start = tree.atoms.list.len();
    // An atom of its own, also where the text before it touches.
    tree.atoms.separate(AtomKind::Cell, traits);
    tree.atoms.text(found.range.clone(), traits);
    let end = tree.atoms.list.len();
    let from = match found.kind {
        Kind::Opens => {
            tree.shortcodes.caption = Some(start);
            start
        }
        Kind::Closes => tree.shortcodes.caption.take().unwrap_or(start),
        _ => start,
    };
    tree.drops.push(Drop { start: from, end, kind: FurnitureKind::Caption });
    tree.atoms.separate(AtomKind::Border, traits);
}

/// Begins or ends a quotation that may repeat the body.
fn set_apart(tree: &mut Tree<'_>, closes: bool) {
    tree.atoms.separate(AtomKind::Border, Traits::default());
    let at = tree.atoms.list.len();
    let begun = tree.shortcodes.pull_quote.take();
    match begun.filter(|_| closes) {
        Some(start) => tree.candidates.push(Candidate { start, end: at, explicit: true }),
        None if !closes => tree.shortcodes.pull_quote = Some(at),
        None => {}
    }
}

/// The first shortcode in `source[range]`.
fn find(shortcodes: &Shortcodes<'_>, source: &str, range: Range<usize>) -> Option<Shortcode> {
    let text = source.get(range.clone())?;
    let mut from = 0;
    while let Some(bracket) = text[from..].find('[').map(|at| from + at) {
        from = bracket + 1;
        let closes = text[from..].starts_with('/');
        let after = from + usize::from(closes);
        let name = name(&text[after..]);
        let ends = |b: &u8| matches!(b, b']' | b'[');
        let end = text.as_bytes()[after..].iter().take(BYTES_MAX).position(ends).map(|end| after + end);
        let Some(end) = end.filter(|&end| text.as_bytes()[end] == b']' && !name.is_empty()) else { continue };
        let kind = Kind::of(name, closes);
        let is_known = matches!(kind, Kind::Opens | Kind::Single);
        if is_known || shortcodes.is_mark(name, closes, &text[after + name.len()..end]) {
            return Some(Shortcode { range: range.start + bracket..range.start + end + 1, kind, closes });
        }
    }
    None
}
