//! `cargo xtask evaluate all`, or one layer alone: figures over what the service answers, in process.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use dateline_evaluation::{EvaluationError, Measured, Run, Service, layers, load_encoder};
use serde_json::{Map, Value, to_value};

/// What to read, with which model, and what to do with the figures.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder of the corpora.
    #[arg(long)]
    pub(super) data: PathBuf,
    /// The folder of the model.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/en-news"))]
    model: PathBuf,
    /// Writes the figures to this file.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Fails where a figure is not that of this file, which another run or another scorer wrote.
    #[arg(long, value_name = "FILE")]
    expect: Option<PathBuf>,
}

/// What can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    Names,
    Linking,
    Quotes,
    Reference,
    Times,
    Events,
    Syntax,
    Gold,
    Choose,
}

/// Every layer, with its name in the files of figures.
pub(crate) const ALL: [(Layer, &str); 9] = [
    (Layer::Names, "ner"),
    (Layer::Linking, "linking"),
    (Layer::Quotes, "quotes"),
    (Layer::Reference, "coref"),
    (Layer::Times, "times"),
    (Layer::Events, "events"),
    (Layer::Syntax, "syntax"),
    (Layer::Gold, "gold"),
    (Layer::Choose, "choose"),
];

impl Layer {
    fn measure(self, run: &mut Run<'_>, model: &Path) -> Result<Value, Box<dyn Error>> {
        Ok(match self {
            Self::Names => to_value(layers::names::measure(run)?)?,
            Self::Linking => to_value(layers::linking::measure(run)?)?,
            Self::Quotes => to_value(layers::quotes::measure(run)?)?,
            Self::Reference => to_value(layers::reference::measure(run)?)?,
            Self::Times => to_value(layers::times::measure(run)?)?,
            Self::Events => to_value(layers::events::measure(run)?)?,
            Self::Syntax => to_value(layers::syntax::measure(run.data, &load_encoder(model)?)?)?,
            Self::Gold => articles(run, "gold/articles")?,
            Self::Choose => articles(run, "newsroom/choose")?,
        })
    }
}

fn articles(run: &mut Run<'_>, name: &str) -> Result<Value, EvaluationError> {
    let scores = layers::articles::measure(run, name)?;
    Ok(scores.and_then(|scores| to_value(scores).ok()).unwrap_or_default())
}

/// Measures the layers, prints their figures, and writes and compares them as asked.
pub(crate) fn run(wanted: &[Layer], options: &Options) -> Result<(), Box<dyn Error>> {
    let service = Service::load(&options.model)?;
    let mut run = Run { data: &options.data, service: &service, measured: Measured::default() };
    let mut all = Map::new();
    let mut out = io::stdout().lock();
    for (layer, name) in ALL.into_iter().filter(|(layer, _)| wanted.contains(layer)) {
        let figures = layer.measure(&mut run, &options.model)?;
        for (path, figure) in flat(&figures) {
            writeln!(out, "{name:8} {path:55} {}", shown(figure))?;
        }
        all.insert(name.to_owned(), figures);
    }
    let took = to_value(&run.measured)?;
    writeln!(out, "{:8} {took}", "run")?;
    all.insert("run".to_owned(), took);
    if let Some(file) = &options.json {
        fs::write(file, serde_json::to_string_pretty(&all)? + "\n")?;
    }
    options.expect.as_deref().map_or(Ok(()), |file| compare(&all, file, &mut out))
}

/// The figures of a tree, each with its path: numbers, and objects that hold an F1.
fn flat(figures: &Value) -> Vec<(String, &Value)> {
    let Some(fields) = figures.as_object().filter(|fields| !fields.contains_key("f1")) else {
        return vec![(String::new(), figures)];
    };
    let under = |(name, value)| {
        let name: &String = name;
        flat(value).into_iter().map(move |(path, figure)| (format!("{name} {path}").trim_end().to_owned(), figure))
    };
    fields.iter().flat_map(under).collect()
}

fn shown(figure: &Value) -> String {
    if figure["f1"].is_null() {
        return figure.to_string();
    }
    let number = |name: &str| figure[name].as_f64().unwrap_or_default();
    let mut shown = format!("P {:5.1} R {:5.1} F1 {:5.1}", number("p"), number("r"), number("f1"));
    if !figure["gold"].is_null() {
        shown += &format!("  gold {} predicted {}", figure["gold"], figure["predicted"]);
    }
    shown
}

/// Compares every number that the file has of these layers, apart from what the run took.
fn compare(figures: &Map<String, Value>, file: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let expected: Map<String, Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let (mut same, mut differ) = (0, 0);
    for (layer, figures) in figures.iter().filter(|(layer, _)| *layer != "run") {
        for (path, number) in expected.get(layer).map(numbers).unwrap_or_default() {
            let found = figures.pointer(&path).and_then(Value::as_f64);
            if found == Some(number) {
                same += 1;
            } else {
                differ += 1;
                writeln!(out, "{layer}{path}: {found:?}, expected {number}")?;
            }
        }
    }
    writeln!(out, "{same} figures are those of {}, {differ} are not", file.display())?;
    if differ == 0 { Ok(()) } else { Err("figures differ".into()) }
}

/// The numbers of a tree with their JSON pointers.
fn numbers(tree: &Value) -> Vec<(String, f64)> {
    match tree {
        Value::Object(fields) => {
            let under = |(name, value): (&String, &Value)| {
                let name = name.replace('~', "~0").replace('/', "~1");
                numbers(value)
                    .into_iter()
                    .map(move |(path, number)| (format!("/{name}{path}"), number))
                    .collect::<Vec<_>>()
            };
            fields.iter().flat_map(under).collect()
        }
        _ => tree.as_f64().map(|number| (String::new(), number)).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_have_paths() {
        let tree = json!({ "polnear/dev": { "soft": { "p": 1.0, "f1": 2.0 }, "cue": 3.0 } });
        let mut paths: Vec<String> = flat(&tree).into_iter().map(|(path, _)| path).collect();
        paths.sort_unstable(); // the order of an object's fields depends on the features of serde_json
        assert_eq!(paths, ["polnear/dev cue", "polnear/dev soft"]);
        let pointers = numbers(&tree);
        assert_eq!(pointers.len(), 3);
        assert!(pointers.iter().all(|(path, number)| tree.pointer(path).and_then(Value::as_f64) == Some(*number)));
    }
}
