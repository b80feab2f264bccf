//! Whole articles, with everything that is found in them, as a person would read it.
//!
//! After a change of the rules or the model: `INSTA_UPDATE=always cargo test articles`, and read the difference.

use std::{fs, path::Path};

use dateline::model::Model;
use dateline_extract::annotate::{self, Style};
use dateline_text::{Article, Parts};
use dateline_wire::published;

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
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, annotate::render(&article, &found, Style::Plain));
        });
    }
}
