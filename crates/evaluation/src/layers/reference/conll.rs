//! The measures of the CoNLL 2012 shared task: MUC, B³ and CEAF-φ4, whose mean F1 is the CoNLL F1 (Pradhan et al. 2014).
//!
//! Chains are lists of mention numbers; a mention has the same number in both lists of chains.

use std::collections::BTreeMap;

/// Sums of a measure over documents, from which precision, recall and F1 follow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sums {
    pub(super) precise: (f64, f64),
    pub(super) complete: (f64, f64),
}

impl Sums {
    pub(super) fn add(&mut self, other: Self) {
        for (sum, part) in [(&mut self.precise, other.precise), (&mut self.complete, other.complete)] {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
    }

    /// Precision and recall, from 0 to 1.
    pub(super) fn shares(self) -> (f64, f64) {
        let share = |(part, whole): (f64, f64)| if whole == 0.0 { 0.0 } else { part / whole };
        (share(self.precise), share(self.complete))
    }

    /// From 0 to 1.
    pub(super) fn f1(self) -> f64 {
        let (p, r) = self.shares();
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

/// Chains of mentions.
pub(super) type Chains = [Vec<usize>];

/// The chain of each mention.
fn index(chains: &Chains) -> BTreeMap<usize, usize> {
    chains.iter().enumerate().flat_map(|(at, chain)| chain.iter().map(move |&mention| (mention, at))).collect()
}

/// MUC (Vilain et al. 1995): links that a chain keeps when the other side's chains cut it.
pub(super) fn muc(gold: &Chains, found: &Chains) -> Sums {
    let kept = |chains: &Chains, others: &Chains| {
        let other = index(others);
        chains.iter().fold((0.0, 0.0), |(kept, all), chain| {
            let known: std::collections::BTreeSet<_> = chain.iter().filter_map(|mention| other.get(mention)).collect();
            let unknown = chain.iter().filter(|mention| !other.contains_key(mention)).count();
            let parts = known.len() + unknown;
            (kept + (chain.len() - parts) as f64, all + (chain.len() - 1) as f64)
        })
    };
    Sums { precise: kept(found, gold), complete: kept(gold, found) }
}

/// B³ (Bagga & Baldwin 1998) over the mentions that `counts` lets in: for each mention, the share of its chain that is in
/// the other side's chain of the same mention.
pub(super) fn b_cubed(gold: &Chains, found: &Chains, counts: impl Fn(usize) -> bool) -> Sums {
    let shared = |chains: &Chains, others: &Chains| {
        let other = index(others);
        let mut sums = (0.0, 0.0);
        for chain in chains {
            let mut overlap: BTreeMap<usize, usize> = BTreeMap::new();
            for mention in chain {
                if let Some(&at) = other.get(mention) {
                    *overlap.entry(at).or_default() += 1;
                }
            }
            for mention in chain.iter().filter(|&&mention| counts(mention)) {
                let common = other.get(mention).map_or(0, |at| overlap[at]);
                sums = (sums.0 + common as f64 / chain.len() as f64, sums.1 + 1.0);
            }
        }
        sums
    };
    Sums { precise: shared(found, gold), complete: shared(gold, found) }
}

/// CEAF-φ4 (Luo 2005): the best one-to-one alignment of chains by 2 |shared| / (|a| + |b|).
pub(super) fn ceaf(gold: &Chains, found: &Chains) -> Sums {
    let other = index(found);
    let mut similar = vec![vec![0.0; found.len()]; gold.len()];
    for (row, chain) in similar.iter_mut().zip(gold) {
        for at in chain.iter().filter_map(|mention| other.get(mention)) {
            row[*at] += 1.0;
        }
        for (shared, partner) in row.iter_mut().zip(found) {
            *shared = 2.0 * *shared / (chain.len() + partner.len()) as f64;
        }
    }
    let best = assignment(&similar);
    Sums { precise: (best, found.len() as f64), complete: (best, gold.len() as f64) }
}

/// The greatest sum of a one-to-one choice of cells: the Hungarian algorithm with potentials, in O(n³).
fn assignment(weights: &[Vec<f64>]) -> f64 {
    let columns = weights.first().map_or(0, Vec::len);
    let size = weights.len().max(columns);
    let weight = |row: usize, column: usize| weights.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
    // Rows and columns count from 1; row 0 is the one that is being placed.
    let (mut rows, mut potential, mut price) = (vec![0; size + 1], vec![0.0; size + 1], vec![0.0; size + 1]);
    for row in 1..=size {
        let mut way = vec![0; size + 1];
        let mut least = vec![f64::INFINITY; size + 1];
        let mut used = vec![false; size + 1];
        rows[0] = row;
        let mut at = 0;
        while rows[at] != 0 {
            used[at] = true;
            let (from, mut step, mut next) = (rows[at], f64::INFINITY, 0);
            for column in (1..=size).filter(|&column| !used[column]) {
                let cost = -weight(from - 1, column - 1) - potential[from] - price[column];
                if cost < least[column] {
                    (least[column], way[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=size {
                if used[column] {
                    potential[rows[column]] += step;
                    price[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            rows[at] = rows[way[at]];
            at = way[at];
        }
    }
    (1..=size).map(|column| weight(rows[column] - 1, column - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(sums: Sums) -> (f64, f64) {
        let (p, r) = sums.shares();
        ((p * 1e4).round() / 100.0, (r * 1e4).round() / 100.0)
    }

    /// The worked example of Pradhan et al. 2014: gold {a b c} {d e f g}, found {a b} {c d} {f g h i}.
    #[test]
    fn the_published_example() {
        let gold = [vec![1, 2, 3], vec![4, 5, 6, 7]];
        let found = [vec![1, 2], vec![3, 4], vec![6, 7, 8, 9]];
        assert_eq!(percent(muc(&gold, &found)), (40.0, 40.0));
        assert_eq!(percent(b_cubed(&gold, &found, |_| true)), (50.0, 41.67));
        assert_eq!(percent(ceaf(&gold, &found)), (43.33, 65.0));
    }

    #[test]
    fn the_best_assignment_is_not_the_greedy_one() {
        assert_eq!(assignment(&[vec![0.9, 0.8], vec![0.8, 0.1]]), 1.6);
        assert_eq!(assignment(&[vec![0.2, 0.9, 0.1]]), 0.9);
        assert_eq!(assignment(&[]), 0.0);
    }
}
