//! Pairing of quotation marks.
//!
//! Paragraph by paragraph, characters that can be quotation marks are read as opening, closing or either
//! ([`glyphs`]), then paired with a stack: a mark left open at the end of its paragraph is carried on when the next
//! paragraph opens a new one (each paragraph of a long speech does), or closes it; otherwise the quotation ends with
//! its paragraph, or before the next opening mark of its kind, and a warning says so. So a stray mark costs nothing
//! beyond its own paragraph. Dialogue dashes are read in [`dashes`].

mod dashes;
mod glyphs;

use dateline_lexicon::{Class, classes, cue_form};

use crate::{
    article::Field,
    document::Document,
    span::{Byte, Span},
};
use glyphs::{Family, Glyph, Side};

/// How a quotation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationStyle {
    /// Double marks, guillemets, or single marks as in British usage.
    Marks,
    /// A dash at the start of its paragraph.
    Dash,
}

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark through the closing one, where there are such.
    pub outer: Span<Byte>,
    /// Without marks and the white space beside them; never empty.
    pub inner: Span<Byte>,
    /// Number of quotations around this one.
    pub depth: u32,
    /// How it is marked.
    pub style: QuotationStyle,
    /// Whether the paragraph before left this speech open, so that its speaker goes on.
    pub resumes: bool,
    /// Whether quotations stand inside it.
    pub holds_others: bool,
}

/// All quotations of a document.
#[derive(Debug, Default)]
pub struct Quotations {
    /// In the order of their opening marks.
    pub found: Vec<Quotation>,
    /// Opening marks that are never closed.
    pub unclosed: Vec<Span<Byte>>,
}

impl Quotations {
    /// For each token, the number of the outermost quotation in which it stands, counted from 1; 0 outside.
    #[must_use]
    pub fn outermost(&self, document: &Document<'_>) -> Vec<u32> {
        let mut numbers = vec![0; document.tokens().len()];
        for (number, quotation) in (1..).zip(self.found.iter().filter(|quotation| quotation.depth == 0)) {
            numbers[document.words(quotation.inner).range()].fill(number);
        }
        numbers
    }
}

/// Most quotations inside one another that are told apart; deeper marks are read as text.
const DEPTH_MAX: usize = 8;

/// Most words of a source between a comma and its cue.
const CLAUSE_MAX: u32 = 6;

/// Pairs the quotation marks of a document.
pub(crate) fn pair(document: &Document<'_>) -> Quotations {
    let paragraphs: Vec<(Field, Span<Byte>, Vec<Glyph>)> = document
        .paragraphs()
        .iter()
        .map(|&words| {
            let span = document.bytes(words);
            (document.field_at(words.start()), span, glyphs::read(document.article().text(), span))
        })
        .collect();
    let mut pairing = Pairing {
        document,
        text: document.article().text(),
        stack: Vec::new(),
        carried: None,
        out: Quotations::default(),
    };
    for (i, (field, span, glyphs)) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(i + 1).filter(|(next, _, _)| next == field);
        pairing.paragraph(*span, glyphs, next.map(|(_, span, glyphs)| (*span, glyphs.as_slice())));
    }
    let mut out = pairing.out;
    dashes::find(document, &mut out);
    out.found.sort_by_key(|quotation| (quotation.outer.start(), std::cmp::Reverse(quotation.outer.end())));
    nest(&mut out.found);
    out
}

/// Counts the quotations around each, which abandoned marks can have changed.
fn nest(found: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for i in 0..found.len() {
        let span = found[i].outer;
        while around.last().is_some_and(|&outer| !found[outer].outer.contains(span)) {
            around.pop();
        }
        found[i].depth = u32::try_from(around.len()).unwrap_or(u32::MAX);
        if let Some(&outer) = around.last() {
            found[outer].holds_others = true;
        }
        around.push(i);
    }
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Open {
    glyph: Glyph,
    resumes: bool,
}

/// How the paragraph before ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carry {
    /// Its speech goes on behind a new opening mark.
    Reopened,
    /// Its speech goes on without a mark.
    Unmarked(Family),
}

struct Pairing<'a> {
    document: &'a Document<'a>,
    text: &'a str,
    stack: Vec<Open>,
    carried: Option<Carry>,
    out: Quotations,
}

