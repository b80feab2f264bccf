//! Parses as they are read from an encoding: by the tiny random network of the encoder's tests, whose scores are as
//! tangled as scores can be, and by the released model.

use std::{fs, path::Path, sync::LazyLock};

use dateline_encoder::{Encoder, ModelFiles, NeuralEncoder};
use dateline_syntax::{Relation, Syntax};
use dateline_text::{Article, Document, Parts};
use proptest::prelude::*;

fn file(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read(root.join(path)).expect("the file is in the repository")
}

fn encoder(folder: &str, vocabulary: &str) -> NeuralEncoder {
    let labels = file(&format!("{folder}/labels.json"));
    let network = file(&format!("{folder}/model.safetensors")).leak();
    NeuralEncoder::load(ModelFiles { network, vocabulary, labels: &labels }).expect("the model loads")
}

/// The tiny network, with letters as its word pieces.
static TINY: LazyLock<NeuralEncoder> = LazyLock::new(|| {
    let letters = || ('a'..='z').chain('0'..='9').chain(['.', ',', '\'', '"', '&', '-']);
    let special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"].map(str::to_owned).into_iter();
    let pieces = special.chain(letters().map(String::from)).chain(letters().map(|letter| format!("##{letter}")));
    encoder("crates/encoder/tests/tiny", &pieces.collect::<Vec<_>>().join("\n"))
});

fn article(body: String) -> Option<Article> {
    Article::new(Parts { body, ..Parts::default() }, usize::MAX).ok()
}

/// Whether every sentence is a tree with one root, and dependents and subtrees agree with heads.
fn check_trees(syntax: &Syntax<'_>) {
    for (index, sentence) in syntax.document().sentences().iter().enumerate() {
        let root = syntax.root(index).expect("a sentence has a root");
        assert_eq!(syntax.subtree(root), *sentence);
        for word in sentence.start()..sentence.end() {
            assert_eq!(syntax.relation(word) == Relation::Root, word == root);
            assert!(word == root || syntax.ancestors(word).last() == Some(root));
            assert!(syntax.dependents(word).iter().all(|&dependent| syntax.head(dependent) == Some(word)));
        }
    }
}

/// Whether queries answer for every word, however little sense the parse makes.
fn check_queries(syntax: &Syntax<'_>) {
    for &sentence in syntax.document().sentences() {
        for word in sentence.start()..sentence.end() {
            let _ = (syntax.verb_group(word), syntax.complement(word), syntax.actor(word), syntax.undergoer(word));
            let (phrase, full) = (syntax.noun_phrase(word).span, syntax.full_noun_phrase(word));
            assert!(phrase.range().contains(&(word as usize)) && full.contains(phrase) && sentence.contains(full));
            assert!(syntax.conjuncts(word).contains(&word) && !syntax.lemma(word).is_empty());
        }
    }
}

#[test]
fn a_model_without_the_outputs_gives_no_parse() {
    let vocabulary = String::from_utf8(file("models/en-news/vocab.txt")).expect("the vocabulary is text");
    let encoder = encoder("models/en-news", &vocabulary);
    let article = article("The mayor resigned on Monday.".to_owned()).expect("the text is not blank");
    let document = Document::new(&article);
    let encoding = encoder.encode(&document).expect("the model runs");
    assert_eq!(Syntax::read(&document, &encoding).is_none(), encoder.id().starts_with("en-news/1."));
}

fn with_parse(article: &Article, check: impl Fn(&Syntax<'_>)) {
    let document = Document::new(article);
    let encoding = TINY.encode(&document).expect("the network runs");
    check(&Syntax::read(&document, &encoding).expect("the network has the outputs"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_trees(sentences in prop::collection::vec("([a-zA-Z]{1,6} |, |& |n't |\\.\\. |[0-9]+ ){1,40}\\.", 1..4)) {
        if let Some(article) = article(sentences.join(" ")) {
            with_parse(&article, check_trees);
            with_parse(&article, check_queries);
        }
    }
}

#[test]
fn long_sentences_and_marks_alone_give_trees() {
    // Several windows, marks alone, one endless word, and more word pieces than the encoder reads.
    for body in
        ["a b ".repeat(1_000), "a, ".repeat(500), "* ".repeat(400), "a".repeat(70_000), "abcdefghij ".repeat(6_000)]
    {
        with_parse(&article(body).expect("the text is not blank"), check_trees);
    }
}
