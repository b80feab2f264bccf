//! `dateline extract`.

mod ndjson;
mod output;

use std::{
    ffi::OsStr,
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use dateline_extract::annotate::{self, Style};
use dateline_text::Published;
use dateline_wire::{ExtractRequest, LANGUAGES, Problem, options::BodyType, published, respond};

use super::CliError;
use crate::{
    config::{Limits, ModelChoice},
    model::Model,
};

/// Exit code of a run in which some documents have a problem.
const SOME_PROBLEMS: u8 = 3;

/// What to read, and how to show it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File with the article's text, in UTF-8; - for standard input. With --ndjson, any number of files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// How the article is written: text or html. Without it, files that end in .html, .htm or .xhtml are HTML.
    #[arg(long, value_name = "TYPE", value_parser = ["text", "html"])]
    body_type: Option<String>,
    /// The language of the article, where it is not to be told from the text; only English is read: en.
    #[arg(long, value_name = "TAG", value_parser = ["en"])]
    language: Option<String>,
    /// The headline.
    #[arg(long)]
    title: Option<String>,
    /// When it was published: a date (2025-08-24) or a date-time (2025-08-24T18:05:00+03:00).
    #[arg(long, value_parser = published_at, value_name = "DATE")]
    published_at: Option<Published>,
    #[command(flatten)]
    model: ModelChoice,
    /// Write the article with its findings marked, in place of JSON.
    #[arg(long)]
    pretty: bool,
    /// Read many articles: a request of /v1/extract on each line. Write a line for each, in the same order.
    #[arg(long, conflicts_with_all = ["title", "published_at", "body_type", "language", "pretty"])]
    ndjson: bool,
    /// Where the lines go, in place of standard output; must not exist yet.
    #[arg(long, value_name = "FILE", requires = "ndjson")]
    output: Option<PathBuf>,
    /// Go on where an interrupted run over the same files stopped writing the output.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Exit with code 0 where some documents have a problem; without it the code is then 3. Code 1: the run could not finish.
    #[arg(long, requires = "ndjson")]
    allow_problems: bool,
}

fn unread(problem: &Problem) -> CliError {
    CliError::Article(problem.detail().to_owned())
}

/// How a file is written: as the caller says, or as the end of its name does.
fn body_type_of(file: &str, said: Option<&str>) -> BodyType {
    let ending = Path::new(file).extension().and_then(OsStr::to_str).unwrap_or_default();
    let is_html = ["html", "htm", "xhtml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    match said {
        Some("html") => BodyType::Html,
        None if is_html => BodyType::Html,
        _ => BodyType::Text,
    }
}

fn published_at(text: &str) -> Result<Published, String> {
    published::parse(text).ok_or_else(|| format!("must be {}", published::EXPECTED))
}

/// Reads articles and writes what is found.
pub(super) fn run(args: Args) -> Result<ExitCode, CliError> {
    if args.ndjson {
        let model = Model::choose(&args.model)?;
        let problems = ndjson::run(&args.files, args.output.as_deref(), args.resume, model)?;
        return Ok(if problems == 0 || args.allow_problems { ExitCode::SUCCESS } else { SOME_PROBLEMS.into() });
    }
    let Args { files, title, published_at, body_type, language, model, pretty, .. } = args;
    let [file] = <[String; 1]>::try_from(files).map_err(|_| CliError::OneFile)?;
    let limits = Limits::default();
    let body_type = body_type_of(&file, body_type.as_deref());
    let body = read(&file, limits.body_bytes_max).map_err(|error| CliError::Read(file, error))?;
    let of_requests = limits.of_requests();
    let plain = ExtractRequest::from_text(body, body_type, None, &of_requests).map_err(|problem| unread(&problem))?;
    let language = language.map(|_| LANGUAGES[0]);
    let request = ExtractRequest { title, published_at, language, ..plain };
    let (article, asked) = request.into_article(&of_requests).map_err(|problem| unread(&problem))?;
    let model = Model::choose(&model)?;
    let found = model.pipeline.extract(&article)?;
    let mut stdout = io::stdout().lock();
    if pretty {
        let style = if stdout.is_terminal() { Style::Coloured } else { Style::Plain };
        stdout.write_all(annotate::render(&article, &found, style).as_bytes())?;
    } else {
        let response = respond(&article, &found, asked, model.provenance());
        serde_json::to_writer_pretty(&mut stdout, &response).map_err(io::Error::from)?;
        stdout.write_all(b"\n")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn open(file: &str) -> io::Result<Box<dyn Read>> {
    Ok(if file == "-" { Box::new(io::stdin()) } else { Box::new(File::open(file)?) })
}

fn read(file: &str, bytes_max: usize) -> io::Result<String> {
    let source = open(file)?;
    let mut text = String::new();
    // One byte beyond the limit tells a text that is too long from one that just fits.
    source.take(bytes_max as u64 + 1).read_to_string(&mut text)?;
    // A byte order mark is no character of the article.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.len() > bytes_max {
        return Err(io::Error::other(format!("it has more than {bytes_max} bytes")));
    }
    Ok(text)
}
