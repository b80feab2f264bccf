//! What layers read: per token, the scores of tagging heads and the vectors of linking heads.

use std::sync::Arc;

use dateline_text::{Span, Word};

use crate::{
    labels::Labels,
    link::{DistanceBias, Link},
};

/// An output of the model. Tagging heads score labels; a query and a key score, as a dot product, whether two tokens
/// belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Names: BIO over the entity types.
    Names,
    /// Contents of attributions: BIO.
    Content,
    /// Contents inside contents: BIO.
    Inner,
    /// Sources of attributions: BIO.
    Source,
    /// Cues of attributions: BIO.
    Cue,
    /// Speech or thought, at a cue.
    Act,
    /// Asks, at a content's first token, for its cue.
    CueQuery,
    /// Answers at a cue's first token.
    CueKey,
    /// Asks, at a content's first token, for its source.
    SourceQuery,
    /// Answers at a source's first token.
    SourceKey,
    /// Event type of a trigger.
    Trigger,
    /// Whether the event of a trigger happened, at the trigger's first token.
    Factuality,
    /// Asks, at a trigger's first token, for its arguments: one query per slot. Kept where a trigger may stand only.
    ArgumentQuery,
    /// Answers at every token.
    ArgumentKey,
    /// Asks, at a mention's head, for its antecedent.
    AntecedentQuery,
    /// Answers at a mention's head.
    AntecedentKey,
    /// Asks, at a trigger's first token, for earlier triggers of the same happening. This and the queries for times and
    /// places are kept where a trigger may stand only.
    EventQuery,
    /// Answers at a trigger's first token.
    EventKey,
    /// Asks, at a trigger's first token, for the time expression that dates the event.
    EventTimeQuery,
    /// Answers at a time expression's first token.
    EventTimeKey,
    /// Asks, at a trigger's first token, for the event's place.
    EventPlaceQuery,
    /// Answers at a place's head.
    EventPlaceKey,
    /// Part of speech, in Universal Dependencies' terms.
    Upos,
    /// Relation to the governor, in Universal Dependencies' terms.
    Relation,
    /// Asks at every token for its governor; "nothing" is the root.
    GovernorQuery,
    /// Answers at every token.
    GovernorKey,
}

impl Head {
    pub(crate) const ALL: [Self; 26] = [
        Self::Names,
        Self::Content,
        Self::Inner,
        Self::Source,
        Self::Cue,
        Self::Act,
        Self::CueQuery,
        Self::CueKey,
        Self::SourceQuery,
        Self::SourceKey,
        Self::Trigger,
        Self::Factuality,
        Self::ArgumentQuery,
        Self::ArgumentKey,
        Self::AntecedentQuery,
        Self::AntecedentKey,
        Self::EventQuery,
        Self::EventKey,
        Self::EventTimeQuery,
        Self::EventTimeKey,
        Self::EventPlaceQuery,
        Self::EventPlaceKey,
        Self::Upos,
        Self::Relation,
        Self::GovernorQuery,
        Self::GovernorKey,
    ];

    /// The output's name in the model.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Content => "content",
            Self::Inner => "inner",
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Act => "act",
            Self::CueQuery => "content_q",
            Self::CueKey => "cue_k",
            Self::SourceQuery => "content_source_q",
            Self::SourceKey => "source_k",
            Self::Trigger => "trigger",
            Self::Factuality => "factuality",
            Self::ArgumentQuery => "argument_q",
            Self::ArgumentKey => "argument_k",
            Self::AntecedentQuery => "antecedent_q",
            Self::AntecedentKey => "antecedent_k",
            Self::EventQuery => "event_q",
            Self::EventKey => "event_k",
            Self::EventTimeQuery => "event_time_q",
            Self::EventTimeKey => "event_time_k",
            Self::EventPlaceQuery => "event_place_q",
            Self::EventPlaceKey => "event_place_k",
            Self::Upos => "upos",
            Self::Relation => "relation",
            Self::GovernorQuery => "governor_q",
            Self::GovernorKey => "governor_k",
        }
    }

    /// Whether every model has this output; the first models lack the later ones.
    pub(crate) fn required(self) -> bool {
        (self as usize) < Self::EventQuery as usize
    }

    /// Whether it is read where a trigger may stand only: such queries are wide, and most tokens are no trigger.
    fn at_triggers(self) -> bool {
        matches!(self, Self::ArgumentQuery | Self::EventQuery | Self::EventTimeQuery | Self::EventPlaceQuery)
    }
}

/// By how much "none" must lead every type of event for a word to be no trigger: odds of one in 400.
const NONE_LEAD_MIN: f32 = 6.0;

/// What the encoder read of one document.
pub struct Encoding {
    labels: Arc<Labels>,
    windows: Vec<Span<Word>>,
    heads: Vec<Matrix>,
    /// For each token its row among the queries of triggers, counted from 1; 0 where no trigger can stand.
    queries: Vec<u32>,
    /// The row of tokens that were not read.
    blank: Vec<f32>,
}

