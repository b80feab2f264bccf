//! The subjects of cues that the encoder marks and for which it finds no source in their sentence.

use dateline_lexicon::cue_form;
use dateline_text::{Byte, Span, Word};

use super::{
    attribution::Draft,
    clause::Clause,
    phrases,
    rules::Rule,
    units::{Item, Reading},
    words,
};

/// Most words before a verb among which its subject is sought.
const SUBJECT_MAX: u32 = 40;

/// Gives cues that are finite verbs their subject, where no source stands in their sentence.
pub(super) fn find(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let sentence = |span: Span<Byte>| reading.document.sentence_at(reading.document.words(span).start());
    for draft in drafts.iter_mut().filter(|draft| draft.rule == Rule::Encoder) {
        let Some(cue) = draft.cue.as_ref().map(|cue| cue.span) else { continue };
        if draft.source.is_some_and(|source| sentence(source) == sentence(cue)) || !is_finite(reading, cue) {
            continue;
        }
        let subject = before(reading, reading.document.words(cue).start());
        let apart = |span: &Span<Byte>| !draft.content.iter().any(|segment| segment.span.overlaps(*span));
        draft.source = subject.filter(apart).or(draft.source);
    }
}

/// Whether a cue begins like a finite verb group.
fn is_finite(reading: &Reading<'_>, cue: Span<Byte>) -> bool {
    let words = reading.document.words(cue);
    let first = reading.folded(words.start());
    let verbal = words::is_auxiliary(first)
        || words::is_adverb(first)
        || words::is_plain_verb(first)
        || cue_form(first).is_some()
        || first.ends_with("ed");
    verbal && !first.ends_with("ing")
}

/// The noun phrase that ends before the word `end`, as the subject of what begins there.
pub(super) fn before(reading: &Reading<'_>, end: u32) -> Option<Span<Byte>> {
    let document = reading.document;
    let last = end.checked_sub(1)?;
    let sentence = document.sentences()[document.sentence_at(last)].start();
    let window = Span::<Word>::new(sentence.max(end.saturating_sub(SUBJECT_MAX)), end);
    let units = reading.units(window, 0);
    let unit = units.last()?;
    let clause = Clause { reading, unit };
    let at = unit.items.iter().rposition(|&item| item == Item::Word(last))?;
    let (start, to) = phrases::subject(clause, at + 1).filter(|&(start, to)| start < to)?;
    Some(clause.cover(start, to))
}
