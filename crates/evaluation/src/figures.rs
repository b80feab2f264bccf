//! Figures as they are published: percentages with one decimal.

use serde::Serialize;

use crate::Counts;

/// Precision, recall and F1 in percent, with one decimal, and how many items they rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Prf {
    /// Share of what was found that is right.
    pub p: f64,
    /// Share of what the corpus has that was found.
    pub r: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
    /// Items that the corpus has, where items are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gold: Option<usize>,
    /// Items found, where items are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predicted: Option<usize>,
}

impl Prf {
    /// From shares between 0 and 1, without counts.
    #[must_use]
    pub fn of_shares(p: f64, r: f64) -> Self {
        let f1 = if p + r == 0.0 { 0.0 } else { 200.0 * p * r / (p + r) };
        Self { p: rounded(100.0 * p), r: rounded(100.0 * r), f1: rounded(f1), gold: None, predicted: None }
    }

    /// Where precision and recall count different things: findings that are right, and items that are found.
    #[must_use]
    pub fn of_both(precise: Ratio, complete: Ratio) -> Self {
        let shares = Self::of_shares(precise.share(), complete.share());
        Self { gold: Some(complete.whole), predicted: Some(precise.whole), ..shares }
    }
}

impl From<Counts> for Prf {
    fn from(Counts { right, found, expected }: Counts) -> Self {
        Self::of_both(Ratio { part: right, whole: found }, Ratio { part: right, whole: expected })
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

impl Ratio {
    /// Counts one more item of the whole, and of the part if it is in it.
    pub fn add(&mut self, is_part: bool) {
        self.part += usize::from(is_part);
        self.whole += 1;
    }

    /// From 0 to 1; 0 of nothing.
    #[must_use]
    pub fn share(self) -> f64 {
        self.part as f64 / self.whole.max(1) as f64
    }

    /// In percent, with one decimal.
    #[must_use]
    pub fn percent(self) -> f64 {
        rounded(100.0 * self.part as f64 / self.whole.max(1) as f64)
    }
}

impl std::ops::AddAssign for Ratio {
    fn add_assign(&mut self, other: Self) {
        self.part += other.part;
        self.whole += other.whole;
    }
}

/// One decimal, rounded on the exact binary value with ties to even, as Python's `round` does.
#[must_use]
pub(crate) fn rounded(value: f64) -> f64 {
    format!("{value:.1}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_the_even_digit() {
        assert_eq!([0.25, 0.75, 0.35, 12.45].map(rounded), [0.2, 0.8, 0.3, 12.4]);
    }

    #[test]
    fn shares_of_nothing_are_zero() {
        assert_eq!(Prf::from(Counts::default()).f1, 0.0);
        assert_eq!(Ratio::default().percent(), 0.0);
    }
}
