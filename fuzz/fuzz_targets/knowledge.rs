//! Any bytes as a compiled base, and as a table of either kind: what can be opened can be read to the end.
#![no_main]

use std::path::Path;

use dateline::knowledge::compile;
use dateline_kb::Kb;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(kb) = Kb::open(bytes.to_vec()) {
        read(&kb);
    }
    for table in ["table.csv", "table.ndjson"] {
        if let Ok(compiled) = compile(bytes, Path::new(table), "fuzz") {
            read(&Kb::open(compiled).expect("what was compiled can be opened"));
        }
    }
});

/// Reads every entity, and finds each by its name.
fn read(kb: &Kb) {
    for entity in kb.entities() {
        let _ = (entity.id().to_string(), entity.description(), entity.kind(), entity.positions(), entity.wikidata());
        let _ = kb.lookup(entity.name());
    }
}
