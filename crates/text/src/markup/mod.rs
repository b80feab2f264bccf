//! HTML as text, with a map of offsets.
//!
//! 1. [`tokens`] runs html5gum's tokenizer, and finds the place of every character in the source.
//! 2. [`tree`] follows which elements are open, and writes one flat list of [`atoms`]: characters, and what separates
//!    them. What is no text never gets there. What came with the page is marked once its element ends.
//! 3. [`stamp`], [`link_line`] and [`pull_quote`] mark what only the content tells: the times over the posts of a live
//!    blog, bylines, lines of links, and quotations that repeat the body.
//! 4. [`write`] makes the text that layers read. Paragraphs are separated by a blank line, lines by a line feed,
//!    white space is what a browser shows, and characters that show nothing are left out: the text of an article in
//!    HTML is that of the same article as plain text.
//!
//! All of it is linear in the length of the source, and nothing recurses.

mod atoms;
mod attributes;
mod content;
mod effect;
mod element;
mod link_line;
mod pull_quote;
mod shortcode;
mod stamp;
mod suspect;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;
mod write;

use std::ops::Range;

use atoms::{Atom, Atoms, Drop};
pub use content::TextContent;
pub(crate) use suspect::suspect;
pub(crate) use tokens::decode;
use tree::Tree;

use crate::{
    furniture::FurnitureKind,
    source::{Segment, Sent, Source},
    span::Span,
};

/// What a document holds.
pub(crate) struct Reading {
    /// The text that layers read.
    pub(crate) text: String,
    /// Where it came from.
    pub(crate) segments: Vec<Segment>,
    /// What came with the page and has text.
    pub(crate) furniture: Vec<(Span<Sent>, FurnitureKind)>,
}

/// Reads a document, or a part of one. Its length must fit 32 bits.
pub(crate) fn read(html: &str) -> Reading {
    let mut tree = Tree::new(html);
    tokens::tokenise(html, &mut tree);
    tree.finish();
    let Tree { atoms, mut drops, candidates, .. } = tree;
    stamp::find(&atoms, &mut drops);
    link_line::find(&atoms, &mut drops);
    let mut drops = atoms::outermost(drops);
    pull_quote::find(&atoms, &candidates, &mut drops);
    let mut written = write::write(&atoms, &drops);
    if written.text.is_empty() && !drops.is_empty() {
        // As with lines: where all is furniture, nothing is.
        drops.clear();
        written = write::write(&atoms, &drops);
    }
    let furniture = drops.iter().filter_map(|drop| Some((visible(&atoms, drop)?, drop.kind))).collect();
    Reading { text: written.text, segments: written.segments, furniture }
}

/// Reads a part of a document in which nothing is left out but what is no text.
pub(crate) fn read_all(html: &str) -> Source {
    let mut tree = Tree::new(html);
    tokens::tokenise(html, &mut tree);
    tree.finish();
    Source::new(html.to_owned(), write::write(&tree.atoms, &[]).segments)
}

/// The places of the atoms between two line breaks or borders of blocks.
fn lines<'a>(atoms: &'a Atoms<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let separates = |atom: &Atom| matches!(atom.kind, atoms::AtomKind::Border | atoms::AtomKind::LineBreak);
    let mut start = 0;
    atoms.list.split_inclusive(separates).map(move |line| {
        let begun = start;
        start += line.len();
        begun..start - usize::from(line.last().is_some_and(separates))
    })
}

/// Calls `each` for every atom that no drop holds, in order.
fn for_kept(atoms: &Atoms<'_>, drops: &[Drop], mut each: impl FnMut(Atom)) {
    let mut at = 0;
    for drop in drops {
        atoms.list[at.min(drop.start)..drop.start].iter().for_each(|&atom| each(atom));
        at = drop.end.max(at);
    }
    atoms.list[at..].iter().for_each(|&atom| each(atom));
}

/// From the first to the last visible character of what was left out.
fn visible(atoms: &Atoms<'_>, drop: &Drop) -> Option<Span<Sent>> {
    let shows = |atom: &Atom| !atoms.characters(*atom).trim().is_empty();
    let list = &atoms.list[drop.start..drop.end];
    let (first, last) = (list.iter().find(|atom| shows(atom))?, list.iter().rfind(|atom| shows(atom))?);
    let edge = |atom: &Atom| {
        let text = atoms.characters(*atom);
        let is_text = atom.kind == atoms::AtomKind::Text;
        let head = if is_text { text.len() - text.trim_start().len() } else { 0 };
        let tail = if is_text { text.len() - text.trim_end().len() } else { 0 };
        (atom.start + head as u32, atom.end - tail as u32)
    };
    Some(Span::new(edge(first).0, edge(last).1))
}
