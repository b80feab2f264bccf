//! Names as the encoder reads them.

use std::collections::{HashMap, HashSet};

use dateline_encoder::{Encoding, Head};
use dateline_text::{Span, Word};

use super::{Detected, EntityKind, Words};
use crate::evidence::Evidence;

/// Least probability of a span that stands on the encoder's word alone.
const PROBABILITY_MIN: f32 = 0.43;

/// Least probability of a name that its other occurrences are read by, and highest of one that follows the others.
const SURE_MIN: f32 = 0.75;
const UNSURE_MAX: f32 = 0.88;

/// What remains of a name's probability where it is only repeated.
const REPEATED: f32 = 0.9;

/// Words of a name that is looked for elsewhere, at most; longer ones hardly come back in full.
const REPEATED_WORDS_MAX: u32 = 10;

/// What the encoder marks as names, in text order, not overlapping.
pub(super) fn detect(words: &Words<'_>, encoding: &Encoding) -> Vec<Detected> {
    let mut names: Vec<Detected> = encoding
        .spans(Head::Names)
        .into_iter()
        .filter_map(|tagged| {
            let span = trimmed(words, tagged.words)?;
            let kind = kind_of_label(tagged.label)?;
            let evidence = Evidence::rule("encoder");
            Some(Detected { words: span, kind, confidence: tagged.probability, evidence })
        })
        .filter(|name| name.confidence >= PROBABILITY_MIN)
        .collect();
    repeat(words, &mut names);
    names
}

fn kind_of_label(label: &str) -> Option<EntityKind> {
    Some(match label {
        "person" => EntityKind::Person,
        "organization" => EntityKind::Organization,
        "location" => EntityKind::Location,
        "group" => EntityKind::Group,
        "facility" => EntityKind::Facility,
        "product" => EntityKind::Product,
        "event" => EntityKind::Event,
        "work" => EntityKind::Work,
        "law" => EntityKind::Law,
        "misc" => EntityKind::Misc,
        _ => return None,
    })
}

/// A span inside its sentence, without marks, possessive endings and little words at its edges; none when nothing is left.
fn trimmed(words: &Words<'_>, span: Span<Word>) -> Option<Span<Word>> {
    let mut start = span.start();
    let mut end = span.end().min(words.sentence(start).end());
    while start < end && !words.is_word(start) && !words.is_number(start) {
        start += 1;
    }
    while start < end && (words.is_possessive(end - 1) || is_loose(words, end - 1) || is_joint(words.text(end - 1))) {
        end -= 1;
    }
    (start < end).then(|| Span::new(start, end))
}

/// Whether a word joins parts of names and ends none.
fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "of" | "for" | "in" | "the" | "to" | "at" | "on" | "with" | "by" | "from")
}

/// Whether a mark at the end of a span belongs to the sentence, not to the name: all do but a closing bracket or the
/// full stop that the token keeps.
fn is_loose(words: &Words<'_>, word: u32) -> bool {
    !words.is_word(word) && !words.is_number(word) && !matches!(words.text(word), ")" | "!" | "+")
}

/// Gives unsure names the kind that the article's other occurrences call for, and adds those that were passed over.
fn repeat(words: &Words<'_>, names: &mut Vec<Detected>) {
    let votes = Votes::count(words, names);
    for name in names.iter_mut().filter(|name| name.confidence < UNSURE_MAX) {
        let form: Vec<&str> = words.texts(name.words).collect();
        if let Some(kind) = votes.kind_of(&form).filter(|&kind| kind != name.kind) {
            name.kind = kind;
            name.evidence = Evidence::rule("encoder-elsewhere");
        }
    }
    add_repeated(words, &votes, names);
    names.sort_by_key(|name| name.words.start());
}

/// How one form is read.
#[derive(Default)]
struct Readings {
    /// Sums of probabilities, by kind.
    kinds: Vec<(EntityKind, f32)>,
    /// The highest probability of any.
    surest: f32,
}

/// How surely the article's names are read, by form.
struct Votes<'d> {
    by_form: HashMap<Vec<&'d str>, Readings>,
    /// Words of people's full names that are surely read.
    people: HashSet<&'d str>,
}

impl<'d> Votes<'d> {
    fn count(words: &Words<'d>, names: &[Detected]) -> Self {
        let mut votes = Self { by_form: HashMap::new(), people: HashSet::new() };
        for name in names {
            let form: Vec<&str> = words.texts(name.words).collect();
            if name.kind == EntityKind::Person && name.confidence >= SURE_MIN && form.len() > 1 {
                votes.people.extend(form.last());
            }
            let readings = votes.by_form.entry(form).or_default();
            readings.surest = readings.surest.max(name.confidence);
            match readings.kinds.iter_mut().find(|(kind, _)| *kind == name.kind) {
                Some((_, sum)) => *sum += name.confidence,
                None => readings.kinds.push((name.kind, name.confidence)),
            }
        }
        votes
    }

    /// The kind that most occurrences of a form have; that of people for the surname of one.
    fn kind_of(&self, form: &[&str]) -> Option<EntityKind> {
        if let [surname] = form
            && self.people.contains(surname)
        {
            return Some(EntityKind::Person);
        }
        let kinds = &self.by_form.get(form)?.kinds;
        kinds.iter().max_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(kind, _)| *kind)
    }
}

/// Adds capitalised words that repeat a surely read name and that the encoder left out: at each word the longest.
fn add_repeated(words: &Words<'_>, votes: &Votes<'_>, names: &mut Vec<Detected>) {
    let all: Vec<&str> = words.texts(Span::new(0, words.len())).collect();
    let mut taken = vec![false; all.len()];
    for name in names.iter() {
        taken[name.words.range()].fill(true);
    }
    for at in (0..words.len()).filter(|&at| words.is_capital(at)) {
        let end = words.sentence(at).end().min(at + REPEATED_WORDS_MAX);
        let found = (at + 1..=end).rev().find_map(|end| {
            let span = Span::<Word>::new(at, end);
            let form = &all[span.range()];
            let free = !taken[span.range()].iter().any(|&taken| taken);
            let readings = votes.by_form.get(form).filter(|readings| free && readings.surest >= SURE_MIN)?;
            let telling = form.len() > 1 || form[0].chars().count() > 3;
            telling.then_some((span, votes.kind_of(form)?, readings.surest))
        });
        if let Some((span, kind, surest)) = found {
            taken[span.range()].fill(true);
            let evidence = Evidence::rule("encoder-repeated");
            names.push(Detected { words: span, kind, confidence: surest * REPEATED, evidence });
        }
    }
}
