//! Metonymy: a capital or seat that speaks or acts stands for the government there ("Paris said", "the
//! Bundestag announced"). A country's name stays a location even when it acts.

use dateline_gazetteer::{self as gazetteer, Kind};
use dateline_text::{Span, Word};

use super::{Typed, heads, weights};
use crate::names::{EntityKind, words::Words};

/// Retypes the names that act as governments.
pub(super) fn retype(words: &Words<'_>, typed: &mut [Typed]) {
    for name in typed.iter_mut() {
        let place = matches!(name.kind, EntityKind::Location | EntityKind::Facility);
        if place && is_seat(words, name.span) && acts(words, name.span) {
            name.kind = EntityKind::Organization;
            name.rule = &weights::SEAT;
        }
    }
}

/// Whether the gazetteer knows the name as a capital, or as a building that also stands for its tenant.
fn is_seat(words: &Words<'_>, span: Span<Word>) -> bool {
    let entry = gazetteer::longest(words.texts(span)).filter(|(len, _)| *len == span.range().len());
    entry.is_some_and(|(_, entry)| {
        entry.is(Kind::Capital) && !entry.is(Kind::Country) || entry.is(Kind::Facility) && entry.is(Kind::Organization)
    })
}

/// Whether the name is the subject of a verb that only persons and bodies can have.
fn acts(words: &Words<'_>, span: Span<Word>) -> bool {
    let before = words.before(span.start(), if words.before(span.start(), 1) == "the" { 2 } else { 1 });
    if matches!(before, "in" | "at" | "from" | "near" | "to" | "of" | "outside" | "around" | "for" | "," | "into") {
        return false;
    }
    let auxiliary = matches!(
        words.lower(span.end()),
        "has" | "had" | "have" | "also" | "is" | "was" | "will" | "would" | "later" | "repeatedly"
    );
    let verb = words.lower(if auxiliary { span.end() + 1 } else { span.end() });
    heads::is_agent_verb(verb)
}
