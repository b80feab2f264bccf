//! Links: which of some candidates a token belongs to, by the dot product of a query and a key, less a price for
//! distance.

use serde::Deserialize;

use crate::encoding::{Encoding, Head};

/// What is linked to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A content's first token to its cue's.
    Cue,
    /// A content's first token to its source's.
    Source,
    /// A pronoun to the head of the mention that it refers back to.
    Antecedent,
    /// A description's head to the head of a name of what it describes.
    Description,
    /// A trigger to an earlier trigger of the same happening.
    Event,
    /// A trigger to the time expression that dates the event.
    EventTime,
    /// A trigger to the head of the event's place.
    EventPlace,
    /// A token to its governor in the sentence; "nothing" is the root.
    Governor,
}

/// The constants of a link, as the model was trained with them.
#[derive(Clone, Copy, Default, Deserialize)]
pub(crate) struct DistanceBias {
    /// Penalty for each token of distance.
    #[serde(default, rename = "fall_per_word")]
    bias_per_word: f32,
    /// Tokens beyond which the penalty does not grow.
    #[serde(default)]
    reach_words: u32,
    /// By how much "nothing" must lead the best candidate to be taken.
    #[serde(default)]
    margin: f32,
    /// What a candidate must outscore to be taken at all.
    #[serde(default)]
    none_score: f32,
}

impl DistanceBias {
    /// The penalty for a distance in tokens.
    pub(crate) fn fall(self, words: u32) -> f32 {
        self.bias_per_word * words.min(self.reach_words) as f32
    }

    pub(crate) fn none_score(self) -> f32 {
        self.none_score
    }
}

impl Link {
    pub(crate) const ALL: [Self; 8] = [
        Self::Cue,
        Self::Source,
        Self::Antecedent,
        Self::Description,
        Self::Event,
        Self::EventTime,
        Self::EventPlace,
        Self::Governor,
    ];

    /// Whether every model has this link; the first models lack the later ones.
    pub(crate) fn required(self) -> bool {
        matches!(self, Self::Cue | Self::Source | Self::Antecedent)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Source => "source",
            Self::Antecedent => "antecedent",
            Self::Description => "description",
            Self::Event => "event",
            Self::EventTime => "event_time",
            Self::EventPlace => "event_place",
            Self::Governor => "governor",
        }
    }

    fn heads(self) -> (Head, Head) {
        match self {
            Self::Cue => (Head::CueQuery, Head::CueKey),
            Self::Source => (Head::SourceQuery, Head::SourceKey),
            Self::Antecedent | Self::Description => (Head::AntecedentQuery, Head::AntecedentKey),
            Self::Event => (Head::EventQuery, Head::EventKey),
            Self::EventTime => (Head::EventTimeQuery, Head::EventTimeKey),
            Self::EventPlace => (Head::EventPlaceQuery, Head::EventPlaceKey),
            Self::Governor => (Head::GovernorQuery, Head::GovernorKey),
        }
    }
}

impl Encoding {
    /// Whether the model was trained with this link. Without it, no scores of it mean anything.
    #[must_use]
    pub fn links(&self, link: Link) -> bool {
        self.description().links(link)
    }

    /// How well the token `to` fits as what `from` links to, beside [`link_to_nothing`](Self::link_to_nothing).
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn link(&self, link: Link, from: u32, to: u32) -> f32 {
        let (query, key) = link.heads();
        let price = self.price(link);
        scaled(self.row(query, from), self.row(key, to)) - price.fall(from.abs_diff(to))
    }

    /// How well "nothing" fits as what `from` links to.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn link_to_nothing(&self, link: Link, from: u32) -> f32 {
        let (query, key) = link.heads();
        scaled(self.row(query, from), self.nothing(key, from))
    }

    /// By how much a token fits better than "nothing" as what `from` links to; none where the model lacks the link, or
    /// reads the two tokens in different windows.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn lead(&self, link: Link, from: u32, to: u32) -> Option<f32> {
        let compared = self.links(link) && self.window(from).range().contains(&(to as usize));
        compared.then(|| self.link(link, from, to) - self.link_to_nothing(link, from))
    }

    /// The place, among the candidates, of the one that `from` links to; `candidates` are tokens in text order, and only
    /// those in the window of `from` are compared. None where "nothing" fits far better, or nothing can be compared.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn linked(&self, link: Link, from: u32, candidates: &[u32]) -> Option<usize> {
        let window = self.window(from);
        let first = candidates.partition_point(|&word| word < window.start());
        let end = candidates.partition_point(|&word| word < window.end());
        let scores = (first..end).map(|at| (at, self.link(link, from, candidates[at])));
        let (best, score) = scores.max_by(|(_, left), (_, right)| left.total_cmp(right))?;
        (score + self.price(link).margin > self.link_to_nothing(link, from)).then_some(best)
    }
}

/// The dot product over the root of the length.
pub(crate) fn scaled(left: &[f32], right: &[f32]) -> f32 {
    assert_eq!(left.len(), right.len(), "a query and its key have one length");
    left.iter().zip(right).map(|(a, b)| a * b).sum::<f32>() / (left.len().max(1) as f32).sqrt()
}