impl Pairing<'_> {
    fn paragraph(&mut self, span: Span<Byte>, glyphs: &[Glyph], next: Option<(Span<Byte>, &[Glyph])>) {
        let carried = self.carried.take();
        let mut resumes = carried == Some(Carry::Reopened);
        if let Some(Carry::Unmarked(family)) = carried {
            let start = Span::new(span.start(), span.start());
            self.stack.push(Open { glyph: Glyph { span: start, family, side: Side::Open }, resumes: true });
        }
        for &glyph in glyphs {
            let last = |fits: &dyn Fn(Family) -> bool| self.stack.iter().rposition(|open| fits(open.glyph.family));
            let same = last(&|family| family == glyph.family);
            let closed = same.or_else(|| last(&|family| glyph.family.closes(family)));
            match (glyph.side, same, closed) {
                (Side::Close, _, Some(at)) if self.lacks_its_closing(at, glyph, span) => {
                    self.abandon(at, glyph.span.start());
                    self.unopened(span, glyph);
                }
                (Side::Close, _, Some(at)) | (Side::Either, Some(at), _) => self.close(at, glyph),
                (Side::Close, _, None) => self.unopened(span, glyph),
                // The same mark does not open inside itself: the first one was never closed.
                (Side::Open, Some(at), _) => {
                    self.abandon(at, glyph.span.start());
                    self.open(glyph, false);
                }
                (Side::Open | Side::Either, ..) => self.open(glyph, std::mem::take(&mut resumes)),
            }
        }
        self.finish(span, next);
    }

    fn open(&mut self, glyph: Glyph, resumes: bool) {
        if self.stack.len() < DEPTH_MAX {
            self.stack.push(Open { glyph, resumes });
        }
    }

    /// Closes the quotation at `at`; what is open inside it has no mark of its own left to close it.
    fn close(&mut self, at: usize, glyph: Glyph) {
        while self.stack.len() > at + 1 {
            self.abandon(self.stack.len() - 1, glyph.span.start());
        }
        if let Some(open) = self.stack.pop() {
            self.keep(open, glyph.span.start(), glyph.span.end());
        }
    }

    /// Ends the quotations from `at` on before `end`, with a warning each.
    fn abandon(&mut self, at: usize, end: u32) {
        while self.stack.len() > at {
            if let Some(open) = self.stack.pop() {
                if !open.glyph.span.is_empty() {
                    self.out.unclosed.push(open.glyph.span);
                }
                let end = self.first_sentence(open.glyph.span, end);
                self.keep(open, end, end);
            }
        }
    }

    /// The end of an unclosed quotation that would reach to `end`: that of its first sentence. It holds nothing when
    /// that sentence also reports it, since nobody can tell where the speech stops; rules read it as plain text then.
    fn first_sentence(&self, mark: Span<Byte>, end: u32) -> u32 {
        let words = self.document.words(Span::new(mark.end(), end.max(mark.end())));
        if words.is_empty() || mark.is_empty() {
            return end;
        }
        let sentence = self.document.sentences()[self.document.sentence_at(words.start())];
        let last = sentence.end().min(words.end());
        let folded = |word: u32| self.document.word(word).to_lowercase();
        let reports = |word: u32| {
            let form = cue_form(&folded(word));
            form.is_some_and(|form| form.cue.speech() && form.cue.frames.bare && form.cue.quotes())
        };
        let set_off =
            |word: u32| (words.start().max(word.saturating_sub(CLAUSE_MAX))..word).any(|at| folded(at) == ",");
        let reported = (words.start()..last).any(|word| reports(word) && set_off(word));
        if reported { mark.end() } else { self.document.tokens()[last as usize - 1].span.end() }
    }

    /// Whether two marks belong to two quotations that each lack one: a mark in the middle of a phrase opens words that end
    /// with their sentence, and a sentence behind closes as speech before a reporting clause.
    fn lacks_its_closing(&self, at: usize, glyph: Glyph, paragraph: Span<Byte>) -> bool {
        let open = self.stack[at].glyph.span;
        let sentence = |span: Span<Byte>| self.document.sentence_at(self.document.words(span).start());
        at == 0
            && !open.is_empty()
            && self.closes_speech(glyph)
            && sentence(open) < sentence(glyph.span)
            && self.is_within_phrase(open)
            && self.is_reported(glyph.span.end(), paragraph.end())
    }

    /// Whether a mark stands behind an article, a possessive or a preposition, before a small letter.
    fn is_within_phrase(&self, mark: Span<Byte>) -> bool {
        let small = self.text[mark.end() as usize..].starts_with(char::is_lowercase);
        let before =
            self.document.words(mark).start().checked_sub(1).map(|word| self.document.word(word).to_lowercase());
        small
            && before.is_some_and(|word| {
                classes(&word).any(&[
                    Class::Article,
                    Class::Determiner,
                    Class::Postdeterminer,
                    Class::Possessive,
                    Class::Preposition,
                    Class::To,
                ])
            })
    }

    /// Whether a double mark stands behind words that end like speech before a reporting clause.
    fn closes_speech(&self, glyph: Glyph) -> bool {
        let before = &self.text[..glyph.span.start() as usize];
        let inner = before.strip_suffix(['\'', '’']).unwrap_or(before);
        matches!(glyph.family, Family::Straight | Family::Curly) && inner.ends_with([',', '?', '!'])
    }

    /// Reads a closing mark whose opening one is missing: the sentence before it is the quotation, where it ends like
    /// speech and a reporting clause follows.
    fn unopened(&mut self, paragraph: Span<Byte>, glyph: Glyph) {
        let reported = self.closes_speech(glyph) && self.is_reported(glyph.span.end(), paragraph.end());
        if !reported || !self.stack.is_empty() {
            return;
        }
        let last = self.document.words(glyph.span).start().saturating_sub(1);
        let words = self.document.sentences()[self.document.sentence_at(last)];
        let sentence = self.document.bytes(words).start().max(paragraph.start());
        let start = self.out.found.last().map_or(sentence, |before| before.outer.end().max(sentence));
        let open = Glyph { span: Span::new(start, start), ..glyph };
        self.keep(Open { glyph: open, resumes: false }, glyph.span.start(), glyph.span.end());
    }

    /// Whether a short clause with a verb of speech stands right behind `at`.
    fn is_reported(&self, at: u32, end: u32) -> bool {
        let words = self.document.words(Span::new(at, end.max(at)));
        (words.start()..words.end().min(words.start() + CLAUSE_MAX))
            .map(|word| self.document.word(word).to_lowercase())
            .take_while(|word| word.starts_with(char::is_alphanumeric))
            .any(|word| cue_form(&word).is_some_and(|form| form.cue.speech() && form.cue.quotes()))
    }

    /// Decides what becomes of the quotations that are open at the end of a paragraph.
    fn finish(&mut self, span: Span<Byte>, next: Option<(Span<Byte>, &[Glyph])>) {
        let Some(&outermost) = self.stack.first() else { return };
        let family = outermost.glyph.family;
        let first =
            next.and_then(|(at, glyphs)| glyphs.iter().find(|glyph| glyph.family.closes(family)).map(|g| (at, *g)));
        self.carried = first.filter(|_| self.opens_speech(outermost.glyph)).and_then(|(at, glyph)| match glyph.side {
            Side::Open | Side::Either if glyph.span.start() == at.start() => Some(Carry::Reopened),
            Side::Close => Some(Carry::Unmarked(family)),
            Side::Open | Side::Either => None,
        });
        if self.carried.is_none() {
            self.abandon(0, span.end());
        }
        while let Some(open) = self.stack.pop() {
            self.keep(open, span.end(), span.end());
        }
    }

    /// Whether a mark stands where speech begins, so that it can go on in the next paragraph: not before a small letter
    /// in the middle of a phrase, as a stray mark does.
    fn opens_speech(&self, mark: Glyph) -> bool {
        let behind = self.text[mark.span.end() as usize..].chars().next();
        let word = self.document.words(mark.span).start();
        let paragraph = self.document.paragraphs()[self.document.paragraph_at(word)];
        let before = (word > paragraph.start()).then(|| self.document.word(word - 1).to_lowercase());
        behind.is_none_or(|first| !first.is_lowercase())
            || mark.span.is_empty()
            || before.is_none_or(|before| {
                before == "that" || !before.ends_with(char::is_alphanumeric) || cue_form(&before).is_some()
            })
    }

    fn keep(&mut self, open: Open, inner_end: u32, outer_end: u32) {
        let from = open.glyph.span.end();
        let slice = &self.text[from as usize..inner_end.max(from) as usize];
        let inner = slice.trim();
        if inner.is_empty() || !inner.contains(char::is_alphanumeric) {
            return;
        }
        let start = from as usize + (slice.len() - slice.trim_start().len());
        self.out.found.push(Quotation {
            outer: Span::new(open.glyph.span.start(), outer_end),
            inner: Span::from(start..start + inner.len()),
            depth: 0,
            style: QuotationStyle::Marks,
            resumes: open.resumes,
            holds_others: false,
        });
    }
}

#[cfg(test)]
mod tests;
