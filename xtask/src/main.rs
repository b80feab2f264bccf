//! What a person runs by hand: generators and measurements. `cargo xtask --help` lists the tasks.

mod calibration;
mod cases;
mod evaluate;
mod features;
mod fit;
mod gazetteer;
mod kb;
mod layers;
mod licenses;
mod linking;
mod load;
mod markup;
mod model;
mod scaling;
mod speakers;

use std::{error::Error, process::ExitCode};

use clap::Parser;

/// Generators and measurements.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Compiles gazetteers/ into crates/gazetteer/data/.
    Gazetteer,
    /// Merges tables of entities into the knowledge base that the binary embeds.
    Kb(kb::Options),
    /// Reads texts as the encoder does, for its training: one JSON object per line in, one per line out.
    Features(features::Options),
    /// Fits the weights by which the times and places of events, and events of one happening, are chosen.
    Fit(fit::Options),
    /// Fits the ranker of links, and measures links.
    Linking(linking::Options),
    /// Sends articles to a running service, and prints what becomes of them.
    Load(load::Options),
    /// Says what the search for speakers compares, for its weights: one JSON object per line in, one per line out.
    Speakers(speakers::Options),
    /// Writes the licences of the libraries in the binary, from Cargo.lock.
    Licenses,
    /// Measures what each layer of the pipeline costs.
    Layers(layers::Options),
    /// Measures what articles cost in HTML beside their plain text.
    Markup(markup::Options),
    /// Measures how the time to read a text grows with its length.
    Scaling(scaling::Options),
    /// Measures how often each rule is right, for the confidences that answers show.
    Calibration(calibration::Options),
    /// Runs small cases with checks, and prints how many pass.
    Cases(cases::Options),
    /// Measures the pipeline on annotated corpora and writes the scores that are committed.
    #[command(subcommand)]
    Evaluate(evaluate::Measurement),
}

fn main() -> ExitCode {
    match run(Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Box<dyn Error>> {
    match task {
        Task::Gazetteer => Ok(gazetteer::write()?),
        Task::Kb(options) => kb::run(&options),
        Task::Features(options) => features::run(&options),
        Task::Fit(options) => fit::run(&options),
        Task::Linking(options) => linking::run(&options),
        Task::Load(options) => load::run(&options),
        Task::Licenses => licenses::write(),
        Task::Layers(options) => layers::run(&options),
        Task::Markup(options) => markup::run(&options),
        Task::Scaling(options) => scaling::run(&options),
        Task::Speakers(options) => speakers::run(&options),
        Task::Calibration(options) => calibration::run(&options),
        Task::Cases(options) => cases::run(&options),
        Task::Evaluate(measurement) => evaluate::run(measurement),
    }
}
