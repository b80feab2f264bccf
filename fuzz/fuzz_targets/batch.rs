//! Any bytes as a batch: as NDJSON, an answer for each line that is not blank.
#![no_main]

use axum::http::StatusCode;
use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    send("/v1/batch", &[("content-type", "application/json")], bytes);
    let (status, answers) = send("/v1/batch", &[("content-type", "application/x-ndjson")], bytes);
    assert_eq!(status, StatusCode::OK);
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(answers.iter().filter(|&&byte| byte == b'\n').count(), lines);
});
