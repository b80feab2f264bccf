//! What an article says around its names: countries, words, the year.

use std::collections::{BTreeMap, HashSet};

use dateline_gazetteer::{country, country_of_demonym, country_of_name, lookup};
use dateline_text::Document;

use crate::{
    coref::{Entity, Form},
    names::EntityKind,
};

/// Tokens before and after a mention that are read.
const WINDOW: u32 = 50;
/// Most mentions around which is read.
const MENTIONS_MAX: usize = 4;
/// Shortest word that says something of its own.
const CHARS_MIN: usize = 4;

/// What an article says as a whole.
pub(super) struct Context {
    /// How often each country is meant, by code.
    countries: BTreeMap<[u8; 2], u32>,
    /// The year of publication.
    pub(super) year: Option<i16>,
    /// Lower-case words, one for each token; empty for those that say nothing.
    words: Vec<String>,
}

impl Context {
    pub(super) fn new(document: &Document<'_>, entities: &[Entity]) -> Self {
        let mut countries = BTreeMap::new();
        let article = document.article();
        for place in article.dateline().into_iter().flat_map(|dateline| dateline.split(',')) {
            count(&mut countries, country_in(place.trim()), 2);
        }
        for entity in entities {
            let name = document.slice(entity.name);
            let named = entity.mentions.iter().filter(|mention| mention.form == Form::Name).count() as u32;
            let code = match entity.kind {
                EntityKind::Location | EntityKind::Organization => country_in(name),
                EntityKind::Group => country_of_demonym(name).and_then(code),
                _ => None,
            };
            count(&mut countries, code, named);
        }
        let year = article.published().map(|published| published.date().year());
        let words = document.tokens().iter().map(|token| content_word(document.slice(token.span)));
        Self { countries, year, words: words.collect() }
    }

    /// How much of what the article says of countries it says of this one, 0 to 1; none if it names no country.
    pub(super) fn share_of(&self, country: [u8; 2]) -> Option<f32> {
        let total: u32 = self.countries.values().sum();
        let own = self.countries.get(&country).copied().unwrap_or(0);
        (total > 0).then(|| own as f32 / total as f32)
    }

    /// The words around the names of an entity.
    pub(super) fn around(&self, document: &Document<'_>, entity: &Entity) -> HashSet<&str> {
        let named = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
        let mut words = HashSet::new();
        for mention in named.take(MENTIONS_MAX) {
            let tokens = document.tokens();
            let at = tokens.partition_point(|token| token.span.end() <= mention.span.start());
            let after = tokens.partition_point(|token| token.span.start() < mention.span.end());
            let from = at.saturating_sub(WINDOW as usize);
            let until = (after + WINDOW as usize).min(self.words.len());
            words.extend(
                self.words[from..at.min(until)].iter().chain(&self.words[after.min(until)..until]).map(String::as_str),
            );
        }
        words.remove("");
        words
    }
}

fn count(countries: &mut BTreeMap<[u8; 2], u32>, code: Option<[u8; 2]>, times: u32) {
    if let Some(code) = code {
        *countries.entry(code).or_default() += times;
    }
}

fn code(id: dateline_gazetteer::CountryId) -> Option<[u8; 2]> {
    country(id).iso2.as_bytes().try_into().ok()
}

/// The country that a place is, or lies in.
fn country_in(name: &str) -> Option<[u8; 2]> {
    let inside = || lookup(name).filter(|entry| entry.is_place()).and_then(dateline_gazetteer::Entry::country);
    country_of_name(name).or_else(inside).and_then(code)
}

/// A word in lower case without its plural, empty if it says nothing.
pub(super) fn content_word(word: &str) -> String {
    let lower = word.to_lowercase();
    let says = lower.chars().count() >= CHARS_MIN && lower.chars().all(char::is_alphabetic);
    // Verbs such as "said" are frequent everywhere; nouns such as "senator" are what descriptions hold.
    if !says || STOP.contains(&lower.as_str()) {
        return String::new();
    }
    match lower.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')) {
        Some(stem) => stem.to_owned(),
        None => lower,
    }
}

/// Words of grammar of four letters and more, and words that descriptions of anything hold.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "about", "after", "also", "been", "before", "being", "between", "both", "could", "during", "each", "first",
    "from", "have", "having", "here", "into", "itself", "just", "last", "like", "made", "many", "more", "most", "much",
    "must", "only", "other", "over", "said", "same", "says", "should", "since", "some", "such", "than", "that",
    "their", "them", "then", "there", "these", "they", "this", "those", "through", "under", "until", "very", "were",
    "what", "when", "where", "which", "while", "will", "with", "would", "year", "years", "your", "city", "united",
    "states", "country", "member", "based", "located",
];
