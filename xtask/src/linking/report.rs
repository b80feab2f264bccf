//! Precision, recall, NIL accuracy and calibration, end to end: a gold name counts as linked by the mention that covers
//! it best.

use std::{
    collections::{BTreeMap, HashSet},
    error::Error,
    io::{self, Write},
};

use dateline_extract::{
    coref::Form,
    link::{Link, Linker, NilReason},
};

use super::{Read, corpus::Gold};

/// A gold name, and what was said of it.
struct Judged<'a> {
    gold: &'a Gold,
    /// The likeliest candidate and its probability.
    best: Option<(u32, f32)>,
    linked: Option<u32>,
    nil: Option<NilReason>,
    is_found: bool,
    /// Whether the right entity is among the likeliest candidates.
    is_candidate: bool,
}

fn judge<'a>(linker: &Linker, read: &'a Read<'_>) -> Vec<Judged<'a>> {
    let links = linker.choose(read.document, &read.entities, &read.candidates);
    let mut mentions = Vec::new();
    for (entity, link) in read.entities.iter().zip(&links) {
        let named = entity.mentions.iter().filter(|mention| mention.form == Form::Name);
        mentions.extend(named.map(|mention| (mention.span, link)));
    }
    mentions.retain(|(span, _)| {
        span.start() >= read.annotated.judged.start() && span.start() < read.annotated.judged.end()
    });
    let gold = read.annotated.names.iter().filter(|gold| gold.counts);
    gold.map(|gold| {
        let near = mentions.iter().filter_map(|&(span, link)| {
            let shared =
                span.end().min(gold.span.end()).checked_sub(span.start().max(gold.span.start())).filter(|&n| n > 0)?;
            Some(((shared, std::cmp::Reverse(span.len().abs_diff(gold.span.len()))), link))
        });
        let link: Option<&Link> = near.max_by_key(|&(key, _)| key).map(|(_, link)| link);
        let best = link.and_then(|link| link.candidates.first()).and_then(|best| Some((best.wikidata?, best.score)));
        let linked = link.and_then(|link| link.chosen.first()).and_then(|chosen| chosen.wikidata);
        let is_candidate = gold.item.is_some()
            && link.is_some_and(|link| link.candidates.iter().any(|candidate| candidate.wikidata == gold.item));
        let nil = link.and_then(|link| link.nil);
        Judged { gold, best, linked, nil, is_found: link.is_some(), is_candidate }
    })
    .collect()
}

/// The least threshold, in steps of a hundredth, with the highest F1 among those that reach a precision.
pub(super) fn threshold(linker: &Linker, read: &[Read<'_>], precision_min: f32) -> f32 {
    let judged: Vec<Judged<'_>> = read.iter().flat_map(|one| judge(linker, one)).collect();
    let gold = judged.iter().filter(|one| one.gold.item.is_some()).count() as f32;
    let mut best = (0.0, 0.5);
    for step in 20..96 {
        let threshold = step as f32 / 100.0;
        let linked = judged.iter().filter(|one| one.best.is_some_and(|(_, score)| score >= threshold));
        let (mut right, mut all) = (0.0, 0.0);
        for one in linked {
            all += 1.0;
            right += f32::from(u8::from(one.best.map(|(item, _)| item) == one.gold.item));
        }
        let (precision, recall) = (right / f32::max(all, 1.0), right / f32::max(gold, 1.0));
        let f1 = 2.0 * precision * recall / f32::max(precision + recall, 1e-6);
        if precision >= precision_min && f1 > best.0 {
            best = (f1, threshold);
        }
    }
    best.1
}

impl Judged<'_> {
    /// What went wrong, for a reader of errors.
    fn fault(&self, known: &HashSet<u32>) -> &'static str {
        match self.gold.item {
            None => "should be nil",
            Some(item) if !known.contains(&item) => "not in base",
            Some(_) if !self.is_found => "not found",
            Some(_) if !self.is_candidate => "no candidate",
            Some(_) if self.best.map(|(item, _)| item) != self.gold.item => "another is likelier",
            Some(_) => "below threshold",
        }
    }
}

/// Prints the measures of one corpus.
pub(super) fn print(name: &str, linker: &Linker, read: &[Read<'_>], errors: bool) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let known: HashSet<u32> = if errors {
        linker.bases().iter().flat_map(|base| base.entities()).filter_map(|entity| entity.wikidata()).collect()
    } else {
        HashSet::new()
    };
    let mut faults: BTreeMap<&str, usize> = BTreeMap::new();
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut right, mut linked, mut gold, mut nil_right, mut nil) = (0, 0, 0, 0, 0);
    let (mut certain, mut certain_right, mut reachable) = (0, 0, 0);
    for one in read {
        let text = one.annotated.article.text();
        for judged in judge(linker, one) {
            let is_right = judged.linked.is_some() && judged.linked == judged.gold.item;
            gold += usize::from(judged.gold.item.is_some());
            linked += usize::from(judged.linked.is_some());
            right += usize::from(is_right);
            reachable +=
                usize::from(judged.gold.item.is_some() && judged.best.map(|(item, _)| item) == judged.gold.item);
            if judged.gold.item.is_none() && judged.is_found {
                nil += 1;
                nil_right += usize::from(judged.linked.is_none());
            }
            if judged.linked.is_some() && judged.best.is_some_and(|(_, score)| score >= 0.9) {
                certain += 1;
                certain_right += usize::from(is_right);
            }
            if let Some(reason) = judged.nil.filter(|_| judged.gold.item.is_none()) {
                *reasons.entry(reason.id()).or_default() += 1;
            }
            if errors && judged.linked != judged.gold.item {
                let fault = judged.fault(&known);
                *faults.entry(fault).or_default() += 1;
                let (id, name) = (&one.annotated.id, &text[judged.gold.span.range()]);
                writeln!(
                    out,
                    "{fault}\t{id}\t{name}\tgold {:?}\tlinked {:?}\tbest {:?}\t{:?}",
                    judged.gold.item, judged.linked, judged.best, judged.nil
                )?;
            }
        }
    }
    if errors {
        writeln!(out, "{name}: {faults:?}")?;
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(right, linked), share(right, gold));
    let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
    writeln!(
        out,
        "{name}: P {precision:.1} R {recall:.1} F1 {f1:.1} (gold {gold}, linked {linked}); best candidate right {:.1}",
        share(reachable, gold)
    )?;
    writeln!(
        out,
        "  NIL accuracy {:.1} of {nil}; above 0.9: {:.1} right, {:.1} of links; reasons {reasons:?}",
        share(nil_right, nil),
        share(certain_right, certain),
        share(certain, linked)
    )?;
    Ok(())
}
