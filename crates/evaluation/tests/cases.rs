//! The repository's own reading cases, in `tests/cases`: all pass but those of `open.jsonl`, which are scored only.

use std::{collections::BTreeSet, path::PathBuf};

use dateline_evaluation::{
    Service,
    cases::{self, Case},
};

/// Cases that fail today: `cargo xtask cases tests/cases/open.jsonl` scores them.
const OPEN: &str = "open.jsonl";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of cases with what they hold.
fn files() -> Vec<(String, Vec<Case>)> {
    let folder = std::fs::read_dir(root().join("tests/cases")).expect("the folder of cases");
    let paths = folder.map(|entry| entry.expect("a file of cases").path());
    let jsonl = paths.filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    let named = |path: PathBuf| {
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        (name, cases::read(&path).unwrap_or_else(|error| panic!("{error}")))
    };
    jsonl.map(named).collect()
}

#[test]
fn every_case_passes() {
    let service = Service::load(&root().join("models/en-news")).expect("the released model");
    let cases: Vec<Case> = files().into_iter().filter(|(name, _)| name != OPEN).flat_map(|(_, cases)| cases).collect();
    assert!(!cases.is_empty());
    let failed: Vec<String> = cases
        .iter()
        .zip(cases::run(&service, &cases))
        .filter(|(_, verdict)| !verdict.is_passed())
        .map(|(case, verdict)| {
            let checks: Vec<_> = verdict.failed.iter().map(|&at| &case.checks[at]).collect();
            format!("{}: {}\n    {checks:?}", case.id, case.request["body"])
        })
        .collect();
    assert!(failed.is_empty(), "{} of {} cases fail:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn every_case_has_its_own_id_and_a_check() {
    let mut ids = BTreeSet::new();
    for case in files().into_iter().flat_map(|(_, cases)| cases) {
        assert!(!case.checks.is_empty(), "{} checks nothing", case.id);
        assert!(ids.insert(case.id.clone()), "two cases are called {}", case.id);
    }
}
