//! Salience: how much the article is about an entity, and about an event.
//!
//! The weight sums what newsrooms look at, each part between 0 and its share. For an entity:
//!
//! | part | share | full when |
//! | --- | --- | --- |
//! | mentions | 0.35 | as many as the most mentioned entity has, on a logarithmic scale |
//! | place | 0.25 | named in the headline; 0.8 of it in the abstract or at the start of the body, falling to 0 at its end |
//! | voice | 0.15 | as many quotes spoken as by the entity that speaks most |
//! | action | 0.15 | as often first among the arguments of events as the entity that acts most |
//! | spread | 0.10 | mentioned in every paragraph |
//!
//! Groups are descriptions more than subjects, so theirs is halved.
//!
//! For an event:
//!
//! | part | share | full when |
//! | --- | --- | --- |
//! | place | 0.50 | reported in the headline; after that as for entities |
//! | participants | 0.25 | one of them is the most salient entity |
//! | mentions | 0.15 | as many as the most mentioned event has, on a logarithmic scale |
//! | factuality | 0.10 | it happened; half when it is planned |

use dateline_text::{Byte, Document, Field, Span};

use crate::{
    coref::{Entity, EntityId},
    events::{Event, FactualityValue},
    names::EntityKind,
    quotes::Quote,
};

/// One weight from 0 to 1 per entity.
#[must_use]
pub fn of_entities(document: &Document<'_>, entities: &[Entity], quotes: &[Quote], events: &[Event]) -> Vec<f32> {
    let speakers = quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.entity);
    let agents = events.iter().filter_map(|event| event.arguments.first()?.entity);
    let (spoken, acted) = (counts(entities.len(), speakers), counts(entities.len(), agents));
    let mentioned_max = entities.iter().map(|entity| entity.mentions.len()).max().unwrap_or(0);
    (0..entities.len())
        .map(|at| {
            let entity = &entities[at];
            let mentions = ratio(log(entity.mentions.len()), log(mentioned_max));
            let weight = 0.35 * mentions
                + 0.25 * place(document, entity)
                + 0.15 * spoken[at]
                + 0.15 * acted[at]
                + 0.10 * spread(document, entity);
            if entity.kind == EntityKind::Group { weight / 2.0 } else { weight }
        })
        .collect()
}

/// One weight from 0 to 1 per event, given those of the entities.
#[must_use]
pub fn of_events(document: &Document<'_>, events: &[Event], entities: &[f32]) -> Vec<f32> {
    let mentioned_max = events.iter().map(|event| event.mentions.len()).max().unwrap_or(0);
    let salient_max = entities.iter().copied().fold(0.0, f32::max);
    let weight = |event: &Event| {
        let participants = event.arguments.iter().filter_map(|argument| argument.entity);
        let leading = participants.map(|entity| entities[entity.0 as usize]).fold(0.0, f32::max);
        let real = match event.factuality.value {
            FactualityValue::Actual => 1.0,
            FactualityValue::Planned => 0.5,
            FactualityValue::Negated | FactualityValue::Hypothetical | FactualityValue::Generic => 0.0,
        };
        0.50 * event.mentions.first().map_or(0.0, |&first| place_of(document, first))
            + 0.25 * ratio(leading, salient_max)
            + 0.15 * ratio(log(event.mentions.len()), log(mentioned_max))
            + 0.10 * real
    };
    events.iter().map(weight).collect()
}

/// How often each entity occurs, as a share of the highest count.
fn counts(entities: usize, occurrences: impl Iterator<Item = EntityId>) -> Vec<f32> {
    let mut counts = vec![0.0_f32; entities];
    for entity in occurrences {
        counts[entity.0 as usize] += 1.0;
    }
    let max = counts.iter().copied().fold(0.0, f32::max);
    counts.into_iter().map(|count| ratio(count, max)).collect()
}

fn log(count: usize) -> f32 {
    (1.0 + count as f32).ln()
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// How early the entity is first mentioned.
fn place(document: &Document<'_>, entity: &Entity) -> f32 {
    entity.mentions.first().map_or(0.0, |first| place_of(document, first.span))
}

/// How early a first mention is.
fn place_of(document: &Document<'_>, first: Span<Byte>) -> f32 {
    match document.article().field_of(first) {
        Some((Field::Title, _)) => 1.0,
        Some((Field::Abstract, _)) => 0.8,
        Some((Field::Body, body)) => {
            let offset = (first.start() - body.start()) as f32;
            0.8 * (1.0 - ratio(offset, body.len() as f32))
        }
        None => 0.0,
    }
}

/// The share of paragraphs that mention the entity.
fn spread(document: &Document<'_>, entity: &Entity) -> f32 {
    let mut paragraphs: Vec<usize> =
        entity.mentions.iter().map(|mention| document.paragraph_at(document.words(mention.span).start())).collect();
    paragraphs.dedup();
    ratio(paragraphs.len() as f32, document.paragraphs().len() as f32)
}

#[cfg(test)]
mod tests {
    use dateline_text::{Article, Parts};

    use crate::{Extraction, testing};

    #[test]
    fn who_leads_and_recurs_comes_first() {
        let body = "Jane Roe met Tom Doe in Oslo. Roe said the talks went well. She thanked Norway.\n\n\
                    \"We will meet again,\" Roe said.\n\nThe talks followed a visit by Ann Poe.";
        let parts = Parts { title: "Jane Roe in talks".into(), body: body.into(), ..Parts::default() };
        let article = Article::new(parts, 10_000).expect("it holds text");
        let extraction = testing::pipeline().extract(&article).expect("it is short");
        let weight = |name: &str| {
            let at = extraction.entities.iter().position(|entity| article.text()[entity.name.range()] == *name);
            extraction.salience[at.expect(name)]
        };
        assert!(weight("Jane Roe") > weight("Tom Doe"));
        assert!(weight("Tom Doe") > weight("Ann Poe"));
        assert!(extraction.salience.iter().all(|weight| (0.0..=1.0).contains(weight)));
    }

    #[test]
    fn the_event_of_the_headline_comes_first() {
        let body =
            "Police arrested Tom Doe in Oslo on Monday. Doe had met Ann Poe there.\n\nThe arrest followed protests.";
        let parts = Parts { title: "Minister Jane Roe resigns".into(), body: body.into(), ..Parts::default() };
        let article = Article::new(parts, 10_000).expect("it holds text");
        let Extraction { events, event_salience, .. } = testing::pipeline().extract(&article).expect("it is short");
        assert!(events.len() > 1 && events.len() == event_salience.len(), "{events:?}");
        let (first, _) = events.iter().zip(&event_salience).max_by(|(_, a), (_, b)| a.total_cmp(b)).expect("some");
        assert_eq!(&article.text()[first.trigger.range()], "resigns");
        assert!(event_salience.iter().all(|weight| (0.0..=1.0).contains(weight)), "{event_salience:?}");
    }
}
