//! Dialogue behind dashes: paragraphs that open with a dash and are no list.

use super::{Quotation, QuotationStyle, Quotations};
use crate::{
    document::Document,
    span::{Byte, Span},
};

/// Adds the dialogue turns of a document: at least two paragraphs in a row that open with a dash and end like
/// sentences, one of which asks or speaks to somebody, which the items of a list do not. The turn ends at a second dash, which sets off the reporting clause, or with its paragraph.
pub(super) fn find(document: &Document<'_>, out: &mut Quotations) {
    let text = document.article().text();
    let turns: Vec<Option<Span<Byte>>> = document
        .paragraphs()
        .iter()
        .map(|&words| {
            let span = document.bytes(words);
            let line = &text[span.range()];
            let body = line.strip_prefix(['—', '–', '―'])?.trim_start();
            let speech = body.starts_with(|c: char| c.is_uppercase()) && body.ends_with(['.', '!', '?', '…']);
            let marked = line.contains(['"', '“', '«']);
            (speech && !marked).then(|| Span::from(span.end() as usize - body.len()..span.end() as usize))
        })
        .collect();
    for (i, turn) in turns.iter().enumerate() {
        let Some(turn) = *turn else { continue };
        let beside = |at: Option<usize>| at.and_then(|at| turns.get(at).copied().flatten());
        let neighbours = [beside(i.checked_sub(1)), beside(Some(i + 1))];
        if neighbours == [None, None]
            || !neighbours.into_iter().flatten().chain([turn]).any(|turn| talks(&text[turn.range()]))
        {
            continue;
        }
        let body = &text[turn.range()];
        let spoken =
            [" — ", " – ", " ― "].iter().filter_map(|dash| body.find(dash)).min().map_or(body, |at| &body[..at]);
        let inner = Span::from(turn.start() as usize..turn.start() as usize + spoken.trim_end().len());
        let paragraph = document.bytes(document.paragraphs()[i]);
        let outer = Span::new(paragraph.start(), inner.end());
        out.found.push(Quotation {
            outer,
            inner,
            depth: 0,
            style: QuotationStyle::Dash,
            resumes: false,
            holds_others: false,
        });
    }
}

/// Whether a line asks a question, or speaks in the first or second person.
fn talks(line: &str) -> bool {
    let person =
        |word: &str| matches!(word.to_lowercase().as_str(), "i" | "you" | "we" | "i'm" | "i’m" | "me" | "your");
    line.ends_with('?') || line.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).any(person)
}
