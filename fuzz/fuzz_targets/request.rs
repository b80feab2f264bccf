//! Any bytes as a request in JSON and as plain text: a documented status, never a fault of the service's.
#![no_main]

use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    send("/v1/extract", &[("content-type", "application/json")], bytes);
    send("/v1/extract", &[("content-type", "text/plain")], bytes);
});
