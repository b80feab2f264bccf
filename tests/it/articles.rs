//! Whole articles, with everything that is found in them, as a person would read it.
//!
//! After a change of the rules or the model: `INSTA_UPDATE=always cargo test articles`, and read the difference.

use std::{fs, path::Path};

use dateline::model::Model;
use dateline_extract::annotate::{self, Style};
use dateline_text::{Article, Parts};
use dateline_wire::published;
use insta::{Snapshot, comparator::Comparator};

/// The date of publication of every fixture; they do not say it themselves.
const PUBLISHED: &str = "2025-10-08";

#[test]
fn fixture_articles_are_read_like_this() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty());
    let model = Model::embedded();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let (title, body) = text.split_once("\n\n").expect("a headline stands above the article");
        let published = published::parse(PUBLISHED);
        let parts = Parts { title: title.to_owned(), body: body.to_owned(), published, ..Parts::default() };
        let article = Article::new(parts, 200_000).unwrap();
        let found = model.pipeline.extract(&article).unwrap();
        found.validate(&article).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap();
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true, comparator => Box::new(NearScores) }, {
            insta::assert_snapshot!(name, annotate::render(&article, &found, Style::Plain));
        });
    }
}

/// How far a score may be from the snapshot's. Processors add floats in different orders; now and then an activation falls
/// on another byte of the encoder, which moves confidences in the second decimal.
const SCORE_TOLERANCE: f32 = 0.06;

/// Compares snapshots exactly but for their scores, which may differ by `SCORE_TOLERANCE`.
struct NearScores;

impl Comparator for NearScores {
    fn matches(&self, reference: &Snapshot, test: &Snapshot) -> bool {
        near(&text(reference), &text(test))
    }

    fn dyn_clone(&self) -> Box<dyn Comparator> {
        Box::new(NearScores)
    }
}

fn text(snapshot: &Snapshot) -> String {
    snapshot.as_text().map(ToString::to_string).unwrap_or_default()
}

fn near(expected: &str, found: &str) -> bool {
    let (expected, found) = (split_scores(expected), split_scores(found));
    expected.0 == found.0 && expected.1.iter().zip(&found.1).all(|(a, b)| (a - b).abs() <= SCORE_TOLERANCE)
}

/// The text with each score ("0.97") replaced by "#", and the scores in order.
fn split_scores(text: &str) -> (String, Vec<f32>) {
    let (mut words, mut scores) = (Vec::new(), Vec::new());
    for word in text.split_inclusive([' ', '[', ',', ']', '\n']) {
        let number = word.trim_end_matches([' ', '[', ',', ']', '\n']);
        match number.parse() {
            Ok(score) if number.len() == 4 && number.as_bytes()[1] == b'.' => {
                scores.push(score);
                words.push(word.replace(number, "#"));
            }
            _ => words.push(word.to_owned()),
        }
    }
    (words.concat(), scores)
}

#[test]
fn scores_may_differ_a_little_and_nothing_else() {
    assert!(near("e1 person  [0.98, salience 0.75]", "e1 person  [0.97, salience 0.76]"));
    assert!(!near("e1 person  [0.98]", "e1 person  [0.88]"));
    assert!(!near("e1 person  [0.98]", "e2 person  [0.98]"));
    assert!(!near("[0.98]", "[0.98, 0.98]"));
}
