//! Any JSON as the caller's own entities, and as the defaults of a batch.
#![no_main]

use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let json = [("content-type", "application/json")];
    let begin = br#"{"body": "Anna Berg of Berg & Sons, Ayr's mayor, left.", "options": {"link": "full"}, "known_entities": "#;
    send("/v1/extract", &json, &[&begin[..], bytes, b"}"].concat());
    let batch = [br#"{"documents": [{"body": "Anna Berg left Ayr."}], "defaults": "#, bytes, b"}"].concat();
    send("/v1/batch", &json, &batch);
});
