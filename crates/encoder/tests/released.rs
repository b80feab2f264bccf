//! The released model reads three articles of our own as `training/recipe/reference.py` wrote down.

use std::{collections::BTreeMap, fs, path::Path};

use dateline_encoder::{Encoder, Head, Input, ModelFiles, NeuralEncoder, Vocabulary};
use dateline_text::{Article, Document, Parts};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    articles: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    text: String,
    words: Vec<String>,
    /// Pieces of the one window, the special ones included.
    input_ids: Vec<i32>,
    /// Per output, at `[CLS]` ("cls") and at some words.
    outputs: BTreeMap<String, BTreeMap<String, Vec<f32>>>,
}

fn file(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/en-news").join(name))
        .expect("the released model is in the repository")
}

#[test]
fn it_reads_articles_as_the_recipe_does() {
    let vocabulary = String::from_utf8(file("vocab.txt")).unwrap();
    let labels = file("labels.json");
    let files = ModelFiles { network: file("model.safetensors").leak(), vocabulary: &vocabulary, labels: &labels };
    let encoder = NeuralEncoder::load(files).unwrap();
    let reference: Reference = serde_json::from_slice(&file("reference.json")).unwrap();
    let heads = [
        ("names", Head::Names),
        ("content", Head::Content),
        ("cue", Head::Cue),
        ("trigger", Head::Trigger),
        ("argument_k", Head::ArgumentKey),
        ("antecedent_q", Head::AntecedentQuery),
    ];
    // An activation that lies between two bytes may fall on the other side.
    let farthest = 0.5;
    for expected in &reference.articles {
        let article = Article::new(Parts { body: expected.text.clone(), ..Parts::default() }, usize::MAX).unwrap();
        let document = Document::new(&article);
        let words: Vec<&str> = document.tokens().iter().map(|token| document.slice(token.span)).collect();
        assert_eq!(words, expected.words);
        let input = Input::read(&document, &Vocabulary::parse(&vocabulary));
        assert_eq!(input.pieces, expected.input_ids[1..expected.input_ids.len() - 1]);

        let encoding = encoder.encode(&document).unwrap();
        for (name, head) in heads {
            for (place, expected) in &expected.outputs[name] {
                let found = place.parse().map_or_else(|_| encoding.nothing(head, 0), |word| encoding.row(head, word));
                let apart = |(found, expected): (&f32, &f32)| (found - expected).abs();
                let apart = found.iter().zip(expected).map(apart).fold(0.0, f32::max);
                assert!(apart < farthest, "{name} at {place} is {apart} off");
            }
        }
    }
}
