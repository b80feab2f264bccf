//! Events of whole articles.
//!
//! Triggers (`TI`, `TC`) are scored by mention; all else once per happening: the corpus' mentions of one label and type are
//! one happening with all their arguments, and so is a found event with all its mentions. Factuality, source, date and
//! place are right if they agree with any mention of the happening; a date or place that none of its mentions has is as
//! wrong as a missing one. `args` match on any shared word, `args_exact` on the phrase or the entity. `links`: pairs of
//! found mentions that are one happening, in the corpus and in the answer. `whole`: factuality, date and place right, no
//! wrong argument, and at least half of the corpus'.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    super::events::{matches, triggers},
    Named,
};
use crate::{
    Answer, Counts, Prf,
    answer::{Argument, Event, Range, overlaps},
    corpus::{Article, GoldArgument, GoldEvent},
    figures::Ratio,
    words::{content_words, folded, without_article},
};

/// Scores of events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HappeningScores {
    /// Triggers.
    #[serde(rename = "TI")]
    pub triggers: Prf,
    /// Triggers with their types.
    #[serde(rename = "TC")]
    pub typed: Prf,
    /// Pairs of mentions of one happening.
    pub links: Prf,
    /// Arguments that share a word.
    pub args: Prf,
    /// Arguments that are the same phrase or entity.
    pub args_exact: Prf,
    /// Dates.
    pub date: Prf,
    /// Places.
    pub place: Prf,
    /// Right factuality, in percent.
    pub factuality_accuracy: f64,
    /// Rightly the author's or a speaker's, in percent.
    pub asserted_accuracy: f64,
    /// Happenings right as a whole.
    pub whole: Prf,
}

/// Counts over articles.
#[derive(Default)]
pub(super) struct EventTally {
    triggers: Counts,
    typed: Counts,
    links: Counts,
    loose: (Ratio, Ratio),
    exact: (Ratio, Ratio),
    date: Counts,
    place: Counts,
    factual: Ratio,
    asserted: Ratio,
    whole: Counts,
}

/// A happening of the corpus, and which found event most of its mentions belong to.
struct Found<'a> {
    mentions: Vec<&'a GoldEvent>,
    event: usize,
}

impl EventTally {
    pub(super) fn add(&mut self, article: &Article, answer: &Answer, named: &Named<'_>) {
        let mentions: Vec<(Range, &Event)> = triggers(answer);
        let counts = |right| Counts { right, found: mentions.len(), expected: article.events.len() };
        let overlapping = matches(&article.events, &mentions, |event, (span, _)| overlaps(event.trigger_span, *span));
        self.triggers += counts(overlapping);

        let happenings = happenings(&article.events);
        let (found, pairs) = align(&happenings, answer);
        self.typed += counts(pairs.len());
        self.add_links(&pairs);
        self.whole += Counts { right: 0, found: answer.events.len(), expected: happenings.len() };
        let names: BTreeMap<&str, BTreeSet<String>> = answer
            .entities
            .iter()
            .map(|entity| {
                let mentions = entity.mentions.iter().map(|mention| folded(&mention.span.text));
                (entity.id.as_str(), mentions.chain([folded(&entity.name)]).collect())
            })
            .collect();
        let mut used = BTreeSet::new();
        for happening in found.iter().filter(|happening| used.insert(happening.event)) {
            let context = Context { article, named, names: &names };
            self.add_happening(happening, &answer.events[happening.event], &context);
        }
    }

    /// `pairs`: the happening and the found event of each mention that is right in type.
    fn add_links(&mut self, pairs: &[(usize, usize)]) {
        for (at, a) in pairs.iter().enumerate() {
            for b in &pairs[..at] {
                let (expected, found) = (a.0 == b.0, a.1 == b.1);
                let one = usize::from;
                self.links += Counts { right: one(expected && found), found: one(found), expected: one(expected) };
            }
        }
    }

    fn add_happening(&mut self, happening: &Found<'_>, event: &Event, context: &Context<'_>) {
        let mentions = &happening.mentions;
        let factual = mentions.iter().any(|mention| mention.factuality == event.factuality.value);
        self.factual.add(factual);
        let (date, dated) = date(mentions, event);
        self.date += date;
        let (place, placed) = place(mentions, event);
        self.place += place;
        self.asserted.add(context.is_asserted(mentions, event));
        let loose = context.arguments(mentions, event, Fit::Loose);
        let exact = context.arguments(mentions, event, Fit::Exact);
        for (sums, (precise, complete)) in [(&mut self.loose, loose), (&mut self.exact, exact)] {
            sums.0 += precise;
            sums.1 += complete;
        }
        let (precise, complete) = loose;
        let told = precise.part == precise.whole && 2 * complete.part >= complete.whole;
        self.whole.right += usize::from(factual && dated && placed && told);
    }

