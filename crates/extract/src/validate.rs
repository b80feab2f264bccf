//! Invariants of an [`Extraction`].

use dateline_text::{Article, Byte, Span};

use crate::{
    events::{AssertedBy, FactualityValue},
    extraction::Extraction,
};

/// An invariant that an extraction breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which list and position.
    pub finding: String,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl Extraction {
    /// Checks that spans lie inside one field on character boundaries, that ids resolve, that entities have mentions
    /// and quotes content, that roles belong to their event's type, and that a denial has the words that deny.
    ///
    /// # Errors
    /// The first [`Violation`] found.
    pub fn validate(&self, article: &Article) -> Result<(), Violation> {
        for (finding, span) in self.spans() {
            let text = article.text();
            let problem = if article.field_of(span).is_none() {
                "its span lies outside every field"
            } else if text.get(span.range()).is_none() {
                "its span cuts a character"
            } else if span.is_empty() {
                "its span is empty"
            } else {
                continue;
            };
            return Err(Violation { finding, problem });
        }
        self.validate_ids()
    }

    fn spans(&self) -> Vec<(String, Span<Byte>)> {
        let mut spans = Vec::new();
        for (i, entity) in self.entities.iter().enumerate() {
            spans.push((format!("entity {i} name"), entity.name));
            spans.extend(entity.mentions.iter().map(|m| (format!("entity {i} mention"), m.span)));
            for role in &entity.roles {
                spans.extend([role.span, role.title].map(|span| (format!("entity {i} role"), span)));
                spans.extend(role.affiliation.map(|span| (format!("entity {i} affiliation"), span)));
            }
        }
        for (i, quote) in self.quotes.iter().enumerate() {
            spans.extend(quote.content.iter().map(|&span| (format!("quote {i} content"), span)));
            spans.extend(quote.cue.iter().map(|cue| (format!("quote {i} cue"), cue.span)));
            spans.extend(quote.source.map(|span| (format!("quote {i} source"), span)));
            let that = quote.complementiser.zip(quote.content.first()).map(|(that, &content)| that.cover(content));
            spans.extend(that.map(|span| (format!("quote {i} content with its that"), span)));
            spans.extend(quote.relative.map(|span| (format!("quote {i} relative pronoun"), span)));
            if let Some(speaker) = &quote.speaker {
                spans.push((format!("quote {i} speaker"), speaker.name));
                spans.extend(speaker.chain.iter().map(|&span| (format!("quote {i} chain"), span)));
            }
        }
        for (i, event) in self.events.iter().enumerate() {
            spans.push((format!("event {i} trigger"), event.trigger));
            spans.extend(event.mentions.iter().map(|&span| (format!("event {i} mention"), span)));
            spans.extend(event.arguments.iter().map(|a| (format!("event {i} argument"), a.span)));
            spans.extend(event.place.iter().map(|place| (format!("event {i} place"), place.span)));
            spans.extend(event.factuality.cues.iter().map(|&span| (format!("event {i} cue"), span)));
        }
        spans.extend(self.times.iter().enumerate().map(|(i, time)| (format!("time {i}"), time.span)));
        spans.extend(self.warnings.iter().enumerate().map(|(i, warning)| (format!("warning {i}"), warning.span)));
        spans
    }

    fn validate_ids(&self) -> Result<(), Violation> {
        let check = |holds: bool, list: &str, i: usize, problem| {
            if holds { Ok(()) } else { Err(Violation { finding: format!("{list} {i}"), problem }) }
        };
        check(self.salience.len() == self.entities.len(), "salience", 0, "it does not cover the entities")?;
        for (i, entity) in self.entities.iter().enumerate() {
            check(!entity.mentions.is_empty(), "entity", i, "it has no mention")?;
        }
        let linked = [0, self.entities.len()].contains(&self.links.len());
        check(linked, "links", 0, "they do not cover the entities")?;
        for (i, link) in self.links.iter().enumerate() {
            check(
                link.chosen.is_empty() == link.nil.is_some(),
                "link",
                i,
                "it has neither entity nor reason, or both",
            )?;
        }
        check(self.event_salience.len() == self.events.len(), "event salience", 0, "it does not cover the events")?;
        let entity_exists = |id: crate::coref::EntityId| (id.0 as usize) < self.entities.len();
        for (i, quote) in self.quotes.iter().enumerate() {
            check(!quote.content.is_empty(), "quote", i, "it has no content")?;
            let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
            check(entity.is_none_or(entity_exists), "quote", i, "its speaker does not exist")?;
        }
        for (i, event) in self.events.iter().enumerate() {
            let roles = event.kind.info().roles;
            check(event.mentions.contains(&event.trigger), "event", i, "its trigger is no mention")?;
            check(event.arguments.iter().all(|a| roles.contains(&a.role)), "event", i, "a role is not its type's")?;
            let mut entities =
                event.arguments.iter().filter_map(|a| a.entity).chain(event.place.and_then(|p| p.entity));
            check(entities.all(entity_exists), "event", i, "an entity does not exist")?;
            check(
                event.time.is_none_or(|t| (t.id.0 as usize) < self.times.len()),
                "event",
                i,
                "its time does not exist",
            )?;
            let denied = event.factuality.value == FactualityValue::Negated;
            check(!denied || !event.factuality.cues.is_empty(), "event", i, "nothing shows its denial")?;
            if let AssertedBy::Speaker { quote, entity } = event.asserted_by {
                check((quote.0 as usize) < self.quotes.len(), "event", i, "its quote does not exist")?;
                check(entity.is_none_or(entity_exists), "event", i, "its speaker does not exist")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use dateline_text::{Article, Parts};
    use proptest::prelude::*;

    use crate::testing;

    /// Pieces that invite a layer to read on over a field's edge.
    const PIECES: &[&str] = &[
        "Oslo",
        "Freedonia's",
        "Prime Minister",
        "President",
        "Ana Prado",
        "Jane Roe,",
        "the chief executive of",
        "the",
        "Acme Corp.",
        "Ministry of",
        "met",
        "said",
        "according to",
        "she",
        "arrested",
        "was shot dead in",
        "on",
        "Tuesday",
        "March",
        "3",
        "2024",
        "two",
        "days later",
        "from 3 to",
        "“We go",
        "“",
        "”",
        "\"",
        "‘",
        "’s",
        ",",
        ".",
        ":",
        "(",
        "—",
        "did not",
        "that",
        "\n",
        "\n\n",
        "Comments",
    ];

    fn field() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(PIECES), 0..9).prop_map(|pieces| pieces.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn findings_stay_inside_their_fields(title in field(), summary in field(), body in field()) {
            let body = format!("{body} Oslo");
            let article = Article::new(Parts { title, summary, body, ..Parts::default() }, 10_000).expect("short, not blank");
            let extraction = testing::pipeline().extract(&article).expect("it is short");
            prop_assert_eq!(extraction.validate(&article), Ok(()));
        }
    }
}
