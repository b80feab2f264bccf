//! Merges the encoder's attributions with those of the rules: where both find a content, the more confident one is kept,
//! with what only the other found.

use std::collections::{BTreeSet, HashMap};

use dateline_text::{Byte, Span};

use super::{attribution::Draft, rules::Rule, units::Reading, words};

/// Least probability of an attribution that the encoder alone reads.
const PROBABILITY_MIN: f32 = 0.5;

/// Factor on the encoder's probabilities, which are overconfident beside measured precisions.
const ENCODER_DISCOUNT: f32 = 0.9;

/// Highest confidence of a content that both read.
const CONFIDENCE_MAX: f32 = 0.98;

/// Words of a block in which candidates are looked for.
const BLOCK_WORDS: u32 = 64;

/// The attributions of both, with each content once.
pub(super) fn fuse(reading: &Reading<'_>, encoded: Vec<Draft>, stated: Vec<Draft>) -> Vec<Draft> {
    let mut places = Places::default();
    let mut drafts = stated;
    for (at, draft) in drafts.iter().enumerate() {
        places.add(reading, at, draft);
    }
    for read in encoded {
        let candidates = places.candidates(reading, &drafts, &read);
        match candidates[..] {
            [] if read.confidence >= PROBABILITY_MIN => {
                places.add(reading, drafts.len(), &read);
                drafts.push(read);
            }
            [only] if same(&drafts[only], &read) => complete(reading, &mut drafts[only], read),
            [only] if drafts[only].confidence < read.confidence * ENCODER_DISCOUNT => {
                places.add(reading, only, &read);
                let rule = std::mem::replace(&mut drafts[only], read);
                fill(reading, &mut drafts[only], rule);
            }
            [only] => fill(reading, &mut drafts[only], read),
            _ => {}
        }
    }
    share_cues(reading, &mut drafts);
    drafts
}

/// Gives each cue to one attribution: a quotation that begins behind the sentence of a cue which reports another content
/// goes on under that cue, also where the two readings of the cue differ in their edges.
fn share_cues(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let mut owners: Vec<(Span<Byte>, usize)> =
        drafts.iter().enumerate().filter_map(|(at, draft)| Some((draft.cue.as_ref()?.span, at))).collect();
    owners.sort_by_key(|&(cue, at)| (cue.start(), drafts[at].content[0].span.start()));
    let owner = |cue: Span<Byte>| {
        let behind = owners.partition_point(|&(other, _)| other.end() <= cue.start());
        owners.get(behind).copied().filter(|&(other, _)| other.overlaps(cue))
    };
    let sentence = |span: Span<Byte>| reading.document.sentence_at(reading.document.words(span).start());
    for at in 0..drafts.len() {
        let own = drafts[at].cue.as_ref().map(|cue| cue.span);
        let Some((cue, first)) = own.or(drafts[at].shared_cue).and_then(&owner).filter(|&(_, first)| first != at)
        else {
            continue;
        };
        let goes_on = drafts[at].content[0].quoted.is_some()
            && sentence(cue) < sentence(drafts[at].content[0].span)
            && drafts[first].content[0].span.start() < drafts[at].content[0].span.start();
        if own.is_none() {
            drafts[at].shared_cue = Some(cue);
        } else if goes_on {
            let source = drafts[first].source.or(drafts[at].source);
            drafts[at] = Draft {
                cue: None,
                source: None,
                inherited_source: source,
                shared_cue: Some(cue),
                ..drafts[at].clone()
            };
        }
    }
}

/// The drafts with content in each block of words, so that candidates are looked for nearby only.
#[derive(Default)]
struct Places {
    by_block: HashMap<u32, Vec<usize>>,
}

impl Places {
    fn add(&mut self, reading: &Reading<'_>, at: usize, draft: &Draft) {
        for block in blocks(reading, draft) {
            let here = self.by_block.entry(block).or_default();
            if !here.contains(&at) {
                here.push(at);
            }
        }
    }

    /// The drafts whose content shares a place with that of `draft`, in their order.
    fn candidates(&self, reading: &Reading<'_>, drafts: &[Draft], draft: &Draft) -> Vec<usize> {
        let near: BTreeSet<usize> =
            blocks(reading, draft).filter_map(|block| self.by_block.get(&block)).flatten().copied().collect();
        near.into_iter().filter(|&at| overlap(&drafts[at], draft)).collect()
    }
}

/// The blocks that a content reaches into.
fn blocks<'a>(reading: &'a Reading<'_>, draft: &'a Draft) -> impl Iterator<Item = u32> + 'a {
    draft.content.iter().flat_map(|segment| {
        let words = reading.document.words(segment.span);
        words.start() / BLOCK_WORDS..=words.end().max(words.start() + 1).div_ceil(BLOCK_WORDS) - 1
    })
}

/// Whether the contents share a place.
fn overlap(left: &Draft, right: &Draft) -> bool {
    left.content.iter().any(|a| right.content.iter().any(|b| a.span.overlaps(b.span)))
}

fn same(left: &Draft, right: &Draft) -> bool {
    left.content.iter().map(|segment| segment.span).eq(right.content.iter().map(|segment| segment.span))
}

/// Joins two readings of one content: that both agree makes it surer.
fn complete(reading: &Reading<'_>, draft: &mut Draft, other: Draft) {
    draft.confidence = (1.0 - (1.0 - draft.confidence) * (1.0 - other.confidence)).min(CONFIDENCE_MAX);
    fill(reading, draft, other);
}

/// Takes over the cue and the source that a reading lacks.
fn fill(reading: &Reading<'_>, draft: &mut Draft, other: Draft) {
    if draft.cue.is_none() && draft.shared_cue.is_none() {
        draft.cue = other.cue;
        draft.shared_cue = other.shared_cue;
    }
    draft.inherited_source = draft.inherited_source.or(other.inherited_source);
    draft.source = match (draft.source, other.source) {
        // Both err by stopping early.
        (Some(a), Some(b)) if b.contains(a) => Some(b),
        (Some(a), Some(b)) if other.rule == Rule::Encoder && prefers_encoder_source(reading, draft, a, b) => Some(b),
        (first, second) => first.or(second),
    };
}

/// Whether the phrases `near` and `read` both stand before the cue in its sentence, apart from each other and from the
/// content: rules take the nearest phrase for the subject, the encoder knows the head of the whole one. A pronoun is no
/// part of a longer phrase.
fn prefers_encoder_source(reading: &Reading<'_>, draft: &Draft, near: Span<Byte>, read: Span<Byte>) -> bool {
    let Some(cue) = draft.cue.as_ref().map(|cue| cue.span) else { return false };
    let document = reading.document;
    let sentence = |at: u32| document.sentence_at(document.words(Span::new(at, at + 1)).start());
    let (near_words, read_words) = (document.words(near), document.words(read));
    let pronoun = near_words.len() == 1 && words::is_personal_pronoun(reading.folded(near_words.start()));
    let loose = |word: u32| words::is_determiner(reading.folded(word)) || words::is_preposition(reading.folded(word));
    !pronoun
        && !near.overlaps(read)
        && near.end() <= cue.start()
        && read.end() <= cue.start()
        && sentence(read.start()) == sentence(cue.start())
        && !read_words.is_empty()
        && !loose(read_words.end() - 1)
        && !draft.content.iter().any(|segment| segment.span.overlaps(read))
}
