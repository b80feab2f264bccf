//! Interviews in which the questions stand without marks and the answers in quotation marks, a paragraph each, and those
//! with "Q" and "A": the answers are one person's.

use std::collections::BTreeSet;

use dateline_text::{Byte, Span};

use super::{attribution::Draft, rules::Rule, units::Reading};

/// Fewest questions with an answer behind them that make an interview.
const QUESTIONS_MIN: usize = 2;

/// Marks the answers of an interview, and what its headline quotes of them, with the place of the first one.
pub(super) fn find(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let answering = answering(reading);
    let paragraph_of = |span: Span<Byte>| reading.document.paragraph_at(reading.document.words(span).start());
    let answers = |draft: &Draft| {
        let paragraph = paragraph_of(draft.content[0].span);
        if draft.rule == Rule::TranscriptTurn {
            let text = reading.document.text_of(reading.document.paragraphs()[paragraph]);
            return draft.source.is_none() && text.starts_with('A');
        }
        let elsewhere = |span: Span<Byte>| paragraph_of(span) != paragraph;
        draft.content[0].quoted.is_some()
            && answering.contains(&paragraph)
            && draft.cue.as_ref().is_none_or(|cue| elsewhere(cue.span))
            && draft.source.is_none_or(elsewhere)
    };
    let Some(first) = drafts.iter().find(|draft| answers(draft)).map(|draft| draft.content[0].span.start()) else {
        return;
    };
    let title = reading.document.paragraphs().first().map(|&words| reading.document.text_of(words)).unwrap_or_default();
    let is_title = !title.ends_with(['.', '!', '?']);
    let headline = |draft: &Draft| {
        let first = is_title && paragraph_of(draft.content[0].span) == 0;
        first && draft.content[0].quoted.is_some() && draft.source.is_none()
    };
    for draft in drafts.iter_mut().filter(|draft| answers(draft) || headline(draft)) {
        let paragraph = paragraph_of(draft.content[0].span);
        draft.content.retain(|segment| paragraph_of(segment.span) == paragraph);
        *draft =
            Draft { interview_first_answer: Some(first), cue: None, source: None, shared_cue: None, ..draft.clone() };
    }
}

/// The paragraphs that answer: they open with a quotation, behind one without any that asks, or in an interview says
/// something to be answered.
fn answering(reading: &Reading<'_>) -> BTreeSet<usize> {
    let document = reading.document;
    let opened: BTreeSet<u32> =
        reading.quotations.found.iter().filter(|one| one.depth == 0).map(|one| one.outer.start()).collect();
    let spans: Vec<Span<Byte>> = document.paragraphs().iter().map(|&words| document.bytes(words)).collect();
    let opens = |at: usize| opened.contains(&spans[at].start());
    let plain = |at: usize| opened.range(spans[at].start()..spans[at].end()).next().is_none();
    let asks = |at: usize| plain(at) && document.slice(spans[at]).trim_end().ends_with('?');
    let behind = |asked: &dyn Fn(usize) -> bool| (1..spans.len()).filter(|&at| opens(at) && asked(at - 1)).collect();
    let asked: BTreeSet<usize> = behind(&asks);
    let first = asked.first().copied().unwrap_or(usize::MAX);
    if asked.len() < QUESTIONS_MIN { BTreeSet::new() } else { behind(&|at| plain(at) && at + 1 >= first) }
}
