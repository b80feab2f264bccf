//! Quotations without a cue that are speech all the same: they go on from a quote beside them, or the sentence before
//! them says who speaks.

use std::collections::BTreeSet;

use dateline_text::{Byte, Quotation, QuotationStyle, Span};

use super::{
    Act, QuoteKind,
    attribution::{Draft, Segment},
    rules::Rule,
    units::Reading,
    words,
};

/// Fewest words of a quotation that is speech without a cue, and of one that goes on in its paragraph.
const WORDS_MIN: usize = 4;
const WORDS_MIN_BESIDE: usize = 2;

/// Adds the quotations that no attribution holds and that read like speech, each as a quote of its own.
pub(super) fn add(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let claimed: BTreeSet<u32> =
        drafts.iter().flat_map(|draft| draft.content.iter().filter_map(|s| s.quoted)).collect();
    let transcripts: Vec<_> =
        drafts.iter().filter(|draft| draft.rule == Rule::TranscriptTurn).map(|d| d.content[0].span).collect();
    let direct = |draft: &&Draft| draft.kind() == QuoteKind::Direct && draft.act == Act::Speech;
    let spoken: BTreeSet<usize> = drafts.iter().filter(direct).map(|draft| draft.paragraph).collect();
    let mut added = Vec::new();
    for quotation in reading.quotations.found.iter().filter(|quotation| quotation.depth == 0) {
        let behind = transcripts.partition_point(|span| span.end() <= quotation.outer.start());
        let in_turn = transcripts.get(behind).is_some_and(|turn| turn.overlaps(quotation.outer));
        if claimed.contains(&quotation.outer.start()) || in_turn {
            continue;
        }
        let paragraph = reading.document.paragraph_at(reading.document.words(quotation.inner).start());
        let words_min = if spoken.contains(&paragraph) { WORDS_MIN_BESIDE } else { WORDS_MIN };
        if !is_speech(reading, quotation, words_min) {
            continue;
        }
        let rule = if quotation.style == QuotationStyle::Dash { Rule::DialogueDash } else { Rule::SpeechWithoutCue };
        added.push(Draft {
            rule,
            confidence: rule.precision(),
            content: vec![Segment { span: quotation.inner, quoted: Some(quotation.outer.start()) }],
            cue: None,
            act: Act::Speech,
            source: None,
            paragraph,
            inherited_source: None,
            shared_cue: None,
            interview_first_answer: None,
            relative: None,
        });
    }
    drafts.extend(added);
    drafts.sort_by_key(|draft| (draft.content[0].span.start(), std::cmp::Reverse(draft.end())));
    link(reading, drafts);
}

/// Whether a quotation reads like a sentence that somebody said.
fn is_speech(reading: &Reading<'_>, quotation: &Quotation, words_min: usize) -> bool {
    let inner = reading.document.slice(quotation.inner);
    let sentence = inner.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric() || c.is_numeric());
    let unclosed = quotation.outer.end() == quotation.inner.end();
    let before = reading.document.article().text()[..quotation.outer.start() as usize].trim_end_matches(' ');
    let opens_sentence = before.is_empty() || before.ends_with(['\n', '.', '!', '?', ':', '…', '"', '”']);
    let ends = if unclosed { opens_sentence } else { inner.ends_with(['.', '!', '?', '…', ',', '—']) };
    // "on Northern Rail's “Late and Later.”": a title that the sentence before names.
    let within_phrase = before.ends_with(char::is_alphanumeric) && words::is_title_case(inner);
    let after = &reading.document.article().text()[quotation.outer.end() as usize..];
    let stop = after.starts_with(['.', '!', '?']);
    quotation.resumes
        || quotation.style == QuotationStyle::Dash
        || (sentence && !within_phrase && (ends || stop) && inner.split_whitespace().count() >= words_min)
}

/// Where a speech without a cue can take its speaker from.
#[derive(Clone, Copy)]
struct InheritedSource {
    paragraph: usize,
    source: Span<Byte>,
    cue: Option<Span<Byte>>,
}

/// Gives each speech without a cue the source of the quote that it goes on from: the one before it in its paragraph
/// or in the paragraph before, else the one behind it in its paragraph.
fn link(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let paragraph_of = |span: Span<Byte>| reading.document.paragraph_at(reading.document.words(span).start());
    let mut last: Option<InheritedSource> = None;
    for draft in drafts.iter_mut() {
        if draft.rule == Rule::TranscriptTurn && draft.source.is_none() {
            last = None;
        } else if draft.cue.is_none() && draft.source.is_none() {
            let here = paragraph_of(draft.content[0].span);
            let inherited = last.filter(|inherited| inherited.paragraph + 1 >= draft.paragraph);
            draft.inherited_source = draft.inherited_source.or(inherited.map(|inherited| inherited.source));
            draft.shared_cue = draft
                .shared_cue
                .or(inherited.filter(|inherited| inherited.paragraph == here).and_then(|inherited| inherited.cue));
            last = inherited.map(|inherited| InheritedSource { paragraph: here, ..inherited }).or(last);
        } else if let Some(source) = draft.source.filter(|_| draft.act == Act::Speech) {
            let cue = draft.cue.as_ref().map(|cue| cue.span);
            last = Some(InheritedSource { paragraph: paragraph_of(source), source, cue });
        }
    }
    let mut next: Option<(usize, Span<Byte>)> = None;
    for draft in drafts.iter_mut().rev() {
        if draft.rule == Rule::TranscriptTurn && draft.source.is_none() {
            next = None;
        } else if draft.cue.is_none() && draft.source.is_none() {
            let same = next.filter(|&(at, _)| at == draft.paragraph).map(|(_, source)| source);
            draft.inherited_source = draft.inherited_source.or(same);
        } else if let Some(source) = draft.source {
            next = Some((draft.paragraph, source));
        }
    }
}
