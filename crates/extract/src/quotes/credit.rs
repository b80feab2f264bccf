//! Pull quotes and letters: a quotation that opens its paragraph, and behind a dash the name of who said it:
//! "“…” — Jane Roe, mayor". The dash can also open the next paragraph.

use dateline_lexicon::{VerbForm, cue_form};
use dateline_text::{Byte, Quotation, QuotationStyle, Span, Word};

use super::{
    Act,
    attribution::{Draft, Segment},
    rules::Rule,
    units::Reading,
    words,
};

/// Most words of a credit, and of the name that it begins with.
const CREDIT_MAX: u32 = 14;
const NAME_MAX: u32 = 6;

/// Gives each quotation with a credit to whom the credit names, alone.
pub(super) fn find(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let credited: Vec<(&Quotation, Span<Byte>)> = reading
        .quotations
        .found
        .iter()
        .filter(|quotation| quotation.depth == 0 && quotation.style == QuotationStyle::Marks)
        .filter_map(|quotation| Some((quotation, credit(reading, quotation)?)))
        .collect();
    if credited.is_empty() {
        return;
    }
    let is_credited = |span: Span<Byte>| {
        let behind = credited.partition_point(|(quotation, _)| quotation.outer.end() <= span.start());
        credited.get(behind).is_some_and(|(quotation, _)| quotation.outer.overlaps(span))
    };
    for draft in drafts.iter_mut() {
        let within = draft.cue.as_ref().is_some_and(|cue| is_credited(cue.span));
        if !within {
            draft.content.retain(|segment| !is_credited(segment.span));
        }
    }
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.extend(credited.into_iter().map(|(quotation, name)| Draft {
        rule: Rule::Credit,
        confidence: Rule::Credit.precision(),
        content: vec![Segment { span: quotation.inner, quoted: Some(quotation.outer.start()) }],
        cue: None,
        act: Act::Speech,
        source: Some(name),
        paragraph: reading.document.paragraph_at(reading.document.words(quotation.inner).start()),
        inherited_source: None,
        shared_cue: None,
        interview_first_answer: None,
        relative: None,
    }));
}

/// The credit behind a quotation that opens its paragraph.
fn credit(reading: &Reading<'_>, quotation: &Quotation) -> Option<Span<Byte>> {
    let document = reading.document;
    let quoted = document.words(quotation.outer);
    let at = document.paragraph_at(quoted.start());
    let paragraph = document.paragraphs()[at];
    if quoted.start() != paragraph.start() {
        return None;
    }
    let rest = Span::new(quoted.end(), paragraph.end().max(quoted.end()));
    let next = || {
        document
            .paragraphs()
            .get(at + 1)
            .filter(|next| document.field_at(next.start()) == document.field_at(quoted.start()))
    };
    // A hyphen that opens a paragraph can be a list's.
    let (rest, hyphen) = if rest.is_empty() { (*next()?, false) } else { (rest, true) };
    let is_dash = |word: u32| match document.word(word) {
        "—" | "–" | "―" | "--" => true,
        mark => hyphen && mark == "-",
    };
    let inner = document.slice(quotation.inner);
    let speech = inner.ends_with(['.', ',', '!', '?', '…']) || !words::is_title_case(inner);
    (speech && !rest.is_empty() && is_dash(rest.start()))
        .then(|| named(reading, Span::new(rest.start() + 1, rest.end())))?
}

/// The name that these words are, with what it is apposed to, and without the full stop.
fn named(reading: &Reading<'_>, words: Span<Word>) -> Option<Span<Byte>> {
    let document = reading.document;
    let stop = !words.is_empty() && document.word(words.end() - 1) == ".";
    let words = Span::new(words.start(), words.end() - u32::from(stop));
    let name = (words.start()..words.end()).find(|&at| document.word(at) == ",").unwrap_or(words.end());
    let capital = |at: u32| document.word(at).starts_with(|c: char| c.is_uppercase() || c == '@');
    let part =
        |at: u32| capital(at) || matches!(document.word(at), "." | "-" | "'" | "’" | "de" | "van" | "von" | "of");
    // A participle tells how or where: "Jane Roe, speaking in Oslo".
    let finite = |word: &str| cue_form(word).is_some_and(|form| form.tense != VerbForm::Gerund);
    let verb = |at: u32| {
        let word = reading.folded(at);
        !capital(at) && (words::is_plain_verb(word) || finite(word))
    };
    let is_credit = !words.is_empty()
        && words.len() <= CREDIT_MAX
        && (1..=NAME_MAX).contains(&(name - words.start()))
        && capital(words.start())
        && (words.start()..name).all(part)
        && !(name..words.end()).any(verb);
    is_credit.then(|| document.bytes(words))
}
