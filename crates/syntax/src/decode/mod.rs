//! From scores of possible heads to a tree.
//!
//! Each word takes the head that it scores highest. Where that is a tree with one root, it is the best tree, and it is
//! so for most sentences. Where it is not, the best tree with exactly one root is searched: the maximum spanning
//! arborescence of Chu and Liu (1965) and Edmonds (1967), in the dense form of Tarjan (1977), which takes time in the
//! square of the words. One root only, as Zmigrod, Vieira and Cotterell (2020) ask for, follows from a price on roots
//! that no other choice can outweigh.

mod arborescence;

pub(crate) use arborescence::arborescence;

/// Scores of every word of a stretch as the head of every other.
pub(crate) struct Scores {
    words: usize,
    /// A row for each dependent: the root first, then every word; what stands at the dependent itself is not read.
    rows: Vec<f32>,
}

/// Scores beyond this are cut off, so that none of them is infinite or NaN.
const SCORE_MAX: f32 = 1e6;

impl Scores {
    /// Of `words` words, by what `score` says of a dependent and its head; no head is the root.
    pub(crate) fn new(words: usize, mut score: impl FnMut(usize, Option<usize>) -> f32) -> Self {
        let mut rows = Vec::with_capacity(words * (words + 1));
        for dependent in 0..words {
            for head in 0..=words {
                let own = head == dependent + 1;
                let score = if own { -SCORE_MAX } else { score(dependent, head.checked_sub(1)) };
                rows.push(if score.is_nan() { -SCORE_MAX } else { score.clamp(-SCORE_MAX, SCORE_MAX) });
            }
        }
        Self { words, rows }
    }

    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The score of a head, counted from 1; 0 is the root.
    fn of(&self, dependent: usize, head: usize) -> f32 {
        self.rows[dependent * (self.words + 1) + head]
    }

    /// The best head of a word by itself.
    fn best(&self, dependent: usize) -> Option<usize> {
        let heads = (0..=self.words).filter(|&head| head != dependent + 1);
        let best =
            heads.reduce(|best, head| if self.of(dependent, head) > self.of(dependent, best) { head } else { best });
        best?.checked_sub(1)
    }
}

/// The head of every word in the best tree; one word, the root, has none.
pub(crate) fn heads(scores: &Scores) -> Vec<Option<usize>> {
    let best: Vec<_> = (0..scores.words).map(|word| scores.best(word)).collect();
    if is_tree(&best) { best } else { arborescence(scores) }
}

/// Whether exactly one word has no head, and every other one leads to it.
pub(crate) fn is_tree(heads: &[Option<usize>]) -> bool {
    if heads.iter().filter(|head| head.is_none()).count() != 1 {
        return heads.is_empty();
    }
    // The walk from each word ends at a word that an earlier walk met; in a circle, at one of its own.
    let mut walk_of = vec![usize::MAX; heads.len()];
    (0..heads.len()).all(|start| {
        let mut at = start;
        while walk_of[at] == usize::MAX {
            walk_of[at] = start;
            match heads[at] {
                Some(head) if head < heads.len() => at = head,
                Some(_) => return false,
                None => return true,
            }
        }
        walk_of[at] != start
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn total(scores: &Scores, heads: &[Option<usize>]) -> f64 {
        let of = |(word, head): (usize, &Option<usize>)| f64::from(scores.of(word, head.map_or(0, |head| head + 1)));
        heads.iter().enumerate().map(of).sum()
    }

    /// The best tree among all choices of heads.
    fn by_trying(scores: &Scores) -> f64 {
        let words = scores.words();
        let choices = (words + 1).pow(u32::try_from(words).unwrap());
        let decoded = |mut choice: usize| -> Vec<Option<usize>> {
            let mut next = || {
                let head = choice % (words + 1);
                choice /= words + 1;
                head.checked_sub(1)
            };
            (0..words).map(|_| next()).collect()
        };
        let trees = (0..choices).map(decoded).filter(|heads| is_tree(heads));
        trees.map(|heads| total(scores, &heads)).fold(f64::NEG_INFINITY, f64::max)
    }

    fn matrix(words: usize, values: &[f32]) -> Scores {
        let mut values = values.iter().copied().cycle();
        Scores::new(words, |_, _| values.next().unwrap_or(0.0))
    }

    #[test]
    fn only_one_root_and_no_circle_is_a_tree() {
        for (heads, expected) in [
            (vec![], true),
            (vec![None], true),
            (vec![None, Some(0), Some(1)], true),
            (vec![None, None], false),
            (vec![Some(1), Some(0)], false),
            (vec![None, Some(1)], false),
            (vec![None, Some(2), Some(3), Some(1)], false),
            (vec![None, Some(9)], false),
        ] {
            assert_eq!(is_tree(&heads), expected, "{heads:?}");
        }
    }

    proptest! {
        #[test]
        fn any_scores_give_a_tree(words in 0_usize..40, values in prop::collection::vec(any::<f32>(), 1..400)) {
            let scores = matrix(words, &values);
            prop_assert!(is_tree(&heads(&scores)));
            prop_assert!(is_tree(&arborescence(&scores)));
        }

        #[test]
        fn no_tree_is_better(words in 1_usize..5, values in prop::collection::vec(-9_i8..9, 1..40)) {
            let values: Vec<f32> = values.into_iter().map(f32::from).collect();
            let scores = matrix(words, &values);
            prop_assert_eq!(total(&scores, &heads(&scores)), by_trying(&scores));
            prop_assert_eq!(total(&scores, &arborescence(&scores)), by_trying(&scores));
        }
    }

    #[test]
    fn a_long_stretch_takes_time_in_its_square() {
        // Every word prefers its neighbour, in circles of two, so that circles are contracted again and again.
        let words = 512;
        let scores = Scores::new(words, |dependent, head| match head {
            None => -1.0,
            Some(head) => -((dependent ^ head) as f32),
        });
        let start = std::time::Instant::now();
        assert!(is_tree(&heads(&scores)));
        assert!(start.elapsed().as_secs() < 60, "took {:?}", start.elapsed());
    }
}
