//! Any text through the whole pipeline: what comes out keeps its own invariants.
#![no_main]

use dateline::model::Model;
use dateline_fuzz::article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(article) = article(bytes) else { return };
    let found = Model::embedded().pipeline.extract(&article).expect("the encoder reads any text");
    assert_eq!(found.validate(&article), Ok(()));
});
