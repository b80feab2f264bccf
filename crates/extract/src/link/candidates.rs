//! Looks up the names of an article, each once.

use std::collections::HashMap;

use dateline_kb::{Hit, Kb, NameKind};
use dateline_text::{Byte, Document, Span};

use super::{Candidate, spelling};
use crate::names::{EntityKind, Name};

/// Most candidates of one name in one base.
const CANDIDATES_MAX: usize = 24;

/// What the names of an article can mean.
#[derive(Debug)]
pub struct Candidates<'k> {
    bases: Vec<&'k Kb>,
    /// The candidates of names that differ.
    lists: Vec<Vec<Candidate>>,
    /// Which list a name mention has.
    by_span: HashMap<Span<Byte>, usize>,
}

impl<'k> Candidates<'k> {
    pub(super) fn find(bases: Vec<&'k Kb>, document: &Document<'_>, names: &[Name]) -> Self {
        let mut found = Self { bases, lists: Vec::new(), by_span: HashMap::new() };
        let mut known: HashMap<(&str, EntityKind), usize> = HashMap::new();
        for name in names {
            let text = document.slice(name.span);
            let list = *known.entry((text, name.kind)).or_insert_with(|| {
                found.lists.push(of_name(&found.bases, text, name.kind));
                found.lists.len() - 1
            });
            found.by_span.insert(name.span, list);
        }
        found
    }

    /// The bases that were asked, in their order.
    #[must_use]
    pub fn bases(&self) -> &[&'k Kb] {
        &self.bases
    }

    /// What the name at a span can mean, as the bases are asked and the most direct first; empty where no name stands.
    #[must_use]
    pub fn of_mention(&self, name: Span<Byte>) -> &[Candidate] {
        self.by_span.get(&name).and_then(|&list| self.lists.get(list)).map_or(&[], Vec::as_slice)
    }
}

fn of_name(bases: &[&Kb], text: &str, kind: EntityKind) -> Vec<Candidate> {
    let forms = spelling::forms(text, kind);
    let mut found = Vec::new();
    for (base, kb) in bases.iter().enumerate() {
        let printed = kb.lookup(text);
        // Forms that were changed are asked for only where the name as printed names nothing directly.
        let is_direct = printed.iter().any(|hit| hit.name <= NameKind::Alias);
        let of_form = |form: &str, is_derived: bool, hits: Vec<Hit>| {
            let words = u8::try_from(form.split_whitespace().count()).unwrap_or(u8::MAX);
            hits.into_iter().map(move |hit| Candidate { base, entity: hit.entity, name: hit.name, is_derived, words })
        };
        let mut list: Vec<Candidate> = of_form(text, false, printed).collect();
        if !is_direct {
            for form in &forms {
                list.extend(of_form(form, true, kb.lookup(form)));
            }
        }
        let mut seen = Vec::new();
        list.retain(|candidate| {
            !seen.contains(&candidate.entity) && {
                seen.push(candidate.entity);
                true
            }
        });
        list.truncate(CANDIDATES_MAX);
        found.extend(list);
    }
    found
}
