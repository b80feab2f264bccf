//! `dateline kb`.

use std::{fs, path::PathBuf};

use clap::Subcommand;
use dateline_kb::Kb;

use super::CliError;
use crate::knowledge;

/// What to do with knowledge bases.
#[derive(Debug, Subcommand)]
pub(super) enum Args {
    /// Compile a table of entities, CSV or NDJSON, for `--kb NAME=FILE`.
    #[command(after_help = "Example:\n  dateline kb build people.csv -o people.kb")]
    Build {
        /// The table, with the columns id, name, aliases, type, country, description and same_as.
        table: PathBuf,
        /// The compiled file.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

pub(super) fn run(args: &Args) -> Result<(), CliError> {
    let Args::Build { table, output } = args;
    let bytes = fs::read(table).map_err(|error| CliError::Read(table.display().to_string(), error))?;
    let name = table.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let compiled = knowledge::compile(&bytes, table, &name)?;
    let kb = Kb::open_trusted(compiled.clone()).map_err(|e| knowledge::KnowledgeError::Base(name, e))?;
    fs::write(output, compiled).map_err(|error| CliError::Output(output.display().to_string(), error))?;
    eprintln!("{}: {} entities, {} names, sha256 {}", output.display(), kb.len(), kb.keys_len(), kb.sha256());
    Ok(())
}
