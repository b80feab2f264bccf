//! Numbers that were fitted with a model are those of the released one.

use std::collections::BTreeMap;

use dateline::model::Model;
use serde_json::Value;

#[test]
fn rankers_were_fitted_with_the_released_model() {
    let rankers: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../../models/en-news/rankers.json")).unwrap();
    let model = Model::embedded();
    for (name, ranker) in rankers {
        assert_eq!(ranker["model_sha256"].as_str(), model.sha256.as_deref(), "{name} is stale: fit it again");
    }
}
