//! Coreference of events: triggers that report one happening become mentions of one event. For each trigger a log-linear choice
//! between the earlier ones of its type, and none.

use std::{collections::BTreeMap, sync::LazyLock};

use dateline_encoder::{Encoding, Link};
use dateline_text::{Byte, Span};

use super::{Argument, Event, Source, dating::on};
use crate::{
    ranker::{Candidate, Comparison, Ranker},
    times::Timex,
};

/// Earlier triggers of its type that a new one is compared with.
const EARLIER_MAX: usize = 24;

/// Arguments of one event, over all its mentions; further ones are not taken over.
const ARGUMENTS_MAX: usize = 24;

/// What the encoder says counts up to this much, for and against.
const MARGIN_MAX: f32 = 8.0;

const RANKER_NAME: &str = "event_links";
const WIDTH: usize = 16;
#[rustfmt::skip]
const NAMES: [&str; WIDTH] = [
    "read",
    "read_across_windows",
    "across_windows",
    "same_stem",
    "shared_roles",
    "differing_roles",
    "same_time",
    "times_differ",
    "same_place",
    "places_differ",
    "factualities_differ",
    "without_arguments",
    "log_sentences",
    "previous",
    "several_before",
    "none",
];
static RANKER: LazyLock<Ranker> = LazyLock::new(|| Ranker::released(RANKER_NAME, &NAMES));

/// An event as one trigger reports it.
pub(super) struct Report {
    /// The event.
    pub(super) event: Event,
    /// The dictionary form of the trigger.
    pub(super) lemma: String,
    /// The trigger's first token.
    pub(super) word: u32,
    /// Its sentence.
    pub(super) sentence: usize,
}

/// What reports are compared by.
pub(super) struct Coreference<'a> {
    pub(super) reports: Vec<Report>,
    pub(super) encoding: Option<&'a Encoding>,
    pub(super) times: &'a [Timex],
    pub(super) text: &'a str,
}

impl Coreference<'_> {
    /// One event for each happening. The first report's trigger stands for the event, arguments are united, and what the
    /// first report leaves open a later one fills in.
    pub(super) fn events(self) -> Vec<Event> {
        let mut merged: Vec<Event> = Vec::new();
        let mut home: Vec<usize> = Vec::new();
        let antecedents: Vec<Option<usize>> =
            self.earlier().iter().enumerate().map(|(at, earlier)| self.antecedent(at, earlier)).collect();
        for (report, antecedent) in self.reports.into_iter().zip(antecedents) {
            match antecedent {
                Some(earlier) => {
                    home.push(home[earlier]);
                    absorb(&mut merged[home[earlier]], report.event, self.text);
                }
                None => {
                    home.push(merged.len());
                    merged.push(report.event);
                }
            }
        }
        merged
    }

    /// What [`events`](Self::events) compares.
    pub(super) fn comparisons(&self) -> impl Iterator<Item = Comparison> {
        let compared = self.earlier().into_iter().enumerate().filter(|(_, earlier)| !earlier.is_empty());
        compared.map(|(at, earlier)| {
            let span = |at: usize| self.reports[at].event.trigger;
            let candidates = earlier.iter().map(|&before| Candidate {
                span: Some(span(before)),
                values: self.values(before, at, &earlier).to_vec(),
            });
            let none = Candidate { span: None, values: NONE.to_vec() };
            Comparison {
                ranker: RANKER_NAME,
                features: &NAMES,
                anchor: span(at),
                kind: self.reports[at].event.kind.id(),
                candidates: candidates.chain([none]).collect(),
            }
        })
    }

    /// For each report the last earlier ones of its type, in text order.
    fn earlier(&self) -> Vec<Vec<usize>> {
        let mut by_kind: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let earlier = |(at, report): (usize, &Report)| {
            let of_kind = by_kind.entry(report.event.kind).or_default();
            let last = of_kind[of_kind.len().saturating_sub(EARLIER_MAX)..].to_vec();
            of_kind.push(at);
            last
        };
        self.reports.iter().enumerate().map(earlier).collect()
    }

    fn antecedent(&self, at: usize, earlier: &[usize]) -> Option<usize> {
        let scores = earlier.iter().map(|&before| RANKER.score(&self.values(before, at, earlier)));
        let scores: Vec<f32> = scores.chain([RANKER.score(&NONE)]).collect();
        earlier.get(RANKER.choose_or_nothing(&scores)?.candidate).copied()
    }

    fn values(&self, before: usize, at: usize, earlier: &[usize]) -> [f32; WIDTH] {
        let (a, b) = (&self.reports[before], &self.reports[at]);
        let (read, across) = self.read(a, b);
        let (shared, differing) = compare(&a.event.arguments, &b.event.arguments, self.text);
        let time = |event: &Event| event.time.and_then(|time| self.times.get(time.id.0 as usize)?.value.as_deref());
        let times = time(&a.event).zip(time(&b.event));
        let places = a.event.place.zip(b.event.place);
        let same_place = |(x, y): (super::Place, super::Place)| {
            x.entity.is_some() && x.entity == y.entity || bare(self.text, x.span) == bare(self.text, y.span)
        };
        let bare_report = |report: &Report| report.event.arguments.is_empty();
        [
            if across { 0.0 } else { read },
            if across { read } else { 0.0 },
            on(across),
            on(stem(&a.lemma) == stem(&b.lemma)),
            shared.min(2) as f32,
            differing.min(2) as f32,
            on(times.is_some_and(|(x, y)| x == y)),
            on(times.is_some_and(|(x, y)| !x.starts_with(y) && !y.starts_with(x))),
            on(places.is_some_and(same_place)),
            on(places.is_some_and(|places| !same_place(places))),
            on(a.event.factuality.value != b.event.factuality.value),
            on(bare_report(a) || bare_report(b)),
            (1.0 + (b.sentence - a.sentence) as f32).ln(),
            on(earlier.last() == Some(&before)),
            on(earlier.len() > 3),
            0.0,
        ]
    }

    /// By how much the encoder prefers a report to "nothing", and whether it read the two in different windows.
    fn read(&self, a: &Report, b: &Report) -> (f32, bool) {
        let Some(encoding) = self.encoding.filter(|encoding| encoding.links(Link::Event)) else { return (0.0, true) };
        let lead = encoding.link(Link::Event, b.word, a.word) - encoding.link_to_nothing(Link::Event, b.word);
        (lead.clamp(-MARGIN_MAX, MARGIN_MAX), encoding.window(a.word) != encoding.window(b.word))
    }
}

