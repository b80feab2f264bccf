//! Articles from files, one after the other, in each of the formats.

use std::{
    fs::File,
    io::{self, BufWriter, IsTerminal, Write},
    sync::Arc,
};

use dateline_extract::annotate::{self, Layout, Style};
use dateline_text::Article;
use dateline_wire::{Asked, ExtractRequest};
use serde_json::Value;

use super::{Args, CliError, Format, csv_files::CsvFiles, input, terminal};
use crate::{config::Limits, model::Model};

/// Reads every file, and returns how many have a problem. A file that cannot be read ends the run if it is the only one; of several,
/// the others are read.
pub(super) fn run(args: &Args) -> Result<u64, CliError> {
    let files = input::expand(&args.files).map_err(|(name, error)| CliError::Read(name, error))?;
    let reader = Reader { args, limits: Limits::default(), model: args.model.load()?, has_ids: files.len() > 1 };
    if args.output.format() == Format::Csv && args.output.output.is_none() {
        return Err(CliError::NoFolder);
    }
    let mut writer = None;
    let mut problems = 0;
    for file in &files {
        match reader.read(file) {
            Ok((article, asked)) => {
                // A run that reads nothing leaves no output behind, which would be in the way of the next.
                let writer = match &mut writer {
                    Some(writer) => writer,
                    none => none.insert(Writer::new(args, files.len())?),
                };
                writer.write(&reader, file, &article, asked)?;
            }
            Err(error) if files.len() == 1 => return Err(error),
            Err(error) => {
                problems += 1;
                eprintln!("dateline: {error}");
            }
        }
    }
    if let Some(writer) = writer {
        writer.finish()?;
    }
    Ok(problems)
}

/// What reads articles.
struct Reader<'a> {
    args: &'a Args,
    limits: Limits,
    model: Arc<Model>,
    /// Whether answers carry the names of their files.
    has_ids: bool,
}

impl Reader<'_> {
    fn read(&self, file: &str) -> Result<(Article, Asked), CliError> {
        let bytes_max = self.limits.body_bytes_max;
        let found =
            input::read(file, &self.args.input, bytes_max).map_err(|error| CliError::Read(file.to_owned(), error))?;
        let id = self.has_ids.then_some(file);
        let request = self.args.request.with(id, found.text, found.is_html).to_string();
        let limits = self.limits.of_requests();
        ExtractRequest::from_json(request.as_bytes(), &limits)
            .and_then(|request| request.into_article(&limits))
            .map_err(|problem| CliError::Problem(file.to_owned(), problem.detail().to_owned()))
    }

    fn answer(&self, file: &str, article: &Article, asked: Asked) -> Result<Vec<u8>, CliError> {
        let answered = dateline_answer::answer(&self.model, article, asked, self.limits.of_answers());
        answered
            .map(|answer| answer.body)
            .map_err(|problem| CliError::Problem(file.to_owned(), problem.detail().to_owned()))
    }
}

/// Where results go.
struct Writer {
    format: Format,
    out: Box<dyn Write>,
    csv: Option<CsvFiles>,
    layout: Layout,
    style: Style,
    /// Whether there are several articles, which are an array in JSON.
    is_many: bool,
    written: usize,
}

impl Writer {
    fn new(args: &Args, files: usize) -> Result<Self, CliError> {
        let format = args.output.format();
        let path = args.output.output.as_deref();
        let failed = |error| CliError::Output(path.map_or_else(String::new, |path| path.display().to_string()), error);
        let csv = match (format, path) {
            (Format::Csv, Some(path)) => Some(CsvFiles::create(path).map_err(failed)?),
            _ => None,
        };
        let (is_terminal, out): (bool, Box<dyn Write>) = match path {
            Some(path) if csv.is_none() => (false, Box::new(BufWriter::new(File::create_new(path).map_err(failed)?))),
            _ => (io::stdout().is_terminal(), Box::new(BufWriter::new(io::stdout().lock()))),
        };
        let style = if is_terminal && terminal::wants_colour() { Style::Coloured } else { Style::Plain };
        let layout = if is_terminal { Layout::within(terminal::columns()) } else { Layout::default() };
        Ok(Self { format, out, csv, layout, style, is_many: files > 1, written: 0 })
    }

    fn write(&mut self, reader: &Reader<'_>, file: &str, article: &Article, asked: Asked) -> Result<(), CliError> {
        if self.format == Format::Pretty {
            if self.is_many {
                writeln!(self.out, "{}== {file}", if self.written > 0 { "\n" } else { "" })?;
            }
            let found = reader.model.pipeline.extract(article)?;
            self.out.write_all(annotate::render_in(article, &found, self.style, self.layout).as_bytes())?;
        } else {
            let body = reader.answer(file, article, asked)?;
            self.write_answer(file, &body)?;
        }
        self.written += 1;
        Ok(())
    }

    fn write_answer(&mut self, file: &str, body: &[u8]) -> Result<(), CliError> {
        if self.format == Format::Ndjson {
            self.out.write_all(body)?;
            self.out.write_all(b"\n")?;
            return Ok(());
        }
        let answer: Value = serde_json::from_slice(body).map_err(io::Error::from)?;
        if let Some(csv) = &mut self.csv {
            return Ok(csv.write(file, &answer).map_err(io::Error::from)?);
        }
        if self.is_many {
            self.out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        }
        serde_json::to_writer_pretty(&mut self.out, &answer).map_err(io::Error::from)?;
        if !self.is_many {
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), CliError> {
        if self.is_many && self.format == Format::Json {
            self.out.write_all(b"\n]\n")?;
        }
        if let Some(csv) = self.csv {
            csv.finish()?;
        }
        self.out.flush()?;
        Ok(())
    }
}
