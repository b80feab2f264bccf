//! `cargo xtask fit`: writes the weights of rankers into `rankers.json` beside a model.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
};

use dateline_evaluation::{Measured, Run, Service, ranking};
use serde_json::{Value, json};

use crate::model;

/// Where the corpora and the model lie, and what to fit.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder of the corpora.
    #[arg(long)]
    data: PathBuf,
    /// The folder of the model.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/en-news"))]
    model: PathBuf,
    /// The rankers; all of them by default.
    rankers: Vec<String>,
}

/// Fits. The service reads the weights that it was built with: where one ranker reads what another has chosen, build and
/// fit again.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let path = options.model.join("rankers.json");
    let mut rankers: Value = serde_json::from_slice(&fs::read(&path)?)?;
    let service = Service::load(&options.model)?;
    let mut out = io::stdout().lock();
    let run = Run { data: &options.data, service: &service, measured: Measured::default() };
    for (name, choices) in ranking::choices(&run)? {
        if !options.rankers.is_empty() && !options.rankers.iter().any(|ranker| ranker == name) {
            continue;
        }
        let fitted = choices.fit();
        for (what, counts) in ["as it is most probable", "with the best F1"].iter().zip(fitted.scores) {
            let (p, r, f1) = (counts.precision(), counts.recall(), counts.f1());
            writeln!(out, "{name}, {what}: P {p:.1} R {r:.1} F1 {f1:.1} of {}", counts.expected)?;
        }
        for (feature, weight) in &fitted.weights {
            writeln!(out, "    {feature:24} {weight:6.2}")?;
        }
        rankers[name] = json!({ "model_sha256": model::sha256(&options.model)?, "lead_min": fitted.lead_min, "weights": fitted.weights });
    }
    fs::write(&path, serde_json::to_string_pretty(&rankers)? + "\n")?;
    Ok(())
}
