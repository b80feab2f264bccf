//! Nominal mentions: "the Norwegian president", "the prime minister", where one person alone holds the office in the
//! article.

use std::collections::{HashMap, HashSet};

use dateline_gazetteer::{CountryId, country_of_demonym, country_of_name};
use dateline_lexicon::person;
use dateline_text::{Byte, Document, Span, Word};

use super::{EntityId, Found, rules::OFFICE_HOLDER};
use crate::names::{EntityKind, Name, Words, positions};

/// Whose office it is: a country or people, or any other name as written.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Body {
    Country(CountryId),
    Other(String),
}

/// A person's office.
struct Office {
    holder: EntityId,
    body: Option<Body>,
    first_word: u32,
}

/// The descriptions by office that have one possible holder among those introduced before, in text order.
/// `entity_of` gives the entity of each name.
pub(super) fn find(words: &Words<'_>, names: &[Name], entity_of: &[EntityId]) -> Vec<Found> {
    let document = words.document();
    let offices = offices(document, names, entity_of);
    let starts: HashMap<u32, usize> =
        names.iter().enumerate().map(|(at, name)| (document.words(name.span).start(), at)).collect();
    let stated: HashSet<u32> =
        names.iter().flat_map(|name| &name.roles).map(|role| document.words(role.title).start()).collect();
    let mut found = Vec::new();
    for the in (0..words.len()).filter(|&at| words.lower(at) == "the") {
        let limit = words.sentence(the).end();
        let affiliation = starts.get(&(the + 1)).map(|&at| &names[at]).filter(|name| name.kind != EntityKind::Person);
        let mut start = affiliation.map_or(the + 1, |name| document.words(name.span).end());
        if affiliation.is_some() && words.is_possessive(start) {
            start += 1;
        }
        let Some(len) = positions::title_at(words, start, limit) else { continue };
        let end = start + len;
        let goes_on = starts.contains_key(&end)
            || words.is_capital(end)
            || matches!(words.lower(end), "of" | "for")
            || words.is_hyphen(end);
        if stated.contains(&start) || goes_on || words.is_possessive(end) && words.is_capital(end + 1) {
            continue;
        }
        let title = document.text_of(Span::<Word>::new(start, end)).to_lowercase();
        let body = affiliation.map(|name| body(document, name.span));
        if let Some(holder) = holder(&offices, &title, body.as_ref(), the) {
            found.push(Found { span: Span::new(the, end), entity: holder, rule: OFFICE_HOLDER });
        }
    }
    found
}

/// The unique offices that the article states, by title.
fn offices(document: &Document<'_>, names: &[Name], entity_of: &[EntityId]) -> HashMap<String, Vec<Office>> {
    let mut offices: HashMap<String, Vec<Office>> = HashMap::new();
    for (name, &holder) in names.iter().zip(entity_of) {
        for role in &name.roles {
            let title = document.slice(role.title).to_lowercase();
            let first_word = document.words(name.span).start();
            for short in suffixes(&title).filter(|short| person::is_unique_office(short)) {
                let body = role.affiliation.map(|span| body(document, span));
                let same = offices.entry(short.to_owned()).or_default();
                if !same.iter().any(|office| office.holder == holder && office.body == body) {
                    same.push(Office { holder, body, first_word });
                }
            }
        }
    }
    offices
}

/// A title, also without "acting" or "interim": "acting mayor", "mayor".
/// "Vice president" is not "president".
fn suffixes(title: &str) -> impl Iterator<Item = &str> {
    let whole = std::iter::once(title);
    let former = title.strip_prefix("acting ").or_else(|| title.strip_prefix("interim "));
    whole.chain(former)
}

fn body(document: &Document<'_>, span: Span<Byte>) -> Body {
    let text = document.slice(span);
    country_of_demonym(text)
        .or_else(|| country_of_name(text))
        .map_or_else(|| Body::Other(text.to_lowercase()), Body::Country)
}

/// The only holder of the office introduced before `word` whose body does not contradict.
fn holder(offices: &HashMap<String, Vec<Office>>, title: &str, body: Option<&Body>, word: u32) -> Option<EntityId> {
    let fits =
        |office: &&Office| office.first_word < word && body.is_none_or(|body| office.body.as_ref() == Some(body));
    let mut holders = offices.get(title)?.iter().filter(fits).map(|office| office.holder);
    let first = holders.next()?;
    holders.all(|other| other == first).then_some(first)
}
