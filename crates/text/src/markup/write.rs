//! From atoms to the text that layers read: white space as a browser shows it, and a blank line between paragraphs.

use super::atoms::{Atom, AtomKind, Atoms, Drop, Traits};
use crate::{invisible, source::Writer};

/// Line feeds that one border stands for at most in the text of a finding.
const LINES_MAX: u8 = 100;

/// White space of HTML.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{c}' | '\r' | '\u{a0}')
}

/// Characters that are written only if visible ones follow in the same line.
struct Pending {
    source: u32,
    length: u32,
    /// What layers see of it; nothing for characters that show nothing.
    seen: Seen,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Nothing,
    Space,
    BlankLine,
    AsSent,
}

/// What separates the next characters from those before.
#[derive(Default)]
struct Separator {
    border: bool,
    line_breaks: u8,
    cell: bool,
}

pub(super) struct LineWriter<'a> {
    atoms: &'a Atoms<'a>,
    out: Writer,
    pending: Vec<Pending>,
    separator: Separator,
    /// Opening marks of quotations of which no text came yet, and how many quotations are open.
    marks: usize,
    quotes: usize,
    last: Option<char>,
}

/// Writes the atoms that no drop holds.
pub(super) fn write(atoms: &Atoms<'_>, drops: &[Drop]) -> Writer {
    let mut writer = LineWriter {
        atoms,
        out: Writer::default(),
        pending: Vec::new(),
        separator: Separator::default(),
        marks: 0,
        quotes: 0,
        last: None,
    };
    super::for_kept(atoms, drops, |atom| writer.atom(atom));
    writer.out
}

impl LineWriter<'_> {
    fn atom(&mut self, atom: Atom) {
        match atom.kind {
            AtomKind::Text => self.text(atom),
            AtomKind::Reference(..) => self.reference(atom),
            AtomKind::LineBreak => self.separator.line_breaks = (self.separator.line_breaks + 1).min(LINES_MAX),
            AtomKind::Border => self.separator.border = true,
            AtomKind::Cell => self.separator.cell = true,
            AtomKind::QuoteOpen => {
                self.marks += 1;
                self.quotes += 1;
            }
            AtomKind::QuoteClose => self.close_quote(),
        }
        if matches!(atom.kind, AtomKind::LineBreak | AtomKind::Border | AtomKind::Cell) {
            self.pending.clear();
        }
    }

    fn close_quote(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
        if self.marks > 0 {
            self.marks -= 1;
        } else {
            self.out.added(if self.quotes.is_multiple_of(2) { '”' } else { '’' });
        }
    }

    fn reference(&mut self, atom: Atom) {
        let decoded = self.atoms.characters(atom);
        let length = atom.end - atom.start;
        if decoded.chars().all(is_white) {
            let seen = if atom.traits.has(Traits::PREFORMATTED) { Seen::AsSent } else { Seen::Space };
            self.pending.push(Pending { source: atom.start, length, seen });
        } else if decoded.chars().all(|c| invisible::is_invisible(c) && !invisible::joins(self.last, c)) {
            self.pending.push(Pending { source: atom.start, length, seen: Seen::Nothing });
        } else {
            self.begin();
            self.out.whole(atom.start, length, decoded);
            self.last = decoded.chars().next_back();
        }
    }

    fn text(&mut self, atom: Atom) {
        let text = self.atoms.characters(atom);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let source = atom.start + (text.len() - rest.len()) as u32;
            let length = if is_white(first) {
                self.white(source, rest, atom.traits)
            } else if invisible::is_invisible(first) && !invisible::joins(self.last, first) {
                self.pending.push(Pending { source, length: first.len_utf8() as u32, seen: Seen::Nothing });
                first.len_utf8()
            } else {
                self.visible(source, rest, atom.traits)
            };
            rest = &rest[length..];
        }
    }

    /// Takes the white space at the start of `rest`; its length.
    fn white(&mut self, source: u32, rest: &str, traits: Traits) -> usize {
        let length = rest.len() - rest.trim_start_matches(is_white).len();
        let seen = if traits.has(Traits::PREFORMATTED) {
            Seen::AsSent
        } else if !traits.has(Traits::PARAGRAPH) && has_blank_line(&rest[..length]) {
            Seen::BlankLine
        } else {
            Seen::Space
        };
        self.pending.push(Pending { source, length: length as u32, seen });
        length
    }

    /// Takes visible characters at the start of `rest`, with the single spaces between them; their length.
    fn visible(&mut self, source: u32, rest: &str, traits: Traits) -> usize {
        let length = visible_length(rest);
        let run = &rest[..length];
        self.begin();
        if traits.has(Traits::PREFORMATTED) || !run.contains(['\n', '\t', '\r', '\u{c}']) {
            self.out.verbatim(source, run);
        } else {
            self.out.verbatim(source, &run.replace(['\n', '\t', '\r', '\u{c}'], " "));
        }
        self.last = run.chars().next_back();
        length
    }

    /// Writes what separates the characters that come from those before.
    fn begin(&mut self) {
        let Separator { border, line_breaks, cell } = std::mem::take(&mut self.separator);
        // White space beside a border belongs to it.
        let pending = std::mem::take(&mut self.pending);
        let blank_line = pending.iter().any(|white| white.seen == Seen::BlankLine);
        if !self.out.text.is_empty() {
            match (border || line_breaks > 1 || (line_breaks == 1 && blank_line), line_breaks, cell) {
                (true, ..) => self.out.line_break("\n\n", line_breaks.max(1)),
                (_, 1, _) => self.out.line_break("\n", 1),
                (.., true) => self.out.line_break("\t", 1),
                _ => self.write_pending(&pending, blank_line),
            }
        }
        for mark in 0..std::mem::take(&mut self.marks) {
            let depth = self.quotes.saturating_sub(mark + 1);
            self.out.added(if depth.is_multiple_of(2) { '“' } else { '‘' });
        }
    }

    fn write_pending(&mut self, pending: &[Pending], blank_line: bool) {
        let mut spaced = false;
        for white in pending {
            let sent = &self.atoms.source[white.source as usize..(white.source + white.length) as usize];
            if white.seen == Seen::AsSent && !sent.starts_with('&') {
                self.out.verbatim(white.source, sent);
            } else if spaced || white.seen == Seen::Nothing {
                self.out.unseen(white.source, white.length);
            } else {
                self.write_space(white, blank_line);
            }
            spaced |= white.seen != Seen::Nothing;
        }
    }

    fn write_space(&mut self, white: &Pending, blank_line: bool) {
        if blank_line {
            self.out.whole(white.source, white.length, "\n\n");
        } else if white.length == 1 {
            self.out.verbatim(white.source, " ");
        } else {
            self.out.whole(white.source, white.length, " ");
        }
    }
}

/// Bytes of the run of visible characters at the start of `text`, with single spaces inside it.
fn visible_length(text: &str) -> usize {
    let (mut end, mut last) = (0, None);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\u{a0}' || (invisible::is_invisible(c) && !invisible::joins(last, c)) {
            break;
        }
        if is_white(c) {
            let next = chars.peek().map(|&(_, next)| next);
            if next.is_none_or(|next| is_white(next) || invisible::is_invisible(next)) {
                break;
            }
            continue;
        }
        end = at + c.len_utf8();
        last = Some(c);
    }
    end
}

/// Whether two line feeds stand in white space.
fn has_blank_line(white: &str) -> bool {
    let ends = white.matches('\n').count();
    ends > 1 || (ends == 0 && white.matches('\r').count() > 1)
}
