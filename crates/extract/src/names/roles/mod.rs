//! Titles, positions and affiliations that the text states beside a person's name, whoever found the name.
//!
//! In front: "Norwegian President Jane Roe", "the bank's chief economist, Jane Roe", "Prime Minister of Freedonia Jane
//! Roe". Behind: "Jane Roe, a doctor,", "Jane Roe, chief executive of Acme", "Jane Roe is the mayor of Springfield".

pub(crate) mod positions;

use std::collections::HashMap;

use dateline_lexicon::{Class, classes, is, person};
use dateline_text::{Shape, Span, Word};

use super::{Detected, EntityKind, Role, Words, heads};

/// Longest title in front of a name, in tokens.
const TITLE_TOKENS_MAX: u32 = 9;
/// Longest description behind a name, in tokens.
const DESCRIPTION_TOKENS_MAX: u32 = 8;

/// The roles beside each name, in text order.
pub(super) fn read(words: &Words<'_>, names: &[Detected]) -> Vec<Vec<Role>> {
    let by_start = names.iter().map(|name| (name.words.start(), name)).collect();
    let by_end = names.iter().map(|name| (name.words.end(), name)).collect();
    let reader = Reader { words, by_start, by_end };
    names
        .iter()
        .map(|name| match name.kind {
            EntityKind::Person => reader.before(name.words).into_iter().chain(reader.after(name.words)).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// A role in tokens.
struct Found {
    span: Span<Word>,
    title: Span<Word>,
    affiliation: Option<Span<Word>>,
}

struct Reader<'a, 'd> {
    words: &'a Words<'d>,
    by_start: HashMap<u32, &'a Detected>,
    by_end: HashMap<u32, &'a Detected>,
}

impl Reader<'_, '_> {
    fn role(&self, found: &Found) -> Role {
        let document = self.words.document();
        Role {
            span: document.bytes(found.span),
            title: document.bytes(found.title),
            affiliation: found.affiliation.map(|span| document.bytes(span)),
        }
    }

    fn before(&self, name: Span<Word>) -> Option<Role> {
        let first = self.words.sentence(name.start()).start();
        let start = name.start();
        let found = if start > first && self.words.text(start - 1) == "," {
            self.in_front(first, start - 1)
                .filter(|found| self.is_determined(found))
                .or_else(|| self.of_body(first, start - 1))
                .or_else(|| self.described(first, start - 1))
        } else {
            self.in_front(first, start).or_else(|| self.of_body(first, start))
        };
        found.map(|found| self.role(&found))
    }

    /// A title that ends at `end`, with the affiliation in front of it.
    fn in_front(&self, first: u32, end: u32) -> Option<Found> {
        let title = self.title_ending_at(first, end)?;
        let mut span = title;
        let mut affiliation = None;
        let possessive = title.start() > first && self.words.is_possessive(title.start() - 1);
        let body_end = if possessive { title.start() - 1 } else { title.start() };
        let owner = self.by_end.get(&body_end).filter(|body| is_body(body.kind) && body.words.start() >= first);
        if let Some(body) = owner {
            affiliation = Some(body.words);
            span = span.cover(body.words);
        } else if possessive {
            span = Span::new(self.noun_phrase_start(first, body_end), title.end());
        }
        if span.start() > first && classes(self.words.lower(span.start() - 1)).any(&[Class::Article, Class::Possessive])
        {
            span = Span::new(span.start() - 1, span.end());
        }
        Some(Found { span, title, affiliation })
    }

    /// "Prime Minister of Freedonia", ending at `end`.
    fn of_body(&self, first: u32, end: u32) -> Option<Found> {
        let body = self.by_end.get(&end).filter(|body| is_body(body.kind))?;
        let mut at = body.words.start();
        if at > first && self.words.lower(at - 1) == "the" {
            at -= 1;
        }
        if at <= first || !matches!(self.words.lower(at - 1), "of" | "at" | "for") {
            return None;
        }
        let title = self.title_ending_at(first, at - 1)?;
        Some(Found { span: title.cover(body.words), title, affiliation: Some(body.words) })
    }

    /// "A senior fire service official", ending at `end`.
    fn described(&self, first: u32, end: u32) -> Option<Found> {
        let from = first.max(end.saturating_sub(DESCRIPTION_TOKENS_MAX));
        let article = (from..end).rev().find(|&at| is(self.words.lower(at), Class::Article))?;
        let title = self.person_noun_phrase(article + 1, end).filter(|title| title.end() == end)?;
        Some(Found { span: Span::new(article, end), title, affiliation: None })
    }

    /// The longest title that ends at `end`, without forms of address at its end; none if it is nothing else.
    fn title_ending_at(&self, first: u32, end: u32) -> Option<Span<Word>> {
        let from = first.max(end.saturating_sub(TITLE_TOKENS_MAX));
        let start = (from..end)
            .filter(|&start| !self.by_start.contains_key(&start))
            .find(|&start| positions::title_at(self.words, start, end) == Some(end - start))?;
        let mut end = end;
        while end > start
            && (person::is_honorific(self.words.lower(end - 1))
                || self.words.text(end - 1) == "." && person::is_honorific(self.words.before(end, 2)))
        {
            end -= 1;
        }
        let is_kin = person::is_kin(self.words.text(end.max(start + 1) - 1));
        (end > start && !is_kin).then(|| Span::new(start, end))
    }

    /// Whether the phrase has its article or owner, as it must to be set apart by a comma: "the group's head, Jane Roe".
    fn is_determined(&self, found: &Found) -> bool {
        found.affiliation.is_some() || found.span.start() < found.title.start()
    }

    /// Where the noun phrase that ends at `end` starts: at its article, at most four tokens back.
    fn noun_phrase_start(&self, first: u32, end: u32) -> u32 {
        let from = first.max(end.saturating_sub(4));
        (from..end)
            .rev()
            .find(|&at| is(self.words.lower(at), Class::Article))
            .unwrap_or(end.saturating_sub(1).max(first))
    }

    fn after(&self, name: Span<Word>) -> Option<Role> {
        let limit = self.words.sentence(name.start()).end();
        let mut at = name.end();
        if self.words.text(at) == "," {
            at += 1;
            if self.words.is_number(at) && self.words.text(at + 1) == "," {
                at += 2;
            }
        } else if matches!(self.words.lower(at), "is" | "was" | "became" | "remains")
            && is_article(self.words.lower(at + 1))
        {
            at += 1;
        } else {
            return None;
        }
        self.description(at, limit).map(|found| self.role(&found))
    }

    /// "a doctor", "the group's chief economist", "chief executive of Acme", starting at `start`.
    fn description(&self, start: u32, limit: u32) -> Option<Found> {
        let mut at = start;
        let mut affiliation = None;
        if is_article(self.words.lower(at)) {
            at += 1;
        }
        if let Some(body) = self.by_start.get(&at).filter(|body| is_body(body.kind)) {
            affiliation = Some(body.words);
            at = body.words.end();
            if self.words.is_possessive(at) {
                at += 1;
            }
        }
        let title = self.person_noun_phrase(at, limit.min(at + DESCRIPTION_TOKENS_MAX))?;
        let mut span = Span::new(start, title.end());
        if affiliation.is_none()
            && matches!(self.words.lower(title.end()), "of" | "at" | "for" | "with" | "from" | "in")
        {
            let body = title.end() + if self.words.lower(title.end() + 1) == "the" { 2 } else { 1 };
            if let Some(body) = self.by_start.get(&body).filter(|body| is_body(body.kind) && body.words.end() <= limit)
            {
                affiliation = Some(body.words);
                span = span.cover(body.words);
            }
        }
        Some(Found { span, title, affiliation })
    }

    /// The words from `start` to the last noun for a person before grammar or punctuation ends the phrase.
    fn person_noun_phrase(&self, start: u32, limit: u32) -> Option<Span<Word>> {
        let mut end = None;
        let mut at = start;
        while at < limit && !self.by_start.contains_key(&at) {
            let lower = self.words.lower(at);
            if self.words.is_hyphen(at) || lower == "and" && end == Some(at) {
                at += 1;
                continue;
            }
            if !self.words.is_word(at) || heads::is_function_word(lower) || heads::is_agent_verb(lower) {
                break;
            }
            if person::is_kin(lower) {
                return None;
            }
            let titled = positions::title_at(self.words, at, limit);
            at += titled.unwrap_or(1);
            let last = self.words.lower(at - 1);
            if titled.is_some() || person::is_person_noun(last) && self.words.shape(at - 1) == Shape::Lower {
                end = Some(at);
            }
        }
        end.map(|end| Span::new(start, end))
    }
}

/// Whether people hold positions in what is named.
fn is_body(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Organization | EntityKind::Location | EntityKind::Group | EntityKind::Facility)
}

fn is_article(lower: &str) -> bool {
    classes(lower).any(&[Class::Article, Class::Possessive]) || lower == "one"
}
