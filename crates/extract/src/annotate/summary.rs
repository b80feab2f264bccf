//! The list of findings beneath the text.

use std::fmt::{self, Write};

use dateline_text::{Article, Byte, Span};

use super::{is_steering, marks};
use crate::{
    Extraction,
    coref::{Entity, EntityId},
    events::{AssertedBy, Event},
    quotes::Quote,
};

/// Most characters of a finding's text that the list repeats.
const TEXT_CHARS_MAX: usize = 60;

/// Appends the lists of entities, quotes, events and times; those that are empty are left out.
pub(super) fn write(out: &mut String, article: &Article, found: &Extraction) {
    let summary = Summary { article, found };
    let written = summary.entities(out).and_then(|()| summary.quotes(out)).and_then(|()| summary.events(out));
    written.and_then(|()| summary.times(out)).expect("writing to a string cannot fail");
}

struct Summary<'a> {
    article: &'a Article,
    found: &'a Extraction,
}

impl Summary<'_> {
    /// The text of a span on one line, its middle left out where it is long.
    fn text(&self, span: Span<Byte>) -> String {
        let text = &self.article.text()[span.range()];
        let shown = |c: char| if is_steering(c) { '·' } else { c };
        let count = text.chars().count();
        if count <= TEXT_CHARS_MAX {
            return text.chars().map(shown).collect();
        }
        let half = TEXT_CHARS_MAX / 2;
        let ends = [text.chars().take(half).map(shown).collect(), text.chars().skip(count - half).map(shown).collect()];
        ends.map(|end: String| end.trim().to_owned()).join(" … ")
    }

    fn entities(&self, out: &mut String) -> fmt::Result {
        heading(out, "entities", self.found.entities.is_empty())?;
        for (i, (entity, salience)) in self.found.entities.iter().zip(&self.found.salience).enumerate() {
            let number = i + 1;
            let kind = format!("{:?}", entity.kind).to_lowercase();
            let Entity { name, mentions, confidence, .. } = entity;
            write!(out, "  e{number} {kind} {:?} x{}", self.text(*name), mentions.len())?;
            for role in &entity.roles {
                write!(out, ", {}", self.text(role.title))?;
                if let Some(affiliation) = role.affiliation {
                    write!(out, " ({})", self.text(affiliation))?;
                }
            }
            if let Some(link) = self.found.links.get(i).and_then(|link| link.chosen.first()) {
                write!(out, ", {} {} ({:.2})", link.base, link.id, link.score)?;
            }
            writeln!(out, "  [{confidence:.2}, salience {salience:.2}]")?;
        }
        Ok(())
    }

    fn quotes(&self, out: &mut String) -> fmt::Result {
        heading(out, "quotes", self.found.quotes.is_empty())?;
        for (number, quote) in (1..).zip(&self.found.quotes) {
            let Quote { kind, act, content, cue, speaker, confidence, evidence, .. } = quote;
            let names = format!("{kind:?} {act:?}").to_lowercase();
            let content: Vec<String> = content.iter().map(|&span| self.text(span)).collect();
            write!(out, "  q{number} {names} {:?}", content.join(" | "))?;
            if let Some(cue) = cue {
                let negation = if cue.polarity == crate::quotes::Polarity::Negated { "not " } else { "" };
                write!(out, " <- {negation}{}", cue.lemma)?;
            }
            if let Some(speaker) = speaker {
                let chain: Vec<String> = speaker.chain.iter().map(|&span| self.text(span)).collect();
                let resolution = format!("{:?}", speaker.resolution).to_lowercase();
                write!(
                    out,
                    " <- {}{} ({resolution}: {})",
                    entity(speaker.entity),
                    self.text(speaker.name),
                    chain.join(" > ")
                )?;
            }
            writeln!(out, "  [{confidence:.2}, {}]", evidence.rule)?;
        }
        Ok(())
    }

    fn events(&self, out: &mut String) -> fmt::Result {
        heading(out, "events", self.found.events.is_empty())?;
        for ((number, event), salience) in (1..).zip(&self.found.events).zip(&self.found.event_salience) {
            let Event { kind, trigger, arguments, time, place, factuality, asserted_by, confidence, evidence, .. } =
                event;
            let value = format!("{:?}", factuality.value).to_lowercase();
            write!(out, "  v{number} {} {value} {:?}", kind.id(), self.text(*trigger))?;
            for argument in arguments {
                write!(out, ", {}: {}{}", argument.role, entity(argument.entity), self.text(argument.span))?;
            }
            if let Some(place) = place {
                write!(out, ", place: {}{}", entity(place.entity), self.text(place.span))?;
            }
            if let Some(time) = time {
                write!(out, ", time: t{}", time.id.0 + 1)?;
            }
            if let AssertedBy::Speaker { quote, .. } = asserted_by {
                write!(out, ", says q{}", quote.0 + 1)?;
            }
            writeln!(out, "  [{confidence:.2}, salience {salience:.2}, {}]", evidence.rule)?;
        }
        Ok(())
    }

    fn times(&self, out: &mut String) -> fmt::Result {
        heading(out, "times", self.found.times.is_empty())?;
        for (number, time) in (1..).zip(&self.found.times) {
            let modifier = time.modifier.map(|modifier| format!(" {modifier}")).unwrap_or_default();
            let described = marks::describe(time);
            writeln!(
                out,
                "  t{number} {described}{modifier} {:?}  [{:.2}, {}]",
                self.text(time.span),
                time.confidence,
                time.rule
            )?;
        }
        Ok(())
    }
}

fn heading(out: &mut String, title: &str, empty: bool) -> fmt::Result {
    if empty { Ok(()) } else { writeln!(out, "{title}") }
}

fn entity(id: Option<EntityId>) -> String {
    id.map(|EntityId(index)| format!("e{} ", index + 1)).unwrap_or_default()
}
