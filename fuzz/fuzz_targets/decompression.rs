//! Any bytes as a compressed body.
#![no_main]

use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let gzip = ("content-encoding", "gzip");
    send("/v1/extract", &[("content-type", "text/plain"), gzip], bytes);
    send("/v1/batch", &[("content-type", "application/x-ndjson"), gzip], bytes);
});