/// The rows of one head: one per token, and one per window for "nothing".
struct Matrix {
    width: usize,
    words: Vec<f32>,
    nothing: Vec<f32>,
}

impl Encoding {
    /// For a document with these windows, of whose tokens the first `words` are read.
    pub(crate) fn new(labels: Arc<Labels>, words: usize, windows: Vec<Span<Word>>) -> Self {
        let matrix = |head| {
            let width = labels.width(head);
            let rows = if head.at_triggers() { 0 } else { words };
            Matrix { width, words: vec![0.0; rows * width], nothing: vec![0.0; windows.len() * width] }
        };
        let heads: Vec<Matrix> = Head::ALL.into_iter().map(matrix).collect();
        let blank = vec![0.0; heads.iter().map(|matrix| matrix.width).max().unwrap_or(0)];
        Self { labels, windows, heads, queries: vec![0; words], blank }
    }

    /// Keeps what a head says of a token. A word's trigger scores come before its argument query, and that before the
    /// other queries that are kept where a trigger may stand.
    pub(crate) fn keep(&mut self, head: Head, word: u32, row: &[f32]) {
        if !head.at_triggers() {
            let matrix = &mut self.heads[head as usize];
            matrix.words[word as usize * matrix.width..][..matrix.width].copy_from_slice(row);
        } else if self.may_trigger(word) {
            let matrix = &mut self.heads[head as usize];
            matrix.words.extend_from_slice(row);
            if head == Head::ArgumentQuery {
                self.queries[word as usize] = (matrix.words.len() / matrix.width) as u32;
            }
        }
    }

    /// Whether "none" does not lead all other labels of the trigger head by far.
    fn may_trigger(&self, word: u32) -> bool {
        let scores = self.row(Head::Trigger, word);
        scores.split_first().is_some_and(|(none, others)| others.iter().any(|score| score + NONE_LEAD_MIN > *none))
    }

    pub(crate) fn nothing_mut(&mut self, head: Head, window: usize) -> &mut [f32] {
        let matrix = &mut self.heads[head as usize];
        &mut matrix.nothing[window * matrix.width..][..matrix.width]
    }

    /// The raw scores, or the vector, of one token; zeros for a token that was not read. Empty where the model lacks the head.
    #[must_use]
    pub fn row(&self, head: Head, word: u32) -> &[f32] {
        let matrix = &self.heads[head as usize];
        let row = match self.queries.get(word as usize) {
            None | Some(0) if head.at_triggers() => return &self.blank[..matrix.width],
            Some(&row) if head.at_triggers() => row as usize - 1,
            _ => word as usize,
        };
        let from = row * matrix.width;
        matrix.words.get(from..from + matrix.width).unwrap_or(&self.blank[..matrix.width])
    }

    /// The vector that stands for "nothing" in the window of a token: what a link must outscore.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn nothing(&self, head: Head, word: u32) -> &[f32] {
        let matrix = &self.heads[head as usize];
        &matrix.nothing[self.window_index(word) * matrix.width..][..matrix.width]
    }

    /// The window in which the model read a token: scores of links are comparable inside it only.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn window(&self, word: u32) -> Span<Word> {
        self.windows[self.window_index(word)]
    }

    pub(crate) fn windows(&self) -> &[Span<Word>] {
        &self.windows
    }

    fn window_index(&self, word: u32) -> usize {
        self.windows.partition_point(|window| window.end() <= word)
    }

    /// The label of each value of a tagging head, in order; none for queries and keys.
    #[must_use]
    pub fn labels(&self, head: Head) -> &[String] {
        self.labels.of(head)
    }

    /// Calibrated probabilities of a tagging head's labels at one token.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn probabilities(&self, head: Head, word: u32) -> Vec<f32> {
        let temperature = self.labels.temperature(head);
        softmax(self.row(head, word).iter().map(|score| score / temperature))
    }

    /// Whether the model has this output.
    #[must_use]
    pub fn has(&self, head: Head) -> bool {
        self.labels.width(head) > 0
    }

    /// The label that a tagging head scores highest at a token; none where the model lacks the head.
    #[must_use]
    pub fn best(&self, head: Head, word: u32) -> Option<&str> {
        let scores = self.row(head, word).iter().zip(self.labels(head));
        Some(scores.max_by(|(left, _), (right, _)| left.total_cmp(right))?.1)
    }

    pub(crate) fn price(&self, link: Link) -> DistanceBias {
        self.labels.price(link)
    }

    pub(crate) fn description(&self) -> &Labels {
        &self.labels
    }
}

/// `exp(score) / sum`, shifted so that nothing overflows.
fn softmax(scores: impl Iterator<Item = f32> + Clone) -> Vec<f32> {
    let highest = scores.clone().fold(f32::NEG_INFINITY, f32::max);
    let mut shares: Vec<f32> = scores.map(|score| (score - highest).exp()).collect();
    let sum: f32 = shares.iter().sum();
    for share in &mut shares {
        *share /= sum;
    }
    shares
}
