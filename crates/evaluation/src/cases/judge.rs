//! An answer to a request, and whether such things are in it as checks ask for.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::{
    check::{Accepted, EntityCheck, EventCheck, QuoteCheck, TimeCheck},
    text::{bare, has_words, key, occurrences},
};
use crate::{
    Answer,
    answer::{Argument, Entity, Event, Quote, Range, Role, Span, Time, overlaps},
};

/// A request and its answer.
pub(super) struct Judge<'a> {
    pub(super) request: &'a Value,
    pub(super) response: &'a Value,
    pub(super) answer: Answer,
}

/// A form without its `#n`, and the field and place of that occurrence; a form without `#n` may be anywhere.
struct Form<'f> {
    words: &'f str,
    place: Option<(&'static str, Range)>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(request: &'a Value, response: &'a Value) -> Result<Self, String> {
        let answer = Answer::deserialize(response).map_err(|error| error.to_string())?;
        Ok(Self { request, response, answer })
    }

    fn form<'f>(&self, form: &'f str) -> Form<'f> {
        let numbered = form.rsplit_once('#').filter(|(words, _)| !words.is_empty());
        let Some((words, number)) = numbered.and_then(|(words, n)| Some((words, n.parse::<usize>().ok()?))) else {
            return Form { words: form, place: None };
        };
        let fields = ["title", "abstract", "body"].into_iter();
        let mut places = fields.flat_map(|field| {
            let text = self.request[field].as_str().unwrap_or_default();
            occurrences(text, words).into_iter().map(move |range| (field, range))
        });
        match number.checked_sub(1).and_then(|before| places.nth(before)) {
            Some(place) => Form { words, place: Some(place) },
            // No such occurrence: a place where nothing is.
            None => Form { words, place: Some(("", (0, 0))) },
        }
    }

    fn mentioned(&self, entity: &Entity, form: &str) -> bool {
        let form = self.form(form);
        entity.mentions.iter().any(|mention| bare(&mention.span.text) == bare(form.words) && form.is_at(&mention.span))
    }

    /// Every name and mention of an entity, in lower case.
    fn names_of(&self, id: Option<&str>) -> BTreeSet<String> {
        let entity = self.answer.entities.iter().find(|entity| Some(entity.id.as_str()) == id);
        let names = |entity: &Entity| -> BTreeSet<String> {
            entity.mentions.iter().map(|mention| key(&mention.span.text)).chain([key(&entity.name)]).collect()
        };
        entity.map(names).unwrap_or_default()
    }

    pub(super) fn has_entity(&self, check: &EntityCheck) -> bool {
        let EntityCheck { name, text, r#type, mentions, role, affiliation, no_role } = check;
        let fits = |entity: &&Entity| {
            let mut texts = entity.mentions.iter().map(|mention| mention.span.text.as_str());
            any_or_absent(name.as_ref(), |name| is_name_of(entity, name))
                && text.as_deref().is_none_or(|text| texts.any(|mention| mention.contains(text)))
                && any_or_absent(r#type.as_ref(), |kind| kind == entity.r#type)
                && mentions.iter().all(|form| self.mentioned(entity, form))
                && any_or_absent(role.as_ref(), |role| {
                    has_role(entity, role, affiliation.as_deref().unwrap_or_default())
                })
                && no_role.as_ref().is_none_or(|roles| !roles.texts().any(|role| has_role(entity, role, "")))
        };
        self.answer.entities.iter().any(|entity| fits(&entity))
    }

    pub(super) fn is_one_entity(&self, forms: &[String]) -> bool {
        self.answer.entities.iter().any(|entity| forms.iter().all(|form| self.mentioned(entity, form)))
    }

    pub(super) fn quotes(&self, check: &QuoteCheck) -> Vec<&Quote> {
        let QuoteCheck { content, exact, r#type, speaker, polarity } = check;
        let fits = |quote: &&Quote| {
            let segments: Vec<&str> = quote.content.iter().map(|span| span.text.as_str()).collect();
            let words = key(&segments.join(" "));
            let end = |text: &str| text.trim_end_matches([',', '.', ' ']).to_owned();
            let cue = quote.cue.as_ref().and_then(|cue| cue.polarity.as_deref());
            content.as_deref().is_none_or(|part| words.contains(&key(part)))
                && any_or_absent(exact.as_ref(), |text| end(&key(text)) == end(&words))
                && any_or_absent(r#type.as_ref(), |kind| kind == quote.r#type)
                && speaker.as_ref().is_none_or(|speaker| self.is_said_by(quote, speaker))
                && (polarity.is_none() || polarity.as_deref() == cue)
        };
        self.answer.quotes.iter().filter(fits).collect()
    }

    fn is_said_by(&self, quote: &Quote, accepted: &Accepted) -> bool {
        let Some(speaker) = &quote.speaker else { return accepted.takes_null() };
        let names = self.names_of(speaker.entity_id.as_deref());
        accepted.texts().map(key).any(|name| name == key(&speaker.name) || names.contains(&name))
    }

    fn is_triggered(&self, event: &Event, trigger: &str) -> bool {
        let form = self.form(trigger);
        event.mentions.iter().any(|mention| has_words(&mention.text, form.words) && form.is_at(mention))
    }

    fn has_argument(&self, event: &Event, roles: &str, fillers: &Accepted) -> bool {
        let fits = |argument: &&Argument| {
            let mut known = self.names_of(argument.entity_id.as_deref());
            if !known.iter().any(|name| has_words(&argument.span.text, name)) {
                known.clear();
            }
            let is_filler = |text: &str| key(text) == key(&argument.span.text) || known.contains(&key(text));
            roles.split('|').any(|role| role == argument.role)
                && (matches!(fillers, Accepted::One(None)) || fillers.texts().any(is_filler))
        };
        event.arguments.iter().any(|argument| fits(&argument))
    }

    fn is_asserted_by(&self, event: &Event, who: &str) -> bool {
        let source = &event.asserted_by;
        if who == "author" || source.kind == "author" {
            return who == source.kind;
        }
        let speaker = Accepted::One(Some(who.to_owned()));
        let quotes = self.quotes(&QuoteCheck { speaker: Some(speaker), ..QuoteCheck::default() });
        quotes.iter().any(|quote| Some(&quote.id) == source.quote_id.as_ref())
            || self.names_of(source.entity_id.as_deref()).contains(&key(who))
    }

    fn is_placed(&self, event: &Event, accepted: &Accepted) -> bool {
        let Some(place) = &event.place else { return accepted.takes_null() };
        let entity = self.answer.entities.iter().find(|entity| Some(&entity.id) == place.entity_id.as_ref());
        let mentions = entity.iter().flat_map(|entity| &entity.mentions).map(|mention| mention.span.text.as_str());
        let texts: Vec<&str> = mentions.chain([place.text.as_str()]).collect();
        let is_here = |word: &str| texts.iter().any(|text| has_words(text, word));
        accepted.texts().any(|place| key(place).split_whitespace().any(is_here))
    }

    pub(super) fn has_event(&self, check: &EventCheck) -> bool {
        let EventCheck { trigger, r#type, factuality, date, place, args, no_args, asserted_by } = check;
        let fits = |event: &&Event| {
            any_or_absent(trigger.as_ref(), |trigger| self.is_triggered(event, trigger))
                && any_or_absent(r#type.as_ref(), |kind| kind == event.r#type)
                && any_or_absent(factuality.as_ref(), |value| value == event.factuality.value)
                && date.as_ref().is_none_or(|dates| is_dated(event, dates))
                && place.as_ref().is_none_or(|places| self.is_placed(event, places))
                && args.iter().all(|(roles, fillers)| self.has_argument(event, roles, fillers))
                && !no_args.iter().any(|(roles, fillers)| self.has_argument(event, roles, fillers))
                && asserted_by.as_deref().is_none_or(|who| self.is_asserted_by(event, who))
        };
        self.answer.events.iter().any(|event| fits(&event))
    }

    pub(super) fn is_one_event(&self, triggers: &[String]) -> bool {
        let events = &self.answer.events;
        events.iter().any(|event| triggers.iter().all(|trigger| self.is_triggered(event, trigger)))
    }

    pub(super) fn has_time(&self, check: &TimeCheck) -> bool {
        let form = self.form(&check.text);
        let fits = |time: &&Time| {
            time.span.text.contains(form.words)
                && form.is_at(&time.span)
                && check.value.as_ref().is_none_or(|values| values.each().any(|value| value == time.value.as_deref()))
                && any_or_absent(check.r#type.as_ref(), |kind| kind == time.r#type)
        };
        self.answer.times.iter().any(|time| fits(&time))
    }
}

impl Form<'_> {
    fn is_at(&self, span: &Span) -> bool {
        self.place.is_none_or(|(field, range)| span.field == field && overlaps(span.range(), range))
    }
}

/// Whether nothing is asked for, or any of what is accepted fits.
fn any_or_absent(accepted: Option<&Accepted>, fits: impl Fn(&str) -> bool) -> bool {
    accepted.is_none_or(|accepted| accepted.texts().any(fits))
}

fn is_name_of(entity: &Entity, name: &str) -> bool {
    let mut names = entity.mentions.iter().filter(|mention| mention.is_name()).map(|mention| bare(&mention.span.text));
    bare(&entity.name) == bare(name) || names.any(|found| found == bare(name))
}

fn has_role(entity: &Entity, title: &str, affiliation: &str) -> bool {
    let has = |role: &Role| {
        let organization = role.affiliation.as_ref().and_then(|affiliation| affiliation.name.as_deref());
        let lower = |text: Option<&str>| text.unwrap_or_default().to_lowercase();
        lower(role.title.as_deref()).contains(&key(title)) && lower(organization).contains(&key(affiliation))
    };
    entity.roles.iter().any(has)
}

fn is_dated(event: &Event, accepted: &Accepted) -> bool {
    match event.time.as_ref().and_then(|time| time.value.as_deref()) {
        None => accepted.takes_null(),
        Some(value) => accepted.texts().any(|date| !date.is_empty() && value.starts_with(date)),
    }
}
