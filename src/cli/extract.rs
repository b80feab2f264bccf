//! `dateline extract`.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::PathBuf,
};

use dateline_extract::annotate::{self, Style};
use dateline_text::{Article, Parts, Published};

use super::CliError;
use crate::{
    api::{
        convert, published,
        request::{Asked, LANGUAGES, Options},
    },
    config::Limits,
    model::Model,
};

/// What to read, and how to show it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File with the article's text, in UTF-8; - for standard input.
    file: String,
    /// The headline.
    #[arg(long)]
    title: Option<String>,
    /// When it was published: a date (2025-08-24) or a date-time (2025-08-24T18:05:00+03:00).
    #[arg(long, value_parser = published_at, value_name = "DATE")]
    published_at: Option<Published>,
    /// Folder of a model to read with; by default the model in the binary.
    #[arg(long, env = "DATELINE_MODEL", value_name = "DIR")]
    model: Option<PathBuf>,
    /// Write the article with its findings marked, in place of JSON.
    #[arg(long)]
    pretty: bool,
}

fn published_at(text: &str) -> Result<Published, String> {
    published::parse(text).ok_or_else(|| format!("must be {}", published::EXPECTED))
}

/// Reads one article and writes what is found.
pub(super) fn run(args: Args) -> Result<(), CliError> {
    let Args { file, title, published_at, model, pretty } = args;
    let limits = Limits::default();
    let body = read(&file, limits.body_bytes_max).map_err(|error| CliError::Read(file, error))?;
    let parts = Parts { title: title.unwrap_or_default(), body, published: published_at, ..Parts::default() };
    let article = Article::new(parts, limits.text_chars_max)?;
    let model = Model::choose(model.as_deref())?;
    let found = model.pipeline.extract(&article)?;
    let mut stdout = io::stdout().lock();
    if pretty {
        let style = if stdout.is_terminal() { Style::Coloured } else { Style::Plain };
        stdout.write_all(annotate::render(&article, &found, style).as_bytes())?;
    } else {
        let asked = Asked { id: None, language: LANGUAGES[0], options: Options::default() };
        let response = convert::respond(&article, &found, asked, &model.id);
        serde_json::to_writer_pretty(&mut stdout, &response).map_err(io::Error::from)?;
        stdout.write_all(b"\n")?;
    }
    Ok(())
}

fn read(file: &str, bytes_max: usize) -> io::Result<String> {
    let source: Box<dyn Read> = if file == "-" { Box::new(io::stdin()) } else { Box::new(File::open(file)?) };
    let mut text = String::new();
    // One byte beyond the limit tells a text that is too long from one that just fits.
    source.take(bytes_max as u64 + 1).read_to_string(&mut text)?;
    if text.len() > bytes_max {
        return Err(io::Error::other(format!("it has more than {bytes_max} bytes")));
    }
    Ok(text)
}