    pub(super) fn scores(&self) -> HappeningScores {
        HappeningScores {
            triggers: self.triggers.into(),
            typed: self.typed.into(),
            links: self.links.into(),
            args: Prf::of_both(self.loose.0, self.loose.1),
            args_exact: Prf::of_both(self.exact.0, self.exact.1),
            date: self.date.into(),
            place: self.place.into(),
            factuality_accuracy: self.factual.percent(),
            asserted_accuracy: self.asserted.percent(),
            whole: self.whole.into(),
        }
    }
}

/// The corpus' events by label and type, in the order of their first mention.
fn happenings(events: &[GoldEvent]) -> Vec<Vec<&GoldEvent>> {
    let mut by_label: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut happenings: Vec<Vec<&GoldEvent>> = Vec::new();
    for event in events {
        let label = event.label.as_deref().filter(|label| !label.is_empty());
        let known = label.map(|label| *by_label.entry((label, &event.kind)).or_insert(happenings.len()));
        match known.and_then(|at| happenings.get_mut(at)) {
            Some(mentions) => mentions.push(event),
            None => happenings.push(vec![event]),
        }
    }
    happenings
}

/// Gives each of the corpus' mentions the first free trigger that overlaps it and has its type. Returns the happenings of
/// which one was found, and for each mention that was found its happening and event.
fn align<'a>(happenings: &[Vec<&'a GoldEvent>], answer: &Answer) -> (Vec<Found<'a>>, Vec<(usize, usize)>) {
    let number = |event: &Event| answer.events.iter().position(|other| std::ptr::eq(other, event));
    let mut free: Vec<(Range, &Event)> = triggers(answer);
    let (mut found, mut pairs) = (Vec::new(), Vec::new());
    for (at, mentions) in happenings.iter().enumerate() {
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for mention in mentions {
            let fits =
                |(span, event): &(Range, &Event)| overlaps(mention.trigger_span, *span) && mention.kind == event.r#type;
            let Some(taken) = free.iter().position(fits) else { continue };
            let Some(event) = number(free.remove(taken).1) else { continue };
            pairs.push((at, event));
            match hits.iter_mut().find(|hit| hit.0 == event) {
                Some(hit) => hit.1 += 1,
                None => hits.push((event, 1)),
            }
        }
        // The first of equals.
        let most = hits.into_iter().reduce(|most, hit| if hit.1 > most.1 { hit } else { most });
        found.extend(most.map(|(event, _)| Found { mentions: mentions.clone(), event }));
    }
    (found, pairs)
}

/// Counts of one date, and whether it is right; a value that begins with no year is no date.
fn date(mentions: &[&GoldEvent], event: &Event) -> (Counts, bool) {
    let value = event.time.as_ref().and_then(|time| time.value.as_deref()).unwrap_or_default();
    let is_date = value.len() >= 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let value = if is_date { value } else { "" };
    let dates = || mentions.iter().filter_map(|mention| mention.date.as_deref()).filter(|date| !date.is_empty());
    let has_date = dates().next().is_some();
    let right = if has_date { dates().any(|date| value.starts_with(date)) } else { value.is_empty() };
    let one = usize::from;
    (Counts { right: one(has_date && right), found: one(!value.is_empty()), expected: one(has_date) }, right)
}

/// Counts of one place, and whether it is right: it shares a word with the corpus'.
fn place(mentions: &[&GoldEvent], event: &Event) -> (Counts, bool) {
    let said = event.place.as_ref().map(|place| content_words(&place.text)).unwrap_or_default();
    let there: BTreeSet<String> =
        mentions.iter().filter_map(|mention| mention.place.as_deref()).flat_map(content_words).collect();
    let right = if there.is_empty() { said.is_empty() } else { !said.is_disjoint(&there) };
    let one = usize::from;
    let counts = Counts {
        right: one(!there.is_empty() && right),
        found: one(!said.is_empty()),
        expected: one(!there.is_empty()),
    };
    (counts, right)
}

/// How alike arguments must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The phrase or the entity.
    Exact,
    /// Or a shared word.
    Loose,
}

/// What arguments are compared with.
struct Context<'a> {
    article: &'a Article,
    named: &'a Named<'a>,
    /// How each found entity is mentioned, by its id.
    names: &'a BTreeMap<&'a str, BTreeSet<String>>,
}

