//! Any bytes as a batch: as NDJSON, an answer for each line that is not blank.
#![no_main]

use axum::http::StatusCode;
use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    send("/v1/batch", &[("content-type", "application/json")], bytes);
    let (status, answers) = send("/v1/batch", &[("content-type", "application/x-ndjson")], bytes);
    assert_eq!(status, StatusCode::OK);
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let answered = answers.iter().filter(|&&byte| byte == b'\n').count();
    // Defaults in the first line get no answer, and a fault in them ends the batch.
    let begins_with_defaults = lines.clone().next().is_some_and(|line| line.windows(10).any(|part| part == b"\"defaults\""));
    assert!(answered == lines.clone().count() || begins_with_defaults && answered <= lines.count());
});
