//! Reads texts, one per line, with the model in a folder; answers each with the seconds that it took and a few outputs.
//! `training/recipe/peer.py` compares them with ONNX Runtime's.

use std::{
    error::Error,
    io::{BufRead, Write, stdin, stdout},
    path::PathBuf,
    time::Instant,
};

use dateline_encoder::{Encoder, Head, ModelFiles, NeuralEncoder};
use dateline_text::{Article, Document, Parts};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    let network = std::fs::read(folder.join("model.safetensors"))?.leak();
    let vocabulary = std::fs::read_to_string(folder.join("vocab.txt"))?;
    let labels = std::fs::read(folder.join("labels.json"))?;
    let encoder = NeuralEncoder::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels })?;
    for line in stdin().lock().lines() {
        let article = Article::new(Parts { body: serde_json::from_str(&line?)?, ..Parts::default() }, usize::MAX)?;
        let document = Document::new(&article);
        let start = Instant::now();
        let encoding = encoder.encode(&document)?;
        let seconds = start.elapsed().as_secs_f64();
        let names: Vec<&[f32]> =
            (0..document.tokens().len() as u32).map(|word| encoding.row(Head::Names, word)).collect();
        writeln!(stdout(), "{}", serde_json::json!({ "seconds": seconds, "names": names }))?;
    }
    Ok(())
}
