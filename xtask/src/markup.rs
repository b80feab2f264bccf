//! What an article costs in HTML beside its plain text: both are read by the whole pipeline, in turns.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
    time::{Duration, Instant},
};

use dateline_extract::Pipeline;
use dateline_text::{Article, Format, Parts};

use crate::model;

/// Which articles to read.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Folder of articles in HTML (`.html`), each with its plain text (`.txt`).
    #[arg(long, default_value = "tests/fixtures/html")]
    articles: PathBuf,
    /// How often each article is read; the fastest reading counts.
    #[arg(long, default_value_t = 20)]
    rounds: usize,
}

/// Prints the milliseconds of all articles as plain text and in HTML, and the ratio.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let pipeline = Pipeline::with_encoder(Box::new(model::load()?));
    let (mut text, mut html, mut count) = (Duration::ZERO, Duration::ZERO, 0);
    for entry in fs::read_dir(&options.articles)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let (marked_up, plain) = (fs::read_to_string(&path)?, fs::read_to_string(path.with_extension("txt"))?);
        let (mut best_text, mut best_html) = (Duration::MAX, Duration::MAX);
        for _ in 0..options.rounds.max(1) {
            best_text = best_text.min(read(&pipeline, &plain, Format::Text)?);
            best_html = best_html.min(read(&pipeline, &marked_up, Format::Html)?);
        }
        text += best_text;
        html += best_html;
        count += 1;
    }
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let mut stdout = io::stdout();
    writeln!(stdout, "{count} articles: {:.2} ms as text, {:.2} ms in HTML", ms(text), ms(html))?;
    writeln!(stdout, "HTML takes {:+.1} % time", 100.0 * (html.as_secs_f64() / text.as_secs_f64() - 1.0))?;
    Ok(())
}

/// The time from the body as sent to what was found.
fn read(pipeline: &Pipeline, body: &str, format: Format) -> Result<Duration, Box<dyn Error>> {
    let parts = Parts { body: body.to_owned(), format, ..Parts::default() };
    let begun = Instant::now();
    let article = Article::new(parts, usize::MAX)?;
    pipeline.extract(&article)?;
    Ok(begun.elapsed())
}