impl Context<'_> {
    /// Whether the event is rightly the author's or a speaker's: for any mention, a speaker's where it is in a quote.
    fn is_asserted(&self, mentions: &[&GoldEvent], event: &Event) -> bool {
        let is_quoted = |mention: &&GoldEvent| {
            let (start, end) = mention.trigger_span;
            let mut contents = self.article.quotes.iter().flat_map(|quote| &quote.content_spans);
            contents.any(|content| content.0 <= start && end <= content.1)
        };
        let by_speaker = event.asserted_by.kind == "speaker";
        mentions.iter().any(|mention| is_quoted(mention) == by_speaker)
    }

    /// Of the found arguments those that are right, and of the corpus' those that are found; place and time are fields.
    fn arguments(&self, mentions: &[&GoldEvent], event: &Event, fit: Fit) -> (Ratio, Ratio) {
        let mut wanted: BTreeMap<(&str, String), Vec<&GoldArgument>> = BTreeMap::new();
        for argument in mentions.iter().flat_map(|mention| &mention.args) {
            let entity = argument.entity.clone().filter(|entity| !entity.is_empty());
            let filler = entity.unwrap_or_else(|| folded(&argument.text));
            wanted.entry((&argument.role, filler)).or_default().push(argument);
        }
        let given = || event.arguments.iter().filter(|argument| !["place", "time"].contains(&argument.role.as_str()));
        let (mut precise, mut complete) = (Ratio::default(), Ratio::default());
        for argument in given() {
            precise.add(wanted.values().flatten().any(|gold| self.fits(argument, gold, fit)));
        }
        for same in wanted.values() {
            complete.add(given().any(|argument| same.iter().any(|gold| self.fits(argument, gold, fit))));
        }
        (precise, complete)
    }

    fn fits(&self, argument: &Argument, gold: &GoldArgument, fit: Fit) -> bool {
        if argument.role != gold.role {
            return false;
        }
        let (text, expected) = (folded(&argument.span.text), folded(&gold.text));
        let is_form = |text: &String| {
            let forms = gold.entity.as_deref().and_then(|entity| self.named.get(entity));
            *text == expected || forms.is_some_and(|forms| forms.contains(text))
        };
        let names = argument.entity_id.as_deref().and_then(|id| self.names.get(id));
        if is_form(&text)
            || without_article(&text) == without_article(&expected)
            || names.is_some_and(|names| names.iter().any(is_form))
        {
            return true;
        }
        let mut shared = content_words(&argument.span.text);
        shared.remove("a");
        fit == Fit::Loose && !shared.is_disjoint(&content_words(&gold.text))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_value, json};

    use super::*;

    fn event(kind: &str, at: usize, date: Option<&str>, label: Option<&str>) -> Value {
        json!({ "type": kind, "trigger_span": [at, at + 4], "factuality": "actual", "date": date, "place": null,
                "ref": label, "args": [{ "role": "victim", "text": "the guards", "entity": null }] })
    }

    fn found(at: &[usize], value: &str) -> Value {
        let span = |at: usize| json!({ "field": "body", "start": at, "end": at + 4, "text": "word" });
        let victim = json!({ "role": "victim", "field": "body", "start": 0, "end": 1, "text": "two guards" });
        json!({ "type": "life.die", "trigger": span(at[0]), "mentions": at.iter().map(|&at| span(at)).collect::<Vec<_>>(),
                "arguments": [victim], "time": { "value": value }, "place": null,
                "factuality": { "value": "actual" }, "asserted_by": { "kind": "author" } })
    }

    #[test]
    fn mentions_of_one_happening_count_once() {
        let article: Article = from_value(json!({
            "text": "", "published_at": null, "entities": [], "quotes": [],
            "events": [
                event("life.die", 0, Some("2025-03-01"), Some("fire")),
                event("life.die", 10, None, Some("fire")),
                event("life.die", 20, None, None),
            ],
        }))
        .expect("an article");
        let events = [found(&[0, 10], "2025-03-01"), found(&[20], "2025-03")];
        let answer: Answer = from_value(json!({ "events": events })).expect("an answer");
        let mut tally = EventTally::default();
        tally.add(&article, &answer, &Named::new());
        let scores = tally.scores();
        assert_eq!((scores.typed.f1, scores.links.f1), (100.0, 100.0));
        assert_eq!((scores.date.p, scores.date.r), (50.0, 100.0));
        assert_eq!((scores.args.f1, scores.args_exact.f1), (100.0, 0.0));
        assert_eq!((scores.whole.p, scores.whole.gold, scores.factuality_accuracy), (50.0, Some(2), 100.0));
    }
}
