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

use std::collections::HashMap;

use serde_json::Value;

/// Shares by name, 0 to 1.
pub(crate) struct Shares(HashMap<String, f32>);

impl Shares {
    /// The table of that name in `calibration.json` of the released model, for these names.
    ///
    /// # Panics
    /// If the committed file lacks it or has other names; the tests of the layers read each.
    pub(crate) fn released(table: &str, names: &[&str]) -> Self {
        let shares = Self::parse(include_str!("../../../models/en-news/calibration.json"), table, names);
        shares.expect("the committed shares are those of the names")
    }

    fn parse(json: &str, table: &str, names: &[&str]) -> Option<Self> {
        let tables: Value = serde_json::from_str(json).ok()?;
        let shares = tables.get(table)?.get("shares")?;
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
    fn a_table_has_the_names_that_are_used_and_no_other() {
        let json = r#"{"rules": {"shares": {"sure": 0.9}}}"#;
        assert!(Shares::parse(json, "rules", &["sure"]).is_some_and(|shares| shares.of("sure") > 0.8));
        assert!(Shares::parse(json, "rules", &["other"]).is_none());
        assert!(Shares::parse(json, "rules", &[]).is_none());
        assert!(Shares::parse(json, "others", &["sure"]).is_none());
    }
}
