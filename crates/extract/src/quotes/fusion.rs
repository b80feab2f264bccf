//! The encoder's attributions and those of the rules, together: quotation marks make rules sure of direct speech, and
//! the encoder reads the rest.

use super::{QuoteKind, attribution::Draft};

/// Least precision of a rule whose indirect contents stand where the encoder marks none.
const PRECISION_MIN: f32 = 0.9;

/// The attributions of both, with each content once.
pub(super) fn fuse(encoded: Vec<Draft>, stated: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = encoded;
    for rule in stated {
        let overlapping: Vec<usize> = (0..drafts.len()).filter(|&at| overlap(&drafts[at], &rule)).collect();
        match overlapping[..] {
            [] if rule.kind() != QuoteKind::Indirect || rule.rule.precision() >= PRECISION_MIN => drafts.push(rule),
            [only] if same(&drafts[only], &rule) => complete(&mut drafts[only], rule),
            _ => {}
        }
    }
    drafts
}

/// Whether the contents share a place.
fn overlap(left: &Draft, right: &Draft) -> bool {
    left.content.iter().any(|a| right.content.iter().any(|b| a.span.start() < b.span.end() && b.span.start() < a.span.end()))
}

fn same(left: &Draft, right: &Draft) -> bool {
    left.content.iter().map(|segment| segment.span).eq(right.content.iter().map(|segment| segment.span))
}

/// Gives a quote what both agree on, and what only the rule found.
fn complete(draft: &mut Draft, rule: Draft) {
    draft.confidence = 1.0 - (1.0 - draft.confidence) * (1.0 - rule.confidence);
    if draft.cue.is_none() && draft.shared_cue.is_none() {
        draft.cue = rule.cue;
    }
    draft.source = draft.source.or(rule.source);
}
