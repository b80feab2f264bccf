//! Any text as quotes, without entities.
#![no_main]

use dateline_extract::quotes::attribute;
use dateline_fuzz::article;
use dateline_text::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(article) = article(bytes) else { return };
    let _ = attribute(&Document::new(&article), None, &[]);
});
