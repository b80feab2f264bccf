//! The map from the text that layers read to the field as the caller sent it.

use std::borrow::Cow;

use crate::{
    markup,
    span::{Byte, Span},
};

/// Unit of spans that count UTF-8 bytes of a field as the caller sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sent {}

/// How a stretch of text came from the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SegmentKind {
    /// Byte for byte; a line feed may have become a space.
    Verbatim,
    /// As a whole: a character reference, a run of white space.
    Whole,
    /// Not at all: characters sent that show nothing.
    Unseen,
    /// From no characters: the quotation marks of `<q>`.
    Added,
    /// From tags that break lines; as many line feeds stand for it in the text of a finding.
    Break(u8),
}

/// A stretch of the text, which ends where the next one begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Where it starts in the text.
    pub(crate) text: u32,
    /// Where it starts in the source.
    pub(crate) source: u32,
    /// Its bytes in the source.
    pub(crate) length: u32,
    pub(crate) kind: SegmentKind,
}

impl Segment {
    const fn source_end(self) -> u32 {
        self.source + self.length
    }

    /// Whether characters of the source stand behind it.
    const fn is_sent(self) -> bool {
        matches!(self.kind, SegmentKind::Verbatim | SegmentKind::Whole | SegmentKind::Unseen)
    }

    /// Whether it has characters in the text and in the source.
    const fn is_read(self) -> bool {
        matches!(self.kind, SegmentKind::Verbatim | SegmentKind::Whole)
    }
}

/// A field as sent, and where its text came from.
#[derive(Clone)]
pub(crate) struct Source {
    sent: String,
    segments: Vec<Segment>,
}

impl Source {
    /// The segments follow each other in the text and in the source.
    pub(crate) fn new(sent: String, segments: Vec<Segment>) -> Self {
        Self { sent, segments }
    }

    pub(crate) fn sent(&self) -> &str {
        &self.sent
    }

    /// Where a span of the field's text stands in the source: from the first to the last of its characters that were
    /// sent. Never inside a tag or a character reference.
    pub(crate) fn place(&self, span: Span<Byte>) -> Span<Sent> {
        let after_start = self.segments.partition_point(|segment| segment.text <= span.start());
        let first = after_start.saturating_sub(1);
        let last = self.segments.partition_point(|segment| segment.text < span.end()).max(first + 1);
        let Some(within) = self.segments.get(first..last) else { return Span::new(0, 0) };
        let mut read = within.iter().filter(|segment| segment.is_read());
        let Some(head) = read.next() else {
            let at = within.first().map_or(0, |segment| segment.source);
            return Span::new(at, at);
        };
        let tail = read.next_back().unwrap_or(head);
        let start = match head.kind {
            SegmentKind::Verbatim => head.source + span.start().saturating_sub(head.text).min(head.length),
            _ => head.source,
        };
        let end = match tail.kind {
            SegmentKind::Verbatim => tail.source + span.end().saturating_sub(tail.text).min(tail.length),
            _ => tail.source_end(),
        };
        Span::new(start, end.max(start))
    }

    /// The segments that a span of the source touches.
    fn within(&self, span: Span<Sent>) -> impl Iterator<Item = &Segment> {
        let first = self.segments.partition_point(|segment| segment.source_end() <= span.start());
        self.segments[first..].iter().take_while(move |segment| segment.source < span.end())
    }

    /// The text of a span of the source: what was not read is left out, character references are decoded, and line
    /// feeds stand for what breaks lines.
    pub(crate) fn text(&self, span: Span<Sent>) -> Cow<'_, str> {
        let mut text = Cow::Borrowed("");
        let mut breaks = 0;
        for segment in self.within(span) {
            if let SegmentKind::Break(lines) = segment.kind {
                breaks = lines;
            }
            let range = segment.source.max(span.start())..segment.source_end().min(span.end());
            if !segment.is_sent() || range.is_empty() {
                continue;
            }
            let slice = &self.sent[range.start as usize..range.end as usize];
            let is_reference = segment.kind != SegmentKind::Verbatim && slice.starts_with('&');
            let slice = if is_reference { Cow::Owned(markup::decode(slice)) } else { Cow::Borrowed(slice) };
            if text.is_empty() {
                text = slice;
            } else {
                let text = text.to_mut();
                text.extend(std::iter::repeat_n('\n', usize::from(breaks)));
                text.push_str(&slice);
            }
            breaks = 0;
        }
        text
    }

    /// The runs of text in a span of the source: what stands between tags.
    pub(crate) fn runs(&self, span: Span<Sent>) -> Vec<Span<Sent>> {
        let mut runs: Vec<Span<Sent>> = Vec::new();
        for segment in self.within(span).filter(|segment| segment.is_sent()) {
            let (start, end) = (segment.source.max(span.start()), segment.source_end().min(span.end()));
            match runs.last_mut() {
                _ if start >= end => {}
                Some(last) if last.end() == start => *last = Span::new(last.start(), end),
                _ => runs.push(Span::new(start, end)),
            }
        }
        runs
    }
}

/// Builds the text of a field and its map side by side.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) text: String,
    pub(crate) segments: Vec<Segment>,
    /// The end in the source of what was written last.
    source_end: u32,
}

impl Writer {
    fn push(&mut self, source: u32, length: u32, kind: SegmentKind) {
        self.segments.push(Segment { text: self.text.len() as u32, source, length, kind });
        self.source_end = source + length;
    }

    /// Writes characters that stand at `source` as they are, or with as many bytes.
    pub(crate) fn verbatim(&mut self, source: u32, characters: &str) {
        if characters.is_empty() {
            return;
        }
        let goes_on = self.segments.last().is_some_and(|last| {
            last.kind == SegmentKind::Verbatim
                && last.source_end() == source
                && last.length == self.text.len() as u32 - last.text
        });
        match self.segments.last_mut() {
            Some(last) if goes_on => {
                last.length += characters.len() as u32;
                self.source_end = last.source_end();
            }
            _ => self.push(source, characters.len() as u32, SegmentKind::Verbatim),
        }
        self.text.push_str(characters);
    }

    /// Writes characters that stand for `length` bytes of the source.
    pub(crate) fn whole(&mut self, source: u32, length: u32, characters: &str) {
        self.push(source, length, SegmentKind::Whole);
        self.text.push_str(characters);
    }

    /// Leaves out characters that show nothing.
    pub(crate) fn unseen(&mut self, source: u32, length: u32) {
        self.push(source, length, SegmentKind::Unseen);
    }

    /// Writes a mark that was not sent.
    pub(crate) fn added(&mut self, mark: char) {
        self.push(self.source_end, 0, SegmentKind::Added);
        self.text.push(mark);
    }

    /// Writes what separates lines.
    pub(crate) fn line_break(&mut self, characters: &str, lines: u8) {
        self.push(self.source_end, 0, SegmentKind::Break(lines));
        self.text.push_str(characters);
    }
}
