//! The vote over a whole article: one kind per spelling.

use std::collections::{BTreeMap, HashMap, HashSet};

use dateline_gazetteer::{self as gazetteer, Kind, Prominence};
use dateline_text::{Shape, Span, Word};

use super::{
    Typed,
    candidate::Candidate,
    casing, context, heads, key, lexical,
    votes::Votes,
    weights::{self, Rule},
};
use crate::names::{EntityKind, words::Words};

/// All candidates of one spelling.
struct Spelling {
    first: Span<Word>,
    votes: Votes,
    mentions: Vec<Span<Word>>,
}

/// The kind of every candidate; candidates for which nothing speaks are left out.
pub(super) fn decide(words: &Words<'_>, candidates: &[Candidate]) -> Vec<Typed> {
    let mut spellings = collect(words, candidates);
    for (abbreviation, expansion) in explained(words, candidates) {
        vote_explained(&mut spellings, &key(words, abbreviation), &key(words, expansion));
    }
    let parts = Parts::new(words, &spellings);
    let mut typed = Vec::new();
    for (spelling_key, spelling) in &mut spellings {
        if spelling.first.len() == 1 {
            parts.vote(spelling_key, words.text(spelling.first.start()), &mut spelling.votes);
        }
        if let Some((kind, rule)) = spelling.votes.winner().filter(|(_, rule)| is_borne_out(words, spelling, rule)) {
            typed.extend(spelling.mentions.iter().map(|&span| Typed { span, kind, rule }));
        }
    }
    typed
}

/// Whether more than a capital letter speaks for a single word that need not be a name.
fn is_borne_out(words: &Words<'_>, spelling: &Spelling, rule: &Rule) -> bool {
    let (word, lower) = (spelling.first.start(), words.lower(spelling.first.start()));
    let recurs = spelling.mentions.len() > 1;
    if spelling.first.len() > 1 {
        return recurs || spelling.first.len() > 2 || rule != &weights::COMMON_WORDS;
    }
    if heads::is_plain_abbreviation(words.text(word)) && rule.weight < weights::TITLE.weight {
        return false;
    }
    let initial = spelling.mentions.iter().all(|mention| casing::is_initial(words, mention.start()));
    if initial
        && gazetteer::is_common_word(lower)
        && rule.weight < weights::KNOWN_CITY.weight
        && rule != &weights::BODY_ALONE
    {
        return false;
    }
    let weak =
        [&weights::CAPITAL, &weights::DETERMINED, &weights::DIRECTION, &weights::PART_OF_BODY, &weights::SUBJECT];
    if !weak.contains(&rule) {
        return true;
    }
    let singular = lower.strip_suffix('s').unwrap_or(lower);
    let is_common = gazetteer::is_common_word(lower) || gazetteer::is_common_word(singular) || heads::takes_of(lower);
    !is_common
        && !initial
        && (recurs || rule != &weights::SUBJECT && rule != &weights::DETERMINED)
        && rule != &weights::CAPITAL
}

fn collect(words: &Words<'_>, candidates: &[Candidate]) -> BTreeMap<String, Spelling> {
    let mut spellings: BTreeMap<String, Spelling> = BTreeMap::new();
    let mut contexts: HashMap<String, (Votes, f32)> = HashMap::new();
    for candidate in candidates {
        let key = key(words, candidate.span);
        let (sum, count) = contexts.entry(key.clone()).or_default();
        sum.merge(&context::votes(words, *candidate), 1.0);
        *count += 1.0;
        let spelling = spellings.entry(key).or_insert_with(|| Spelling {
            first: candidate.span,
            votes: lexical::votes(words, candidate.span),
            mentions: Vec::new(),
        });
        spelling.mentions.push(candidate.span);
    }
    for (key, spelling) in &mut spellings {
        if let Some((sum, count)) = contexts.get(key) {
            spelling.votes.merge(sum, 1.0 / count.sqrt());
        }
    }
    spellings
}

