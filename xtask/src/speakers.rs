//! `cargo xtask speakers`: whom the sources of quotes can mean, with what is compared, so that the weights can be fitted.
//!
//! A line in is `{"text": "…"}`; a line out has the [names](COMPARED) of the values and every [`Comparison`], its spans in
//! code points of the text as sent. `python -m recipe.speakers` reads it.

use std::{
    error::Error,
    fs,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use dateline_encoder::{Encoder, ModelFiles, NeuralEncoder};
use dateline_extract::{
    coref, names,
    quotes::{self, COMPARED, Comparison},
};
use dateline_text::{Article, Byte, Document, Parts, Span};
use serde::{Deserialize, Serialize};

/// Which model reads.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder of the model.
    #[arg(long, default_value = "models/en-news")]
    model: PathBuf,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Answer {
    names: &'static [&'static str],
    comparisons: Vec<Compared>,
}

#[derive(Serialize)]
struct Compared {
    source: (usize, usize),
    pronoun: bool,
    candidates: Vec<Candidate>,
}

/// One whom the source can mean: how the article names or describes them, none for nobody known.
#[derive(Serialize)]
struct Candidate {
    forms: Vec<String>,
    values: Vec<f32>,
}

/// Answers every line of standard input at once.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let file = |name: &str| fs::read(options.model.join(name));
    let (vocabulary, labels) = (fs::read_to_string(options.model.join("vocab.txt"))?, file("labels.json")?);
    let network: &'static [u8] = file("model.safetensors")?.leak();
    let encoder = NeuralEncoder::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels })?;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let Text { text } = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &answer(text, &encoder)?)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn answer(text: String, encoder: &NeuralEncoder) -> Result<Answer, Box<dyn Error>> {
    let article = Article::new(Parts { body: text, ..Parts::default() }, usize::MAX)?;
    let document = Document::new(&article);
    let encoding = encoder.encode(&document)?;
    let found = names::find(&document, Some(&encoding));
    let entities = coref::resolve(&document, Some(&encoding), &found);
    let comparisons = quotes::comparisons(&document, Some(&encoding), &entities);
    let forms = |name: Span<Byte>| -> Vec<String> {
        let entity = entities.iter().find(|entity| entity.name == name);
        let mentions = entity.iter().flat_map(|entity| &entity.mentions);
        let names = mentions.filter(|mention| mention.form == coref::Form::Name).map(|mention| mention.span);
        std::iter::once(name).chain(names).map(|span| document.slice(span).to_owned()).collect()
    };
    let sent = article.sent().map(|(_, sent)| sent).next().unwrap_or_default();
    let points = |byte: u32| sent[..byte as usize].chars().count();
    let place = |span: Span<Byte>| article.place(span).map_or((0, 0), |(_, at)| (points(at.start()), points(at.end())));
    let compared = |comparison: Comparison| Compared {
        source: place(comparison.source),
        pronoun: comparison.pronoun,
        candidates: comparison
            .candidates
            .into_iter()
            .map(|(name, values)| Candidate { forms: name.map(forms).unwrap_or_default(), values })
            .collect(),
    };
    Ok(Answer { names: COMPARED, comparisons: comparisons.into_iter().map(compared).collect() })
}
