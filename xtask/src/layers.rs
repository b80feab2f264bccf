//! What each layer costs: the time that the pipeline's steps take on articles, each article read in turns.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::PathBuf,
    time::{Duration, Instant},
};

use dateline_encoder::Encoder;
use dateline_extract::{coref, events, names, quotes, times};
use dateline_text::{Article, Document, Parts};

use crate::model;

/// Times the pipeline's steps on articles.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Folder of articles, as plain text.
    #[arg(long, default_value = "tests/fixtures/articles")]
    articles: PathBuf,
    /// How often each article is read; the fastest reading of each step counts.
    #[arg(long, default_value_t = 20)]
    rounds: usize,
}

/// The steps, in their order.
const STEPS: [&str; 6] = ["text", "encoder", "names and entities", "times", "quotes", "events"];

/// Prints milliseconds per article for each step, and what quotes and events add to the steps before them.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let encoder = model::load()?;
    let mut totals = [Duration::ZERO; STEPS.len()];
    let mut count = 0;
    for entry in fs::read_dir(&options.articles)? {
        let body = fs::read_to_string(entry?.path())?;
        let article = Article::new(Parts { body, ..Parts::default() }, usize::MAX)?;
        let mut best = [Duration::MAX; STEPS.len()];
        for _ in 0..options.rounds.max(1) {
            for (best, took) in best.iter_mut().zip(steps(&encoder, &article)?) {
                *best = took.min(*best);
            }
        }
        for (total, best) in totals.iter_mut().zip(best) {
            *total += best;
        }
        count += 1;
    }
    let ms = totals.map(|total| total.as_secs_f64() * 1e3 / f64::from(count.max(1)));
    let mut stdout = io::stdout();
    for (step, ms) in STEPS.iter().zip(ms) {
        writeln!(stdout, "{step:<20}{ms:>8.3} ms")?;
    }
    let [text, encoder, names, times, quotes, events] = ms;
    let names_alone = text + encoder + names;
    writeln!(stdout, "quotes beside names alone: + {:.1} %", 100.0 * quotes / names_alone)?;
    writeln!(
        stdout,
        "times and events beside names and quotes: + {:.1} %",
        100.0 * (times + events) / (names_alone + quotes)
    )?;
    Ok(())
}

/// Runs the pipeline's steps as `Pipeline::extract` does, and times each.
fn steps(encoder: &impl Encoder, article: &Article) -> Result<[Duration; STEPS.len()], Box<dyn Error>> {
    let mut took = [Duration::ZERO; STEPS.len()];
    let mut begun = Instant::now();
    let mut lap = |step: usize| {
        took[step] = begun.elapsed();
        begun = Instant::now();
    };
    let document = Document::new(article);
    lap(0);
    let encoding = Some(encoder.encode(&document)?);
    lap(1);
    let names = names::find(&document, encoding.as_ref());
    let entities = coref::resolve(&document, encoding.as_ref(), &names);
    lap(2);
    let times = times::normalise(&document, article.published());
    lap(3);
    let quotes = quotes::attribute(&document, encoding.as_ref(), &entities);
    lap(4);
    let _events = events::extract(&document, encoding.as_ref(), &entities, &times, &quotes.quotes);
    lap(5);
    Ok(took)
}
