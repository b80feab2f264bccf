//! Fits the ranker of links, and measures links on corpora with Wikidata ids.
//!
//! Weights are fitted on open corpora. Of news only the development part of News-Fair is used, to choose the least
//! probability of a link; what remains is measured alone.

mod corpus;
mod fit;
mod report;

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use dateline_encoder::{Encoder, NeuralEncoder};
use dateline_extract::{
    coref::{self, Entity},
    link::{Candidates, FEATURES, Linker, Weights},
    names,
};
use dateline_kb::Kb;
use dateline_text::Document;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use corpus::Annotated;

/// Where corpora and base are, and whether to fit.
#[derive(Args)]
pub(crate) struct Options {
    /// Folder of corpora, with `linking/wiki_fair_v2/dev.jsonl` and the like.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The base; by default the committed one.
    #[arg(long, value_name = "FILE")]
    kb: Option<PathBuf>,
    /// Fit the weights and write them; without it, measure those that are committed.
    #[arg(long)]
    fit: bool,
    /// Also write what is wrong, one line each.
    #[arg(long)]
    errors: bool,
    /// Most articles of each corpus.
    #[arg(long, default_value_t = usize::MAX)]
    articles_max: usize,
}

/// The corpora on which weights are fitted.
const FITTED: &[&str] = &["linking/wiki_fair_v2/dev", "ner/gum_open/train", "linking/geo_geovirus/all"];
/// The corpus on which the least probability of a link is chosen.
const CHOSEN: &str = "linking/news_fair_v2/dev";
/// The corpora that are measured.
const MEASURED: &[&str] = &[CHOSEN, "linking/msnbc/test", "linking/wiki_fair_v2/dev", "linking/kore50/test"];
/// Precision on news that the threshold must reach.
const PRECISION_MIN: f32 = 0.84;

/// `models/en-news/linking.json`.
#[derive(Serialize, Deserialize)]
struct File {
    /// What made the file.
    command: String,
    /// The model that found the names.
    #[serde(default)]
    model_sha256: String,
    /// The base in which they were looked up.
    #[serde(default)]
    kb_sha256: String,
    /// The corpora of the weights.
    fitted_on: Vec<String>,
    /// The corpus of the threshold.
    threshold_chosen_on: String,
    threshold: f32,
    weights: BTreeMap<String, f32>,
}

/// An article that was read, with its annotation.
struct Read<'a> {
    annotated: &'a Annotated,
    document: &'a Document<'a>,
    entities: Vec<Entity>,
    candidates: Candidates<'a>,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the manifest lies in the workspace")?;
    let path = root.join("models/en-news/linking.json");
    let kb = options.kb.clone().unwrap_or_else(|| root.join("kb/wikidata.kb"));
    let kb = Arc::new(Kb::open(fs::read(kb)?)?);
    let encoder = crate::model::load()?;
    let corpora: BTreeMap<&str, Vec<Annotated>> = FITTED
        .iter()
        .filter(|name| options.fit || MEASURED.contains(name))
        .chain(MEASURED)
        .map(|&name| Ok((name, corpus::read(&options.data.join(format!("{name}.jsonl")), options.articles_max)?)))
        .collect::<Result<_, Box<dyn Error>>>()?;
    let documents: BTreeMap<&str, Vec<Document<'_>>> = corpora
        .iter()
        .map(|(&name, articles)| (name, articles.iter().map(|annotated| Document::new(&annotated.article)).collect()))
        .collect();
    let start = if options.fit { weights(|_| 0.0, 0.5)? } else { load(&path)? };
    let linker = Linker::new(vec![Arc::clone(&kb)], start);
    let mut read = BTreeMap::new();
    for (&name, articles) in &corpora {
        let documents = documents.get(name).ok_or("every corpus was read")?;
        let of_one = |(annotated, document)| read_one(&encoder, &linker, annotated, document);
        read.insert(name, articles.iter().zip(documents).map(of_one).collect::<Result<Vec<_>, _>>()?);
        eprintln!("{name}: {} articles", articles.len());
    }
    if options.fit {
        let mut fitted = fit_on(&kb, &read)?;
        fitted.model_sha256 = sha256(&root.join("models/en-news/model.safetensors"))?;
        fitted.kb_sha256 = kb.sha256();
        fs::write(&path, serde_json::to_string_pretty(&fitted)? + "\n")?;
    }
    let linker = Linker::new(vec![kb], load(&path)?);
    for name in MEASURED {
        report::print(name, &linker, &read[name], options.errors)?;
    }
    Ok(())
}

fn read_one<'a>(
    encoder: &NeuralEncoder,
    linker: &'a Linker,
    annotated: &'a Annotated,
    document: &'a Document<'a>,
) -> Result<Read<'a>, Box<dyn Error>> {
    let encoding = encoder.encode(document)?;
    let names = names::find(document, Some(&encoding));
    let entities = coref::resolve(document, Some(&encoding), &names);
    let candidates = linker.candidates(document, &names, None);
    Ok(Read { annotated, document, entities, candidates })
}

fn sha256(path: &Path) -> Result<String, Box<dyn Error>> {
    Ok(Sha256::digest(fs::read(path)?).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn weights(of: impl Fn(&str) -> f32, threshold: f32) -> Result<Weights, Box<dyn Error>> {
    Ok(Weights::new(FEATURES.iter().map(|&name| (name.to_owned(), of(name))), threshold)?)
}

/// The weights that a file holds.
pub(crate) fn load(path: &Path) -> Result<Weights, Box<dyn Error>> {
    let file: File = serde_json::from_str(&fs::read_to_string(path)?)?;
    Ok(Weights::new(file.weights, file.threshold)?)
}

/// Fits twice: what certain links say of others is known only once there are weights.
fn fit_on(kb: &Arc<Kb>, read: &BTreeMap<&str, Vec<Read<'_>>>) -> Result<File, Box<dyn Error>> {
    let mut fitted = weights(|_| 0.0, 0.5)?;
    let mut numbers = [0.0; FEATURES.len()];
    for _ in 0..3 {
        let linker = Linker::new(vec![Arc::clone(kb)], fitted);
        let examples: Vec<_> =
            FITTED.iter().flat_map(|name| &read[name]).flat_map(|one| fit::examples(&linker, one)).collect();
        numbers = fit::fit(&examples, numbers);
        eprintln!("{} entities, loss {:.4}", examples.len(), fit::loss(&examples, &numbers));
        fitted = Weights::new(FEATURES.iter().map(|&name| name.to_owned()).zip(numbers), 0.5)?;
    }
    let linker = Linker::new(vec![Arc::clone(kb)], fitted);
    let threshold = report::threshold(&linker, &read[CHOSEN], PRECISION_MIN);
    Ok(File {
        command: "cargo xtask linking --data DIR --fit".to_owned(),
        model_sha256: String::new(),
        kb_sha256: String::new(),
        fitted_on: FITTED.iter().map(|&name| name.to_owned()).collect(),
        threshold_chosen_on: CHOSEN.to_owned(),
        threshold,
        weights: FEATURES.iter().map(|&name| name.to_owned()).zip(numbers.map(|w| (w * 1e4).round() / 1e4)).collect(),
    })
}
