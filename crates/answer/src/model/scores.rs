//! What a model was measured to do, as `/v1/info` publishes it: the chief figures of what the scorer wrote.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A figure on an annotated corpus.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Score {
    /// What was measured, and on what.
    #[schema(examples("names, Worldwide Newswire dev, 7 types"))]
    measure: &'static str,
    /// The figure, in per cent.
    #[schema(examples(85.4), minimum = 0, maximum = 100)]
    value: f64,
    /// What the figure is.
    unit: Unit,
}

/// What a figure is: `f1`, the harmonic mean of precision and recall, or `accuracy`, the share that is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// The harmonic mean of precision and recall.
    F1,
    /// The share of what was found that is right.
    Accuracy,
}

/// What is published: what it is called, where the scorer writes it, and its unit.
const PUBLISHED: [(&str, &str, Unit); 23] = [
    ("names, Worldwide Newswire dev, 7 types", "/ner/worldwide_newswire~1dev/micro/f1", Unit::F1),
    ("names, Worldwide Newswire dev, 3 types", "/ner/worldwide_newswire~1dev/coarse/f1", Unit::F1),
    ("names, CleanCoNLL dev, 3 types", "/ner/cleanconll~1dev/coarse/f1", Unit::F1),
    ("names, FiNER-ORD val, 3 types", "/ner/finer_ord~1val/coarse/f1", Unit::F1),
    ("pronouns, GAP dev", "/coref/gap~1dev (first 600)/f1", Unit::F1),
    ("quotes, PolNeAR dev, content exact", "/quotes/polnear~1dev/content_exact/f1", Unit::F1),
    ("quotes, PolNeAR dev, content soft", "/quotes/polnear~1dev/soft/f1", Unit::F1),
    ("quotes, PolNeAR dev, source overlap", "/quotes/polnear~1dev/source_overlap", Unit::Accuracy),
    ("times, TimeBank, value", "/times/tempeval3~1timebank/value", Unit::F1),
    ("times, AQUAINT, value", "/times/tempeval3~1aquaint/value", Unit::F1),
    ("times, WikiWars test, value", "/times/wikiwars~1test/value", Unit::F1),
    ("events, WikiEvents dev, typed triggers", "/events/wikievents~1dev/TC/f1", Unit::F1),
    ("events, M2E2 dev, typed triggers", "/events/m2e2~1dev/TC/f1", Unit::F1),
    ("entities, whole articles", "/gold/entities/f1", Unit::F1),
    ("quotes, whole articles, content exact", "/gold/quotes/content_exact/f1", Unit::F1),
    ("speakers, whole articles", "/gold/speaker_accuracy", Unit::Accuracy),
    ("event triggers, whole articles", "/gold/events/TI/f1", Unit::F1),
    ("typed event triggers, whole articles", "/gold/events/TC/f1", Unit::F1),
    ("event arguments, whole articles", "/gold/events/args/f1", Unit::F1),
    ("factuality, whole articles", "/gold/events/factuality_accuracy", Unit::Accuracy),
    ("event dates, whole articles", "/gold/events/date/f1", Unit::F1),
    ("event places, whole articles", "/gold/events/place/f1", Unit::F1),
    ("events as a whole, whole articles", "/gold/events/whole/f1", Unit::F1),
];

/// The figures among those that the scorer wrote, as JSON.
///
/// # Errors
/// When it is not JSON.
pub(super) fn read(written: &[u8]) -> serde_json::Result<Vec<Score>> {
    let written: Value = serde_json::from_slice(written)?;
    let score = |(measure, place, unit)| Some(Score { measure, value: written.pointer(place)?.as_f64()?, unit });
    Ok(PUBLISHED.into_iter().filter_map(score).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_has_every_figure() {
        let scores = read(include_bytes!("../../../../models/en-news/scores.json")).unwrap();
        assert_eq!(scores.len(), PUBLISHED.len(), "{scores:?}");
        assert!(scores.iter().all(|score| (0.0..=100.0).contains(&score.value)), "{scores:?}");
    }
}
