//! Any text as tokens, sentences and paragraphs: in order, apart, and on character boundaries.
#![no_main]

use dateline_fuzz::article;
use dateline_text::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(article) = article(bytes) else { return };
    let document = Document::new(&article);
    let words = 0..u32::try_from(document.tokens().len()).expect("a text has fewer tokens than characters");
    let mut end = 0;
    for word in words {
        let text = document.word(word);
        assert!(!text.is_empty());
        let start = text.as_ptr() as usize - article.text().as_ptr() as usize;
        assert!(start >= end, "token {word} begins before the last one ends");
        end = start + text.len();
    }
    for &sentence in document.sentences().iter().chain(document.paragraphs()) {
        let _ = document.text_of(sentence);
    }
});
