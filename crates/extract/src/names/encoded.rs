//! Names as the encoder reads them.

use std::collections::HashMap;

use dateline_encoder::{Encoding, Head};
use dateline_text::{Span, Word};

use super::{Detected, EntityKind, Words};
use crate::extraction::Evidence;

/// Least probability of a span that stands on the encoder's word alone.
const PROBABILITY_MIN: f32 = 0.35;

/// Least probability of a name whose other occurrences are read by it.
const SURE_MIN: f32 = 0.8;

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

/// A span without quotation marks, commas and possessive endings at its edges; none when nothing is left.
fn trimmed(words: &Words<'_>, span: Span<Word>) -> Option<Span<Word>> {
    let (mut start, mut end) = (span.start(), span.end());
    while start < end && !words.is_word(start) && !words.is_number(start) {
        start += 1;
    }
    while start < end && (words.is_possessive(end - 1) || is_loose(words, end - 1)) {
        end -= 1;
    }
    (start < end).then(|| Span::new(start, end))
}

/// Whether a mark at the end of a span belongs to the sentence, not to the name: all do but a closing bracket or the
/// full stop that the token keeps.
fn is_loose(words: &Words<'_>, word: u32) -> bool {
    !words.is_word(word) && !words.is_number(word) && !matches!(words.text(word), ")" | "!" | "+")
}

/// Adds occurrences of sure names that were passed over, written the same way, and gives unsure ones the kind of the
/// sure.
fn repeat(words: &Words<'_>, names: &mut Vec<Detected>) {
    let mut sure: HashMap<Vec<&str>, (EntityKind, f32)> = HashMap::new();
    for name in names.iter().filter(|name| name.confidence >= SURE_MIN) {
        let best = sure.entry(words.texts(name.words).collect()).or_insert((name.kind, name.confidence));
        if name.confidence > best.1 {
            *best = (name.kind, name.confidence);
        }
    }
    for name in names.iter_mut().filter(|name| name.confidence < SURE_MIN) {
        let form: Vec<&str> = words.texts(name.words).collect();
        if let Some(&(kind, _)) = sure.get(&form) {
            name.kind = kind;
            name.evidence = Evidence::rule("encoder-elsewhere");
        }
    }
    let mut by_first: HashMap<&str, Vec<&Vec<&str>>> = HashMap::new();
    for form in sure.keys().filter(|form| form.len() > 1 || form[0].chars().count() > 3) {
        by_first.entry(form[0]).or_default().push(form);
    }
    for forms in by_first.values_mut() {
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    }
    let mut taken = vec![false; words.len() as usize];
    for name in names.iter() {
        taken[name.words.range()].fill(true);
    }
    for at in 0..words.len() {
        let Some(forms) = by_first.get(words.text(at)).filter(|_| words.is_capital(at)) else { continue };
        let here = |form: &&&Vec<&str>| {
            let span = Span::<Word>::new(at, at + form.len() as u32);
            words.sentence(at).contains(span)
                && !taken[span.range()].iter().any(|&taken| taken)
                && words.texts(span).eq(form.iter().copied())
        };
        if let Some(form) = forms.iter().find(here) {
            let span = Span::<Word>::new(at, at + form.len() as u32);
            let (kind, confidence) = sure[*form];
            taken[span.range()].fill(true);
            let evidence = Evidence::rule("encoder-repeated");
            names.push(Detected { words: span, kind, confidence: confidence * 0.9, evidence });
        }
    }
    names.sort_by_key(|name| name.words.start());
}
