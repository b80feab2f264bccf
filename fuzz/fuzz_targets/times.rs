//! Any text as times, with and without a day of publication: no panic, and the same twice.
#![no_main]

use dateline_fuzz::article;
use dateline_text::Document;
use dateline_times::normalise;
use dateline_wire::published;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(article) = article(bytes) else { return };
    let document = Document::new(&article);
    for day in ["", "2025-08-24", "0001-01-01", "9999-12-31T23:59:59-12:00"] {
        let published = published::parse(day);
        assert_eq!(format!("{:?}", normalise(&document, published)), format!("{:?}", normalise(&document, published)));
    }
});
