//! Finding and typing names by rule: capitalisation, gazetteers, the words inside a name and the words beside it.
//!
//! Candidates come from the capitals of running sentences ([`candidate`]). Each mention collects votes from its own
//! words ([`lexical`]) and its surroundings ([`context`]); the mentions of one spelling vote together, so that a name
//! has one kind in the whole article ([`ballot`]). Headlines, where every word has a capital, only repeat what the
//! running text or the gazetteer knows ([`headline`]). Capitals and seats that act are typed as the body that sits
//! there ([`seat`]), and quoted titles of works are added ([`work`]).

mod candidate;
mod casing;
mod context;
mod headline;
pub(crate) mod heads;
mod lexical;
mod metonymy;
mod split;
mod tally;
mod votes;
mod weights;
mod work;

use dateline_text::{Span, Word};

use self::{
    candidate::Candidate,
    casing::{Case, Casing},
    weights::Rule,
};
use crate::{
    evidence::Evidence,
    names::{Detected, EntityKind, words::Words},
};

/// A candidate with its kind and the rule that decided.
#[derive(Clone, Copy)]
struct Typed {
    span: Span<Word>,
    kind: EntityKind,
    rule: &'static Rule,
}

/// All names, in text order, not overlapping.
pub(super) fn detect(words: &Words<'_>) -> Vec<Detected> {
    let casing = Casing::new(words);
    let sentences = words.document().sentences();
    let running = |wanted: bool| {
        let casing = &casing;
        sentences.iter().enumerate().filter(move |(i, _)| (casing.case(*i) == Case::Running) == wanted).map(|(_, s)| *s)
    };
    let candidates: Vec<Candidate> =
        running(true).flat_map(|sentence| candidate::in_sentence(words, &casing, sentence)).collect();
    let mut typed = tally::decide(words, &candidates);
    let lexicon = headline::Lexicon::new(words, &typed);
    typed.extend(running(false).flat_map(|sentence| lexicon.find(words, sentence)));
    work::add_quoted(words, &mut typed);
    metonymy::retype(words, &mut typed);
    typed.sort_by_key(|name| (name.span.start(), std::cmp::Reverse(name.span.end())));
    let mut free_from = 0;
    typed.retain(|name| {
        let free = name.span.start() >= free_from;
        if free {
            free_from = name.span.end();
        }
        free
    });
    typed.into_iter().map(detected).collect()
}

fn detected(name: Typed) -> Detected {
    Detected {
        words: name.span,
        kind: name.kind,
        confidence: name.rule.confidence,
        evidence: Evidence::rule(name.rule.name),
    }
}

/// How a span reads regardless of case and full stops: the key under which its mentions vote together.
fn key(words: &Words<'_>, span: Span<Word>) -> String {
    let mut key = String::new();
    for word in span.start()..span.end() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(words.lower(word).chars().filter(|c| *c != '.'));
    }
    key
}
