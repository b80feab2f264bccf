//! `dateline extract` over files and folders, in each of its formats.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use serde_json::Value;

use crate::cli::{dateline, text};

/// A folder of a test's own, removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("dateline-{}-{name}", process::id()));
        fs::create_dir_all(path.join("inner")).unwrap();
        fs::write(path.join("a.txt"), "Ana Prado met Bo Lind in Oslo. “It’s done,” she said.").unwrap();
        fs::write(path.join("inner/b.TXT"), "Rain fell in Oslo on Monday.").unwrap();
        fs::write(path.join("notes.md"), "Not an article.").unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", text(bytes)))
}

#[test]
fn a_folder_is_an_array_with_the_names_of_its_files_as_ids() {
    let folder = Folder::new("array");
    let read = dateline(&["extract", "--rules-alone", "--offset-unit", "utf16", &folder.at("")], b"");
    assert!(read.status.success(), "{}", text(&read.stderr));
    let answers = json(&read.stdout);
    let ids: Vec<&str> = answers.as_array().unwrap().iter().map(|answer| answer["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids[0].ends_with("a.txt") && ids[1].ends_with("inner/b.TXT"), "{ids:?}");
    assert_eq!(answers[0]["offset_unit"], "utf16");
}

#[test]
fn one_file_that_cannot_be_read_does_not_stop_the_others() {
    let folder = Folder::new("others");
    fs::write(folder.at("latin.txt"), b"Caf\xe9 owners met in Oslo.").unwrap();
    let files = [folder.at("latin.txt"), folder.at("a.txt")];
    let read = dateline(&["extract", "--rules-alone", "--format", "ndjson", &files[0], &files[1]], b"");
    assert_eq!(read.status.code(), Some(3));
    assert!(text(&read.stderr).contains("--encoding windows-1252"), "{}", text(&read.stderr));
    assert_eq!(text(&read.stdout).lines().count(), 1);
    let allowed = dateline(&["extract", "--rules-alone", "--allow-problems", &files[0], &files[1]], b"");
    assert_eq!(allowed.status.code(), Some(0));
    let named = dateline(&["extract", "--rules-alone", "--encoding", "windows-1252", &files[0]], b"");
    assert!(named.status.success(), "{}", text(&named.stderr));
}

#[test]
fn standard_input_is_read_when_no_file_is_named() {
    let read = dateline(&["extract", "--rules-alone", "--include", "times"], b"Rain fell on 3 May 2024.");
    let answer = json(&read.stdout);
    assert_eq!(answer["times"][0]["value"], "2024-05-03");
    assert_eq!(answer["entities"].as_array().map(Vec::len), Some(0));
}

#[test]
fn files_in_html_are_read_as_html_unless_told_otherwise() {
    let folder = Folder::new("html");
    let body = "<p>Ana <b>Prado</b> met Bo Lind in Oslo.</p>";
    for name in ["page.html", "page.HTM", "page.xhtml", "page.txt"] {
        fs::write(folder.at(name), body).unwrap();
        let read = dateline(&["extract", "--rules-alone", &folder.at(name)], b"");
        let answer = json(&read.stdout);
        let warned = answer["warnings"].as_array().unwrap().iter().any(|warning| warning["code"] == "markup_suspected");
        assert_eq!(warned, name.ends_with(".txt"), "{name}");
    }
    let told = dateline(&["extract", "--rules-alone", "--body-type", "html", &folder.at("page.txt")], b"");
    let entities = json(&told.stdout)["entities"].clone();
    let names: Vec<&str> = entities.as_array().unwrap().iter().filter_map(|entity| entity["name"].as_str()).collect();
    assert!(names.contains(&"Ana Prado"), "{names:?}");
}

#[test]
fn csv_has_a_file_for_each_list_and_a_row_for_each_finding() {
    let folder = Folder::new("csv");
    let out = folder.at("found");
    let run = || dateline(&["extract", "--rules-alone", "--format", "csv", "--output", &out, &folder.at("a.txt")], b"");
    let written = run();
    assert!(written.status.success() && written.stdout.is_empty(), "{}", text(&written.stderr));
    let answer = json(&dateline(&["extract", "--rules-alone", &folder.at("a.txt")], b"").stdout);
    for list in ["entities", "quotes", "events"] {
        let mut rows = csv::Reader::from_path(Path::new(&out).join(format!("{list}.csv"))).unwrap();
        let ids: Vec<String> = rows.records().map(|row| row.unwrap()[1].to_owned()).collect();
        let expected: Vec<&str> =
            answer[list].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{list}");
    }
    assert_eq!(run().status.code(), Some(1), "files that exist are not overwritten");
}

#[test]
fn results_go_to_a_file_that_does_not_exist_yet() {
    let folder = Folder::new("output");
    let out = folder.at("found.json");
    let failed = dateline(&["extract", "--rules-alone", "--output", &out, &folder.at("none.txt")], b"");
    assert!(failed.status.code() == Some(1) && !Path::new(&out).exists(), "a run that reads nothing leaves nothing");
    assert!(dateline(&["extract", "--rules-alone", "--output", &out, &folder.at("a.txt")], b"").status.success());
    assert!(json(&fs::read(&out).unwrap())["entities"].is_array());
    let again = dateline(&["extract", "--rules-alone", "--output", &out, &folder.at("a.txt")], b"");
    assert!(again.status.code() == Some(1) && text(&again.stderr).contains("cannot write to"));
}

#[test]
fn every_field_and_option_of_a_request_has_a_flag() {
    let help = dateline(&["extract", "--help"], b"");
    let schemas = &json(include_bytes!("../../openapi/openapi.json"))["components"]["schemas"];
    for schema in ["ExtractRequest", "Options"] {
        for name in schemas[schema]["properties"].as_object().unwrap().keys() {
            // Files give the id and the body, and options are flags themselves.
            let is_flag = text(&help.stdout).contains(&format!("--{} ", name.replace('_', "-")))
                || text(&help.stdout).contains(&format!("--{}\n", name.replace('_', "-")));
            assert!(is_flag || ["id", "body", "options"].contains(&name.as_str()), "{name}");
        }
    }
}

#[test]
fn names_are_linked_to_entities_of_the_callers_own() {
    let folder = Folder::new("known");
    let list = folder.at("people.json");
    fs::write(&list, r#"[{"id": "cms:17", "name": "Ana Prado", "same_as": "Q42"}]"#).unwrap();
    let extract = |more: &[&str]| {
        let article = folder.at("a.txt");
        let args: Vec<&str> = ["extract", "--rules-alone"].into_iter().chain(more.iter().copied()).collect();
        dateline(&[&args[..], &[&article]].concat(), b"")
    };
    let ids = |answer: &Value| {
        let entities = answer["entities"].as_array().unwrap().iter();
        entities.filter(|entity| entity["name"] == "Ana Prado").map(|entity| entity["ids"].clone()).collect::<Vec<_>>()
    };
    let found = json(&extract(&["--known-entities", &list]).stdout);
    assert_eq!(ids(&found), [serde_json::json!({"known": "cms:17", "wikidata": "Q42"})]);
    let off = json(&extract(&["--known-entities", &list, "--link", "off"]).stdout);
    assert_eq!(ids(&off), [serde_json::json!({})]);
    let out = folder.at("found");
    assert!(extract(&["--known-entities", &list, "--format", "csv", "--output", &out]).status.success());
    let table = fs::read_to_string(Path::new(&out).join("entities.csv")).unwrap();
    assert!(table.contains(",Q42,known: cms:17,Ana Prado,"), "{table}");
    fs::write(&list, "{}").unwrap();
    let refused = extract(&["--known-entities", &list]);
    assert!(refused.status.code() == Some(2) && text(&refused.stderr).contains("must hold a JSON list"));
}

#[test]
fn every_shell_has_completions_and_every_command_examples() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = dateline(&["completions", shell], b"");
        assert!(script.status.success() && text(&script.stdout).contains("min-confidence"), "{shell}");
    }
    for command in ["serve", "extract", "key", "openapi", "health", "licenses", "completions", "kb"] {
        assert!(text(&dateline(&[command, "--help"], b"").stdout).contains("Example"), "{command}");
    }
}
