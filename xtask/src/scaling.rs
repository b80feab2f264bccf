//! Whether the time to read a text grows with its length and no faster, for shapes that make parsers slow.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::Path,
    sync::Arc,
    time::Duration,
};

use dateline_extract::{Pipeline, link::Linker};
use dateline_kb::Kb;
use dateline_text::{Article, Parts};

use crate::{linking, model};

/// Characters of the texts.
const LENGTHS: [usize; 4] = [1_000, 10_000, 100_000, 200_000];

/// A run that takes so long is not repeated: it says enough.
const LONG: Duration = Duration::from_secs(2);

/// What is repeated. The first is what others are compared with; each of the others made some version slow, or might.
const SHAPES: &[(&str, &str)] = &[
    (
        "prose",
        "Sweden's foreign minister, Lovisa Ahlqvist, met fishing crews in Lulea on Monday. \"The port stays open,\" she told them. ",
    ),
    ("digits", "1234567890"),
    ("numbers", "12 30 1999 5 "),
    ("quotation marks", "\u{201c}"),
    ("capitals", "Ann Roe "),
    ("one long word", "a"),
    ("one long sentence", "and the mayor said that "),
    ("combining marks", "\u{301}"),
    ("initials", "J. K. L. M. "),
    ("one initial", "J. "),
    ("pronouns", "he "),
    ("pronouns of two", "he they she it "),
    ("months", "May "),
    ("sources", "according to "),
    ("amounts", "two days ago "),
    ("transcript", "NAME: No. "),
    ("credits", "Photo: A\n"),
    ("credit quotes", "\"No.\" \u{2014} A\n"),
    ("names and pronouns", "Anna Berg said he left. "),
    ("cues", "said "),
    ("quotes and cues", "\"a,\" he said. "),
    ("places", "Paris, "),
    ("descriptions", "the president "),
    ("titles", "President "),
    ("triggers", "killed "),
    ("of", "of the "),
    ("who", "who said "),
    ("open and closed", "\u{201c}a \u{2018}b "),
    ("short lines", "A\n"),
    ("dashes", "\u{2014} No, he said.\n"),
    ("brackets", "(a [b "),
    ("acronyms", "U.S. "),
    ("capital letters", "ANNA BERG SAID "),
];

/// The text in which every name is another one: what is compared with all that came before it shows here.
const DISTINCT_NAMES: &str = "distinct names";

/// Which shapes to measure.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The name of one; all by default.
    shape: Option<String>,
    /// Leave the encoder out. Its cost hides that of the layers above it.
    #[arg(long)]
    without_encoder: bool,
}

/// Prints microseconds per 1,000 characters of each shape and length, the best of some runs each: of the processor's
/// time, which other programs lengthen little.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let only = options.shape.as_deref();
    let pipeline =
        if options.without_encoder { Pipeline::by_rule() } else { Pipeline::with_encoder(Box::new(model::load()?)) };
    let pipeline = pipeline.linked_by(linker()?);
    let mut stdout = io::stdout();
    writeln!(stdout, "{:<20}{}", "us per 1,000 chars", LENGTHS.map(|length| format!("{length:>10}")).concat())?;
    let distinct = distinct_names(LENGTHS[LENGTHS.len() - 1]);
    let shapes = SHAPES.iter().copied().chain([(DISTINCT_NAMES, &*distinct)]);
    for (name, unit) in shapes.filter(|(name, _)| only.is_none_or(|only| *name == only)) {
        let paces = LENGTHS.map(|length| pace(&pipeline, unit, length));
        let paces = paces.into_iter().collect::<Result<Vec<f64>, _>>()?;
        let (least, most) =
            paces.iter().fold((f64::MAX, 0.0_f64), |(least, most), &pace| (least.min(pace), most.max(pace)));
        let shown: String = paces.iter().map(|pace| format!("{pace:>10.1}")).collect();
        writeln!(stdout, "{name:<20}{shown}   x {:.2}", most / least)?;
    }
    Ok(())
}

/// The linker of the service.
fn linker() -> Result<Linker, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let kb = Kb::open(fs::read(root.join("kb/wikidata.kb"))?)?;
    Ok(Linker::new(vec![Arc::new(kb)], linking::load(&root.join("models/en-news/linking.json"))?))
}

/// At least as many characters of names of two words, none of which comes twice.
fn distinct_names(length: usize) -> String {
    let syllables = ["ka", "lo", "mir", "ta", "ben", "dor", "su", "vel", "ran", "pi"];
    let word = |mut number: usize| {
        let mut word = String::from("B");
        while number > 0 {
            word += syllables[number % syllables.len()];
            number /= syllables.len();
        }
        word
    };
    let (mut text, mut at) = (String::new(), 100);
    while text.len() < length {
        text += &format!("{} {} said. ", word(at), word(at * 7 + 3));
        at += 1;
    }
    text
}

fn pace(pipeline: &Pipeline, unit: &str, length: usize) -> Result<f64, Box<dyn Error>> {
    let body: String = unit.chars().cycle().take(length).collect();
    let article = Article::new(Parts { body, ..Parts::default() }, length)?;
    let mut best = Duration::MAX;
    for _ in 0..(400_000 / length).clamp(2, 50) {
        let begun = thread_time();
        pipeline.extract(&article)?;
        best = best.min(thread_time().saturating_sub(begun));
        if best > LONG {
            break;
        }
    }
    Ok(best.as_secs_f64() * 1e9 / length as f64)
}

/// How long this thread has run.
#[cfg(unix)]
fn thread_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

/// The time that has passed: other systems tell no time of a thread here.
#[cfg(not(unix))]
fn thread_time() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}
