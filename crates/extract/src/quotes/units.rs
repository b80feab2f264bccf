//! Reporting units: a sentence as the reporting rules see it, with every quotation folded into one item.
//!
//! Sentence ends inside a quotation do not end a unit; a unit ends behind a quotation that ends like a sentence unless
//! a reporting clause follows.

use dateline_lexicon::cue_form;
use dateline_text::{Byte, Document, Quotations, Span, TokenKind};

use super::words;

/// Most items of a unit: a sentence without end is cut, so that rules over pairs of items stay linear in the text.
const ITEMS_MAX: usize = 400;

/// One item of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A token outside quotation marks, by index.
    Word(u32),
    /// A quotation, by index in [`Quotations::found`].
    Quoted(usize),
}

/// A sentence with its quotations folded: a range of [`Reading::items`].
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The items, in text order.
    pub(super) items: Vec<Item>,
    /// The paragraph in which it begins.
    pub(super) paragraph: usize,
}

/// The document as the rules compare it.
pub(super) struct Reading<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) quotations: &'a Quotations,
    folded: Vec<String>,
}

impl<'a> Reading<'a> {
    /// Folds every token once: lower case, straight apostrophes.
    pub(super) fn new(document: &'a Document<'a>, quotations: &'a Quotations) -> Self {
        let fold = |span: Span<Byte>| document.slice(span).to_lowercase().replace('’', "'");
        Self { document, quotations, folded: document.tokens().iter().map(|token| fold(token.span)).collect() }
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.folded.len()).unwrap_or(u32::MAX)
    }

    /// The folded token.
    pub(super) fn folded(&self, word: u32) -> &str {
        &self.folded[word as usize]
    }

    /// The units of the tokens `within`, outside quotations of less than `depth`.
    pub(super) fn units(&self, within: Span<dateline_text::Word>, depth: u32) -> Vec<Unit> {
        let document = self.document;
        let bytes = document.bytes(within);
        let found = &self.quotations.found;
        let first = found.partition_point(|quotation| quotation.outer.start() < bytes.start());
        let mut quotations = (first..found.len())
            .take_while(|&i| found[i].outer.start() < bytes.end())
            .filter(|&i| found[i].depth == depth)
            .peekable();
        let mut units = Units::new(self);
        let mut word = within.start();
        while word < within.end() {
            let token = document.tokens()[word as usize].span;
            if let Some(i) = quotations.next_if(|&i| found[i].outer.start() < token.end()) {
                units.push(Item::Quoted(i), document.paragraph_at(word));
                let end = found[i].outer.end();
                while word < within.end() && document.tokens()[word as usize].span.start() < end {
                    word += 1;
                }
                continue;
            }
            units.push(Item::Word(word), document.paragraph_at(word));
            word += 1;
            if document.sentences()[document.sentence_at(word - 1)].end() == word {
                units.finish();
            }
        }
        units.done()
    }
}

/// Gathers items into units.
struct Units<'r, 'a> {
    reading: &'r Reading<'a>,
    done: Vec<Unit>,
    items: Vec<Item>,
    paragraph: usize,
}

impl<'r, 'a> Units<'r, 'a> {
    fn new(reading: &'r Reading<'a>) -> Self {
        Self { reading, done: Vec::new(), items: Vec::new(), paragraph: 0 }
    }

    fn push(&mut self, item: Item, paragraph: usize) {
        let breaks = paragraph != self.paragraph && !self.introduces(item);
        if breaks || self.ends_before(item) || self.items.len() >= ITEMS_MAX {
            self.finish();
        }
        if self.items.is_empty() {
            self.paragraph = paragraph;
        }
        self.items.push(item);
    }

    fn finish(&mut self) {
        if !self.items.is_empty() {
            self.done.push(Unit { items: std::mem::take(&mut self.items), paragraph: self.paragraph });
        }
    }

    fn done(mut self) -> Vec<Unit> {
        self.finish();
        self.done
    }

    /// Whether the items so far end in a colon that introduces a quotation in the next paragraph.
    fn introduces(&self, item: Item) -> bool {
        let colon = matches!(self.items.last(), Some(&Item::Word(word)) if self.reading.folded(word) == ":");
        colon && matches!(item, Item::Quoted(_))
    }

    /// Whether the last item is a quotation that ends its sentence, and `item` begins another one.
    fn ends_before(&self, item: Item) -> bool {
        let Some(&Item::Quoted(last)) = self.items.last() else { return false };
        let quotation = self.reading.quotations.found[last];
        let inner = self.reading.document.slice(quotation.inner);
        if !inner.ends_with(['.', '!', '?', '…']) {
            return false;
        }
        match item {
            Item::Quoted(_) => true,
            Item::Word(word) => {
                let capital = self.reading.document.word(word).starts_with(char::is_uppercase);
                let open = self.reading.document.tokens()[word as usize].kind == TokenKind::Punctuation;
                !open && capital && !self.reading.reports(word, inner.ends_with('.'))
            }
        }
    }
}

impl Reading<'_> {
    /// Whether a reporting clause begins at a word right behind a quotation: a short source and a cue of speech, or
    /// the cue and its source, and then no content of its own.
    fn reports(&self, word: u32, full_stop: bool) -> bool {
        let sentence = self.document.sentences()[self.document.sentence_at(word)];
        let end = sentence.end().min(word + 8);
        let cue = (word..end).find(|&at| {
            cue_form(self.folded(at)).is_some_and(|form| form.cue.speech() && form.cue.quotes()) && at > word
        });
        let Some(cue) = cue else { return false };
        let plain = (word..cue).all(|at| {
            let folded = self.folded(at);
            !words::is_subordinator(folded) && !matches!(folded, ";" | ":" | ".")
        });
        let after = (cue + 1).min(sentence.end());
        let next = (after < sentence.end()).then(|| self.folded(after));
        let ends = next.is_none_or(|next| {
            matches!(next, "." | "," | "in" | "on" | "at" | "during" | "to" | "as" | "when" | "after" | "of" | "about")
                || words::is_time(next)
        });
        let addressee =
            next.is_some_and(|next| matches!(next, "reporters" | "journalists" | "me" | "us" | "him" | "her"));
        plain && (ends || (addressee && !full_stop))
    }
}
