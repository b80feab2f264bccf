//! Numbers that were fitted with a model are those of the released one.

use std::collections::BTreeMap;

use dateline::{knowledge, model::Model};
use serde_json::Value;

#[test]
fn links_were_fitted_with_the_released_model_and_base() {
    let fitted: Value = serde_json::from_str(include_str!("../../models/en-news/linking.json")).unwrap();
    assert_eq!(fitted["model_sha256"].as_str(), Model::embedded().sha256.as_deref(), "fit links again");
    assert_eq!(fitted["kb_sha256"], knowledge::embedded().sha256(), "fit links again");
}

#[test]
fn rankers_and_calibration_were_fitted_with_the_released_model() {
    let model = Model::embedded();
    for file in
        [include_str!("../../models/en-news/rankers.json"), include_str!("../../models/en-news/calibration.json")]
    {
        let tables: BTreeMap<String, Value> = serde_json::from_str(file).unwrap();
        // What only reads the text is null: it fits every model.
        for (name, table) in tables.into_iter().filter(|(_, table)| !table["model_sha256"].is_null()) {
            assert_eq!(table["model_sha256"].as_str(), model.sha256.as_deref(), "{name} is stale: fit it again");
        }
    }
}
