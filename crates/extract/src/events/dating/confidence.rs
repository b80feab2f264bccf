//! From the share that a time has in the log-linear choice to the probability that it is the event's.
//!
//! Measured with `training/floors.py` on the newsroom articles that thresholds are chosen on. A date counts as right where
//! the annotation gives it to the event; an event whose date the article does not tell has none.

use crate::events::Source;

/// Least share, and the part of the times with at least this share and less than the next that were right.
type Steps = [(f32, f32); 6];

/// Of times in the trigger's own sentence.
const SENTENCE: Steps = [(0.0, 0.22), (0.4, 0.35), (0.5, 0.47), (0.6, 0.49), (0.8, 0.65), (0.95, 0.7)];

/// Of times in another sentence. Below 0.8 nothing was counted, so that the first step stands for all of it.
const STORY: Steps = [(0.0, 0.16), (0.8, 0.16), (0.85, 0.33), (0.9, 0.5), (0.95, 0.5), (0.98, 0.5)];

/// The probability of a time with this share.
pub(super) fn of(source: Source, share: f32) -> f32 {
    let steps = match source {
        Source::Sentence => SENTENCE,
        Source::Story => STORY,
    };
    steps.iter().rev().find(|(least, _)| share >= *least).map_or(steps[0].1, |(_, right)| *right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_share_is_no_less_probable() {
        for source in [Source::Sentence, Source::Story] {
            let probabilities: Vec<f32> = (0..=100).map(|share| of(source, share as f32 / 100.0)).collect();
            assert!(probabilities.is_sorted() && probabilities.iter().all(|p| (0.0..=1.0).contains(p)));
        }
        assert_eq!(of(Source::Sentence, f32::NAN), 0.22);
    }
}
