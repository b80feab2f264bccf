//! Who asserts an event: the speaker of the innermost quote in which its trigger stands, else the author.

use dateline_text::{Byte, Span};

use super::AssertedBy;
use crate::quotes::{Quote, QuoteId};

/// Contents before a trigger that are looked at: quotes nest, but not deeply.
const NESTING_MAX: usize = 32;

/// The contents of all quotes, in text order, with the latest end among them and all before them.
pub(super) struct Asserters<'a> {
    quotes: &'a [Quote],
    contents: Vec<(Span<Byte>, usize, u32)>,
}

impl<'a> Asserters<'a> {
    /// Indexes the quotes' contents.
    pub(super) fn new(quotes: &'a [Quote]) -> Self {
        let spans =
            quotes.iter().enumerate().flat_map(|(index, quote)| quote.content.iter().map(move |&span| (span, index)));
        let mut spans: Vec<(Span<Byte>, usize)> = spans.collect();
        spans.sort_by_key(|(span, index)| (span.start(), span.end(), *index));
        let mut latest = 0;
        let contents = spans.into_iter().map(|(span, index)| {
            latest = span.end().max(latest);
            (span, index, latest)
        });
        Self { quotes, contents: contents.collect() }
    }

    /// Who asserts what stands at `span`.
    pub(super) fn of(&self, span: Span<Byte>) -> AssertedBy {
        let until = self.contents.partition_point(|(content, _, _)| content.start() <= span.start());
        let around =
            self.contents[..until].iter().rev().take(NESTING_MAX).take_while(|(_, _, latest)| *latest >= span.end());
        let innermost =
            around.filter(|(content, _, _)| content.contains(span)).min_by_key(|(content, _, _)| content.len());
        match innermost {
            Some(&(_, index, _)) => AssertedBy::Speaker {
                quote: QuoteId(u32::try_from(index).expect("quotes are fewer than bytes")),
                entity: self.quotes[index].speaker.as_ref().and_then(|speaker| speaker.entity),
            },
            None => AssertedBy::Author,
        }
    }
}
