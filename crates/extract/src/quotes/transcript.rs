//! Interviews and transcripts: paragraphs that open with their speaker's name and a colon. The label stands for
//! quotation marks, so the rest of the paragraph is direct speech.

use std::collections::BTreeMap;

use dateline_text::{Byte, Span};

use super::{
    Act,
    attribution::{Draft, Segment},
    rules::Rule,
    units::Reading,
    words,
};

/// Most words of a label.
const LABEL_MAX: u32 = 4;

/// The turns of a transcript: at least two labels, of which one comes back, or one pair of "Q" and "A".
pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let document = reading.document;
    let turns: Vec<(usize, Span<Byte>, Span<Byte>)> = (0..document.paragraphs().len())
        .filter_map(|at| label(reading, at).map(|(name, speech)| (at, name, speech)))
        .collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name, _) in &turns {
        *counts.entry(document.slice(*name).to_lowercase()).or_default() += 1;
    }
    if turns.len() < 3 || counts.len() < 2 || counts.values().all(|&count| count < 2) {
        return Vec::new();
    }
    turns
        .into_iter()
        .map(|(paragraph, name, speech)| Draft {
            rule: Rule::TranscriptTurn,
            confidence: Rule::TranscriptTurn.precision(),
            content: vec![Segment { span: speech, quoted: Some(name.start()) }],
            cue: None,
            act: Act::Speech,
            source: (!matches!(document.slice(name), "Q" | "A")).then_some(name),
            paragraph,
            inherited_source: None,
            shared_cue: None,
            interview_first_answer: None,
            relative: None,
        })
        .collect()
}

/// Whether an attribution lies in one turn, or in none: nobody's words reach from one turn into another.
pub(super) fn fits(turns: &[Draft], draft: &Draft) -> bool {
    let behind = |span: Span<Byte>| turns.partition_point(|turn| turn.content[0].span.start() <= span.start());
    let turn = |span: Span<Byte>| behind(span).checked_sub(1).filter(|&at| turns[at].content[0].span.contains(span));
    let enters = |span: Span<Byte>| turns.get(behind(span)).is_some_and(|turn| turn.content[0].span.overlaps(span));
    let first = turn(draft.content[0].span);
    draft.content.iter().all(|segment| turn(segment.span) == first && !enters(segment.span))
}

/// The label at the start of a paragraph, behind the mark that opens it where the whole transcript is quoted, and what
/// stands behind its colon.
fn label(reading: &Reading<'_>, paragraph: usize) -> Option<(Span<Byte>, Span<Byte>)> {
    const MARKS: [char; 6] = ['"', '“', '«', '‘', '„', '”'];
    let document = reading.document;
    let mut all = document.paragraphs()[paragraph];
    let quoted = !all.is_empty() && document.word(all.start()).starts_with(MARKS);
    if quoted {
        all = Span::new(all.start() + 1, all.end());
    }
    if quoted && all.len() > 1 && document.word(all.end() - 1).ends_with(MARKS) {
        all = Span::new(all.start(), all.end() - 1);
    }
    let limit = all.end().min(all.start() + LABEL_MAX + 1);
    let colon = (all.start()..limit).find(|&word| matches!(reading.folded(word), ":"))?;
    let name = Span::new(all.start(), colon);
    let named = !name.is_empty()
        && (all.start()..colon).all(|word| {
            document.word(word).starts_with(char::is_uppercase) || matches!(document.word(word), "." | "-")
        });
    let first = colon + 1;
    if !named
        || first >= all.end()
        || (words::is_determiner(reading.folded(all.start())) && document.word(all.start()) != "A")
    {
        return None;
    }
    let speech = document.bytes(Span::new(first, all.end()));
    let marked = document.slice(speech).starts_with(MARKS);
    let sentence = document.slice(speech).ends_with(['.', '!', '?', '…', '—']);
    (!marked && sentence).then(|| (document.bytes(name), speech))
}
