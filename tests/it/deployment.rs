//! The files that run the service: they know its settings, and wait longer than it does.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use dateline::config::Limits;

use crate::cli::{dateline, text};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The number in front of `unit` after a directive of nginx, within a location.
fn directive(location: &str, name: &str, unit: &str) -> u64 {
    let line = location.lines().map(str::trim).find(|line| line.starts_with(&format!("{name} ")));
    let value = line.unwrap_or_else(|| panic!("{name} is missing")).trim_end_matches(';').rsplit(' ').next().unwrap();
    value.strip_suffix(unit).unwrap().parse().unwrap()
}

#[test]
fn the_gateway_waits_longer_than_the_service_and_sends_no_article_twice() {
    let (nginx, limits) = (read("deploy/nginx.conf"), Limits::default());
    let (_, batch) = nginx.split_once("location = /v1/batch {").unwrap();
    let (batch, others) = batch.split_once("location / {").unwrap();
    assert!(directive(others, "proxy_read_timeout", "s") * 1_000 > limits.deadline_ms_max);
    assert!(directive(batch, "proxy_read_timeout", "s") * 1_000 > limits.batch_queue_ms_max + limits.deadline_ms_max);
    let next = others.lines().find(|line| line.trim().starts_with("proxy_next_upstream ")).unwrap();
    assert!(!next.contains("timeout"), "{next}");
    assert!(!batch.contains("proxy_next_upstream"));
}

/// The files and folders that the sources of the service put into the binary, relative to the repository.
fn embedded() -> BTreeSet<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut found) = (vec![root.join("src"), root.join("crates")], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !["tests", "benches", "examples"].iter().any(|name| path.ends_with(name)) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                let code = source.split("#[cfg(test)]").next().unwrap();
                for (mark, base) in [
                    ("include_str!(\"", path.parent().unwrap()),
                    ("include_bytes!(\"", path.parent().unwrap()),
                    ("#[folder = \"", root),
                ] {
                    let literals = code.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap());
                    found.extend(literals.map(|file| base.join(file).canonicalize().unwrap()));
                }
            }
        }
    }
    let root = root.canonicalize().unwrap();
    found.iter().map(|path| path.strip_prefix(&root).unwrap().to_owned()).collect()
}

#[test]
fn the_image_is_built_from_every_file_that_the_binary_holds() {
    let ignored = read(".dockerignore");
    let kept: Vec<&str> = ignored.lines().filter_map(|line| line.strip_prefix('!')).collect();
    let embedded = embedded();
    assert!(embedded.contains(Path::new("kb/wikidata.kb")) && embedded.contains(Path::new("NOTICE")));
    for file in embedded {
        assert!(kept.iter().any(|kept| file.starts_with(kept)), "{} is left out of the image", file.display());
    }
}

#[test]
fn the_gateway_names_a_host_to_the_service_where_the_caller_names_none() {
    assert!(read("deploy/nginx.conf").contains("server_name dateline;"));
}

#[test]
fn what_stops_the_service_waits_until_it_has_drained() {
    let limits = Limits::default();
    let drain = |linger_ms: u64| (linger_ms + limits.drain_ms_max) / 1_000;
    let seconds = |file: &str, label: &str| -> u64 {
        let file = read(file);
        let line = file.lines().map(str::trim).find_map(|line| line.strip_prefix(label)).unwrap();
        line.trim().trim_end_matches('s').parse().unwrap()
    };
    assert!(seconds("docker-compose.yml", "stop_grace_period:") > drain(limits.linger_ms));
    assert!(seconds("deploy/systemd/dateline.service", "TimeoutStopSec=") > drain(limits.linger_ms));
    let manifest = "deploy/kubernetes/dateline.yaml";
    assert!(read(manifest).contains("{name: DATELINE_LINGER_MS, value: \"5000\"}"));
    assert!(seconds(manifest, "terminationGracePeriodSeconds:") > drain(5_000));
}

#[test]
fn kubernetes_gets_what_every_cluster_has() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/kubernetes");
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let manifest = fs::read_to_string(&file).unwrap();
        for kind in ["NetworkPolicy", "HorizontalPodAutoscaler"] {
            assert!(!manifest.contains(&format!("kind: {kind}")), "{kind} in {}", file.display());
        }
        assert!(!manifest.contains(":latest"), "{}", file.display());
    }
    assert!(read("deploy/kubernetes/dateline.yaml").contains("imagePullPolicy: IfNotPresent"));
    assert!(
        read("deploy/kubernetes/optional/network-policy.yaml").contains("# Only pods with the label `dateline-caller")
    );
}

#[test]
fn systemd_reloads_by_the_signal_that_reads_keys_and_certificates() {
    assert!(read("deploy/systemd/dateline.service").contains("\nExecReload=+/bin/kill -HUP $MAINPID\n"));
}

/// Files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_setting_that_a_file_names_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![
        root.join("Dockerfile"),
        root.join("docker-compose.yml"),
        root.join("README.md"),
        root.join("SECURITY.md"),
    ];
    files(&root.join("deploy"), &mut paths);
    files(&root.join("docs"), &mut paths);
    // Plugins have settings of their own.
    paths.retain(|path| !path.ends_with("docs/integrations.md"));
    let help = ["serve", "health", "extract"].map(|command| text(&dateline(&[command, "--help"], b"").stdout)).concat();
    let is_named = |c: char| c.is_ascii_uppercase() || c == '_';
    let mut unknown = BTreeSet::new();
    for path in paths {
        let Ok(content) = fs::read_to_string(&path) else { continue };
        for (at, _) in content.match_indices("DATELINE_") {
            let name: String = content[at..].chars().take_while(|&c| is_named(c)).collect();
            let is_pattern = name == "DATELINE_" || name == "DATELINE_NAME";
            if !is_pattern && !help.contains(&format!("[env: {name}=")) && !help.contains(&format!("[env: {name}]")) {
                unknown.insert(format!("{name} in {}", path.display()));
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}
