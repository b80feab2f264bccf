//! Half-open spans whose unit is part of their type, so that a byte offset and a word index cannot meet.

use std::{fmt, marker::PhantomData, ops::Range};

/// Unit of spans that count UTF-8 bytes of [`Article::text`](crate::Article::text).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Byte {}

/// Unit of spans that count tokens of a [`Document`](crate::Document).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {}

/// A half-open range `start..end` counted in `U`; `start <= end` always holds.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<U> {
    start: u32,
    end: u32,
    unit: PhantomData<U>,
}

// Not derived, since a span is `Copy` whatever its unit.
impl<U> Clone for Span<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Span<U> {}

impl<U> Span<U> {
    /// The span `start..end`.
    ///
    /// # Panics
    /// If `start > end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a span starts after its end");
        Self { start, end, unit: PhantomData }
    }

    /// First position inside the span.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// First position after the span.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Number of units covered.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as an index range.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the two spans share at least one position; touching spans do not.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl<U> From<Range<usize>> for Span<U> {
    /// # Panics
    /// If the range runs backwards or beyond `u32::MAX`, which the limit on an article's length rules out.
    fn from(range: Range<usize>) -> Self {
        let at = |offset: usize| u32::try_from(offset).expect("articles are shorter than 4 GiB");
        Self::new(at(range.start), at(range.end))
    }
}

impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_spans_do_not_overlap() {
        let (left, right) = (Span::<Byte>::new(0, 3), Span::<Byte>::new(3, 5));
        assert!(!left.overlaps(right));
        assert_eq!(left.cover(right), Span::new(0, 5));
    }

    #[test]
    #[should_panic(expected = "after its end")]
    fn a_span_cannot_run_backwards() {
        let _ = Span::<Word>::new(2, 1);
    }
}
