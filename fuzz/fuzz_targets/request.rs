//! Any bytes as a request in JSON, as plain text, as HTML and as a query: a documented status, never a fault of the service's.
#![no_main]

use dateline_fuzz::send;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    send("/v1/extract", &[("content-type", "application/json")], bytes);
    send("/v1/extract", &[("content-type", "text/plain")], bytes);
    send("/v1/extract", &[("content-type", "text/html")], bytes);
    let query: String = bytes.iter().filter(|byte| byte.is_ascii_graphic()).map(|&byte| char::from(byte)).collect();
    let query = query.replace(['#', '<', '>', '"', '`', '{', '}'], "");
    send(&format!("/v1/extract?{query}"), &[("content-type", "text/plain")], b"Rain fell.");
});
