//! `cargo xtask calibration`: writes `calibration.json` beside a model.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
};

use dateline_evaluation::{Measured, Run, Service, calibration::Outcomes};
use serde_json::Value;

use crate::model;

/// Where the corpora and the model lie.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder of the corpora.
    #[arg(long)]
    data: PathBuf,
    /// The folder of the model.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/en-news"))]
    model: PathBuf,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let path = options.model.join("calibration.json");
    let old: Value = serde_json::from_slice(&fs::read(&path)?)?;
    let service = Service::load(&options.model)?;
    let mut run = Run { data: &options.data, service: &service, measured: Measured::default() };
    let outcomes = Outcomes::measure(&mut run)?;
    let mut out = io::stdout().lock();
    for (table, rule, ratio) in outcomes.counts() {
        writeln!(out, "{table:12} {rule:32} {:5} of {:5}  {:5.1} %", ratio.part, ratio.whole, ratio.percent())?;
    }
    let tables = outcomes.tables(&old, &model::sha256(&options.model)?);
    fs::write(&path, serde_json::to_string_pretty(&tables)? + "\n")?;
    Ok(())
}
