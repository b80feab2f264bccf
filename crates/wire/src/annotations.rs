//! Findings as a page of W3C Web Annotations, which select text by its position and by what it says.
//!
//! Both selectors count in the text that software sees which shows the article: plain text as sent, of HTML its
//! `textContent`. So they find their place in the page on which the article is published.

use dateline_text::{Article, Field, TextContent};
use serde_json::{Value, json};

use crate::{
    ExtractResponse,
    linked::{Iris, WIKIDATA},
    response::{Entity, Event, Quote, TextSpan, Time},
    terms::{FieldName, word},
};

/// Code points of text before and behind what is selected.
const AROUND: usize = 32;

/// The findings of an answer whose offsets are in code points.
pub(crate) fn page(response: &ExtractResponse<'_>, article: &Article) -> Value {
    let page = Page { iris: Iris::of(response), contents: article.text_contents().collect() };
    let entities = response.entities.iter().flat_map(|entity| page.entity(entity));
    let quotes = response.quotes.iter().map(|quote| page.quote(quote));
    let events = response.events.iter().flat_map(|event| page.event(event));
    let times = response.times.iter().map(|time| page.time(time));
    let items: Vec<Value> = entities.chain(quotes).chain(events).chain(times).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": page.iris.iri("annotations-1"),
        "type": "AnnotationPage",
        "partOf": {
            "id": page.iris.iri("annotations"),
            "type": "AnnotationCollection",
            "total": items.len(),
            "generator": {"id": "urn:dateline:service", "type": "Software", "name": response.meta.service},
        },
        "startIndex": 0,
        "items": items,
    })
}

struct Page {
    iris: Iris,
    contents: Vec<(Field, TextContent)>,
}

impl Page {
    fn entity(&self, entity: &Entity<'_>) -> Vec<Value> {
        let mut bodies = vec![tag("entity"), tag(&word(&entity.r#type)), text("identifying", entity.name)];
        bodies.push(self.thing(&entity.id));
        bodies.extend(entity.ids.get("wikidata").map(|id| resource(&format!("{WIKIDATA}{id}"))));
        let spans = entity.mentions.iter().map(|mention| &mention.span);
        self.annotations(&entity.id, "identifying", &bodies, spans)
    }

    fn quote(&self, quote: &Quote<'_>) -> Value {
        let mut bodies = vec![tag("quotation"), tag(&word(&quote.r#type))];
        if let Some(speaker) = &quote.speaker {
            bodies.push(text("identifying", speaker.name));
            bodies.extend(speaker.entity_id.as_ref().map(|id| self.thing(id)));
        }
        self.annotation(&quote.id, "tagging", &bodies, &quote.span)
    }

    fn event(&self, event: &Event<'_>) -> Vec<Value> {
        let mut bodies = vec![tag("event"), tag(event.r#type.0), tag(&word(&event.factuality.value))];
        bodies.extend(event.time.as_ref().and_then(|time| time.value).map(|value| text("describing", value)));
        bodies.push(self.thing(&event.id));
        self.annotations(&event.id, "tagging", &bodies, event.mentions.iter())
    }

    fn time(&self, time: &Time<'_>) -> Value {
        let mut bodies = vec![tag("time"), tag(&word(&time.r#type))];
        bodies.extend(time.value.map(|value| text("describing", value)));
        self.annotation(&time.id, "tagging", &bodies, &time.span)
    }

    fn annotations<'s, 't: 's>(
        &self,
        id: &str,
        motivation: &str,
        bodies: &[Value],
        spans: impl Iterator<Item = &'s TextSpan<'t>>,
    ) -> Vec<Value> {
        let numbered = spans.zip(1..);
        numbered.map(|(span, n)| self.annotation(&format!("{id}-{n}"), motivation, bodies, span)).collect()
    }

    fn annotation(&self, id: &str, motivation: &str, bodies: &[Value], span: &TextSpan<'_>) -> Value {
        json!({
            "id": self.iris.iri(&format!("annotation-{id}")),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": {"source": self.iris.iri(&word(&span.field)), "selector": self.selectors(span)},
        })
    }

    fn selectors(&self, span: &TextSpan<'_>) -> Value {
        let field = self.contents.iter().find(|(field, _)| FieldName::from(*field) == span.field);
        let (_, content) = field.expect("findings are in a field that was sent");
        let [start, end] = [span.start, span.end].map(|at| content.position(at) as usize);
        let slice = |from: usize, to: usize| content.text()[from..to].iter().collect::<String>();
        let (before, behind) = (start.saturating_sub(AROUND), content.text().len().min(end + AROUND));
        json!([
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": slice(start, end), "prefix": slice(before, start),
             "suffix": slice(end, behind)},
        ])
    }

    fn thing(&self, id: &str) -> Value {
        resource(&self.iris.iri(id))
    }
}

fn tag(value: &str) -> Value {
    text("tagging", value)
}

fn text(purpose: &str, value: &str) -> Value {
    json!({"type": "TextualBody", "purpose": purpose, "value": value})
}

fn resource(iri: &str) -> Value {
    json!({"type": "SpecificResource", "purpose": "identifying", "source": iri})
}

#[cfg(test)]
mod tests {
    use dateline_extract::Pipeline;
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;
    use crate::{ExtractRequest, Provenance, RequestLimits, options::BodyType, respond};

    const PIECES: [&str; 22] = [
        "<html>",
        "<head>",
        "</head>",
        "<body>",
        "</body>",
        "<title>x</title>",
        "<style>p {}</style>",
        "<script>a('</p>')</script>",
        "<pre>\n",
        "</pre>",
        "<template>Ana Prado</template>",
        "<svg><title/>a</svg>",
        "<!-- c -->",
        "<br>",
        "&amp;",
        "&nbsp;",
        "\r\n",
        " ",
        "🚢",
        "שלום",
        "<p>Ana <b>Pr</b>ado ",
        "</p>",
    ];

    fn without_space(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_selected_is_what_was_found(pieces in vec(select(&PIECES[..]), 0..24)) {
            let limits = RequestLimits::default();
            let html = pieces.concat() + "<p>“We st&#97;y,” said Ana<i> Prado</i> on Monday.\r\nPolice arrested her in Lisbon.</p>";
            let request = ExtractRequest::from_text(html.clone(), BodyType::Html, Some("language=en"), &limits).unwrap();
            let (article, asked) = request.into_article(&limits).unwrap();
            let found = Pipeline::by_rule().extract(&article).unwrap();
            let provenance = Provenance { model: "rules", knowledge_bases: &[], warnings_max: 1 };
            let response = respond(&article, &found, asked, provenance);
            let page = page(&response, &article);
            let mentions = response.entities.iter().flat_map(|entity| &entity.mentions).map(|mention| &mention.span);
            let quotes = response.quotes.iter().map(|quote| &quote.span);
            let triggers = response.events.iter().flat_map(|event| &event.mentions);
            let spans = mentions.chain(quotes).chain(triggers).chain(response.times.iter().map(|time| &time.span));
            let selected = page["items"].as_array().unwrap().iter().map(|item| &item["target"]["selector"][1]["exact"]);
            let selected: Vec<String> = selected.map(|exact| without_space(exact.as_str().unwrap())).collect();
            prop_assert!(!selected.is_empty(), "{}", html);
            prop_assert_eq!(selected, spans.map(|span| without_space(&span.text)).collect::<Vec<_>>(), "{}", html);
        }
    }
}
