//! How fast the model in `models/en-news` reads articles on one thread, in pieces per second:
//! `cargo bench -p dateline-encoder --bench encoder`. `training/recipe/peer.py` times ONNX Runtime beside it.

use std::path::Path;

use dateline_encoder::{Encoder, Input, ModelFiles, NeuralEncoder, Vocabulary};
use dateline_text::{Article, Document, Parts};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

/// Text written for this measurement: about 150 pieces.
const NEWS: &str = "The harbour board of Port Ellery said on Tuesday that it would close the old ferry pier by the end of \
    next month. The pier, which opened in 1931, has lost money for nine years, and engineers who visited it last week \
    found cracks in two of its piles. “No decision has been taken about the ferries,” Ada Quill, a spokeswoman, told \
    reporters. They carry 4,000 passengers a day. Three years ago the town offered to buy the pier. “We will ask \
    again,” said Mayor Joan Brandt. Councillors meet on Thursday to hear from residents of the quay, many of whom have \
    rented their houses from the board since the early 1980s and fear that the land will be sold to builders after \
    the pier is gone.\n";

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/en-news");
    std::fs::read(folder.join(name)).expect("models/en-news holds a model")
}

fn vocabulary() -> String {
    String::from_utf8(file("vocab.txt")).expect("word pieces are UTF-8")
}

fn load(network: &'static [u8], vocabulary: &str, labels: &[u8]) -> NeuralEncoder {
    NeuralEncoder::load(ModelFiles { network, vocabulary, labels }).expect("the model fits")
}

#[divan::bench(args = [1, 6, 24])]
fn read(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let vocabulary = vocabulary();
    let encoder = load(file("model.safetensors").leak(), &vocabulary, &file("labels.json"));
    let parts = Parts { body: NEWS.repeat(paragraphs), ..Parts::default() };
    let article = Article::new(parts, usize::MAX).expect("the text is not blank");
    let document = Document::new(&article);
    let pieces = Input::read(&document, &Vocabulary::parse(&vocabulary)).pieces.len();
    bencher.counter(ItemsCount::new(pieces)).bench(|| encoder.encode(&document));
}

#[divan::bench(sample_count = 10)]
fn start(bencher: Bencher<'_, '_>) {
    let (network, vocabulary, labels): (&[u8], _, _) =
        (file("model.safetensors").leak(), vocabulary(), file("labels.json"));
    bencher.bench(|| load(network, &vocabulary, &labels));
}