/// The values of "none".
const NONE: [f32; WIDTH] = {
    let mut values = [0.0; WIDTH];
    values[WIDTH - 1] = 1.0;
    values
};

/// How many roles two mentions fill with the same phrase or entity, and how many with different ones.
fn compare(a: &[Argument], b: &[Argument], text: &str) -> (usize, usize) {
    let (mut shared, mut differing) = (0, 0);
    for role in roles(a) {
        let of = |arguments: &[Argument]| arguments.iter().filter(|x| x.role == role).cloned().collect::<Vec<_>>();
        let (mine, theirs) = (of(a), of(b));
        if theirs.is_empty() {
            continue;
        }
        let same = mine.iter().any(|x| theirs.iter().any(|y| is_same_filler(x, y, text)));
        if same {
            shared += 1;
        } else if mine.iter().chain(&theirs).all(|x| x.entity.is_some()) || numbers_differ(&mine, &theirs, text) {
            differing += 1;
        }
    }
    (shared, differing)
}

fn roles(arguments: &[Argument]) -> Vec<&'static str> {
    let mut roles: Vec<&'static str> = arguments.iter().map(|argument| argument.role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

fn is_same_filler(a: &Argument, b: &Argument, text: &str) -> bool {
    match (a.entity, b.entity) {
        (Some(a), Some(b)) => a == b,
        _ => {
            let (a, b) = (bare(text, a.span), bare(text, b.span));
            a == b && a.len() > 3
        }
    }
}

/// A phrase without its article, in lower case.
fn bare(text: &str, span: Span<Byte>) -> String {
    let lower = text[span.range()].to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower).to_owned()
}

/// "three people" and "five people" are different victims.
fn numbers_differ(a: &[Argument], b: &[Argument], text: &str) -> bool {
    let digits = |arguments: &[Argument]| -> Vec<String> {
        let spans = arguments.iter().map(|argument| &text[argument.span.range()]);
        spans
            .filter_map(|phrase| phrase.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit())))
            .map(str::to_owned)
            .collect()
    };
    let (a, b) = (digits(a), digits(b));
    !a.is_empty() && !b.is_empty() && a != b
}

/// What a verb and the noun made from it share: "arrest", "resign" and "resignation".
pub(super) fn stem(lemma: &str) -> &str {
    const ENDINGS: &[&str] = &["ation", "ition", "ment", "tion", "sion", "ing", "ion", "al", "e"];
    ENDINGS.iter().find_map(|ending| lemma.strip_suffix(ending)).filter(|stem| stem.len() >= 4).unwrap_or(lemma)
}

fn absorb(event: &mut Event, later: Event, text: &str) {
    event.mentions.extend(later.mentions);
    // What a trigger's own sentence states goes before what another sentence does.
    event.time = match (event.time, later.time) {
        (Some(known), Some(time)) if known.source == Source::Story && time.source == Source::Sentence => Some(time),
        (known, time) => known.or(time),
    };
    event.place = event.place.or(later.place);
    event.confidence = event.confidence.max(later.confidence);
    for argument in later.arguments {
        let known = |known: &Argument| {
            known.role == argument.role && (known.span == argument.span || is_same_filler(known, &argument, text))
        };
        if event.arguments.len() < ARGUMENTS_MAX && !event.arguments.iter().any(known) {
            event.arguments.push(argument);
        }
    }
}
