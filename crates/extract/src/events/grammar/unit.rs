//! Units: what the rules take for a word. A hyphenated compound is one unit, however the tokeniser cuts it.

use dateline_text::{Byte, Document, Span, TokenKind, Word};

use super::tag::Tag;
use crate::{
    coref::{Entity, EntityId, Form},
    names::EntityKind,
};

/// One word, compound or mark.
#[derive(Clone, Debug)]
pub(in crate::events) struct Unit {
    /// Its place in the article.
    pub(in crate::events) span: Span<Byte>,
    /// Its lower-case text, with straight apostrophes.
    pub(in crate::events) lower: String,
    /// Whether it begins with a capital letter.
    pub(in crate::events) capital: bool,
    /// What it is made of.
    pub(in crate::events) kind: TokenKind,
    /// Its part of speech.
    pub(in crate::events) tag: Tag,
    /// The entity that it mentions or is part of a mention of.
    pub(in crate::events) entity: Option<EntityId>,
    /// That entity's kind.
    pub(in crate::events) entity_kind: Option<EntityKind>,
    /// Whether that mention is a name.
    pub(in crate::events) named: bool,
}

impl Unit {
    /// Whether it is part of the name of a place.
    pub(in crate::events) fn names_place(&self) -> bool {
        self.named && matches!(self.entity_kind, Some(EntityKind::Location | EntityKind::Facility))
    }
}

/// The mention that covers a token.
#[derive(Clone, Copy)]
pub(super) struct Covering {
    id: EntityId,
    kind: EntityKind,
    form: Form,
}

/// For each token, the entity mention that covers it; where mentions nest, a name wins, else the shorter one.
pub(super) fn mentions_by_word(document: &Document<'_>, entities: &[Entity]) -> Vec<Option<Covering>> {
    let mut covering = vec![None; document.tokens().len()];
    let mut mentions: Vec<_> = entities
        .iter()
        .enumerate()
        .flat_map(|(id, entity)| entity.mentions.iter().map(move |mention| (id, entity.kind, mention)))
        .collect();
    mentions.sort_by_key(|(id, _, mention)| (mention.form == Form::Name, std::cmp::Reverse(mention.span.len()), *id));
    for (id, kind, mention) in mentions {
        let id = EntityId(u32::try_from(id).expect("entities are fewer than tokens"));
        let words = document.words(mention.span);
        // A description can span a whole clause: only its first stretch can matter to a rule.
        for word in words.range().take(MENTION_WORDS_MAX) {
            covering[word] = Some(Covering { id, kind, form: mention.form });
        }
    }
    covering
}

/// Tokens of a mention that are looked at.
const MENTION_WORDS_MAX: usize = 24;

/// Appends the units of one sentence.
pub(super) fn read(
    document: &Document<'_>,
    sentence: Span<Word>,
    mentions: &[Option<Covering>],
    units: &mut Vec<Unit>,
) {
    let tokens = &document.tokens()[sentence.range()];
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        while end + 1 < tokens.len()
            && end - at < COMPOUND_TOKENS_MAX
            && is_hyphen(document.slice(tokens[end].span))
            && tokens[end - 1].kind != TokenKind::Punctuation
            && tokens[end - 1].span.end() == tokens[end].span.start()
            && tokens[end].span.end() == tokens[end + 1].span.start()
            && tokens[end + 1].kind != TokenKind::Punctuation
        {
            end += 2;
        }
        let span = tokens[at].span.cover(tokens[end - 1].span);
        let mention = mentions[sentence.start() as usize + end - 1];
        let text = document.slice(span);
        units.push(Unit {
            span,
            lower: normalise(text),
            capital: text.starts_with(char::is_uppercase),
            kind: tokens[end - 1].kind,
            tag: Tag::Other,
            entity: mention.map(|covering| covering.id),
            entity_kind: mention.map(|covering| covering.kind),
            named: mention.is_some_and(|covering| covering.form == Form::Name),
        });
        at = end;
    }
}

/// Tokens of one hyphenated compound.
const COMPOUND_TOKENS_MAX: usize = 9;

fn is_hyphen(mark: &str) -> bool {
    matches!(mark, "-" | "\u{2010}" | "\u{2011}")
}

fn normalise(text: &str) -> String {
    let straight = |c: char| match c {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(straight).collect()
}
