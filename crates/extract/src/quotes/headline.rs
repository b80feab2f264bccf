//! Headlines that name their speaker before a colon: "Mayor: The bridge will open".

use super::{
    Act,
    attribution::{Draft, segments},
    clause::Clause,
    rules::Rule,
    units::Reading,
    words,
};

use dateline_text::{Field, Span, Word};

/// Most words of a label, with a topic behind "on".
const LABEL_MAX: usize = 6;

/// The statement of each headline: of the title, or of a first line of the body that does not end like a sentence.
/// Whether the label can speak is known only with its speaker.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let document = reading.document;
    let Some(&first) = document.paragraphs().first() else { return Vec::new() };
    let line = document.text_of(first);
    if document.field_at(first.start()) != Field::Title && line.ends_with(['.', '!', '?', '”', '"']) {
        return Vec::new();
    }
    let units = reading.units(Span::<Word>::new(first.start(), first.end()), 0);
    units.first().and_then(|unit| statement(Clause { reading, unit })).into_iter().collect()
}

fn statement(clause: Clause<'_, '_>) -> Option<Draft> {
    let colon = (1..clause.len().min(LABEL_MAX + 1)).find(|&at| clause.word(at) == ":")?;
    let topic = (1..colon).find(|&at| words::is_preposition(clause.word(at))).unwrap_or(colon);
    let label = (0..topic).all(|at| clause.is_word(at) || clause.word(at) == ".");
    let content = segments(clause, colon + 1, clause.len());
    let long = clause.len() > colon + 3 || clause.is_quoted(colon + 1);
    (label && clause.is_capital(0) && long && !content.is_empty()).then(|| Draft {
        rule: Rule::HeadlineLabel,
        confidence: Rule::HeadlineLabel.precision(),
        content,
        cue: None,
        act: Act::Speech,
        source: Some(clause.cover(0, topic)),
        paragraph: clause.unit.paragraph,
        inherited_source: None,
        shared_cue: None,
        interview_first_answer: None,
        relative: None,
    })
}
