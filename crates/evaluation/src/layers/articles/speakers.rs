//! Speakers of quotes whose contents match: the speaker's name is one of the forms of the person who speaks, or, where
//! nobody is named, shares a word with the corpus' description.

use super::{
    super::quotes::{MATCH_MIN, attribution},
    Named,
};
use crate::{
    Answer,
    answer::Quote,
    corpus::{Article, GoldQuote, Text},
    figures::Ratio,
    words::{folded, jaccard, words, words_in},
};

/// Words that two descriptions share by chance.
const SMALL: [&str; 4] = ["the", "a", "an", "of"];

/// A quote of the corpus with its speaker, and the quote that was found in its place.
pub(crate) struct Pair<'a> {
    gold: &'a GoldQuote,
    pub(crate) speaker: &'a str,
    pub(crate) quote: &'a Quote,
}

/// The quotes of an article that were found and have a speaker.
pub(crate) fn pairs<'a>(article: &'a Article, answer: &'a Answer) -> Vec<Pair<'a>> {
    let words = words(article.text());
    let mut pairs = Vec::new();
    for gold in &article.quotes {
        let content = words_in(&gold.content_spans, &words);
        let Some(speaker) = gold.speaker.as_deref().filter(|speaker| !speaker.is_empty() && !content.is_empty()) else {
            continue;
        };
        let likeness = |quote: &Quote| jaccard(&content, &words_in(&attribution(quote).content, &words));
        // The first of equals, as `max_by` would give the last.
        let best = answer.quotes.iter().map(|quote| (likeness(quote), quote));
        let best = best.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let best = best.filter(|best| best.0 >= MATCH_MIN);
        pairs.extend(best.map(|(_, quote)| Pair { gold, speaker, quote }));
    }
    pairs
}

/// Whether a quote has the speaker that the corpus gives it.
pub(crate) fn is_right(speaker: &str, quote: &Quote, named: &Named<'_>) -> bool {
    let said = said(quote);
    match named.get(speaker) {
        Some(forms) if !forms.is_empty() => forms.contains(&said),
        _ => {
            let speaker = folded(speaker);
            let mut described = speaker.split_whitespace().filter(|word| !SMALL.contains(word));
            described.any(|word| said.split_whitespace().any(|other| other == word))
        }
    }
}

fn said(quote: &Quote) -> String {
    folded(quote.speaker.as_ref().map_or("", |speaker| &speaker.name))
}

/// Counts over articles.
#[derive(Default)]
pub(super) struct SpeakerTally {
    right: Ratio,
    unknown: Ratio,
    kind: Ratio,
}

impl SpeakerTally {
    pub(super) fn add(&mut self, article: &Article, answer: &Answer, named: &Named<'_>) {
        for Pair { gold, speaker, quote } in pairs(article, answer) {
            self.right.add(is_right(speaker, quote, named));
            self.unknown.add(said(quote).is_empty());
            self.kind.add(quote.r#type == gold.kind);
        }
    }

    /// Right speakers, unknown speakers, and right kinds, in percent.
    pub(super) fn percent(&self) -> [f64; 3] {
        [self.right, self.unknown, self.kind].map(Ratio::percent)
    }
}
