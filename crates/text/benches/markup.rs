//! What reading an article in HTML costs beside reading it as plain text: `cargo bench -p dateline-text`.
//!
//! Both end with the tokens, sentences and paragraphs; all that comes after them is the same.

use std::fs;

use dateline_text::{Article, Document, Format, Parts};

fn main() {
    divan::main();
}

/// The documents of the tests in one format.
fn documents(ending: &str) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/html");
    let files = fs::read_dir(folder).expect("the fixtures are there").filter_map(Result::ok);
    let files = files.map(|file| file.path()).filter(|file| file.extension().is_some_and(|of| of == ending));
    files.map(|file| fs::read_to_string(file).expect("the fixtures are UTF-8")).collect()
}

fn read(bencher: divan::Bencher<'_, '_>, ending: &str, format: Format) {
    let documents = documents(ending);
    bencher.bench(|| {
        documents
            .iter()
            .map(|body| {
                let parts = Parts { body: body.clone(), format, ..Parts::default() };
                let article = Article::new(parts, usize::MAX).expect("the fixtures hold text");
                Document::new(&article).tokens().len()
            })
            .sum::<usize>()
    });
}

#[divan::bench]
fn text(bencher: divan::Bencher<'_, '_>) {
    read(bencher, "txt", Format::Text);
}

#[divan::bench]
fn html(bencher: divan::Bencher<'_, '_>) {
    read(bencher, "html", Format::Html);
}
