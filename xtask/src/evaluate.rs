//! `cargo xtask evaluate`: measures, prints the figures, and writes them where they are committed.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Subcommand;
use dateline_evaluation::sentences;

/// Where the committed scores lie.
const SCORES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/evaluation/scores");

/// What to measure.
#[derive(Subcommand)]
pub(crate) enum Measurement {
    /// Sentence boundaries on the treebanks GUM and EWT.
    Sentences {
        /// The folder of the corpora; treebanks lie in `syntax/ud`.
        #[arg(long)]
        data: PathBuf,
        /// Also print every boundary of the training parts on which treebank and splitter differ: `+` where the
        /// treebank alone has one, `-` where the splitter alone does.
        #[arg(long)]
        differences: bool,
    },
}

/// Makes one measurement.
pub(crate) fn run(measurement: Measurement) -> Result<(), Box<dyn Error>> {
    match measurement {
        Measurement::Sentences { data, differences } => measure_sentences(&data, differences),
    }
}

fn measure_sentences(data: &Path, differences: bool) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let mut seen = Vec::new();
    let scores = sentences::measure(data, |part, difference| seen.push((part.to_owned(), difference)))?;
    if differences {
        for (part, difference) in seen {
            let sign = if difference.expected { '+' } else { '-' };
            writeln!(out, "{part} {sign} {} {}", difference.document, difference.context)?;
        }
    }
    writeln!(out, "{:16} {:>5} {:>11} {:>8} {:>10}", "F1", "docs", "boundaries", "inner", "sentences")?;
    for part in &scores {
        let [boundaries, inner, whole] = [part.boundaries, part.inner, part.sentences].map(|score| score.f1);
        writeln!(out, "{:16} {:>5} {boundaries:>11.2} {inner:>8.2} {whole:>10.2}", part.part, part.documents)?;
    }
    fs::create_dir_all(SCORES)?;
    fs::write(Path::new(SCORES).join("sentences.json"), serde_json::to_string_pretty(&scores)? + "\n")?;
    Ok(())
}
