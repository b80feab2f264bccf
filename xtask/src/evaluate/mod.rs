//! `cargo xtask evaluate`: measures, prints the figures, and writes them where they are committed.

mod layers;

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Subcommand;
use dateline_evaluation::{sentences, times};

/// The parts from which the confidence of rules for times is taken.
const RULES_PARTS: [&str; 2] = ["wikiwars/train", "gum_dates/train"];

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
    /// Every layer on every corpus.
    All(layers::Options),
    /// Names.
    Names(layers::Options),
    /// Links to Wikidata.
    Linking(layers::Options),
    /// Whom pronouns and descriptions mean.
    Reference(layers::Options),
    /// Attributions.
    Quotes(layers::Options),
    /// Event triggers, with the types of other corpora.
    Events(layers::Options),
    /// Parts of speech and dependencies.
    Syntax(layers::Options),
    /// The articles that nothing learns from and nothing is chosen on.
    Gold(layers::Options),
    /// The articles on which models, thresholds and rankers are chosen.
    Choose(layers::Options),
    /// Time expressions: TIMEX3 corpora, and the test cases of other recognisers.
    Times {
        #[command(flatten)]
        options: layers::Options,
        /// Also print every expression of this part (such as `wikiwars/train`) on which corpus and pipeline differ.
        #[arg(long)]
        differences: Option<String>,
    },
}

/// Makes one measurement.
pub(crate) fn run(measurement: Measurement) -> Result<(), Box<dyn Error>> {
    use layers::Layer;
    match measurement {
        Measurement::Sentences { data, differences } => measure_sentences(&data, differences),
        Measurement::All(options) => layers::run(&layers::ALL.map(|(layer, _)| layer), &options),
        Measurement::Names(options) => layers::run(&[Layer::Names], &options),
        Measurement::Linking(options) => layers::run(&[Layer::Linking], &options),
        Measurement::Reference(options) => layers::run(&[Layer::Reference], &options),
        Measurement::Quotes(options) => layers::run(&[Layer::Quotes], &options),
        Measurement::Events(options) => layers::run(&[Layer::Events], &options),
        Measurement::Syntax(options) => layers::run(&[Layer::Syntax], &options),
        Measurement::Gold(options) => layers::run(&[Layer::Gold], &options),
        Measurement::Choose(options) => layers::run(&[Layer::Choose], &options),
        Measurement::Times { options, differences } => {
            layers::run(&[Layer::Times], &options)?;
            measure_times(&options.data, differences.as_deref())
        }
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

fn measure_times(data: &Path, differences: Option<&str>) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let mut lines = Vec::new();
    let mut rules: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    let corpora = times::measure(data, |pair| {
        if RULES_PARTS.contains(&pair.part) {
            times::count_rule(rules.entry(pair.part).or_default(), pair);
        }
        if differences == Some(pair.part) {
            lines.extend(difference_line(pair));
        }
    })?;
    let cases = times::cases::run(data, |failure| {
        if differences == Some("time_cases") {
            let times::cases::Failure { group, text, expected, found } = failure;
            lines.push(format!("{group}\t{}\t{expected}\t{found}", text.replace('\n', " ")));
        }
    })?;
    for line in lines {
        writeln!(out, "{line}")?;
    }
    writeln!(
        out,
        "{:20} {:>5} {:>8} {:>7} {:>7} {:>6} {:>6} {:>6}",
        "F1", "docs", "timexes", "strict", "relaxed", "type", "value", "dates"
    )?;
    for part in &corpora {
        let times::TimexScores { documents, expected, strict, relaxed, kind, value, dates, .. } = part;
        writeln!(
            out,
            "{:20} {documents:>5} {expected:>8} {strict:>7.1} {relaxed:>7.1} {kind:>6.1} {value:>6.1} {dates:>6.1}",
            part.part
        )?;
    }
    for row in &cases {
        let reason = row.out_of_scope.map(|reason| format!("  (out of scope: {reason})")).unwrap_or_default();
        writeln!(out, "{:55} {:>5} of {:>5}{reason}", row.group, row.passed, row.cases)?;
    }
    let in_scope = cases.iter().filter(|row| row.out_of_scope.is_none());
    let (passed, all) = in_scope.fold((0, 0), |(passed, all), row| (passed + row.passed, all + row.cases));
    writeln!(out, "{:55} {passed:>5} of {all:>5}", "all groups in scope")?;
    fs::create_dir_all(SCORES)?;
    let scores = serde_json::json!({ "corpora": corpora, "cases": cases, "rules": rules });
    fs::write(Path::new(SCORES).join("times.json"), serde_json::to_string_pretty(&scores)? + "\n")?;
    Ok(())
}

/// One line for a pair that differs: what the corpus has, what was found, by which rule, and where.
fn difference_line(pair: &times::Difference) -> Option<String> {
    let show =
        |timex: &times::Found| format!("{}|{}|{}", timex.text, timex.kind, timex.value.as_deref().unwrap_or("-"));
    let (expected, found) = (pair.expected.as_ref(), pair.found.as_ref());
    let same = expected.zip(found).is_some_and(|(a, b)| (a.span, &a.kind, &a.value) == (b.span, &b.kind, &b.value));
    let rule = found.map_or("", |timex| timex.rule);
    let [expected, found] = [expected, found].map(|timex| timex.map_or_else(|| "-".to_owned(), show));
    (!same).then(|| format!("{expected}\t{found}\t{rule}\t{}\t{}", pair.document, pair.context.replace('\n', " ")))
}
