//! Precision, recall and F1.

use std::ops::AddAssign;

/// Counts of findings, from which precision, recall and F1 follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings that the corpus has too.
    pub right: usize,
    /// Findings.
    pub found: usize,
    /// What the corpus has.
    pub expected: usize,
}

impl Counts {
    /// Counts of two sorted lists without doubles.
    #[must_use]
    pub fn of_sorted<T: Ord>(found: &[T], expected: &[T]) -> Self {
        let right = found.iter().filter(|item| expected.binary_search(item).is_ok()).count();
        Self { right, found: found.len(), expected: expected.len() }
    }

    /// Share of the findings that are right, in percent; 0 where nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// Share of what the corpus has that was found, in percent; 0 where it has nothing.
    #[must_use]
    pub fn recall(self) -> f64 {
        percent(self.right, self.expected)
    }

    /// Harmonic mean of precision and recall, in percent.
    #[must_use]
    pub fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.expected)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.expected += other.expected;
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_common_items_are_right() {
        let counts = Counts::of_sorted(&[1, 3, 5], &[2, 3, 5, 7]);
        assert_eq!(counts, Counts { right: 2, found: 3, expected: 4 });
    }

    #[test]
    fn nothing_found_scores_zero() {
        let counts = Counts::of_sorted::<u8>(&[], &[]);
        assert_eq!((counts.precision(), counts.recall(), counts.f1()), (0.0, 0.0, 0.0));
    }
}
