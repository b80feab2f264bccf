//! Offset units: from bytes of the article's text to what the caller counts in. The only place where they meet.

use std::borrow::Cow;

use dateline_text::{Article, Byte, Field, LeftOut, Sent, Span};

use crate::{
    options::OffsetUnit,
    response::{TextSpan, UnitOffsets},
};

/// Bytes between two checkpoints: small enough to count through at each look-up, large enough to keep few of them.
const STRIDE: usize = 128;

/// Code points and UTF-16 code units before a place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    code_points: u32,
    utf16: u32,
}

impl Counts {
    fn advance(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            // Every character has one byte that is not a continuation byte; those of four bytes are surrogate pairs.
            let starts = u32::from(byte & 0b1100_0000 != 0b1000_0000);
            self.code_points += starts;
            self.utf16 += starts + u32::from(byte >= 0b1111_0000);
        }
    }
}

/// Converts the spans of one article.
#[derive(Debug)]
pub struct Offsets<'a> {
    article: &'a Article,
    unit: OffsetUnit,
    /// Of each field, as sent.
    fields: Vec<FieldOffsets<'a>>,
}

/// Counts at every [`STRIDE`] bytes of a field.
#[derive(Debug)]
struct FieldOffsets<'a> {
    field: Field,
    sent: &'a str,
    checkpoints: Vec<Counts>,
}

impl<'a> FieldOffsets<'a> {
    fn new(field: Field, sent: &'a str) -> Self {
        let mut counts = Counts::default();
        let mut checkpoints = vec![counts];
        for chunk in sent.as_bytes().chunks(STRIDE) {
            counts.advance(chunk);
            checkpoints.push(counts);
        }
        Self { field, sent, checkpoints }
    }

    /// Code points and UTF-16 code units from the start of the field to a byte of it.
    fn counts(&self, byte: u32) -> Counts {
        let byte = byte as usize;
        let checkpoint = byte / STRIDE;
        let mut counts = self.checkpoints[checkpoint];
        counts.advance(&self.sent.as_bytes()[checkpoint * STRIDE..byte]);
        counts
    }

    fn in_all_units(&self, span: Span<Sent>) -> UnitOffsets {
        let [start, end] = [span.start(), span.end()].map(|byte| self.counts(byte));
        UnitOffsets {
            code_point: [start.code_points, end.code_points],
            utf16: [start.utf16, end.utf16],
            utf8: [span.start(), span.end()],
        }
    }
}

impl<'a> Offsets<'a> {
    /// Reads the article once, in time linear in its length.
    #[must_use]
    pub fn new(article: &'a Article, unit: OffsetUnit) -> Self {
        let fields = article.sent().map(|(field, sent)| FieldOffsets::new(field, sent)).collect();
        Self { article, unit, fields }
    }

    /// The span as the caller sees it: the field, the offsets in that field, and the text.
    ///
    /// # Panics
    /// If the span crosses a field's edge or cuts a character, which the pipeline's invariants rule out.
    #[must_use]
    pub fn span(&self, span: Span<Byte>) -> TextSpan<'a> {
        let (field, place) = self.article.place(span).expect("findings stand inside one field");
        self.describe(field, place, self.article.text_at(field, place), self.article.runs(field, place))
    }

    /// A stretch of plain text that the pipeline did not find.
    #[must_use]
    pub fn sent_span(&self, field: Field, place: Span<Sent>) -> TextSpan<'a> {
        self.describe(field, place, self.article.text_at(field, place), vec![place])
    }

    /// The text in a stretch of HTML that came with the page; `None` where it shows none.
    #[must_use]
    pub fn left_out(&self, left_out: &LeftOut) -> Option<TextSpan<'a>> {
        let (text, runs) = self.article.left_out_text(left_out);
        let place = runs.first()?.cover(*runs.last()?);
        Some(self.describe(left_out.field, place, text.into(), runs))
    }

    fn describe(&self, field: Field, place: Span<Sent>, text: Cow<'a, str>, runs: Vec<Span<Sent>>) -> TextSpan<'a> {
        let of_field = self.fields.iter().find(|of| of.field == field).expect("findings are in a field that was sent");
        let offsets = of_field.in_all_units(place);
        let [start, end] = self.asked(offsets);
        let ranges = runs.into_iter().map(|run| self.asked(of_field.in_all_units(run))).collect::<Vec<_>>();
        let offsets = (self.unit == OffsetUnit::All).then_some(offsets);
        TextSpan {
            field: field.into(),
            start,
            end,
            text,
            ranges: Some(ranges).filter(|ranges| ranges.len() > 1),
            offsets,
        }
    }

    /// The offsets in the unit that was asked for; code points where all are.
    fn asked(&self, offsets: UnitOffsets) -> [u32; 2] {
        match self.unit {
            OffsetUnit::CodePoint | OffsetUnit::All => offsets.code_point,
            OffsetUnit::Utf16 => offsets.utf16,
            OffsetUnit::Utf8 => offsets.utf8,
        }
    }

    /// The text of a span as layers read it: without tags, and without characters that show nothing.
    #[must_use]
    pub fn text(&self, span: Span<Byte>) -> &'a str {
        &self.article.text()[span.range()]
    }
}

#[cfg(test)]
mod tests {
    use dateline_text::Parts;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_unit_points_at_the_same_text(title in "\\PC{0,80}", body in "a\\PC{0,300}", cut in any::<[prop::sample::Index; 2]>()) {
            let parts = Parts { title, body: body.clone(), ..Parts::default() };
            let article = Article::new(parts, 1_000).unwrap();
            let place = article.fields().last().unwrap().1;
            let text = &article.text()[place.range()];
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut ends = cut.map(|index| edges[index.index(edges.len())]);
            ends.sort_unstable();
            let start = place.start() as usize;
            let span = Span::from(start + ends[0]..start + ends[1]);
            let found = Offsets::new(&article, OffsetUnit::All).span(span);
            let offsets = found.offsets.unwrap();
            prop_assert_eq!([found.start, found.end], offsets.code_point);
            let [[code_point, p], [utf16, w], [utf8, b]] = [offsets.code_point, offsets.utf16, offsets.utf8];
            prop_assert_eq!(&body[utf8 as usize..b as usize], &*found.text);
            let points: String = body.chars().skip(code_point as usize).take((p - code_point) as usize).collect();
            prop_assert_eq!(points, &*found.text);
            let units: Vec<u16> = body.encode_utf16().collect();
            prop_assert_eq!(String::from_utf16(&units[utf16 as usize..w as usize]).unwrap(), &*found.text);
        }
    }
}
