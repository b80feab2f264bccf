//! `dateline extract`.

mod csv_files;
mod encoding;
mod files;
mod input;
mod ndjson;
mod output;
mod request;
mod terminal;

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    process::ExitCode,
};

use clap::ValueEnum;

use super::CliError;
use crate::config::ModelChoice;

/// Exit code of a run in which some documents have a problem.
const SOME_PROBLEMS: u8 = 3;

const EXAMPLES: &str = "Examples:
  dateline extract article.txt
  dateline extract --pretty --published-at 2025-10-07 article.txt
  pbpaste | dateline extract --pretty
  dateline extract --format csv --output found/ archive/
  dateline extract --kb cms=people.csv article.txt
  dateline extract --format ndjson *.txt > found.ndjson
  dateline extract --ndjson --output found.ndjson requests.ndjson

Exit codes: 0 all articles were read, 1 the run could not finish, 2 wrong usage, 3 some articles have a problem";

/// What to read, and how to write what is found.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Files and folders to read; - is standard input, which is also the default when input is piped. In folders and their
    /// subfolders, files that end in .txt, .html, .htm and .xhtml are read.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    #[command(flatten)]
    request: request::RequestArgs,
    #[command(flatten, next_help_heading = "Model")]
    model: ModelChoice,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// How files are read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
struct InputArgs {
    /// Read a request of /v1/extract from each line of the files, and write one line for each, in the same order.
    #[arg(long, conflicts_with_all = ["title", "abstract", "byline", "dateline", "published_at", "body_type", "language",
        "known_entities", "include", "offset_unit", "link", "attributions", "min_confidence", "evidence", "pretty", "format", "encoding"])]
    ndjson: bool,
    /// Character encoding of the files, such as windows-1252 or utf-16le; UTF-8 by default.
    #[arg(long, value_name = "NAME", value_parser = encoding::named)]
    encoding: Option<&'static encoding_rs::Encoding>,
}

/// How results are written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
struct OutputArgs {
    /// Output format; json by default.
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// Short for --format pretty.
    #[arg(long, conflicts_with = "format")]
    pretty: bool,
    /// Where to write: a file that does not exist yet; with --format csv, a folder. Standard output by default.
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Continue an interrupted --ndjson run over the same files.
    #[arg(long, requires = "output", requires = "ndjson")]
    resume: bool,
    /// Exit with code 0 even if some articles have a problem.
    #[arg(long)]
    allow_problems: bool,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Indented JSON; several articles are an array.
    Json,
    /// One line of JSON for each article.
    Ndjson,
    /// The article with its findings marked, for reading in a terminal.
    Pretty,
    /// entities.csv, quotes.csv and events.csv in the folder --output.
    Csv,
}

impl OutputArgs {
    fn format(&self) -> Format {
        if self.pretty { Format::Pretty } else { self.format.unwrap_or(Format::Json) }
    }
}

/// Reads articles and writes what is found.
pub(super) fn run(mut args: Args) -> Result<ExitCode, CliError> {
    if args.files.is_empty() {
        if io::stdin().is_terminal() {
            return Err(CliError::NoInput);
        }
        args.files.push("-".to_owned());
    }
    let problems = if args.input.ndjson {
        let model = args.model.load()?;
        ndjson::run(&args.files, args.output.output.as_deref(), args.output.resume, model)?
    } else {
        files::run(&args)?
    };
    Ok(if problems == 0 || args.output.allow_problems { ExitCode::SUCCESS } else { SOME_PROBLEMS.into() })
}
