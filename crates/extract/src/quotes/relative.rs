//! Relative clauses that report: "Jane Roe, who said …", "a letter which warned …". The source is the phrase that the
//! pronoun goes back to; the pronoun beside the cue is kept with it.

use dateline_text::{Byte, Span};

use super::{attribution::Draft, subject, units::Reading, words};

/// Most auxiliaries and adverbs between a relative pronoun and its verb.
const GROUP_MAX: u32 = 6;

/// Finds the relative pronouns that stand for a source beside a cue, and puts the antecedent in the place of a source that
/// is nothing else.
pub(super) fn resolve(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(source) = draft.source else { continue };
        let word = reading.document.words(source);
        if word.len() == 1 && is_relative(reading.folded(word.start())) {
            // Without what it goes back to, "who" asks and "that" points.
            let before = antecedent(reading, word.start());
            draft.relative = before.and(Some(source));
            draft.source = before.or(draft.source);
        } else {
            draft.relative = pronoun(reading, draft, source);
        }
    }
}

/// The relative pronoun that is the subject of the cue, where the source is its antecedent.
fn pronoun(reading: &Reading<'_>, draft: &Draft, source: Span<Byte>) -> Option<Span<Byte>> {
    let document = reading.document;
    let first = document.words(draft.cue.as_ref()?.span).start();
    let sentence = document.sentences()[document.sentence_at(first)].start();
    let within_group = |word: u32| words::is_auxiliary(reading.folded(word)) || words::is_adverb(reading.folded(word));
    let at = (sentence.max(first.saturating_sub(GROUP_MAX))..first).rev().find(|&word| !within_group(word))?;
    let source = document.words(source);
    let antecedes = match reading.folded(at) {
        "who" | "which" => sentence <= source.start() && source.end() <= at,
        // Without a comma: behind one, "that" begins a clause of its own.
        "that" => source.end() == at,
        _ => false,
    };
    antecedes.then(|| document.tokens()[at as usize].span)
}

fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "that")
}

/// The noun phrase right before a relative pronoun.
fn antecedent(reading: &Reading<'_>, pronoun: u32) -> Option<Span<Byte>> {
    subject::before(reading, pronoun + 1).filter(|span| reading.document.words(*span).end() <= pronoun)
}
