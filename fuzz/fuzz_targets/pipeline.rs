//! Any text through the whole pipeline: what comes out keeps its own invariants.
#![no_main]

use std::sync::LazyLock;

use dateline_extract::Pipeline;
use dateline_fuzz::article;
use libfuzzer_sys::fuzz_target;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(Pipeline::by_rule);

fuzz_target!(|bytes: &[u8]| {
    let Some(article) = article(bytes) else { return };
    let found = PIPELINE.extract(&article).expect("rules encode nothing, so no encoder fails");
    assert_eq!(found.validate(&article), Ok(()));
});
