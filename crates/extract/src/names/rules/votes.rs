//! Votes of rules for kinds.

use super::weights::Rule;
use crate::names::EntityKind;

const KINDS: usize = EntityKind::ALL.len();

/// The sums of votes, and the strongest rule, by kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Votes {
    sums: [f32; KINDS],
    strongest: [Option<&'static Rule>; KINDS],
}

impl Default for Votes {
    fn default() -> Self {
        Self { sums: [0.0; KINDS], strongest: [None; KINDS] }
    }
}

impl Votes {
    /// One vote for a kind.
    pub(super) fn add(&mut self, kind: EntityKind, rule: &'static Rule) {
        let at = kind as usize;
        self.sums[at] += rule.weight;
        self.keep_strongest(at, rule);
    }

    /// A weight for or against a kind that no rule of its own stands for.
    pub(super) fn shift(&mut self, kind: EntityKind, weight: f32) {
        self.sums[kind as usize] += weight;
    }

    /// Adds all votes of `other`, scaled.
    pub(super) fn merge(&mut self, other: &Self, scale: f32) {
        for at in 0..KINDS {
            self.sums[at] += scale * other.sums[at];
            if let Some(rule) = other.strongest[at] {
                self.keep_strongest(at, rule);
            }
        }
    }

    fn keep_strongest(&mut self, at: usize, rule: &'static Rule) {
        if self.strongest[at].is_none_or(|known| rule.weight > known.weight) {
            self.strongest[at] = Some(rule);
        }
    }

    /// The sum of one kind.
    pub(super) fn sum(&self, kind: EntityKind) -> f32 {
        self.sums[kind as usize]
    }

    /// The kind with the highest positive sum, the first one of equals, and the strongest rule that voted for it.
    pub(super) fn winner(&self) -> Option<(EntityKind, &'static Rule)> {
        let mut best: Option<(EntityKind, &'static Rule, f32)> = None;
        for kind in EntityKind::ALL {
            let sum = self.sum(kind);
            if let Some(rule) = self.strongest[kind as usize]
                && sum > best.map_or(0.0, |(_, _, most)| most)
            {
                best = Some((kind, rule, sum));
            }
        }
        best.map(|(kind, rule, _)| (kind, rule))
    }
}
