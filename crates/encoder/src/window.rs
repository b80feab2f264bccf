//! Windows: runs of whole sentences that the model reads together.

use std::ops::Range;

use dateline_text::{Span, Word};

/// Pieces of a window, the two special ones included. Short windows run faster; this much context is what scores ask for.
pub(crate) const PIECES_MAX: usize = 192;

/// Pieces that one run of the model reads at most, as many windows as fit: their activations stay in the cache.
const BATCH_PIECES_MAX: usize = 384;

/// Cuts the document into windows of whole sentences; a sentence that is longer than a window is cut between words.
/// `begin[w]` is the offset of token `w`'s first piece, with one entry more than there are tokens.
pub(crate) fn windows(sentences: &[Span<Word>], begin: &[u32]) -> Vec<Span<Word>> {
    let room = u32::try_from(PIECES_MAX - 2).expect("a small constant");
    let fits = |words: Span<Word>| begin[words.end() as usize] - begin[words.start() as usize] <= room;
    let mut windows: Vec<Span<Word>> = Vec::new();
    for &sentence in sentences {
        match windows.last_mut() {
            Some(last) if fits(last.cover(sentence)) => *last = last.cover(sentence),
            _ => cut(sentence, fits, &mut windows),
        }
    }
    windows
}

fn cut(sentence: Span<Word>, fits: impl Fn(Span<Word>) -> bool, windows: &mut Vec<Span<Word>>) {
    let mut start = sentence.start();
    for end in sentence.start() + 1..=sentence.end() {
        if !fits(Span::new(start, end)) {
            windows.push(Span::new(start, end - 1));
            start = end - 1;
        }
    }
    windows.push(Span::new(start, sentence.end()));
}

/// How many of the windows hold `pieces` together, at most.
pub(crate) fn within(windows: &[Span<Word>], begin: &[u32], pieces: u32) -> usize {
    windows.partition_point(|window| begin[window.end() as usize] <= pieces)
}

/// Groups neighbouring windows, by index, into batches.
pub(crate) fn batches(windows: &[Span<Word>], begin: &[u32]) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    let mut pieces = 0;
    for (index, window) in windows.iter().enumerate() {
        let length = (begin[window.end() as usize] - begin[window.start() as usize]) as usize + 2;
        match batches.last_mut() {
            Some(batch) if pieces + length <= BATCH_PIECES_MAX => {
                batch.end = index + 1;
                pieces += length;
            }
            _ => {
                batches.push(index..index + 1);
                pieces = length;
            }
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_hold_whole_sentences() {
        let begin: Vec<u32> = (0..=500).collect();
        let sentences = [(0, 50), (50, 180), (180, 200), (200, 500)].map(|(start, end)| Span::new(start, end));
        let windows = windows(&sentences, &begin);
        assert_eq!(windows, [(0, 180), (180, 200), (200, 390), (390, 500)].map(|(start, end)| Span::new(start, end)));
    }

    #[test]
    fn batches_hold_neighbours() {
        let begin: Vec<u32> = (0..=2000).collect();
        let windows = [(0, 126), (126, 200), (200, 1200), (1200, 1300)].map(|(start, end)| Span::new(start, end));
        assert_eq!(batches(&windows, &begin), [0..2, 2..3, 3..4]);
    }
}
