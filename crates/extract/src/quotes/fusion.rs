//! The encoder's attributions and those of the rules, together: where both read a content, the surer of the two stands,
//! with what only the other found.

use super::attribution::Draft;

/// Least probability of an attribution that the encoder alone reads.
const PROBABILITY_MIN: f32 = 0.5;

/// What a probability of the encoder weighs against a measured precision: it is the bolder of the two.
const BOLDNESS: f32 = 0.9;

/// Highest confidence of a content that both read.
const CONFIDENCE_MAX: f32 = 0.98;

/// The attributions of both, with each content once.
pub(super) fn fuse(encoded: Vec<Draft>, stated: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = stated;
    for read in encoded {
        let rivals: Vec<usize> = (0..drafts.len()).filter(|&at| overlap(&drafts[at], &read)).collect();
        match rivals[..] {
            [] if read.confidence >= PROBABILITY_MIN => drafts.push(read),
            [only] if same(&drafts[only], &read) => complete(&mut drafts[only], read),
            [only] if drafts[only].confidence < read.confidence * BOLDNESS => {
                let rule = std::mem::replace(&mut drafts[only], read);
                fill(&mut drafts[only], rule);
            }
            [only] => fill(&mut drafts[only], read),
            _ => {}
        }
    }
    drafts
}

/// Whether the contents share a place.
fn overlap(left: &Draft, right: &Draft) -> bool {
    left.content.iter().any(|a| right.content.iter().any(|b| a.span.overlaps(b.span)))
}

fn same(left: &Draft, right: &Draft) -> bool {
    left.content.iter().map(|segment| segment.span).eq(right.content.iter().map(|segment| segment.span))
}

/// Joins two readings of one content: that both agree makes it surer.
fn complete(draft: &mut Draft, other: Draft) {
    draft.confidence = (1.0 - (1.0 - draft.confidence) * (1.0 - other.confidence)).min(CONFIDENCE_MAX);
    fill(draft, other);
}

/// Takes over the cue and the source that a reading lacks.
fn fill(draft: &mut Draft, other: Draft) {
    if draft.cue.is_none() && draft.shared_cue.is_none() {
        draft.cue = other.cue;
        draft.shared_cue = other.shared_cue;
    }
    draft.source = draft.source.or(other.source);
    draft.goes_on = draft.goes_on.or(other.goes_on);
}