/// Pairs of an abbreviation and the candidate that it abbreviates: "World Trade Board (WTB)", "WTB (World Trade Board)".
fn explained(words: &Words<'_>, candidates: &[Candidate]) -> Vec<(Span<Word>, Span<Word>)> {
    let mut pairs = Vec::new();
    for pair in candidates.windows(2) {
        let (left, right) = (pair[0].span, pair[1].span);
        let bracketed =
            words.text(left.end()) == "(" && left.end() + 1 == right.start() && words.text(right.end()) == ")";
        if !bracketed {
            continue;
        }
        for (short, long) in [(right, left), (left, right)] {
            if short.len() == 1 && long.len() > 1 && abbreviates(words, short.start(), long) {
                pairs.push((short, long));
            }
        }
    }
    pairs
}

/// Whether the letters of one word are, in order, initials of the words of a name, the first one among them.
fn abbreviates(words: &Words<'_>, short: u32, long: Span<Word>) -> bool {
    if !matches!(words.shape(short), Shape::Upper | Shape::Mixed) {
        return false;
    }
    let mut initials = words.texts(long).filter_map(|text| text.chars().next()).flat_map(char::to_lowercase);
    let letters: Vec<char> = words.lower(short).chars().filter(|c| c.is_alphabetic()).collect();
    let first = words.lower(long.start()).chars().next();
    first == letters.first().copied()
        && letters.iter().filter(|letter| initials.by_ref().any(|c| c == **letter)).count() + 1 >= letters.len()
}

fn vote_explained(spellings: &mut BTreeMap<String, Spelling>, short: &str, long: &str) {
    if let Some(spelling) = spellings.get_mut(long) {
        spelling.votes.shift(EntityKind::Person, -3.0);
        spelling.votes.add(EntityKind::Organization, &weights::DETERMINED);
    }
    let kind = spellings.get(long).and_then(|spelling| spelling.votes.winner()).map(|(kind, _)| kind);
    if let (Some(kind), Some(spelling)) = (kind, spellings.get_mut(short)) {
        spelling.votes.add(kind, &weights::EXPLAINED);
    }
}

/// Words that belong to the names of persons and bodies named in full.
struct Parts {
    of_persons: HashSet<String>,
    of_bodies: HashSet<String>,
}

impl Parts {
    fn new(words: &Words<'_>, spellings: &BTreeMap<String, Spelling>) -> Self {
        let mut parts = Self { of_persons: HashSet::new(), of_bodies: HashSet::new() };
        for spelling in spellings.values().filter(|spelling| spelling.first.len() > 1) {
            let span = spelling.first;
            match spelling.votes.winner() {
                Some((EntityKind::Person, _)) => {
                    parts.of_persons.insert(words.lower(span.start()).to_owned());
                    parts.of_persons.insert(words.lower(span.end() - 1).to_owned());
                }
                Some((EntityKind::Organization, _)) => {
                    parts.of_bodies.insert(words.lower(span.start()).to_owned());
                    let initials =
                        words.texts(span).filter_map(|text| text.chars().next()).filter(|c| c.is_uppercase());
                    parts.of_bodies.insert(initials.flat_map(char::to_lowercase).collect());
                }
                _ => {}
            }
        }
        parts
    }

    /// Votes for a single word, unless it is known as something else by itself.
    fn vote(&self, key: &str, text: &str, votes: &mut Votes) {
        let known = gazetteer::lookup(text);
        let elsewhere = known.is_some_and(|entry| entry.is_place() || entry.is(Kind::Group));
        let firm = known.is_some_and(|entry| {
            (entry.is(Kind::Company) || entry.is(Kind::Organization)) && entry.prominence() >= Prominence(4)
        });
        let abbreviated = text.chars().count() <= 5 && text.chars().all(char::is_uppercase);
        let personal = known.is_some_and(|entry| entry.is(Kind::FirstName) || entry.is(Kind::Surname));
        let prominent = elsewhere && known.is_some_and(|entry| entry.prominence() >= lexical::PROMINENT);
        if self.of_persons.contains(key) && !prominent && !firm && !abbreviated && (personal || !elsewhere) {
            votes.add(EntityKind::Person, &weights::PART_OF_PERSON);
        } else if self.of_bodies.contains(key) && !elsewhere {
            votes.add(EntityKind::Organization, &weights::PART_OF_BODY);
        }
    }
}
