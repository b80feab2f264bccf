//! `dateline extract --ndjson`: many articles, with a progress bar where somebody watches.

use std::{
    cell::RefCell,
    fs,
    io::{self, Read, Write},
    path::Path,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
};

use axum::body::Bytes;
use dateline_wire::Code;
use futures_util::{StreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use tokio::runtime;

use super::{CliError, input::open, output::Output};
use crate::{
    App,
    batch::{self, Answered, lines},
    config::Limits,
    model::Model,
};

/// Bytes read at a time.
const PIECE_BYTES: usize = 1 << 16;

/// Names the run in problems, where a request's id would stand.
const RUN: &str = "extract";

/// Reads every line of the files, writes a line for each, and returns how many of these are problems.
pub(super) fn run(files: &[String], output: Option<&Path>, resume: bool, model: Arc<Model>) -> Result<u64, CliError> {
    let name = output.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    let output = Output::open(output, resume).map_err(|error| CliError::Output(name.clone(), error))?;
    let bar = progress_bar(files);
    let fault = Arc::default();
    let pieces = Pieces { files: files.to_vec(), open: None, bar: bar.clone(), fault: Arc::clone(&fault) };
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(CliError::Runtime)?;
    let app = runtime.block_on(async { App::new(Limits::default(), model) });
    let written = runtime.block_on(answer(&app, pieces, output, (&name, &bar)));
    let fault = fault.lock().unwrap_or_else(PoisonError::into_inner).take();
    bar.finish_and_clear();
    let Run { documents, problems, broken_off } = written?;
    // Standard error may be closed, and then there is nowhere to write this.
    let _ = writeln!(io::stderr(), "{documents} documents, {problems} with a problem");
    match (fault, broken_off) {
        (Some((file, error)), _) => Err(CliError::Read(file, error)),
        (None, Some(detail)) => Err(CliError::BrokenOff(detail)),
        (None, None) => Ok(problems),
    }
}

/// What a run wrote.
struct Run {
    documents: u64,
    problems: u64,
    /// Why lines are left unread, where some are.
    broken_off: Option<String>,
}

/// Writes the answers that are not there yet, and counts them and the problems among them.
async fn answer(
    app: &App,
    pieces: Pieces,
    mut output: Output,
    (name, bar): (&str, &ProgressBar),
) -> Result<Run, CliError> {
    let (done, fault) = (output.done, Arc::clone(&pieces.fault));
    // The last document that is done is read again: its answer tells whether the output belongs to these files.
    let broken_off = RefCell::new(None);
    let documents = lines::documents(stream::iter(pieces), &app.limits, || None).inspect(|document| {
        if document.ends_batch {
            broken_off.replace(document.content.as_ref().err().map(|problem| problem.detail().to_owned()));
        }
    });
    let documents = pin!(documents);
    let mut answers = pin!(batch::answers(app, RUN, documents.skip(done.saturating_sub(1))));
    if done > 0 && answers.next().await.is_none_or(|Answered { json, .. }| json.as_ref() != output.last) {
        return Err(CliError::Resume(name.to_owned()));
    }
    let (mut documents, mut problems) = (0, 0);
    while let Some(Answered { json, code }) = answers.next().await {
        let unreadable = code == Some(Code::BodyUnreadable);
        if unreadable && fault.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            break;
        }
        output.line(json.as_ref())?;
        documents += 1;
        problems += u64::from(code.is_some());
        bar.set_message(format!("{documents} documents"));
    }
    output.finish()?;
    Ok(Run { documents, problems, broken_off: broken_off.take() })
}

/// A bar over the files' bytes, or a counter where their number is not known; nothing where standard error is no
/// terminal.
fn progress_bar(files: &[String]) -> ProgressBar {
    let sizes = files.iter().map(|file| fs::metadata(file).ok().filter(fs::Metadata::is_file).map(|file| file.len()));
    let (bar, template) = match sizes.sum::<Option<u64>>() {
        Some(bytes) => (ProgressBar::new(bytes), "{wide_bar} {bytes}/{total_bytes} {msg} {eta}"),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {msg} {elapsed}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The file that could not be read, and why.
type Fault = Arc<Mutex<Option<(String, io::Error)>>>;

/// The bytes of the files, one after the other. An error is the last item, and is kept.
struct Pieces {
    files: Vec<String>,
    open: Option<Open>,
    bar: ProgressBar,
    fault: Fault,
}

struct Open {
    name: String,
    source: Box<dyn Read>,
    ends_in_newline: bool,
}

impl Pieces {
    fn read(&mut self) -> Result<Option<Bytes>, (String, io::Error)> {
        loop {
            let Some(mut file) = self.open.take() else {
                if self.files.is_empty() {
                    return Ok(None);
                }
                let name = self.files.remove(0);
                let source = open(&name).map_err(|error| (name.clone(), error))?;
                self.open = Some(Open { name, source, ends_in_newline: true });
                continue;
            };
            let mut piece = vec![0; PIECE_BYTES];
            let length = match file.source.read(&mut piece) {
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    self.open = Some(file);
                    continue;
                }
                Err(error) => return Err((file.name, error)),
            };
            piece.truncate(length);
            match piece.last() {
                None if file.ends_in_newline => {}
                // The next file begins on a line of its own.
                None => return Ok(Some(Bytes::from_static(b"\n"))),
                Some(&last) => {
                    file.ends_in_newline = last == b'\n';
                    self.open = Some(file);
                    self.bar.inc(length as u64);
                    return Ok(Some(piece.into()));
                }
            }
        }
    }
}

impl Iterator for Pieces {
    type Item = Result<Bytes, ()>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read()
            .map_err(|fault| *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault))
            .transpose()
    }
}
