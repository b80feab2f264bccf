//! `cargo xtask cases`: runs small cases against the service, in process.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
};

use dateline_evaluation::{
    Service,
    cases::{self, Case, Check, Passed, Verdict},
};
use serde_json::{Value, json};

/// Which cases to run, and how to tell about them.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The cases, one JSON object a line: `id`, `kind`, `layer`, `request`, `checks`.
    file: PathBuf,
    /// Runs the cases of this kind only.
    #[arg(long)]
    kind: Option<String>,
    /// Runs the cases of this layer only.
    #[arg(long)]
    layer: Option<String>,
    /// Prints each check that fails, with what was found.
    #[arg(long)]
    show: bool,
    /// Writes the counts, and the checks that fail, to this file.
    #[arg(long)]
    json: Option<PathBuf>,
    /// The folder of the model.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/en-news"))]
    model: PathBuf,
}

/// Runs the cases and prints how many pass, by kind and by layer.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut cases = cases::read(&options.file)?;
    let is_wanted = |wanted: &Option<String>, given: &str| wanted.as_deref().is_none_or(|wanted| wanted == given);
    cases.retain(|case| is_wanted(&options.kind, &case.kind) && is_wanted(&options.layer, &case.layer));
    let verdicts = cases::run(&Service::load(&options.model)?, &cases);
    let mut out = io::stdout().lock();
    if options.show {
        for (case, verdict) in cases.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_passed()) {
            show(case, verdict, &mut out)?;
        }
    }
    let kinds = cases::table(&cases, &verdicts, |case| &case.kind);
    let layers = cases::table(&cases, &verdicts, |case| &case.layer);
    let total = cases::table(&cases, &verdicts, |_| "total");
    for table in [&kinds, &layers, &total] {
        for (name, Passed { passed, cases }) in table {
            writeln!(out, "{name:30} {passed:4}/{cases}")?;
        }
        writeln!(out)?;
    }
    if let Some(file) = &options.json {
        let failed: BTreeMap<&str, Vec<&Check>> = cases
            .iter()
            .zip(&verdicts)
            .filter(|(_, verdict)| !verdict.is_passed())
            .map(|(case, verdict)| (case.id.as_str(), failed(case, verdict)))
            .collect();
        let written = json!({ "kinds": kinds, "layers": layers, "total": total.get("total"), "failed": failed });
        fs::write(file, serde_json::to_string_pretty(&written)? + "\n")?;
    }
    Ok(())
}

fn failed<'c>(case: &'c Case, verdict: &Verdict) -> Vec<&'c Check> {
    verdict.failed.iter().map(|&at| &case.checks[at]).collect()
}

fn show(case: &Case, verdict: &Verdict, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "{} {}: {}", case.id, case.kind, case.request)?;
    for check in failed(case, verdict) {
        writeln!(out, "    {}", serde_json::to_string(check)?)?;
        match &verdict.answer {
            Ok(answer) => {
                for row in answer[check.list()].as_array().into_iter().flatten() {
                    writeln!(out, "        {}", brief(row))?;
                }
            }
            Err(problem) => writeln!(out, "        {problem}")?,
        }
    }
    Ok(())
}

/// A row of an answer with its spans as texts.
fn brief(node: &Value) -> Value {
    /// What says nothing of how the article was read.
    const LEFT_OUT: [&str; 3] = ["id", "confidence", "salience"];
    match node {
        Value::Array(rows) => rows.iter().map(brief).collect(),
        Value::Object(fields) if fields.contains_key("start") => {
            let parts = ["role", "text", "value", "form"].iter().filter_map(|name| fields.get(*name)?.as_str());
            parts.collect::<Vec<_>>().join("=").into()
        }
        Value::Object(fields) => {
            let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            let kept = fields.iter().filter(|(name, value)| !LEFT_OUT.contains(&name.as_str()) && !empty(value));
            Value::Object(kept.map(|(name, value)| (name.clone(), brief(value))).collect())
        }
        other => other.clone(),
    }
}
