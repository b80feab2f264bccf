//! How often each rule is right, as it was measured: the confidences that answers show.
//!
//! The shares stand in `calibration.json` beside the model. They are stale once the model changes, for it decides with the
//! rules; `model_sha256` says for which model each table is, and a test of the service fails when it is another one.
//!
//! | table | the share of | measured on |
//! | --- | --- | --- |
//! | `quote_rules` | findings of a rule whose content shares at least half its words with an annotated one; one hit and one miss are added to each count | newsroom training articles (135, with 918 quotes); rules that fire there less than 20 times on PolNeAR's (840, with 19,867 attributions) |
//! | `speakers` | speakers found in a way that annotation names too; one hit and one miss are added | the same newsroom articles, with the names of their annotation |
//! | `reference` | mentions of a rule that annotation puts with a name of the same entity, where it knows the mention | the train split of OntoGUM; cataphora, that of GAP |
//! | `event_types` | the lexicon's triggers of a type that annotation marks with the same type, drawn towards the share of all types (0.74) by five imagined triggers | newsroom training articles |

use std::{collections::HashMap, sync::LazyLock};

use serde_json::Value;

use crate::{coref, events::EventType, quotes};

/// The calibration of the released model.
pub(crate) struct Calibration {
    /// Precision of rules for quotes.
    pub(crate) quote_rules: Shares,
    /// Accuracy of speakers.
    pub(crate) speakers: Shares,
    /// Precision of rules for mentions that are no names.
    pub(crate) reference: Shares,
    /// Precision of triggers by type of event.
    pub(crate) event_types: Shares,
}

/// The calibration of the released model.
pub(crate) fn calibration() -> &'static Calibration {
    static CALIBRATION: LazyLock<Calibration> = LazyLock::new(|| {
        let released = include_str!("../../../models/en-news/calibration.json");
        Calibration::parse(released).expect("the committed shares are whole: a test reads them")
    });
    &CALIBRATION
}

impl Calibration {
    /// Reads `calibration.json`; `None` where it lacks a table, or a table has other names than the layers use.
    fn parse(json: &str) -> Option<Self> {
        let all: Value = serde_json::from_str(json).ok()?;
        let shares = |table: &str, names: &[&str]| Shares::parse(all.get(table)?.get("shares")?, names);
        let types: Vec<&str> = EventType::all().map(EventType::id).collect();
        Some(Self {
            quote_rules: shares("quote_rules", &quotes::MEASURED_RULES)?,
            speakers: shares("speakers", &quotes::SPEAKER_SHARES)?,
            reference: shares("reference", &coref::REFERENCE_RULES)?,
            event_types: shares("event_types", &types)?,
        })
    }
}

/// Shares by name, 0 to 1.
pub(crate) struct Shares(HashMap<String, f32>);

impl Shares {
    fn parse(shares: &Value, names: &[&str]) -> Option<Self> {
        let shares = shares.as_object().filter(|shares| shares.len() == names.len())?;
        let share = |name: &&str| Some(((*name).to_owned(), shares.get(*name)?.as_f64()? as f32));
        Some(Self(names.iter().map(share).collect::<Option<_>>()?))
    }

    /// The share of that name; 0 for a name without one.
    pub(crate) fn of(&self, name: &str) -> f32 {
        self.0.get(name).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_released_shares_are_whole() {
        let found = Calibration::parse(include_str!("../../../models/en-news/calibration.json")).expect("a whole file");
        for shares in [&found.quote_rules, &found.speakers, &found.reference, &found.event_types] {
            assert!(shares.0.values().all(|share| (0.0..=1.0).contains(share)));
        }
        assert!(Calibration::parse("{}").is_none());
    }

    #[test]
    fn a_table_has_the_names_that_are_used_and_no_other() {
        let shares = serde_json::json!({"sure": 0.9});
        assert!(Shares::parse(&shares, &["sure"]).is_some_and(|shares| shares.of("sure") > 0.8));
        assert!(Shares::parse(&shares, &["other"]).is_none());
        assert!(Shares::parse(&shares, &[]).is_none());
    }
}
