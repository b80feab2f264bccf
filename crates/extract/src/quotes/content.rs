//! What is said: whether there is anything, the "that" which introduces it, and how much stands in quotation marks.

use dateline_lexicon::{Class, is};
use dateline_text::{Byte, Span, TokenKind};

use super::{
    attribution::{Draft, Segment},
    units::Reading,
    words,
};

/// The "that" which introduces the content, before its words or before its mark.
pub(super) fn complementiser(reading: &Reading<'_>, draft: &Draft) -> Option<Span<Byte>> {
    before_words(reading, draft).or_else(|| before_quotation(reading, draft))
}

/// The "that" right before a content outside quotation marks.
fn before_words(reading: &Reading<'_>, draft: &Draft) -> Option<Span<Byte>> {
    let document = reading.document;
    let first = document.words(draft.content[0].span).start();
    let before = first.checked_sub(1)?;
    let introduces = draft.content[0].quoted.is_none() && reading.folded(before) == "that";
    // The last word of the title is not the one before the body.
    let together = document.paragraph_at(before) == document.paragraph_at(first);
    (introduces && together).then(|| document.tokens()[before as usize].span)
}

/// The "that" before a content that opens with a quotation: "said that “…”", "tweeted that, “…”".
fn before_quotation(reading: &Reading<'_>, draft: &Draft) -> Option<Span<Byte>> {
    let mark = draft.content[0].quoted?;
    let first = reading.document.words(Span::new(mark, mark + 1)).start();
    let comma = first.checked_sub(1).filter(|&at| reading.folded(at) == ",");
    let document = reading.document;
    let that = comma.unwrap_or(first).checked_sub(1).filter(|&at| reading.folded(at) == "that")?;
    let together = document.paragraph_at(that) == document.paragraph_at(first);
    together.then(|| document.tokens()[that as usize].span)
}

/// Words and numbers of the content that stand in quotation marks.
pub(super) fn quoted_words(reading: &Reading<'_>, draft: &Draft) -> u32 {
    let document = reading.document;
    let quoted = draft.content.iter().filter(|segment| segment.quoted.is_some());
    let words = quoted.map(|segment| document.words(segment.span)).flat_map(|words| words.start()..words.end());
    let lexical = |&word: &u32| matches!(document.tokens()[word as usize].kind, TokenKind::Word | TokenKind::Number);
    u32::try_from(words.filter(lexical).count()).unwrap_or(u32::MAX)
}

/// Whether a segment holds more than question words and articles: "That is what the contract says" has no content.
pub(super) fn has_content(reading: &Reading<'_>, segment: Segment) -> bool {
    let words = reading.document.words(segment.span);
    let empty = |word: &str| words::is_question(word) || is(word, Class::Article);
    segment.quoted.is_some() || (words.start()..words.end()).any(|word| !empty(reading.folded(word)))
}
