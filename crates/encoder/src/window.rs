//! Windows: runs of whole sentences that the model reads together.

use dateline_text::{Span, Word};

/// Pieces of a window, the two special ones included. Short windows run faster; this much context is what scores ask for.
pub(crate) const PIECES_MAX: usize = 128;

/// Pieces that one run of the model reads at most, padding included: as many windows side by side as fit.
const BATCH_PIECES_MAX: usize = 1024;

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

/// Groups windows, by index, into batches of similar length, so that little padding is read.
/// `lengths` are in pieces, the special ones included.
pub(crate) fn batches(lengths: &[usize]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..lengths.len()).collect();
    order.sort_by_key(|&window| std::cmp::Reverse(lengths[window]));
    let mut batches: Vec<Vec<usize>> = Vec::new();
    for window in order {
        match batches.last_mut() {
            Some(batch) if lengths[batch[0]] * (batch.len() + 1) <= BATCH_PIECES_MAX => batch.push(window),
            _ => batches.push(vec![window]),
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_hold_whole_sentences() {
        let begin: Vec<u32> = (0..=300).collect();
        let sentences = [(0, 50), (50, 120), (120, 140), (140, 300)].map(|(start, end)| Span::new(start, end));
        let windows = windows(&sentences, &begin);
        assert_eq!(windows, [(0, 120), (120, 140), (140, 266), (266, 300)].map(|(start, end)| Span::new(start, end)));
    }

    #[test]
    fn batches_hold_windows_of_similar_length() {
        assert_eq!(batches(&[100, 128, 20, 128]), [vec![1, 3, 0, 2]]);
        assert_eq!(batches(&[128; 9]), [(0..8).collect::<Vec<_>>(), vec![8]]);
    }
}
