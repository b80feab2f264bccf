//! Any text as HTML: the words lead back to it in order, on boundaries, and their runs hold no tags.
#![no_main]

use dateline_text::{Article, Document, Format, Parts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    let parts = Parts { body: html.to_owned(), format: Format::Html, ..Parts::default() };
    let Ok(article) = Article::new(parts, usize::MAX) else { return };
    let mut end = 0;
    for token in Document::new(&article).tokens() {
        let (field, place) = article.place(token.span).expect("a word stands in one field");
        assert!(place.is_empty() || place.start() >= end);
        end = end.max(place.end());
        let text = article.text_at(field, place);
        for run in article.runs(field, place) {
            assert!(place.contains(run) && !html[run.range()].is_empty());
        }
        assert!(place.is_empty() == text.is_empty());
    }
    for left_out in article.left_out() {
        assert!(!html[left_out.span.range()].is_empty());
        article.left_out_text(left_out);
    }
});
